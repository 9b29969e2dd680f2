"""The parts of a holding clause: what stands between its commas."""

import re
from dataclasses import dataclass, field

from .marks import mask

_COMMA = re.compile(r",(?: |(?=\D)|$)")


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
    """The clause from `start` on, cut at commas outside brackets and quotation marks."""
    parts: list[Part] = []
    for comma in (*_COMMA.finditer(mask(text), start), None):
        end = comma.start() if comma else len(text)
        while start < end and text[start] in " ,:":
            start += 1
        if start < end and not text[start:end].isspace():
            parts.append(Part(start, end, text[start:end].rstrip()))
        start = comma.end() if comma else end
    return parts
