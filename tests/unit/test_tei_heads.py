"""Headings of other hands: the words in their order, the parties as they are tagged, or else as titles are read."""

import pytest

from telegrams.formats.tei import read
from telegrams.model import Party
from tests.unit.case_files import read_cases

CASES = read_cases("tei/heads.txt")
FIELDS = (("from", "senders"), ("to", "recipients"), ("via", "via"), ("with", "participants"))


def told(title):
    lines = [title.verbatim, f"kind: {title.kind}"]
    for word, field in FIELDS:
        for party in getattr(title, field):
            parts = (party.role, party.name, party.organisation, party.place)
            lines.append(f"{word}: {' / '.join(part or '-' for part in parts)} {party.ref or ''}".rstrip())
    return lines


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_heading_gives_its_title(case):
    division = f'<div type="document">{case.given}<p>Hear.</p></div>'
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{division}</body></text></TEI>'
    (document,) = read(data.encode()).documents
    assert told(document.title) == case.expected.splitlines()


HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>{titles}</titleStmt></fileDesc>
 <profileDesc>{profile}</profileDesc></teiHeader><text><body>{body}</body></text></TEI>"""


def letter(titles="", profile="", body="<p>Hear.</p>"):
    reading = read(HEADER.format(titles=titles, profile=profile, body=body).encode())
    return reading.documents[0]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ('<title level="s">Letters of Lund</title><title level="a">Lund to Berg</title>', "Lund to Berg"),
        ('<title type="series">Letters</title><title>Lund to Berg</title>', "Lund to Berg"),
        ('<title type="iso-date">1896-01-01</title><title level="a">Lund to Berg</title>', "Lund to Berg"),
        ('<title type="sub">With a plan</title><title type="main">On Ice</title>', "On Ice"),
        ('<title level="m" type="main">A Book</title><title level="a" type="main">A Piece</title>', "A Piece"),
        ('<title level="a" type="sub">Or ice</title><title level="a" type="main">A Piece</title>', "A Piece"),
        ("<title/><title>One</title><title>Two</title>", "One"),
        ('<title level="s">Only a series</title>', "Only a series"),
        ("<title>The<lb/>Ice, <choice><abbr>N.</abbr><expan>North</expan></choice></title>", "The Ice, North"),
    ],
)  # fmt: skip
def test_the_title_of_the_document_is_chosen(titles, expected):
    assert letter(titles).title.verbatim == expected


SENT = '<correspDesc><correspAction type="sent">{}</correspAction></correspDesc>'


@pytest.mark.parametrize(
    ("titles", "profile", "senders", "recipients"),
    [
        ("<title>Ann Lund to Bo Berg</title>", "", ["Ann Lund"], ["Bo Berg"]),
        ("<title>On Ice</title><author>Ann Lund</author><author>Bo Berg</author>", "", ["Ann Lund", "Bo Berg"], []),
        ("<title>Ann Lund to Bo Berg</title><author>Lund, Ann</author>", "", ["Lund, Ann"], ["Bo Berg"]),
        (
            "<title>Ann Lund to Bo Berg</title><author>X</author>",
            SENT.format("<persName><forename>A.</forename><surname>Lund</surname></persName>"),
            ["A. Lund"],
            ["Bo Berg"],
        ),
        ('<title><persName type="from">Lund</persName> – Berg</title><author>X</author>', "", ["Lund"], []),
        ("<title>On Ice</title><author/>", "", [], []),
        ("", SENT.format('<name type="person">Lund</name><name type="org">Office</name>'), ["Lund", "Office"], []),
    ],
)
def test_who_wrote_to_whom(titles, profile, senders, recipients):
    title = letter(titles, profile).title
    assert [each.name or each.organisation for each in title.senders] == senders
    assert [each.name for each in title.recipients] == recipients


def test_a_letter_without_a_title_has_its_heading_for_one():
    opened = "<opener><dateline>Zenda, <date when='1961-05'/></dateline></opener>"
    body = f"<div><head>Mr. Lund to Mr. Berg</head>{opened}</div>"
    document = letter(body=body)
    assert document.title.verbatim == "Mr. Lund to Mr. Berg"
    assert document.title.senders[0].name == "Lund"
    assert document.date.edtf == "1961-05"
    named = letter(profile=SENT.format("<persName>Berg</persName>"), body=body).title
    assert (named.verbatim, named.senders[0].name) == ("Mr. Lund to Mr. Berg", "Berg")
    assert letter(body="<div><head/><p>Hear.</p></div>").title is None


def test_the_date_is_that_of_the_letter_then_of_its_making_then_of_the_dateline():
    made = "<creation><date when='1962'/></creation>"
    opened = "<opener><dateline><date/></dateline><dateline><date when='1963'/></dateline></opener>"
    sent = SENT.format("<persName>Lund</persName><date when='1961'/>")
    for profile, expected in ((made + sent, "1961"), (made, "1962"), ("", "1963")):
        assert letter(profile=profile, body=opened).date.edtf == expected


@pytest.mark.parametrize(
    ("dateline", "verbatim", "edtf", "place"),
    [
        ("<placeName>Zenda</placeName>, <date>May 7, 1951</date>", "May 7, 1951", "1951-05-07", "Zenda"),
        ("Zenda, den <date>1. März 1811</date>.", "1. März 1811", "1811-03-01", None),
        ("<date>undated</date>", "undated", None, None),
        ("Oslo, May 4, 1960", "Oslo, May 4, 1960", "1960-05-04", "Oslo"),
    ],
)
def test_a_date_without_attributes_is_read_from_its_words(dateline, verbatim, edtf, place):
    date = letter(body=f"<opener><dateline>{dateline}</dateline></opener>").date
    assert (date.verbatim, date.edtf, date.place) == (verbatim, edtf, place)


def test_datelines_without_a_date_give_none():
    assert letter(body="<opener><dateline>Zenda</dateline><dateline/></opener>").date is None


def test_who_acts_together_is_at_one_place():
    both = "<persName>Lund</persName><orgName>Office</orgName><placeName ref='https://example.org/z'>Zenda</placeName>"
    senders = letter(profile=SENT.format(both)).title.senders
    assert [(each.place, each.place_ref) for each in senders] == [("Zenda", "https://example.org/z")] * 2
    apart = "<persName>Lund</persName><placeName>Zenda</placeName><persName>Berg</persName><placeName>Oslo</placeName>"
    assert [each.place for each in letter(profile=SENT.format(apart)).title.senders] == ["Zenda", "Oslo"]
    assert [each.place for each in letter(profile=SENT.format("<placeName>Oslo</placeName>")).title.senders] == ["Oslo"]
    first = "<persName>Lund</persName><placeName>Zenda</placeName><persName>Berg</persName>"
    assert [each.place for each in letter(profile=SENT.format(first)).title.senders] == ["Zenda", None]


def test_a_date_that_is_none():
    assert letter("<title>A</title>", "<creation><date/></creation>").date is None


def test_what_of_a_header_is_not_taken_is_named():
    profile = SENT.format(
        "<persName>Lund</persName><placeName>Zenda</placeName><placeName>Strelsau</placeName><note>by boat</note>"
    ).replace("</correspDesc>", "<correspContext><ref>Answer</ref></correspContext></correspDesc>")
    titles = '<title level="s">Letters</title><title level="a">Lund writes</title><author>X</author>'
    reading = read(
        HEADER.format(titles=titles, profile=profile, body="<p>Hear.</p>")
        .replace("</TEI>", "<standOff><listPerson/></standOff><facsimile><graphic url='a.jpg'/></facsimile></TEI>")
        .encode()
    )
    named = {each.subject for each in reading.diagnostics if each.code == "TG613"}
    assert named == {"title", "author", "placeName", "note", "ref", "standOff", "facsimile"}
    assert reading.documents[0].title.senders[0].place == "Zenda"


def test_an_author_is_linked_by_the_name_inside():
    author = "<author><persName ref='https://example.org/lund' key='l'><surname>Lund</surname></persName></author>"
    reading = read(HEADER.format(titles=f"<title>On Ice</title>{author}", profile="", body="<p>Hear.</p>").encode())
    assert reading.documents[0].title.senders == (Party(name="Lund", ref="https://example.org/lund"),)
    assert subjects(reading, "TG610") == {"persName/@key": 1}


ENTRIES = """<back><listPerson>
 <person xml:id="lund"><persName>Erik Lund</persName><idno type="x">12</idno><idno>https://example.org/lund</idno></person>
 <person xml:id="berg" sameAs="https://example.org/berg"><persName>Anna Berg</persName></person>
 <person xml:id="bare"><persName>Bare</persName></person></listPerson></back>"""


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("#lund", "https://example.org/lund"),
        ("#none #berg", "https://example.org/berg"),
        ("#bare", None),
        ("lund", None),
        ("https://example.org/own #lund", "https://example.org/own"),
    ],
)
def test_a_pointer_leads_to_an_entry_of_the_file(ref, expected):
    data = HEADER.format(titles="<title>A</title>", profile=SENT.format(f"<persName ref='{ref}'>L</persName>"), body="")
    reading = read(data.replace("</body>", f"</body>{ENTRIES}").encode())
    assert reading.documents[0].title.senders == (Party(name="L", ref=expected),)
    assert ("persName/@ref" in subjects(reading, "TG610")) is (expected is None)


def test_an_author_who_is_the_sender_is_no_loss():
    titles = "<title>On Ice</title><author>Ann Lund</author><author>Bo Berg</author>"
    profile = SENT.format("<persName>Ann Lund</persName>")
    reading = read(HEADER.format(titles=titles, profile=profile, body="<p>Hear.</p>").encode())
    assert subjects(reading, "TG613") == {"author": 1}


def test_an_edition_inside_another_is_read_as_its_own():
    inner = '<TEI xml:id="b"><text><body><p>Inner.</p></body></text></TEI>'
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><text><body><p>Outer.</p></body></text>{inner}</TEI>'
    reading = read(data.encode())
    assert (len(reading.documents), reading.names, reading.diagnostics) == (2, ("a", "b"), ())


def test_the_header_of_a_corpus_is_named():
    header = "<teiHeader><fileDesc><titleStmt><title>All</title></titleStmt></fileDesc></teiHeader>"
    data = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}<TEI><text><body><p>a</p></body></text></TEI></teiCorpus>'
    assert [each.code for each in read(data.encode()).diagnostics] == ["TG613"]


def subjects(reading, code):
    return {each.subject: each.count for each in reading.diagnostics if each.code == code}


def test_mark_up_of_what_is_taken_is_named_where_it_is_lost():
    profile = """<abstract><p rend="small">By <hi>boat</hi>.</p></abstract><correspDesc xml:id="l1" key="1">
     <correspAction type="sent" n="a"><persName ref="#lund"><forename>Erik</forename></persName>
     <placeName ref="https://example.org/zenda" cert="low"><settlement>Zenda</settlement></placeName>
     <date when="1961" calendar="#julian">1961</date></correspAction></correspDesc>"""
    ice, name = "<choice><sic>Ise</sic><corr>Ice</corr></choice>", '<persName type="from" key="b">B</persName>'
    title = f'<title level="a" corresp="#t">On {ice}<lb/>and {name}</title>'
    reading = read(HEADER.format(titles=title, profile=profile, body="<p>Hear.</p>").encode())
    assert reading.documents[0].title.verbatim == "On Ice and B"
    assert subjects(reading, "TG610") == {
        **dict.fromkeys(["p/@rend", "hi", "correspDesc/@key", "correspAction/@n", "persName/@ref", "forename"], 1),
        **dict.fromkeys(["placeName/@cert", "date/@calendar", "title/@corresp", "choice", "corr", "persName/@key"], 1),
    }
    assert subjects(reading, "TG613") == {"sic": 1}


def test_what_is_in_no_document_says_whether_it_has_words():
    data = HEADER.format(
        titles="<title>A</title>", profile='<calendarDesc><calendar xml:id="j"/></calendarDesc>', body=""
    )
    reading = read(data.replace("</profileDesc>", "<textClass><p>x</p></textClass></profileDesc>").encode())
    assert [each.message.partition(" (")[0] for each in reading.diagnostics] == [
        "<calendar> is in no document",
        "<p> has words that belong to no field of a document",
    ]
