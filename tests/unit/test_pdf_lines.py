"""Glyphs → rows → lines: blanks between words, columns, blank lines, pages, turned text."""

import pytest

from telegrams.pdf.glyphs import Glyph
from telegrams.pdf.lines import lines_of
from telegrams.pdf.rows import Fragment, rows_of

WIDTH = 5.0


def line(text, left=70.0, *, baseline=700.0, size=10.0, turn=0, width=WIDTH):
    """A line as most PDFs have it: no glyphs for blanks, only gaps."""
    return [
        Glyph(each, left + place * width, left + (place + 1) * width, baseline, size, turn)
        for place, each in enumerate(text)
        if each != " "
    ]


def text(*glyphs):
    """The text of one page."""
    return lines_of([list(rows_of([each for group in glyphs for each in group]))])


def test_a_gap_parts_words_and_a_small_one_does_not():
    kerned = [Glyph("A", 70, 75, 700, 10), Glyph("V", 75.9, 80, 700, 10), Glyph("e", 81.1, 86, 700, 10)]
    assert text(kerned) == "AV e\n"


def test_a_blank_of_the_file_counts_however_narrow():
    assert text([Glyph("a", 70, 75, 700, 10), Glyph(" ", 75, 75, 700, 10), Glyph("b", 75.1, 80, 700, 10)]) == "a b\n"
    assert text([Glyph(" ", 70, 75, 700, 10)]) == ""


def test_the_order_in_the_file_does_not_matter():
    assert text(line("second", baseline=688), reversed(line("first of all"))) == "first of all\nsecond\n"


def again(glyphs, drawn=1):
    return [each._replace(drawn=drawn) for each in glyphs]


def test_letters_struck_twice_for_bold_type_are_one():
    assert text(line("Cable"), again(line("Cable", left=70.4))) == "Cable\n"
    assert text(line("ill"), again(line("ill", left=70.4)), again(line("ill", left=70.8), 2)) == "ill\n"
    assert text(line("Miss")) == "Miss\n"
    (row,) = next(rows_of([*line("ill"), *again(line("ill", left=70.4))]))
    assert row.struck == 3


def test_letters_of_a_ligature_and_narrow_letters_are_all_kept():
    ligature = [Glyph(each, 75, 83, 700, 10) for each in "ffi"]
    assert text([Glyph("o", 70, 75, 700, 10), *ligature, *line("ce", left=83)]) == "office\n"
    assert text(line("illness", width=0.6)) == "illness\n"
    apart = [each._replace(drawn=place) for place, each in enumerate(line("illness", width=0.6))]
    assert text(apart) == "illness\n"


def test_raised_marks_stay_on_their_line():
    assert text(line("Treaty"), line("2", left=100, baseline=704, size=6)) == "Treaty2\n"
    assert text(line("above", baseline=705), line("below", baseline=700)) == "above\nbelow\n"


@pytest.mark.parametrize("raise_", [3, 4.5, 6])
def test_a_raised_ordinal_does_not_cut_its_line(raise_):
    on, th, of = (
        line("on the 20"),
        line("th", left=115, baseline=700 + raise_, size=6, width=3),
        line("of May", left=123),
    )
    assert text(line("before it", baseline=712), on, th, of) == "before it\non the 20th of May\n"


def test_small_type_above_a_line_is_a_line_of_its_own():
    note = line("note", left=300, baseline=706, size=6, width=3)
    assert text(note, line("Text")).split() == ["note", "Text"]
    assert text(line("small", baseline=709, size=6), line("Text")) == "small\nText\n"


def test_accents_drawn_on_their_own_join_their_letters():
    accent = Glyph("\u0301", 72, 72, 700, 10)
    assert text([*line("K"), *line("a", left=75), accent, *line("d", left=80)]) == "Kád\n"
    assert text([Glyph(" ", 60, 65, 700, 10), accent]) == "\u0301\n"
    assert text([*line("a"), *[accent] * 1000]) == "a" + "\u0301" * 1000 + "\n"


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("םולש", "שלום"),
        ("see םולש here", "see שלום here"),
        ("see: םולש!", "see: שלום!"),
        ("see 14 ב 7 םולש, 12 here", "see 14 שלום 7 ב, 12 here"),
        (".1948 יאמב 14 :םולש", "שלום: 14 במאי 1948."),
        ("naïve café", "naïve café"),
    ],
)
def test_words_written_from_right_to_left_are_read_so(seen, read):
    assert text(line(seen)) == read + "\n"


def test_a_wide_gap_makes_a_column():
    rows = next(iter(rows_of(line("Secret") + line("No. 7", left=300))))
    assert rows[0].fragments == (Fragment("Secret", 70, 100), Fragment("No. 7", 300, 325))
    full = line("a line that is as long as the page", baseline=688)
    shown = text(line("Secret") + line("No. 7", left=300), full)
    assert shown.splitlines()[0] == "Secret" + " " * 40 + "No. 7"


def test_pieces_never_touch():
    narrow = line("many small letters in one row", baseline=688, width=2.0)
    wide = line("WWWWWWWWWWWW", width=9.0) + line("x", left=200)
    assert text(wide, narrow).splitlines()[0] == "WWWWWWWWWWWW" + " " * 53 + "x"
    squeezed = line("a" * 40, width=2.0) + line("x", left=162)
    assert text(squeezed, line("W" * 20, width=9.0, baseline=688)).splitlines()[0] == "a" * 40 + "      x"
    assert text(line("WVWVW", size=20, width=1.0) + line("x", left=96, size=20)) == "WVWVW  x\n"


def test_columns_are_those_of_the_tightest_full_row():
    shown = text(
        line("this row is wide and sets the column", width=5.0),
        line("THIS ROW IS WIDER THAN THE OTHER", width=8.0, baseline=688),
        line("Filippov", left=370, baseline=676),
    )
    assert shown.splitlines()[2] == " " * 60 + "Filippov"


def test_overprinted_letters_make_no_columns_and_columns_end():
    heap = [Glyph("ab"[place % 2], 70 + place * 0.01, 75, 700, 10) for place in range(50)]
    shown = text(heap, line("far", left=9000, baseline=650))
    assert shown.splitlines()[-1] == " " * 200 + "far"
    assert text(heap, line("near", left=90, baseline=688)).splitlines()[1] == " " * 10 + "near"


@pytest.mark.parametrize(("gap", "blank"), [(5, 0), (12, 0), (19.9, 0), (20, 1), (31, 2), (52, 4), (500, 4)])
def test_gaps_become_blank_lines(gap, blank):
    assert text(line("above"), line("below", baseline=700 - gap)) == "above\n" + "\n" * blank + "below\n"


def test_pages_are_parted_by_form_feeds_and_empty_ones_leave_no_trace():
    pages = [list(rows_of(line(each))) for each in ("one", "two", "", "four", "")]
    assert lines_of(pages) == "one\n\ftwo\n\ffour\n"
    assert lines_of([[], []]) == ""
    assert lines_of([]) == ""


def test_a_page_of_few_lines_has_the_margin_of_the_others():
    usual, last = line("text that fills the whole row"), line("Top Secret", left=270)
    pages = [list(rows_of(each)) for each in (usual, usual, last)]
    assert lines_of(pages).split("\f")[2] == " " * 44 + "Top Secret\n"


def test_turned_text_stands_behind_the_upright():
    sideways = line("in the margin", left=300, turn=1)
    assert text(sideways, line("upright")) == "upright\n\nin the margin\n"
    assert text([Glyph(" ", 0, 5, 0, 10, 1)], line("upright")) == "upright\n"
