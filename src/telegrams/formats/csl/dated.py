"""The date of an item as a HistoricalDate."""

import re
from collections.abc import Mapping
from typing import Any

from telegrams.facts.calendar import MONTH_NAMES
from telegrams.model import HistoricalDate

from .fields import section, valid, words_of
from .issued import edtf

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


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
