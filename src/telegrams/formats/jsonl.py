"""JSON Lines: one document of `json` on each line. Nothing is lost. Blank lines are passed over."""

from collections.abc import Iterable, Iterator

from telegrams.errors import ParseError
from telegrams.model.diagnostics import Diagnostic, Span
from telegrams.model.document import Document

from .contract import Piece, Reading, WriteOptions
from .json import compact, parse_object, text_of


def item(document: Document, options: WriteOptions | None = None) -> Piece:
    """One line."""
    return Piece((compact(document, options) + b"\n",))


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The lines one after the other."""
    return (piece.whole for piece in pieces)


def read(data: bytes) -> Reading:
    """The documents of all lines; where they are rows of a table of records, those that their facts make.

    Raises `ParseError` with the faults of all lines that have any.
    """
    from telegrams.tables.own import are_rows  # few lines are rows of a table

    if are_rows(data):
        from .table_rows import read_rows

        return read_rows(data, "jsonl")
    documents: list[Document] = []
    faults: list[Diagnostic] = []
    offset = 0
    for line in text_of(data).split("\n"):
        if line.strip():
            try:
                documents.append(parse_object(line))
            except ParseError as error:
                faults += (_moved(fault, offset) for fault in error.diagnostics)
        offset += len(line) + 1
    if faults:
        raise ParseError(faults)
    return Reading(tuple(documents))


def holds_several(data: bytes) -> bool:
    """Always true: the next stream of the same source may have one line more."""
    del data
    return True


def _moved(fault: Diagnostic, offset: int) -> Diagnostic:
    span = fault.span or Span(start=0, end=1)
    return fault.model_copy(update={"span": Span(start=span.start + offset, end=span.end + offset)})
