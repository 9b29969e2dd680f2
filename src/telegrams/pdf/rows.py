"""Glyphs → rows: what stands on one baseline, from left to right, with blanks between words."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .glyphs import Glyph

_SAME_ROW = 0.45
"""Parts of the type size by which a raised or lowered mark may leave the baseline."""
_WORD_GAP = 0.1
_PIECE_GAP = 1.0
_RAISED = 0.7
"""The same for type that is smaller than that of its row: `th` of `20th`, a figure that refers to a note."""
_SMALLER = 0.8
_BESIDE = 0.3
"""Parts of the type size within which a raised mark stands beside what it belongs to."""
_STRUCK_TWICE = 0.1
_MOST_MARKS = 20
_RIGHT_TO_LEFT = ("R", "AL")
_NUMBERS = ("EN", "AN")


class Fragment(NamedTuple):
    """Words with only blanks between them."""

    text: str
    left: float
    right: float


class Row(NamedTuple):
    """The pieces on one baseline, from left to right."""

    fragments: tuple[Fragment, ...]
    baseline: float
    size: float
    """The largest type size of the row."""
    struck: int
    """How many glyphs are left out, because they are the same ones once more."""

    @property
    def left(self) -> float:
        """Where the row begins."""
        return self.fragments[0].left


def rows_of(glyphs: Iterable[Glyph]) -> Iterator[list[Row]]:
    """The rows from top to bottom; upright text first, then what is turned by one, two, three quarters."""
    for _, turned in groupby(sorted(glyphs, key=attrgetter("turn")), key=attrgetter("turn")):
        rows = [row for group in _with_raised(_baselines(_with_marks(turned))) if (row := _row(group))]
        if rows:
            yield rows


def _with_marks(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Accents that are drawn as glyphs of their own join the letter before them."""
    joined: list[list[Glyph]] = []
    for glyph in glyphs:
        if joined and unicodedata.combining(glyph.text[0]) and joined[-1][0].text != " ":
            joined[-1].append(glyph)
        else:
            joined.append([glyph])
    return [first._replace(text=_letter(first, marks)) if marks else first for first, *marks in joined]


def _letter(first: Glyph, marks: Iterable[Glyph]) -> str:
    text = "".join([first.text, *(each.text for each in marks)])
    # Putting very many marks into order takes more than linear time.
    return unicodedata.normalize("NFC", text) if len(text) <= _MOST_MARKS else text


def _baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """At least one glyph, so at least one group."""
    group: list[Glyph] = []
    top = size = 0.0
    for glyph in sorted(glyphs, key=lambda each: (-each.baseline, each.left)):
        if group and top - glyph.baseline > _SAME_ROW * max(size, glyph.size):
            yield group
            group = []
        if not group:
            top, size = glyph.baseline, glyph.size
        size = max(size, glyph.size)
        group.append(glyph)
    yield group


def _with_raised(groups: Iterable[list[Glyph]]) -> Iterator[list[Glyph]]:
    """A group of nothing but raised marks joins the one below it. There is at least one group."""
    above: list[Glyph] = []
    for group in groups:
        if above and not _is_raised(above, group):
            yield above
            above = []
        above = above + group
    yield above


def _is_raised(marks: Sequence[Glyph], row: Sequence[Glyph]) -> bool:
    """Whether glyphs are marks raised above a row.

    Rule: all are smaller than its type, hardly higher than its letters, and each begins where another one of them or of
    the row ends: `th` of `20th`.
    """
    size = max(each.size for each in row)
    letters = [each for each in marks if each.text != " "]
    if any(each.size > _SMALLER * size for each in marks) or marks[0].baseline - row[0].baseline > _RAISED * size:
        return False
    ends = sorted(each.right for each in (*letters, *row) if each.text != " ")
    return all(_is_beside(each, ends, _BESIDE * size) for each in letters)


def _is_beside(glyph: Glyph, ends: Sequence[float], reach: float) -> bool:
    """Whether one of the sorted `ends` lies before the glyph, or at most in its first half."""
    place = bisect_left(ends, glyph.left - reach)
    return place < len(ends) and ends[place] < (glyph.left + glyph.right) / 2


def _row(glyphs: Iterable[Glyph]) -> Row | None:
    ordered = sorted(glyphs, key=attrgetter("left"))
    kept = list(_struck_once(ordered))
    largest = max(kept, key=attrgetter("size"))
    fragments = tuple(_fragments(kept, largest.size))
    return Row(fragments, largest.baseline, largest.size, len(ordered) - len(kept)) if fragments else None


def _struck_once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Without the glyphs that are drawn once more beside themselves, as programs did for bold type.

    Rule: the same character, drawn by another operation, hardly moved and over the first one. So the letters of a
    ligature, which stand in one place, and narrow letters side by side are none: `office`, `Illinois`.
    """
    before = None
    for glyph in glyphs:
        if (
            before is not None
            and glyph.text == before.text
            and glyph.drawn != before.drawn
            and glyph.left - before.left < min(_STRUCK_TWICE * glyph.size, (before.right - before.left) / 2)
        ):
            continue
        if glyph.text != " ":
            before = glyph
        yield glyph


def _fragments(glyphs: Iterable[Glyph], size: float) -> Iterator[Fragment]:
    """Rule: a blank stands where the file has one, or where the gap is wider than letters leave; a wide gap parts."""
    characters: list[str] = []
    first = before = None
    blank = False
    for glyph in glyphs:
        if glyph.text == " ":
            blank = True
            continue
        if first is None or before is None:
            first = glyph
        elif glyph.left - before.right > _PIECE_GAP * size:
            yield Fragment(_in_order(characters), first.left, before.right)
            first, characters = glyph, []
        elif blank or glyph.left - before.right > _WORD_GAP * glyph.size:
            characters.append(" ")
        characters.append(glyph.text)
        before, blank = glyph, False
    if first is not None and before is not None:
        yield Fragment(_in_order(characters), first.left, before.right)


def _in_order(characters: Sequence[str]) -> str:
    """Characters as they are read: stretches written from right to left turned round, the numbers in them not.

    Rule: a stretch reaches from a letter of such a script to the last one before another script's letter; where the
    piece has no other script's letter, it is the whole piece.
    """
    text = "".join(characters)
    if text.isascii():
        return text
    kinds = [unicodedata.bidirectional(each[0]) for each in characters]
    ordered: list[str] = []
    for start, end in _stretches(kinds):
        for number, places in groupby(reversed(range(start, end)), key=lambda each: kinds[each] in _NUMBERS):
            ordered += (characters[each] for each in (sorted(places) if number else places))
    return "".join(ordered)


def _stretches(kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each stretch written from right to left begins and ends; every other character is one of its own."""
    if "L" not in kinds and any(kind in _RIGHT_TO_LEFT for kind in kinds):
        yield 0, len(kinds)
        return
    place = 0
    while place < len(kinds):
        end = place + 1
        if kinds[place] in _RIGHT_TO_LEFT:
            for ahead in range(end, len(kinds)):
                if kinds[ahead] == "L":
                    break
                if kinds[ahead] in _RIGHT_TO_LEFT:
                    end = ahead + 1
        yield place, end
        place = end
