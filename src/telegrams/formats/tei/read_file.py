"""TEI bytes → Documents: our own files in full, files of others as far as the model goes."""

import re

from lxml import etree

from telegrams.errors import ParseError, WriteError
from telegrams.findings import finding
from telegrams.formats.contract import Reading, WriteOptions
from telegrams.formats.xml import Parsed, parse_xml
from telegrams.model.amendments import Amendment, AttributeChange, Renaming
from telegrams.model.document import Document

from .corpus import entries_of, has_shared_entries, identifiers, report_header, undo
from .edited import Edited
from .foreign import Named, identifier, read_foreign, report_besides
from .header import read_description
from .markup import drop_notes
from .reader import TEI, Report, TeiReader, is_own, name_of
from .register import Register, identifiers_in, parties_of
from .structure import StructureReader
from .words import ForeignReader
from .write import item, title_page
from .written import editions_in, is_as_written

_OF_PARTIES = frozenset({"author", "particDesc", "correspDesc", "settingDesc"})
"""The elements in which parties are named."""


def read_tei(data: bytes) -> Reading:
    """The documents of a TEI file or corpus, with findings about what was not understood.

    Raises `ParseError`: TG601–TG604 where the XML is refused, TG605 where the root is neither `TEI` nor `teiCorpus`.
    """
    parsed = parse_xml(data, notes=True)
    report = Report(parsed)
    reader = TeiReader(report, own=True)
    entries = entries_of(parsed.root)
    editions = _editions(parsed)
    sources = editions_in(parsed.source, len(editions), alone=parsed.root.tag == f"{TEI}TEI")
    found = [
        _Found(edition, source, in_corpus=entries is not None)
        for edition, source in zip(editions, sources, strict=True)
    ]
    if any(each.own and not each.as_written for each in found):
        parsed.note_places()
    if entries is not None:
        for edition in editions:
            undo(edition, entries)
    changed = [Edited(each.edition, reader) if each.own and not each.as_written else None for each in found]
    drop_notes(parsed.root, report)
    documents: list[Named] = []
    for each, edited in zip(found, changed, strict=True):
        if each.own:
            documents.append(Named(_read_own(each.edition, edited, reader), each.name))
        else:
            documents += read_foreign(each.edition, ForeignReader(report))
    if parsed.root.tag == f"{TEI}teiCorpus" and entries is None:
        report_besides(parsed.root, ForeignReader(report))
    read, names = zip(*documents, strict=True) if documents else ((), ())
    if entries is not None and read:
        report_header(parsed.root, read, report)
    return Reading(read, report.diagnostics(), names)


def _editions(parsed: Parsed) -> list[etree._Element]:
    """The `TEI` elements of the file."""
    root = parsed.root
    if root.tag in {f"{TEI}TEI", f"{TEI}teiCorpus"}:
        return list(root.iter(f"{TEI}TEI"))
    message = f"the root element is <{name_of(root)}>, not TEI or teiCorpus of the namespace {TEI[1:-1]}"
    raise ParseError([finding("TG605", message, parsed.span(root), "is this file in another format?")])


class _Found:
    """An edition as it stands in the file."""

    def __init__(self, edition: etree._Element, source: str, *, in_corpus: bool) -> None:
        self.edition = edition
        self.name = identifier(edition)
        self.own = is_own(edition)
        self.as_written = self.own and is_as_written(edition, source, self.name if in_corpus else None)


def _read_own(edition: etree._Element, edited: Edited | None, reader: TeiReader) -> Document:
    """The header first: of what it holds follows how references in the text are written."""
    document = read_description(edition, reader)
    if edited is None:
        return _with_text(document, edition, reader)
    amendments = _lasting(document, edited, edition, reader.apart())
    document = _with_text(_amended(document, amendments), edition, reader)
    edited.report(document)
    return document


def _amended(document: Document, amendments: tuple[Amendment, ...]) -> Document:
    return document.model_copy(update={"amendments": amendments})


def _with_text(document: Document, edition: etree._Element, reader: TeiReader) -> Document:
    """The document with its text, of an edition whose header is read."""
    entries = {party: identifiers(party) for party in parties_of(document)} if has_shared_entries(edition) else {}
    register = Register(document, "", entries)
    text = edition.find(f"{TEI}text")
    if text is None:
        return document
    body = StructureReader(reader, register)
    blocks, frames = body.text(text, document.title.kind if document.title else None, title_page(document, register))
    return document.model_copy(update={"body": body.with_footnotes(blocks), "frames": tuple(frames)})


def _whole(document: Document, edited: Edited, edition: etree._Element, reader: TeiReader) -> Document:
    """The document that is described, with its text and all amendments."""
    whole = _with_text(_amended(document, edited.renamings(document)), edition, reader)
    return _amended(whole, edited.amendments(whole))


def _lasting(document: Document, edited: Edited, edition: etree._Element, reader: TeiReader) -> tuple[Amendment, ...]:
    """The amendments with which the document comes back when it is written and read again: nearly always all.

    Where many changes come together, one of them may follow from another after the writing; most often those of the
    parties, whose places point to each other: without their list they have other identifiers.
    """
    whole = _whole(document, edited, edition, reader)
    again = _written_and_read(whole)
    if again == whole:
        return whole.amendments
    known = frozenset(again.amendments)
    back = tuple(each for each in whole.amendments if each in known)
    for fewer in (back, tuple(each for each in back if not _is_of_parties(each))):
        whole = _with_text(_amended(document, fewer), edition, reader)
        if _written_and_read(whole) == whole:
            return fewer
    return ()


def _is_of_parties(amendment: Amendment) -> bool:
    """Whether something was changed where parties are named, or identifiers were, to which they point."""
    if isinstance(amendment, Renaming) or not _OF_PARTIES.isdisjoint(re.split(r"[/.#:]", amendment.place)):
        return True
    carried = None if isinstance(amendment, AttributeChange) else amendment.carried
    return carried is not None and any(identifiers_in((carried,)))


def _written_and_read(document: Document) -> Document:
    """What is read of the document when it is written; itself, where it cannot be."""
    try:
        parsed = parse_xml(item(document, WriteOptions()), notes=True)
    except WriteError:
        return document
    edition, reader = parsed.root, TeiReader(Report(parsed), own=True)
    edited = Edited(edition, reader)
    return _whole(read_description(edition, reader), edited, edition, reader)
