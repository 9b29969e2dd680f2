"""Document → TEI bytes."""

from collections.abc import Iterable, Iterator

from lxml import etree

from telegrams.formats.contract import WriteOptions
from telegrams.formats.xml import parse_written, text
from telegrams.model.amendments import Amendment
from telegrams.model.body import Group
from telegrams.model.document import Document
from telegrams.model.inline import Markup

from .amending import amend
from .association import MODELS
from .copies import facts_in
from .dates import normal_form
from .header import DIGESTS, write_header
from .reader import TEI
from .register import Register
from .structure import StructureWriter
from .written import LATER, stated_facts, write_digests

TEXT = "<?telegrams.text?>"
"""Stands for the text."""


def item(document: Document, options: WriteOptions) -> bytes:
    """The document as one TEI file in UTF-8, valid against tei_all.

    Raises `WriteError` where inline elements nest deeper than XML readers go. Nothing is lost but, on request
    (`options.layout=False`), the layout.
    """
    edition = write_edition(
        document, options, Register(document), f' xmlns="{TEI[1:-1]}"{edition_identifier(document)}'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{edition}\n'.encode()


def edition_identifier(document: Document) -> str:
    """The attribute `xml:id` of `TEI`: the record number; empty where there is none."""
    record = document.citation.record_id if document.citation else None
    return f' xml:id="wcda-{record}"' if record else ""


def write_edition(
    document: Document, options: WriteOptions, register: Register, attributes: str, *, declared: bool = True
) -> str:
    """The element `TEI` with what stands beside it; its first attributes are given.

    `declared`: it says how it was made and which schema it follows, for it is no part of a corpus that does.
    Raises `WriteError` as `item` does.
    """
    kind = document.title.kind if document.title else None
    page = "" if options.lean else title_page(document, register)
    words = StructureWriter(document, register).write(kind, page)
    edition = write_description(document, options, register, attributes, declared=declared)
    if document.amendments:
        edition = amended(edition, document.amendments)
    before, _, behind = edition.replace(TEXT, words).partition(DIGESTS)
    facts = stated_facts(document, register) if _is_plain(document) else _facts_in(before + behind, register)
    return write_digests(before, behind, facts, amended=bool(document.amendments))


def _is_plain(document: Document) -> bool:
    """Whether all that says something of the document is as the fields say it."""
    front = any(isinstance(each, Group | Markup) and each.element == "front" for each in document.body)
    return not (front or document.frames or document.amendments)


def _facts_in(written: str, register: Register) -> Iterator[tuple[str, str]]:
    tree = parse_written(f"<x>{register.plain(written).replace(LATER, 'later')}</x>")
    return (fact for edition in tree.iterfind(f"{TEI}TEI") for fact in facts_in(edition))


def write_description(
    document: Document, options: WriteOptions, register: Register, attributes: str, *, declared: bool
) -> str:
    """The edition without its text and digests, whose places are marked; the text is written first."""
    header = write_header(document, options, register, declared=declared)
    models = "".join(f"{model}\n" for model in MODELS) if declared and not options.lean else ""
    language = next((entry.language for entry in document.contents if entry.language), None)
    spoken = f' xml:lang="{language}"' if language else ""
    return f"{models}<TEI{attributes}{spoken}>{header}\n  {TEXT}\n</TEI>"


def amended(edition: str, amendments: Iterable[Amendment]) -> str:
    """The edition with what an editor changed in it."""
    tree = parse_written(f"<x>{edition}</x>")
    amend(tree, amendments)
    return "\n".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in tree)


def title_page(document: Document, register: Register) -> str:
    """The title page: date and title as they stand at the head of the record."""
    pieces = []
    if document.date:
        inferred = register.inferred(document.date.inferred)
        pieces.append(f"<docDate{normal_form(document.date)}{inferred}>{text(document.date.verbatim)}</docDate>")
    if document.title:
        words = text(document.title.verbatim)
        pieces.append(f'<docTitle><titlePart type="main">{words}</titlePart></docTitle>')
    lines = "".join(f"\n        {piece}" for piece in pieces)
    return f"<titlePage>{lines}\n      </titlePage>" if pieces else ""
