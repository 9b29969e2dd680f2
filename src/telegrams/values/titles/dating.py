"""The date inside a title: where it stands and what it says."""

import re

from telegrams.facts.calendar import ENGLISH_MONTHS, WEEKDAYS
from telegrams.model.dates import HistoricalDate
from telegrams.values.dates import parse_date

_MONTH = "(?:" + "|".join(sorted(map(re.escape, ENGLISH_MONTHS), key=len, reverse=True)) + r")(?:\b\.?|(?=\d))"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?\b"
_WEEKDAY = "|".join(sorted(day for day in WEEKDAYS if day.endswith("day")))
_YEAR = r"1\d{3}\b|20\d\d\b"
_TO = r" ?(?:[-–—/]|to|and|through|until) ?"
_DATE = re.compile(
    rf"(?:(?<!\w)(?:{_WEEKDAY}),? )?(?:"
    rf"(?<![\w.]){_DAY}(?: {_MONTH}(?:,? (?:{_YEAR}))?)?(?:{_TO}{_DAY})?(?: of)? {_MONTH},? ?(?:{_YEAR})"
    rf"|(?<!\w){_MONTH} {_DAY}(?:,? (?:{_YEAR}))?{_TO}(?:{_MONTH} )?{_DAY},? (?:{_YEAR})"
    rf"|(?<!\w){_MONTH} {_DAY},? (?:{_YEAR})"
    rf"|(?<!\w){_MONTH}(?:(?:,? (?:{_YEAR}))?{_TO}{_MONTH})?,? (?:{_YEAR})"
    rf"|(?<![\w./-])[0-3]?\d[./][01]?\d[./](?:{_YEAR})"
    rf"|(?:(?<=, )|(?<=\())(?:circa |ca?\. ?)?(?:{_YEAR})(?:[-–/](?:{_YEAR}|\d\d\b))?(?=[)\]'’\"”]{{0,3}}$|, no\b)"
    rf"|(?<!\w)undated\b(?: [\[(](?:c\. ?|circa )?(?:{_YEAR})[\])])?)",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\. ?m\b\.?|[ap]m\b|hours?\b|hrs?\b\.?)?"
_TIME = re.compile(
    r",? (?:at |from )?(?:\d{4}z\b|(?:\d{1,2}[.:]\d\d ?|\d{1,2} ?(?=[ap]\.? ?m|[-–—]))(?:[ap]\. ?m\b\.?|[ap]m\b)?"
    rf"(?: ?(?:[-–—]|to) ?{_CLOCK})?)|,? between \d{{4}} and \d{{4}} hours",
    re.IGNORECASE,
)
_YEAR_OR_WORD = re.compile(r"\d{4}(?!\d)|\bundated\b", re.IGNORECASE)
_RELEASE = re.compile(r"[\[(](?:approved|released?|declassified|sanitized)\b", re.IGNORECASE)


def find_dates(text: str) -> list[tuple[int, int]]:
    """The dates with a year, and `undated`, as (start, end), with the time of day behind them.

    A year alone counts at the end of the title or in brackets. The date of a release (`[Approved for Release, …]`)
    is not the document's and does not count.
    """
    if not _YEAR_OR_WORD.search(text):
        return []
    found = []
    for match in _DATE.finditer(text):
        near = max(0, match.start() - 60)
        bracket = max(text.rfind("[", near, match.start()), text.rfind("(", near, match.start()))
        if bracket >= 0 and _RELEASE.match(text, bracket):
            continue
        time = _TIME.match(text, match.end())
        found.append((match.start(), time.end() if time else match.end()))
    return found


def read_date(text: str, dates: list[tuple[int, int]]) -> HistoricalDate | None:
    """The date of the title: the first one that the calendar knows, else the first one (`undated`)."""
    first = None
    for start, end in dates[:4]:
        date = parse_date(_supplied(text[start:end]))
        if date.edtf:
            return date
        first = first or date
    return first


def _supplied(words: str) -> str:
    """The date in the bracket behind `undated`, else the words as they are."""
    return words[8:].strip("[]()") if words[:7].lower() == "undated" and len(words) > 8 else words
