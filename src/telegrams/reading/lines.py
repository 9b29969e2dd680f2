"""Text → lines, each with its place, its setting and its marks. Only LF ends a line here (`Source.clean`)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_RUNS = re.compile(r"[ \t]{2,}|\t")
_TAB = 4


class Line(NamedTuple):
    """One line, without the white space around it."""

    text: str
    """The line with single blanks, nothing at its ends; empty for a blank line."""
    start: int
    """Offset of the first character of `text` in the clean text."""
    end: int
    """Offset behind the last one."""
    indent: int
    """Columns of white space before it."""
    hard: bool
    """True where the line ends by two blanks or a backslash: a line end set on purpose."""
    page: bool
    """True where a form feed stands before it."""


BLANK = Line("", 0, 0, 0, hard=False, page=False)
"""A blank line that stands nowhere in the source: it only parts others."""


def squeeze(text: str) -> str:
    """Every run of blanks and tabs as one blank."""
    return _RUNS.sub(" ", text) if "  " in text or "\t" in text else text


def split_lines(clean: str) -> list[Line]:
    """The lines of a text; a form feed is no part of a line but marks the first line with text behind it.

    A form feed in the middle of a line ends that line.
    """
    lines, offset, page = [], 0, False
    for piece in clean.split("\n"):
        if "\f" not in piece:
            line = read_line(piece, offset, page=page)
            lines.append(line)
            page = page and not line.text
        else:
            start = offset
            for count, part in enumerate(piece.split("\f")):
                page = page or count > 0
                line = read_line(part, start, page=page)
                # What stands beside a form feed on its line is no blank line of its own.
                if line.text or count == 0:
                    lines.append(line)
                page = page and not line.text
                start += len(part) + 1
        offset += len(piece) + 1
    return lines


def read_line(piece: str, offset: int, *, page: bool) -> Line:
    """The line that a piece of text without line ends is; it begins at `offset` of the clean text."""
    if not piece:
        return Line("", offset, offset, 0, False, False)
    if piece.strip(" \t") == piece and "  " not in piece and "\t" not in piece and piece[-1:] != "\\":
        return Line(piece, offset, offset + len(piece), 0, False, page)  # as most lines are
    left = piece.lstrip(" \t")
    text = left.rstrip(" \t")
    start = offset + len(piece) - len(left)
    hard = left.endswith("  ")
    while text.endswith("\\") and not text.endswith("\\\\"):
        text = text[:-1].rstrip(" \t")
        hard = True
    end = start + len(text)
    indent = len(piece) - len(left)
    if indent and "\t" in piece[:indent]:
        indent = len(piece[:indent].expandtabs(_TAB))
    return Line(squeeze(text), start, end, indent, hard, page and bool(text))


def paragraph_lines(lines: Sequence[Line], texts: Sequence[Line]) -> list[Line]:
    """The lines from the first to the last of `texts`, lines with words of a text that no width wraps.

    Each is a paragraph; where blank lines part the paragraphs of the whole text, line ends inside one are on purpose.
    """
    if not texts:
        return []
    words = [at for at, line in enumerate(lines) if line.text]
    if len(words) == words[-1] - words[0] + 1:
        return [each for line in texts for each in (line, BLANK)]
    chosen = lines[lines.index(texts[0]) : lines.index(texts[-1]) + 1]
    return [line._replace(hard=bool(below.text)) for line, below in pairwise((*chosen, BLANK))]
