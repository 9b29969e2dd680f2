"""Blocks and their TEI, side by side: each is made of the other."""

import pytest
from lxml import etree

from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check, item, read
from telegrams.model import Closer, Document, Heading, Paragraph, Text
from tests.unit.case_files import read_cases
from tests.unit.notation import blocks_in_notation

BEGIN, END = '<div type="document" xml:id="document">', "</div>\n    </body>"
CASES = read_cases("tei/blocks.txt")


def framed(inside):
    """A whole file of ours round some blocks."""
    before, _, after = item(read(EMPTY).documents[0], WriteOptions()).decode().partition(f"{BEGIN}{END}")
    return f"{before}{BEGIN}\n{inside}\n{END}{after}".encode()


EMPTY = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body/></text></TEI>"""


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_each_is_made_of_the_other(case):
    reading = read(framed(case.given))
    assert blocks_in_notation(reading.documents[0].body) == case.expected
    assert reading.diagnostics == ()
    written = item(reading.documents[0], WriteOptions())
    body = written.decode().partition(BEGIN)[2].partition(END)[0]
    assert [line.strip(" ") for line in body.strip().splitlines()] == case.given.splitlines()
    assert check(written) == ()


def test_an_enclosure_is_a_division_of_its_own():
    words = (Text(text="Words."),)
    body = (
        Paragraph(content=words),
        Closer(content=(Text(text="PETROV"),), role="signature"),
        Heading(content=(Text(text="Enclosure"),), enclosure=True),
        Heading(content=(Text(text="LETTER"),)),
        Paragraph(content=words),
        Heading(content=(Text(text="Annex"),), enclosure=True),
    )
    document = Document(body=body)
    data = item(document, WriteOptions())
    found = etree.fromstring(data).findall(".//{*}body/{*}div")
    assert [each.get("type") for each in found] == ["document", "enclosure", "enclosure"]
    assert read(data).documents == (document,)
    assert check(data) == ()


@pytest.mark.parametrize("role", ["compliment", "dateline", "signature", "other"])
def test_a_closing_line_of_one_blank_keeps_its_role(role):
    document = Document(body=(Paragraph(content=(Text(text="a"),)), Closer(content=(Text(text=" "),), role=role)))
    assert read(item(document, WriteOptions())).documents == (document,)


@pytest.mark.parametrize(
    "element", ['<space unit="a">\n</space>', '<date when="1951">x<placeName key="Oslo">\n</placeName></date>']
)
def test_indentation_inside_an_element_of_a_word_is_none(element):
    written = item(Document(body=(Paragraph(content=(Text(text="a here"),)),)), WriteOptions()).decode()
    (document,) = read(written.replace("a here", f"a {element} b").encode()).documents
    assert document.body[0].content[1].type in {"space", "date"}
    assert read(item(document, WriteOptions())).documents == (document,)
