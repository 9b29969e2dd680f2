"""One `teiCorpus` for many documents: what stands once, what points there, and the way back."""

import os
from pathlib import Path

import pytest
from lxml import etree

from telegrams.errors import WriteError
from telegrams.formats import read, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check
from telegrams.formats.tei.association import REFERENCE
from telegrams.model import Citation, Closer, Document, LineBreak, Link, Name, Paragraph, Party, Text, Title
from telegrams.version import SCHEMAS

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = Path(__file__).parents[2] / "schemas" / "telegrams.rng"
REFEREES = [str(SCHEMA), os.environ.get("TELEGRAMS_TEI_ALL", "")]

BERG = Party(name="Anna Berg", role="Consul", place="Rome", ref="http://a/1", place_ref="http://a/2")
BOARD = Party(organisation="Board of Tin", place="Rome")


def letter(number=None, senders=(BERG,), recipients=(BOARD,), body=()):
    citation = Citation(verbatim="-", record_id=number) if number else None
    return Document(
        title=Title(verbatim="Letter", kind="letter", senders=senders, recipients=recipients),
        citation=citation,
        body=body,
    )


def corpus(*documents, options=None):
    return b"".join(write_many(documents, "tei-corpus", options))


def entries(root, kind):
    return [each.get(XML_ID) for each in root.iterfind(f"{TEI}teiHeader//{TEI}{kind}")]


DOCUMENTS = (
    letter("5"),
    letter("5", recipients=(Party(name="7 & <Moe>"),)),
    letter(),
    Document(),
    Document(
        title=Title(verbatim="Talk", participants=(BERG, Party())), citation=Citation(verbatim="-", record_id="5")
    ),
    letter("6", body=(Paragraph(content=(Link(content=(Text(text="x"),), target="http://a/#wcda-6.summary"),)),)),
)


def test_the_documents_come_back():
    data = corpus(*DOCUMENTS)
    reading = read(data, "tei")
    assert reading.documents == DOCUMENTS
    assert reading.diagnostics == ()
    assert corpus(*reading.documents) == data
    assert check(data) == ()


@pytest.mark.parametrize("schema", REFEREES, ids=["telegrams.rng", "tei_all"])
def test_the_file_is_valid(schema):
    if not schema:
        pytest.skip("TELEGRAMS_TEI_ALL does not name tei_all.rng")
    grammar = etree.RelaxNG(etree.parse(schema))
    options = WriteOptions(publisher="Us & them", licence="CC0", published="2020-05")
    for tree in (etree.fromstring(corpus(*DOCUMENTS, options=options)), etree.fromstring(corpus(Document()))):
        assert grammar.validate(tree), grammar.error_log


def test_everybody_stands_once():
    root = etree.fromstring(corpus(*DOCUMENTS))
    assert [each.rpartition("-")[0] for each in entries(root, "person")] == ["anna-berg", "id-7-amp-lt-moe-gt"]
    assert [each.rpartition("-")[0] for each in entries(root, "org")] == ["board-of-tin", "id"]
    assert [each.rpartition("-")[0] for each in entries(root, "place")] == ["rome", "rome"]
    assert not list(root.iterfind(f"{TEI}TEI//{TEI}particDesc"))


def test_the_documents_point_there():
    root = etree.fromstring(corpus(letter("5"), letter("6")))
    (berg,), (board,) = entries(root, "person"), entries(root, "org")
    places = {each.find(f"{TEI}idno") is not None: each.get(XML_ID) for each in root.iter(f"{TEI}place")}
    for edition in root.iter(f"{TEI}TEI"):
        actions = edition.iterfind(f".//{TEI}correspAction/*")
        assert [each.get("ref") for each in actions] == [
            f"#{berg} http://a/1",
            f"#{places[True]} http://a/2",
            f"#{board}",
            f"#{places[False]}",
        ]
    assert root.find(f".//{TEI}person//{TEI}placeName").get("ref") == f"#{places[True]} http://a/2"


def test_identifiers_are_the_same_in_every_corpus_and_given_once_in_each():
    alone, other = (etree.fromstring(corpus(*each)) for each in (DOCUMENTS[:1], DOCUMENTS[::-1]))
    assert set(entries(alone, "person")) < set(entries(other, "person"))
    root = etree.fromstring(corpus(*DOCUMENTS))
    given = [each.get(XML_ID) for each in root.iter("{*}*") if each.get(XML_ID)]
    assert len(given) == len(set(given))
    assert [each.get(XML_ID) for each in root.iter(f"{TEI}TEI")] == [
        "wcda-5", "wcda-5-2", "document-3", "document-4", "wcda-5-5", "wcda-6",
    ]  # fmt: skip


def test_a_person_who_signs_in_several_ways_is_one():
    def signed(number, words):
        body = (Closer(content=(Name(content=(Text(text=words),)), LineBreak()), role="signature"),)
        return letter(number, body=body)

    documents = signed("1", "A. BERG"), signed("2", "ANNA BERG"), signed("3", "A. BERG"), letter("4")
    data = corpus(*documents)
    (person,) = etree.fromstring(data).iterfind(f"{TEI}teiHeader//{TEI}person")
    assert [each.text for each in person.iterfind(f"{TEI}persName[@type='signature']")] == ["A. BERG", "ANNA BERG"]
    assert read(data, "tei").documents == documents


def test_the_header_says_what_the_user_says():
    root = etree.fromstring(corpus(letter("5"), options=WriteOptions(publisher="Us", licence="CC0", published="2020")))
    statement = root.find(f"{TEI}teiHeader//{TEI}publicationStmt")
    assert [each.tag.removeprefix(TEI) for each in statement] == ["publisher", "date", "availability"]
    with pytest.raises(WriteError, match="--published"):
        corpus(letter("5"), options=WriteOptions(published="soon"))


def test_lean_and_without_layout():
    documents = read(corpus(*DOCUMENTS, options=WriteOptions(lean=True, layout=False)), "tei").documents
    assert documents == DOCUMENTS


def test_no_documents_are_no_file():
    assert corpus() == b""


def test_one_document_can_be_a_corpus():
    assert read(write(DOCUMENTS[0], "tei-corpus"), "tei").documents == DOCUMENTS[:1]


def test_a_corpus_of_others_is_read_as_it_is():
    header = b"<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>"
    inside = b"<TEI>%b<text><body><p xml:id='a.b'>words</p></body></text></TEI>" % header
    for outer in (header, b""):
        data = b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">%b%b</teiCorpus>' % (outer, inside)
        (document,) = read(data, "tei").documents
        assert document.title.verbatim == "T"


def test_a_damaged_corpus_is_read_as_far_as_it_goes():
    data = corpus(letter("5")).replace(b"<teiHeader>", b"<x>").replace(b"</teiHeader>", b"</x>")
    assert len(read(data.replace(b"<x>", b"<teiHeader>", 1).replace(b"</x>", b"</teiHeader>", 1), "tei").documents) == 1


EDITS = [
    ("<occupation>Consul", '<birth when="1900"/><occupation>Consul', {"@when='1900' of <birth> is not kept"}),
    (
        "</titleStmt>",
        "<respStmt><resp>mended by</resp><name>Ann Lee</name></respStmt></titleStmt>",
        {"the words 'mended by' of <resp> are not kept", "the words 'Ann Lee' of <name> are not kept"},
    ),
    (
        "</listPerson>",
        '<person xml:id="lee"><persName>Lee</persName></person></listPerson>',
        {"@xml:id='lee' of <person> is not kept", "the words 'Lee' of <persName> are not kept"},
    ),
    (
        "Diplomatic documents",
        "Letters about tin",
        {
            "the words 'Letters about tin' of <title> are not kept",
            "the words 'Diplomatic documents' of <title> are taken away, but written again",
        },
    ),
    ("<sourceDesc>", '<sourceDesc n="7">', {"@n='7' of <sourceDesc> is not kept"}),
    (
        'telegrams.rng"',
        'letters.rng"',
        {
            "a comment or processing instruction is not kept",
            "a comment or processing instruction is taken away, but written again",
        },
    ),
    ("<teiCorpus", "<!-- for us --><teiCorpus", {"a comment or processing instruction is not kept"}),
    (
        REFERENCE,
        "",
        {
            "@type='interchange' of <schemaRef> is taken away, but written again",
            "@key='telegrams' of <schemaRef> is taken away, but written again",
            f"@url='{SCHEMAS}telegrams.odd' of <schemaRef> is taken away, but written again",
        },
    ),
    (
        '<punctuation marks="all"',
        '<punctuation marks="some"',
        {
            "@marks='some' of <punctuation> is not kept",
            "@marks='all' of <punctuation> is taken away, but written again",
        },
    ),
]


@pytest.mark.parametrize(("before", "after", "told"), EDITS)
def test_what_an_editor_adds_to_the_header_of_a_corpus_is_named(before, after, told):
    data = corpus(*DOCUMENTS).decode()
    assert before in data.partition("</teiHeader>")[0]
    reading = read(data.replace(before, after, 1).encode(), "tei")
    assert {each.code for each in reading.diagnostics} == {"TG631"}
    assert {each.message.split(" ", 3)[3] for each in reading.diagnostics} == told


def test_a_corpus_declares_once_how_it_was_made():
    tree = etree.fromstring(corpus(*DOCUMENTS))
    for name in ("schemaRef", "projectDesc", "editorialDecl", "prefixDef"):
        assert len(tree.findall(f".//{TEI}{name}")) == 1
        assert tree.find(f"{TEI}teiHeader/{TEI}encodingDesc//{TEI}{name}") is not None
    assert [each.get("href") for each in tree.itersiblings(preceding=True)] == [
        f"{SCHEMAS}telegrams.sch",
        f"{SCHEMAS}telegrams.rng",
    ]


def test_a_changed_entry_is_in_the_documents_that_point_there():
    data = corpus(*DOCUMENTS).decode().replace("<occupation>Consul<", "<occupation>Envoy<", 1)
    reading = read(data.encode(), "tei")
    assert reading.documents[0].title.senders[0].role == "Envoy"
    assert "Consul" not in corpus(*reading.documents).decode()


@pytest.mark.parametrize("options", [WriteOptions(publisher="Tin Press", licence="CC-BY-4.0"), WriteOptions(lean=True)])
def test_a_corpus_as_it_was_written_is_not_reported(options):
    assert read(corpus(*DOCUMENTS, options=options), "tei").diagnostics == ()


def test_a_corpus_with_a_text_that_cannot_be_written_again_is_read():
    deep = '<hi rend="italic">' * 120 + "deep" + "</hi>" * 120
    data = corpus(DOCUMENTS[0]).decode().replace("</body>", f"<p>{deep}</p></body>")
    (document,) = read(data.encode(), "tei").documents
    with pytest.raises(WriteError):
        write(document, "tei")
