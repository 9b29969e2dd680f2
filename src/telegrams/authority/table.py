"""The table: for each kind and name its addresses."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Kind = Literal["person", "organisation", "place"]

_BLANKS = re.compile(r"\s+")


class Entry(NamedTuple):
    """One line of an authority file."""

    name: str
    kind: Kind
    uri: str


class Authority:
    """Names and their addresses. Equal names with the same address count once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[tuple[Kind, str], dict[str, None]] = {}
        for entry in entries:
            found.setdefault((entry.kind, normalised(entry.name)), {})[entry.uri] = None
        self._found: Mapping[tuple[Kind, str], tuple[str, ...]] = MappingProxyType(
            {key: tuple(uris) for key, uris in found.items()}
        )

    def __len__(self) -> int:
        return len(self._found)

    def addresses(self, kind: Kind, name: str) -> tuple[str, ...]:
        """The addresses of a name, in the order of the file; none for a name that the table does not have."""
        return self._found.get((kind, normalised(name)), ())


def normalised(name: str) -> str:
    """The form in which names are compared: Unicode NFC, white space joined; capitals and diacritics stay."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", name)).strip()
