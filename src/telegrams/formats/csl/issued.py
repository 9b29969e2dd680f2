"""EDTF ⇄ CSL dates, and the date of an item as a HistoricalDate.

CSL dates are written as `date-parts` only: an EDTF string in `issued` loses the date in citeproc-js and stops
citeproc-py.
"""

import re
from collections.abc import Mapping
from typing import Any

from telegrams.facts.calendar import MONTH_NAMES
from telegrams.model import HistoricalDate

from .fields import section, valid, words_of

CitationDate = dict[str, Any]
"""A CSL date: `{"date-parts": [[1962, 10, 20]]}`, with a second array for a range, `season`, `circa`."""

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_SEASONS = range(21, 25)


def issued(edtf: str | None) -> CitationDate | None:
    """The CSL date of an EDTF string (levels 0 and 1), as precise as it; None where it names no beginning.

    Figures left open make a date less precise (`1962-10-XX` is October 1962) or a range (`196X` is 1960 to 1969);
    `~`, `?` and `%` become `circa`. An interval without a known end gives its beginning. What is lost so is kept by
    the writer in `custom`.
    """
    first, interval, last = (edtf or "").partition("/")
    begin = _end_points(first)
    if begin is None:
        return None
    end = _end_points(last) if interval else None
    parts = begin.parts if end is None else [begin.parts[0], end.parts[-1]]
    date: CitationDate = {"date-parts": parts}
    if begin.season and not interval:
        date["season"] = begin.season
    if begin.circa or (end is not None and end.circa):
        date["circa"] = True
    return date


class _Points:
    """The first and last day, month or year that one EDTF date stands for."""

    def __init__(self, parts: list[list[int]], season: int, circa: bool) -> None:
        self.parts, self.season, self.circa = parts, season, circa


def _end_points(date: str) -> _Points | None:
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    if "X" in year:
        return _Points([[int(year.replace("X", "0")) or 1], [int(year.replace("X", "9"))]], 0, bool(mark))
    parts = [int(year)]
    if month and month != "XX":
        if int(month) in _SEASONS:
            return _Points([parts], int(month) - _SEASONS.start + 1, bool(mark))
        parts.append(int(month))
        if day and day != "XX":
            parts.append(int(day))
    return _Points([parts], 0, bool(mark))


def edtf(date: Mapping[str, Any]) -> str | None:
    """The EDTF string of a CSL date with `date-parts`; None where the parts are not figures.

    The calendar is not checked. Reads also what Zotero writes: figures as strings, a season beside the
    year, `circa` of any kind.
    """
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return None
    season = date.get("season")
    ends = [_edtf_date(part, season if len(parts) == 1 else None) for part in parts]
    mark = "~" if date.get("circa") else ""
    known = [end + mark for end in ends if end is not None]
    return "/".join(known) if len(known) == len(parts) else None


def _edtf_date(parts: object, season: object) -> str | None:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return None
    figures = [int(part) for part in parts if re.fullmatch(r"[0-9]{1,4}", str(part))]
    if len(figures) < len(parts):
        return None
    if len(figures) == 1 and str(season) in ("1", "2", "3", "4"):
        return f"{figures[0]:04d}-{_SEASONS.start + int(str(season)) - 1}"
    return "-".join([f"{figures[0]:04d}", *(f"{figure:02d}" for figure in figures[1:])])


def date_of(item: Mapping[str, Any]) -> HistoricalDate | None:
    """The item's `issued`: its parts as EDTF, in the words the citation uses for that date where it has them.

    A `literal` or `raw` date keeps its words, and is EDTF where it is an ISO 8601 date.
    """
    issued = section(item, "issued")
    found = edtf(issued)
    words = words_of(issued, "literal", "raw")
    if found is None:
        if words is None:
            return None
        return valid(HistoricalDate, verbatim=words, edtf=words if _ISO.fullmatch(words) else None) or HistoricalDate(
            verbatim=words
        )
    printed = words_of(section(item, "custom"), "recommended-citation") or ""
    forms = _forms(found)
    verbatim = words or next((form for form in forms if form in printed), forms[0])
    return valid(HistoricalDate, verbatim=verbatim, edtf=found)


def _forms(date: str) -> tuple[str, ...]:
    """How the archive prints a date: `October 1, 1962`, `October 01, 1962`, `October 1962`, `1962`; others as EDTF."""
    if not _ISO.fullmatch(date):
        return (date,)
    year, *rest = date.split("-")
    if not rest or not 1 <= int(rest[0]) <= len(MONTH_NAMES):
        return (date,)
    month = MONTH_NAMES[int(rest[0]) - 1]
    if len(rest) == 1:
        return (f"{month} {year}",)
    return f"{month} {int(rest[1])}, {year}", f"{month} {rest[1]}, {year}"
