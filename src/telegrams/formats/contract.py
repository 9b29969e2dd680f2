"""What every format gives and takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable

from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document
from telegrams.options import WriteOptions

__all__ = [
    "Checker",
    "Chooser",
    "Collector",
    "Holder",
    "Piece",
    "Reader",
    "Reading",
    "Shared",
    "WriteOptions",
    "Writer",
]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the documents in order, and findings."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    names: tuple[str | None, ...] = ()
    """What the file calls each document (`xml:id`, `id`); empty where the format or the file has no names for them."""


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


@runtime_checkable
class Reader(Protocol):
    """The module of a format that can be read."""

    def read(self, data: bytes, /) -> Reading:
        """The documents that a file holds. Raises `ParseError` where it is not of this format."""


@runtime_checkable
class Holder(Protocol):
    """The module of a readable format whose files may hold several documents."""

    def holds_several(self, data: bytes, /) -> bool:
        """Whether there may be several, told from the bytes in little time; never false where there are."""


@runtime_checkable
class Writer(Protocol):
    """The module of a format that has one file for each document."""

    def item(self, document: Document, options: WriteOptions, /) -> bytes:
        """The document as one file. Raises `WriteError` where the format cannot hold it."""


@runtime_checkable
class Collector(Protocol):
    """The module of a format that has many documents in one file."""

    def item(self, document: Document, options: WriteOptions, /) -> Piece:
        """One of the documents. Raises `WriteError`; `LeftOutError` where the collection goes on without it."""

    def join(self, pieces: Iterable[Piece], /) -> Iterator[bytes]:
        """The file: begin, separators, what the pieces share, end."""


@runtime_checkable
class Checker(Protocol):
    """The module of a format that has a schema and rules beyond what reading reports."""

    def check(self, data: bytes, /) -> tuple[Diagnostic, ...]:
        """What the schema and the rules find in a file."""


@runtime_checkable
class Chooser(Protocol):
    """The module of a format that cannot be written with every choice of options."""

    def accept(self, options: WriteOptions, /) -> None:
        """Raises `WriteError` for options that no file can be written with."""
