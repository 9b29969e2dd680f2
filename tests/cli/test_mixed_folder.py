"""A folder as people have it: records in several formats, twice, and files that hold none."""

import pytest

from tests.cli.conftest import LETTER
from tests.unit.web_pages import page

SPACED = LETTER.replace(b"all is", b"all  is").replace(b"<https://digitalarchive.wilsoncenter.org/document/101>", b"")


@pytest.fixture
def mixed(call, tree):
    """`in` with the same letter as text, JSON and retyped, and with what is no record."""
    folder = tree / "in"
    (folder / "letter.json").write_bytes(call("convert", "in/letter.txt", "--to", "json").stdout_bytes)
    (folder / "retyped.txt").write_bytes(SPACED)
    for name in ("scan.png", "scan2.PNG", "letter.docx", "more.zip", "README", "notes", "letter.csl.json"):
        (folder / name).write_bytes(b"-")
    return folder


def test_the_last_lines_say_what_was_passed_over(call, mixed):
    assert mixed.is_dir()
    result = call("convert", "in", "--to", "json", "--output-dir", "out")
    assert result.exit_code == 0
    passed, hint, summary = result.stderr.splitlines()[-3:]
    assert passed == "7 passed over: 2 .png, 1 .csl.json, 1 .docx, 1 .zip, 1 README, 1 without a suffix"
    assert hint.startswith("hint: .csl.json: --from csl reads it; .docx: save it as text or PDF; .png: recognise")
    assert summary == "out: 4 documents, 0 errors, 3 warnings"
    assert "7 passed over" in call("check", "in").stderr
    assert "7 passed over" in call("cite", "in").stderr
    assert "passed over" not in call("check", "in", "-q").stderr
    assert "passed over" not in call("cite", "in", "-q").stderr


def test_nothing_is_said_where_nothing_is_passed_over(call):
    assert "passed over" not in call("convert", "in", "--to", "json", "--output-dir", "out").stderr


def test_two_files_of_one_name_are_named_apart(call, tree, mixed):
    assert mixed.is_dir()
    assert call("convert", "in", "--to", "tei", "--output-dir", "out").exit_code == 0
    names = sorted(path.name for path in (tree / "out").glob("*.xml"))
    assert names == ["letter.json.tei.xml", "letter.txt.tei.xml", "note.tei.xml", "retyped.tei.xml"]


def test_a_record_in_several_files_is_told(call, mixed):
    assert mixed.is_dir()
    told = [line for line in call("check", "in").stdout.splitlines() if "TG919" in line]
    assert told == [
        "in/letter.txt: warning[TG919] the same record as in/letter.json, by its number",
        "in/retyped.txt: warning[TG919] the same record as in/letter.json, by title, date and text",
    ]
    assert call("check", "in", "--strict").exit_code == 1


def test_a_record_is_written_once(call, tree, mixed):
    assert mixed.is_dir()
    written = ("convert", "in", "--to", "json", "--output-dir", "out", "--deduplicate", "--resume")
    first = call(*written)
    assert first.exit_code == 0
    assert sorted(path.name for path in (tree / "out").glob("*.json")) == ["letter.json.json", "note.json"]
    again = call(*written)
    assert "TG919" not in again.stderr
    assert sorted(path.name for path in (tree / "out").glob("*.json")) == ["letter.json.json", "note.json"]
    assert call("cite", "in", "--deduplicate").stdout.count("Ivanov") == 1
    lines = call("convert", "in", "--to", "jsonl", "--deduplicate").stdout_bytes
    assert lines.count(b"\n") == 2


def test_a_word_file_says_what_to_do(call, tree):
    (tree / "letter.docx").write_bytes(b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml")
    told = call("convert", "letter.docx", "--to", "json").stderr
    assert "error[TG005] this is a Word, Excel or PowerPoint file, not text" in told
    assert "hint: save it as text or PDF" in told


def test_a_page_of_a_record_is_read_and_others_are_passed_over(call, tree):
    folder = tree / "in"
    (folder / "page.html").write_bytes(page())
    (folder / "page_files").mkdir()
    (folder / "page_files" / "frame.html").write_bytes(b"<html><body>Advertisement</body></html>")
    (folder / "shop.htm").write_bytes(b"<!DOCTYPE html><html><body>Eggs</body></html>")
    for target in ("json", "jsonl"):
        result = call("convert", "in", "--to", target, "--output-dir", target)
        assert result.exit_code == 0
        assert "2 passed over: 1 .htm that is no record, 1 folder of a saved page\n" in result.stderr
        assert f"{target}: 3 documents, 0 errors" in result.stderr
        written = sorted(path.name for path in (tree / target).glob(f"[a-z]*.{target}"))
        assert written == [f"letter.{target}", f"note.{target}", f"page.{target}"]
    assert "1 .htm that is no record" in call("check", "in").stderr
    assert "1 .htm that is no record" in call("cite", "in").stderr
    alone = call("convert", "in/shop.htm", "--to", "json")
    assert alone.exit_code == 1
    assert "in/shop.htm: error[TG005] this is a web page, and no record of the archive" in alone.stderr
