"""The Julian and the Gregorian calendar: `3 May 1917 (O.S.)`, `16/29 January 1918`. EDTF counts in the Gregorian."""

import re
from datetime import date, timedelta

from telegrams.model.edtf import edtf_bounds
from telegrams.values.patterns import compiled

from .figures import OLD_STYLE, Figured

_OLD = re.compile(r",? ?[\[(]?(?:O\. ?S\.|OS\b|[Oo]ld [Ss]tyle\b)[\])]?")
_TO_THE_MONTH = r"(?:/?\d{4}-[01]\d(?:-\d\d)?){1,2}"
_FIRST_YEAR, _LAST_YEAR = 1583, 1930
"""Where both calendars were in use: from the Gregorian reform to the end of the Julian one among states."""


def julian_gap(day: date) -> int:
    """How many days the Gregorian calendar is ahead of the Julian one, on a day of the Julian one."""
    year = day.year if day.month > 2 else day.year - 1
    return year // 100 - year // 400 - 2


def is_one_day(edtf: str) -> bool:
    """Whether an interval leads from a day of the Julian calendar to the same day of the Gregorian."""
    first, slash, last = edtf.partition("/")
    if not slash or not (len(first) == len(last) == len("1918-01-29")):
        return False
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return _FIRST_YEAR <= end.year <= _LAST_YEAR and (end - start).days == julian_gap(start)


def in_our_calendar(figured: Figured, text: str, end: int) -> tuple[Figured, int]:
    """What a date says if `(O.S.)` stands behind it, at `end`, and where that ends: its days in the Gregorian calendar.

    A month becomes the interval of its days; a year, or a date of a time when one calendar only was in use, stays. A
    year that is inferred cannot be of such a time: there is no date then.
    """
    old = _OLD.match(text, end)
    if figured.edtf is None or not old or not compiled(_TO_THE_MONTH).fullmatch(figured.edtf):
        return figured, end
    days = edtf_bounds(figured.edtf)
    if not _FIRST_YEAR <= days[0].year <= days[1].year <= _LAST_YEAR:
        return (figured._replace(edtf=None) if figured.inferred else figured), end
    first, last = ((day + timedelta(julian_gap(day))).isoformat() for day in days)
    return figured._replace(edtf=first if first == last else f"{first}/{last}", inferred=OLD_STYLE), old.end()
