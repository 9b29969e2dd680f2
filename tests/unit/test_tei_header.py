"""What the header says of dates, parties, sources and of those who worked on the text."""

import pytest
from lxml import etree

from telegrams.errors import WriteError
from telegrams.formats import write
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import accept, check, corpus, item, read
from telegrams.model import (
    Citation,
    Closer,
    Contributor,
    Custody,
    Date,
    Document,
    HeaderField,
    HistoricalDate,
    Holding,
    Inference,
    Language,
    Name,
    Opener,
    Paragraph,
    Party,
    SourceStatement,
    Title,
)
from tests.unit.seed_documents import kuznetsov_and_zorin
from tests.unit.tei_facts import fact, tags, words, written


@pytest.mark.parametrize(
    ("edtf", "time", "attributes"),
    [
        ("1962-10-20", None, {"when": "1962-10-20"}),
        ("1962", None, {"when": "1962"}),
        (None, None, {}),
        (None, "09:30", {"when-custom": "09:30"}),
        ("1962-10-20", "09:30", {"when": "1962-10-20T09:30:00", "when-custom": "1962-10-20 09:30"}),
        ("1962-10-20", "09:30/10:00", {"when": "1962-10-20", "when-custom": "1962-10-20 09:30/10:00"}),
        ("1962-10-20", "29:30", {"when": "1962-10-20", "when-custom": "1962-10-20 29:30"}),
        ("1962-10~", None, {"when": "1962-10", "when-custom": "1962-10~"}),
        ("1962-10-18/1962-10-20", None, {"from": "1962-10-18", "to": "1962-10-20"}),
        ("../1953-06-12", None, {"notAfter": "1953-06-12"}),
        ("1953-06-12/..", None, {"notBefore": "1953-06-12"}),
        ("195X", None, {"notBefore": "1950-01-01", "notAfter": "1959-12-31"}),
        ("1949-21", None, {"notBefore": "1949-03-01", "notAfter": "1949-05-31"}),
    ],
)
def test_dates_have_the_nearest_form_that_tei_knows(edtf, time, attributes):
    document = Document(date=HistoricalDate(verbatim="then", edtf=edtf, time=time))
    element = written(document).find(".//{*}creation/{*}date")
    assert {name: element.get(name) for name in attributes} == attributes
    assert set(element.attrib) - set(attributes) <= {"when-custom"}


def test_one_of_several_days_does_not_last_from_the_first_to_the_last():
    date = HistoricalDate(verbatim="3 or 4 May 1951", edtf="1951-05-03/1951-05-04", doubtful=True)
    element = written(Document(date=date)).find(".//{*}creation/{*}date")
    assert (element.get("from"), element.get("notBefore"), element.get("notAfter")) == (
        None,
        "1951-05-03",
        "1951-05-04",
    )
    assert read(item(Document(date=date), WriteOptions())).documents == (Document(date=date),)


def test_what_is_inferred_says_how_sure_and_by_which_rule():
    inferred = Inference(certainty="medium", rule="two:colons")
    tree = written(Document(date=HistoricalDate(verbatim="then", edtf="1962", inferred=inferred)))
    (date,) = tree.iterfind(".//{*}creation/{*}date")
    assert (date.get("cert"), date.get("resp"), date.get("ana")) == ("medium", "#telegrams", "#rule.two·colons")
    assert fact(tree, "//t:taxonomy[@xml:id='rules']//t:catDesc/text()") == ["two:colons"]


def test_parties_of_one_name_get_identifiers_of_their_own():
    parties = (Party(name="Li", role="A"), Party(name="Li", role="B"), Party(organisation="外交部"), Party())
    document = Document(title=Title(verbatim="x", senders=parties, recipients=(parties[1],)))
    tree = written(document)
    assert fact(tree, "//t:person/@xml:id | //t:org/@xml:id") == ["li", "li-2", "id", "party"]
    assert fact(tree, "//t:correspAction[@type='received']/*/@ref") == ["#li-2"]
    assert read(item(document, WriteOptions())).documents == (document,)


ZENDA = Party(name="Rudolf Rassendyll", place="Strelsau")
OFFICE = Party(organisation="Office")
DAY = HistoricalDate(verbatim="May 3, 1951", edtf="1951-05-03")


@pytest.mark.parametrize("lean", [False, True])
@pytest.mark.parametrize(
    ("document", "actions", "authors"),
    [
        (Document(title=Title(verbatim="x", recipients=(OFFICE,))), ["received"], 0),
        (Document(title=Title(verbatim="x", recipients=(OFFICE,)), date=DAY), ["sent", "received"], 0),
        (Document(title=Title(verbatim="x", kind="letter", senders=(ZENDA,))), ["sent"], 1),
        (Document(title=Title(verbatim="x", kind="memorandum", via=(OFFICE,)), date=DAY), ["sent", "transmitted"], 0),
        (Document(title=Title(verbatim="x", kind="report", senders=(ZENDA, OFFICE)), date=DAY), [], 2),
        (Document(title=Title(verbatim="x", kind="conversation", senders=(ZENDA,), participants=(OFFICE,))), [], 1),
        (Document(title=Title(verbatim="x", kind="letter"), date=DAY), [], 0),
    ],
)
def test_correspondence_says_what_is_known(document, actions, authors, lean):
    tree = written(document, lean=lean)
    assert fact(tree, "//t:correspAction/@type") == actions
    assert len(fact(tree, "//t:author")) == (0 if lean and actions else authors)
    assert "Unknown" not in "".join(tree.itertext())
    assert read(item(document, WriteOptions(lean=lean))).documents == (document,)


def test_a_body_known_by_its_place_alone_has_the_place_for_a_name():
    document = Document(title=Title(verbatim="x", senders=(Party(place="Pyongyang"), Party()), recipients=(ZENDA,)))
    (named, _, nameless) = written(document).find(".//{*}correspAction[@type='sent']")
    assert (tags(named, "t:placeName"), fact(named, "string()")) == (["placeName"], "Pyongyang")
    assert (nameless.get("ref"), len(nameless), nameless.text) == ("#party-2", 0, None)
    assert read(item(document, WriteOptions())).documents == (document,)


def test_an_index_of_letters_says_unknown_where_the_edition_is_silent():
    document = Document(title=Title(verbatim="x", kind="letter", senders=(ZENDA,)), date=DAY)
    index = write(document, "cmif", WriteOptions(licence="CC0-1.0"))
    actions = etree.fromstring(index).findall(".//{*}correspAction")
    assert [(each.get("type"), fact(each, "string(t:persName)")) for each in actions] == [
        ("sent", "Rudolf Rassendyll"),
        ("received", "Unknown"),
    ]


def test_participants_are_no_correspondents():
    tree = written(Document(title=Title(verbatim="x", participants=(Party(name="Mao Zedong"), Party(name="Kim")))))
    assert fact(tree, "//t:setting/@who") == ["#mao-zedong #kim"]
    assert tree.find(".//{*}correspDesc") is None


def test_archival_numbers_are_nested():
    holding = Holding(abbreviation="AR", fond="0129", opis="5", list="9-17")
    source = SourceStatement(
        verbatim="AR, f. 0129",
        holdings=(holding, Holding(repository="B")),
        custody=(Custody(action="courtesy", agent="C"),),
    )
    document = Document(citation=Citation(verbatim="AR, f. 0129", source=source))
    tree = written(document)
    assert fact(tree, "string(//t:idno[@type='archival'])") == "f. 0129, op. 5, l. 9-17"
    assert fact(tree, "//t:repository") == ["AR", "B"]
    assert fact(tree, "//t:custEvent") == ["C"]


def test_publisher_and_licence_come_from_the_options():
    tree = written(Document(), publisher="Zenda  Press", licence="https://creativecommons.org/licenses/by/4.0/")
    assert fact(tree, "//t:publicationStmt/t:publisher/text()") == ["Zenda Press"]
    assert fact(tree, "//t:licence/@target") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert fact(written(Document(), licence="All rights"), "//t:licence/@target") == []


def custody(*steps):
    return Document(citation=Citation(verbatim="AR", source=SourceStatement(verbatim="AR", custody=steps)))


def test_custody_stands_in_the_words_of_the_source():
    first = Custody(
        action="obtained",
        verbatim="copy obtained by NHK (Japanese Television)",
        agent="NHK",
        note="Japanese Television",
    )
    last = Custody(action="deposited", verbatim="and on file at the Archive", agent="NHK", recipient="the Archive")
    document = custody(first, last)
    tree = written(document)
    assert fact(tree, "//t:custEvent") == [first.verbatim, last.verbatim]
    assert fact(tree, "//t:custEvent/@type") == ["copyObtained", "copyDeposited"]
    assert fact(tree, "//t:custEvent/t:orgName[@type='agent']") == ["NHK", ""]
    assert fact(tree, "//t:custEvent/t:orgName/@key") == ["NHK"]
    assert fact(tree, "//t:surrogates/t:bibl[@type='copy']") == ["the Archive"]
    assert read(item(document, WriteOptions())).documents == (document,)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Flavia Strofzin", "persName"),
        ("Béla M. Tarlenheim", "persName"),
        ("Ludwig van Dorn", "persName"),
        ("Professor Anna Berg", "persName"),
        ("Dr. Berg", "persName"),
        ("Mao Chen", "persName"),
        ("Zenda University", "orgName"),
        ("Radio Free Ruritania", "orgName"),
        ("Strelsau Society", "orgName"),
        ("RTV", "orgName"),
        ("RTV television", "orgName"),
        ("Tarlenheim", "orgName"),
        ("the author", "orgName"),
    ],
)
def test_who_handed_the_copy_on_is_a_person_where_the_words_are_plainly_a_name(name, tag):
    steps = (
        Custody(action="contributed", verbatim=f"Contributed by {name}", agent=name),
        Custody(action="obtained", verbatim=f"obtained by {name} for others", agent=name),
        Custody(action="provided", verbatim="given away", recipient=name),
    )
    words = "; ".join(step.verbatim or "" for step in steps)
    source = SourceStatement(verbatim=words, custody=steps)
    document = Document(citation=Citation(verbatim=words, source=source))
    tree = written(document)
    named = tree.findall(".//{*}custEvent/*")
    assert [(etree.QName(each).localname, each.get("type")) for each in named] == [
        (tag, "agent"),
        (tag, "agent"),
        (tag, "recipient"),
    ]
    assert fact(tree, f"//t:bibl[@type='archive']/t:{tag}") == [name, name]
    data = item(document, WriteOptions())
    assert (read(data).documents, check(data)) == ((document,), ())


@pytest.mark.parametrize(("name", "tag"), [("Fritz von Tarlenheim", "persName"), ("RTV television", "orgName")])
@pytest.mark.parametrize("roles", [("translator",), ("transcriber",), ("translator", "transcriber")])
def test_whoever_worked_on_the_text_is_a_person_but_for_bodies(name, tag, roles):
    contributors = tuple(Contributor(role=role, name=name, affiliation="Zenda College") for role in roles)
    source = SourceStatement(verbatim=f"translated by {name}", contributors=contributors)
    document = Document(citation=Citation(verbatim=f"translated by {name}", source=source))
    data = item(document, WriteOptions())
    assert fact(etree.fromstring(data), f"//t:titleStmt/*/t:{tag}[not(@type)]") == [name]
    assert (read(data).documents, check(data)) == ((document,), ())
    corrected = data.replace(f"<{tag}>{name}<".encode(), f"<{tag}>A. Hope<".encode())
    (again,) = read(corrected).documents
    assert {each.name for each in again.citation.source.contributors} == {"A. Hope"}


def test_a_step_without_words_gets_none():
    document = custody(Custody(action="provided", agent="A", note="B", recipient="C"), Custody(action="permission"))
    assert fact(written(document), "//t:custEvent/*") == ["A", "B", "C"]
    assert fact(written(document), "//t:custEvent/@source") == []
    assert read(item(document, WriteOptions())).documents == (document,)


def test_who_has_several_roles_is_named_once():
    people = (("translator", "A"), ("editor", "A"), ("translator", "B"), ("transcriber", "C"))
    more = {"affiliation": "U", "programme": "P", "source_language": "Danish"}
    who = (*(Contributor(role=role, name=name, **more) for role, name in people), Contributor(role="editor", name="D"))
    who += (Contributor(role="transcriber", name="E"),)
    document = Document(citation=Citation(verbatim="x", source=SourceStatement(verbatim="x", contributors=who)))
    tree = written(document)
    assert tags(tree, "//t:titleStmt/*") == ["title", "respStmt", "editor", "respStmt", "editor", "respStmt"]
    assert fact(tree, "//t:respStmt/t:resp") == ["translator", "editor", "transcriber", "transcriber"]
    assert fact(tree, "//t:respStmt/@xml:id | //t:editor/@xml:id") == [
        "translator", "translator-2", "transcriber", "editor", "transcriber-2",
    ]  # fmt: skip
    assert read(item(document, WriteOptions())).documents == (document,)


@pytest.mark.parametrize(
    ("leaves", "span"),
    [
        ("Ll. 47-53", ("47", "53")),
        ("9–17ob", ("9", "17ob")),
        ("p. 3", ("3", "3")),
        ("l. 12, 14-15", ("14", "15")),
        ("passim", None),
        ("1234567", None),
    ],
)
def test_leaves_are_a_locus(leaves, span):
    source = SourceStatement(verbatim="x", holdings=(Holding(list=leaves), Holding(list="1")))
    tree = written(Document(title=Title(verbatim="T"), citation=Citation(verbatim="x", source=source)))
    first = tree.find(".//{*}msItem/{*}locus")
    assert first.text == leaves
    assert (first.get("from"), first.get("to")) == (span or (None, None))
    assert fact(tree, "//t:msItem/t:title") == ["T", "T"]
    assert not fact(written(Document(citation=Citation(verbatim="x", source=source))), "//t:locus")


def test_what_is_inferred_says_how_and_why():
    inferred = Inference(certainty="medium", rule="year-from-document")
    signed = Closer(content=(Name(content=words("V. LI")),), role="signature")
    document = Document(
        date=HistoricalDate(verbatim="5 May", edtf="1962-05-05", inferred=inferred),
        title=Title(verbatim="T", kind="letter", senders=(Party(name="Li"),)),
        body=(Paragraph(content=words("x")), signed, signed),
    )
    tree = written(document)
    marked = tree.xpath("//*[@cert='medium'][@resp='#telegrams'][@ana='#rule.year-from-document']")
    assert [etree.QName(each).localname for each in marked] == ["date", "date", "docDate"]
    assert fact(tree, "//t:signed/t:persName/@evidence") == ["internal", "internal"]
    assert fact(tree, "//t:person/t:persName[@type='signature']") == ["V. LI"]


def test_credits_and_other_fields_are_notes_on_the_file():
    field = HeaderField(label="Rights", paragraphs=("None.", "At all."))
    document = Document(credits=("Made possible by A.",), other_fields=(field, HeaderField(label="Empty")))
    assert fact(written(document), "//t:notesStmt/t:note/@type") == ["credits", "field", "field"]
    assert read(item(document, WriteOptions())).documents == (document,)


@pytest.mark.parametrize(
    ("verbatim", "place", "inside"),
    [
        ("Zenda, 5 May", "Zenda", "<placeName>Zenda</placeName>, 5 May"),
        ("5 May, Zenda.", "Zenda", "5 May, <placeName>Zenda</placeName>."),
        ("5 May", "Zenda", '5 May<placeName key="Zenda"/>'),
        ("5 May", None, "5 May"),
    ],
)
def test_the_place_of_a_dateline_is_marked_in_its_words(verbatim, place, inside):
    date = HistoricalDate(verbatim=verbatim, place=place, doubtful=True)
    opener = Opener(content=(Date(date=date),), role="dateline")
    document = Document(date=date, body=(opener, Paragraph(content=words("x"))))
    data = item(document, WriteOptions())
    assert f'<dateline><date type="doubtful">{inside}</date>'.encode() in data.replace(b' xml:space="preserve"', b"")
    assert read(data).documents == (document,)


@pytest.mark.parametrize("published", ["May 1962", "1962-13"])
def test_a_date_of_publication_that_is_none_is_refused(published):
    for refuses in (accept, corpus.accept):
        with pytest.raises(WriteError):
            refuses(WriteOptions(published=published))
        refuses(WriteOptions(published="2026-11"))
        refuses(WriteOptions())


def test_a_document_may_have_no_title_and_two_parties_one_name():
    party = Party(name="Li")
    twice = Document(title=Title(verbatim="x", senders=(party,), recipients=(party, Party(role="Envoy"))))
    assert fact(written(twice), "//t:person/@xml:id") == ["li", "envoy"]
    assert fact(written(Document()), "//t:titleStmt/t:title") == ["Untitled document"]


def test_an_inference_may_stand_beside_other_pointers():
    inferred = Inference(certainty="low", rule="a")
    data = item(Document(date=HistoricalDate(verbatim="x", edtf="1962", inferred=inferred)), WriteOptions())
    assert read(data.replace(b'ana="#rule.a"', b'ana="#other #rule.a"')).documents[0].date.inferred == inferred


def test_a_holding_without_its_identifier_is_an_empty_one():
    tei = item(kuznetsov_and_zorin(), WriteOptions())
    before, _, rest = tei.partition(b"<msIdentifier>")
    (document,) = read(before + rest.partition(b"</msIdentifier>")[2]).documents
    assert document.citation.source.holdings[0] == Holding()


UNPLACED = Document(
    citation=Citation(verbatim="x", source=SourceStatement(verbatim="x", holdings=(Holding(fond="0129"),))),
    original_languages=(Language(verbatim="Russian", tag="ru"),),
)


@pytest.mark.parametrize("document", [UNPLACED, Document(original_languages=UNPLACED.original_languages)])
def test_an_archive_that_is_not_stated_is_said_to_be_so(document):
    assert fact(written(document), "//t:msIdentifier/t:repository[@cert='unknown']") == ["not stated"]
    assert read(item(document, WriteOptions())).documents == (document,)


@pytest.mark.parametrize(
    "put_in", [b"<repository>AVPRF</repository>", b'<repository cert="unknown">AVPRF</repository>']
)
def test_an_archive_that_is_put_in_is_read(put_in):
    data = item(Document(citation=UNPLACED.citation), WriteOptions())
    unknown = b'<repository cert="unknown">not stated</repository>'
    (document,) = read(data.replace(unknown, put_in)).documents
    assert document.citation.source.holdings == (Holding(repository="AVPRF", fond="0129"),)


def test_a_rule_that_only_an_author_names_is_stated():
    berg = Party(name="Berg", inferred=Inference(certainty="low", rule="party-behind-by"))
    data = item(Document(title=Title(verbatim="x", kind="report", senders=(berg,))), WriteOptions())
    assert fact(etree.fromstring(data), "//t:author//@ana") == ["#rule.party-behind-by"]
    assert check(data) == ()
