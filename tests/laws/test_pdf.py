"""The letters of a PDF: all that PDFium finds come out, but for those that are counted and told."""

import os
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')

import pypdfium2

from telegrams.pdf.glyphs import Limits
from telegrams.pdf.pages import read_pages
from telegrams.pdf.worker import answer
from tests.unit.pdf_files import made, shown

SHARED = os.environ.get("TELEGRAMS_SHARED")
PDFS = sorted(Path(SHARED, "corpus", "pdf").glob("*.pdf")) if SHARED else []


def letters(text):
    """How often each visible character stands in a text, ligatures as their letters, accents apart."""
    return Counter(each for each in unicodedata.normalize("NFKD", text) if each.isprintable() and not each.isspace())


def found(data):
    """The letters that PDFium finds by itself; its sign for a hyphen at a line's end is a hyphen."""
    document = pypdfium2.PdfDocument(data)
    return letters("".join(page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document))


def told(data):
    limits = Limits()
    return answer(read_pages(data, limits), limits)


def shown_wide(words, x, y, size, width):
    return shown(words, x, y, size, f"{width} 0 0 1")


lines = st.lists(
    st.tuples(
        st.text("ilfIl1t.abcM", min_size=1, max_size=12),
        st.floats(72, 300),
        st.integers(10, 60).map(lambda place: 12.0 * place),
        st.sampled_from([6, 9, 12]),
        st.sampled_from([0.15, 0.3, 0.5, 1, 1.4]),
    ),
    min_size=1,
    max_size=8,
)


@given(lines)
def test_no_letter_is_lost_in_silence(written):
    """Lines of any width of type, one over the other: each letter comes out, or is counted as drawn twice.

    PDFium by itself takes words drawn twice in the very same place as one.
    """
    data = made(["".join(shown_wide(*each) for each in written)])
    answered, expected = told(data), found(data)
    ours = letters(answered["text"])
    assert not ours - expected
    assert (expected - ours).total() == answered["struck"]


@given(st.text("ilfIl1tabcM", min_size=1, max_size=20), st.sampled_from([0.15, 0.3, 0.5, 1, 1.4]))
def test_a_line_of_its_own_keeps_every_letter(words, width):
    answered = told(made([shown_wide(words, 72, 700, 11, width)]))
    assert (answered["text"].replace(" ", ""), answered["struck"]) == (words + "\n", 0)


@pytest.mark.skipif(not PDFS, reason="TELEGRAMS_SHARED names no folder with PDFs of the archive")
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_letters_of_the_archives_pdfs_are_pdfiums(path):
    data = path.read_bytes()
    answered = told(data)
    assert (answered["struck"], answered["hidden"]) == (0, 0)
    assert letters(answered["text"]) == found(data)
