import json
import os
from pathlib import Path

import jsonschema_rs
import pytest

from telegrams.errors import WriteError
from telegrams.facts import genres
from telegrams.facts.hosts import ARCHIVE
from telegrams.formats import csl, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.csl import rules, tables
from telegrams.formats.csl import write as writing
from telegrams.formats.csl.issued import edtf, issued
from telegrams.formats.csl.markup import defused, plain
from telegrams.model import (
    Citation,
    ContentsItem,
    Contributor,
    Document,
    HistoricalDate,
    Holding,
    Language,
    Party,
    SourceStatement,
    Title,
)
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

CASES = Path(__file__).parents[1] / "cases" / "csl"
SEEDS = [("111779", gromyko()), ("112634", kuznetsov_and_zorin())]


def titled(kind="telegram", senders=1, recipients=1, **more):
    names = ("Orlov", "Belov")
    return Title(
        verbatim="A Title",
        kind=kind,
        senders=tuple(Party(name=name) for name in names[:senders]),
        recipients=tuple(Party(organisation=name) for name in names[:recipients]),
        **more,
    )


def cited(statement=None, url=None, record_id=None, **source):
    found = SourceStatement(verbatim=statement, **source) if statement else None
    return Citation(verbatim="A citation", publisher="An Archive", source=found, url=url, record_id=record_id)


@pytest.mark.parametrize(("number", "document"), SEEDS)
def test_the_seeds_give_the_gold_items(number, document):
    folder = os.environ.get("TELEGRAMS_GOLD")
    if folder is None:
        pytest.skip("TELEGRAMS_GOLD does not name the folder of gold files")
    assert write(document, "csl") == Path(folder, f"{number}.csl.json").read_bytes()


@pytest.mark.parametrize(("number", "document"), SEEDS)
def test_the_seeds_give_valid_items(number, document):
    del number
    schema = os.environ.get("TELEGRAMS_CSL_SCHEMA")
    if schema is None:
        pytest.skip("TELEGRAMS_CSL_SCHEMA does not name csl-data.json")
    assert jsonschema_rs.validator_for(json.loads(Path(schema).read_bytes())).is_valid(
        json.loads(write(document, "csl"))
    )


@pytest.mark.parametrize(
    ("document", "type_", "has_recipient"),
    [
        (Document(title=titled(), citation=cited()), "personal_communication", True),
        (Document(title=titled("letter"), citation=cited()), "personal_communication", True),
        (Document(title=titled("report"), citation=cited()), "manuscript", False),
        (Document(title=titled(None), citation=cited()), "manuscript", False),
        (Document(title=titled(senders=0), citation=cited()), "manuscript", False),
        (Document(title=titled(recipients=0), citation=cited()), "manuscript", False),
        (Document(title=titled()), "manuscript", False),
    ],
    ids=["telegram", "letter", "report", "other", "no sender", "no recipient", "no archive"],
)
def test_only_correspondence_that_styles_can_print_is_personal_communication(document, type_, has_recipient):
    item = csl.citation_item(document)
    assert item["type"] == type_
    assert ("recipient" in item) is has_recipient


@pytest.mark.parametrize(
    ("title", "kind", "genre"),
    [
        ("Telegram from Orlov", "telegram", "telegram"),
        ("Cable from Orlov", "telegram", "telegram"),
        ("Memorandum of Conversation, Orlov and Belov", "conversation", "memorandum of conversation"),
        ("Minutes of the Meeting between Orlov and Belov", "conversation", "minutes of the meeting"),
        ("Orlov Meets Belov", "conversation", "record of conversation"),
        ("National Estimate", "intelligence", "intelligence report"),
        ("Something", "other", None),
        ("Something", None, None),
    ],
)
def test_the_genre_is_in_lower_case(title, kind, genre):
    document = Document(title=Title(verbatim=title, kind=kind))
    item = csl.citation_item(document)
    assert item.get("genre") == genre
    assert csl.read(write(document, "csl")).documents == (document,)


def test_lean_leaves_the_words_of_the_title_alone():
    item = csl.citation_item(gromyko(), WriteOptions(lean=True))
    assert item["type"] == "personal_communication"
    assert "genre" not in item
    assert "recipient" not in item


def test_the_holding_archive_first():
    holding = Holding(
        repository="State Archive", abbreviation="SA", settlement="Riga", country="Latvia", record_group="59", fond="1",
        opis="2", delo="3", list="4-5", rest="reel 6",
    )  # fmt: skip
    document = Document(title=titled(), citation=cited("SA, f. 1", holdings=(holding,)))
    item = csl.citation_item(document, WriteOptions(profile="holding"))
    assert item["archive"] == "State Archive (SA)"
    assert item["archive_collection"] == "RG 59, f. 1"
    assert item["archive_location"] == "op. 2, d. 3, ll. 4-5, reel 6"
    assert item["archive-place"] == "Riga, Latvia"
    assert item["source"] == "An Archive"


@pytest.mark.parametrize("holdings", [(), (Holding(settlement="Riga"),)])
def test_without_a_named_holding_the_digital_archive_comes_first(holdings):
    document = Document(title=titled(), citation=cited("Riga", holdings=holdings))
    assert csl.citation_item(document, WriteOptions(profile="holding"))["archive"] == "An Archive"


def test_the_archive_is_named_by_its_url_where_the_citation_does_not_name_it():
    url = "https://digitalarchive.wilsoncenter.org/document/5"
    citation = Citation(verbatim="x", url=url, record_id="5")
    assert csl.citation_item(Document(citation=citation))["archive"] == ARCHIVE
    assert "archive" not in csl.citation_item(Document(citation=Citation(verbatim="x", url="https://example.org/a")))


def test_without_an_author_the_translator_stays_in_the_statement():
    people = (Contributor(role="translator", name="Ruth Baker"), Contributor(role="editor", name="Ann Cole"))
    citation = cited("SA; translation by Ruth Baker", contributors=people)
    item = csl.citation_item(Document(title=titled(senders=0), citation=citation))
    assert "translator" not in item
    assert item["archive_location"] == "SA; translation by Ruth Baker"
    assert item["custom"]["translators"] == ["Ruth Baker"]
    item = csl.citation_item(Document(title=titled(), citation=citation))
    assert item["translator"] == [{"family": "Baker", "given": "Ruth"}]
    assert item["archive_location"] == "SA"


@pytest.mark.parametrize(
    ("contents", "originals", "expected"),
    [
        ((("translation", "en"),), ("ru",), "en"),
        ((("scan", "de"), ("transcript", "fr")), ("ru",), "fr"),
        ((("translation", None),), (None, "ru"), "ru"),
        ((), (), None),
    ],
)
def test_the_language_is_that_of_the_text(contents, originals, expected):
    document = Document(
        contents=tuple(ContentsItem(verbatim="x", kind=kind, language=tag) for kind, tag in contents),
        original_languages=tuple(Language(verbatim="x", tag=tag) for tag in originals),
        summary=("S",),
    )
    assert csl.citation_item(document).get("language") == expected


@pytest.mark.parametrize(
    ("own", "cited_", "expected"),
    [
        ("1962-10-20", "1963", [[1962, 10, 20]]),
        (None, "1963", [[1963]]),
        ("../1962", "1963", [[1963]]),
        (None, None, None),
    ],
)
def test_the_date_is_that_of_the_head_else_that_of_the_citation(own, cited_, expected):
    citation = Citation(verbatim="x", date=HistoricalDate(verbatim="x", edtf=cited_))
    item = csl.citation_item(Document(date=HistoricalDate(verbatim="x", edtf=own), citation=citation))
    assert item.get("issued", {}).get("date-parts") == expected


@pytest.mark.parametrize(
    ("document", "identifier"),
    [
        (Document(citation=cited(record_id="42")), "wcda-42"),
        (
            Document(title=titled(), date=HistoricalDate(verbatim="x", edtf="1962-10-20~")),
            "telegram-1962-10-20-orlov",
        ),
        (Document(title=Title(verbatim="Ö")), "document"),
        (Document(title=Title(verbatim="x", kind="note", senders=(Party(organisation="Ω" * 9),))), "note"),
    ],
)
def test_ids(document, identifier):
    item = csl.citation_item(document)
    assert item["id"] == item["citation-key"] == identifier


def test_ids_are_unique_in_one_file():
    items = json.loads(b"".join(write_many([gromyko(), gromyko(), kuznetsov_and_zorin(), gromyko()], "csl")))
    assert [item["id"] for item in items] == ["wcda-111779", "wcda-111779-2", "wcda-112634", "wcda-111779-3"]
    assert [item["citation-key"] for item in items] == [item["id"] for item in items]
    assert items[1]["custom"]["wcda-id"] == "111779"


def test_no_document_is_an_empty_array():
    assert b"".join(write_many([], "csl")) == b"[]\n"


def test_words_that_read_like_markup_are_no_markup():
    document = Document(title=Title(verbatim="A <b>bold</b> <SUP>x and <x>"), summary=("1 < 2 <i>",))
    item = csl.citation_item(document)
    assert item["title"] == "A <\u2060b>bold<\u2060/b> <\u2060SUP>x and <x>"
    assert csl.read(write(document, "csl")).documents == (document,)


def test_markup_in_every_place():
    value = {"a": ["<i>x</i>", 1], "b": None}
    assert defused(value) == {"a": ["<\u2060i>x<\u2060/i>", 1], "b": None}
    assert plain("<\u2060i>") == "<i>"


def test_an_item_that_breaks_a_rule_is_not_written(monkeypatch):
    monkeypatch.setattr(writing, "public_url", lambda url, _: url)
    with pytest.raises(WriteError, match="wcda-112634: no valid CSL item: URL points to a test host"):
        csl.citation_item(kuznetsov_and_zorin())


@pytest.mark.parametrize("case", [json.loads(line) for line in (CASES / "rules.jsonl").read_text("utf-8").splitlines()])
def test_rules(case):
    assert rules.violations(case["item"]) == case["broken"]


def dated():
    for line in (CASES / "dates.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            first, found, *again = [part.strip() for part in line.split("->")]
            yield first, None if found == "-" else json.loads(found), again[0] if again else first


@pytest.mark.parametrize(("text", "date", "again"), list(dated()))
def test_dates(text, date, again):
    HistoricalDate(verbatim="x", edtf=text)
    assert issued(text) == date
    assert date is None or edtf(date) == again


@pytest.mark.parametrize("text", [None, "", "autumn"])
def test_no_date(text):
    assert issued(text) is None


@pytest.mark.parametrize(
    "date",
    [{}, {"date-parts": "1962"}, {"date-parts": []}, {"date-parts": [[1962], ["x"]]}, {"date-parts": [[1, 2, 3, 4]]}],
)
def test_csl_dates_that_are_none(date):
    assert edtf(date) is None


@pytest.mark.parametrize(
    ("url", "record_id", "expected"),
    [
        ("https://digitalarchive.umd.edu/document/7", "7", "https://digitalarchive.umd.edu/document/7"),
        ("http://digitalarchive.wilsoncenter.org/document/7", "7", "http://digitalarchive.wilsoncenter.org/document/7"),
        ("https://x.dvincitest.com/document/7", "7", "https://digitalarchive.wilsoncenter.org/document/7"),
        ("https://DVINCITEST.com/about", None, None),
        ("https://notdvincitest.com/document/7", "7", "https://notdvincitest.com/document/7"),
        ("ftp://example.org/7", "7", None),
        ("http://[7/", "7", None),
        ("https://", "7", None),
        (None, "7", None),
    ],
)
def test_urls(url, record_id, expected):
    assert tables.public_url(url, record_id) == expected


def test_a_printed_url_that_is_not_cited_is_kept():
    item = csl.citation_item(Document(citation=cited(url="ftp://example.org/7")))
    assert "URL" not in item
    assert item["custom"]["source-url"] == "ftp://example.org/7"


def test_genres():
    assert genres.genre("conversation") == "record of conversation"
    assert genres.genre("other") is genres.genre(None) is None
    assert genres.kind_of_genre("Record of Conversation") == "conversation"
    assert genres.kind_of_genre("poem") is None
    assert genres.is_correspondence("note")
    assert not genres.is_correspondence("report")
    assert not genres.is_correspondence(None)
