"""What a digital editor adds to one of our files, row by row, and that it comes out again as it went in."""

import re
from pathlib import Path

import pytest
from lxml import etree
from pydantic import ValidationError

import telegrams
from telegrams.formats import read, write, write_many
from telegrams.formats.block_text import block_text
from telegrams.model import (
    Addition,
    Comment,
    Deletion,
    Document,
    Encoding,
    Footnote,
    Group,
    Markup,
    PageBreak,
    Paragraph,
    Substitution,
    Text,
)

ROOT = Path(__file__).parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
IDENTIFIER = "{http://www.w3.org/XML/1998/namespace}id"
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
    return next(each for each in root.iter(f"{TEI}p") if each.get(IDENTIFIER) == "p2")


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


def test_a_signature_at_the_end_without_a_closer(written):
    root = etree.fromstring(written)
    next(root.find(f"{TEI}text").iter(f"{TEI}div")).append(etree.fromstring(f"<signed{NAMESPACE}>Marsh</signed>"))
    assert "<signed>Marsh</signed>" in again(root)


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
    given = [each.get(IDENTIFIER) for each in text.iter(f"{TEI}p")]
    assert given[:4] == ["p1", "p2-2", "p2", "p3"]
    assert len(set(given)) == len(given)


def test_edits_keep_their_pointers_in_a_corpus(written):
    root = etree.fromstring(written)
    paragraph(root).append(etree.fromstring(f'<persName{NAMESPACE} xml:id="who" corresp="#p2 x.xml#a">He</persName>'))
    reading = read(etree.tostring(root), "tei")
    corpus = b"".join(write_many([reading.documents[0]], "tei-corpus"))
    (name,) = [each for each in etree.fromstring(corpus).iter(f"{TEI}persName") if each.get("corresp")]
    pointed, elsewhere = name.get("corresp").split()
    assert (name.get(IDENTIFIER), pointed, elsewhere) == ("wcda-112634.who", "#wcda-112634.p2", "x.xml#a")
    assert read(corpus, "tei").documents == reading.documents


@pytest.mark.parametrize("note", [b"<!-- by me -->", b"<?editor done?>"])
@pytest.mark.parametrize("place", [b"<TEI ", b"<titleStmt>", b"</titleStmt>", b"<text "])
def test_comments_and_instructions_outside_the_text_stay(written, place, note):
    reading = read(written.replace(place, note + place, 1), "tei")
    assert reading.diagnostics == ()
    again = write(reading.documents[0], "tei")
    assert b"".join((note + place).split()) in b"".join(again.split())
    assert read(again, "tei").documents == reading.documents


@pytest.mark.parametrize(
    "given",
    [
        {"attributes": (("b", "1"), ("a", "2"))},
        {"attributes": (("a", "1"), ("a", "2"))},
        {"attributes": (("xmlns", "https://example.org"),)},
        {},
    ],
)
def test_how_an_element_is_encoded_says_something_in_order(given):
    with pytest.raises(ValidationError):
        Encoding(**given)


def test_what_is_carried_is_in_the_text_but_for_alternatives_and_data():
    def carried(element, *content):
        return Markup(element=element, content=content)

    words = (carried("del", Text(text="now")), carried("add", Text(text="then")))
    blocks = (
        Group(element="floatingText", blocks=(Paragraph(content=(Text(text="One."),)), Comment(verbatim=" by me "))),
        Group(element="figure", blocks=(Comment(verbatim="empty"),)),
        carried(
            "ab",
            carried("subst", Text(text=" "), *words),
            carried("listPerson", Text(text="Hope")),
            carried("note", Text(text="so")),
        ),
        PageBreak(),
        Comment(verbatim="no words"),
    )
    assert [block_text(each) for each in blocks] == ["One.", "", "then so", "\f", ""]
    text = write(Document(body=(*blocks[:3], blocks[4])), "text").decode()
    assert text.split()[1:] == ["One.", "then", "so"]


def test_a_footnote_without_a_marker_is_printed_with_its_number():
    assert block_text(Footnote(number="a", content=(Text(text="So."),))) == "[a] So."


@pytest.mark.parametrize("same", [Deletion, Addition])
def test_a_substitution_has_something_struck_out_and_something_added(same):
    change = same(content=(Text(text="x"),))
    with pytest.raises(ValidationError, match="struck out"):
        Substitution(content=(change, change))
