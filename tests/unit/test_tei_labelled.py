"""The lists at the head of a record of conversation: who is named in them, and what editors do to them."""

import pytest
from lxml import etree

import telegrams
from telegrams.formats import read, write
from telegrams.formats.tei import check
from telegrams.model import Document, LineBreak, Opener, Participant, Setting, Text

RECORD = """**May 3, 1961**

**Record of a Conversation on Tin**

**Contents:**

Translation - English

SUBJECT$
The Sale of Tin to Mr. Lee

PARTICIPANTS:$
Denmark$
Ambassador Ann Eklund, Danish Mission$
Mr. Bo Ek, Interpreter; Mr. Per Ek$
United States$
Mr. Lee$
Mrs. Leeds

After tea had been served, the Ambassador spoke of tin.
""".replace("$", "  ")
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def document():
    return telegrams.convert(RECORD.encode()).document


def participants(data):
    root = etree.fromstring(data)
    return root, next(each for each in root.iter(f"{TEI}list") if each.get("type") == "participants")


def squeezed(data):
    """The words of the text without blanks."""
    return "".join("".join(map(str, etree.fromstring(data).find(f".//{TEI}body").itertext())).split())


@pytest.mark.parametrize("form", ["tei", "tei-corpus"])
def test_items_point_to_those_whom_they_name(document, form):
    data = write(document, form)
    root, found = participants(data)
    names = {each.get(XML_ID): "".join(each.find(f"{TEI}persName").itertext()) for each in root.iter(f"{TEI}person")}
    named = [
        (item.text, [names[pointer[1:]] for pointer in item.get("corresp", "").split()])
        for item in found.iter(f"{TEI}item")
    ]
    assert named == [
        ("Denmark", []),
        ("Ambassador Ann Eklund, Danish Mission", ["Ann Eklund"]),
        ("Mr. Bo Ek, Interpreter; Mr. Per Ek", ["Bo Ek", "Per Ek"]),
        ("United States", []),
        ("Mr. Lee", ["Lee"]),
        ("Mrs. Leeds", ["Leeds"]),
    ]
    assert check(data) == ()
    assert read(data, "tei").documents == (document,)


def test_a_subject_points_to_nobody(document):
    subject = next(etree.fromstring(write(document, "tei")).iter(f"{TEI}list"))
    assert subject.get("type") == "subject"
    assert [dict(item.attrib) for item in subject.iter(f"{TEI}item")] == [{}]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<item>Denmark</item>", '<item n="1">Denmark</item>'),
        ("<item>Denmark</item>", "<item>Denmark<list><item>Eklund</item></list></item>"),
        ("<item>Denmark</item>", "<item>The <foreign>Danish</foreign> Side</item>"),
        ("<item>Denmark</item>", "<item>Denmark <lb/>and Zenda</item>"),
        ("<item>Denmark</item>", "<item/>"),
        ("<item>Denmark</item>", "<item>Denmark</item><!-- checked -->"),
        ("<head>PARTICIPANTS:</head>", "<head>Those there</head>"),
        ("<head>PARTICIPANTS:</head>", '<head place="inline">PARTICIPANTS</head>'),
        ("<head>PARTICIPANTS:</head>", "<head><hi>PARTICIPANTS:</hi></head>"),
        ("<head>PARTICIPANTS:</head>", '<head place="inline"><hi>PARTICIPANTS:</hi></head>'),
        ("<head>PARTICIPANTS:</head>", "<head>PARTICIPANTS:of</head>"),
        ("<head>PARTICIPANTS:</head>", ""),
        ('<list type="participants">', '<list rend="bulleted" type="participants">'),
        ('<list type="participants">', '<list type="persons">'),
        ('corresp="#lee"', 'corresp="#bo-ek"'),
        ('corresp="#lee"', ""),
    ],
)
def test_what_an_editor_does_to_them_stays(document, before, after):
    whole = write(document, "tei").decode()
    assert before in whole
    reading = read(whole.replace(before, after).encode(), "tei")
    again = write(reading.documents[0], "tei")
    assert reading.diagnostics == ()
    assert after in again.decode()
    assert squeezed(again) == squeezed(whole.replace(before, after).encode())


def test_of_many_with_one_name_the_first_few_are_pointed_to():
    there = tuple(Participant(name="Lee", place=f"P{number}") for number in range(20))
    opener = Opener(content=(Text(text="Present:"), LineBreak(), Text(text="Mr. Lee")), role="routing")
    data = write(Document(setting=Setting(participants=there), body=(opener,)), "tei")
    pointers = participants(data)[1][1].get("corresp").split()
    assert pointers[:2] == ["#lee", "#lee-2"]
    assert len(pointers) == 8


def test_lines_put_in_and_taken_out_are_lines(document):
    whole = write(document, "tei").decode()
    edited = whole.replace("<item>United States</item>", "").replace(
        "<item>Denmark</item>", "<item>Zenda</item>\n<item>x</item>"
    )
    again = read(edited.encode(), "tei").documents[0]
    lines = write(again, "text").decode().partition("PARTICIPANTS:")[2].split("\n\n")[0].split()
    assert lines[:2] == ["Zenda", "x"]
    assert "United" not in lines
    assert check(write(again, "tei")) == ()
