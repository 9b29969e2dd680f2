"""PDF, read only: the text taken out by `telegrams.pdf`, read as the `print` layout. Needs the extra `pdf`.

Lost: everything but the text, and the layout: the bytes of a PDF cannot be given back, so the document has none.
"""

from telegrams.pdf.extraction import extract_text
from telegrams.reading import read_source
from telegrams.reading.source import from_text

from .contract import Reading


def read(data: bytes) -> Reading:
    """The document that a PDF holds. Raises `ParseError` (TG010 to TG014)."""
    extraction = extract_text(data)
    draft = read_source(from_text(extraction.text))
    return Reading((draft.document,), (*extraction.found, *draft.findings))
