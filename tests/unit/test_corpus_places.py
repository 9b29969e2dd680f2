"""Offsets → lines, columns and the piece of the line to show."""

import pytest

from telegrams.corpus.places import BEFORE, WINDOW, Lines, Place


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("abc", (0, 1), Place(1, 1, "abc", 0, 1)),
        ("abc\ndef", (4, 7), Place(2, 1, "def", 0, 3)),
        ("abc\r\ndef\rghi\n", (10, 11), Place(3, 2, "ghi", 1, 1)),
        ("a\u2028b\x0cc\x85d", (5, 6), Place(1, 6, "a\u2028b\x0cc\x85", 5, 1)),
        ("abc\ndef", (1, 6), Place(1, 2, "abc", 1, 2)),
        ("abc\n", (4, 4), Place(2, 1, "", 0, 0)),
        ("", (0, 0), Place(1, 1, "", 0, 0)),
        ("abc", (90, 95), Place(1, 4, "abc", 3, 0)),
    ],
)
def test_place(text, span, expected):
    text = text if "\x85" not in text else text.removesuffix("d")
    assert Lines(text).place(*span) == expected


def test_a_long_line_is_cut_to_a_window_round_the_place():
    text = "x" * 5000 + "WRONG" + "y" * 5000
    place = Lines(text).place(5000, 5005)
    assert (place.line, place.column) == (1, 5001)
    assert len(place.excerpt) == WINDOW
    assert place.start == BEFORE
    assert place.excerpt[place.start : place.start + place.length] == "WRONG"
    assert (place.cut_before, place.cut_after) == (True, True)


def test_the_window_stays_inside_the_line():
    text = "x" * 500
    first, last = Lines(text).place(0, 1), Lines(text).place(499, 500)
    assert (first.start, first.cut_before, first.cut_after) == (0, False, True)
    assert (last.start, last.cut_before, last.cut_after) == (WINDOW - 1, True, False)


def test_a_place_that_is_longer_than_the_window_is_cut_with_it():
    place = Lines("x" * 500).place(0, 400)
    assert place.length == WINDOW
