"""What every format gives and takes."""

from dataclasses import dataclass
from typing import NamedTuple

from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document
from telegrams.options import WriteOptions

__all__ = ["Piece", "Reading", "Shared", "WriteOptions"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the documents in order, and findings."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Shared(NamedTuple):
    """What stands once in a collection, however many of its documents bring it."""

    kind: str
    """What it is, in a word of the format: `person`, `source`."""
    key: str
    """What tells it from others of its kind."""
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One document, written for a place in a collection. It can be pickled: workers send it."""

    data: tuple[bytes, ...]
    """The bytes around the key, wherever it stands: `(b"@letter{", b",\\n…")`; one alone where it stands nowhere."""
    key: str = ""
    """What the document wants to be called."""
    shared: tuple[Shared, ...] = ()

    def under(self, key: str) -> bytes:
        """The document under this key."""
        return key.encode().join(self.data)

    @property
    def whole(self) -> bytes:
        """The document under the key that it wants."""
        return self.under(self.key)
