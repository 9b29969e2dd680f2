import csv
import io

import pytest

from telegrams.errors import LeftOutError
from telegrams.formats import write, write_many
from telegrams.model import Citation, Document, HistoricalDate, Party, Title
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin


def rows(*documents):
    data = b"".join(write_many(documents, "csv")).decode()
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_one_row_for_each_document():
    first, second = rows(kuznetsov_and_zorin(), gromyko())
    assert {name: value for name, value in first.items() if value and name not in ("source", "summary", "title")} == {
        "record_id": "112634",
        "date": "October 30, 1962",
        "edtf": "1962-10-30",
        "kind": "telegram",
        "senders": "Kuznetsov; Zorin",
        "recipients": "USSR Foreign Ministry",
        "translators": "John Henriksen",
        "original_language": "Russian",
        "language": "en",
        "publisher": "Wilson Center Digital Archive",
        "repository": "Archive of Foreign Policy, Russian Federation",
        "abbreviation": "AVP RF",
        "settlement": "Moscow",
        "url": "https://digitalarchive.wilsoncenter.org/document/112634",
    }
    assert first["source"].endswith("; translation by John Henriksen, Harvard University")
    assert second["record_id"] == "111779"


def test_lines_end_as_rfc_4180_says():
    data = write(Document(title=Title(verbatim='A "b", c')), "csv")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert b'"A ""b"", c"' in data


def test_a_document_that_nothing_describes_has_no_row():
    assert list(rows(Document())) == []
    with pytest.raises(LeftOutError, match="no record"):
        write(Document(), "csv")


def test_the_citation_stands_in_for_title_and_date():
    citation = Citation(verbatim="x", title="T", date=HistoricalDate(verbatim="1962", edtf="1962"))
    (row,) = rows(Document(citation=citation))
    assert (row["title"], row["date"], row["edtf"]) == ("T", "1962", "1962")


def test_a_cell_is_no_formula():
    title = Title(
        verbatim="=SUM(A1)", number="-7", senders=(Party(name="@a"), Party()), participants=(Party(name="B C"),)
    )
    (row,) = rows(Document(title=title, summary=("+1",)))
    assert (row["title"], row["number"], row["senders"], row["summary"]) == ("'=SUM(A1)", "'-7", "'@a", "'+1")
    assert row["participants"] == "B C"
