"""The TEI of the seeds and of documents built by hand: the facts that scholars look for, by XPath."""

import os
from pathlib import Path

import pytest
from lxml import etree

import telegrams
from telegrams.errors import WriteError
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
    Heading,
    HistoricalDate,
    Holding,
    Inference,
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
    SourceStatement,
    Text,
    Title,
)
from tests.unit.full_document import full_document

SEEDS = Path(__file__).parents[2] / "seeds"
GOLD = os.environ.get("TELEGRAMS_GOLD", "")
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
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
    "//t:body//t:supplied[@rend='brackets'][@resp='#translator']/text()",
    "//t:body//t:q",
    "//t:body//t:closer//t:dateline/t:date/@when",
    "//t:body//t:closer//t:signed/t:persName/@ref",
    "//t:body//t:closer//t:signed/t:persName/text()",
    "normalize-space(//t:back/t:note[@type='source'])",
)


def written(document, **options):
    return etree.fromstring(item(document, WriteOptions(**options)))


def fact(tree, path):
    found = tree.xpath(path, namespaces=NAMES)
    return (
        ["".join(each.itertext()) for each in found]
        if found and hasattr(found, "append") and hasattr(found[0], "tag")
        else found
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


def body(*blocks):
    return Document(body=blocks)


def words(value):
    return (Text(text=value),)


def tags(tree, path="//t:div/*"):
    return [etree.QName(each).localname for each in tree.xpath(path, namespaces=NAMES)]


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


def test_a_party_without_counterpart_has_an_unknown_one():
    tree = written(Document(title=Title(verbatim="x", recipients=(Party(organisation="Office"),))))
    assert fact(tree, "//t:correspAction[@type='sent']/t:persName/text()") == ["Unknown"]


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


def test_a_lean_file_has_no_declarations():
    document = telegrams.convert((SEEDS / "112634.txt").read_bytes()).document
    lean, full = (item(document, WriteOptions(lean=lean, layout=False)) for lean in (True, False))
    assert len(lean) < 0.9 * len(full)
    assert not fact(etree.fromstring(lean), "//t:editorialDecl | //t:front | //t:revisionDesc")


def test_nesting_deeper_than_readers_go_is_refused():
    content = words("x")
    for _ in range(105):
        content = (Quote(content=content),)
    with pytest.raises(WriteError, match="100"):
        item(body(Paragraph(content=content)), WriteOptions())


EDITED = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:tg="tag:telegrams,2026:layout/1"><teiHeader>
<encodingDesc><appInfo><application ident="telegrams"/></appInfo></encodingDesc>
<profileDesc><creation><date when="1962-10-30">October 30, 1962</date></creation>
<correspDesc><correspAction type="sent"><persName ref="#nobody">X</persName></correspAction></correspDesc></profileDesc>
<xenoData><tg:layout digest="{digest}" bom="false" encoding="utf-8" line-ending="lf"/></xenoData>
</teiHeader><text><body><div><p xml:id="a">Wrapped
  by an editor.</p><p xml:id="a">b</p>
<closer><date when="1962-10-31">31.X.62</date></closer></div></body></text></TEI>"""


def test_the_rules_find_what_a_grammar_cannot():
    data = EDITED.format(digest="0" * 32).encode()
    found = check(data)
    assert [each.code for each in found if each.code != "TG626"] == ["TG625", "TG620", "TG621", "TG622", "TG623"]
    assert any(each.code == "TG626" and "encodingDesc" in each.message for each in found)
    assert read(data).documents[0].body[0].content == words("Wrapped by an editor.")


def test_a_damaged_layout_is_left_out_with_a_finding():
    reading = read(EDITED.format(digest="none").encode())
    assert reading.documents[0].layout is None
    assert [found.code for found in reading.diagnostics] == ["TG612"]


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
        title=Title(verbatim="T", senders=(Party(name="Li"),)),
        body=(Paragraph(content=words("x")), signed, signed),
    )
    tree = written(document)
    marked = tree.xpath("//*[@cert='medium'][@resp='#telegrams'][@ana='#rule.year-from-document']")
    assert [etree.QName(each).localname for each in marked] == ["date", "date", "docDate"]
    assert fact(tree, "//t:signed/t:persName/@evidence") == ["internal", "internal"]
    assert fact(tree, "//t:person/t:persName[@type='signature']") == ["V. LI"]


def test_a_stamp_at_the_head_is_a_stamp():
    document = body(Opener(content=words("COPY"), role="stamp"), Paragraph(content=words("x")))
    assert tags(written(document), "//t:opener/*") == ["stamp"]
    assert read(item(document, WriteOptions())).documents == (document,)


def test_white_space_is_marked_where_it_must_be():
    signed = Closer(content=(Name(content=words("A")), LineBreak(), Name(content=words("B"))), role="signature")
    data = item(body(Paragraph(content=words("x")), signed), WriteOptions())
    assert check(data) == ()
    lacking = check(data.replace(b' xml:space="preserve"', b""))
    assert [each.code for each in lacking] == ["TG624"]
    assert "<closer>" in lacking[0].message
    idle = check(data.replace(b'xml:id="p1"', b'xml:id="p1" xml:space="preserve"'))
    assert [(each.code, "<p>" in each.message) for each in idle] == [("TG624", True)]


def test_an_address_that_is_none_is_no_target():
    document = Document(citation=Citation(verbatim="x", url="http://host:port/x"))
    assert fact(written(document), "//t:bibl/t:ref/@n") == ["http://host:port/x"]
    assert check(item(document, WriteOptions())) == ()


def test_every_field_has_a_place():
    document = full_document()
    data = item(document, WriteOptions())
    assert read(data).documents == (document,)
    assert read(data).diagnostics == check(data) == ()


def test_the_source_note_at_the_end_stands_in_the_back():
    note = SourceNote(content=words("[Source: AR]"), statement="AR")
    document = body(Paragraph(content=words("x")), note)
    assert tags(written(document), "//t:back/*") == ["note"]
    assert read(item(document, WriteOptions())).documents == (document,)


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
