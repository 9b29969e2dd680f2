"""One source → one outcome: read the file, convert it, write its documents as bytes.

Runs in the workers, so what goes in and what comes out is small and can be pickled: pieces and findings, no Documents.
Nothing is raised because of a file: what is wrong with it is a finding of the outcome.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from telegrams.conversion import Result, convert
from telegrams.errors import DecodeError, LeftOutError, ParseError, UnknownLossesError, WriteError
from telegrams.findings import finding
from telegrams.formats import find, read, write
from telegrams.formats.contract import Piece
from telegrams.formats.guess import decoded, foreign, format_of
from telegrams.formats.recommended import refuse_undescribed
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.layout import Encoding
from telegrams.options import MAX_BYTES, WriteOptions

from .identity import Identity, identity_of
from .places import Lines, Place
from .plan import Input, PassedOver, Rows
from .summaries import Summary, summarise

if TYPE_CHECKING:
    from telegrams.model.document import Document


class Request(NamedTuple):
    """What is wanted of every source."""

    to: str | None = None
    """The format to write; none only checks."""
    format: str | None = None
    """The format of the sources; none guesses."""
    encoding: Encoding = "utf-8"
    max_bytes: int = MAX_BYTES
    options: WriteOptions = WriteOptions()
    roundtrip: bool = False
    """Also prove that the bytes come back."""
    authority: tuple[str, str] | None = None
    """The path of an authority file and the digest of its bytes."""
    losses: bool = False
    """Also tell what the format cannot hold of each document (TG809)."""
    citing: bool = False
    """Also leave out what no citation can be made of (TG909)."""
    columns: tuple[tuple[str, str], ...] = ()
    """Facts of a record with the columns of a table that hold them, where they are not known."""


class Finding(NamedTuple):
    """A diagnostic with its place in the file."""

    diagnostic: Diagnostic
    place: Place | None = None


class Output(NamedTuple):
    """One document, written."""

    piece: Piece
    """Without bytes where none were asked for."""
    position: int
    """Which document of its source this is, counted from 0."""
    summary: Summary
    identity: Identity


class Outcome(NamedTuple):
    """What came of one source."""

    source: str
    outputs: tuple[Output, ...] = ()
    findings: tuple[Finding, ...] = ()
    sha256: str | None = None
    """Of the bytes that were read, hexadecimal; none of a part of a table."""
    passed: PassedOver | None = None
    """Where it is one of a folder's files that hold no record, as only its content could tell."""

    @property
    def failed(self) -> bool:
        """Whether a finding is an error."""
        return any(each.diagnostic.severity == "error" for each in self.findings)


def load(source: Input, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a source. Raises `ParseError` (TG002 to TG006) where there are none to read as text."""
    if source.problem:
        raise ParseError([finding("TG004", source.problem)])
    try:
        data = source.data if source.data is not None else _file(source.name, max_bytes)
    except IsADirectoryError:
        raise ParseError([finding("TG003", "this is a folder, and a file is meant")]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "a text is given as bytes: text.encode()" if "\n" in source.name else None
        raise ParseError([finding("TG004", f"cannot read the file: {reason}", hint=hint)]) from None
    if not data:
        raise ParseError([finding("TG002", "the file is empty", hint="was its download or copy complete?")])
    kind = foreign(data)
    if kind is not None:
        raise ParseError([finding("TG005", f"this is {kind.name}, not text", hint=kind.instead)])
    if len(data) > max_bytes:
        raise too_large(None, max_bytes)
    return data


def _file(name: str, max_bytes: int) -> bytes:
    with Path(name).open("rb") as handle:
        status = os.fstat(handle.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > max_bytes:
            beginning = handle.read(64)
            if foreign(beginning) is None:
                raise too_large(status.st_size, max_bytes)
            return beginning
        return handle.read(max_bytes + 1)


def standard_input(max_bytes: int = MAX_BYTES) -> bytes:
    """What stands on standard input, and one byte more than `max_bytes` at most."""
    return sys.stdin.buffer.read(max_bytes + 1)


def too_large(size: int | None, max_bytes: int) -> ParseError:
    """The error TG006; `size` in bytes where it is known."""
    told = f"the file has {size:,} bytes" if size is not None else "the input goes on"
    hint = "if the file is right, raise the limit with --max-bytes"
    return ParseError([finding("TG006", f"{told}; the limit is {max_bytes:,}", hint=hint)])


def work(source: Input, request: Request) -> Outcome:
    """The outcome of one source. Raises nothing but what ends the process."""
    data, known = b"", request.format
    try:
        if source.rows is not None:
            return _of_rows(source, source.rows, request)
        data = load(source, request.max_bytes)
        known = request.format or format_of(source.name, data)
        result = convert(data, known, request.encoding, source.name)
        documents, unlinked = _linked(result, request.authority)
        outputs, refused = _written(enumerate(documents), request)
        differing = _detours(data, known, result.documents) if request.roundtrip else ()
        checked = find(known).check(data) if request.to is None else ()
        lost = _lost(documents, request) if request.losses else ()
        found = [*result.diagnostics, *checked, *unlinked, *refused, *differing, *lost]
        return Outcome(source.name, outputs, placed(found, result.source), hashlib.sha256(data).hexdigest())
    except DecodeError as error:
        place = _byte_place(data, error.offset, request.encoding)
        return Outcome(source.name, findings=tuple(Finding(each, place) for each in error.diagnostics))
    except ParseError as error:
        if source.folder and data and known == "html" and error.diagnostics[0].code == "TG005":
            passed = PassedOver(source.name, f"{Path(source.name).suffix.lower()} that is no record")
            return Outcome(source.name, passed=passed)
        return Outcome(source.name, findings=placed(error.diagnostics, decoded(data)))
    except Exception as fault:  # a fault in one document must not lose the others
        return Outcome(source.name, findings=(Finding(fault_finding(fault)),))


def _of_rows(source: Input, rows: Rows, request: Request) -> Outcome:
    """The outcome of some rows of a table."""
    from telegrams.tables.record import findings_of, record_of

    records = [record_of(row, rows.columns) for row in rows.rows] if rows.columns else []
    read = {place: record.document for place, record in enumerate(records, rows.first) if record.document}
    documents, unlinked = _linked(Result(tuple(read.values()), "", source.name), request.authority)
    outputs, refused = _written(zip(read, documents, strict=True), request)
    differing = _detours(b"", "", documents) if request.roundtrip else ()
    lost = _lost(documents, request) if request.losses else ()
    found = (*rows.found, *findings_of(records), *unlinked, *refused, *differing, *lost)
    findings = map(Finding, found)
    return Outcome(source.name, outputs, tuple(findings))


def fault_finding(fault: Exception) -> Diagnostic:
    """The finding TG900, with the place in the program."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno})" if trace else ""
    hint = "this is a fault of the program: please report it"
    return finding("TG900", f"{type(fault).__name__}: {fault}{where}", hint=hint)


def killed(source: Input) -> Outcome:
    """The outcome of a source that ended its worker twice."""
    return Outcome(source.name, findings=(Finding(killed_finding()),))


def killed_finding() -> Diagnostic:
    """The finding TG905."""
    message = "the process that worked on this document was killed, twice; the document is left out"
    return finding("TG905", message, hint="is there enough memory?")


def _linked(result: Result, authority: tuple[str, str] | None) -> "tuple[tuple[Document, ...], list[Diagnostic]]":
    """The documents with the addresses of the authority file, and what was not linked."""
    if authority is None:
        return result.documents, []
    from telegrams.authority import link
    from telegrams.authority.load import load_known

    table = load_known(*authority)
    linked, found = [], []
    for position, document in enumerate(result.documents):
        changed, unlinked = link(document, table)
        linked.append(changed)
        places = ((result.spans.get(result.path(position, path)), each) for path, each in unlinked)
        found += [each.model_copy(update={"span": span}) for span, each in places]
    return tuple(linked), found


def _lost(documents: "Iterable[Document]", request: Request) -> Iterator[Diagnostic]:
    """What the format does not hold of the documents as the model does."""
    from telegrams.formats.losses import losses

    for document in documents:
        try:
            for each in losses(document, request.to or "json"):
                yield finding("TG809", f"{request.to}: {each}")
        except UnknownLossesError as error:
            yield finding("TG809", str(error))
        except WriteError:
            continue


def _written(
    documents: "Iterable[tuple[int, Document]]", request: Request
) -> tuple[tuple[Output, ...], list[Diagnostic]]:
    """The outputs of the documents, which come with their positions in the source, and what cannot be written."""
    outputs, refused = [], []
    for position, document in documents:
        try:
            if request.citing:
                refuse_undescribed(document)
            piece = find(request.to).piece(document, request.options) if request.to else Piece(())
        except LeftOutError as error:
            place = "citations" if request.citing else f"{request.to} file"
            refused.append(finding("TG909", f"left out of the {place}: {error}"))
        except WriteError as error:
            refused.append(finding("TG906", f"cannot be written as {request.to}: {error}"))
        else:
            outputs.append(Output(piece, position, summarise(document), identity_of(document)))
    return tuple(outputs), refused


def placed(found: Iterable[Diagnostic], source: str) -> tuple[Finding, ...]:
    """The findings with their places in the source."""
    lines = Lines(source)
    return tuple(Finding(each, lines.place(each.span.start, each.span.end) if each.span else None) for each in found)


def _byte_place(data: bytes, offset: int, encoding: str) -> Place | None:
    """The place of a byte that does not decode; the bytes round it are shown, others than text as `\\xNN`."""
    if encoding.startswith("utf-16") or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    before = data[:offset].decode(encoding, "backslashreplace")
    after = data[offset + 1 : offset + 400].decode(encoding, "backslashreplace")
    wrong = f"\\x{data[offset]:02x}" if offset < len(data) else ""
    return Lines(before + wrong + after).place(len(before), len(before) + len(wrong))


def _detours(data: bytes, known: str, documents: "tuple[Document, ...]") -> Iterator[Diagnostic]:
    """What does not come back, directly and through JSON and TEI: a text's bytes, or another format's documents."""
    for way in ("text", "json", "tei"):
        there = documents if way == "text" else tuple(read(write(each, way), way).documents[0] for each in documents)
        same, returned = (
            (data, b"".join(write(each, "text") for each in there))
            if known == "text"
            else (b"".join(write(each, "json") for each in documents), b"".join(write(each, "json") for each in there))
        )
        if same != returned:
            unlike = (place for place, pair in enumerate(zip(same, returned, strict=False)) if pair[0] != pair[1])
            where = next(unlike, min(len(same), len(returned)))
            yield finding("TG907", f"by way of {way}, byte {where} is the first that differs")
