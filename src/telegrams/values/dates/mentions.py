"""The dates that running prose mentions: `On October 18 a conversation`, `July of this year`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from telegrams.facts.calendar import ENGLISH_MONTHS, MONTHS, ROMAN_MONTHS, SEASONS
from telegrams.model import HistoricalDate, Inference
from telegrams.values.scanning import starts_of_figures

from .figures import FROM_DOCUMENT, SHARED_MONTH, Figured, Moment, single
from .forms import FORMS_FROM_DAY, FORMS_FROM_WORD, FORMS_FROM_YEAR, Form
from .parse import numbers_something
from .patterns import compiled

_NOT_IN_PROSE = {"year-figures", "year-month-day", "decade", "years", "year"}
_FROM_YEAR = tuple(form for form in FORMS_FROM_YEAR if form.name not in _NOT_IN_PROSE)
_LOOK_BACK = 32
_LONGEST = 60
_MONTH_BEFORE = re.compile(
    r"(?<![^\W\d_])(?:([^\W\d_]{3,12})(?:[-–—]| to | through | and ))?([^\W\d_]{3,12})(?:\.?,? (?:the )?| of )$"
)
_MONTH_AT_END = re.compile(r"([A-Z][a-z]{2,8})(?: of)?$")
_DAY_LIST = re.compile(
    r"(?P<days>\d{1,2}(?:, \d{1,2}){0,8}),? (?:and|or) "
    r"(?P<last>\d{1,2} (?P<month>[A-Z][a-zA-Z]{2,8})\b(?:,? (?P<year>\d{4})(?!\d))?)"
)
_USUAL = re.compile(
    r"(?:(\d{1,2}) ([A-Z][a-z]{2,8})|([A-Z][a-z]{2,8}) (\d{1,2})(?!\d))(?:,? (\d{4}))?"
    r"(?![\w\[/&–—-]|[.,]?[ \n]?\d| ?[-–—/&%\[]"
    r"|,? (?:(?:and|or) \d|(?:to|until|till|through|bis)\b|(?:of )?(?:this|that|last|next|the [a-z]{4,9}) year\b))"
    r"|([A-Z][a-z]{2,8}) (\d{4})(?![\w/])"
)
_MAY_BE_DATE = re.compile(
    r"\d{1,2}(?:[./](?:\d|[IVX])|(?:(?:st|nd|rd|th)\b|\.)?(?:,? ?| ?[-–—/] ?)(?:([^\W\d_]{1,12})|\d))|\d{4}(?:-\d| ?年)"
)
_LINKS = {"of", "de", "den", "to", "and", "or", "until", "till", "through", "thru", "bis"}
_AFTER_DAY = {*MONTHS, *map(str.lower, ROMAN_MONTHS), "xl", *_LINKS}
_NO_DATE = re.compile(
    r"[.,]\d| ?%|,? ?\n ?\d{4}(?!\d)|,? (?:of )?(?:that|the (?:same|following|next|previous|preceding)) year\b"
)
"""What shows that a day without year is a quantity, or a day of another year than the document's."""
_RELATIVE = re.compile(r" (?:of )?(this|last|next) year\b")
_SHIFTS = {" this": 0, " last": -1, " next": 1}
_FIGURES = re.compile(r"\d+")
_BEFORE = "(\"'“‘–—-\n"
_LEADING = {*MONTHS, *SEASONS, "of", "the"}


class DateMention(NamedTuple):
    """A date in running text: where it stands, and the date."""

    start: int
    end: int
    date: HistoricalDate


def find_dates(text: str, year: int | None = None) -> list[DateMention]:
    """The dates mentioned in prose, in order, without overlap; each one's verbatim form is its slice of `text`.

    mention = date with month and year | month and day | month, [ "of" ], ( "this" | "last" ), "year" ;

    `year` is that of the document: it completes a month and day (marked as inferred, `year-from-document`); without it
    such dates are not reported. Neither are bare years and months, seasons without year, impossible dates, dates with
    brackets inside (those belong to the editor) and two-figure years, except after a roman month. Of `27 and 28
    October` both are reported. A lower-case month name counts only before a year of four figures.
    """
    mentions: list[DateMention] = []
    end = 0
    for position in starts_of_figures(text):
        if position < end:
            continue
        start = _word_start(text, position, end) if text[position - 1 : position] == " " else None
        if start is None and not _may_be_date(text, position):
            continue
        usual = _usual_mention(text, position if start is None else start, year)
        found = [usual] if usual else _mentions_at(text, position, start, year)
        if found:
            mentions += found
            end = found[-1].end
    if year is not None:
        taken = {mention.end for mention in mentions}
        relative = [mention for mention in _months_of_this_year(text, year) if mention.end not in taken]
        if relative:
            mentions = sorted(mentions + relative)
    return mentions


def _may_be_date(text: str, position: int) -> bool:
    """A quick look at the word behind a figure: most figures are no days."""
    match = _MAY_BE_DATE.match(text, position)
    return match is not None and (not match[1] or match[1].lower() in _AFTER_DAY)


def _mentions_at(text: str, position: int, start: int | None, year: int | None) -> list[DateMention]:
    """The mentions whose first figure stands at `position`; `start` is where the month before it stands, if any."""
    days = _DAY_LIST.match(text, position) if start is None else None
    if days and days["month"].capitalize() in ENGLISH_MONTHS:
        return _listed_days(days, year)
    if start is not None:
        first, forms = start, FORMS_FROM_WORD
    else:
        first, forms = position, _FROM_YEAR if text[position : position + 4].isdecimal() else FORMS_FROM_DAY
    for form in forms:
        whole = compiled(form.pattern).match(text, first, first + _LONGEST)
        match = _without_short_year(form, whole) if whole else None
        mention = _mention(form, match, year) if match else None
        if mention:
            return [mention]
    return []


def _usual_mention(text: str, start: int, year: int | None) -> DateMention | None:
    """`28 October`, `October 18`, `1 May 1949`, `July 31, 1955`, `October 1949`: the forms that most mentions have."""
    match = _USUAL.match(text, start)
    if not match or numbers_something(text, start):
        return None
    day, month, first_month, other_day, figures, bare_month, bare_year = match.groups()
    name, figures = month or first_month or bare_month, figures or bare_year
    if name not in ENGLISH_MONTHS:
        return None
    day = day or other_day
    moment = Moment(int(figures) if figures else year, MONTHS[name.lower()], int(day) if day else None)
    figured = single(moment, None if figures else FROM_DOCUMENT)
    return DateMention(start, match.end(), _date(match[0], figured)) if figured.edtf else None


def _without_short_year(form: Form, match: re.Match[str]) -> re.Match[str] | None:
    """The match without a two-figure year, which in prose is more often a number of something."""
    if "roman" in form.name:
        return match
    for group in ("y1", "y2"):
        figures = match.groupdict().get(group)
        if figures and len(figures) != 4:
            return match.re.match(match.string, match.start(), match.start(group))
    return match


def _mention(form: Form, match: re.Match[str], year: int | None) -> DateMention | None:
    groups, start = match.groupdict(), match.start()
    words = match[0].rstrip(" .,")
    if any(sign in words for sign in ("[", "]", "?", "  ")):
        return None
    text, end = match.string, start + len(words)
    if not (groups.get("y1") or groups.get("y2")):
        months = [groups[name] for name in ("m1", "m2") if groups.get(name)]
        if form.name == "day-roman-year" or any(name.capitalize() not in _capitals(name) for name in months):
            return None
        if _NO_DATE.match(text, end):
            return None
        relative = _RELATIVE.match(text, end)
        if relative and year is not None:
            end, year = relative.end(), year + _SHIFTS[f" {relative[1]}"]
    figured = form.read(match, year)
    if not figured or not figured.edtf or numbers_something(text, start):
        return None
    if figured.doubtful and " and " in words:
        return None
    return DateMention(start, end, _date(text[start:end], figured))


def _capitals(name: str) -> frozenset[str]:
    return ENGLISH_MONTHS if name[0].isupper() else frozenset()


def _date(verbatim: str, figured: Figured) -> HistoricalDate:
    return HistoricalDate(verbatim=verbatim, edtf=figured.edtf, doubtful=figured.doubtful, inferred=figured.inferred)


def _listed_days(match: re.Match[str], document_year: int | None) -> list[DateMention]:
    """`27 and 28 October`: a mention for every day, the last one with its month."""
    year = int(match["year"]) if match["year"] else document_year
    month = MONTHS[match["month"].lower()]
    inferred = SHARED_MONTH if match["year"] else FROM_DOCUMENT
    places: list[tuple[int, str, Inference | None]] = [
        (match.start() + day.start(), day[0], inferred) for day in _FIGURES.finditer(match["days"])
    ]
    places.append((match.start("last"), match["last"], None if match["year"] else FROM_DOCUMENT))
    mentions = []
    for start, words, inference in places:
        figured = single(Moment(year, month, int(words.split(" ")[0])), inference)
        if figured.edtf:
            mentions.append(DateMention(start, start + len(words), _date(words, figured)))
    return mentions


def _months_of_this_year(text: str, year: int) -> Iterator[DateMention]:
    """`July of this year`, `July last year`."""
    position = text.find(" year")
    while position >= 0:
        shift = _SHIFTS.get(text[position - 5 : position])
        if shift is not None:
            begin, end = max(0, position - 19), position + len(" year")
            match = _MONTH_AT_END.search(text[begin : position - 5])
            if match and match[1] in ENGLISH_MONTHS:
                start = begin + match.start()
                figured = single(Moment(year + shift, MONTHS[match[1].lower()]), FROM_DOCUMENT)
                yield DateMention(start, end, _date(text[start:end], figured))
        position = text.find(" year", position + 1)


def _word_start(text: str, position: int, floor: int) -> int | None:
    """Where the month (or span of months, or season) right before `position` begins."""
    floor = max(floor, position - _LOOK_BACK)
    last = text[floor : position - 1].rpartition(" ")[2].rpartition("-")[2]
    if last.lower() not in _LEADING and last.lstrip(_BEFORE).rstrip(".,").lower() not in _LEADING:
        return None
    before = text[floor:position]
    match = _MONTH_BEFORE.search(before)
    if not match or (match[2].lower() not in MONTHS and match[2].lower() not in SEASONS):
        return None
    both = match[1] and match[1].lower() in MONTHS
    return position - len(before) + match.start(1 if both else 2)
