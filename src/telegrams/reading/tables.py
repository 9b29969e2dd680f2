"""A passage of Markdown table rows → a table.

row := "|" cell ("|" cell)* ["|"]        the row of dashes behind the first belongs to the layout
"""

import re

from telegrams.model.body import Table

from .inline import parse_inline
from .passages import LINE

_SEPARATOR = re.compile(r"\|[ :|-]{1,400}")


def read_table(text: str, written: str | None) -> Table | None:
    """The table, or none where a line is no row or all cells are empty."""
    rows = []
    for index, line in enumerate(text.split(LINE)):
        if not line.startswith("|"):
            return None
        if index == 1 and _SEPARATOR.fullmatch(line) and "-" in line:
            continue
        cells = [cell.strip(" ") for cell in line.removeprefix("|").removesuffix("|").split("|")]
        rows.append(tuple(parse_inline(cell, written) if cell else None for cell in cells))
    if not any(cell for row in rows for cell in row):
        return None
    return Table(rows=tuple(rows))
