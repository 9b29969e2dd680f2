"""`telegrams.values.holdings`: source statements and their parts, from `tests/cases/sources*.jsonl`."""

import json
from pathlib import Path
from typing import Any

import pytest

from telegrams.values.blanks import one_line
from telegrams.values.holdings import Segment, parse_source, segment_source, source_findings
from telegrams.values.holdings.credits import parse_credit
from telegrams.values.holdings.marks import mask, trimmed
from telegrams.values.holdings.signs import initials_end

CASES = Path(__file__).parent.parent / "cases"


def cases(name: str) -> list[Any]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [pytest.param(json.loads(line), id=json.loads(line)["statement"][:60]) for line in lines]


@pytest.mark.parametrize("case", cases("sources.jsonl") + cases("sources_by_country.jsonl"))
def test_parts_of_a_statement(case):
    source = parse_source(case["statement"])
    parts = source.model_dump(mode="json", exclude_defaults=True)
    assert parts.pop("verbatim") == case["statement"]
    assert parts == case["expected"]


@pytest.mark.parametrize("case", cases("sources_segments.jsonl"))
def test_segments_of_a_statement(case):
    segments = segment_source(case["statement"])
    assert "".join(segment.text for segment in segments) == case["statement"]
    assert [[kind, text] for kind, text in segments if kind != "separator"] == case["segments"]


def test_separators_are_segments():
    assert segment_source("LHA, f. 5; copy courtesy of NSA.") == (
        Segment("holding", "LHA, f. 5"),
        Segment("separator", "; "),
        Segment("credit", "copy courtesy of NSA"),
        Segment("separator", "."),
    )


def test_segments_of_nothing():
    assert segment_source("") == ()
    assert segment_source(" . ") == (Segment("separator", " . "),)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("AVP RF, f. 5", 6),
        ("BArch", 5),
        ("SAPMO-BArch x", 11),
        ("SAPMO-barch", 0),
        ("ŠNÚ, f. 5", 3),
        ("ABC DEF GHI JKL MNO", 15),
        ("ABC, DEF", 3),
        ("AB5", 0),
        ("Archive", 0),
        ("nATO", 0),
        ("", 0),
    ],
)
def test_initials_of_an_archive(text, end):
    assert initials_end(text) == end


def test_words_that_are_no_credit_come_back():
    assert parse_credit("Nothing of the kind") == ((), (), ("Nothing of the kind",))


def test_a_hundred_names_are_a_credit_and_more_are_none():
    hundred = "Obtained by " + ", ".join(["Jo Major"] * 100)
    assert len(parse_credit(hundred).custody) == 100
    more = f"{hundred}, Ann Other"
    assert parse_credit(more) == ((), (), (more,))


@pytest.mark.parametrize("text", ["", " ", "\t\n\x00", "\ud800"])
def test_blanks_are_no_statement(text):
    with pytest.raises(ValueError, match="empty"):
        parse_source(text)


def test_white_space_and_controls_become_single_blanks():
    source = parse_source(" LHA,\n f.\x0c5,  op. 2\ufffe. ")
    assert source.verbatim == "LHA, f. 5, op. 2 ."
    assert source.holdings[0].fond == "5"
    assert source.holdings[0].opis == "2"


def test_findings_name_what_was_not_understood():
    source = parse_source("LHA, f. 5. Nobody knows this. Translated by Ann Other, slightly revised.")
    found = source_findings(source)
    assert [(item.code, item.severity) for item in found] == [("TG201", "warning")] * 2
    assert "Nobody knows this" in found[0].message
    assert "slightly revised" in found[1].message
    assert source_findings(parse_source("LHA, f. 5.")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington, D.C.", "Washington, D.C."),
        ("Ann Other.", "Ann Other"),
        ("pp. 3- 7.)", "pp. 3- 7"),
        ("NHK (Tokyo).", "NHK (Tokyo)"),
        (", the end; ", "the end"),
        ("()", "()"),
        (" .,;", ""),
        ("Mary Major, Jr.", "Mary Major, Jr."),
    ],
)
def test_trimming(text, expected):
    assert trimmed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a (b, c) d", "a (\0\0\0\0) d"),
        ("a (b, c d", "a (b, c d"),
        ('"a" "b', '"\0" "b'),
        ("“a (b)”", "“\0\0\0\0\0”"),
        ("plain", "plain"),
    ],
)
def test_masking_hides_pairs_only(text, expected):
    assert mask(text) == expected


def test_a_line_is_left_as_it_is():
    assert one_line("a\u00a0b c") == one_line("a\u2009\u3000b c") == "a b c"
    assert one_line("a  b") == "a b"
