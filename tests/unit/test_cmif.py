"""CMIF: every letter of a collection in one file, as correspSearch takes it."""

import json

import pytest
from lxml import etree

from telegrams.errors import LeftOutError, WriteError
from telegrams.formats import read, write, write_many
from telegrams.formats.cmif import write_date
from telegrams.formats.contract import WriteOptions
from telegrams.model import Citation, Document, HistoricalDate, Inference, Party, Title
from tests.unit.case_files import CASES
from tests.unit.cmif_referee import ABSENT, SHARED, TEI, XML_ID, broken_rules, grammar

FREE = WriteOptions(licence="CC BY 4.0", publisher="Institute  of\nLetters")
DATES = [json.loads(line) for line in (CASES / "cmif_dates.jsonl").read_text("utf-8").splitlines()]


def letter(number="7", day="1961-03-04", publisher="Archive & Co.", host="digitalarchive.wilsoncenter.org", **parties):
    parties = parties or {"senders": (Party(name="Berg"),), "recipients": (Party(organisation="The <Board>"),)}
    return Document(
        title=Title(verbatim="Letter", **parties),
        date=day and HistoricalDate(verbatim="the day", edtf=day),
        citation=Citation(
            verbatim="-",
            publisher=publisher,
            record_id=number,
            url=f"https://{host}/document/{number}" if host else None,
        ),
    )


def collected(*documents, options=FREE):
    data = b"".join(write_many(documents, "cmif", options))
    assert broken_rules(data) == set()
    if SHARED:
        assert grammar().validate(etree.fromstring(data)), grammar().error_log
    return etree.fromstring(data)


def texts(root, path):
    return [each.text for each in root.iterfind(f".//{path.replace('tei:', TEI)}")]


@pytest.mark.skipif(not SHARED, reason=ABSENT)
def test_the_published_grammar_is_asked():
    assert not grammar().validate(etree.fromstring(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'))


@pytest.mark.parametrize("case", DATES, ids=lambda case: f"{case['edtf']}{'' if len(case) == 2 else '*'}")
def test_dates(case):
    inferred = Inference(certainty=case["certainty"], rule="r") if "certainty" in case else None
    doubtful = case.get("doubtful", False)
    date = HistoricalDate(verbatim="words", edtf=case["edtf"], doubtful=doubtful, inferred=inferred)
    assert write_date(date) == case["element"]


def test_a_letter():
    root = collected(letter())
    (description,) = root.iter(f"{TEI}correspDesc")
    (bibl,) = root.iter(f"{TEI}bibl")
    assert description.get("key") == "7"
    assert description.get("ref") == "https://digitalarchive.wilsoncenter.org/document/7"
    assert description.get("source") == f"#{bibl.get(XML_ID)}"
    assert bibl.text == "Archive & Co. "
    assert bibl.get("type") == "online"
    assert texts(root, "tei:bibl/tei:ref") == ["https://digitalarchive.wilsoncenter.org/"]
    sent, received = description
    assert [(each.tag.removeprefix(TEI), each.text) for each in sent] == [("persName", "Berg"), ("date", "the day")]
    assert [(each.tag.removeprefix(TEI), each.text) for each in received] == [("orgName", "The <Board>")]


def test_the_header_says_what_the_user_says():
    options = WriteOptions(licence="cc0", publisher="Us", url="https://us.example.org/cmif.xml", published="2020-05-06")
    root = collected(letter(), options=options)
    statement = root.find(f".//{TEI}publicationStmt")
    assert [each.tag.removeprefix(TEI) for each in statement] == ["publisher", "idno", "date", "availability"]
    assert texts(root, "tei:publicationStmt/tei:publisher") == ["Us"]
    assert texts(root, "tei:titleStmt/tei:editor") == ["Us"]
    assert texts(root, "tei:publicationStmt/tei:idno") == ["https://us.example.org/cmif.xml"]
    assert dict(statement.find(f"{TEI}date").attrib) == {"when": "2020-05-06"}
    licence = statement.find(f".//{TEI}licence")
    assert (licence.get("target"), licence.text) == ("https://creativecommons.org/publicdomain/zero/1.0/", "cc0")


def test_what_nobody_says_is_not_made_up():
    root = collected(letter(), options=WriteOptions(licence="CC BY 4.0"))
    statement = root.find(f".//{TEI}publicationStmt")
    assert statement.find(f"{TEI}publisher").text == "Unpublished automatic conversion"
    assert statement.find(f"{TEI}idno").text.startswith("urn:uuid:")
    assert dict(statement.find(f"{TEI}date").attrib) == {"notBefore": "1961-03-04"}


def test_a_collection_has_each_publication_once_and_the_latest_date():
    root = collected(
        letter("1", "1950"), letter("2", "1961-05", host="digitalarchive.umd.edu"), letter("3", None, publisher=None)
    )
    assert [each.get("key") for each in root.iter(f"{TEI}correspDesc")] == ["1", "2", "3"]
    assert texts(root, "tei:bibl") == ["Archive & Co. ", "Institute of Letters "]
    assert root.find(f".//{TEI}publicationStmt/{TEI}date").get("notBefore") == "1961-05-01"


def test_a_publication_on_two_sites_is_one():
    root = collected(letter("1"), letter("2", host="letters.example.org"))
    assert texts(root, "tei:bibl/tei:ref") == ["https://digitalarchive.wilsoncenter.org/"]
    assert len({each.get("source") for each in root.iter(f"{TEI}correspDesc")}) == 1


def test_a_file_can_be_made_again():
    assert list(write_many([letter("1"), letter("2")], "cmif", FREE)) == list(
        write_many([letter("1"), letter("2")], "cmif", FREE)
    )
    (bibl,) = collected(letter()).iter(f"{TEI}bibl")
    assert bibl.get(XML_ID) == "uuid-4d591bab-d187-549e-a733-c4fb14a780fa"


def test_the_record_has_its_canonical_address():
    moved = letter("9", host="digitalarchive.umd.edu")
    assert collected(moved).find(f".//{TEI}correspDesc").get("ref") == (
        "https://digitalarchive.wilsoncenter.org/document/9"
    )
    elsewhere = letter("9", host="letters.example.org")
    assert collected(elsewhere).find(f".//{TEI}correspDesc").get("ref") == "https://letters.example.org/document/9"
    nowhere = letter("9", host=None)
    assert collected(nowhere).find(f".//{TEI}correspDesc").get("ref") is None
    strange = letter("9", host="a b")
    assert collected(strange).find(f".//{TEI}correspDesc").get("ref") is None
    unknown = Document(title=letter().title)
    assert dict(collected(unknown).find(f".//{TEI}correspDesc").attrib).keys() == {"source"}


@pytest.mark.parametrize(
    ("party", "names"),
    [
        (Party(name="Berg"), "<persName>Berg</persName>"),
        (Party(name="Filin", identity="Stork"), "<persName>Filin [Stork]</persName>"),
        (Party(identity="Stork"), "<persName>Stork</persName>"),
        (Party(role="Consul", organisation="Ministry"), "<persName>Consul</persName>"),
        (Party(name="Berg", role="Consul"), "<persName>Berg</persName>"),
        (Party(organisation="Ministry"), "<orgName>Ministry</orgName>"),
        (Party(name="Berg", ref="http://viaf.org/viaf/1?a&b"), '<persName ref="http://viaf.org/viaf/1?a&amp;b">Berg</persName>'),
        (Party(organisation="M", ref="http://a/1"), '<orgName ref="http://a/1">M</orgName>'),
        (
            Party(place="Rome", place_ref="http://a/2"),
            '<persName>Unknown</persName> <placeName ref="http://a/2">Rome</placeName>',
        ),
        (Party(), "<persName>Unknown</persName>"),
    ],
)  # fmt: skip
def test_parties(party, names):
    root = collected(letter(senders=(party,), day=None))
    inside = root.find(f".//{TEI}correspAction")
    written = " ".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in inside)
    assert written.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "") == names


def test_several_senders_and_one_place():
    senders = (Party(name="Berg", place="Rome"), Party(name="Moe", place="Rome"), Party(name="Berg"))
    root = collected(letter(senders=senders, day=None))
    assert [each.text for each in root.find(f".//{TEI}correspAction")] == ["Berg", "Moe", "Rome"]
    assert [each.text for each in root.findall(f".//{TEI}correspAction")[1]] == ["Unknown"]


def test_the_date_of_the_citation_stands_in():
    document = letter(day=None)
    citation = document.citation.model_copy(update={"date": HistoricalDate(verbatim="cited", edtf="1959")})
    root = collected(document.model_copy(update={"citation": citation}))
    assert texts(root, "tei:correspAction/tei:date") == ["cited"]
    assert root.find(f".//{TEI}publicationStmt/{TEI}date").get("notBefore") == "1959-01-01"


@pytest.mark.parametrize("document", [Document(), letter(participants=(Party(name="Berg"),))])
def test_what_is_no_letter_is_left_out(document):
    with pytest.raises(LeftOutError, match="neither sender nor recipient"):
        write(document, "cmif", FREE)
    assert list(write_many([document], "cmif", FREE)) == []
    assert len(list(collected(document, letter(), document).iter(f"{TEI}correspDesc"))) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (WriteOptions(), "without a licence.*--licence"),
        (WriteOptions(licence="CC BY-NC 4.0"), "does not take the licence 'CC BY-NC 4.0'.*--licence"),
        (WriteOptions(licence="CC0", url="ftp://a"), "--url"),
        (WriteOptions(licence="CC0", published="May 1"), "--published"),
    ],
)
def test_options_without_which_there_is_no_file(options, words):
    with pytest.raises(WriteError, match=words):
        write(letter(), "cmif", options)


def test_our_reader_takes_it():
    senders = (Party(name="Berg", place="Rome", ref="http://a/1", place_ref="http://a/2"),)
    data = b"".join(write_many([letter("1", senders=senders), letter("2")], "cmif", FREE))
    first, second = read(data, "tei").documents
    assert first.title.senders == senders
    assert second.title.recipients == (Party(organisation="The <Board>"),)
    assert second.date == letter().date
