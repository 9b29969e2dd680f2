"""Headings of a catalogue taken apart, as `tests/cases/headings.txt` shows them."""

import pytest

from telegrams.model import SubjectHeading
from telegrams.values.headings import parse_name_heading, parse_subject_heading

from .case_files import CASES

ROWS = [
    line.split(" -> ") for line in (CASES / "headings.txt").read_text("utf-8").splitlines() if not line.startswith("#")
]


def in_notation(heading):
    parts = {name: getattr(heading, name) for name in ("family", "given", "suffix", "variant", "dates")}
    parts["units"] = " / ".join(heading.units)
    return " | ".join([heading.kind or "-", *(f"{name}: {words}" for name, words in parts.items() if words)])


@pytest.mark.parametrize(("given", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_name(given, expected):
    heading = parse_name_heading(given)
    assert heading.verbatim == given
    assert in_notation(heading) == expected


@pytest.mark.parametrize(
    ("given", "divisions"),
    [
        ("Cuba--History--1959-1990", ("Cuba", "History", "1959-1990")),
        ("World War, 1939-1945--Yugoslavia", ("World War, 1939-1945", "Yugoslavia")),
        ("Egypt -- Foreign relations", ("Egypt", "Foreign relations")),
        ("Egypt—Foreign relations", ("Egypt", "Foreign relations")),
        ("Nuclear weapons", ()),
        ("--", ()),
        ("--Egypt", ()),
    ],
)
def test_a_subject(given, divisions):
    assert parse_subject_heading(given) == SubjectHeading(verbatim=given, divisions=divisions)
