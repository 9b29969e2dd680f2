"""Files whose header has the first form: declarations in full, all kinds of documents, `Unknown` for who is not known.

tests/cases/tei/first_form holds two documents as the program wrote them then, as JSON and as TEI.
"""

from pathlib import Path

import pytest

from telegrams.formats import read, write
from telegrams.formats.tei import check

FOLDER = Path(__file__).parents[1] / "cases" / "tei" / "first_form"
NAMES = ("conversation", "report")


def record(name):
    (document,) = read((FOLDER / f"{name}.json").read_bytes(), "json").documents
    return document


def first_form(name):
    return (FOLDER / f"{name}.xml").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_same_document(name):
    reading = read(first_form(f"{name}.tei"), "tei")
    assert reading.documents == (record(name),)
    assert reading.diagnostics == ()
    assert write(reading.documents[0], "tei") == write(record(name), "tei")


def test_a_corpus_has_the_same_documents():
    reading = read(first_form("both.tei-corpus"), "tei")
    assert reading.documents == tuple(map(record, NAMES))
    assert reading.diagnostics == ()


@pytest.mark.parametrize("name", [*(f"{name}.tei" for name in NAMES), "both.tei-corpus"])
def test_it_agrees_with_the_schema(name):
    assert [each.code for each in check(first_form(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_edit_is_kept_with_the_fixed_parts_of_the_file(name):
    data = first_form(f"{name}.tei").decode().replace("<fileDesc>", '<fileDesc n="2">')
    reading = read(data.encode(), "tei")
    assert reading.diagnostics == ()
    again = write(reading.documents[0], "tei")
    assert b'<fileDesc n="2">' in again
    assert b"Apparent misprints stay as they are." in again
    assert read(again, "tei").documents == reading.documents


def test_an_edit_in_a_corpus_takes_no_person_away():
    data = first_form("both.tei-corpus").decode().replace("They spoke of tin.", "They spoke of <hi>tin</hi>.")
    reading = read(data.encode(), "tei")
    assert reading.diagnostics == ()
    assert [len(each.amendments) > 0 for each in reading.documents] == [True, True]
