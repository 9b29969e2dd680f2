"""`telegrams.values.citations`: the archive's citation line, from `tests/cases/citations.jsonl`."""

import json
from pathlib import Path

import pytest

from telegrams.values.citations import citation_findings, parse_citation, split_url

CASES = Path(__file__).parent.parent / "cases" / "citations.jsonl"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(json.loads(line), id=json.loads(line)["citation"][:60])
        for line in CASES.read_text("utf-8").splitlines()
    ],
)
def test_parts_of_a_citation(case):
    citation = parse_citation(case["citation"])
    found = {
        "verbatim": citation.verbatim,
        "title": citation.title,
        "date": citation.date and citation.date.edtf,
        "publisher": citation.publisher,
        "source": citation.source and citation.source.verbatim,
        "url": citation.url,
        "record_id": citation.record_id,
    }
    assert {name: value for name, value in found.items() if value is not None} == case["expected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words <https://a.example/document/1>", ("words", "https://a.example/document/1")),
        ("words http://a.example/document/1", ("words", "http://a.example/document/1")),
        ("words. <http://a.example/document/1>.", ("words.", "http://a.example/document/1")),
        ("words http://a.example/document/1 more", ("words http://a.example/document/1 more", None)),
        ("words", ("words", None)),
        ("", ("", None)),
        ("http://a.example/x", ("", "http://a.example/x")),
        ("words http://", ("words http://", None)),
        (r"words \url{http://a.example/x}.", ("words", "http://a.example/x")),
        (r"words \url{http://a.example/x", (r"words \url{http://a.example/x", None)),
        ("words [http://a.example/x](http://a.example/x)", ("words", "http://a.example/x")),
        ("words [this](http://a.example/x)", ("words [this](http://a.example/x)", None)),
        ("](http://a.example/x)", ("](http://a.example/x)", None)),
        ("words (http://a.example/x).", ("words", "http://a.example/x")),
        ("words &lt;http://a.example/x&gt;", ("words", "http://a.example/x")),
        ("words http://a.example/x(y)", ("words", "http://a.example/x(y)")),
    ],
)
def test_splitting_the_url(text, expected):
    assert split_url(text) == expected


def test_the_url_may_be_given_apart():
    citation = parse_citation(
        '"A Note", 1958, Wilson Center Digital Archive, LHA', " <https://a.example/document/7> ".strip(" <>")
    )
    assert (citation.url, citation.record_id) == ("https://a.example/document/7", "7")
    both = parse_citation("LHA, f. 5 https://a.example/document/8", "https://b.example/document/9/download")
    assert (both.verbatim, both.url, both.record_id) == ("LHA, f. 5", "https://b.example/document/9/download", "9")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://a.example/document/111.ris", "111"),
        ("https://a.example/document/111?v=2", "111"),
        ("https://a.example/document/111#top", "111"),
        ("https://a.example/document/111-a-slug", None),
        ("https://a.example/document/1234567890123", None),
        ("https://a.example/node/111", None),
    ],
)
def test_record_numbers(url, number):
    assert parse_citation("LHA", url).record_id == number


@pytest.mark.parametrize("text", ["", "  ", "\n\x00"])
def test_blanks_are_no_citation(text):
    with pytest.raises(ValueError, match="empty"):
        parse_citation(text)


def test_a_blank_url_is_no_url():
    assert parse_citation("LHA, f. 5", "  ").url is None


def test_the_date_keeps_its_words():
    citation = parse_citation("Note on Oslo, undated, Wilson Center Digital Archive, LHA")
    assert citation.title == "Note on Oslo"
    assert citation.date is not None
    assert (citation.date.verbatim, citation.date.edtf) == ("undated", None)


def test_finding_for_a_missing_archive_name():
    assert [item.code for item in citation_findings(parse_citation("LHA, f. 5"))] == ["TG202"]
    assert citation_findings(parse_citation('"A Note", 1958, Wilson Center Digital Archive, LHA')) == ()
