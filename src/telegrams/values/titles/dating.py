"""The date inside a title: where it stands and what it says."""

import re
from collections.abc import Iterator

from telegrams.facts.calendar import WEEKDAYS
from telegrams.model.dates import HistoricalDate
from telegrams.values.blanks import folded
from telegrams.values.dates import parse_date
from telegrams.values.dates.figures import NO_YEAR
from telegrams.values.dates.parse import dates_in

_NUMBERED = re.compile(r"(?<=\bno\. )\d+(?= \w)", re.IGNORECASE)
"""`Proclamation No. 1885 May 3, 1951`: no year of the date behind it."""
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(sorted(day for day in WEEKDAYS if day.endswith('day')))}),? $", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}(?:/\d{4})?")
_ALONE = re.compile(r"[)\]'’\"”]{0,3}$|, no\b", re.IGNORECASE)
_UNDATED = re.compile(r"(?<!\w)undated\b(?: [\[(](?:c\. ?|circa )?(?:1\d{3}|20\d\d)[\])])?", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:circa|ca?\.) ?$", re.IGNORECASE)
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\. ?m\b\.?|[ap]m\b|hours?\b|hrs?\b\.?)?"
_TIME = re.compile(
    r",? (?:at |from )?(?:\d{4}z\b|(?:\d{1,2}[.:]\d\d ?|\d{1,2} ?(?=[ap]\.? ?m|[-–—]))(?:[ap]\. ?m\b\.?|[ap]m\b)?"
    rf"(?: ?(?:[-–—]|to) ?{_CLOCK})?)|,? between \d{{4}} and \d{{4}} hours",
    re.IGNORECASE,
)
_FOUR_FIGURES = re.compile(r"\d{4}")
_UNDATED_WORD = re.compile(r"\bundated\b", re.IGNORECASE)
_RELEASE = re.compile(r"[\[(](?:approved|released?|declassified|sanitized)\b", re.IGNORECASE)


def date_places(text: str) -> list[tuple[int, int]]:
    """The dates with a year, and `undated`, as (start, end), with the time of day behind them.

    A year alone counts at the end of the title or in brackets. The date of a release (`[Approved for Release, …]`)
    is not the document's and does not count.
    """
    if not _FOUR_FIGURES.search(text) and not ("undated" in text.lower() and _UNDATED_WORD.search(text)):
        return []
    found: list[tuple[int, int]] = []
    for start, end in sorted([*_dated(text), *(match.span() for match in _UNDATED.finditer(text))]):
        near = max(0, start - 60)
        bracket = max(text.rfind("[", near, start), text.rfind("(", near, start))
        if bracket >= 0 and _RELEASE.match(text, bracket):
            continue
        time = _TIME.match(text, end)
        if not found or start >= found[-1][1]:
            found.append((start, time.end() if time else end))
    return found


def _dated(text: str) -> Iterator[tuple[int, int]]:
    """The dates with a year; a year alone only at the end of the title, behind a comma or in brackets."""
    numberless = _NUMBERED.sub(lambda number: "#" * len(number[0]), text)
    for start, end, figured in dates_in(folded(numberless)):
        edtf = (figured.edtf or "").rstrip("?~%")
        if figured.problem == NO_YEAR.problem or "X" in edtf:
            continue
        if _YEARS.fullmatch(edtf):
            about = _ABOUT.search(text, max(0, start - 8), start)
            begin = about.start() if about else start
            if text[:begin].endswith((", ", "(")) and _ALONE.match(text, end):
                yield begin, end
            continue
        day = _WEEKDAY.search(text, max(0, start - 12), start)
        yield day.start() if day else start, end


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
