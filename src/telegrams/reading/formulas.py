"""The formal lines at the beginning and end of a document, told by their words (format.md 6.1, 6.2).

Which words say what is data: `data/openers.tsv` and `data/closers.tsv` (role, how, words). How:

    is       the whole line, but for figures, full stops and blanks
    begins   the line begins with the words; something may follow
    labels   the words and a colon; something may follow
"""

import re
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_LONGEST = 160
_BEFORE = '[("“* /'
_SURROUND = " .,;:!-–—[]()\"“”'*"


@cache
def _table(name: str) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Whole lines → role, and patterns in order → role."""
    whole: dict[str, str] = {}
    patterns: list[tuple[re.Pattern[str], str]] = []
    for line in (_DATA / name).read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        role, how, words = line.split("\t")
        if how == "is":
            whole |= dict.fromkeys(words.split("|"), role)
        else:
            patterns.append((_pattern(how, words), role))
    return whole, tuple(patterns)


def _pattern(how: str, words: str) -> re.Pattern[str]:
    alternatives = sorted((word.lstrip(_BEFORE) for word in words.split("|")), key=len, reverse=True)
    tail = r"\s?:" if how == "labels" else r"(?<=[^A-Za-z])|(?![A-Za-z])"
    return re.compile(rf"(?:{'|'.join(map(re.escape, alternatives))})(?:{tail})", re.IGNORECASE)


def _bare(line: str) -> str:
    letters = "".join(" " if each in "0123456789#№/" else each for each in line)
    return " ".join(letters.strip(_SURROUND).lower().split())


def _role(name: str, line: str) -> str | None:
    if len(line) > _LONGEST:
        return None
    whole, patterns = _table(name)
    role = whole.get(_bare(line))
    if role:
        return role
    text = line.lstrip(_BEFORE)
    return next((role for pattern, role in patterns if pattern.match(text)), None)


def opener_role(line: str) -> str | None:
    """What a line says at the beginning of a document: its classification, number, addressee …; none if unknown."""
    return _role("openers.tsv", line)


def closer_role(line: str) -> str | None:
    """What a line says at the end of a document: compliment, record, distribution …; none if unknown."""
    return _role("closers.tsv", line)
