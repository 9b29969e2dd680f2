"""A heading of the catalogue completes a name, where exactly one fits; and says by which rule."""

import json

import pytest

from telegrams.formats import read, write
from telegrams.formats.completed_names import catalogued_given_names, completed_name
from telegrams.formats.csl import citation_item
from telegrams.model import Catalogue, Citation, Closer, Document, Name, Party, SubjectHeading, Text, Title
from telegrams.values.headings import parse_name_heading


def catalogue(*headings, **fields):
    return Catalogue(authors=tuple(map(parse_name_heading, headings)), **fields)


@pytest.mark.parametrize(
    ("family", "headings", "expected"),
    [
        ("Adenauer", ["Adenauer, Konrad"], {"family": "Adenauer", "given": "Konrad"}),
        ("ADENAUER", ["Adenauer, Konrad, 1876-1967"], {"family": "ADENAUER", "given": "Konrad"}),
        ("Muller", ["Müller, Vincenz"], {"family": "Muller", "given": "Vincenz"}),
        ("Villiers", ["Villiers, Charles de"], {"family": "Villiers", "given": "Charles de"}),
        ("de Villiers", ["Villiers, Charles de"], {"family": "de Villiers", "given": "Charles"}),
        ("Zhou", ["Zhou, Enlai"], {"literal": "Zhou Enlai"}),
        ("Adenauer", ["Adenauer, Konrad", "Adenauer, Konrad"], {"family": "Adenauer", "given": "Konrad"}),
        ("Adenauer", ["Adenauer, Konrad", "Adenauer, Max"], None),
        ("Adenauer", ["Brandt, Willy", "Adenauer", "Adenauer Foundation"], None),
        ("Adenauer", [], None),
    ],
)
def test_a_family_name(family, headings, expected):
    assert completed_name({"family": family}, catalogued_given_names(catalogue(*headings))) == expected


@pytest.mark.parametrize("name", [{"family": "Adenauer", "given": "K."}, {"literal": "Adenauer"}])
def test_no_other_name(name):
    assert completed_name(name, catalogued_given_names(catalogue("Adenauer, Konrad"))) is None


def test_nothing_without_a_catalogue():
    assert catalogued_given_names(None) == {}


def letter(*headings, body=()):
    title = Title(
        verbatim="Letter from the Chancellor and Adenauer to Brandt",
        kind="letter",
        senders=(Party(role="Chancellor"), Party(name="Adenauer")),
        recipients=(Party(name="Brandt"),),
    )
    return Document(
        title=title, citation=Citation(verbatim="-", publisher="Archive"), catalogue=catalogue(*headings), body=body
    )


def test_the_item_says_by_which_rule():
    item = citation_item(letter("Adenauer, Konrad", "Brandt, Willy"))
    assert item["author"] == [{"literal": "Chancellor"}, {"family": "Adenauer", "given": "Konrad"}]
    assert item["recipient"] == [{"family": "Brandt", "given": "Willy"}]
    assert item["custom"]["author-name-rules"] == [None, "name-from-heading"]
    assert item["custom"]["recipient-name-rules"] == ["name-from-heading"]


def test_what_the_text_says_comes_first():
    signature = Closer(role="signature", content=(Name(content=(Text(text="K. Adenauer"),)),))
    item = citation_item(letter("Adenauer, Konrad", body=(signature,)))
    assert item["author"][1] == {"family": "Adenauer", "given": "K."}
    assert "author-name-rules" not in item["custom"]


def test_the_title_keeps_its_own_name():
    document = letter("Adenauer, Konrad")
    (again,) = read(write(document, "csl"), "csl").documents
    assert again.title == document.title
    assert again.catalogue == document.catalogue


def test_no_rule_where_a_manuscript_has_no_recipient():
    document = letter("Brandt, Willy")
    item = citation_item(document.model_copy(update={"citation": None}))
    assert "recipient" not in item
    assert "recipient-name-rules" not in item["custom"]


SUBJECTS = (SubjectHeading(verbatim="World War, 1939-1945--Yugoslavia"), SubjectHeading(verbatim="Trade & Tin"))


def test_subjects_are_keywords():
    document = Document(title=Title(verbatim="A List"), catalogue=Catalogue(subjects=SUBJECTS))
    (item,) = json.loads(write(document, "csl"))
    assert item["keyword"] == "World War, 1939-1945--Yugoslavia; Trade & Tin"
    assert b"KW  - World War, 1939-1945--Yugoslavia\nKW  - Trade & Tin\n" in write(document, "ris")
    assert rb"keywords     = {{World War, 1939-1945--Yugoslavia}, Trade \& Tin}" in write(document, "biblatex")


def test_keywords_of_others_are_subjects():
    data = json.dumps([{"id": "a", "type": "manuscript", "title": "T", "keyword": "Tin; Trade--Utopia ; "}])
    (document,) = read(data.encode(), "csl").documents
    assert [each.verbatim for each in document.catalogue.subjects] == ["Tin", "Trade--Utopia"]
    assert document.catalogue.subjects[1].divisions == ("Trade", "Utopia")
