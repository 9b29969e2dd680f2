"""The TEI of the seeds and of documents built by hand: the facts that scholars look for, by XPath."""

import os
from pathlib import Path

import pytest
from lxml import etree

import telegrams
from telegrams.errors import WriteError
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check, item, read
from telegrams.model import (
    Closer,
    Document,
    Heading,
    Layout,
    LineBreak,
    ListItem,
    Name,
    Opener,
    Paragraph,
    Party,
    Point,
    Postscript,
    Quote,
    SourceNote,
    Title,
)
from tests.unit.full_document import full_document
from tests.unit.tei_facts import body, fact, tags, words, written

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = os.environ.get("TELEGRAMS_GOLD", "")
FACTS = (
    "string(/t:TEI/@xml:id)",
    "string(/t:TEI/@xml:lang)",
    "string(//t:titleStmt/t:title[@type='main'])",
    "//t:titleStmt/t:author//t:roleName/text()",
    "//t:titleStmt/t:author//t:surname/text()",
    "//t:titleStmt/t:author/t:persName/@ref",
    "string(//t:publicationStmt/t:idno[@type='wcda'])",
    "string(//t:publicationStmt/t:authority)",
    "normalize-space(//t:bibl[@type='citation'])",
    "string(//t:bibl[@type='citation']/t:title[@level='a'])",
    "//t:bibl[@type='citation']/t:date/@when",
    "string(//t:bibl[@type='citation']/t:publisher)",
    "//t:bibl[@type='citation']/t:ref/@target",
    "//t:msIdentifier/t:settlement/text()",
    "string(//t:msIdentifier/t:repository)",
    "//t:textLang/@mainLang",
    "string(//t:textLang)",
    "//t:custEvent/@type",
    "//t:custEvent",
    "//t:surrogates/t:bibl[@type='copy']",
    "//t:person/t:persName[@type='signature']",
    "string(//t:abstract)",
    "//t:creation/t:date/@when",
    "//t:langUsage/t:language/@ident",
    "string(//t:langUsage/t:language)",
    "string(//t:correspDesc/@ref)",
    "//t:correspAction[@type='sent']/t:persName/t:surname/text()",
    "//t:correspAction[@type='sent']/t:date/@when",
    "//t:correspAction[@type='received']/t:orgName/text()",
    "//t:correspContext/t:ref/@n",
    "//t:person/t:occupation/text()",
    "//t:textClass/t:catRef/@target",
    "string(//t:text/@type)",
    "//t:docDate/@when",
    "normalize-space(//t:titlePart)",
    "count(//t:body//t:p)",
    "count(//t:body//t:pb[@type='inferred'][@break='yes'][@cert][@resp='#telegrams'])",
    "//t:body//t:seg[@type='point']/@n",
    "//t:body//t:num[@type='ordinal']/text()",
    "//t:body//t:ref[@type='telegram']/@n",
    "//t:body//t:supplied[@resp='#translator']/@resp",
    "translate((//t:body//t:supplied)[1], '[]', '')",
    "translate((//t:body//t:supplied)[last()], '[]', '')",
    "//t:body//t:q",
    "//t:body//t:closer//t:dateline/t:date/@when",
    "//t:body//t:closer//t:signed/t:persName/@ref",
    "//t:body//t:closer//t:signed/t:persName/text()",
    "normalize-space(//t:back/t:note[@type='source'])",
)


@pytest.mark.skipif(not GOLD, reason="TELEGRAMS_GOLD does not name the folder of expected files")
@pytest.mark.parametrize("path", FACTS)
@pytest.mark.parametrize("seed", ["111779", "112634"])
def test_the_facts_of_the_expected_files_are_there(seed, path):
    expected = etree.parse(Path(GOLD) / f"{seed}.tei.xml")
    document = telegrams.convert((SEEDS / f"{seed}.txt").read_bytes()).document
    assert fact(written(document), path) == fact(expected, path)


@pytest.mark.parametrize("seed", ["111779", "112634"])
def test_the_detour_over_tei_changes_nothing(seed):
    source = (SEEDS / f"{seed}.txt").read_bytes()
    document = telegrams.convert(source).document
    data = item(document, WriteOptions())
    reading = read(data)
    assert reading.documents == (document,)
    assert telegrams.write(reading.documents[0], "text") == source
    assert check(data) == ()


def test_openers_and_closers_stand_where_tei_has_them():
    tree = written(
        body(
            Opener(content=words("Secret"), role="classification"),
            Opener(content=words("Moscow, 5 May"), role="dateline"),
            Heading(content=words("Report")),
            Paragraph(content=words("Text.")),
            Closer(content=words("Yours"), role="compliment"),
            Postscript(content=words("P.S.")),
        )
    )
    assert tags(tree) == ["opener", "head", "p", "closer", "postscript"]
    assert tags(tree, "//t:opener/*") == ["seg", "dateline"]
    assert tags(tree, "//t:closer/*") == ["salute"]


def test_openers_and_closers_in_the_middle_become_anonymous_blocks():
    tree = written(
        body(
            Paragraph(content=words("One.")),
            Closer(content=words("Signed"), role="signature"),
            Opener(content=words("Second"), role="title"),
            Heading(content=words("Third"), level=2),
            Postscript(content=words("P.S.")),
            Paragraph(content=words("Two.")),
        )
    )
    assert tags(tree) == ["p", "ab", "ab", "ab", "ab", "p"]
    assert fact(tree, "//t:ab/@type") == ["closer", "opener", "heading", "postscript"]
    assert fact(tree, "//t:ab/@subtype") == ["signature", "title"]


def test_closers_without_a_paragraph_before_them_are_anonymous_blocks():
    assert tags(written(body(Heading(content=words("A")), Closer(content=words("B"), role="other")))) == ["head", "ab"]


def test_neighbouring_items_share_a_list():
    items = [ListItem(content=words(letter), marker=f"{letter})") for letter in "ab"]
    tree = written(body(*items, Paragraph(content=words("c")), items[0]))
    assert tags(tree) == ["list", "p", "list"]
    assert fact(tree, "//t:list/t:label/text()") == ["a)", "b)", "a)"]


def test_a_lean_file_has_no_declarations():
    document = telegrams.convert((SEEDS / "112634.txt").read_bytes()).document
    lean, full = (item(document, WriteOptions(lean=lean, layout=False)) for lean in (True, False))
    assert len(lean) < 0.92 * len(full)
    assert not fact(etree.fromstring(lean), "//t:editorialDecl | //t:schemaRef | //t:front | //t:revisionDesc")
    assert b"xml-model" not in lean


def test_nesting_deeper_than_readers_go_is_refused():
    content = words("x")
    for _ in range(105):
        content = (Quote(content=content),)
    with pytest.raises(WriteError, match="100"):
        item(body(Paragraph(content=content)), WriteOptions())


@pytest.mark.parametrize(
    ("insert", "script"),
    [
        (" ", r"\s"),
        ("  ", r"\2s"),
        (" " * 99, r"\99s"),
        (" " * 100, r"\99s\s"),
        ("\n\n\n12s \t\t", r"\3n12s\s\2t"),
        ("\\\\ \\u000C", r"\2b\s\bu000C"),
        ("\\12s", r"\b12s"),
    ],
)
def test_the_script_of_a_layout_counts_blanks_of_one_sort(insert, script):
    layout = Layout(digest="0" * 32, edits=({"skip": 1, "delete": 0, "insert": insert},))
    data = item(Document(layout=layout), WriteOptions())
    assert f"0:{script} 1\n" in data.decode()
    assert read(data).documents == (Document(layout=layout),)


def test_a_script_in_which_each_blank_has_a_sign_is_read():
    layout = Layout(digest="0" * 32, edits=({"skip": 1, "delete": 0, "insert": "   \n\n"},))
    data = item(Document(layout=layout), WriteOptions()).replace(rb"\3s\2n", rb"\s\s\s\n\n")
    assert read(data).documents == (Document(layout=layout),)


def test_layout_keeps_line_feeds_and_tabs():
    layout = Layout(digest="0" * 32, edits=({"skip": 1, "delete": 2, "insert": "\n\t \\u000C\u0085"},))
    document = Document(layout=layout)
    assert read(item(document, WriteOptions())).documents == (document,)


def test_nesting_as_deep_as_it_may_be_comes_back():
    content = words("x")
    for _ in range(99):
        content = (Quote(content=content),)
    document = body(Paragraph(content=content))
    assert read(item(document, WriteOptions())).documents == (document,)


def test_only_names_that_one_party_has_are_recognised_in_signatures():
    signed = Closer(content=(Name(content=words("J. LI")), Name(content=(LineBreak(),))), role="signature")
    title = Title(verbatim="x", senders=(Party(name="Wu Li"), Party(role="Envoy")))
    assert fact(written(Document(title=title, body=(signed,))), "//t:ab/t:persName/@ref") == ["#wu-li"]
    twice = Title(verbatim="x", senders=(Party(name="Wu Li"), Party(name="An Li")))
    assert fact(written(Document(title=twice, body=(signed,))), "//t:ab/t:persName/@ref") == []


def test_a_point_without_words_has_no_ordinal():
    point = Point(label=").", number="1")
    document = body(Paragraph(content=(point,)))
    assert not fact(written(document), "//t:num")
    assert read(item(document, WriteOptions())).documents == (document,)


def test_a_stamp_at_the_head_is_a_stamp():
    document = body(Opener(content=words("COPY"), role="stamp"), Paragraph(content=words("x")))
    assert tags(written(document), "//t:opener/*") == ["stamp"]
    assert read(item(document, WriteOptions())).documents == (document,)


def test_every_field_has_a_place():
    document = full_document()
    data = item(document, WriteOptions())
    assert read(data).documents == (document,)
    assert read(data).diagnostics == ()
    assert check(item(full_document(edited=False), WriteOptions())) == ()


def test_the_source_note_at_the_end_stands_in_the_back():
    note = SourceNote(content=words("[Source: AR]"), statement="AR")
    document = body(Paragraph(content=words("x")), note)
    assert tags(written(document), "//t:back/*") == ["note"]
    assert read(item(document, WriteOptions())).documents == (document,)
