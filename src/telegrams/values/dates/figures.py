"""From figures to EDTF: what one form of date says, before it becomes a `HistoricalDate`."""

from calendar import isleap
from typing import NamedTuple

from telegrams.facts.rules import inference
from telegrams.model import Inference

CENTURY = inference("century-1900")
SUPPLIED = inference("supplied-year")
CENTURY_FROM_DOCUMENT = inference("century-from-document")
SHARED_YEAR = inference("shared-year")
PREVIOUS_YEAR = inference("previous-year")
SHARED_MONTH = inference("shared-month")
OLD_STYLE = inference("old-style")
BOTH_CALENDARS = inference("both-calendars")
MISREAD_ROMAN = inference("misread-roman-figure")


_LEAP_YEAR, _LAST_YEAR = 2000, 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment(NamedTuple):
    """A year, month or day in figures, as far as the words give them."""

    year: int | None
    month: int | None = None
    day: int | None = None


class Default(NamedTuple):
    """What completes the words of a date."""

    year: int | None = None
    """The year where they give none."""
    inferred: Inference | None = None
    """The rule that tells this year."""
    near: int | None = None
    """The year of the document, to which two figures of a year are nearest."""


class Figured(NamedTuple):
    """What a form says. Without `edtf`, `problem` tells why."""

    edtf: str | None
    inferred: Inference | None = None
    doubtful: bool = False
    problem: str | None = None
    """`impossible`, `no-year`, `day-or-month` or `two-dates`."""


NO_YEAR = Figured(None, problem="no-year")
IMPOSSIBLE = Figured(None, problem="impossible")


def exists(moment: Moment) -> bool:
    """Whether the calendar has this year, month or day."""
    year, month, day = moment
    if not year or not 1 <= year <= _LAST_YEAR:
        return False
    if month is None:
        return True
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= _DAYS[month] or (day == 29 and month == 2 and isleap(year))


def edtf_of(moment: Moment) -> str:
    """EDTF of a moment that exists, as precise as it is."""
    year, month, day = moment
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def single(moment: Moment, inferred: Inference | None = None, qualifier: str = "") -> Figured:
    """What one date says, which may be impossible or lack its year."""
    if moment.year is None:
        return NO_YEAR if exists(moment._replace(year=_LEAP_YEAR)) else IMPOSSIBLE
    return Figured(edtf_of(moment) + qualifier, inferred) if exists(moment) else IMPOSSIBLE


def interval(start: Moment, end: Moment, inferred: Inference | None = None, qualifier: str = "") -> Figured:
    """What two dates say as an interval. What `start` lacks it shares with `end`.

    A start without a year of its own that would lie after the end (`30 December to 2 January 1960`) is of the year
    before. An interval that still ends before it begins is impossible; equal ends are one date.
    """
    if end.year is None:
        return NO_YEAR
    year, month = start.year, start.month or end.month
    if year is None:
        turn = bool(month and end.month and month > end.month)
        year, inferred = (end.year - 1, PREVIOUS_YEAR) if turn else (end.year, inferred)
    begin = Moment(year, month, start.day)
    if not exists(begin) or not exists(end):
        return IMPOSSIBLE
    first, last = edtf_of(begin), edtf_of(end)
    if first == last:
        return Figured(first + qualifier, inferred)
    if first > last:
        return IMPOSSIBLE
    return Figured(f"{first}{qualifier}/{last}{qualifier}", inferred)
