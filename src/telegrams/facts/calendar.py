"""Months, weekdays, seasons, numbers and the small words of dates."""

from types import MappingProxyType
from typing import NamedTuple

from . import entries, table


class _Month(NamedTuple):
    number: int
    language: str
    names: tuple[str, ...]


class _DateWords(NamedTuple):
    sort: str
    words: tuple[str, ...]


class _Number(NamedTuple):
    number: int
    words: tuple[str, ...]
    cardinal: str
    roman: str


_MONTHS = table("months", _Month)
_NUMBERS = table("ordinals", _Number)
_DATE_WORDS = table("date_words", _DateWords)

MONTHS = MappingProxyType({name: month.number for month in reversed(_MONTHS) for name in month.names})
"""The number of a month by its name in lower case, in any language we know; English wins where two disagree."""
ENGLISH_MONTHS = frozenset(name.capitalize() for month in _MONTHS if month.language == "en" for name in month.names)
"""The English names of the months and their abbreviations, with their capital."""
MONTH_NAMES = tuple(month.names[0].capitalize() for month in _MONTHS if month.language == "en")
"""The twelve English names of the months, in order, with their capital."""
ROMAN_MONTHS = MappingProxyType({each.roman: each.number for each in _NUMBERS[: len(MONTH_NAMES)]})
"""The number of a month by its Roman figure."""
ROMAN_NUMBERS = tuple(each.roman for each in _NUMBERS)
"""The Roman figures from one to twenty, in order."""
ORDINALS = MappingProxyType({word: each.number for each in _NUMBERS for word in each.words})
"""The number that a word says, in lower case: `first` and `firstly` are 1."""
CARDINALS = tuple(each.cardinal for each in _NUMBERS)
"""The numbers from one to twenty as words, in order, in lower case."""


def date_words(sort: str) -> tuple[str, ...]:
    """The words of this sort in `data/date_words.tsv`, which says what the sorts are; in lower case."""
    return tuple(word for each in _DATE_WORDS if each.sort == sort for word in each.words)


WEEKDAY_NUMBERS = MappingProxyType({word: number for number in range(1, 8) for word in date_words(f"weekday-{number}")})
"""The ISO number of a weekday (Monday is 1) by its name or abbreviation, in lower case."""
WEEKDAYS = frozenset(WEEKDAY_NUMBERS)
"""The names of the weekdays and their abbreviations, in lower case."""
SEASONS = MappingProxyType({word: number for number in (21, 22, 23, 24) for word in date_words(f"season-{number}")})
"""The EDTF number of a season by its name in lower case."""
NOT_PLACES = frozenset(entries("not_places"))
"""Capitalised words that no place name holds."""
