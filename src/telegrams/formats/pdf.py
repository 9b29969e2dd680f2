"""PDF, read only: the text taken out by `telegrams.pdf`, read as the `print` layout. Needs the extra `pdf`.

Lost: everything but the text, and the layout: the bytes of a PDF cannot be given back, so the document has none.
"""

from dataclasses import replace

from telegrams.pdf.extraction import extract_text
from telegrams.reading import Draft, read_source
from telegrams.reading.source import from_text

from .contract import Reading


def read(data: bytes) -> Reading:
    """The document that a PDF holds. Raises `ParseError` (TG010 to TG014)."""
    draft = draft_of_pdf(data)
    return Reading((draft.document,), draft.findings)


def draft_of_pdf(data: bytes) -> Draft:
    """What the reader finds in the text of a PDF, and what is found while the text is taken out."""
    extraction = extract_text(data)
    draft = read_source(from_text(extraction.text))
    return replace(draft, findings=(*extraction.found, *draft.findings))
