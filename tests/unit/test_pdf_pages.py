"""Bytes → glyphs, by PDFium itself, on PDFs made by hand."""

import pytest

pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')

from telegrams.pdf.glyphs import Limits, PdfProblem
from telegrams.pdf.pages import read_pages
from telegrams.pdf.worker import answer
from tests.unit.pdf_files import assembled, made, shown

LIMITS = Limits()
LINE = shown("Cable, Berg to Moe", 72, 700)


def text(data, limits=LIMITS):
    return answer(read_pages(data, limits), limits)["text"]


def problem(data, limits=LIMITS):
    with pytest.raises(PdfProblem) as caught:
        list(read_pages(data, limits))
    assert answer(read_pages(data, limits), limits) == {"problem": caught.value.kind, "detail": caught.value.detail}
    return caught.value.kind


def test_a_glyph_knows_its_place_and_size():
    (page,) = read_pages(made([shown("Hi", 72, 700, 20, "0.5 0 0 0.5")]), LIMITS)
    assert [each.text for each in page.glyphs] == ["H", "i"]
    first, second = page.glyphs
    assert (first.left, first.baseline, first.size, first.turn) == (72, 700, 10, 0)
    assert second.left == pytest.approx(72 + 7.22, abs=0.05)
    assert first.right == pytest.approx(second.left, abs=0.3)


def test_lines_and_pages():
    data = made([LINE + shown("7 July 1949", 400, 676), "", shown("the end.", 72, 700)])
    first, second = text(data).split("\f")
    assert " ".join(first.split()) == "Cable, Berg to Moe 7 July 1949"
    assert first.splitlines()[:2] == ["Cable, Berg to Moe", ""]
    assert second == "the end.\n"


@pytest.mark.parametrize(
    ("content", "turn"),
    [
        (shown("turned", 300, 300, 10, "0 1 -1 0"), 1),
        (shown("turned", 300, 300, 10, "-1 0 0 -1"), 2),
        (shown("turned", 300, 300, 10, "0 -1 1 0"), 3),
        (shown("turned", 300, 300, 10, "0.98 0.17 -0.17 0.98"), 0),
    ],
)
def test_turned_text(content, turn):
    (page,) = read_pages(made([content]), LIMITS)
    assert {each.turn for each in page.glyphs} == {turn}
    assert text(made([content])) == "turned\n"
    (seen,) = read_pages(made([content], page=f"/Rotate {90 * turn}"), LIMITS)
    assert {each.turn for each in seen.glyphs} == {0}


def test_type_of_a_negative_size_on_its_head_is_upright():
    (page,) = read_pages(made([shown("flip", 72, 700, -10, "-1 0 0 -1")]), LIMITS)
    assert {(each.turn, each.size, each.baseline) for each in page.glyphs} == {(0, 10, 700)}


@pytest.mark.parametrize(
    ("content", "hidden"),
    [
        (shown("across", 100, 100, 10, "0.7 0.7 -0.7 0.7"), 6),
        (shown("tiny", 72, 600, 0.3), 4),
        (shown("le ft", -50, 600), 4),
        (shown("high", 72, 9000), 4),
        ("3 Tr " + shown("under it", 72, 600), 7),
        (shown("far off", 9e9, -9e30), 0),
        (shown("nothing", 72, 600, 0), 0),
    ],
)
def test_what_cannot_be_seen_is_left_out_and_counted(content, hidden):
    """PDFium itself drops what lies beyond all measure or has no size."""
    data = made([LINE + content])
    assert answer(read_pages(data, LIMITS), LIMITS) == {
        "text": "Cable, Berg to Moe\n",
        "layer": False,
        "pages": 1,
        "silent": 0,
        "unreadable": 0,
        "hidden": hidden,
        "struck": 0,
    }


def test_a_layer_of_recognised_characters_counts_where_nothing_else_is_text():
    found = answer(read_pages(made(["3 Tr " + LINE, ""]), LIMITS), LIMITS)
    assert (found["text"], found["layer"], found["hidden"]) == ("Cable, Berg to Moe\n", True, 0)
    assert problem(made(["3 Tr " + LINE, LINE]), Limits(characters=35)) == "too-large"


def _mapped(code):
    """One glyph whose font maps it to these UTF-16 units."""
    table = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        f"1 beginbfchar <41> <{code}> endbfchar endcmap end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length 45 >>\nstream\nBT /F1 10 Tf 72 700 Td (bA) Tj (b) Tj ET       \nendstream",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(table), table.encode()),
    ]
    return assembled(objects)


@pytest.mark.parametrize(
    ("code", "expected", "unreadable"),
    [
        ("0416", "bЖb", 0),
        ("5218", "b刘b", 0),
        ("D83DDE00", "b😀b", 0),
        ("FB01", "bfib", 0),
        ("00A0", "b b", 0),
        ("0002", "b-b", 0),
        ("0007", "b�b", 1),
        ("FFFE", "b�b", 1),
        ("0085", "b�b", 1),
        ("0000", "b�b", 1),
        ("DE00", "b�b", 1),
    ],
)
def test_what_a_font_says_its_characters_are(code, expected, unreadable):
    found = answer(read_pages(_mapped(code), LIMITS), LIMITS)
    assert (found["text"], found["unreadable"]) == (expected + "\n", unreadable)


@pytest.mark.parametrize(
    "data",
    [
        b"<html>no PDF</html>%%EOF",
        made([LINE])[:-20],
        b"%PDF-1.4\n" + b"\xff" * 500 + b"\n%%EOF\n",
        assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
        made([LINE], tree="/Kids [2 0 R 2 0 R] /Count 30"),
    ],
    ids=["html", "broken off", "noise", "no pages", "a tree that is its own branch"],
)
def test_damaged(data):
    assert problem(data) == "damaged"


@pytest.mark.parametrize(
    "lock",
    [
        f"/Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4",
        "/Filter /Unheard /V 9",
    ],
)
def test_locked(lock):
    assert problem(made([LINE], trailer=f"/Encrypt << {lock} >> /ID [<00> <00>]")) == "encrypted"


def test_limits():
    three = made([LINE] * 3)
    assert problem(three, Limits(pages=2)) == "too-large"
    assert problem(three, Limits(page_characters=17)) == "too-large"
    assert problem(three, Limits(characters=40)) == "too-large"
    assert text(three, Limits(pages=3, page_characters=18, characters=54)).count("Cable") == 3
    assert answer(read_pages(three, LIMITS), Limits(text=50))["problem"] == "too-large"


@pytest.mark.parametrize(
    "data",
    [
        made([LINE], tree="/Count 2000000000"),
        made([LINE], tree="/Count -5"),
        made([LINE], page="/Parent 4 0 R"),
        made([LINE], page="/MediaBox [0 0 0 0]"),
        made([LINE], page="/MediaBox [-1e9 -1e9 1e9 1e9]"),
        made([b"<< /Length -5 >>\nstream\n" + LINE.encode() + b"\nendstream"]),
        made([b"<< /Length 99999999999 >>\nstream\n" + LINE.encode() + b"\nendstream"]),
        made(["[" * 100_000, LINE]),
        made([LINE], more=10_000),
    ],
)
def test_lies_about_sizes_do_no_harm(data):
    assert text(data) == "Cable, Berg to Moe\n"
