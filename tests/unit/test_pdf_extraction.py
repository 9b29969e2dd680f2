"""PDF → text by the process below, and what is said where there is none."""

import zlib

import pytest

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')

import telegrams
from telegrams.findings import severity
from telegrams.formats.contract import Reading
from telegrams.pdf import extraction
from telegrams.pdf.extraction import extract_text
from telegrams.pdf.glyphs import Limits
from tests.unit.pdf_files import assembled, made, record, shown, stream

LINE = shown("Cable, Berg to Moe", 72, 700)


def failure(data, limits=extraction.LIMITS):
    with pytest.raises(telegrams.ParseError) as caught:
        extract_text(data, limits)
    (found,) = caught.value.diagnostics
    assert (found.severity, bool(found.hint)) == ("error", True)
    return found


def bomb(content, megabytes):
    """A page whose content is this, over and over, packed twice."""
    packer = zlib.compressobj(9)
    million = content * (1_000_000 // len(content))
    packed = b"".join([packer.compress(million) for _ in range(megabytes)] + [packer.flush()])
    return made([stream(zlib.compress(packed, 9), "/Filter [/FlateDecode /FlateDecode]")])


def forms_within_forms():
    """Twenty forms, each of which draws the next ten times."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do"),
    ]
    for number in range(6, 26):
        entries = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {number} 0 R >> >>"
        objects.append(stream(b"/X Do " * 10, entries))
    return assembled(objects)


def test_the_text_and_what_to_know_of_it():
    data = made([LINE, "", shown("across", 99, 99, 10, "0.7 0.7 -0.7 0.7")])
    found = extract_text(data)
    assert found.text == "Cable, Berg to Moe\n"
    assert [(each.code, each.message) for each in found.found] == [
        ("TG016", "characters off the page, not painted, too small to read or set aslant are left out: 6"),
        ("TG017", "2 of 3 pages hold no text"),
    ]
    assert extract_text(made([LINE])).found == ()
    assert [each.code for each in extract_text(made(["3 Tr " + LINE])).found] == ["TG018"]
    assert [severity(each) for each in ("TG015", "TG016", "TG017", "TG018")] == [
        "warning",
        "warning",
        "info",
        "warning",
    ]


def test_the_same_bytes_give_the_same_text():
    data = made([LINE + shown("Filippov", 400, 600) + shown("turned", 300, 300, 10, "0 1 -1 0")] * 3)
    assert extract_text(data) == extract_text(data)


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (made([LINE], trailer="/Encrypt << /Filter /Unheard >> /ID [<00> <00>]"), "TG011", "password"),
        (made([LINE])[:300], "TG012", "breaks off"),
        (made([""]), "TG013", "1 page and no text"),
        (made(["", ""]), "TG013", "2 pages and no text"),
        (made([LINE] * 1001), "TG014", "1,001 pages"),
        (bomb(b"q ", 600), "TG014", "made to do harm"),
        (bomb(b" BT /F1 9 Tf 72 700 Td (aaaaaaa) Tj ET\n", 100), "TG014", "made to do harm"),
        (forms_within_forms(), "TG014", "made to do harm"),
    ],
    ids=["locked", "broken off", "image", "images", "pages", "bomb", "bomb of text", "forms"],
)
def test_what_cannot_be_read(data, code, said):
    found = failure(data)
    assert found.code == code
    assert said in found.message


def test_time_runs_out():
    data = forms_within_forms()
    found = failure(data, Limits(seconds=1, memory=1 << 40))
    assert found.code == "TG014"


def test_the_clock_of_the_caller_holds_where_the_process_has_none(monkeypatch):
    monkeypatch.setattr(extraction, "_WORKER", ("-c", "import time; time.sleep(60)"))
    assert failure(b"", Limits(seconds=1)).message == "the PDF cannot be read: it takes longer than 1 seconds"


def test_a_process_that_is_killed_and_one_that_has_a_fault(monkeypatch):
    monkeypatch.setattr(extraction, "_WORKER", ("-c", "import os; os.abort()"))
    assert failure(b"").code == "TG014"
    monkeypatch.setattr(extraction, "_WORKER", ("-c", "raise KeyError('lost')"))
    with pytest.raises(RuntimeError, match="KeyError: 'lost'"):
        extract_text(b"")


def test_unreadable_characters_are_counted(monkeypatch):
    answer = '{"text": "x", "layer": false, "pages": 1, "silent": 0, "unreadable": 1200, "hidden": 0, "struck": 2}'
    monkeypatch.setattr(extraction, "_WORKER", ("-c", f"print({answer!r})"))
    unreadable, struck = extract_text(b"").found
    assert (unreadable.code, unreadable.message[-17:]) == ("TG015", " 1,200, written �")
    assert (struck.code, struck.message[-8:]) == ("TG019", " once: 2")


def test_without_the_extra(monkeypatch):
    monkeypatch.setattr(extraction, "find_spec", lambda _: None)
    for found in (failure(made([LINE])), _converted_error(made([LINE]))):
        assert found.code == "TG010"
        assert 'pip install "declassified-telegrams[pdf]"' in found.hint


def _converted_error(data):
    with pytest.raises(telegrams.ParseError) as caught:
        telegrams.convert(data)
    return caught.value.diagnostics[0]


def test_a_pdf_is_a_document_without_a_layout():
    data = record()
    result = telegrams.convert(data, name="100001.pdf")
    document = result.document
    dumped = document.model_dump()
    assert (dumped["date"]["edtf"], dumped["title"]["verbatim"]) == ("1951-05-02", "Telegram, Berg to Moe")
    assert (dumped["citation"]["record_id"], dumped["layout"]) == ("100001", None)
    assert [block["align"] for block in dumped["body"] if "align" in block] == ["right", None]
    assert result.source[result.spans["title"].start :].startswith("Telegram, Berg to Moe")
    assert telegrams.read(data, "pdf") == Reading((document,), result.found)
    from_text = telegrams.convert(result.source, "text").document
    assert from_text.model_copy(update={"layout": None}) == document


def test_pdf_can_only_be_read():
    with pytest.raises(telegrams.UnknownFormatError) as caught:
        telegrams.write(telegrams.Document(), "pdf")
    assert "pdf" not in caught.value.known
    assert "tei" in caught.value.known


def test_a_text_given_as_pdf():
    with pytest.raises(telegrams.ParseError, match="TG012"):
        telegrams.convert("no bytes at all", "pdf")
