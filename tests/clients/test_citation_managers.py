"""What reference managers make of the written citations."""

import json
import subprocess

import pytest

from telegrams.formats import write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.csl import citation_item
from telegrams.model import Document, HistoricalDate, Party, Title
from tests.unit.full_document import full_document
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

pytestmark = pytest.mark.client
SEEDS = (gromyko(), kuznetsov_and_zorin())

# Zotero's import of CSL-JSON (zotero/utilities, schema 41): what a type loses, and whom it files as authors.
ZOTERO_LOSES = {
    "personal_communication": {
        *(
            "publisher",
            "publisher-place",
            "number",
            "archive_collection",
            "archive-place",
            "collection-title",
            "medium",
        ),
        *("original-date", "original-title", "keyword", "references", "status", "event-date", "custom", "compiler"),
    },
    "manuscript": {
        *("archive_collection", "archive-place", "collection-title", "medium", "original-date", "original-title"),
        *("keyword", "references", "status", "event-date", "custom", "compiler"),
    },
}
ZOTERO_MAKES_AUTHORS = {"personal_communication": {"editor"}, "manuscript": {"recipient", "editor"}}
MANUSCRIPT = Document(
    title=Title(verbatim="T", kind="report", number="7", senders=(Party(name="A"),), recipients=(Party(name="B"),)),
    date=HistoricalDate(verbatim="1962", edtf="1962"),
)


@pytest.mark.parametrize("document", [*SEEDS, MANUSCRIPT])
@pytest.mark.parametrize("lean", [False, True])
def test_zotero_keeps_every_field_but_custom(document, lean):
    item = citation_item(document, WriteOptions(lean=lean))
    assert set(item) & ZOTERO_LOSES[item["type"]] == {"custom"}
    assert not set(item) & ZOTERO_MAKES_AUTHORS[item["type"]]
    assert "note" not in item


def test_zotero_loses_a_telegrams_number_and_the_parts_of_a_holding():
    item = citation_item(full_document(), WriteOptions(profile="holding"))
    lost = {"custom", "number", "keyword", "archive_collection", "archive-place"}
    assert set(item) & ZOTERO_LOSES["personal_communication"] == lost


def test_rispy_reads_every_field():
    rispy = pytest.importorskip("rispy", reason="rispy is not installed")
    first, second = rispy.loads(b"".join(write_many(SEEDS, "ris")).decode())
    assert first["type_of_reference"] == "PCOMM"
    assert first["id"] == "wcda-111779"
    assert second["authors"] == ["Kuznetsov, V.", "Zorin, V."]
    assert second["date"] == "1962/10/30/"
    assert first["urls"] == ["https://digitalarchive.umd.edu/document/111779"]
    assert first["abstract"] == gromyko().summary[0]
    assert not first.get("unknown_tag")


def test_bibtexparser_reads_every_field():
    bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")
    library = bibtexparser.parse_string(b"".join(write_many([*SEEDS, full_document()], "biblatex")).decode())
    assert library.failed_blocks == []
    first, second, third = library.entries
    assert (first.entry_type, first.key) == ("letter", "wcda-111779")
    assert second["author"] == "Kuznetsov, V. and Zorin, V."
    assert second["date"] == "1962-10-30"
    assert second["abstract"] == kuznetsov_and_zorin().summary[0]
    assert third["origlanguage"] == "russian and ukrainian"


def by_pandoc(data, form):
    pypandoc = pytest.importorskip("pypandoc", reason="the extra declassified-telegrams[cite] is not installed")
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", form, "-t", "csljson"]
    return json.loads(subprocess.run(command, input=data, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(("name", "form"), [("ris", "ris"), ("biblatex", "biblatex"), ("csl", "csljson")])
def test_pandoc_reads_title_author_year_and_url(name, form):
    expected = citation_item(kuznetsov_and_zorin())
    (item,) = by_pandoc(write(kuznetsov_and_zorin(), name), form)
    assert [person["family"] for person in item["author"]] == ["Kuznetsov", "Zorin"]
    assert item["title"].replace('<span class="nocase">', "").replace("</span>", "") == expected["title"]
    assert item["issued"]["date-parts"][0][0] == 1962
    assert item["URL"] == expected["URL"]


def test_pandoc_reads_signs_of_latex_as_they_were():
    title = "Costs & 100% of {A}_b #1 ~ ^ \\ $5"
    (item,) = by_pandoc(write(Document(title=Title(verbatim=title)), "biblatex"), "biblatex")
    assert item["title"].replace('<span class="nocase">', "").replace("</span>", "").replace("\u00a0", " ") == title
