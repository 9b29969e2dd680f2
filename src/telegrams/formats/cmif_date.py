"""HistoricalDate → `date` of CMIF, which holds years, months and days only: the words as content."""

import datetime
import re

from telegrams.model.dates import HistoricalDate
from telegrams.model.edtf import edtf_bounds

from .xml import text

_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z")


def write_date(date: HistoricalDate) -> str:
    """The element; empty where the date has no normal form, because CMIF wants one.

    CMIF knows low certainty and none other.

    `1955?` is `when="1955"` with low certainty; `1962-10-XX` is `when="1962-10"`; `196X` and seasons are `notBefore`
    and `notAfter`; `a/b` is `from` and `to`; an interval with an open or unknown end is one of `notBefore`, `notAfter`.
    """
    if date.edtf is None:
        return ""
    unsure = date.edtf[-1] in "?~%" or date.doubtful or (date.inferred and date.inferred.certainty == "low")
    cert = ' cert="low"' if unsure else ""
    evidence = ' evidence="conjecture"' if date.inferred else ""
    return f"<date{_normal_form(date.edtf)}{cert}{evidence}>{text(date.verbatim)}</date>"


def _normal_form(edtf: str) -> str:
    start, slash, end = (part.rstrip("?~%") for part in edtf.partition("/"))
    start, end = (part.removesuffix("-XX").removesuffix("-XX") for part in (start, end))
    if not slash and _PLAIN.match(start):
        return f' when="{start}"'
    if _PLAIN.match(start) and _PLAIN.match(end):
        return f' from="{start}" to="{end}"'
    earliest, latest = edtf_bounds(edtf)
    before = "" if earliest == datetime.date.min else f' notBefore="{earliest}"'
    after = "" if latest == datetime.date.max else f' notAfter="{latest}"'
    return before + after or f' notBefore="{earliest}"'
