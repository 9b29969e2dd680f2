"""Rows → text: every piece in a column, blank lines for the gaps, a form feed between pages.

The outcome looks like that of `pdftotext -layout`, from which the `print` layout is known: type is proportional, so
a column is as wide as a character in the tightest full row of the page.
"""

from collections.abc import Sequence
from itertools import chain, pairwise

from .rows import Row

_FULL_ROW = 20
_NARROWEST = 0.2
"""The narrowest column, as a part of the type size: overprinted characters make no column."""
_USUAL = 0.45
_LAST_COLUMN = 200
_MOST_FEEDS = 5

Page = Sequence[Sequence[Row]]
"""The rows of a page: upright ones first, then the turned ones."""


def lines_of(pages: Sequence[Page]) -> str:
    """The text of all pages; pages without rows leave no trace. Empty where no page has rows."""
    filled = [page for page in pages if page]
    if not filled:
        return ""
    margins = sorted(min(row.left for row in page[0]) for page in filled)
    usual = margins[len(margins) // 2]
    return "\n\f".join(_page(page, usual) for page in filled) + "\n"


def _page(page: Page, usual: float) -> str:
    """A page of few lines has no margin of its own: `usual` is that of most pages."""
    first, *turned = page
    return "\n\n".join([_block(first, usual), *(_block(rows, rows[0].left) for rows in turned)])


def _block(rows: Sequence[Row], usual: float) -> str:
    margin = min(usual, *(row.left for row in rows))
    width = _column_width(rows)
    lines = [_line(rows[0], margin, width)]
    for above, row in pairwise(rows):
        feeds = int((above.baseline - row.baseline) / above.size)
        lines.append("\n" * (min(max(feeds, 1), _MOST_FEEDS)) + _line(row, margin, width))
    return "".join(lines)


def _column_width(rows: Sequence[Row]) -> float:
    narrowest = min(row.size for row in rows) * _NARROWEST
    full = (
        (fragment.right - fragment.left) / len(fragment.text)
        for fragment in chain.from_iterable(row.fragments for row in rows)
        if len(fragment.text) >= _FULL_ROW
    )
    return max(min(full, default=rows[0].size * _USUAL), narrowest)


def _line(row: Row, margin: float, width: float) -> str:
    """Rule: a piece begins in its column, or two blanks behind the piece before it."""
    parts: list[str] = []
    length = 0
    for fragment in row.fragments:
        column = min(round((fragment.left - margin) / width), _LAST_COLUMN)
        blanks = max(column - length, 2 if parts else 0)
        parts += " " * blanks, fragment.text
        length += blanks + len(fragment.text)
    return "".join(parts)
