"""What becomes of an edit in the header: tests/cases/tei/header_edits.txt."""

from collections import Counter
from pathlib import Path

import pytest
from pydantic import ValidationError

import telegrams
from telegrams.errors import ParseError, WriteError
from telegrams.formats import read, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei.description import values_of
from telegrams.formats.xml import parse_written
from telegrams.model import (
    Abbreviation,
    AttributeChange,
    Comment,
    Document,
    HistoricalDate,
    Inference,
    Insertion,
    Markup,
    Party,
    Replacement,
    Text,
    Title,
)
from telegrams.version import VERSION
from tests.unit.case_files import read_cases

SEED = Path(__file__).parents[2] / "seeds" / "112634.txt"
WRITTEN = write(telegrams.convert(SEED.read_bytes()).document, "tei").decode()
CASES = read_cases("tei/header_edits.txt")


def edited(case):
    """The file after the edits of a case; an edit is made wherever its words stand."""
    data = WRITTEN
    for line in case.given.splitlines():
        before, after = line.split(" => ")
        before = before.strip(" ") if before.strip(" ") in data else before
        assert before in data, before
        data = data.replace(before, after)
    return data


def said(data):
    """Every value of the header and of what stands before the edition."""
    root = parse_written(data.removeprefix('<?xml version="1.0" encoding="UTF-8"?>'))
    nodes = (root, *root.itersiblings(preceding=True))
    return Counter(value[:3] for node in nodes for value in values_of(node))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_an_edit_is_kept_or_named(case):
    data = edited(case)
    verdict, _, rest = case.expected.partition(" ")
    try:
        reading = read(data.encode(), "tei")
    except ParseError as error:
        assert verdict in {each.code for each in error.diagnostics}
        return
    again = write(reading.documents[0], "tei").decode()
    assert read(again.encode(), "tei").documents == reading.documents
    assert write(read(again.encode(), "tei").documents[0], "tei").decode() == again
    if verdict == "kept":
        assert reading.diagnostics == ()
        assert said(again) == said(data)
    elif verdict == "follows":
        number, _, words = rest.partition(" ")
        assert reading.diagnostics == ()
        assert again.partition("<body>")[0].count(words) == int(number)
    else:
        assert [each.code for each in reading.diagnostics] == [verdict]


@pytest.mark.parametrize("case", [case for case in CASES if case.expected == "kept"], ids=lambda case: case.title)
@pytest.mark.parametrize("way", ["json", "tei-corpus"])
def test_what_is_kept_goes_through_other_formats(case, way):
    (document,) = read(edited(case).encode(), "tei").documents
    there = write(document, way)
    assert read(there, "tei" if way == "tei-corpus" else way).documents == (document,)


def read_edited(data, *edits):
    """The document and the messages of what was found, after changes of words that stand there once."""
    for before, after in edits:
        assert data.count(before) == 1, before
        data = data.replace(before, after)
    reading = read(data.encode(), "tei")
    (document,) = reading.documents
    assert read(write(document, "tei"), "tei").documents == (document,)
    return document, [each.message for each in reading.diagnostics]


def dated(**fields):
    date = HistoricalDate(verbatim="Moscow, 30 October 1962", place="Moscow", **fields)
    return write(Document(date=date, title=Title(verbatim="Letter")), "tei").decode()


@pytest.mark.parametrize(("words", "place"), [("Moscow, 31 October 1962", "Moscow"), ("31 October", "Moscow")])
def test_a_place_in_a_date_stays_marked(words, place):
    document, found = read_edited(dated(edtf="1962-10-30"), (">Moscow, 30 October 1962<", f">{words}<"))
    assert (document.date.verbatim, document.date.place, found) == (words, place, [])


def test_the_plain_form_of_a_date_that_was_changed_comes_before_the_full_form():
    data = dated(edtf="1962-10-30", time="14:30")
    before = '<creation><date when="1962-10-30T14:30:00"'
    document, found = read_edited(data, (before, '<creation><date when="1962-10-31"'))
    assert (document.date.edtf, document.date.time, found) == ("1962-10-31", None, [])


def test_what_was_taken_away_in_one_place_and_changed_in_another_is_a_contradiction():
    entry = "<persName><surname>Zorin</surname></persName>"
    author = (
        'xml:space="preserve"><roleName>Ambassador to the UN</roleName> <surname>Zorin</surname></persName></author>'
    )
    _, found = read_edited(WRITTEN, (entry, ""), (author, author.replace("Zorin", "Zorine")))
    assert len(found) == 1
    assert "the name of zorin is 'Zorine' in <surname>" in found[0]
    assert found[0].endswith("but taken away in its entry")


def test_a_name_that_was_taken_away_in_the_entry_is_taken_away_everywhere():
    document, _ = read_edited(WRITTEN, ("<persName><surname>Zorin</surname></persName>", ""))
    assert [party.name for party in document.title.senders] == ["Kuznetsov", None]


def test_how_sure_a_date_is_can_be_taken_away():
    inferred = Inference(certainty="low", rule="century")
    data = dated(edtf="1962-10-30", inferred=inferred)
    before = '<docDate when="1962-10-30" cert="low" resp="#telegrams" ana="#rule.century">'
    document, _ = read_edited(data, (before, '<docDate when="1962-10-30">'))
    assert document.date.inferred is None


def test_an_authority_that_was_taken_away_in_a_pointer_is_taken_away():
    party = Party(name="Ann Lee", ref="https://viaf.org/viaf/1", place="Kiev", place_ref="https://www.geonames.org/1")
    data = write(Document(title=Title(verbatim="Letter", senders=(party,))), "tei").decode()
    document, _ = read_edited(
        data, ('<author><persName ref="#ann-lee https://viaf.org/viaf/1"', '<author><persName ref="#ann-lee"')
    )
    assert document.title.senders[0].ref is None
    document, _ = read_edited(
        data,
        (
            '<author><persName ref="#ann-lee https://viaf.org/viaf/1"',
            '<author><persName ref="#ann-lee https://viaf.org/viaf/2"',
        ),
    )
    assert document.title.senders[0].ref == "https://viaf.org/viaf/2"


def test_a_title_page_that_was_taken_away_is_told():
    front = WRITTEN[WRITTEN.index("<front>") : WRITTEN.index("</front>") + len("</front>")]
    _, found = read_edited(WRITTEN, (front, ""))
    assert found == [f"in line {line_of('<text type')} the <titlePage> of <front> is taken away, but written again"]


def line_of(words):
    return WRITTEN[: WRITTEN.index(words)].count("\n") + 1


def test_what_nests_too_deep_is_told():
    deep = "<note>" * 120 + "<!-- so -->deep" + "</note>" * 120
    _, found = read_edited(WRITTEN, ("</publicationStmt>", f"</publicationStmt><notesStmt>{deep}</notesStmt>"))
    assert sum("a comment or processing instruction is not kept" in each for each in found) == 1
    assert sum("the words 'deep' of <note> are not kept" in each for each in found) == 1


def test_a_header_of_a_text_that_cannot_be_written_is_kept():
    deep = '<hi rend="italic">' * 120 + "deep" + "</hi>" * 120
    data = WRITTEN.replace("<profileDesc>", "<!-- so --><profileDesc>").replace("</body>", f"<p>{deep}</p></body>")
    reading = read(data.encode(), "tei")
    assert [each.type for each in reading.documents[0].amendments] == ["insertion"]
    with pytest.raises(WriteError):
        write(reading.documents[0], "tei")


def test_what_cannot_be_written_in_a_header_is_refused():
    carried = Markup(element="note")
    for _ in range(120):
        carried = Markup(element="note", content=(carried,))
    with pytest.raises(WriteError):
        write(Document(amendments=(Insertion(place="TEI/teiHeader", carried=carried),)), "tei")


def test_only_what_is_carried_stands_in_a_header():
    with pytest.raises(ValidationError, match="words and what is carried alone"):
        Insertion(place="TEI", carried=Markup(element="note", content=(Abbreviation(content=(Text(text="Amb."),)),)))


def test_amendments_without_a_place_are_passed_over():
    lost = (
        Insertion(place="TEI/nowhere", carried=Comment(verbatim="a")),
        Replacement(place="", instead="00000000"),
        AttributeChange(place="TEI/teiHeader", name="n", value="2", instead="1"),
        Replacement(place="TEI/teiHeader/fileDesc", instead="00000000"),
    )
    assert read(write(Document(amendments=lost), "tei"), "tei").documents == (Document(),)


def test_two_texts_are_none_of_the_header():
    document, _ = read_edited(WRITTEN, ("</TEI>", "<text><body><p>More.</p></body></text></TEI>"))
    assert document.amendments == ()


def test_damaged_digests_tell_nothing():
    digests = WRITTEN[WRITTEN.index("<tg:written") : WRITTEN.index("</tg:written>")]
    for damaged in ("", "===", "é"):
        begin = digests[: digests.index(">") + 1].replace('edition="', 'edition="f')
        document, found = read_edited(WRITTEN, (digests, begin + damaged))
        assert document.amendments == ()
        assert found == []


def test_a_comment_that_looks_like_an_edition_does_no_harm():
    document, found = read_edited(WRITTEN, ("<TEI ", "<!-- <TEI > --><TEI "))
    assert [each.type for each in document.amendments] == ["insertion"]
    assert found == []


def test_documents_with_amendments_keep_their_words_in_a_corpus():
    data = WRITTEN.replace("</titleStmt>", "</titleStmt><editionStmt><p>later or later-</p></editionStmt>")
    (document,) = read(data.encode(), "tei").documents
    assert read(b"".join(write_many([document], "tei-corpus")), "tei").documents == (document,)


@pytest.mark.parametrize("end", ["", "\r\n", "\n\n"])
def test_line_ends_before_the_edition_are_no_edit(end):
    """Programs write others than ours; what follows from the text, as the telegrams it mentions, is made anew."""
    begin = WRITTEN.index("<TEI")
    document, found = read_edited(WRITTEN[:begin].replace("\n", end) + WRITTEN[begin:].replace("1255", "1256"))
    assert (document.amendments, found) == ((), [])
    assert '<ref type="refersTo" n="1256">' in write(document, "tei").decode()


def test_a_lean_file_has_no_title_page():
    lean = write(read(WRITTEN.encode(), "tei").documents[0], "tei", WriteOptions(lean=True)).decode()
    document, found = read_edited(lean, ("</titleStmt>", "</titleStmt><editionStmt><p>Two.</p></editionStmt>"))
    assert [each.type for each in document.amendments] == ["insertion"]
    assert found == []


def test_an_identifier_of_a_translator_travels():
    data = (
        WRITTEN.replace('"translator"', '"jh"')
        .replace('"#translator"', '"#jh"')
        .replace('role="jh"', 'role="translator"')
    )
    document, found = read_edited(data)
    assert found == []
    assert said(write(document, "tei").decode()) == said(data)


def test_a_file_of_another_version_is_brought_up_to_date():
    data = WRITTEN.replace(f'version="{VERSION}"', 'version="0.0.1"').replace("</titleStmt>", "<!-- so --></titleStmt>")
    document, found = read_edited(
        data, ("<revisionDesc><change>Converted by rule from plain text.</change></revisionDesc>", "")
    )
    assert [each.type for each in document.amendments] == ["insertion"]
    assert found == []


def test_line_ends_beside_the_tags_of_what_was_added_are_no_blanks():
    note = "<notesStmt><note>\n        see <hi>it</hi> all\n      </note></notesStmt>"
    document, found = read_edited(WRITTEN, ("</publicationStmt>", f"</publicationStmt>{note}"))
    (added,) = document.amendments
    (inside,) = added.carried.content
    assert (inside.content[0], inside.content[-1]) == (Text(text="see "), Text(text=" all"))
    assert found == []


PROGRAM = '<encodingDesc><appInfo><application ident="telegrams">{}</application></appInfo></encodingDesc>'
UNLASTING = [
    (PROGRAM.format("") + "<revisionDesc/>loose words", ["TEI"], "the words 'loose words' of <teiHeader> are not kept"),
    (
        PROGRAM.format("loose")
        + '<profileDesc><particDesc><choice><person xml:id="x"><affiliation><orgName>X</orgName></affiliation></person>'
        '</choice></particDesc><settingDesc><setting n="head" who="#x"/></settingDesc></profileDesc>',
        ["TEI", "TEI/teiHeader/encodingDesc/appInfo/application#telegrams"],
        "the words 'X' of <orgName> are not kept",
    ),
    (
        '<fileDesc><titleStmt><title type="main">Letter</title></titleStmt></fileDesc>'
        + PROGRAM.format("")
        + '<profileDesc><correspDesc><correspAction type="received"><orgName ref="#party">Unknown</orgName>'
        '</correspAction></correspDesc><list><listOrg><org xml:id="party"/></listOrg></list></profileDesc>',
        ["TEI", "TEI/teiHeader/encodingDesc/appInfo/application#telegrams"],
        "@xml:id='party' of <org> is not kept",
    ),
    (
        "<fileDesc><sourceDesc><msDesc> <choice><msItem><textLang>Danish</textLang></msItem></choice></msDesc>"
        "</sourceDesc></fileDesc>" + PROGRAM.format(""),
        [],
        "@n='7' of <TEI> is not kept",
    ),
]


@pytest.mark.parametrize(("header", "kept", "told"), UNLASTING)
def test_of_a_header_that_does_not_last_as_a_whole_the_rest_is_kept(header, kept, told):
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" n="7"><teiHeader>{header}</teiHeader></TEI>'
    reading = read(data.encode(), "tei")
    (document,) = reading.documents
    assert [each.place for each in document.amendments] == kept
    assert any(each.message.endswith(told) for each in reading.diagnostics)
    assert read(write(document, "tei"), "tei").documents == (document,)


def test_a_file_of_which_the_root_alone_was_written_names_its_schema_again():
    alone = WRITTEN[WRITTEN.index("<TEI") :].replace("<fileDesc>", '<fileDesc n="2">')
    reading = read(alone.encode(), "tei")
    assert reading.diagnostics == ()
    again = write(reading.documents[0], "tei").decode()
    assert again.count("<?xml-model") == 2
    assert said(again) - said(alone) == said(WRITTEN) - said(WRITTEN[WRITTEN.index("<TEI") :])
    assert read(again.encode(), "tei").documents == reading.documents


def test_the_identifier_of_the_division_may_stand_at_another_element():
    division, paragraph = 'subtype="telegram" xml:id="document"', '<p xml:id="p1">'
    moved = WRITTEN.replace(division, 'subtype="telegram"').replace(paragraph, '<p xml:id="document">', 1)
    (document,) = read(moved.encode(), "tei").documents
    written = write(document, "tei").decode()
    assert written.count('xml:id="document"') == 1
    assert '<p xml:id="document">' in written
    assert read(written.encode(), "tei").documents == (document,)
