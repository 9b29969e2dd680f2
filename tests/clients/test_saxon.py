"""A stylesheet that knows TEI and nothing of this program prints the text: each word, in order, none glued.

The square brackets of an editor are printed too, so that his words are not taken for the author's.
"""

from pathlib import Path

import pytest

from telegrams.formats.block_text import block_text
from tests.clients import saxon, texts

pytestmark = [pytest.mark.client, pytest.mark.skipif(not saxon.HERE, reason=saxon.REASON)]
STYLESHEET = (Path(__file__).parent / "text.xsl").read_text("utf-8")


@pytest.mark.parametrize("name", texts.TEXTS)
def test_each_word_is_printed(name):
    document = texts.document(name)
    title = [document.date, document.title]
    head = [word for each in title if each for word in each.verbatim.split()]
    body = [word for block in document.body if block.type != "rule" for word in block_text(block).split()]
    assert saxon.transformed(STYLESHEET, texts.tei(name)).split() == head + body
