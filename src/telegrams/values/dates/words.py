"""The words of dates, from the data files: months, seasons, weekdays, qualifiers."""

from pathlib import Path
from types import MappingProxyType

_DATA = Path(__file__).parent.parent / "data"


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


_MONTH_ROWS = tuple((int(number), language, names.split()) for number, language, names in _rows("months.tsv"))
_WORD_ROWS = tuple((sort, tuple(words.split("|"))) for sort, words in _rows("date_words.tsv"))


def _sort(name: str) -> tuple[str, ...]:
    return tuple(word for sort, words in _WORD_ROWS if sort == name for word in words)


MONTHS = MappingProxyType({name: number for number, _, names in reversed(_MONTH_ROWS) for name in names})
"""The number of a month by its name in lower case, in any language we know; English wins where two disagree."""
ENGLISH_MONTHS = frozenset(
    name.capitalize() for _, language, names in _MONTH_ROWS if language == "en" for name in names
)
"""The English names of the months, with their capital."""
SEASONS = MappingProxyType({word: number for number in (21, 22, 23, 24) for word in _sort(f"season-{number}")})
"""The EDTF number of a season by its name in lower case."""
WEEKDAYS = frozenset(_sort("weekday"))
ARTICLES = frozenset(_sort("article"))
DISPATCH = frozenset(_sort("dispatch"))
ABOUT, DOUBT, NUMBER, PART = (
    tuple(f" {word}" for word in _sort(sort)) for sort in ("about", "doubt", "number", "part")
)
DAY_FIRST = tuple(f" {word} " for word in _sort("day-first"))
NOT_AFTER = tuple(f" {word}" for word in _sort("not-after"))
NOT_BEFORE = tuple(f" {word}" for word in _sort("not-before"))
NOT_PLACES = frozenset(" ".join(row[0] for row in _rows("not_places.txt")).split())
"""Capitalised words that no place name holds."""
ROMAN_MONTHS = MappingProxyType(
    dict(zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), range(1, 13), strict=True))
)
