"""CSV, one row for each document, for spreadsheets and statistics; read as any table of records (`telegrams.tables`).

RFC 4180, UTF-8 without a BOM, with a header. Several values in one cell are joined by `; `. A cell that begins with
`=`, `+`, `-` or `@` gets an apostrophe before it, because spreadsheets would else compute it. Lost: everything that
has no column, above all the text.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from telegrams.facts.catalogue import CATALOGUE_LABELS
from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.model import Catalogue, Citation, Document, Holding, Party, SourceStatement, Title

from .catalogue import entry_lines
from .contract import Piece, Reading, WriteOptions
from .csl.statement import translators
from .csl.tables import public_url
from .names import party_name, printed_name
from .recommended import refuse_undescribed

_FORMULA = ("=", "+", "-", "@")
_HOLDING = ("repository", "abbreviation", "settlement", "country", "collection")


def item(document: Document, options: WriteOptions) -> Piece:
    """The document's row, without the header. Raises `LeftOutError` where nothing describes it."""
    del options
    refuse_undescribed(document)
    return Piece((_row(_safe(value or "") for _, value in _cells(document)),))


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The header and the rows."""
    yield _row(name for name, _ in _cells(Document()))
    yield from (piece.whole for piece in pieces)


def read(data: bytes) -> Reading:
    """The documents that the facts in the rows make. Raises `ParseError` (TG025)."""
    from .table_rows import read_rows  # not needed to write

    return read_rows(data, "csv")


def holds_several(data: bytes) -> bool:
    """Always true: each row is a document."""
    del data
    return True


def _row(cells: Iterable[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(list(cells))
    return text.getvalue().encode()


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _cells(document: Document) -> Iterator[tuple[str, str | None]]:
    title, citation = document.title, document.citation or Citation(verbatim="-")
    source = citation.source or SourceStatement(verbatim="-")
    date = document.date or citation.date
    yield "record_id", citation.record_id
    yield "date", date.verbatim if date else None
    yield "edtf", date.edtf if date else None
    yield "title", title.verbatim if title else citation.title
    yield "kind", title.kind if title else None
    yield "number", title.number if title else None
    yield "senders", _parties(title, "senders")
    yield "recipients", _parties(title, "recipients")
    yield "participants", _parties(title, "participants", document.setting.participants if document.setting else ())
    yield "translators", "; ".join(each.name for each in translators(source))
    yield "original_language", "; ".join(each.verbatim for each in document.original_languages)
    yield "language", "; ".join(each.language for each in document.contents if each.language)
    yield "publisher", citation.publisher
    holding = source.holdings[0] if source.holdings else Holding()
    for name in _HOLDING:
        yield name, getattr(holding, name)
    for unit in HOLDING_UNITS:
        if unit.column:
            yield unit.column, getattr(holding, unit.field)
    yield "source", citation.source.verbatim if citation.source else None
    yield "url", public_url(citation.url, citation.record_id)
    yield "summary", " ".join(document.summary)
    for field in CATALOGUE_LABELS:
        yield field, "; ".join(entry_lines(document.catalogue or Catalogue(), field))


def _parties(title: Title | None, role: str, others: tuple[Party, ...] = ()) -> str:
    parties: tuple[Party, ...] = getattr(title, role) if title else ()
    return "; ".join(printed_name(name) for party in (*parties, *others) if (name := party_name(party)))
