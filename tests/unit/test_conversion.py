"""The public doors: convert, parse, read, write, and what they raise."""

import pickle
from pathlib import Path

import pytest

import telegrams
from telegrams.errors import DecodeError, ParseError, UnknownFormatError, WriteError
from telegrams.findings import codes, finding, page, severity
from telegrams.formats.block_text import block_text
from telegrams.formats.guess import guess_format
from telegrams.formats.text import canonical_text, has_stale_layout
from telegrams.model import PageBreak, Paragraph, Text

SEED = (Path(__file__).parents[2] / "seeds" / "112634.txt").read_bytes()


def test_every_public_name_can_be_had():
    assert set(telegrams.__all__) <= set(dir(telegrams))
    assert all(getattr(telegrams, name) is not None for name in telegrams.__all__)
    with pytest.raises(AttributeError):
        telegrams.nothing  # noqa: B018 - the access is what is tested


def test_a_text_becomes_a_result():
    result = telegrams.convert(SEED, name="112634.txt")
    assert result.document.title is not None
    assert [found.code for found in result.diagnostics] == ["TG114"]
    span = result.spans["title.senders[0].name"]
    assert result.source[span.start : span.end] == "Kuznetsov"


def test_json_becomes_a_result_without_spans():
    result = telegrams.convert(telegrams.write(telegrams.parse(SEED), "json"))
    assert result.document == telegrams.parse(SEED)
    assert result.spans == {}
    assert result.diagnostics == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_tei_in_utf_16_is_shown_as_text(encoding):
    tei = telegrams.write(telegrams.parse(SEED), "tei").decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    mark = "" if encoding == "utf-16" else "\ufeff"
    result = telegrams.convert((mark + tei).encode(encoding), "tei")
    assert result.source.startswith("<?xml")
    assert result.document == telegrams.parse(SEED)


def test_json_may_be_given_as_text():
    text = telegrams.write(telegrams.parse(SEED), "json").decode()
    assert telegrams.convert(text).document == telegrams.parse(SEED)


def test_a_text_without_header_is_an_error_for_parse_and_a_finding_for_convert():
    with pytest.raises(ParseError) as caught:
        telegrams.parse("no header")
    assert caught.value.diagnostics[0].code == "TG101"
    assert telegrams.convert("no header").document.body == (Paragraph(content=(Text(text="no header"),)),)


def test_a_changed_document_leaves_its_layout_out():
    document = telegrams.parse(SEED)
    changed = document.model_copy(update={"summary": ("Another summary.",)})
    assert has_stale_layout(changed)
    assert telegrams.write(changed, "text") == canonical_text(changed).encode()
    assert [found.code for found in telegrams.convert(telegrams.write(changed, "json")).diagnostics] == ["TG009"]


def test_the_layout_can_be_left_out():
    document = telegrams.parse(SEED)
    options = telegrams.WriteOptions(layout=False)
    assert telegrams.write(document, "text", options) == canonical_text(document).encode()


def test_other_encodings_come_back():
    text = SEED.decode().replace("communicating", "communicating à la")
    result = telegrams.convert(text.encode("cp1252"), "text", "cp1252")
    assert telegrams.write(result.document, "text") == text.encode("cp1252")


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_a_text_in_utf_16_with_its_mark_comes_back(mark, encoding):
    data = mark + SEED.decode().encode(encoding)
    document = telegrams.parse(data)
    assert document.title == telegrams.parse(SEED).title
    assert (document.layout.encoding, document.layout.bom) == (encoding, True)
    assert telegrams.write(document, "text") == data
    (again,) = telegrams.read(telegrams.write(document, "tei"), "tei").documents
    assert telegrams.write(again, "text") == data
    with pytest.raises(DecodeError, match=f"is not {encoding}"):
        telegrams.convert(data[:-1])


def test_unknown_formats_are_told_with_those_there_are():
    with pytest.raises(UnknownFormatError, match="jsonl"):
        telegrams.write(telegrams.parse(SEED), "docx")
    with pytest.raises(UnknownFormatError) as caught:
        telegrams.read(b"", "ris")
    assert "ris" not in caught.value.known


def test_text_is_read_like_any_format():
    assert telegrams.read(SEED, "text").documents == (telegrams.parse(SEED),)


def test_a_page_break_between_blocks_is_a_form_feed():
    assert block_text(PageBreak()) == "\f"


def test_an_empty_document_is_an_empty_text():
    assert canonical_text(telegrams.Document()) == ""


def test_two_neighbouring_runs_of_text_are_refused():
    with pytest.raises(ValueError, match="join them"):
        Paragraph(content=(Text(text="one "), Text(text="two")))


def test_many_documents_go_into_one_stream():
    document = telegrams.parse(SEED)
    lines = b"".join(telegrams.write_many([document, document], "jsonl"))
    assert telegrams.read(lines, "jsonl").documents == (document, document)


def test_an_empty_stream_has_no_document():
    with pytest.raises(IndexError):
        telegrams.convert(b"", "jsonl").document  # noqa: B018 - the access is what is tested


@pytest.mark.parametrize(
    "error",
    [
        ParseError([finding("TG101", "no header")]),
        DecodeError(finding("TG001", "byte 3"), 3),
        UnknownFormatError("docx", ["tei", "json"]),
        WriteError("cannot"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_can_be_pickled(error):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.__dict__) == (type(error), str(error), error.__dict__)


def test_results_and_documents_can_be_pickled():
    result = telegrams.convert(SEED)
    assert pickle.loads(pickle.dumps(result.document)) == result.document


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b'<?xml version="1.0"?><TEI/>', None, "tei"),
        (b"\xef\xbb\xbf  <TEI>", None, "tei"),
        ("<TEI>".encode("utf-16"), None, "tei"),
        (b"<!-- a --> <!-- " + b"b" * 5000 + b"-->\n<TEI>", None, "tei"),
        ("<!-- a -->\n<TEI>", None, "tei"),
        (b"<!-- a -->\n**May 1, 1950**", None, "text"),
        (b"<!-- <TEI>", None, "text"),
        (b'{"schema": 1}', None, "json"),
        (b'{"schema": 1}', "a.jsonl", "jsonl"),
        (b'{"a": 1}\n{"a": 2}\n', None, "jsonl"),
        (b'{"a": 1,\n"b": 2}', None, "json"),
        (b'[{"id": "x"}]', None, "csl"),
        (b"[...]", None, "text"),
        (b"", "a.json", "json"),
        (b"", "a.tei.xml", "tei"),
        (b" ", None, "text"),
        (b"**March", "a.json", "text"),
        ("{\n", None, "text"),
        ('{"a":\n\n\n1}', None, "json"),
        (b"%PDF-1.4", None, "pdf"),
    ],
)
def test_formats_are_guessed_by_content_first(data, name, expected):
    assert guess_format(data, name) == expected


def test_every_code_has_a_page_that_says_its_severity():
    assert codes()
    for code in codes():
        assert severity(code) in ("error", "warning", "info")
        title, _, rest = page(code).partition("\n")
        assert title.startswith(f"# {code} {severity(code)}: ")
        assert len(rest) > 120, f"{code} says too little"


def test_an_unknown_code_is_told():
    with pytest.raises(KeyError):
        page("TG000")


def test_a_path_an_open_file_bytes_and_text_give_the_same(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(SEED)
    expected = telegrams.parse(SEED)
    with path.open("rb") as opened, path.open(encoding="utf-8", newline="") as text:
        for given in (path, opened, text, bytearray(SEED), memoryview(SEED), SEED.decode()):
            assert telegrams.convert(given).document == expected
    assert telegrams.convert(path).name == str(path)
    assert telegrams.read(path, "text").documents == telegrams.read(SEED.decode(), "text").documents == (expected,)
    with pytest.raises(FileNotFoundError):
        telegrams.convert(tmp_path / "missing.txt")
    with pytest.raises(TypeError, match="a path or an open file is needed, and this is int"):
        telegrams.convert(7)  # type: ignore[arg-type]


def test_a_path_as_text_is_told(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(SEED)
    (found,) = telegrams.convert(str(path)).diagnostics
    assert (found.code, found.message) == ("TG101", "the text is the path of a file, and is no record")
    assert [each.code for each in telegrams.convert("a\x00b").diagnostics] == ["TG101"]
