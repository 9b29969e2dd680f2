"""JSON Lines: documents of this package, or rows of a table of records?"""

import json
from codecs import BOM_UTF8
from collections.abc import Mapping

from telegrams.facts.columns import FACT_OF_COLUMN

from .columns import NEEDED

_FIRST = 1_000_000
"""In how many bytes the first line must end to be looked at."""


def are_rows(data: bytes, chosen: Mapping[str, str] | None = None) -> bool:
    """Whether the first object of JSON Lines is a row: it has no schema, and columns that are known or chosen."""
    line = data[:_FIRST].removeprefix(BOM_UTF8).lstrip().partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    try:
        names = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return "schema" not in names and (bool(chosen) or any(FACT_OF_COLUMN.get(name.lower()) in NEEDED for name in names))
