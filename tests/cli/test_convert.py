"""`telegrams convert`, without a new process."""

import json
import os

import pytest

import telegrams
from telegrams import formats
from telegrams.cli import reporting
from telegrams.corpus.atomic import TEMPORARY, Files
from telegrams.corpus.called import Called
from telegrams.corpus.journal import NAME as JOURNAL
from telegrams.corpus.work import Finding, Outcome
from telegrams.findings import finding
from tests.cli.conftest import LETTER, NOTE


def _names(folder):
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != JOURNAL]
    return sorted(str(path.relative_to(folder)) for path in files)


def test_one_input_goes_to_standard_output(call):
    result = call("convert", "in/letter.txt", "--to", "text")
    assert (result.exit_code, result.stdout_bytes) == (0, LETTER)


@pytest.mark.parametrize("way", ["json", "jsonl", "tei"])
def test_the_detour_changes_nothing(call, way):
    there = call("convert", "in/note.txt", "--to", way)
    back = call("convert", "-", "--from", way, "--to", "text", stdin=there.stdout_bytes)
    assert (back.exit_code, back.stdout_bytes) == (0, NOTE)
    guessed = call("convert", "-", "--to", "text", stdin=there.stdout_bytes)
    assert guessed.stdout_bytes == NOTE


def test_a_file_is_written_whole(call, tree):
    result = call("convert", "in/letter.txt", "--to", "text", "-o", "out.txt")
    assert (result.exit_code, result.stdout_bytes, (tree / "out.txt").read_bytes()) == (0, b"", LETTER)


def test_a_dash_as_output_is_standard_output(call):
    assert call("convert", "in/letter.txt", "--to", "text", "-o", "-").stdout_bytes == LETTER


@pytest.mark.parametrize("jobs", ["0", "1", "2"])
def test_several_inputs_go_into_one_stream_in_order(call, jobs):
    result = call("convert", "in/note.txt", "in/letter.txt", "--to", "jsonl", "--jobs", jobs)
    documents = formats.read(result.stdout_bytes, "jsonl").documents
    assert documents == (telegrams.convert(NOTE).documents[0], telegrams.convert(LETTER).documents[0])


def test_several_inputs_of_a_format_of_one_file_each_need_a_folder(call):
    result = call("convert", "in", "--to", "tei")
    assert result.exit_code == 2
    assert "error[TG903] 2 inputs" in result.stderr
    assert "--output-dir" in result.stderr


def test_a_folder_of_outputs(call, tree):
    result = call("convert", "in", "--to", "json", "--output-dir", "build/new")
    assert result.exit_code == 0
    assert result.stdout_bytes == b""
    assert "2 documents" in result.stderr
    assert _names(tree / "build") == ["new/letter.json", "new/note.json"]
    written = (tree / "build/new/letter.json").read_bytes()
    assert formats.read(written, "json").documents == telegrams.convert(LETTER).documents
    quiet = call("convert", "in", "--to", "json", "--output-dir", "build/new", "-q")
    assert "documents" not in quiet.stderr


def test_a_format_that_collects_has_one_file_for_each_input_in_a_folder(call, tree):
    assert call("convert", "in", "--to", "jsonl", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == ["letter.jsonl", "note.jsonl"]


def test_folders_are_kept(call, tree):
    (tree / "in" / "1962").mkdir()
    (tree / "in" / "1962" / "letter.txt").write_bytes(LETTER)
    clash = call("convert", "in", "--to", "json", "--output-dir", "build")
    assert clash.exit_code == 2
    assert "error[TG904]" in clash.stderr
    assert "--keep-dirs" in clash.stderr
    assert not (tree / "build").exists()
    assert call("convert", "in", "--to", "json", "--output-dir", "build", "--keep-dirs").exit_code == 0
    assert _names(tree / "build") == ["1962/letter.json", "letter.json", "note.json"]


def test_names_that_differ_in_capitals_clash(call, tree):
    (tree / "Letter.text").write_bytes(LETTER)
    assert "TG904" in call("convert", "in", "Letter.text", "--to", "json", "--output-dir", "build").stderr


def test_documents_of_one_file_get_their_own_files(call, tree):
    lines = call("convert", "in", "--to", "jsonl").stdout_bytes
    (tree / "all.jsonl").write_bytes(lines)
    assert call("convert", "all.jsonl", "--to", "text", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == ["101.txt", "all-2.txt"]
    assert (tree / "build" / "all-2.txt").read_bytes() == NOTE
    assert call("convert", "-", "--to", "text", "--output-dir", "piped", stdin=lines).exit_code == 0
    assert _names(tree / "piped") == ["101.txt", "document-2.txt"]


def test_documents_of_one_file_with_one_record_number_are_told_apart(call, tree):
    document = telegrams.convert(LETTER).documents[0]
    citation = {"verbatim": "Letter", "record_id": "7"}
    numbered = type(document).model_validate(document.model_dump() | {"citation": citation})
    data = b"".join(formats.write_many([numbered, numbered], "jsonl"))
    (tree / "all.jsonl").write_bytes(data)
    assert call("convert", "all.jsonl", "--to", "json", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == ["7-2.json", "7.json"]
    (tree / "more.jsonl").write_bytes(data)
    result = call("convert", "all.jsonl", "more.jsonl", "--to", "json", "--output-dir", "build")
    assert result.exit_code == 2
    assert "all.jsonl and more.jsonl would both be written to build/7.json" in result.stderr


VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
 <div type="document" xml:id="d1"><head>Mr. Lund to Mr. Berg</head><p>The ice is thin.</p></div>
 <div type="document"><head>Mr. Berg to Mr. Lund</head><p>Then wait.</p></div>
 <div type="document" xml:id="d3"><head>Mr. Lund to Mr. Berg</head><p>We wait.</p></div></body></text></TEI>"""
INDEX = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc>
 <correspDesc xml:id="l.1"><correspAction type="sent"><persName>Lund</persName></correspAction></correspDesc>
 <correspDesc><correspAction type="sent"><persName>Berg</persName></correspAction></correspDesc>
 </profileDesc></teiHeader><text><body><p/></body></text></TEI>"""
ITEMS = '[{"type": "letter", "id": "lund/1961", "title": "A"}, {"type": "letter", "id": 7, "title": "B"}]'


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("frus.xml", VOLUME, ["d1.json", "d3.json", "frus-2.json"]),
        ("wide.xml", VOLUME.encode("utf-16"), ["d1.json", "d3.json", "wide-2.json"]),
        ("cmif.xml", INDEX, ["cmif-2.json", "l.1.json"]),
        ("items.csl.json", ITEMS, ["7.json", "lund_1961.json"]),
        ("one.csl.json", '[{"type": "letter", "id": "lund", "title": "A"}]', ["one.json"]),
    ],
)
def test_each_document_of_a_file_gets_the_name_that_the_file_gives_it(call, tree, name, content, expected):
    (tree / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert call("convert", name, "--to", "json", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == expected


def test_our_own_corpus_comes_apart_again(call, tree):
    call("convert", "in", "--to", "tei", "--corpus", "-o", "all.tei.xml")
    assert call("convert", "all.tei.xml", "--to", "text", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == ["101.txt", "document-2.txt"]
    assert (tree / "build" / "101.txt").read_bytes() == LETTER


@pytest.mark.parametrize("jobs", [1, 2])
def test_volumes_with_the_same_identifiers_do_not_clash(call, tree, jobs):
    for name in ("north.xml", "south.xml"):
        (tree / name).write_text(VOLUME)
    (tree / "broken.xml").write_text(VOLUME.replace("</head>", ""))
    options = ("convert", "north.xml", "broken.xml", "south.xml", "in/letter.txt", "--to", "json", "--jobs", jobs)
    assert call(*options, "--output-dir", "build").exit_code == 1
    names = [f"{name}-{last}.json" for name in ("north", "south") for last in ("2", "d1", "d3")]
    assert _names(tree / "build") == ["letter.json", *names]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_volume_that_was_cut_short_is_resumed(call, tree, jobs):
    for name in ("north.xml", "south.xml"):
        (tree / name).write_text(VOLUME)
    options = ("convert", "north.xml", "south.xml", "--to", "json", "--resume", "--jobs", jobs, "--output-dir", "build")
    assert call(*options).exit_code == 0
    whole = {path.name: path.read_bytes() for path in (tree / "build").glob("*.json")}
    assert len(whole) == 6
    journal = tree / "build" / JOURNAL
    journal.write_bytes(journal.read_bytes() + b'{"source": "later.x')  # as one that was killed leaves it
    (tree / "build" / "south-d3.json").unlink()
    left = tree / "build" / f"{TEMPORARY}4000000-0a.tmp"
    left.write_bytes(b"half")
    again = call(*options)
    assert "3 documents, 0 errors" in again.stderr
    assert "; 1 done before" in again.stderr
    assert {path.name: path.read_bytes() for path in (tree / "build").glob("*.json")} == whole
    assert not left.exists()


def test_a_source_that_grows_while_it_is_read(call, tree, monkeypatch):
    (tree / "in" / "volume.xml").write_text(VOLUME)
    monkeypatch.setattr("telegrams.cli.folder.called", lambda *_, **__: (Called(None, "d1"),))
    result = call("convert", "in/volume.xml", "--to", "json", "--output-dir", "build")
    assert result.exit_code == 1
    assert "error[TG902]" in result.stderr
    assert _names(tree / "build") == []


def test_several_documents_do_not_fit_into_one_file(call, tree):
    volume = call("convert", "-", "--to", "json", "-o", "out.json", stdin=VOLUME.encode())
    assert (volume.exit_code, (tree / "out.json").exists()) == (1, False)
    assert "error[TG908] the input holds several documents, and json has one file for each" in volume.stderr
    assert "--output-dir" in volume.stderr


PASTED = LETTER + b"\n" + LETTER.replace(b"Ivanov to Petrov", b"Petrov to Ivanov").replace(b"/101>", b"/102>")


def test_records_pasted_into_one_file_are_documents_of_their_own(call, tree):
    (tree / "both.txt").write_bytes(PASTED)
    assert call("convert", "both.txt", "--to", "text", "-o", "back.txt").exit_code == 0
    assert (tree / "back.txt").read_bytes() == PASTED
    assert "the text holds 2 records" in call("check", "both.txt", "--roundtrip").stdout
    assert call("convert", "both.txt", "--to", "tei", "--output-dir", "build").exit_code == 0
    assert _names(tree / "build") == ["101.tei.xml", "102.tei.xml"]
    assert call("convert", "both.txt", "--to", "text", "--output-dir", "apart").exit_code == 0
    assert b"".join((tree / "apart" / name).read_bytes() for name in _names(tree / "apart")) == PASTED


@pytest.mark.parametrize("way", ["jsonl", "tei-corpus", "text"])
def test_records_pasted_into_standard_input_come_back(call, way):
    there = call("convert", "-", "--to", way, stdin=PASTED)
    assert (there.exit_code, there.stderr) == (0, "")
    assert call("convert", "-", "--to", "text", stdin=there.stdout_bytes).stdout_bytes == PASTED


def test_texts_go_into_one_stream(call, tree):
    assert call("convert", "in/letter.txt", "in/note.txt", "--to", "text", "-o", "all.txt").exit_code == 0
    assert (tree / "all.txt").read_bytes() == LETTER + NOTE


def test_one_bad_input_does_not_stop_the_others(call, tree):
    (tree / "in" / "bad.txt").write_bytes(b"na\xefve")
    result = call("convert", "in", "missing.txt", "--to", "json", "--output-dir", "build")
    assert result.exit_code == 1
    assert _names(tree / "build") == ["letter.json", "note.json"]
    assert "in/bad.txt:1:3: error[TG001]" in result.stderr
    assert "missing.txt: error[TG004]" in result.stderr
    streamed = call("convert", "in", "--to", "jsonl")
    assert streamed.exit_code == 1
    assert len(streamed.stdout_bytes.splitlines()) == 2
    collected = call("convert", "in", "--to", "jsonl", "--output-dir", "lines")
    assert (collected.exit_code, _names(tree / "lines")) == (1, ["letter.jsonl", "note.jsonl"])


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "TG002"), (b"%PDF-1.7", "TG012"), (b"\xff\xd8\xff\xe0", "TG005"), (os.urandom(1 << 20), "TG001")],
    ids=["empty", "pdf", "jpeg", "random"],
)
def test_what_cannot_be_read_writes_nothing(call, tree, data, code):
    (tree / "out.json").write_bytes(b"old")
    result = call("convert", "-", "--to", "json", "-o", "out.json", stdin=data)
    assert (result.exit_code, result.stdout_bytes) == (1, b"")
    assert f"-: error[{code}]" in result.stderr or f"error[{code}]" in result.stderr
    assert (tree / "out.json").read_bytes() == b"old"
    assert len(result.stderr) < 1000


def test_the_byte_offset_is_told_and_another_encoding_helps(call, tree):
    old = LETTER.replace(b"Comrade", b"Fidel\x92s")
    (tree / "old.txt").write_bytes(old)
    result = call("convert", "old.txt", "--to", "text")
    line = old[: old.index(0x92)].count(b"\n") + 1
    assert f"old.txt:{line}:11: error[TG001]" in result.stderr
    assert f"byte {old.index(0x92)}" in result.stderr
    assert "--encoding" in result.stderr
    again = call("convert", "old.txt", "--to", "text", "--encoding", "cp1252")
    assert (again.exit_code, again.stdout_bytes) == (0, old)


def test_a_file_that_is_too_large(call):
    result = call("convert", "in/letter.txt", "--to", "json", "--max-bytes", "10")
    assert (result.exit_code, result.stdout_bytes) == (1, b"")
    assert "error[TG006]" in result.stderr
    assert "--max-bytes" in result.stderr


@pytest.mark.parametrize("option", ["--to", "--from"])
def test_an_unknown_format_lists_the_known_ones(call, option):
    result = call("convert", "in/letter.txt", "--to", "text", option, "docx")
    assert result.exit_code == 2
    assert "unknown format 'docx'; known formats: text, json, jsonl, tei" in result.stderr


def test_an_unknown_encoding_lists_the_known_ones(call):
    result = call("convert", "in/letter.txt", "--to", "text", "--encoding", "ebcdic")
    assert result.exit_code == 2
    assert "known encodings: utf-8" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--to", "json"),
        ("in/letter.txt",),
        ("in/letter.txt", "--to", "json", "-o", "x", "--output-dir", "y"),
        ("in/letter.txt", "--to", "json", "--keep-dirs"),
    ],
)
def test_wrong_use(call, tree, arguments):
    result = call("convert", *arguments)
    assert (result.exit_code, result.stdout_bytes) == (2, b"")
    assert _names(tree) == ["in/letter.txt", "in/note.txt"]


def test_an_output_that_is_an_input_is_refused(call, tree):
    (tree / "link.txt").symlink_to("in/letter.txt")
    for output in ("in/letter.txt", "./in/letter.txt", "link.txt"):
        result = call("convert", "in/letter.txt", "--to", "text", "-o", output)
        assert result.exit_code == 2
        assert "error[TG901]" in result.stderr
    assert (tree / "in" / "letter.txt").read_bytes() == LETTER


def test_an_output_folder_that_holds_the_inputs_is_refused(call, tree):
    result = call("convert", "in", "missing.txt", "--to", "text", "--output-dir", "in")
    assert result.exit_code == 2
    assert "error[TG901]" in result.stderr
    assert call("convert", "in", "--to", "json", "--output-dir", "in").exit_code == 0
    assert call("convert", "in", "--from", "text", "--to", "json", "--output-dir", "in").exit_code == 0
    assert (tree / "in" / "letter.txt").read_bytes() == LETTER


def test_a_folder_as_output_file_is_refused(call):
    result = call("convert", "in/letter.txt", "--to", "text", "-o", "in")
    assert result.exit_code == 2
    assert "error[TG003]" in result.stderr


@pytest.mark.parametrize("output", ["/dev/full", "nowhere/out.txt"])
def test_an_output_that_cannot_be_written(call, output):
    result = call("convert", "in/letter.txt", "--to", "text", "-o", output)
    assert result.exit_code == 1
    assert f"error[TG902] cannot write {output}: No " in result.stderr


def test_an_output_folder_that_cannot_be_made(call, tree):
    (tree / "file").write_text("x")
    result = call("convert", "in", "--to", "text", "--output-dir", "file")
    assert result.exit_code == 1
    assert "error[TG902]" in result.stderr


def test_a_folder_that_refuses_in_the_middle(call, tree, monkeypatch):
    real = Files.write

    def full(files, path, pieces):
        if path.name == "note.json":
            raise OSError(28, "No space left on device")
        real(files, path, pieces)

    monkeypatch.setattr(Files, "write", full)
    result = call("convert", "in", "--to", "json", "--output-dir", "build")
    assert result.exit_code == 1
    assert "cannot write build: No space left on device" in result.stderr
    assert _names(tree / "build") == ["letter.json"]


def _warned(source, request):
    del request
    return Outcome(source.name, findings=(Finding(finding("TG805", "something is odd")),))


def test_warnings_are_shown_and_count_where_the_user_says_so(call, monkeypatch):
    monkeypatch.setattr(reporting, "work", _warned)
    usual = call("convert", "in/letter.txt", "--to", "jsonl")
    assert (usual.exit_code, usual.stderr) == (0, "in/letter.txt: warning[TG805] something is odd\n")
    assert call("convert", "in/letter.txt", "--to", "jsonl", "--strict").exit_code == 1
    quiet = call("convert", "in/letter.txt", "--to", "jsonl", "--quiet")
    assert (quiet.exit_code, quiet.stderr) == (0, "")


def _faulty(source, request):
    del request
    return Outcome(source.name, findings=(Finding(finding("TG900", "KeyError: 'x'")),))


def test_a_fault_in_one_document_ends_with_its_own_code(call, monkeypatch):
    monkeypatch.setattr(reporting, "work", _faulty)
    assert call("convert", "in/letter.txt", "--to", "json").exit_code == 3


def test_options_reach_the_writer(call):
    whole = json.loads(call("convert", "in/letter.txt", "--to", "json").stdout_bytes)
    without = json.loads(call("convert", "in/letter.txt", "--to", "json", "--no-layout").stdout_bytes)
    assert "layout" in whole
    assert not without.get("layout")
    full, lean = (call("convert", "in/letter.txt", "--to", "tei", *more).stdout_bytes for more in ((), ("--lean",)))
    assert len(lean) < len(full)


def test_the_table_goes_where_the_output_does_not(call):
    shown = call("convert", "in", "--to", "json", "--output-dir", "build", "--summary")
    assert "title" in shown.stdout
    assert "Letter, Ivanov to Petrov" in shown.stdout
    beside = call("convert", "in/letter.txt", "--to", "text", "--summary")
    assert beside.stdout_bytes == LETTER
    assert "Letter, Ivanov to Petrov" in beside.stderr
    file = call("convert", "in/letter.txt", "--to", "text", "--summary", "-o", "out.txt")
    assert "Letter, Ivanov to Petrov" in file.stdout


def test_a_run_goes_on_where_it_stopped(call, tree):
    (tree / "in" / "bad.txt").write_bytes(b"na\xefve")
    options = ("convert", "in", "--to", "json", "--output-dir", "build", "--resume")
    first = call(*options)
    assert (first.exit_code, "2 documents, 1 error" in first.stderr, "; 0 done before" in first.stderr) == (
        1,
        True,
        True,
    )
    (tree / "in" / "bad.txt").write_bytes(LETTER)
    (tree / "build" / "note.json").write_bytes(b"spoilt")
    assert call(*options).exit_code == 2
    second = call(*options, "--overwrite")
    assert second.exit_code == 0
    assert "2 documents, 0 errors" in second.stderr
    assert "; 1 done before" in second.stderr
    third = call(*options)
    assert "0 documents" in third.stderr
    assert "; 3 done before" in third.stderr
    assert call("convert", "in", "--to", "jsonl", "--resume").exit_code == 2


MENDED = b"A name corrected by hand."


@pytest.fixture
def edition(call, tree):
    """A folder of TEI files one of which an editor has mended, with the command that made it."""
    command = ("convert", "in", "--to", "tei", "--output-dir", "edition")
    assert call(*command).exit_code == 0
    mended = tree / "edition" / "letter.tei.xml"
    mended.write_bytes(mended.read_bytes().replace(b"all is well", b"all is better"))
    return command


def _bytes(folder):
    return {name: (folder / name).read_bytes() for name in _names(folder)}


@pytest.mark.parametrize("more", [(), ("--resume",), ("--lean",), ("--jobs", "2")])
def test_a_mended_file_is_not_overwritten(call, tree, edition, more):
    before = _bytes(tree / "edition")
    refused = call(*edition, *more)
    assert refused.exit_code == 2
    assert "error[TG918] edition/letter.tei.xml is not what telegrams wrote there" in refused.stderr
    assert "--backup" in refused.stderr
    assert _bytes(tree / "edition") == before


def test_files_that_nobody_mended_are_written_again(call, tree):
    command = ("convert", "in", "--to", "tei", "--output-dir", "edition")
    first = (call(*command).exit_code, _bytes(tree / "edition"))
    assert (call(*command).exit_code, _bytes(tree / "edition")) == first
    assert call(*command, "--lean").exit_code == 0
    assert _bytes(tree / "edition") != first[1]
    assert call(*command, "--resume").exit_code == 0
    assert _bytes(tree / "edition") == first[1]


def test_a_mended_file_is_kept_on_request(call, tree, edition):
    mended = (tree / "edition" / "letter.tei.xml").read_bytes()
    for number in ("", "2"):
        assert call(*edition, "--backup").exit_code == 0
        assert (tree / "edition" / f"letter.tei.xml.bak{number}").read_bytes() == mended
        assert b"all is well" in (tree / "edition" / "letter.tei.xml").read_bytes()
        (tree / "edition" / "letter.tei.xml").write_bytes(mended)
    assert not (tree / "edition" / "note.tei.xml.bak").exists()


def test_a_mended_file_is_given_up_on_request(call, tree, edition):
    assert call(*edition, "--overwrite").exit_code == 0
    assert b"all is well" in (tree / "edition" / "letter.tei.xml").read_bytes()
    assert _names(tree / "edition") == ["letter.tei.xml", "note.tei.xml"]
    assert call("convert", "in", "--to", "jsonl", "--overwrite").exit_code == 2


def test_a_file_of_another_is_not_overwritten(call, tree):
    (tree / "edition").mkdir()
    (tree / "edition" / "letter.json").write_bytes(MENDED)
    (tree / "edition" / "note.json").write_bytes(MENDED)
    (tree / "edition" / "other.json").write_bytes(MENDED)
    refused = call("convert", "in", "--to", "json", "--output-dir", "edition")
    assert (refused.exit_code, "edition/letter.json (and 1 more)" in refused.stderr) == (2, True)
    assert set(_bytes(tree / "edition").values()) == {MENDED}
    assert not (tree / "edition" / JOURNAL).exists()


def test_a_file_that_is_named_is_replaced_and_kept_on_request(call, tree):
    (tree / "out.txt").write_bytes(MENDED)
    assert call("convert", "in/letter.txt", "--to", "text", "-o", "out.txt", "--backup").exit_code == 0
    assert _bytes(tree)["out.txt.bak"] == MENDED
    (tree / "out.txt").write_bytes(MENDED)
    assert call("convert", "in/letter.txt", "--to", "text", "-o", "out.txt").exit_code == 0
    assert call("convert", "in/letter.txt", "--to", "text", "-o", "new.txt", "--backup").exit_code == 0
    assert _names(tree) == ["in/letter.txt", "in/note.txt", "new.txt", "out.txt", "out.txt.bak"]


def test_a_journal_that_cannot_be_written(call, tree):
    (tree / "file").write_text("x")
    result = call("convert", "in", "--to", "json", "--output-dir", "file", "--resume")
    assert result.exit_code == 1
    assert "error[TG902]" in result.stderr


def test_odd_inputs_for_a_folder(call, tree):
    (tree / "broken.jsonl").write_bytes(b'{"title": \n')
    result = call("convert", "broken.jsonl", "x" * 5000, "in/letter.txt", "--to", "json", "--output-dir", "build")
    assert result.exit_code == 1
    assert "broken.jsonl:1:" in result.stderr
    assert "error[TG004]" in result.stderr
    assert _names(tree / "build") == ["letter.json"]


def test_what_a_format_cannot_hold_is_told_to_those_who_ask(call):
    told = call("convert", "in/letter.txt", "--to", "ris", "--report-loss")
    assert "info[TG809] ris: body is lost" in told.stderr
    assert told.exit_code == 0
    assert "TG809" not in call("convert", "in/letter.txt", "--to", "ris").stderr
    assert "TG809" not in call("convert", "in/letter.txt", "--to", "tei", "--report-loss").stderr


def test_what_cmif_cannot_hold_is_told(call):
    told = call("convert", "in/letter.txt", "--to", "cmif", "--licence", "CC BY", "--report-loss")
    assert "info[TG809] cmif: body is lost" in told.stderr
    assert "cmif: title.verbatim is lost" in told.stderr
    assert told.exit_code == 0


def test_losses_that_nobody_knows(call, monkeypatch):
    monkeypatch.setattr("telegrams.formats.losses.columns", tuple)
    told = call("convert", "in/letter.txt", "--to", "ris", "--report-loss")
    assert "info[TG809] what ris cannot hold is not known" in told.stderr
    assert told.exit_code == 0


def test_losses_of_a_document_that_cannot_be_written_at_all(call, monkeypatch):
    def refuse(*_):
        raise telegrams.WriteError("no")

    monkeypatch.setattr("telegrams.formats.losses.losses", refuse)
    assert call("convert", "in/letter.txt", "--to", "csl", "--report-loss").exit_code == 0
