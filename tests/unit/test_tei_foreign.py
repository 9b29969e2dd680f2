"""TEI of other hands: what is taken, and that the rest is reported by element and line."""

import pytest
from lxml import etree

from telegrams.errors import ParseError
from telegrams.formats import write
from telegrams.formats.block_text import block_text
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import item, read
from telegrams.model import Closer, Document, FootnoteReference, Paragraph, Party, SourceNote
from tests.unit.case_files import read_cases
from tests.unit.notation import blocks_in_notation
from tests.unit.tei_facts import words

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0">
 <teiHeader><fileDesc><titleStmt><title>Foreign Papers, Volume II</title></titleStmt>
  <publicationStmt><p>Printed</p></publicationStmt><sourceDesc><p>Born digital</p></sourceDesc></fileDesc></teiHeader>
 <text><body><div type="chapter"><head>Ruritania</head>
  <div type="document" xml:id="d1" n="1">
   <head>1. Telegram From the Legation in Ruritania
     to the Department of Foreign Affairs<note n="0" type="source">Source: Central Files 12. Secret.</note></head>
   <opener><dateline><placeName>Strelsau</placeName>, <date when="1951-05-07T09:00:00">May 7, 1951, 9
     a.m.</date></dateline></opener>
   <p>989. The king<note n="2" xml:id="fn2">Rudolf V.</note> left
     <placeName>Zenda</placeName> by some <pb n="410" facs="0442"/>train.
     <persName>Flavia</persName> <gloss target="#t_x">stayed</gloss>.</p>
   <frus:attachment><p>Enclosed.</p></frus:attachment>
   <list><head>Present:</head><item>One</item><item n="2.">Two</item></list>
   <closer><signed><hi rend="strong">Tarlenheim</hi></signed></closer>
  </div>
  <div type="document"><head>2. <hi>Letter</hi> now<note n="1">A <hi>note</hi>
  x.</note> then</head><p>Second.</p><table><row><cell>A</cell><cell/></row></table></div>
 </div></body></text></TEI>"""


def test_a_volume_gives_its_documents():
    reading = read(VOLUME.encode())
    first, second = reading.documents
    assert first.title.verbatim == "1. Telegram From the Legation in Ruritania to the Department of Foreign Affairs"
    assert (first.date.edtf, first.date.time, first.date.place) == ("1951-05-07", "09:00", "Strelsau")
    words = [block_text(block) for block in first.body]
    assert words[1].startswith("989. The king2 left Zenda by some")
    assert "Flavia stayed." in words[1]
    assert [block.type for block in first.body] == [
        "opener", "paragraph", "group", "group", "closer", "source-note", "footnote",
    ]  # fmt: skip
    assert [block.type for block in first.body[3].blocks] == ["heading", "list-item", "list-item"]
    assert any(isinstance(each, FootnoteReference) for each in first.body[1].content)
    assert isinstance(first.body[-2], SourceNote)
    assert first.body[-2].statement == "Central Files 12. Secret"
    assert isinstance(first.body[-3], Closer)
    assert second.title.verbatim == "2. Letter now then"
    assert second.body[1].rows[0][1] is None
    assert second.body[2].marker == "1"


def test_what_a_volume_has_besides_is_reported_by_element_and_line():
    found = {(each.code, each.subject): each for each in read(VOLUME.encode()).diagnostics}
    assert {name for code, name in found if code == "TG610"} == {"hi"}  # in a heading
    assert {name for code, name in found if code == "TG613"} == {"title", "p", "head", "div"}
    assert "(2×, first in line 3)" in found["TG613", "p"].message
    span = found["TG613", "p"].span
    assert "<p" in VOLUME[span.start : span.end]


def test_what_a_volume_has_in_its_text_is_carried():
    written = item(read(VOLUME.encode()).documents[0], WriteOptions()).decode()
    for each in (
        '<placeName>Zenda</placeName>', '<pb facs="0442" n="410"/>', '<gloss target="#t_x">stayed</gloss>',
        '<hi rend="strong">Tarlenheim</hi>', 'xml:id="fn2"', 'xml:id="d1"', '<date when="1951-05-07T09:00:00">',
    ):  # fmt: skip
        assert each in written


LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
 <titleStmt><title>Rassendyll to the Foreign Office</title><editor>A. Hope</editor></titleStmt>
 <publicationStmt><p>x</p></publicationStmt>
 <sourceDesc><msDesc><msIdentifier><repository>Zenda Archive</repository></msIdentifier>
  <msContents><textLang mainLang="de">German</textLang></msContents></msDesc></sourceDesc></fileDesc>
 <profileDesc><abstract><p>He reports.</p></abstract><correspDesc>
  <correspAction type="sent"><persName ref="#r"><roleName>Envoy</roleName> <surname>Rassendyll</surname></persName>
   <placeName>Strelsau</placeName><date notBefore="1951-05-01" notAfter="1951-05-03">early May</date></correspAction>
  <correspAction type="received"><orgName>Foreign Office</orgName><placeName>London</placeName></correspAction>
 </correspDesc></profileDesc></teiHeader>
 <text><front><head>Front</head></front><body><p>Dear <choice><sic>Sri</sic><corr>Sir</corr></choice>,</p>
 loose words <lg><l>one</l></lg></body></text></TEI>"""


def test_a_letter_gives_its_correspondents():
    reading = read(LETTER.encode())
    (document,) = reading.documents
    title = document.title
    assert title.senders == (Party(name="Rassendyll", role="Envoy", place="Strelsau"),)
    assert title.recipients == (Party(organisation="Foreign Office", place="London"),)
    assert (document.date.verbatim, document.date.edtf) == ("early May", "1951-05-01/1951-05-03")
    assert document.summary == ("He reports.",)
    assert document.original_languages[0].tag == "de"
    assert [block_text(block) for block in document.body] == ["Front", "Dear Sir,", "loose words", "one"]
    assert {each.subject for each in reading.diagnostics} == {
        "editor", "repository", "p", "surname", "persName/@ref",
    }  # fmt: skip


CMIF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>
 <correspDesc key="1"><correspAction type="sent"><persName>A. Author</persName><date when="1951-05"/></correspAction>
  <correspAction type="received"><persName>B. Reader</persName></correspAction></correspDesc>
 <correspDesc key="2"><correspAction type="sent"><orgName>Office</orgName><date from="1951" to="1952"/></correspAction>
  <correspAction type="received"><placeName>Rome</placeName></correspAction></correspDesc>
 </profileDesc></teiHeader><text><body><p/></body></text></TEI>"""


def test_an_index_of_letters_gives_a_document_for_each():
    first, second = read(CMIF.encode()).documents
    assert first.title.verbatim == "A. Author to B. Reader"
    assert (first.date.verbatim, first.date.edtf) == ("1951-05", "1951-05")
    assert second.title.senders == (Party(organisation="Office"),)
    assert second.title.recipients == (Party(place="Rome"),)
    assert second.date.edtf == "1951/1952"


@pytest.mark.parametrize(
    ("text", "documents", "named"),
    [
        ("<text><body><p>An index of letters.</p></body></text>", 2, {"p": 1}),
        ("", 2, {}),
        ("<text><body><p>Dear Sir,</p><p>I hear.</p></body></text>", 1, {"correspAction": 2, "date": 1}),
        ("<text><body><div><p>I hear.</p></div></body></text>", 1, {"correspAction": 2, "date": 1}),
    ],
)
def test_an_index_has_no_text_of_its_own(text, documents, named):
    reading = read(CMIF.replace("<text><body><p/></body></text>", text).encode())
    assert len(reading.documents) == documents
    outside = {each.subject: each.count for each in reading.diagnostics if each.code == "TG613"}
    assert named.items() <= outside.items()


def test_a_corpus_gives_the_documents_of_its_parts():
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{LETTER}{CMIF}</teiCorpus>'
    assert len(read(corpus.encode()).documents) == 3


@pytest.mark.parametrize("data", [b"<html/>", b"<TEI.2/>", b'<body xmlns="http://www.tei-c.org/ns/1.0"/>'])
def test_other_xml_is_refused(data):
    with pytest.raises(ParseError, match="TG605"):
        read(data)


def test_deep_nesting_keeps_the_words():
    deep = "<hi>" * 230 + "deep" + "</hi>" * 230
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{deep}</p></body></text></TEI>'
    reading = read(data.encode())
    assert block_text(reading.documents[0].body[0]).replace("*", "").strip("_") == "deep"
    assert [each.code for each in reading.diagnostics] == ["TG611"]


CASES = read_cases("tei/foreign.txt")


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_odd_blocks_keep_their_words(case):
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{case.given}</body></text></TEI>'
    reading = read(data.encode())
    found = blocks_in_notation(reading.documents[0].body).splitlines()
    for each in reading.diagnostics:
        element = f" {each.message.partition('>')[0][1:]}" if each.code == "TG610" else ""
        found.append(each.code + element)
    blocks, reported = (
        [line for line in case.expected.splitlines() if line.startswith("TG") is report] for report in (False, True)
    )
    assert found[: len(blocks)] == blocks
    assert sorted(found[len(blocks) :]) == reported
    written = write(reading.documents[0], "tei")
    assert read(written).documents == reading.documents


def test_an_own_file_with_pieces_missing_is_read_without_them():
    own = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
    <titleStmt><title type="main">T</title><editor role="translator"/></titleStmt><publicationStmt/>
    <sourceDesc><bibl type="citation">C</bibl><bibl type="structured"><bibl type="statement">S</bibl></bibl>
    <msDesc type="holding"><msIdentifier><idno><idno type="unheard">1</idno></idno></msIdentifier>
    <history><custEvent>sold</custEvent></history></msDesc></sourceDesc></fileDesc><encodingDesc><appInfo>
    <application ident="telegrams"/></appInfo></encodingDesc><profileDesc><langUsage><language ident="en"/></langUsage>
    <correspDesc><correspAction type="sent"><persName ref="#none">X</persName></correspAction></correspDesc>
    </profileDesc></teiHeader></TEI>"""
    reading = read(own.encode())
    (document,) = reading.documents
    assert document.title.senders == ()
    assert document.contents == ()
    assert document.citation.source.contributors == document.citation.source.custody == ()
    assert len(document.citation.source.holdings) == 1
    assert [each.code for each in reading.diagnostics] == ["TG610"]


PIECES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
 <sourceDesc><msDesc><msContents><textLang/><textLang mainLang="no tag">Danish</textLang></msContents></msDesc>
 </sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName/><persName>A</persName>
 <date from="1951-05" to="1951-05"/></correspAction></correspDesc></profileDesc></teiHeader>
 <text><body><div type="document"><opener><dateline><placeName>Zenda</placeName></dateline></opener></div></body>
 </text></TEI>"""


def test_pieces_without_words_are_passed_over():
    (document,) = read(PIECES.encode()).documents
    assert [(each.verbatim, each.tag) for each in document.original_languages] == [("Danish", None)]
    assert document.title.senders == (Party(name="A"),)
    assert document.date.edtf == "1951-05"


def test_a_dateline_without_its_date_gives_none():
    without = PIECES.partition("<profileDesc>")[0] + "</teiHeader>" + PIECES.partition("</teiHeader>")[2]
    dated = without.replace("<placeName>Zenda</placeName>", "<placeName>Zenda</placeName><date/>")
    assert [read(each.encode()).documents[0].date for each in (without, dated)] == [None, None]


def test_a_date_of_blanks_is_read_as_no_date():
    origin = "<profileDesc><creation><date>&#160;</date></creation></profileDesc>"
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{origin}</teiHeader><text><body/></text></TEI>'
    (document,) = read(data.encode()).documents
    assert document.date is None or document.date.edtf is None


def test_a_comment_in_the_header_of_another_hand_is_told():
    data = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><!-- so --><fileDesc/><?editor fold?></teiHeader>'
        "<text><body><p>One.</p></body></text></TEI>"
    )
    found = [each.message for each in read(data.encode()).diagnostics if each.code == "TG613"]
    assert found == [
        "in <teiHeader> (line 1) a comment is not kept: 'so'",
        "in <teiHeader> (line 1) a processing instruction is not kept: 'fold'",
    ]


def test_the_schema_that_a_file_of_another_hand_names_is_no_loss():
    header = "<encodingDesc><schemaRef key='letters' url='letters.odd'><desc>Ours</desc></schemaRef></encodingDesc>"
    text = "<text><body><p>One.</p></body></text>"
    data = (
        '<?xml version="1.0"?><?xml-model href="letters.rng"?>'
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>{text}</TEI>'
    )
    reading = read(data.encode())
    assert reading.diagnostics == ()
    assert reading.documents == (Document(body=(Paragraph(content=words("One.")),)),)


P5 = "http://www.tei-c.org/ns/1.0"


@pytest.mark.parametrize("behind", ["", "<!--checked-->"])
@pytest.mark.parametrize("back", ["<listPerson><person><persName>Lee</persName></person></listPerson>", "<p>Note.</p>"])
def test_notes_at_their_place_stand_before_the_back_matter(back, behind):
    """So that the closer ends the letter, and `back` does not stand inside its division, where TEI has none."""
    header = "<teiHeader><fileDesc><titleStmt><title>Lund to Berg</title></titleStmt></fileDesc></teiHeader>"
    letter = "<p>Send tin<note>Much of it.</note>.</p><closer><signed>Lund</signed></closer>"
    text = f"<text><body><div>{letter}</div></body><back>{back}</back>{behind}</text>"
    (document,) = read(f'<TEI xmlns="{P5}">{header}{text}</TEI>'.encode()).documents
    kinds = [block.type for block in document.body]
    assert kinds[:3] == ["paragraph", "closer", "footnote"]
    assert len(kinds) == 4 + bool(behind)
    written = write(document, "tei")
    root = etree.fromstring(written)
    assert [each.getparent().tag for each in root.iter(f"{{{P5}}}back")] == [f"{{{P5}}}text"]
    assert root.find(f".//{{{P5}}}closer") is not None
    assert read(written).documents == (document,)
