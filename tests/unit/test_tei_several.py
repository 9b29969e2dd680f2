"""Files of other hands with several documents: collections of texts, and letters side by side."""

import pytest

from telegrams.formats.block_text import block_text
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import holds_several, item, read

FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Letters from Zenda</title></titleStmt>
<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc>
<profileDesc>{letters}</profileDesc></teiHeader>
<text>{text}</text></TEI>"""
SENT = """<correspDesc><correspAction type="sent"><persName>{}</persName><date when="{}"/></correspAction>
<correspAction type="received"><persName>{}</persName></correspAction></correspDesc>"""
BOTH = SENT.format("Sapt", "1894-05-07", "Flavia") + SENT.format("Flavia", "1894-05-09", "Sapt")
GROUP = """<front><p>A preface.</p></front><group>
<text xml:id="a"><body><head>Letter from Sapt to Flavia</head>
<dateline>Zenda, <date when="1894-05-07">7 May</date></dateline>
<p>The king is here.</p><p>Burn<note n="2">In haste.</note> this.</p></body><back><note n="1">Torn.</note></back></text>
<group><text xml:id="b"><body><div><p>Come.</p></div></body></text></group></group>"""
DIVISIONS = """<body><head>1894</head>
<div type="letter" xml:id="a"><head>Letter from Sapt to Flavia</head><opener><dateline>7 May 1894</dateline></opener>
<p>The king is here.</p><div type="letter"><p>Enclosed.</p></div></div>
<div type="telegram" xml:id="b"><p>Come.</p></div></body>"""


def documents(text, letters=""):
    data = FILE.format(text=text, letters=letters).encode()
    reading = read(data)
    assert holds_several(data) or len(reading.documents) == 1
    for document in reading.documents:
        assert read(item(document, WriteOptions())).documents == (document,)
    return reading


def words(document):
    return [block_text(block) for block in document.body]


def test_each_text_of_a_group_is_a_document():
    reading = documents(GROUP)
    first, second = reading.documents
    assert reading.names == ("a", "b")
    assert first.title.verbatim == "Letter from Sapt to Flavia"
    assert [party.name for party in first.title.senders] == ["Sapt"]
    assert (first.date.edtf, first.date.place) == ("1894-05-07", None)
    assert "The king is here." in words(first)
    assert [block.marker for block in first.body if block.type == "footnote"] == ["2"]
    assert second.title is None
    assert second.date is None
    assert words(second) == ["Come."]
    assert {(each.code, each.subject) for each in reading.diagnostics} >= {("TG613", "p"), ("TG613", "title")}


def test_letters_side_by_side_are_documents():
    reading = documents(DIVISIONS)
    first, second = reading.documents
    assert reading.names == ("a", "b")
    assert first.title.verbatim == "Letter from Sapt to Flavia"
    assert first.date.edtf == "1894-05-07"
    assert words(first)[-1].endswith("Enclosed.")
    assert words(second) == ["Come."]
    assert ("TG613", "head") in {(each.code, each.subject) for each in reading.diagnostics}


@pytest.mark.parametrize("text", [GROUP, DIVISIONS])
def test_as_many_descriptions_tell_of_each(text):
    first, second = documents(text, BOTH).documents
    assert [party.name for party in (*first.title.senders, *first.title.recipients)] == ["Sapt", "Flavia"]
    assert first.title.verbatim == "Letter from Sapt to Flavia"
    assert second.title.verbatim == "Flavia to Sapt"
    assert [each.date.edtf for each in (first, second)] == ["1894-05-07", "1894-05-09"]


def test_more_descriptions_than_letters_are_reported():
    reading = documents(DIVISIONS, BOTH + SENT.format("Rupert", "1894-05-10", "Sapt"))
    assert [each.title and each.title.verbatim for each in reading.documents] == ["Letter from Sapt to Flavia", None]
    assert ("TG613", "persName") in {(each.code, each.subject) for each in reading.diagnostics}


def test_letters_under_one_description_are_one_document_and_told():
    reading = documents(DIVISIONS, SENT.format("Sapt", "1894-05-07", "Flavia"))
    (document,) = reading.documents
    assert "Come." in "\n".join(words(document))
    told = [each.message for each in reading.diagnostics if each.code == "TG615"]
    assert told == ["in <div> (line 7) begins the first of 2 letters under one <correspDesc>, read as one document"]


@pytest.mark.parametrize(
    "text",
    [
        '<body><div type="letter"><p>One.</p></div><div type="note"><p>Two.</p></div></body>',
        '<body><div type="note"><p>One.</p></div><div type="note"><p>Two.</p></div></body>',
        "<group><text><body><p>One.</p><p>Two.</p></body></text></group>",
    ],
)
def test_parts_of_one_document_are_one(text):
    (document,) = documents(text).documents
    assert "One." in "\n".join(words(document))
    assert "Two." in "\n".join(words(document))
