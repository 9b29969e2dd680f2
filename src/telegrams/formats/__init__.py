"""Document ⇄ bytes: the table of formats and the two doors, `read` and `write`.

A format is one module (or package) of this folder. It has

    item(document, options) -> bytes         one document, complete in itself where the format is one file each
    join(items) -> Iterator[bytes]           only where one file holds many documents: begin, separators, end
    read(data) -> Reading                    only where the format can be read
    check(data) -> tuple[Diagnostic, ...]    only where it has a schema and rules beyond what reading reports
    accept(options) -> None                  only where the format needs options: raises `WriteError` for others

`pdf` can only be read.

Modules are imported when they are first used, so that the command line starts quickly. A new format is one
file and one line in `FORMATS`.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from telegrams.errors import LeftOutError, UnknownFormatError
from telegrams.model.document import Document

from .contract import Reading, WriteOptions
from .guess import guess_format

__all__ = ["FORMATS", "Format", "Reading", "WriteOptions", "find", "guess_format", "read", "write", "write_many"]


@dataclass(frozen=True, slots=True)
class Format:
    """What the table knows of a format: its name, its file suffix, what it can do."""

    name: str
    suffix: str
    """The usual end of a file name, with its dot."""
    module: str
    reads: bool
    collects: bool
    """True where one file holds many documents."""
    writes: bool = True

    def room(self) -> Any:  # noqa: ANN401 - a module, whose functions the package's docstring lists
        """The module that knows the format."""
        return import_module(self.module, __name__)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        known.name: known
        for known in (
            Format("text", ".txt", ".text", reads=True, collects=False),
            Format("json", ".json", ".json", reads=True, collects=False),
            Format("jsonl", ".jsonl", ".jsonl", reads=True, collects=True),
            Format("tei", ".tei.xml", ".tei", reads=True, collects=False),
            Format("csl", ".csl.json", ".csl", reads=True, collects=True),
            Format("csl-yaml", ".csl.yaml", ".csl_yaml", reads=False, collects=True),
            Format("ris", ".ris", ".ris", reads=False, collects=True),
            Format("biblatex", ".bib", ".biblatex", reads=False, collects=True),
            Format("cmif", ".cmif.xml", ".cmif", reads=False, collects=True),
            Format("tei-corpus", ".tei.xml", ".tei.corpus", reads=False, collects=True),
            Format("csv", ".csv", ".csv", reads=False, collects=True),
            Format("pdf", ".pdf", ".pdf", reads=True, collects=False, writes=False),
        )
    }
)


def find(name: str) -> Format:
    """The format of this name; raises `UnknownFormatError`, which lists the known ones."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownFormatError(name, FORMATS) from None


def read(data: bytes, format: str) -> Reading:
    """The documents that `data` holds, with findings. Raises `ParseError` where it is not of this format."""
    known = find(format)
    if not known.reads:
        raise UnknownFormatError(format, (name for name, each in FORMATS.items() if each.reads))
    reading: Reading = known.room().read(data)
    return reading


def write(document: Document, format: str, options: WriteOptions | None = None) -> bytes:
    """The document in this format, as one complete file. Raises `WriteError` where the format cannot hold it."""
    known, room = _writer(format)
    item: bytes = room.item(document, options or WriteOptions())
    return b"".join(room.join((item,))) if known.collects else item


def write_many(
    documents: Iterable[Document],
    format: str,
    options: WriteOptions | None = None,
) -> Iterator[bytes]:
    """The documents in this format, piece by piece; a format of one file each yields one piece per document.

    A collection leaves out documents that it is not for, such as a conversation in a collection of letters.
    """
    known, room = _writer(format)
    items = _items(room, documents, options or WriteOptions())
    yield from room.join(items) if known.collects else items


def _writer(name: str) -> tuple[Format, Any]:
    known = find(name)
    if not known.writes:
        raise UnknownFormatError(name, (each.name for each in FORMATS.values() if each.writes))
    return known, known.room()


def _items(room: Any, documents: Iterable[Document], options: WriteOptions) -> Iterator[bytes]:  # noqa: ANN401 - a module
    for document in documents:
        with suppress(LeftOutError):
            yield room.item(document, options)
