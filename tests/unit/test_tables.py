"""Tables of records → documents."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest

import telegrams
from telegrams.errors import ParseError
from telegrams.facts.columns import FACT_OF_COLUMN, FACTS
from telegrams.findings import finding
from telegrams.formats import find, read
from telegrams.tables.columns import chosen_columns, columns_of
from telegrams.tables.record import findings_of, record_number, record_of
from telegrams.tables.rows import TableRow, opened

from .table_files import KINDS, table_bytes, table_file

SCRAPED = {
    "document_url": "https://digitalarchive.wilsoncenter.org/document/4711",
    "page_number": 3,
    "title": "Letter from Ada Berg to Bo Ek",
    "original_publication_date": "May 3, 1951",
    "text_body": "Dear Comrade Ek,\nI got your letter of 28 April.\nAda Berg",
    "summary": "Berg thanks Ek.",
    "source": "AVPRF, f. 100, op. 2, d. 7, ll. 1-4.",
    "language": ["Russian", "Polish"],
    "record_id": "4711",
    "wards": ["North", "South"],
    "authors": ["Berg, Ada"],
    "associated_places": ["Tin Oblast", "Ruritania"],
    "rights": "Free to use.",
    "scraped_at": "2024-01-01",
}
EMPTY = dict.fromkeys(SCRAPED, None) | {"title": "Receipts", "original_publication_date": "1955", "record_id": 12}


def rows(data, kind):
    with opened(data, kind) as table:
        return table.columns, list(table.rows)


def documents(data, kind):
    return read(data, kind).documents


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_is_a_document(kind):
    reading = read(table_bytes(kind, [SCRAPED, EMPTY]), kind)
    full, empty = reading.documents
    assert full.title.senders[0].name == "Ada Berg"
    assert full.date.edtf == "1951-05-03"
    assert [getattr(block, "role", block.type) for block in full.body] == ["salutation", "paragraph", "signature"]
    assert full.citation.record_id == "4711"
    assert full.citation.source.holdings[0].fond == "100"
    assert [language.tag for language in full.original_languages] == ["ru", "pl"]
    assert [(field.label, field.paragraphs) for field in full.other_fields] == [("wards", ("North", "South"))]
    assert full.catalogue.authors[0].family == "Berg"
    assert full.catalogue.places == ("Tin Oblast", "Ruritania")
    assert full.catalogue.rights == ("Free to use.",)
    assert empty == telegrams.build(title="Receipts", date="1955", other_fields={"Record ID": "12"})
    assert [found.message for found in reading.diagnostics] == [
        "columns that say nothing of the records are left out: page_number, scraped_at",
        "without a text: row 2",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_read_as_its_bytes(tmp_path, kind):
    path = table_file(tmp_path, kind, [SCRAPED])
    assert rows(path, kind) == rows(path.read_bytes(), kind)
    assert telegrams.convert(path).documents == documents(path.read_bytes(), kind)


def test_every_fact_has_a_known_column():
    assert set(FACT_OF_COLUMN.values()) == FACTS


def test_a_chosen_column_wins_over_a_known_one():
    columns = columns_of(["Title", "Titel", "Text", "page_number"], {"title": "Titel"})
    assert (dict(columns.facts), columns.passed) == ({"title": "Titel", "text": "Text"}, ("page_number",))
    record = record_of(TableRow(1, {"Title": "A", "Titel": "B", "Text": "C"}), columns)
    assert record.document == telegrams.build(title="B", text="C", other_fields={"Title": "A"})


@pytest.mark.parametrize(
    ("names", "chosen", "message"),
    [
        (["Titel"], {}, "no column of this table is known as a title, text or citation"),
        (["Titel"], {"title": "Title"}, "the table has no column “Title”"),
        (["Titel"], {"heading": "Titel"}, "there is no fact “heading”"),
    ],
)
def test_a_table_of_other_things_is_refused(names, chosen, message):
    with pytest.raises(ParseError) as caught:
        columns_of(names, chosen)
    assert (caught.value.diagnostics[0].code, caught.value.diagnostics[0].message) == ("TG025", message)
    assert "Titel" in (caught.value.diagnostics[0].hint or "") or "title" in (caught.value.diagnostics[0].hint or "")


def test_columns_are_chosen_in_words():
    assert chosen_columns("title=Titel, text=Der Text") == {"title": "Titel", "text": "Der Text"}
    for words in ("", "title", "title=", "=Titel", "title=Titel,"):
        with pytest.raises(ValueError, match="is not of the form"):
            chosen_columns(words)


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"record_id": "7", "url": "https://x.org/document/7"}, []),
        ({"record_id": "7", "url": "https://x.org/document/8"}, [("Record ID", ("7",))]),
        ({"record_id": "7"}, [("Record ID", ("7",))]),
        ({"citation": "Ore, 1951", "source": "AVPRF, f. 1"}, [("Source", ("AVPRF, f. 1",))]),
        ({"summary": "y", "Summary ": "x"}, [("Further Summary", ("x",))]),
        ({"_": "x"}, [("Further ", ("x",))]),
        ({"donors": "y", "Donor": "x"}, [("Further Donor", ("x",))]),
        ({"a_b:c<d": ("x", "y")}, [("a b c d", ("x", "y"))]),
        ({"ward": '["x", "y"]'}, [("ward", ("x", "y"))]),
        ({"ward": "[x]"}, [("ward", ("[x]",))]),
        ({"ward": "[1, 2]"}, [("ward", ("[1, 2]",))]),
    ],
)
def test_nothing_of_a_row_is_lost(cells, fields):
    columns = columns_of(["title", *cells])
    document = record_of(TableRow(1, {"title": "Ore", **cells}), columns).document
    assert [(field.label, field.paragraphs) for field in document.other_fields] == [
        (label.strip(), words) for label, words in fields
    ]


def test_several_values_of_one_fact_are_joined():
    columns = columns_of(["title", "source"])
    assert record_of(TableRow(1, {"title": "Ore", "source": ("A", "B")}), columns).document.citation.verbatim == "A; B"


def test_a_fact_that_no_document_holds_is_told_with_its_row():
    columns = columns_of(["title", "contents"])
    record = record_of(TableRow(9, {"title": "Ore", "contents": "See the appendix."}), columns)
    assert record.document is None
    assert [(found.code, found.message[:6]) for found in record.found] == [("TG022", "row 9:")]


def test_a_row_with_a_problem_has_no_document():
    problem = finding("TG026", "row 4 cannot be read")
    assert record_of(TableRow(4, {}, problem), columns_of(["title"])) == (4, None, (problem,))


def test_rows_without_a_text_are_told_together():
    columns = columns_of(["title"])
    records = [record_of(TableRow(number, {"title": "Ore"}), columns) for number in range(1, 9)]
    assert [found.message for found in findings_of(records)] == ["without a text: rows 1, 2, 3, 4, 5 and 3 more"]
    assert [found.message for found in findings_of(records[:1])] == ["without a text: row 1"]


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ({"url": "https://x.org/document/7?a"}, "7"),
        ({"record_id": "8"}, "8"),
        ({}, None),
        ({"url": "https://x.org"}, None),
    ],
)
def test_a_row_is_called_by_its_number(cells, number):
    assert record_number(TableRow(1, cells), columns_of(["title", "url", "record_id"])) == number


@pytest.mark.parametrize(("delimiter", "other"), [(",", ";"), (";", ","), ("\t", ",")])
def test_cells_are_parted_by_what_parts_the_header(delimiter, other):
    data = f'\ufefftitle{delimiter}text\r\n"Ore{delimiter} tin"{delimiter}"a{other}\nb"\r\n\r\n'.encode()
    assert rows(data, "csv") == (
        ("title", "text"),
        [TableRow(1, {"title": f"Ore{delimiter} tin", "text": f"a{other}\nb"})],
    )


@pytest.mark.parametrize(
    ("kind", "data", "problems"),
    [
        ("csv", b"title,text\na\nb,c\n", [(1, "it has 1 of 2 cells"), (2, None)]),
        ("csv", b"title,text\na,\xff\nb,c\n", [(1, "its bytes are of another encoding"), (2, None)]),
        ("jsonl", b'\n{oops\n{"title": "a"}\n"b"\n', [(2, "it is no JSON"), (3, None), (4, "it is no object")]),
        ("jsonl", b'{"title": "a"}\n' + b"[" * 100_000 + b"\n", [(1, None), (2, "it is no JSON")]),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_does_not_lose_the_others(kind, data, problems):
    _, found = rows(data, kind)
    assert [row.number for row in found] == [number for number, _ in problems]
    for row, (number, words) in zip(found, problems, strict=True):
        assert (row.problem is None) is (words is None)
        if words:
            assert row.problem.code == "TG026"
            assert row.problem.message.startswith(f"row {number} cannot be read: {words}")


def test_lines_above_the_header_are_no_header():
    assert rows(b"\n \r\ntitle,text\na,b\n", "csv")[0] == ("title", "text")
    assert rows(b"sep=|\r\ntitle|text\r\na;b|c\r\n", "csv")[1] == [TableRow(1, {"title": "a;b", "text": "c"})]


def test_no_column_hides_another_of_its_name():
    columns, (row,) = rows(b"title,title,text\nA,B,ore\n", "csv")
    document = record_of(row, columns_of(columns)).document
    assert (columns, document.title.verbatim) == (("title", "title 2", "text"), "A")
    assert [(field.label, field.paragraphs) for field in document.other_fields] == [("title 2", ("B",))]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_its_encoding(tmp_path, encoding):
    path = tmp_path / "records.csv"
    path.write_bytes("title,text\nGröße,ore\n".encode(encoding))
    with opened(path, "csv", "cp1252" if encoding == "cp1252" else "utf-8") as table:
        assert [row.cells["title"] for row in table.rows] == ["Größe"]


def test_json_lines_may_begin_with_a_mark():
    assert documents(b"\xef\xbb\xbf" + table_bytes("jsonl", [{"title": "Ore"}]), "jsonl") == (
        telegrams.build(title="Ore"),
    )


@pytest.mark.parametrize(("column", "fact"), [("Original Language", "original_languages"), ("Author(s)", "authors")])
def test_a_column_may_be_named_as_a_label(column, fact):
    assert columns_of(["title", column.replace(" ", "_")]).facts[fact] == column.replace(" ", "_")


def test_a_cell_may_be_long_and_the_limit_of_others_is_as_before():
    limit = csv.field_size_limit()
    _, (row,) = rows(b"title,text\na," + b"b" * 300_000 + b"\n", "csv")
    assert len(row.cells["text"]) == 300_000
    assert csv.field_size_limit() == limit


def test_a_quotation_mark_that_is_never_closed_ends_the_table(monkeypatch):
    monkeypatch.setattr("telegrams.tables.rows._WIDEST", 1000)
    _, found = rows(b'title,text\na,b\nc,"' + b"d" * 2000 + b"\ne,f\n", "csv")
    assert [(row.number, row.problem is None) for row in found] == [(1, True), (2, False)]
    assert "is a quotation mark not closed?" in found[1].problem.hint


@pytest.mark.parametrize("value", [True, {"a": 1}, [1, 2], ["a", 1]])
def test_values_that_are_no_text_are_kept_as_they_stand(value):
    _, (row,) = rows(table_bytes("jsonl", [{"title": "Ore", "x": value, "y": 7, "z": [], "w": " "}]), "jsonl")
    assert row.cells["x"] == json.dumps(value)
    assert (row.cells["y"], "z" in row.cells, "w" in row.cells) == ("7", False, False)


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        ("csv", b"", "the table has no header that names its columns"),
        ("csv", b"\n\n", "the table has no header that names its columns"),
        ("jsonl", b"\n", "the table has no rows"),
        ("jsonl", b"oops\n", "the table has no rows"),
        ("sqlite", b"SQLite format 3\x00" + b"x" * 200, "the database cannot be read"),
        ("sqlite", table_bytes("sqlite", [{"name": "x"}]), "no column of this table is known"),
    ],
)
def test_what_is_no_table_is_refused(kind, data, message):
    with pytest.raises(ParseError) as caught, opened(data, kind) as table:
        columns_of(table.columns)
    assert caught.value.diagnostics[-1].code == "TG025"
    assert message in caught.value.diagnostics[-1].message


def database(statements):
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(statements)
        return made.serialize()


def test_the_only_table_of_a_database_is_taken_or_the_one_of_documents():
    only = 'CREATE TABLE "my ""letters""" (title); INSERT INTO "my ""letters""" VALUES (\'Ore\');'
    assert documents(database(only), "sqlite") == (telegrams.build(title="Ore"),)
    both = "CREATE TABLE documents (title); INSERT INTO documents VALUES ('Tin'); CREATE TABLE other (x);"
    assert documents(database(both), "sqlite") == (telegrams.build(title="Tin"),)
    for statements, hint in (("CREATE TABLE a (x); CREATE TABLE b (y);", "it has a, b"), ("", "it has none at all")):
        with pytest.raises(ParseError) as caught:
            documents(database(statements) if statements else table_less(), "sqlite")
        assert caught.value.diagnostics[0].hint == hint


def test_a_view_that_has_no_end_is_not_asked():
    endless = "WITH RECURSIVE n(title) AS (SELECT 1 UNION ALL SELECT title + 1 FROM n) SELECT title FROM n"
    data = database(
        f"CREATE TABLE records (title); INSERT INTO records VALUES ('Ore'); CREATE VIEW documents AS {endless};"
    )
    assert documents(data, "sqlite") == (telegrams.build(title="Ore"),)


def table_less():
    return database("CREATE TABLE a (x); DROP TABLE a;")


def test_bytes_in_a_database_are_no_text():
    data = database(
        "CREATE TABLE documents (title); INSERT INTO documents VALUES (x'00ff'); INSERT INTO documents VALUES ('Ore');"
    )
    _, found = rows(data, "sqlite")
    assert [row.problem is None for row in found] == [False, True]


def test_a_database_that_breaks_off_keeps_what_was_read(tmp_path):
    data = table_bytes("sqlite", [{"title": f"Ore {number} " + "x" * 3000} for number in range(20)])
    path = tmp_path / "cut.sqlite"
    path.write_bytes(data[:-20_000] + b"\xff" * 20_000)
    _, found = rows(path, "sqlite")
    assert found[0].cells["title"].startswith("Ore 0 ")
    assert found[-1].problem.message.startswith(f"row {len(found)} cannot be read")


@pytest.mark.parametrize("kind", ["csv", "sqlite"])
def test_a_table_may_hold_several_documents(kind):
    assert find(kind).holds_several(b"")


def test_documents_of_our_own_are_no_rows():
    own = b"".join(telegrams.write_many([telegrams.build(title="Ore")], "jsonl"))
    assert read(own, "jsonl").documents == (telegrams.build(title="Ore"),)
    for data in (b'{"name": "x"}\n', b"{oops\n", b"[]\n"):
        with pytest.raises(ParseError) as caught:
            read(data, "jsonl")
        assert caught.value.diagnostics[0].code.startswith("TG7")
