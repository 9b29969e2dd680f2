"""Tables of records on the command line."""

import json

import pytest

import telegrams
from telegrams.corpus import parts
from telegrams.corpus.parts import table_kind
from telegrams.corpus.plan import Input
from tests.cli.conftest import LETTER
from tests.unit.table_files import KINDS, table_bytes, table_file

RECORDS: list[dict[str, object]] = [
    {"document_url": f"https://digitalarchive.wilsoncenter.org/document/{number}", "title": f"Letter No. {number}",
     "text_body": f"Send ore, {number} tons." if number != 3 else ""}
    for number in range(1, 8)
]  # fmt: skip
GERMAN: list[dict[str, object]] = [{"Titel": "Brief von Ada Berg an Bo Ek", "Worte": "Lieber Ek!"}]


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of a table with two rows each."""
    monkeypatch.setattr(parts, "PART_ROWS", 2)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_goes_into_one_stream(call, tree, kind, jobs):
    path = table_file(tree, kind, RECORDS)
    result = call("convert", path, "--to", "jsonl", "-v", "-j", jobs)
    documents = telegrams.read(result.stdout_bytes, "jsonl").documents
    assert [each.title.verbatim for each in documents] == [f"Letter No. {number}" for number in range(1, 8)]
    assert documents == telegrams.convert(path).documents
    assert result.stderr == f"{path}: info[TG027] without a text: row 3\n"
    assert call("check", path).stderr.endswith("1 file: 7 documents, 0 errors, 0 warnings\n")


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("kind", KINDS)
def test_each_row_has_its_file(call, tree, kind):
    path = table_file(tree, kind, RECORDS)
    arguments = ("convert", path, "in/letter.txt", "--to", "tei", "--output-dir", "out")
    assert call(*arguments).exit_code == 0
    names = sorted(each.name for each in (tree / "out").glob("*.xml"))
    assert names == sorted([*(f"{number}.tei.xml" for number in range(1, 8)), "letter.tei.xml"])
    assert telegrams.read(tree / "out" / "4.tei.xml", "tei").documents[0].title.verbatim == "Letter No. 4"
    assert call(*arguments).exit_code == 0  # what is ours may be replaced
    assert call(*arguments, "--resume").exit_code == 0
    (tree / "out" / "4.tei.xml").write_text("mended")
    assert "TG918" in call(*arguments).stderr


def test_standard_input_may_be_a_table(call):
    data = table_bytes("csv", RECORDS)
    assert call("convert", "-", "--from", "csv", "--to", "jsonl", stdin=data).stdout_bytes.count(b"\n") == 7
    rows = table_bytes("jsonl", RECORDS)
    assert call("convert", "-", "--to", "jsonl", stdin=rows).stdout_bytes.count(b"\n") == 7


def test_other_columns_are_named(call, tree):
    path = table_file(tree, "csv", GERMAN)
    refused = call("convert", path, "--to", "text")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "error[TG025] no column of this table is known as a title, text or citation" in refused.stderr
    named = call("convert", path, "--to", "text", "--map", "title=Titel,text=Worte")
    assert "**Brief von Ada Berg an Bo Ek**" in named.stdout
    (tree / "telegrams.toml").write_text('[map]\ntitle = "Titel"\ntext = "Worte"\n')
    assert call("convert", path, "--to", "text").stdout == named.stdout
    rows = table_file(tree, "jsonl", GERMAN)
    assert call("convert", rows, "--to", "text").stdout == named.stdout


@pytest.mark.parametrize("words", ["title", "title=", "=Titel"])
def test_a_map_of_another_form_is_a_usage_error(call, words):
    result = call("convert", "in", "--to", "jsonl", "--map", words)
    assert result.exit_code == 2
    assert "is not of the form title=Titel,date=Datum,text=Text" in result.stderr


@pytest.mark.usefixtures("small_parts")
def test_a_row_that_cannot_be_read_loses_no_other(call, tree):
    data = table_bytes("csv", RECORDS).replace(b"Letter No. 5", b"Letter, No. 5")
    (tree / "records.csv").write_bytes(data)
    result = call("convert", "records.csv", "--to", "json", "--output-dir", "out")
    assert result.exit_code == 1
    assert "records.csv: error[TG026] row 5 cannot be read: it has 4 of 3 cells" in result.stderr
    names = sorted(each.name for each in (tree / "out").glob("[0-9]*.json"))
    assert names == [f"{number}.json" for number in (1, 2, 3, 4, 6, 7)]
    assert json.loads((tree / "out" / "6.json").read_text())["title"]["verbatim"] == "Letter No. 6"


def test_a_table_without_rows_is_no_fault(call, tree):
    (tree / "none.csv").write_bytes(b"title,text\n")
    result = call("convert", "none.csv", "--to", "jsonl")
    assert (result.exit_code, result.stdout_bytes) == (0, b"")


@pytest.mark.parametrize("option", ["--report-loss", "--authority"])
def test_what_is_asked_of_documents_is_asked_of_rows(call, tree, option):
    (tree / "names.csv").write_text("name,kind,uri\nAda Berg,person,http://viaf.org/viaf/1\n")
    records: list[dict[str, object]] = [{"title": "Letter from Ada Berg to Bo Ek", "text": "Send ore."}]
    path = table_file(tree, "csv", records)
    chosen = (option, "names.csv") if option == "--authority" else (option,)
    result = call("convert", path, "--to", "ris" if option == "--report-loss" else "tei", *chosen)
    assert ("TG809" in result.stderr) is (option == "--report-loss")
    assert ("http://viaf.org/viaf/1" in result.stdout) is (option == "--authority")
    assert call("check", path, "--roundtrip").exit_code == 0


def test_what_is_no_table(tree):
    letters = b"".join(telegrams.write_many([telegrams.parse(LETTER)], "jsonl"))
    (tree / "letters.jsonl").write_bytes(letters)
    for source in (Input("in/letter.txt"), Input("letters.jsonl"), Input("-", data=LETTER), Input("none.csv.gz")):
        assert table_kind(source, None) is None
    assert table_kind(Input("in/letter.txt"), "json") is None
    assert table_kind(Input("missing.jsonl"), None) is None
    assert table_kind(Input("missing.csv"), None) == "csv"


def test_a_table_that_is_not_there_is_told(call):
    assert "missing.csv: error[TG004]" in call("convert", "missing.csv", "--to", "jsonl").stderr
    assert call("convert", "missing.csv", "--to", "json", "--output-dir", "out").exit_code == 1


def test_a_table_in_a_folder_is_read_where_it_is_asked_for(call, tree):
    table_file(tree / "in", "csv", RECORDS)
    assert "1 passed over: 1 .csv\nhint: .csv: --from csv reads it" in call("check", "in").stderr
    assert "7 documents" in call("check", "in", "--from", "csv").stderr


def test_a_table_in_another_encoding_and_what_is_none(call, tree):
    (tree / "a.csv").write_bytes("title,text\nGröße,ore\n".encode("cp1252"))
    assert "error[TG026] row 1 cannot be read: its bytes are of another encoding" in call("check", "a.csv").stdout
    assert "**Größe**" in call("convert", "a.csv", "--to", "text", "--encoding", "cp1252").stdout
    (tree / "b.csv").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    for options in ((), ("--from", "csv")):
        assert "b.csv: error[TG005] this is a PNG image, not text" in call("check", "b.csv", *options).stdout
