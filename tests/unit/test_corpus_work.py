"""One source → one outcome."""

import hashlib
import os
import pickle
import threading
from types import SimpleNamespace

import pytest

import telegrams
from telegrams import formats
from telegrams.corpus import work as room
from telegrams.corpus.places import Place
from telegrams.corpus.plan import Input
from telegrams.corpus.work import Request, killed, load, work
from telegrams.errors import ParseError, WriteError
from telegrams.model import Document

TEXT = b"**May 4, 1955**\n\n**Letter, Ivanov to Petrov**\n\nDear Comrade Petrov, all is well.\n"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT)
    return Input(str(path))


def _codes(outcome):
    return [each.diagnostic.code for each in outcome.findings]


def test_a_document_is_written_and_described(letter):
    outcome = work(letter, Request(to="json"))
    assert outcome.source == letter.name
    assert [each.position for each in outcome.outputs] == [0]
    assert formats.read(outcome.outputs[0].piece.whole, "json").documents == telegrams.convert(TEXT).documents
    assert outcome.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_without_a_format_nothing_is_written(letter):
    assert work(letter, Request()).outputs[0].piece.whole == b""


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "TG002"), (b"PK\x03\x04", "TG005"), (b"\x89PNG\r\n\x1a\n", "TG005"), (b"x" * 101, "TG006")],
)
def test_what_is_no_text_is_refused(tmp_path, data, code):
    (tmp_path / "in.txt").write_bytes(data)
    for source in (Input(str(tmp_path / "in.txt")), Input("-", data=data)):
        outcome = work(source, Request(to="json", max_bytes=100))
        assert (_codes(outcome), outcome.outputs) == ([code], ())


def test_a_large_image_is_called_an_image(tmp_path):
    (tmp_path / "in.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    assert _codes(work(Input(str(tmp_path / "in.txt")), Request(max_bytes=50))) == ["TG005"]


def test_the_size_of_a_file_is_told(tmp_path):
    (tmp_path / "in.txt").write_bytes(b"x" * 2345)
    with pytest.raises(ParseError, match="2,345 bytes; the limit is 1,000"):
        load(Input(str(tmp_path / "in.txt")), 1000)


def test_a_pipe_without_end_is_cut(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    def fill():
        with (tmp_path / "pipe").open("wb", buffering=0) as pipe, pytest.raises(BrokenPipeError):
            while True:
                pipe.write(b"endless " * 1000)

    writer = threading.Thread(target=fill)
    writer.start()
    with pytest.raises(ParseError, match="the input goes on; the limit is 50,000"):
        load(Input(str(tmp_path / "pipe")), 50_000)
    writer.join(10)


def test_what_cannot_be_read_is_told(tmp_path, monkeypatch):
    assert _codes(work(Input(str(tmp_path)), Request())) == ["TG003"]
    (missing,) = work(Input(str(tmp_path / "no.txt")), Request()).findings
    assert missing.diagnostic.code == "TG004"
    assert "No such file" in missing.diagnostic.message
    assert _codes(work(Input("a\x00b"), Request())) == ["TG004"]
    assert _codes(work(Input("*.txt", problem="no file matches"), Request())) == ["TG004"]

    def denied(_path, _mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", denied)
    (unreadable,) = work(Input("secret.txt"), Request()).findings
    assert unreadable.diagnostic.message == "cannot read the file: Permission denied"


def test_bytes_that_are_no_text_have_an_offset_and_a_place():
    outcome = work(Input("-", data=b"one\r\ntwo \xe9 three\n"), Request(to="json"))
    (finding,) = outcome.findings
    assert finding.diagnostic.code == "TG001"
    assert "9" in finding.diagnostic.message
    assert finding.place == Place(2, 5, "two \\xe9 three", 4, 4)
    assert outcome.outputs == ()
    assert outcome.failed


def test_bytes_cut_short_have_a_place_at_the_end():
    (finding,) = work(Input("-", data=b"abc \xd0"), Request()).findings
    assert finding.place == Place(1, 5, "abc \\xd0", 4, 4)


def test_a_line_of_utf_16_is_not_shown():
    (finding,) = work(Input("-", data=b"a\x00\x00\xd8b\x00"), Request(encoding="utf-16-le")).findings
    assert (finding.diagnostic.code, finding.place) == ("TG001", None)


def test_a_fault_is_a_finding_with_its_place(letter, monkeypatch):
    def faulty(*_arguments, **_options):
        raise RecursionError("too deep")

    monkeypatch.setattr(room, "convert", faulty)
    (finding,) = work(letter, Request()).findings
    assert finding.diagnostic.code == "TG900"
    assert finding.diagnostic.message.startswith("RecursionError: too deep (test_corpus_work.py, line ")


def test_a_document_that_a_format_cannot_hold_is_left_out(letter, monkeypatch):
    def refusing(_document, _options):
        raise WriteError("it has no date")

    monkeypatch.setattr(room, "find", lambda _name: SimpleNamespace(piece=refusing))
    outcome = work(letter, Request(to="json"))
    assert (_codes(outcome)[-1], outcome.outputs) == ("TG906", ())
    assert outcome.findings[-1].diagnostic.message == "cannot be written as json: it has no date"


def test_several_documents_in_one_file():
    document = telegrams.convert(TEXT).documents[0]
    data = b"".join(formats.write_many([document, Document()], "jsonl"))
    outcome = work(Input("all.jsonl", data=data), Request(to="json"))
    assert [each.position for each in outcome.outputs] == [0, 1]


@pytest.mark.parametrize("name", ["-", "x.jsonl"])
def test_everything_comes_back(name):
    data = TEXT if name == "-" else formats.write(telegrams.convert(TEXT).documents[0], "jsonl")
    assert "TG907" not in _codes(work(Input(name, data=data), Request(roundtrip=True)))


def test_what_does_not_come_back_is_told(monkeypatch):
    monkeypatch.setattr(room, "write", lambda _document, way: TEXT[:-1] if way == "text" else b"")
    monkeypatch.setattr(room, "read", lambda _data, _way: SimpleNamespace(documents=(Document(),)))
    outcome = work(Input("-", data=TEXT), Request(roundtrip=True))
    told = [each.diagnostic.message for each in outcome.findings if each.diagnostic.code == "TG907"]
    assert told == [
        f"by way of {way}, byte {len(TEXT) - 1} is the first that differs" for way in ("text", "json", "tei")
    ]


def test_a_source_that_killed_its_worker():
    assert _codes(killed(Input("bad.txt"))) == ["TG905"]
