import json
from pathlib import Path

import pytest

from telegrams.errors import ParseError
from telegrams.formats import csl, write
from telegrams.formats.contract import WriteOptions
from telegrams.formats.csl.custom import as_stated
from telegrams.model import Document, Title
from tests.unit.full_document import full_document
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

LINES = (Path(__file__).parents[1] / "cases" / "csl" / "foreign.jsonl").read_text("utf-8").splitlines()
FOREIGN = [pytest.param(case, id=case["why"]) for case in map(json.loads, LINES)]


def read(*items):
    return csl.read(json.dumps(list(items)).encode())


def facts(document):
    title, citation = document.title, document.citation
    parties = {
        role: [party.name or party.organisation for party in getattr(title, role)] if title else []
        for role in ("senders", "recipients")
    }
    return parties | {
        "title": title and title.verbatim,
        "kind": title and title.kind,
        "edtf": document.date and document.date.edtf,
        "date": document.date and document.date.verbatim,
        "publisher": citation and citation.publisher,
        "source": citation and citation.source and citation.source.verbatim,
        "url": citation and citation.url,
        "record_id": citation and citation.record_id,
        "languages": [language.verbatim for language in document.original_languages],
        "summary": list(document.summary),
    }


@pytest.mark.parametrize("case", FOREIGN)
def test_items_of_others(case):
    (document,) = read(case["item"]).documents
    assert facts(document) == case["facts"]


@pytest.mark.parametrize(
    "document", [gromyko(), kuznetsov_and_zorin(), full_document(), Document(title=Title(verbatim="T"))]
)
@pytest.mark.parametrize(
    "options",
    [WriteOptions(), WriteOptions(lean=True), WriteOptions(profile="holding")],
    ids=["plain", "lean", "holding"],
)
def test_our_items_give_the_description_back(document, options):
    reading = csl.read(write(document, "csl", options))
    without = dict.fromkeys(("credits", "other_fields", "subjects", "body", "frames", "amendments"), ())
    described = as_stated(document).model_copy(update=without | dict.fromkeys(("setting", "publication", "layout")))
    assert reading.documents == (described,)
    assert reading.diagnostics == ()


def test_the_seeds_need_no_facts_in_full():
    for seed in (gromyko(), kuznetsov_and_zorin()):
        assert not [key for key in csl.citation_item(seed)["custom"] if key.endswith("-facts")]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("October 1, 1962", "1962-10-01"), ("October 01, 1962", "1962-10-01"), ("May 1962", "1962-05"), ("1962", "1962")],
)
def test_a_date_comes_back_in_the_words_of_the_citation(words, edtf):
    parts = [int(part) for part in edtf.split("-")]
    line = f'"T", {words}, Archive'
    item = {"id": "a", "issued": {"date-parts": [parts]}, "custom": {"recommended-citation": line}}
    (document,) = read(item).documents
    assert (document.date.verbatim, document.date.edtf) == (words, edtf)


def test_what_a_document_does_not_hold_is_reported():
    reading = read({"id": "a", "page": "7", "volume": 2}, {"type": "manuscript", "title": "T"})
    assert [(found.code, found.severity) for found in reading.diagnostics] == [("TG804", "info")]
    assert "item 1 (a): left out" in reading.diagnostics[0].message
    assert reading.diagnostics[0].message.endswith("page, volume")


def test_a_custom_key_out_of_form_is_reported_and_the_rest_used():
    item = csl.citation_item(gromyko())
    item["custom"]["date-facts"] = {"edtf": "autumn"}
    item["custom"]["title-facts"] = {"subject": "Cuba", "number": "9"}
    reading = read(item)
    assert [found.code for found in reading.diagnostics] == ["TG805"]
    assert "`date-facts`" in reading.diagnostics[0].message
    (document,) = reading.documents
    assert document.date == gromyko().date
    assert (document.title.subject, document.title.number) == ("Cuba", "9")


@pytest.mark.parametrize(
    ("custom", "field", "value"),
    [
        ({"wcda-id": "12x"}, "record_id", None),
        ({"wcda-id": "12"}, "record_id", "12"),
        ({"wcda-id": "1" * 13}, "record_id", None),
    ],
)
def test_record_numbers(custom, field, value):
    (document,) = read({"id": "a", "archive": "SA", "custom": custom}).documents
    assert getattr(document.citation, field) == value


def test_lists_that_do_not_fit_their_names_are_not_used():
    custom = {
        "author-roles": ["Consul"],
        "translator-affiliations": ["A", "B"],
        "source-statement": "SA",
        "custody": ["x", 1],
    }
    item = {"id": "a", "title": "T", "archive": "SA", "author": [{"family": "A"}, {"family": "B"}], "custom": custom}
    (document,) = read({**item, "translator": [{"family": "C"}]}).documents
    assert [party.role for party in document.title.senders] == [None, None]
    (translator,) = document.citation.source.contributors
    assert (translator.name, translator.affiliation) == ("C", None)
    assert document.citation.source.custody == ()


@pytest.mark.parametrize(("kind", "expected"), [("note", "note"), ("poem", None), (["x"], None)])
def test_a_kind_that_the_model_does_not_have_is_none(kind, expected):
    (document,) = read({"id": "a", "title": "T", "custom": {"document-type": kind}}).documents
    assert document.title.kind == expected


def test_a_translation_is_told_from_the_two_languages():
    for language, original, kinds in (
        ("en", "ru", ["translation"]),
        ("en", "en", []),
        ("qq", "ru", []),
        ("en", None, []),
    ):
        item = {"id": "a", "language": language, "custom": {"original-language": original} if original else {"x": 1}}
        (document,) = read(item).documents
        assert [content.kind for content in document.contents] == kinds


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"[\xff]", "TG801", "byte 1"),
        (b'[{"id": 1,}]', "TG802", "line 1, column 11"),
        (b'[\n{"id": "a"', "TG802", "line 2, column 11"),
        (b"[" * 100_000, "TG802", "no JSON"),
        (b"[" + b"7" * 5000 + b"]", "TG802", "no JSON"),
        (b"[1]", "TG803", "entry 1"),
        (b'[{"id": 1}, {"title": "T"}]', "TG803", "entry 2"),
        (b'"x"', "TG803", "entry 1"),
    ],
)
def test_what_is_no_csl_json(data, code, words):
    with pytest.raises(ParseError) as caught:
        csl.read(data)
    (found,) = caught.value.diagnostics
    assert found.code == code
    assert words in found.message


def test_a_byte_order_mark_is_no_fault():
    assert csl.read(b'\xef\xbb\xbf{"id": "a"}').documents == (Document(),)
