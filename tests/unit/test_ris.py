import os
from pathlib import Path

import pytest

from telegrams.formats import write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.model import Citation, Document, HistoricalDate, Holding, Party, SourceStatement, Title
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin


def tags(document, options=None):
    lines = write(document, "ris", options).decode().splitlines()
    return [tuple(line.split("  - ", 1)) for line in lines]


@pytest.mark.parametrize(("number", "document"), [("111779", gromyko()), ("112634", kuznetsov_and_zorin())])
def test_the_seeds_give_the_gold_records(number, document):
    folder = os.environ.get("TELEGRAMS_GOLD")
    if folder is None:
        pytest.skip("TELEGRAMS_GOLD does not name the folder of gold files")
    assert write(document, "ris") == Path(folder, f"{number}.ris").read_bytes()


def test_a_manuscript_has_no_recipient():
    title = Title(verbatim="T", kind="report", senders=(Party(name="Orlov"),), recipients=(Party(organisation="SA"),))
    assert tags(Document(title=title)) == [
        ("TY", "MANSCPT"),
        ("ID", "report-orlov"),
        ("TI", "T"),
        ("AU", "Orlov"),
        ("M3", "report"),
        ("ER", ""),
    ]


@pytest.mark.parametrize(
    ("edtf", "day", "year"),
    [("1962-10-20", "1962/10/20/", "1962"), ("1962-10", "1962/10//", "1962"), ("0800", "0800///", "0800")],
)
def test_dates(edtf, day, year):
    found = dict(tags(Document(date=HistoricalDate(verbatim="x", edtf=edtf))))
    assert (found["DA"], found["PY"]) == (day, year)


def test_a_bodys_name_is_not_taken_for_family_and_given_name():
    embassy = Party(organisation="Polish Embassy", place="Vienna")
    head = Party(role="Head", organisation="Trade Office, East", place="Sofia")
    document = Document(title=Title(verbatim="T", senders=(embassy, head)))
    assert [value for tag, value in tags(document) if tag == "AU"] == [
        "Polish Embassy (Vienna)",
        "Head (Trade Office; East; Sofia)",
    ]


def test_paragraphs_become_one_line_and_markup_signs_stay():
    document = Document(title=Title(verbatim="A <b>"), summary=("One.", "Two."))
    found = dict(tags(document))
    assert found["AB"] == "One. Two."
    assert found["TI"] == "A <b>"


def test_the_holding_archive_first():
    holding = Holding(abbreviation="SA", fond="1", delo="3")
    citation = Citation(
        verbatim="x", publisher="An Archive", source=SourceStatement(verbatim="SA", holdings=(holding,))
    )
    found = dict(tags(Document(citation=citation), WriteOptions(profile="holding")))
    assert (found["DB"], found["AN"], found["DP"]) == ("SA", "f. 1, d. 3", "An Archive")


def test_ids_are_unique_in_one_file():
    lines = b"".join(write_many([gromyko(), gromyko()], "ris")).decode().splitlines()
    assert [line for line in lines if line.startswith("ID")] == ["ID  - wcda-111779", "ID  - wcda-111779-2"]
