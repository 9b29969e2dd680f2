"""TEI bytes → Documents: our own files in full, files of others as far as the model goes."""

from typing import Any

from lxml import etree

from telegrams.errors import ParseError
from telegrams.findings import finding
from telegrams.formats.contract import Reading
from telegrams.formats.xml import Parsed, parse_xml
from telegrams.model.document import Document

from .body import BodyReader
from .corpus import entries_of, undo
from .foreign import Named, identifier, read_foreign, report_besides
from .header import read_tei_header
from .reader import TEI, Report, TeiReader, is_own, name_of
from .words import ForeignReader


def read_tei(data: bytes) -> Reading:
    """The documents of a TEI file or corpus, with findings about what was not understood.

    Raises `ParseError`: TG601–TG604 where the XML is refused, TG605 where the root is neither `TEI` nor `teiCorpus`.
    """
    parsed = parse_xml(data)
    report = Report(parsed)
    documents: list[Named] = []
    entries = entries_of(parsed.root)
    for edition in _editions(parsed):
        if entries is not None:
            undo(edition, entries)
        if is_own(edition):
            documents.append(Named(_read_own(edition, TeiReader(report, own=True)), identifier(edition)))
        else:
            documents += read_foreign(edition, ForeignReader(report))
    if parsed.root.tag == f"{TEI}teiCorpus" and entries is None:
        report_besides(parsed.root, ForeignReader(report))
    read, names = zip(*documents, strict=True) if documents else ((), ())
    return Reading(read, report.diagnostics(), names)


def _editions(parsed: Parsed) -> list[etree._Element]:
    """The `TEI` elements of the file."""
    root = parsed.root
    if root.tag in {f"{TEI}TEI", f"{TEI}teiCorpus"}:
        return list(root.iter(f"{TEI}TEI"))
    message = f"the root element is <{name_of(root)}>, not TEI or teiCorpus of the namespace {TEI[1:-1]}"
    raise ParseError([finding("TG605", message, parsed.span(root), "is this file in another format?")])


def _read_own(edition: etree._Element, reader: TeiReader) -> Document:
    blocks: list[Any] = []
    body = BodyReader(reader)
    for part in edition.iterfind(f"{TEI}text/*"):
        if name_of(part) != "front":
            blocks += body.blocks(part)
    header = edition.find(f"{TEI}teiHeader")
    fields = {} if header is None else read_tei_header(header, reader)
    return Document(body=(*blocks, *body.inlines.footnotes), **fields)
