import os
from pathlib import Path

import pytest

from telegrams.formats import write, write_many
from telegrams.formats.biblatex import braced, escaped
from telegrams.model import (
    Citation,
    ContentsItem,
    Document,
    HistoricalDate,
    Holding,
    Language,
    Party,
    SourceStatement,
    Title,
)
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin


def fields(document):
    head, *lines, _ = write(document, "biblatex").decode().splitlines()
    return head, {line.split("=")[0].strip(): line.split("= {", 1)[1].removesuffix("},") for line in lines}


@pytest.mark.parametrize(("number", "document"), [("111779", gromyko()), ("112634", kuznetsov_and_zorin())])
def test_the_seeds_give_the_gold_entries(number, document):
    folder = os.environ.get("TELEGRAMS_GOLD")
    if folder is None:
        pytest.skip("TELEGRAMS_GOLD does not name the folder of gold files")
    assert write(document, "biblatex") == Path(folder, f"{number}.bib").read_bytes()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Telegram from Orlov", "Telegram from {Orlov}"),
        ("Letter to the USA (1)", "Letter to the {USA} (1)"),
        ("USA letter", "{USA} letter"),
        ("McNeil, writes", "{McNeil}, writes"),
        ("a U.S. view “Now”", "a {U.S.} view “{Now}”"),
        ("a -- b", "a -- b"),
        ("A & B_c", "A \\& {B\\_c}"),
        ("a 100% C#", "a 100\\% {C}\\#"),
        ("“Über” Alles", "“Über” {Alles}"),
    ],
)
def test_capitals_are_protected(title, expected):
    assert braced(title) == expected


def test_signs_of_latex():
    assert escaped("a~^\\$") == r"a\textasciitilde{}\textasciicircum{}\textbackslash{}\$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {b} c", r"a \{b\} c"),
        ("a {b", r"a \textbraceleft{}b"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("", ""),
    ],
)
def test_braces(text, expected):
    assert escaped(text) == braced(text) == expected


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (Party(name="Orlov"), "Orlov"),
        (Party(name="Pavel Orlov"), "Orlov, Pavel"),
        (Party(name="Harold Stone, Jr."), "Stone, Jr., Harold"),
        (Party(name="Stone, Jr."), "Stone, Jr., "),
        (Party(name="Zhang Wenhua"), "{Zhang Wenhua}"),
        (Party(organisation="Trade & Ports"), r"{Trade \& Ports}"),
        (Party(name="and"), "{and}"),
    ],
)
def test_names(party, expected):
    _, found = fields(Document(title=Title(verbatim="T", senders=(party, Party(name="Belov")))))
    assert found["author"] == f"{expected} and Belov"


def test_a_manuscript():
    holding = Holding(repository="State Archive", settlement="Riga", country="Latvia")
    source = SourceStatement(verbatim="State Archive, Riga", holdings=(holding,))
    document = Document(
        title=Title(verbatim="T", kind="report", number="7"),
        date=HistoricalDate(verbatim="x", edtf="1962~"),
        citation=Citation(verbatim="x", publisher="An Archive", source=source, url="https://example.org/{a}"),
        original_languages=(Language(verbatim="Hungarian", tag="hu"), Language(verbatim="Latin", tag="la")),
        contents=(ContentsItem(verbatim="x", kind="translation", language="en-GB"),),
    )
    assert fields(document) == (
        "@unpublished{report-1962,",
        {
            "title": "T",
            "number": "7",
            "origlanguage": "magyar and latin",
            "langid": "english",
            "date": "1962~",
            "type": "Report",
            "howpublished": "State Archive, Riga, An Archive",
            "library": "State Archive, Riga, Latvia",
            "url": "https://example.org/%7Ba%7D",
        },
    )


def test_a_text_in_its_own_language_has_no_original_language():
    document = Document(
        original_languages=(Language(verbatim="English", tag="en"),),
        contents=(ContentsItem(verbatim="x", kind="transcript", language="en"),),
    )
    _, found = fields(document)
    assert found == {"langid": "english"}


def test_keys_are_unique_in_one_file():
    text = b"".join(write_many([gromyko(), gromyko(), gromyko()], "biblatex")).decode()
    assert [line for line in text.splitlines() if line.startswith("@")] == [
        "@letter{wcda-111779,",
        "@letter{wcda-111779-2,",
        "@letter{wcda-111779-3,",
    ]


@pytest.mark.parametrize(
    ("tag", "key"),
    [("uz", "uzbek"), ("zh", "chinese"), ("zh-Hant", "chinese-traditional"), ("en-GB", "english"), ("tg", "Tajik")],
)
def test_every_original_language_is_named(tag, key):
    document = Document(
        title=Title(verbatim="T"),
        original_languages=(Language(verbatim="x", tag=tag),),
        contents=(ContentsItem(verbatim="x", kind="translation", language="fr"),),
    )
    assert fields(document)[1]["origlanguage"] == key
