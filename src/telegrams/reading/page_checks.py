"""What the setting of pages may have left in a text: divided words, page numbers, running heads. They are told; of them
only a word that is certainly one is joined (`divided`).

They are told in texts set for pages only: those with form feeds, or in the `print` layout.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .divided import divided_word, is_one_word, words_of_lines
from .lines import Line

_PAGE_NUMBER = re.compile(
    r"(?:[-–—] ?)?[0-9]{1,4}(?: ?[-–—])?|(?:p\.|page) ?[0-9]{1,4}(?: (?:of|/) [0-9]{1,4})?", re.IGNORECASE
)
_FIGURES = re.compile(r"[0-9]+")
_FEWEST_PAGES = 3
_LONGEST_HEAD = 120


class PageMark(NamedTuple):
    """Words that the setting of a page may have left in the text."""

    code: str
    message: str
    start: int
    """In the clean text."""
    end: int


def page_marks(lines: Sequence[Line]) -> Iterator[PageMark]:
    """The marks in the lines of a text, in the order of their codes (TG504, TG505, TG506)."""
    known = words_of_lines(lines) if any(line.text[-1:] == "-" for line in lines) else frozenset()
    for line, following in pairwise(lines):
        parts = divided_word(line, following._replace(page=False))
        if parts and (following.page or not is_one_word(parts, known)):
            word = line.text.rpartition(" ")[2]
            message = f"“{word}” ends its line: if the hyphen only divides a word, it stays in the text"
            yield PageMark("TG504", message, line.end - len(word), line.end)
    pages = list(_pages(lines))
    if len(pages) > 1:
        yield from _page_numbers(pages)
        yield from _running_heads(pages)


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each page, blank ones left out."""
    page: list[Line] = []
    for line in lines:
        if line.page and page:
            yield page
            page = []
        page += [line] if line.text else []
    if page:
        yield page


def _page_numbers(pages: Sequence[list[Line]]) -> Iterator[PageMark]:
    for page in pages:
        for line in dict.fromkeys((page[0], page[-1])):
            if _PAGE_NUMBER.fullmatch(line.text):
                yield PageMark("TG505", f"“{line.text}” may be the number of a page", line.start, line.end)


def _running_heads(pages: Sequence[list[Line]]) -> Iterator[PageMark]:
    """The first of the lines that open three pages or more in the same words, figures aside."""
    opening: dict[str, list[Line]] = {}
    for page in pages:
        words = _FIGURES.sub("0", page[0].text)
        if len(words) <= _LONGEST_HEAD and not _PAGE_NUMBER.fullmatch(page[0].text):
            opening.setdefault(words, []).append(page[0])
    for found in opening.values():
        if len(found) >= _FEWEST_PAGES:
            message = f"“{found[0].text}” opens {len(found)} pages and may be a running head"
            yield PageMark("TG506", message, found[0].start, found[0].end)
