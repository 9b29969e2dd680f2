"""Document ⇄ bytes: the table of formats and the two doors, `read` and `write`.

A format is one module (or package) of this folder. What it can do are the protocols of `contract`: it is a `Writer` of
one file for each document or a `Collector` of many in one file, and where it can, a `Reader`, `Holder`, `Checker` and
`Chooser`.

Modules are imported when they are first used, so that the command line starts quickly. A new format is one
file and one line in `FORMATS`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import cast

from telegrams.errors import LeftOutError, UnknownFormatError
from telegrams.facts.media import SUFFIX_OF_FORMAT
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document

from .contract import Checker, Chooser, Collector, Holder, Piece, Reader, Reading, WriteOptions, Writer
from .given import Given, content_of


@dataclass(frozen=True, slots=True)
class Format:
    """What the table knows of a format: its name, its file suffix, what it can do (a test asks the modules)."""

    name: str
    module: str
    reads: bool
    collects: bool
    """True where one file holds many documents."""
    writes: bool = True
    apart: bool = False
    """True where one file can hold many documents, but a folder gets a file for each."""

    @property
    def separates(self) -> bool:
        """Whether a folder gets a file for each document, not for each input."""
        return self.apart or not self.collects

    @property
    def suffix(self) -> str:
        """The usual end of a file name, with its dot."""
        return SUFFIX_OF_FORMAT[self.name]

    def _module(self) -> ModuleType:
        return import_module(self.module, __name__)

    def read(self, data: bytes) -> Reading:
        """The documents that a file holds, with findings. Raises `ParseError` where it is not of this format."""
        return cast("Reader", self._module()).read(data)

    def holds_several(self, data: bytes) -> bool:
        """Whether a file may hold several documents; never false where it does."""
        module = self._module()
        return isinstance(module, Holder) and module.holds_several(data)

    def piece(self, document: Document, options: WriteOptions) -> Piece:
        """The document, written: a piece of a file or a whole one. Raises what the format's `item` raises."""
        if self.collects:
            return cast("Collector", self._module()).item(document, options)
        return Piece((cast("Writer", self._module()).item(document, options),))

    def join(self, pieces: Iterable[Piece]) -> Iterator[bytes]:
        """The pieces as one file; where the format is one file each, one file after the other."""
        if self.collects:
            return cast("Collector", self._module()).join(pieces)
        return (each.whole for each in pieces)

    def check(self, data: bytes) -> tuple[Diagnostic, ...]:
        """What the format's own schema and rules find, where it has some beyond what reading reports."""
        module = self._module()
        return module.check(data) if isinstance(module, Checker) else ()

    def accept(self, options: WriteOptions) -> None:
        """Raises `WriteError` for options that the format cannot be written with."""
        module = self._module()
        if isinstance(module, Chooser):
            module.accept(options)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        known.name: known
        for known in (
            Format("text", ".text", reads=True, collects=True, apart=True),
            Format("json", ".json", reads=True, collects=False),
            Format("jsonl", ".jsonl", reads=True, collects=True),
            Format("tei", ".tei", reads=True, collects=False),
            Format("csl", ".csl", reads=True, collects=True),
            Format("csl-yaml", ".csl_yaml", reads=False, collects=True),
            Format("ris", ".ris", reads=False, collects=True),
            Format("biblatex", ".biblatex", reads=False, collects=True),
            Format("cmif", ".cmif", reads=False, collects=True),
            Format("tei-corpus", ".tei.corpus", reads=False, collects=True),
            Format("csv", ".csv", reads=True, collects=True),
            Format("sqlite", ".sqlite", reads=True, collects=False, writes=False),
            Format("html", ".html", reads=True, collects=False, writes=False),
            Format("pdf", ".pdf", reads=True, collects=False, writes=False),
        )
    }
)


def find(name: str) -> Format:
    """The format of this name; raises `UnknownFormatError`, which lists the known ones."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownFormatError(name, FORMATS) from None


def read(data: Given, format: str) -> Reading:
    """The documents that bytes, a text, a path or an open file hold, with findings.

    Raises `ParseError` where it is not of this format.
    """
    known = find(format)
    if not known.reads:
        raise UnknownFormatError(format, (name for name, each in FORMATS.items() if each.reads))
    content = content_of(data)
    return known.read(content.encode("utf-8") if isinstance(content, str) else content)


def write(document: Document, format: str, options: WriteOptions | None = None) -> bytes:
    """The document in this format, as one complete file. Raises `WriteError` where the format cannot hold it."""
    known = _writer(format)
    return b"".join(known.join((known.piece(document, options or WriteOptions()),)))


def write_many(
    documents: Iterable[Document],
    format: str,
    options: WriteOptions | None = None,
) -> Iterator[bytes]:
    """The documents in this format, bit by bit; a format of one file each yields one file for each document.

    A collection leaves out documents that it is not for, such as a conversation in a collection of letters.
    """
    known = _writer(format)
    yield from known.join(_pieces(known, documents, options or WriteOptions()))


def _writer(name: str) -> Format:
    known = find(name)
    if not known.writes:
        raise UnknownFormatError(name, (each.name for each in FORMATS.values() if each.writes))
    return known


def _pieces(known: Format, documents: Iterable[Document], options: WriteOptions) -> Iterator[Piece]:
    for document in documents:
        with suppress(LeftOutError):
            yield known.piece(document, options)
