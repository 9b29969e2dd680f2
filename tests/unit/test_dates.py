"""Dates as written, dates in prose, and what is found wrong with dates."""

import json
from pathlib import Path

import edtf
import pytest

from telegrams.facts.calendar import MONTHS
from telegrams.findings import codes
from telegrams.model import HistoricalDate
from telegrams.values.dates import (
    date_disagreement,
    date_findings,
    date_span,
    find_dates,
    parse_date,
    parse_edtf_bounds,
)
from telegrams.values.dates.forms import FORMS_FROM_DAY, FORMS_FROM_MONTH, FORMS_FROM_SEASON, FORMS_FROM_YEAR

CASES = Path(__file__).parent.parent / "cases"
LINES = (CASES / "dates.txt").read_text("utf-8").splitlines()
WRITTEN = [line.rsplit(" | ", 4) for line in LINES if line and not line.startswith("#")]
PROSE = [json.loads(line) for line in (CASES / "dates_in_prose.jsonl").read_text("utf-8").splitlines()]


def _marks(date: HistoricalDate) -> str:
    doubt = ["doubtful"] if date.doubtful else []
    inferred = [f"{date.inferred.rule}:{date.inferred.certainty}"] if date.inferred else []
    return " ".join([*doubt, *inferred, *(found.code for found in date_findings(date))]) or "-"


@pytest.mark.parametrize(("text", "form", "time", "place", "marks"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_dates_as_written(text, form, time, place, marks):
    date = parse_date(text)
    assert (date.edtf or "-", date.time or "-", date.place or "-", _marks(date)) == (form, time, place, marks)
    assert date.verbatim == " ".join(text.split())


@pytest.mark.parametrize("case", PROSE, ids=[case["text"][:60] for case in PROSE])
def test_dates_in_prose(case):
    mentions = find_dates(case["text"], case["written"])
    found = [
        [mention.date.verbatim, mention.date.edtf, mention.date.inferred and mention.date.inferred.rule]
        for mention in mentions
    ]
    assert found == case["mentions"]
    for mention in mentions:
        assert case["text"][mention.start : mention.end] == mention.date.verbatim


@pytest.mark.parametrize("name", MONTHS)
def test_every_month_name_is_read(name):
    assert parse_date(f"7 {name} 1951").edtf == f"1951-{MONTHS[name]:02}-07"


@pytest.mark.parametrize(
    "text",
    ["1950s", "circa 1950", "5 May 1950", "May 5, 1950", "May 1950", "1950", "spring 1950", "circa May 1950", "1950?"],
)
def test_the_edtf_package_reads_the_same(text):
    assert parse_date(text).edtf == edtf.text_to_edtf(text)


def test_space_characters_of_every_kind_are_blanks():
    assert parse_date("5\u00a0May\u20091950") == HistoricalDate(verbatim="5 May 1950", edtf="1950-05-05")


def test_control_characters_and_surrogates_become_blanks():
    assert parse_date("\x005 May\t1950\ud800\n").verbatim == "5 May 1950"


@pytest.mark.parametrize("text", ["", " \t\n", "\x00"])
def test_a_text_without_characters_is_refused(text):
    with pytest.raises(ValueError, match="visible"):
        parse_date(text)


def test_only_the_beginning_of_a_long_text_is_searched():
    text = "x" * 1_000 + " 5 May 1950"
    assert parse_date(text).edtf is None
    assert date_findings(parse_date(text))[0].message.endswith("in its first 1,000 characters")


def test_a_date_without_findings_is_silent():
    assert date_findings(parse_date("5 May 1950")) == ()


def test_findings_name_the_words_and_the_reading():
    (found,) = date_findings(parse_date("8.3.1983"))
    assert (found.severity, found.message) == (
        "warning",
        "“8.3.1983” may have day and month in either order; 1983-03-08 is taken",
    )


@pytest.mark.parametrize(
    ("heading", "other", "expected"),
    [
        ("May 5, 1950", "5.V.50", []),
        ("May 1950", "5 May 1950", []),
        ("5 May 1950", "1950", []),
        ("4-6 May 1950", "6.V.50", []),
        ("undated", "5 May 1950", []),
        ("5 May 1950", "undated", []),
        ("5 May 1950", "6 May 1950", ["TG306"]),
        ("May 1950", "30 April 1950", ["TG306"]),
        ("1951", "1950", ["TG306"]),
    ],
)
def test_dates_disagree_when_no_day_fits_both(heading, other, expected):
    findings = date_disagreement(parse_date(heading), parse_date(other), "the closer")
    assert [found.code for found in findings] == expected
    assert all("the closer" in found.message for found in findings)


def test_every_code_has_its_page():
    assert {f"TG30{number}" for number in range(1, 7)} <= set(codes())


def test_forms_have_different_names():
    names = [form.name for form in FORMS_FROM_DAY + FORMS_FROM_YEAR + FORMS_FROM_MONTH + FORMS_FROM_SEASON]
    assert len(set(names)) == len(names)


def test_bounds_are_offered_beside_the_dates():
    assert [day.isoformat() for day in parse_edtf_bounds("1950-05")] == ["1950-05-01", "1950-05-31"]


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("Note, May 4, 1960, Oslo", 6, "May 4, 1960"),
        ("Note, 12-14 May 1960", 6, "12-14 May 1960"),
        ("May 2, 1960 - May 3, 1960, Oslo", 0, "May 2, 1960 - May 3, 1960"),
        ("Note, 4.V.60", 6, "4.V.60"),
        ("Note, 31 April 1960, Oslo", 6, "31 April 1960"),
        ("Note, n.d., Oslo", 6, "n.d."),
        ("Undated", 0, "Undated"),
        ("undatedly", 0, None),
        ("Note, 4 May", 6, None),
        ("Note, in May 1960", 6, None),
        ("Note, No. 1797", 10, None),
        ("Note", 0, None),
    ],
)
def test_where_a_date_ends(text, start, words):
    end = date_span(text, start)
    assert (None if end is None else text[start:end]) == words
