"""Words in and around personal names."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import table

NamePart = Literal["particle", "joiner", "numeral", "suffix", "degree", "short", "signed", "in-hand"]


class _NameWords(NamedTuple):
    part: NamePart
    words: tuple[str, ...]


class _FormOfAddress(NamedTuple):
    word: str
    sort: Literal["form", "written", "office"]


_ADDRESS = table("forms_of_address", _FormOfAddress)

NAME_WORDS = MappingProxyType({row.part: frozenset(row.words) for row in table("name_words", _NameWords)})
"""Which part of a name → its words, as written."""
FORMS_OF_ADDRESS = frozenset(row.word for row in _ADDRESS if row.sort != "office")
"""`mr`, `comrade`, `herr`, `hon` …: in lower case, without a full stop; no part of a name."""
SPOKEN_FORMS_OF_ADDRESS = frozenset(row.word for row in _ADDRESS if row.sort == "form")
"""Those by which a speaker is named."""
OFFICES_IN_ADDRESS = frozenset(row.word for row in _ADDRESS if row.sort == "office")
"""Offices that are used like a form of address: `ambassador`."""
