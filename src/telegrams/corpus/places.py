"""An offset in a text → line, column and the piece of the line to show.

Lines end at a line feed, a carriage return or both, and at nothing else; columns count characters from 1.
"""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")
WINDOW = 100
"""How many characters of a line are shown at most."""
BEFORE = 40
"""How many of them stand before the place, where the line is longer."""


class Place(NamedTuple):
    """Where in a file a finding is, with the source line to show, cut to a window where it is long."""

    line: int
    column: int
    excerpt: str
    """The source line, or the window of it round the place."""
    start: int
    """Where in `excerpt` the place begins."""
    length: int
    """How many characters of `excerpt` it takes; 0 at the end of the line."""
    cut_before: bool = False
    cut_after: bool = False


class Lines:
    """The lines of a text; finding the place of an offset takes no walk through the text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, start: int, end: int) -> Place:
        """The place of the range from `start` to `end`; only its first line is shown."""
        start = min(start, len(self.text))
        number = bisect_right(self._starts, start) - 1
        first = self._starts[number]
        ending = _LINE_END.search(self.text, first)
        last = ending.start() if ending else len(self.text)
        left = first if last - first <= WINDOW else max(first, min(start - BEFORE, last - WINDOW))
        right = min(last, left + WINDOW)
        offset = min(start, right) - left
        length = max(0, min(end, right) - left - offset)
        cuts = (left > first, right < last)
        return Place(number + 1, start - first + 1, self.text[left:right], offset, length, *cuts)
