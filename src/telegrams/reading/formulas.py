"""The formal lines at the beginning and end of a document, told by their words (format.md 6.1, 6.2).

Which words say what is facts (`openers` and `closers`: role, how, words). The rule by which a line is
known is named after the row: `opener-urgency-is`. How:

    is       the whole line, but for figures, full stops and blanks
    heads    the whole line is a label without its colon: `SUBJECT`; what it labels stands under it
    either   a label with or without a colon
    begins   the line begins with the words; something may follow, but for a sentence of the text (`Copies were sent.`)
    labels   the words and a colon; something may follow
    ends     the line ends with the words and no full stop, and has others before them: `I am, Sir, sincerely yours,`
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from telegrams.facts import table
from telegrams.facts.head_labels import HEAD_FIELDS, OPENERS, HeadField, How
from telegrams.facts.running import running_words
from telegrams.values.blanks import MARKS
from telegrams.values.patterns import compiled

_LONGEST = 160
_BEFORE = '[("“* /' + MARKS
_NO_FIGURES = str.maketrans(dict.fromkeys("0123456789#№/", " "))
_SURROUND = " .,;:!-–—[]()\"“”'*" + MARKS

_STOPS = (".", "?", ";", ":")
_ABBREVIATED = ("etc.", "&c.")
_TELLING = running_words("verb") - running_words("courtesy")
_WORDS = re.compile(r"[a-z]+")

Role = TypeVar("Role")


class Formula(NamedTuple, Generic[Role]):
    """A formal line or group of lines."""

    role: Role
    """What it says."""
    rule: str
    """The name of the rule that tells so."""


class _Row(NamedTuple):
    role: str
    how: How
    words: tuple[str, ...]


class HeadLabel(NamedTuple):
    """A label at the head of a text of which the model keeps what it says."""

    field: HeadField
    start: int
    """Where its value begins in the line: the line's length where it stands below."""


_EITHER: tuple[How, How] = ("heads", "labels")
_ROWS: Mapping[str, tuple[_Row, ...]] = MappingProxyType(
    {
        "opener": tuple(
            _Row(row.role, how, row.words)
            for row in OPENERS
            for how in (_EITHER if row.how == "either" else (row.how,))
        ),
        "closer": table("closers", _Row),
    }
)
_LONGEST_LABEL = max(map(len, HEAD_FIELDS))
_COLON = re.compile(rf"[{MARKS}]*([^:]{{1,40}}?) ?(?::|$) ?")
_FARTHEST_COLON = 42
"""So many characters hold the label, a blank and the colon of the pattern above."""


class _Table(NamedTuple):
    whole: Mapping[str, Formula[str]]
    """By the words of the whole line."""
    patterns: tuple[tuple[frozenset[str], str, Formula[str]], ...]
    """By a pattern of its beginning, in order, with the characters that such beginnings have first, in either case."""
    ends: tuple[tuple[tuple[str, ...], Formula[str]], ...]
    """By its last words."""


@cache
def _table(sort: str) -> _Table:
    rows = [(row, Formula(row.role, f"{sort}-{row.role}-{row.how}")) for row in _ROWS[sort]]
    return _Table(
        {words: formula for row, formula in rows if row.how in ("is", "heads") for words in row.words},
        tuple((_firsts(row), _pattern(row), formula) for row, formula in rows if row.how in ("begins", "labels")),
        tuple((tuple(f" {words}" for words in row.words), formula) for row, formula in rows if row.how == "ends"),
    )


def _firsts(row: _Row) -> frozenset[str]:
    """The characters with which the words of a row begin: a line is asked for a few patterns only."""
    firsts = {word.lstrip(_BEFORE)[0] for word in row.words}
    return frozenset(firsts | set(map(str.upper, firsts)))


def _pattern(row: _Row) -> str:
    alternatives = sorted((word.lstrip(_BEFORE) for word in row.words), key=len, reverse=True)
    tail = r"\.?\s?:" if row.how == "labels" else r"(?<=[^A-Za-z])|(?![A-Za-z])"
    return rf"(?i)(?:{'|'.join(map(re.escape, alternatives))})(?:{tail})"


def _bare(line: str) -> str:
    return " ".join(line.translate(_NO_FIGURES).strip(_SURROUND).lower().split())


@lru_cache(maxsize=256)  # several stages ask of the same few lines
def _formula(sort: str, line: str) -> Formula[str] | None:
    if len(line) > _LONGEST:
        return None
    known = _table(sort)
    formula = known.whole.get(_bare(line))
    if formula:
        return formula
    text = line.lstrip(_BEFORE)
    first = text[:1]
    matches = (
        (compiled(pattern).match(text), formula) for firsts, pattern, formula in known.patterns if first in firsts
    )
    match, formula = next((each for each in matches if each[0]), (None, None))
    if match and formula:
        return None if formula.rule.endswith("-begins") and _tells(text[match.end() :]) else formula
    if not known.ends or (line.endswith(_STOPS) and not line.endswith(_ABBREVIATED)) or _tells(line):
        return None
    tail = " " + _bare(line.replace("[", "").replace("]", ""))
    return next((formula for words, formula in known.ends if tail.endswith(words)), None)


def _tells(words: str) -> bool:
    """Whether words have a verb or pronoun that tells of somebody, as no formula does."""
    return not _TELLING.isdisjoint(_WORDS.findall(words.lower()))


def opener_formula(line: str) -> Formula[str] | None:
    """What a line says at the beginning of a document: its classification, number, addressee …; none if unknown."""
    return _formula("opener", line)


def closer_formula(line: str) -> Formula[str] | None:
    """What a line says at the end of a document: compliment, record, distribution …; none if unknown."""
    return _formula("closer", line)


def head_label(line: str) -> HeadLabel | None:
    """The label with which a line begins: `PARTICIPANTS`, `Date: May 3, 1951`; none where it is no such label."""
    if len(line) > _FARTHEST_COLON and ":" not in line[:_FARTHEST_COLON] and line[0] not in MARKS:  # as most lines
        return None
    label = _COLON.match(line)
    if label is None or len(label[1]) > _LONGEST_LABEL:
        return None
    field = HEAD_FIELDS.get(label[1].lower())
    return HeadLabel(field, label.end()) if field else None
