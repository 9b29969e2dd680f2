"""Mentions of telegrams by their number: `your #1255`, `No. 49201`, `Embtel 924` (format.md 6.1, 6.4).

    reference := [whose] [kind] mark number | kind number        mark := "#" | "No." | "Nos." | "№" | "number"
"""

import re
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"


def _words(name: str) -> str:
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return "|".join(re.escape(line) for line in lines if line and not line.startswith("#"))


_KINDS = _words("telegram_words.txt")
_CODES = _words("telegram_codes.txt")
_NUMBER = r"[0-9][0-9A-Za-z]{0,8}(?:[-/.][0-9A-Za-z]{1,8}){0,3}(?![0-9A-Za-z])"
_MARKED = {
    "#": re.compile(rf"# ?({_NUMBER})"),
    "№": re.compile(rf"№ ?({_NUMBER})"),
    "No": re.compile(rf"\bNos?\.? ?({_NUMBER})"),
    "umber": re.compile(rf"\b[Nn]umber ({_NUMBER})"),
}
_LEAD = re.compile(rf"(?:\b(?:[Yy]our|[Oo]ur|[Mm]y|[Hh]is|[Tt]heir) )?(?:\b(?:{_KINDS}) )?$")
_LONGEST_LEAD = 40
_CODED = re.compile(rf"\b(?:{_CODES}) (?:No\. )?({_NUMBER})")
_FEWEST_FIGURES = 2


class Reference(NamedTuple):
    """A mention: where it stands, its words, and the telegram's number."""

    start: int
    end: int
    verbatim: str
    number: str


def find_references(text: str) -> list[Reference]:
    """The mentions of telegrams in a text, in order. `No.` alone counts with two figures or more."""
    found: list[Reference] = []
    for literal, pattern in _MARKED.items():
        if literal in text:
            found += (each for match in pattern.finditer(text) if (each := _reference(text, match)))
    if "to" in text or "To" in text or "tel" in text:
        found += (Reference(match.start(), match.end(), match[0], match[1]) for match in _CODED.finditer(text))
    return found


def _reference(text: str, match: re.Match[str]) -> Reference | None:
    """With the words before it that say whose telegram it is."""
    begin = max(0, match.start() - _LONGEST_LEAD)
    lead = _LEAD.search(text[begin : match.start()])
    start = begin + lead.start() if lead else match.start()
    if start == match.start() and sum(map(str.isdigit, match[1])) < _FEWEST_FIGURES:
        return None
    return Reference(start, match.end(), text[start : match.end()], match[1])
