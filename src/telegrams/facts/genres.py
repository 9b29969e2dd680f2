"""How citations call the kinds of documents, and which of these are correspondence."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from telegrams.model import Kind

from . import table


class _Genre(NamedTuple):
    kind: Kind
    genre: str
    treated_as: Literal["correspondence", "manuscript"]


_GENRES = MappingProxyType({str(row.kind): row for row in table("citation_genres", _Genre)})
_KINDS = MappingProxyType({word: row.kind for row in _GENRES.values() for word in (row.genre, row.kind)})


def genre(kind: str | None) -> str | None:
    """How a citation calls a document of this kind, in lower case; None for `other`."""
    found = _GENRES.get(kind or "")
    return found.genre if found else None


def kind_of_genre(word: str) -> str | None:
    """The kind of document that a genre names, in any case."""
    return _KINDS.get(word.lower())


def is_correspondence(kind: str | None) -> bool:
    """Whether documents of this kind go from a sender to a recipient."""
    found = _GENRES.get(kind or "")
    return found is not None and found.treated_as == "correspondence"
