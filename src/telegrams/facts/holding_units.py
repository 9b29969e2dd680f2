"""The units of an archival number: their words in source statements, in TEI, in citations and in tables."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import table

UnitField = Literal["record_group", "fond", "opis", "delo", "papka", "por", "box", "list", "year", "rest"]
"""The fields of a Holding that are units of its number."""


class HoldingUnit(NamedTuple):
    """One unit: how it is named where."""

    field: UnitField
    tei: str
    """The word before the value in TEI's `idno`; empty where the value stands alone."""
    csl: str
    """The word before the value in `archive_location` and `archive_collection`."""
    key: str
    """In the `holding-archive` of a CSL item."""
    column: str | None
    """Of a CSV table."""
    words: tuple[str, ...]
    """By which a source statement names the unit, in lower case."""


HOLDING_UNITS = table("holding_units", HoldingUnit)
"""In the order in which they are written."""
UNIT_OF_WORD = MappingProxyType({word: unit.field for unit in HOLDING_UNITS for word in unit.words})
"""The unit that a word of a source statement names."""
