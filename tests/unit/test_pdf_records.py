"""The archive's own PDFs: what is read from the PDF of a record is what is read from its text.

The PDFs are not the project's to give away. Where the environment variable TELEGRAMS_SHARED names the folder that
holds `corpus/pdf` and `corpus/print`, they are read from there.
"""

import os
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')

import telegrams
from telegrams.formats.text import canonical_text
from telegrams.model import Document

SHARED = os.environ.get("TELEGRAMS_SHARED")
PDFS = sorted(Path(SHARED, "corpus", "pdf").glob("*.pdf")) if SHARED else []
pytestmark = pytest.mark.skipif(not PDFS, reason="TELEGRAMS_SHARED names no folder with PDFs of the archive")


@pytest.fixture(scope="module", params=PDFS, ids=lambda path: path.stem)
def pair(request):
    """The document of a PDF, and that of its reference text."""
    text = request.param.parents[1] / "print" / f"{request.param.stem}.txt"
    converted = [telegrams.convert(path.read_bytes(), name=path.name) for path in (request.param, text)]
    assert [each for result in converted for each in result.diagnostics if each.severity == "error"] == []
    return converted[0].document, converted[1].document


@pytest.mark.parametrize("field", sorted(set(Document.model_fields) - {"body", "layout"}))
def test_every_field_of_the_description_is_the_same(pair, field):
    from_pdf, from_text = pair
    assert getattr(from_pdf, field) == getattr(from_text, field)


def test_white_space_aside_the_text_is_the_same(pair):
    from_pdf, from_text = map(canonical_text, pair)
    assert from_pdf.split() == from_text.split()


def test_the_blocks_are_the_same(pair):
    from_pdf, from_text = ([(each.type, getattr(each, "align", None)) for each in one.body] for one in pair)
    assert from_pdf == from_text


def test_the_tei_is_the_same_but_for_the_layout(pair):
    from_pdf, from_text = (telegrams.write(each.model_copy(update={"layout": None}), "tei") for each in pair)
    assert from_pdf == from_text
