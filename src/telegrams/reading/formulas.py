"""The formal lines at the beginning and end of a document, told by their words (format.md 6.1, 6.2).

Which words say what is data: `data/openers.tsv` and `data/closers.tsv` (role, how, words). The rule by which a line is
known is named after the row: `opener-urgency-is`. How:

    is       the whole line, but for figures, full stops and blanks
    begins   the line begins with the words; something may follow
    labels   the words and a colon; something may follow
"""

import re
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

_DATA = Path(__file__).parent / "data"
_LONGEST = 160
_BEFORE = '[("“* /'
_SURROUND = " .,;:!-–—[]()\"“”'*"

Role = TypeVar("Role")


class Formula(NamedTuple, Generic[Role]):
    """A formal line or group of lines."""

    role: Role
    """What it says."""
    rule: str
    """The name of the rule that tells so."""


@cache
def _table(sort: str) -> tuple[dict[str, Formula[str]], tuple[tuple[re.Pattern[str], Formula[str]], ...]]:
    """Whole lines → formula, and patterns in order → formula."""
    whole: dict[str, Formula[str]] = {}
    patterns: list[tuple[re.Pattern[str], Formula[str]]] = []
    for line in (_DATA / f"{sort}s.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        role, how, words = line.split("\t")
        formula = Formula(role, f"{sort}-{role}-{how}")
        if how == "is":
            whole |= dict.fromkeys(words.split("|"), formula)
        else:
            patterns.append((_pattern(how, words), formula))
    return whole, tuple(patterns)


def _pattern(how: str, words: str) -> re.Pattern[str]:
    alternatives = sorted((word.lstrip(_BEFORE) for word in words.split("|")), key=len, reverse=True)
    tail = r"\s?:" if how == "labels" else r"(?<=[^A-Za-z])|(?![A-Za-z])"
    return re.compile(rf"(?:{'|'.join(map(re.escape, alternatives))})(?:{tail})", re.IGNORECASE)


def _bare(line: str) -> str:
    letters = "".join(" " if each in "0123456789#№/" else each for each in line)
    return " ".join(letters.strip(_SURROUND).lower().split())


def _formula(sort: str, line: str) -> Formula[str] | None:
    if len(line) > _LONGEST:
        return None
    whole, patterns = _table(sort)
    formula = whole.get(_bare(line))
    if formula:
        return formula
    text = line.lstrip(_BEFORE)
    return next((formula for pattern, formula in patterns if pattern.match(text)), None)


def opener_formula(line: str) -> Formula[str] | None:
    """What a line says at the beginning of a document: its classification, number, addressee …; none if unknown."""
    return _formula("opener", line)


def closer_formula(line: str) -> Formula[str] | None:
    """What a line says at the end of a document: compliment, record, distribution …; none if unknown."""
    return _formula("closer", line)
