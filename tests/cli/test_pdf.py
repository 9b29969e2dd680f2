"""PDFs on the command line."""

import pytest

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')

from tests.unit.pdf_files import made, record


def test_a_pdf_is_read_by_its_content_whatever_its_name(call, tree):
    (tree / "100001.pdf").write_bytes(record())
    (tree / "renamed.txt").write_bytes(record())
    for name in ("100001.pdf", "renamed.txt"):
        done = call("convert", name, "--to", "tei")
        assert done.exit_code == 0
        assert b"Telegram, Berg to Moe" in done.stdout_bytes
    assert call("convert", "-", "--from", "pdf", "--to", "json", stdin=record()).exit_code == 0


def test_a_folder_holds_pdfs_and_one_without_text_does_not_stop_the_others(call, tree):
    (tree / "in" / "100001.pdf").write_bytes(record())
    (tree / "in" / "scan.pdf").write_bytes(made([""]))
    done = call("convert", "in", "--to", "tei", "--output-dir", "out")
    assert (done.exit_code, "in/scan.pdf: error[TG013]" in done.stderr) == (1, True)
    assert sorted(path.name for path in (tree / "out").glob("*.xml")) == [
        "100001.tei.xml",
        "letter.tei.xml",
        "note.tei.xml",
    ]


def test_nothing_is_written_as_pdf(call):
    done = call("convert", "in/letter.txt", "--to", "pdf")
    assert (done.exit_code, "unknown format 'pdf'" in done.stderr) == (2, True)


def test_the_document_of_a_pdf_takes_every_detour(call, tree):
    (tree / "100001.pdf").write_bytes(record())
    assert call("check", "--roundtrip", "100001.pdf").exit_code == 0


def test_places_are_those_of_the_text_taken_out(call, tree):
    (tree / "100002.pdf").write_bytes(record())
    done = call("check", "100002.pdf")
    assert "100002.pdf:5:1: warning[TG115]" in done.stdout
    assert "\n  “Telegram, Berg to Moe,”" in done.stdout
