"""The words of source statements, read from `values/data/sources/` and made into sets and patterns once."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


def rows(name: str) -> tuple[str, ...]:
    """The entries of a data file, without comments and blank lines."""
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def words(name: str) -> frozenset[str]:
    """The entries of a data file in small letters."""
    return frozenset(entry.casefold() for entry in rows(f"sources/{name}"))


def table(name: str) -> dict[str, str]:
    """Spelling → meaning, from lines of a meaning, a tab and spellings parted by commas."""
    found: dict[str, str] = {}
    for row in rows(f"sources/{name}"):
        meaning, spellings = row.split("\t")
        found.update((spelling.strip(), meaning) for spelling in spellings.split(","))
    return found


def alternatives(spellings: Iterable[str]) -> str:
    """A pattern for any of the spellings, the longest first."""
    return "|".join(map(re.escape, sorted(spellings, key=lambda spelling: (-len(spelling), spelling))))


def first_words(spellings: Iterable[str]) -> frozenset[str]:
    """The letters each spelling begins with: a quick test before the pattern is tried."""
    return frozenset(re.split(r"\W", spelling, maxsplit=1)[0].casefold() for spelling in spellings)


@cache
def settlements() -> frozenset[str]:
    """Towns that archives stand in, as written."""
    return frozenset((*rows("cities.txt"), *rows("sources/archive_seats.txt")))


@cache
def countries() -> frozenset[str]:
    """Names of states in words, as written, with and without an article."""
    names = {name for row in rows("states.txt") for name in row.split("\t")[0].split(",") if not name.isupper()}
    return frozenset(names | {f"the {name}" for name in names})


@cache
def regions() -> frozenset[str]:
    """Districts and states of the United States as they follow a town."""
    return frozenset(rows("sources/us_regions.txt"))


@cache
def initials_of_states() -> frozenset[str]:
    """Initials of states, as written: `UK`, `USSR`."""
    names = (name for row in rows("states.txt") for name in row.split("\t")[0].split(","))
    return frozenset(name for name in names if name.isupper())
