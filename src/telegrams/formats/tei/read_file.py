"""TEI bytes → Documents: our own files in full, files of others as far as the model goes."""

from lxml import etree

from telegrams.errors import ParseError
from telegrams.findings import finding
from telegrams.formats.contract import Reading
from telegrams.formats.xml import Parsed, parse_xml
from telegrams.model.document import Document

from .corpus import entries_of, identifiers, undo
from .foreign import Named, identifier, read_foreign, report_besides
from .header import read_tei_header
from .markup import drop_notes
from .reader import TEI, Report, TeiReader, is_own, name_of
from .register import Register, parties_of
from .structure import StructureReader
from .words import ForeignReader
from .write import title_page


def read_tei(data: bytes) -> Reading:
    """The documents of a TEI file or corpus, with findings about what was not understood.

    Raises `ParseError`: TG601–TG604 where the XML is refused, TG605 where the root is neither `TEI` nor `teiCorpus`.
    """
    parsed = parse_xml(data, notes=True)
    report = Report(parsed)
    drop_notes(parsed.root, report)
    documents: list[Named] = []
    entries = entries_of(parsed.root)
    for edition in _editions(parsed):
        if entries is not None:
            undo(edition, entries)
        if is_own(edition):
            documents.append(
                Named(
                    _read_own(edition, TeiReader(report, own=True), in_corpus=entries is not None), identifier(edition)
                )
            )
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


def _read_own(edition: etree._Element, reader: TeiReader, *, in_corpus: bool) -> Document:
    """The header first: of what it holds follows how references in the text are written."""
    header = edition.find(f"{TEI}teiHeader")
    document = Document(**({} if header is None else read_tei_header(header, reader)))
    entries = {party: identifiers(party) for party in parties_of(document)} if in_corpus else {}
    register = Register(document, "", entries)
    text = edition.find(f"{TEI}text")
    if text is None:
        return document
    body = StructureReader(reader, register)
    blocks, frames = body.text(text, document.title.kind if document.title else None, title_page(document, register))
    return document.model_copy(update={"body": (*blocks, *body.footnotes()), "frames": tuple(frames)})
