"""The dates that running prose mentions: `On October 18 a conversation`, `of 27 and 28 October`, `July of this year`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from telegrams.model import HistoricalDate

from .forms import FORMS_FROM_FIGURE, FORMS_FROM_WORD, Form, compiled
from .parse import numbers_something
from .reading import FROM_DOCUMENT, SHARED_MONTH, Moment, Reading, point
from .words import ENGLISH_MONTHS, MONTHS, SEASONS

_NOT_IN_PROSE = {"year-figures", "year-month-day", "decade", "years", "year"}
_FROM_FIGURE = tuple(form for form in FORMS_FROM_FIGURE if form.name not in _NOT_IN_PROSE)
_LOOK_BACK = 32
_LONGEST = 60
_MONTH_BEFORE = re.compile(r"(?<![^\W\d_])(?:([^\W\d_]{3,10})(?:[-–—]| to | through | and ))?([^\W\d_]{3,10})(?:\.?,? (?:the )?| of )$")
_MONTH_AT_END = re.compile(r"([A-Z][a-z]{2,8})(?: of)?$")
_DAY_LIST = re.compile(
    r"(?P<days>\d{1,2}(?:, \d{1,2}){0,8}),? (?:and|or) (?P<last>\d{1,2} (?P<month>[A-Z][a-zA-Z]{2,8})\b(?:,? (?P<year>\d{4})(?!\d))?)"
)
_MAY_BE_DATE = re.compile(r"\d{1,2}(?:[./-]|(?:st|nd|rd|th)?(?:,? (?:of |to |and |or |[-–—] ?)?(?:\d|[^\W\d_]{3})|[–—]))|\d{4}[-年]")
_NO_DATE = re.compile(r"[.,]\d| ?%|,? (?:of )?(?:that|the (?:same|following|next|previous|preceding)) year\b")
"""What shows that a day without year is a quantity, or a day of another year than the document's."""
_RELATIVE = ((" of this year", 0), (" this year", 0), (" of last year", -1), (" last year", -1), (" of next year", 1), (" next year", 1))


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
    for position in _starts_of_figures(text):
        if position >= end:
            mentions.extend(_mentions_at(text, position, end, year))
            end = mentions[-1].end if mentions else 0
    if year is not None:
        taken = {mention.end for mention in mentions}
        relative = [mention for mention in _months_of_this_year(text, year) if mention.end not in taken]
        if relative:
            mentions = sorted(mentions + relative)
    return mentions


def _starts_of_figures(text: str) -> list[int]:
    """Where runs of figures begin: ten quick searches cost less than one regular expression over the text."""
    places = []
    for figure in "0123456789":
        position = text.find(figure)
        while position >= 0:
            if not text[position - 1 : position].isdecimal():
                places.append(position)
            position = text.find(figure, position + 1)
    places.sort()
    return places


def _mentions_at(text: str, position: int, floor: int, year: int | None) -> Iterator[DateMention]:
    """The mentions whose first figure stands at `position`; none of their words stands before `floor`."""
    start = _word_start(text, position, floor)
    if start is None:
        if not _MAY_BE_DATE.match(text, position):
            return
        days = _DAY_LIST.match(text, position)
        if days and days["month"].capitalize() in ENGLISH_MONTHS:
            yield from _listed_days(days, year)
            return
    first = position if start is None else start
    for form in _FROM_FIGURE if start is None else FORMS_FROM_WORD:
        match = _without_short_year(form, compiled(form.pattern).match(text, first, first + _LONGEST))
        mention = _mention(form, match, year) if match else None
        if mention:
            yield mention
            return


def _without_short_year(form: Form, match: re.Match[str] | None) -> re.Match[str] | None:
    """The match without a two-figure year, which in prose is more often a number of something."""
    if not match or "roman" in form.name:
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
        for relative, shift in _RELATIVE:
            if year is not None and text.startswith(relative, end):
                end, year = end + len(relative), year + shift
                break
    reading = form.read(match, year)
    if not reading or not reading.edtf or numbers_something(text, start):
        return None
    return DateMention(start, end, _date(text[start:end], reading))


def _capitals(name: str) -> frozenset[str]:
    return ENGLISH_MONTHS if name[0].isupper() else frozenset()


def _date(verbatim: str, reading: Reading) -> HistoricalDate:
    return HistoricalDate(
        verbatim=verbatim, edtf=reading.edtf, doubtful=reading.doubtful, inferred=reading.inferred
    )


def _listed_days(match: re.Match[str], document_year: int | None) -> Iterator[DateMention]:
    """`27 and 28 October`: a mention for every day, the last one with its month."""
    year = int(match["year"]) if match["year"] else document_year
    inferred = SHARED_MONTH if match["year"] else FROM_DOCUMENT
    month = MONTHS[match["month"].lower()]
    for day in re.finditer(r"\d+", match["days"]):
        reading = point(Moment(year, month, int(day[0])), inferred)
        if reading.edtf:
            start = match.start() + day.start()
            yield DateMention(start, start + len(day[0]), _date(day[0], reading))
    reading = point(Moment(year, month, int(match["last"].split()[0])), None if match["year"] else FROM_DOCUMENT)
    if reading.edtf:
        yield DateMention(match.start("last"), match.end("last"), _date(match["last"], reading))


def _months_of_this_year(text: str, year: int) -> Iterator[DateMention]:
    """`July of this year`, `July last year`."""
    for words, shift in _RELATIVE:
        if not words.startswith(" of"):
            position = text.find(words)
            while position >= 0:
                begin = max(0, position - 14)
                match = _MONTH_AT_END.search(text[begin:position])
                end = position + len(words)
                if match and match[1] in ENGLISH_MONTHS:
                    start = begin + match.start()
                    reading = point(Moment(year + shift, MONTHS[match[1].lower()]), FROM_DOCUMENT)
                    yield DateMention(start, end, _date(text[start:end], reading))
                position = text.find(words, end)


def _word_start(text: str, position: int, floor: int) -> int | None:
    """Where the month (or span of months, or season) right before `position` begins."""
    before = text[max(floor, position - _LOOK_BACK) : position]
    if before[-1:] != " ":
        return None
    match = _MONTH_BEFORE.search(before)
    if not match or (match[2].lower() not in MONTHS and match[2].lower() not in SEASONS):
        return None
    both = match[1] and match[1].lower() in MONTHS
    return position - len(before) + match.start(1 if both else 2)
