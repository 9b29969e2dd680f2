"""Citation, title and holdings ⇄ `sourceDesc`.

`bibl[@type='original']` holds what the title says of the original document.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from telegrams.formats.xml import leaf
from telegrams.model.document import Document
from telegrams.model.parties import Title

from .citation import fields, write_citation
from .dates import read_child_date, write_date_element
from .holding import write_manuscripts
from .reader import TEI, TeiReader
from .register import Register

_COUNT = re.compile(r"-?[0-9]{1,18}\Z")
_NOTES = ("classification", "urgency", "subject")


def write_source(document: Document, register: Register, *, lean: bool) -> str:
    """The children of `sourceDesc`."""
    pieces: list[str] = []
    if document.citation:
        pieces += write_citation(document.citation, register, lean=lean)
    if document.title:
        pieces.append(fields("original", _original(document.title, register)))
    pieces += write_manuscripts(document, register)
    return "".join(f"\n        {piece}" for piece in pieces if piece) or "<p>The source is not stated.</p>"


def _original(title: Title, register: Register) -> Iterator[str]:
    yield leaf("idno", title.number, ' type="number"')
    if title.sequence is not None:
        yield leaf("biblScope", str(title.sequence), ' unit="sequence"')
    for kind in _NOTES:
        yield leaf("note", getattr(title, kind), f' type="{kind}"')
    if title.date:
        yield write_date_element(title.date, register)
    yield leaf("extent", title.extent)


def read_original(source: etree._Element, reader: TeiReader) -> dict[str, Any]:
    """The fields of a title that `bibl[@type='original']` holds."""
    element = source.find(f"{TEI}bibl[@type='original']")
    sequence, extent = reader.child(element, "biblScope"), reader.child(element, "extent")
    return {
        "number": reader.child(element, "idno"),
        "sequence": int(sequence) if sequence and _COUNT.match(sequence) else None,
        "date": read_child_date(element, "date", reader),
        "extent": extent if extent in {"excerpt", "draft"} else None,
        **{kind: reader.child(element, f"note[@type='{kind}']") for kind in _NOTES},
    }
