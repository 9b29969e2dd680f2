"""A stylesheet that knows TEI and nothing of this program prints the text: each word, in order, none glued."""

from pathlib import Path

import pytest

from telegrams.formats.text import block_text
from tests.clients import saxon, texts

pytestmark = [pytest.mark.client, pytest.mark.skipif(not saxon.HERE, reason=saxon.REASON)]
STYLESHEET = (Path(__file__).parent / "text.xsl").read_text("utf-8")
BRACKETS = str.maketrans("", "", "[]")


def words(text):
    return text.translate(BRACKETS).split()


@pytest.mark.parametrize("name", texts.TEXTS)
def test_each_word_is_printed(name):
    document = texts.document(name)
    title = [document.date, document.title]
    head = [word for each in title if each for word in words(each.verbatim)]
    body = [word for block in document.body if block.type != "rule" for word in words(block_text(block))]
    assert words(saxon.transformed(STYLESHEET, texts.tei(name))) == head + body
