"""The parts of a holding clause: what stands between its commas."""

import re
from dataclasses import dataclass, field

from telegrams.facts.calendar import ENGLISH_MONTHS
from telegrams.values.patterns import compiled

from .marks import HIDDEN, mask
from .vocabulary import alternatives

_COMMA = re.compile(r",(?: |(?=\D)|$)")
_YEAR = re.compile(r", \d{4}(?!\w)")
_IN_DATE = rf"(?:{alternatives(ENGLISH_MONTHS)})\.? \d{{1,2}}(?:[-–]\d{{1,2}})?, \d{{4}}(?!\w)"


@dataclass(slots=True)
class Part:
    """One part of a clause and what it turns out to be."""

    start: int
    end: int
    text: str
    kind: str = ""
    """`archive`, `place`, `unit`, `collection`, `rest`; empty while unknown."""
    values: list[tuple[str, str]] = field(default_factory=list)
    """Fields of the holding and their values, for a part that holds units."""


def cut_parts(text: str, start: int = 0) -> list[Part]:
    """The clause from `start` on, cut at commas outside brackets, quotation marks and dates (`May 3, 1961`)."""
    parts: list[Part] = []
    masked = mask(text)
    if _YEAR.search(masked):
        masked = compiled(_IN_DATE).sub(lambda date: date[0].replace(",", HIDDEN), masked)
    for comma in (*_COMMA.finditer(masked, start), None):
        end = comma.start() if comma else len(text)
        while start < end and text[start] in " ,:":
            start += 1
        if start < end and not text[start:end].isspace():
            parts.append(Part(start, end, text[start:end].rstrip()))
        start = comma.end() if comma else end
    return parts
