"""The archive's page of a record, as a browser saves it."""

import time

import pytest

import telegrams
from telegrams.errors import ParseError
from telegrams.formats import read
from telegrams.formats.guess import guess_format
from telegrams.web.page import parse_page
from telegrams.web.words import paragraphs

from .web_pages import page


def text_of(html: str) -> list[str]:
    found = parse_page(page(html))
    assert found is not None
    return list(found.text)


def test_a_page_is_the_document_of_its_parts():
    (document,) = read(page(), "html").documents
    assert document.title.senders[0].name == "Ada Berg"
    assert document.date.edtf == "1951-05-03"
    assert document.credits == ("This document was made possible with support from the Tin Fund",)
    assert document.summary == ("Berg thanks Ek.", "She asks for ore.")
    assert document.citation.record_id == "4711"
    assert document.citation.source.holdings[0].fond == "100"
    assert [language.tag for language in document.original_languages] == ["ru"]
    catalogue = document.catalogue
    assert (catalogue.authors[0].family, catalogue.places) == ("Berg", ("Tin Oblast", "Ruritania"))
    assert (catalogue.rights, catalogue.uploaded) == (("Free.", "To all."), "2023-10-05")
    assert [(field.label, field.paragraphs) for field in document.other_fields] == [("Ward", ("North",))]
    kinds = "opener paragraph heading list-item list-item paragraph paragraph block-quote table closer"
    assert [block.type for block in document.body] == kinds.split()
    assert document.layout is None


def test_what_a_page_has_besides_is_told():
    found = read(page("<p>Ore.</p><img src='x.png'>"), "html").diagnostics
    assert [(each.code, each.message) for each in found] == [
        ("TG029", "behind another tab of the page stands a text that is left out: “Дорогой товарищ Эк…”"),
        ("TG029", "images in the text are left out: 1"),
    ]
    named = read(page(head='<meta property="og:url" content="https://x.org/document/letter-berg">'), "html")
    assert named.diagnostics[-1].message.endswith("is left out: https://x.org/document/letter-berg")
    assert [field.label for field in named.documents[0].other_fields] == ["Record ID", "Ward"]
    assert read(page(head=""), "html").documents[0].citation.url is None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a\n   b</p>c<p></p>", ["a b", "c"]),
        ("a<br>b<br/><br>c<br>", ["a  \nb  \nc"]),
        ("<p>x <b>y</b> <i>z</i> <strong> w</strong>v</p>", ["x **y** *z*  **w**v".replace("  ", " ")]),
        ("<p><b>2*3</b> <b></b> <em>a<br>b</em></p>", ["2*3 a  \nb"]),
        ("<p><a href='https://x.org/a_b'>w</a> <a href='#n'>[1]</a> <a href='https://x.org'>[2]</a></p>",
         ["[w](https://x.org/a_b) [1] [2]"]),
        ("<b><p>a</p></b><span><div>b</div></span>", ["a", "b"]),
        ("<h2>On <b>tin</b></h2><h6></h6>", ["## On tin"]),
        ("<ol><li>a</li><b>x</b><li><p>b</p><p>c</p></li></ol><ol start='x'><li>d</li></ol>",
         ["1. a", "x", "2. b", "c", "1. d"]),
        ("<blockquote><p>a</p><p>b</p></blockquote><hr>", ["> a", "> b", "***"]),
        ("<table><tr><td>a</td><th>b</th></tr><tr><td></td></tr></table><table></table>", ["| a | b |"]),
        ("<table><tr><td>a|b</td><td></td><td>c</td></tr></table>", ["a|b", "c"]),
        ("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>", ["| ab |"]),
        ("a<script>no</script><style>no</style><button>no</button>b", ["ab"]),
        ("a\u00a0b \u3000c", ["a\u00a0b \u3000c"]),
        ("&lt;p&gt; &amp;amp;", ["<p> &amp;"]),
    ],
)  # fmt: skip
def test_the_words_of_a_page(html, expected):
    assert text_of(html) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<!DOCTYPE html><html><body><h1>Cart</h1><p>Eggs</p></body></html>",
        b"<html><body><h1 class='title'>Cart</h1><p>Eggs</p></body></html>",
        b"<html><body><h2 class='title'>Cart</h2></body></html>",
        b"<!DOCTYPE html>",
    ],
)
def test_a_page_that_is_no_record_says_so(data):
    with pytest.raises(ParseError) as caught:
        telegrams.convert(data)
    assert caught.value.diagnostics[0].code == "TG005"
    assert caught.value.diagnostics[0].hint == "save the page of one record, or copy its text"


def test_nothing_at_all_is_no_page():
    assert parse_page(b" ") is None


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', "utf-8"),
        ("", "utf-8"),
        ("", "windows-1252"),
        ("", "utf-16"),
    ],
)
def test_the_encoding_is_the_declared_one_or_told_by_the_bytes(head, encoding):
    title = "Brief an Эк" if encoding.endswith(("1251", "8", "16")) else "Brief an Frau Größe"
    html = f"<html><head>{head}</head><body><h1 class='title'>{title}</h1><p class='date'>1951</p></body></html>"
    assert read(html.encode(encoding), "html").documents[0].title.verbatim == title


@pytest.mark.parametrize(
    "data",
    [
        b"<html><h1 class='title'>T</h1>" + b"<div>" * 100_000 + b"x",
        b"<html><h1 class='title'>T</h1><div class='tab-pane active'>" + b"<b><i>" * 150_000 + b"x",
    ],
)
def test_a_page_that_is_nested_too_deeply_ends_in_a_finding(data):
    started = time.process_time()
    with pytest.raises(ParseError) as caught:
        read(data, "html")
    assert caught.value.diagnostics[0].code == "TG030"
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!DOCTYPE html>\n<p>", "html"),
        (b"\xef\xbb\xbf <html lang=en>", "html"),
        (b"<!-- saved --><HTML>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b"<!-- a note --> html is a word", "text"),
        (b"<htmlish>", "text"),
        (b"<TEI>", "tei"),
    ],
)
def test_a_page_is_known_by_its_beginning(data, expected):
    assert guess_format(data) == expected


def test_words_outside_any_element_are_a_paragraph():
    from lxml import html

    assert list(paragraphs(html.fromstring("<div>a</div>"))) == ["a"]
