"""One text → the records in it: sources that partition its characters.

    text := [anything] record*          record := head citation anything (`beginnings`)

Texts are joined by `cat` or by pasting, so any layout may stand beside any other, with a form feed, a blank line or
nothing between them, and each may bring a byte order mark and line ends of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from telegrams.model.diagnostics import Span
from telegrams.values.blanks import folded
from telegrams.values.titles.masking import lowered

from .header import first_label
from .labels import CITATION, web_name, web_sign
from .lines import split_lines
from .source import Source
from .web_page import RANKS, read_web_page

if TYPE_CHECKING:
    from .beginnings import Beginning

_MARK = "\ufeff"
_BLANK = " \t\n\f\ufeff"
_WORD = "citation"
_LATE = 2500
_LATE_LINES = 40


def may_be_several(text: str) -> bool:
    """Whether a text may hold several records, told in little time; never false where it does."""
    count = text.count("itation") + text.count("ITATION")
    if not count:
        return False
    found = _labels(text) if count > 1 else [max(text.find("itation"), text.find("ITATION"))]
    return len(found) > 1 or (bool(found) and (_is_late(text, found[0]) or _is_below_page(text, found[0])))


def _labels(text: str) -> list[int]:
    """Where labels of a citation may stand: the word is found quicker than a pattern that takes letters of any case."""
    small, found = lowered(text), []
    at = small.find(_WORD)
    while at >= 0:
        if CITATION.match(text, at):
            found.append(at)
        at = small.find(_WORD, at + 1)
    return found


def _is_late(text: str, place: int) -> bool:
    """Whether a label may stand too far down for a header at the beginning, with other words before its record."""
    return place > _LATE or max(text.count("\n", 0, place), text.count("\r", 0, place)) > _LATE_LINES


def _is_below_page(text: str, place: int) -> bool:
    """Whether a web page may stand above a label: one of its lines does."""
    return any(
        web_sign(line) or web_name(line) in RANKS for line in split_lines(folded(text[:place].replace("\r", "\n")))
    )


def split_records(source: Source) -> tuple[Source, ...]:
    """The records of a text, in order, each with its place in it; the text as it is where it holds one or none.

    Joined, the slices are the text. Words before the first head belong to the first record where the reader takes
    them for a part of that head; else they are a slice of their own.
    """
    cuts = list(_cuts(source)) if may_be_several(source.raw) else []
    if not cuts:
        return (source,)
    places = [0, *(source.raw_offset(cut, end=True) for cut in cuts), len(source.raw)]
    return tuple(_slice(source, start, end) for start, end in pairwise(places))


def _slice(source: Source, start: int, end: int) -> Source:
    if start == 0:
        return replace(source, raw=source.raw[:end])
    bom = source.raw.startswith(_MARK, start)
    start += bom
    return replace(source, raw=source.raw[start:end], bom=bom, start=start)


def place_of(source: Source) -> Span:
    """The place of the first character of a slice that is not blank."""
    at = len(source.raw) - len(source.raw.lstrip())
    return Span(start=source.start + at, end=source.start + min(at + 1, len(source.raw)))


def _cuts(source: Source) -> Iterator[int]:
    """Where records begin in the clean text; not the record that begins the text."""
    from .beginnings import find_beginnings  # few texts have a second citation

    clean = source.clean
    # The byte order mark of a file that was joined to another stands between lines, as a form feed does.
    lines = split_lines(clean.replace(_MARK, "\f"))
    first = first_label(lines)
    for number, beginning in enumerate(find_beginnings(lines, clean)):
        above = [line for line in lines if line.end <= beginning.start] if number == 0 else []
        begins_text = number == 0 and (
            not clean[: beginning.start].strip(_BLANK) or (beginning.label == first and not read_web_page(above))
        )
        if not begins_text:
            yield _cut(clean, beginning)


def _cut(clean: str, beginning: "Beginning") -> int:
    """Where the slice of a record begins: how many of the blanks before the record are its own.

    It begins with the last byte order mark, or behind the last form feed, which ends a page. Where neither stands
    there, Markdown has the last two line ends, as the archive's own does, and other text begins behind the line end
    of what stands before it.
    """
    end = beginning.start
    while end and clean[end - 1] in _BLANK:
        end -= 1
    gap = clean[end : beginning.start]
    if _MARK in gap:
        return end + gap.rindex(_MARK)
    if "\f" in gap:
        return end + gap.rindex("\f") + 1
    if beginning.bold and gap.endswith("\n\n"):
        return beginning.start - 2
    return end + gap.find("\n") + 1
