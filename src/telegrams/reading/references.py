"""Mentions of telegrams by their number: `your #1255`, `No. 49201`, `Embtel 924` (format.md 6.1, 6.4).

reference := [whose] [kind] mark number | kind number        mark := "#" | "No." | "Nos." | "№" | "number"
"""

import re
from typing import NamedTuple

from telegrams.facts import entries
from telegrams.values.scanning import starts_of_figures

_KINDS = "|".join(map(re.escape, entries("telegram_words")))
_CODES = "|".join(map(re.escape, entries("telegram_codes")))
_NUMBER = re.compile(r"[0-9][0-9A-Za-z]{0,8}(?:[-/.][0-9A-Za-z]{1,8}){0,3}(?![0-9A-Za-z])")
_LEAD = re.compile(
    rf"(?:\b(?:[Yy]our|[Oo]ur|[Mm]y|[Hh]is|[Tt]heir) )?(?:\b(?:{_KINDS}) )?"
    rf"(?:[#№] ?|\bNos?\.? ?|\b[Nn]umber |\b(?:{_CODES}) (?:No\. )?)$"
)
_LONGEST_LEAD = 40
_FEWEST_FIGURES = 2
_LONGEST_MARK = 12
_MARKS = ("#", "№", "No", "No.", "Nos", "Nos.", "umber", *entries("telegram_codes"))
_BARE = frozenset("#№N")


class Reference(NamedTuple):
    """A mention: where it stands, its words, and the telegram's number."""

    start: int
    end: int
    verbatim: str
    number: str


def find_references(text: str) -> list[Reference]:
    """The mentions of telegrams in a text, in order. A mark alone (`No. 7`) counts with two figures or more."""
    found: list[Reference] = []
    for start in starts_of_figures(text):
        before = text[max(0, start - _LONGEST_MARK) : start].rstrip(" ")
        if not before.endswith(_MARKS) or not (match := _NUMBER.match(text, start)):
            continue
        if text[start - 2 : start] == "&#":
            continue
        begin = max(0, start - _LONGEST_LEAD)
        lead = _LEAD.search(text[begin:start])
        if not lead or (lead[0][0] in _BARE and sum(map(str.isdigit, match[0])) < _FEWEST_FIGURES):
            continue
        found.append(Reference(begin + lead.start(), match.end(), text[begin + lead.start() : match.end()], match[0]))
    return found
