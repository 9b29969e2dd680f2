"""PDF, read only: the text taken out by `telegrams.pdf`, read as the `print` layout. Needs the extra `pdf`.

Lost: everything but the text, and the layout: the bytes of a PDF cannot be given back, so the document has none.
"""

from telegrams.model.diagnostics import Diagnostic
from telegrams.pdf.extraction import extract_text
from telegrams.reading import Draft, read_records
from telegrams.reading.source import from_text

from .contract import Reading


def read(data: bytes) -> Reading:
    """The documents that a PDF holds. Raises `ParseError` (TG010 to TG014)."""
    drafts, found, _ = drafts_of_pdf(data)
    findings = (each for draft in drafts for each in draft.findings)
    return Reading(tuple(draft.document for draft in drafts), (*found, *findings))


def drafts_of_pdf(data: bytes) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...], str]:
    """What the reader finds in the text of a PDF, what is found while the text is taken out, and the text."""
    extraction = extract_text(data)
    source = from_text(extraction.text)
    return read_records(source), extraction.found, source.raw
