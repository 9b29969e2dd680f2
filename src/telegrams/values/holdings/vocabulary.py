"""The words of source statements, as sets and patterns."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from telegrams.facts import entries, table
from telegrams.facts.holding_units import UNIT_OF_WORD


def words(name: str) -> frozenset[str]:
    """The entries of a list of facts about source statements, in small letters."""
    return frozenset(map(str.casefold, entries(f"sources/{name}")))


class _CallWord(NamedTuple):
    word: str
    alone: bool


class _RepositoryNoun(NamedTuple):
    noun: str
    compound: bool


REPOSITORY_NOUNS = table("sources/repository_nouns", _RepositoryNoun)
"""Head nouns of archives and libraries, in small letters."""


def call_words(*, alone: bool = False) -> frozenset[str]:
    """The words of call numbers, in small letters; with `alone` those that tell a holding alone, without full stop."""
    rows = table("sources/call_words", _CallWord)
    if not alone:
        return frozenset(row.word for row in rows)
    boxes = (word for word, field in UNIT_OF_WORD.items() if field == "box")
    return frozenset(word.rstrip(".") for word in (*boxes, *(row.word for row in rows if row.alone)))


def alternatives(spellings: Iterable[str]) -> str:
    """A pattern for any of the spellings, the longest first."""
    return "|".join(map(re.escape, sorted(spellings, key=lambda spelling: (-len(spelling), spelling))))


def first_words(spellings: Iterable[str]) -> frozenset[str]:
    """The letters each spelling begins with: a quick test before the pattern is tried."""
    return frozenset(re.split(r"\W", spelling, maxsplit=1)[0].casefold() for spelling in spellings)
