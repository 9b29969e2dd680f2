"""Document → TEI bytes."""

from telegrams.formats.contract import WriteOptions
from telegrams.formats.xml import text
from telegrams.model.document import Document

from .dates import normal_form
from .header import write_header
from .register import Register
from .structure import StructureWriter


def item(document: Document, options: WriteOptions) -> bytes:
    """The document as one TEI file in UTF-8, valid against tei_all.

    Raises `WriteError` where inline elements nest deeper than XML readers go. Nothing is lost but, on request
    (`options.layout=False`), the layout.
    """
    record = document.citation.record_id if document.citation else None
    identity = f' xml:id="wcda-{record}"' if record else ""
    edition = write_edition(document, options, Register(document), f' xmlns="http://www.tei-c.org/ns/1.0"{identity}')
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{edition}\n'.encode()


def write_edition(document: Document, options: WriteOptions, register: Register, identity: str) -> str:
    """The element `TEI`, whose first attributes are given. Raises `WriteError` as `item` does."""
    kind = document.title.kind if document.title else None
    page = "" if options.lean else title_page(document, register)
    body = StructureWriter(document, register).write(kind, page)
    header = write_header(document, options, register)
    language = next((entry.language for entry in document.contents if entry.language), None)
    spoken = f' xml:lang="{language}"' if language else ""
    return f"<TEI{identity}{spoken}>{header}\n  {body}\n</TEI>"


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
