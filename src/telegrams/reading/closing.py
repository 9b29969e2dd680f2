"""The last passages of a text → which of them close the document, and what a closing line says (format.md 6.2).

closing := (dateline | signature | compliment | record | distribution)*   source notes and footnotes may follow
signature-line := [date] name | name [date]
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from telegrams.model.body import CLOSER_ROLES, CloserRole
from telegrams.model.dates import HistoricalDate
from telegrams.model.known import one_of
from telegrams.values.dates import find_dates

from .formulas import Formula, closer_formula
from .passages import LINE, Passage

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
    rule: str
    """The name of the rule that tells the name, or else the date."""


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
        return SignedLine(date, None, "closer-dateline")
    match = _NAME.fullmatch(rest.strip(" "))
    rule = _name_rule(match[1], names) if match else None
    if not match or not rule:
        return None
    at = line.index(match[1], start)
    return SignedLine(date, (at, at + len(match[1])), rule)


def _name_rule(text: str, names: frozenset[str]) -> str | None:
    """The name of the rule by which words are a name; none where they are not."""
    words = text.replace(".", ". ").split()
    if words[-1].rstrip(".").lower() in names or text.lower() in names:
        return "closer-signature-of-party"
    letters = [word for word in words if not word.endswith(".")]
    if not letters or not all(word[0].isupper() for word in letters):
        return None
    if all(word.isupper() and len(word) > 1 for word in letters):
        return "closer-signature-capitals"
    return "closer-signature-initials" if len(letters) < len(words) and len(letters) <= 2 else None


def read_closings(
    passages: Sequence[Passage], end: int, names: frozenset[str], year: int | None
) -> list[Formula[CloserRole]]:
    """What the passages say that close the document, the last of them before `end`, in reading order."""
    found: list[Formula[CloserRole]] = []
    while len(found) < min(_MOST, end):
        formula = read_closing(passages[end - len(found) - 1], names, year)
        if formula is None:
            break
        found.append(formula)
    return found[::-1]


def read_closing(passage: Passage, names: frozenset[str], year: int | None) -> Formula[CloserRole] | None:
    """What a passage says if it closes a document: every line of it must be a closing line.

    Beside a date or a name, short lines without a stop may stand that are neither, such as an embassy's name.
    """
    if len(passage.text) > _LONGEST:
        return None
    lines = passage.text.split(LINE)
    known = [formula for line in lines if (formula := _closing_line(line, names, year))]
    told = next((each for each in known if each.role == "signature"), known[0] if known else None)
    if told is None or len(known) == len(lines):
        return told
    short = all(len(line) <= _SHORT and line[-1] not in ".:;,?!" for line in lines)
    if not short or not any(each.role in ("signature", "dateline") for each in known):
        return None
    return Formula(told.role, "closer-among-others")


def _closing_line(line: str, names: frozenset[str], year: int | None) -> Formula[CloserRole] | None:
    signed = read_signed_line(line, names, year)
    if signed:
        return Formula("signature" if signed.name else "dateline", signed.rule)
    known = closer_formula(line)
    if not known or (known.role == "other" and len(line) > _SHORT):
        return None
    return Formula(one_of(CLOSER_ROLES, known.role), known.rule)
