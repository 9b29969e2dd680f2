"""What a digital editor adds to one of our files, row by row, and that it comes out again as it went in."""

import re
from pathlib import Path

import pytest
from lxml import etree

import telegrams
from telegrams.formats import read, write

ROOT = Path(__file__).parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
NAMESPACE = f' xmlns="{TEI[1:-1]}"'
PARTS = (ROOT / "tests/cases/tei/edits.txt").read_text().split("===== ")[1:]
INLINES, BLOCKS, ATTRIBUTES = ([line for line in part.splitlines()[1:] if line] for part in PARTS)


@pytest.fixture(scope="module")
def written():
    return write(telegrams.convert((ROOT / "seeds/112634.txt").read_bytes()).document, "tei")


def again(root):
    """The file when it was read and written, and no finding."""
    reading = read(etree.tostring(root), "tei")
    assert reading.diagnostics == ()
    return write(reading.documents[0], "tei").decode()


def plain(snippet):
    return etree.canonicalize(snippet).replace(NAMESPACE, "")


def paragraph(root):
    return next(each for each in root.iter(f"{TEI}p") if each.get("{http://www.w3.org/XML/1998/namespace}id") == "p2")


@pytest.mark.parametrize("snippet", INLINES)
def test_inside_a_paragraph(written, snippet):
    root = etree.fromstring(written)
    place = paragraph(root)
    piece = etree.fromstring(f"<x{NAMESPACE}>{snippet}</x>")[0]
    piece.tail = f" {place.text}"
    place.text = "Then "
    place.insert(0, piece)
    out = again(root)
    assert plain(f"<x{NAMESPACE}>{snippet}</x>")[3:-4] in plain(out)
    assert ">Then " in out


@pytest.mark.parametrize("snippet", BLOCKS)
def test_between_paragraphs(written, snippet):
    root = etree.fromstring(written)
    paragraph(root).addprevious(etree.fromstring(f"<x{NAMESPACE}>{snippet}</x>")[0])
    out = "".join(re.sub(' xml:id="p[0-9-]+"', "", plain(again(root))).split())  # given to each paragraph
    for piece in "".join(plain(f"<x{NAMESPACE}>{snippet}</x>")[3:-4].split()).split("><"):
        assert piece.strip("<>") in out


@pytest.mark.parametrize("edit", ATTRIBUTES)
def test_attributes(written, edit):
    name, attribute, value = edit.split(" ")
    root = etree.fromstring(written)
    element = next(root.find(f"{TEI}text").iter(TEI + name))
    element.set(attribute.replace("xml:", "{http://www.w3.org/XML/1998/namespace}"), value)
    found = etree.fromstring(again(root).encode()).find(f"{TEI}text")
    shown = {**element.attrib}
    assert any({**each.attrib}.items() >= shown.items() for each in found.iter(TEI + name))


def test_there_are_many():
    assert len(INLINES) + len(BLOCKS) + len(ATTRIBUTES) >= 120


def test_a_paragraph_put_in_renames_none(written):
    root = etree.fromstring(written)
    paragraph(root).addprevious(etree.fromstring(f"<p{NAMESPACE}>New.</p>"))
    text = etree.fromstring(again(root).encode()).find(f"{TEI}text")
    given = [each.get("{http://www.w3.org/XML/1998/namespace}id") for each in text.iter(f"{TEI}p")]
    assert given[:4] == ["p1", "p2-2", "p2", "p3"]
    assert len(set(given)) == len(given)
