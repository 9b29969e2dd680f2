"""Which opening mark belongs to which closing one: square brackets, quotation marks, Markdown emphasis and links.

A lenient matcher: what has no partner stays text, and marks that cross others lose (format.md 6.3).
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from telegrams.values.scanning import offsets

Sort = Literal["bracket", "quote", "emphasis", "link", "expansion"]

_ASCII_MARKS = '"[]'
_MARKS = _ASCII_MARKS + "“”„«»"
_EMPHASIS = re.compile(r"\*\*?|__?")
_LINK = re.compile(r"(!?)\[([^\[\]\n\f\v]{1,300})\]\(([^()\s]{1,1000})\)")
_OPENS_AFTER = "([{—–-/\n\f\v\"'‘“„« "
_CLOSES_BEFORE = ")]}.,;:!?—–-/\n\f\v\"'’”» *_"
_PARTNER = {"“": "”", "„": "“", "«": "»"}


class Pair(NamedTuple):
    """A stretch between two marks, or a word with one in it.

    `start` and `end` hold the marks; the inner stretch is what has inlines of its own, without the marks but for
    quotation marks, which belong to the quotation.
    """

    start: int
    end: int
    sort: Sort
    inner_start: int
    inner_end: int
    target: str = ""
    """Where a link leads, or the style of emphasis."""


def find_pairs(text: str) -> tuple[list[Pair], list[int]]:
    """The pairs of a text, in no particular order, and the offsets of marks without a partner."""
    pairs: list[Pair] = []
    alone: list[int] = []
    marks = offsets(text, _ASCII_MARKS if text.isascii() else _MARKS)
    if marks:
        _match_marks(text, marks, pairs, alone)
    if "](" in text:
        pairs += _links(text)
    if "*" in text or "_" in text:
        pairs += _emphasis(text)
    return pairs, alone


def _match_marks(text: str, marks: list[int], pairs: list[Pair], alone: list[int]) -> None:
    brackets: list[int] = []
    quotes: dict[str, list[int]] = {"”": [], "“": [], "»": [], '"': []}
    for at in marks:
        mark = text[at]
        if mark == "[":
            brackets.append(at)
        elif mark == "]":
            _close(brackets, at, "bracket", pairs, alone)
        elif mark == '"':
            _straight(text, at, quotes[mark], pairs, alone)
        elif mark == "“" and quotes["“"]:
            _close(quotes["“"], at, "quote", pairs, alone)
        elif mark in _PARTNER:
            quotes[_PARTNER[mark]].append(at)
        elif mark == "”" and not quotes["”"] and quotes["“"]:
            _close(quotes["“"], at, "quote", pairs, alone)
        else:
            _close(quotes[mark], at, "quote", pairs, alone)
    for left in (brackets, *quotes.values()):
        alone += left


def _close(opened: list[int], at: int, sort: Sort, pairs: list[Pair], alone: list[int]) -> None:
    if opened:
        start = opened.pop()
        inner = (start, at + 1) if sort == "quote" else (start + 1, at)
        pairs.append(Pair(start, at + 1, sort, *inner))
    else:
        alone.append(at)


def _straight(text: str, at: int, opened: list[int], pairs: list[Pair], alone: list[int]) -> None:
    """A straight mark closes where one is open and no blank stands before it; else it opens if none is open."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if opened and before not in (" ", "\n", "\f", "\v") and (not after or after in _CLOSES_BEFORE or after.isalnum()):
        _close(opened, at, "quote", pairs, alone)
    elif opened or (before and before not in _OPENS_AFTER):
        alone.append(at)
    else:
        opened.append(at)


def _links(text: str) -> Iterator[Pair]:
    for match in _LINK.finditer(text):
        target = ("!" if match[1] else "") + match[3]
        yield Pair(match.start(), match.end(), "link", match.start(2), match.end(2), target)


def _emphasis(text: str) -> Iterator[Pair]:
    """CommonMark's flanking rule in short: an opening mark stands before a word, a closing one behind it."""
    opened: dict[str, int] = {}
    for match in _EMPHASIS.finditer(text):
        mark, at, end = match[0], match.start(), match.end()
        before, after = text[at - 1 : at], text[end : end + 1]
        style = "bold" if len(mark) == 2 else "italic"
        if before == "\\":
            continue
        if mark in opened and before.strip() and (mark[0] == "*" or not after.isalnum()):
            start = opened.pop(mark)
            yield Pair(start, end, "emphasis", start + len(mark), at, style)
        elif after.strip() and not before.isalnum() and after not in "*_":
            opened[mark] = at
