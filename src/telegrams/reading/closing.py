"""The last passages of a text → which of them close the document, and what a closing line says (format.md 6.2).

closing := (dateline | signature | compliment | record | distribution)*   source notes and footnotes may follow
signature-line := [date] name | name [date]
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, get_args

from telegrams.model.body import CloserRole
from telegrams.model.dates import HistoricalDate
from telegrams.values.dates import find_dates

from .formulas import closer_role
from .passages import LINE, Passage

_ROLES: tuple[CloserRole, ...] = get_args(CloserRole)
_LONGEST = 240
_MOST = 12
_SHORT = 60
_INITIALS = r"(?:[^\W\d_a-z]\.[ -]?){0,3}"
_WORD = r"[^\W\d_][\w’'-]{0,30}"
_NAME = re.compile(rf"[(/\"“]?({_INITIALS}{_WORD}(?: {_INITIALS}{_WORD}){{0,3}})[.,\"”)/]{{0,3}}")


class SignedLine(NamedTuple):
    """A line of a signature: offsets of the date and of the name, where there are any."""

    date: tuple[int, int, HistoricalDate] | None
    name: tuple[int, int] | None


def read_signed_line(line: str, names: frozenset[str], year: int | None) -> SignedLine | None:
    """A line that is nothing but a date, a name or both. A name is in capitals, has initials, or is a party's.

    `names` holds the surnames and aliases of the document's parties in lower case.
    """
    start, end, date = 0, len(line), None
    dates = find_dates(line, year)
    if dates:
        found = dates[0] if dates[0].start == 0 else dates[-1]
        if found.start == 0:
            start = found.end
        elif found.end >= len(line) - 1:
            end = found.start
        else:
            return None
        date = (found.start, found.end, found.date)
    rest = line[start:end]
    bare = rest.strip(" ,;.")
    if date and not bare:
        return SignedLine(date, None)
    match = _NAME.fullmatch(rest.strip(" "))
    if not match or not _is_name(match[1], names):
        return None
    at = line.index(match[1], start)
    return SignedLine(date, (at, at + len(match[1])))


def _is_name(text: str, names: frozenset[str]) -> bool:
    words = text.replace(".", ". ").split()
    if words[-1].rstrip(".").lower() in names or text.lower() in names:
        return True
    letters = [word for word in words if not word.endswith(".")]
    if not letters or not all(word[0].isupper() for word in letters):
        return False
    capitals = all(word.isupper() and len(word) > 1 for word in letters)
    return capitals or (len(letters) < len(words) and len(letters) <= 2)


def closing_roles(passages: Sequence[Passage], end: int, names: frozenset[str], year: int | None) -> list[CloserRole]:
    """The roles of the passages that close the document, the last of them before `end`, in reading order."""
    roles: list[CloserRole] = []
    while len(roles) < min(_MOST, end):
        role = closing_role(passages[end - len(roles) - 1], names, year)
        if role is None:
            break
        roles.append(role)
    return roles[::-1]


def closing_role(passage: Passage, names: frozenset[str], year: int | None) -> CloserRole | None:
    """What a passage says if it closes a document: every line of it must be a closing line.

    Beside a date or a name, short lines without a stop may stand that are neither, such as an embassy's name.
    """
    if len(passage.text) > _LONGEST:
        return None
    lines = passage.text.split(LINE)
    known = [role for line in lines if (role := _line_role(line, names, year))]
    if len(known) < len(lines):
        short = all(len(line) <= _SHORT and line[-1] not in ".:;,?!" for line in lines)
        if not short or not {"signature", "dateline"} & set(known):
            return None
    return "signature" if "signature" in known else known[0]


def _line_role(line: str, names: frozenset[str], year: int | None) -> CloserRole | None:
    signed = read_signed_line(line, names, year)
    if signed:
        return "signature" if signed.name else "dateline"
    known = closer_role(line)
    if known == "other" and len(line) > _SHORT:
        return None
    return next((role for role in _ROLES if role == known), None)
