"""The columns of tables of records, and the facts that they hold."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import entries, table
from .catalogue import CatalogueField

Fact = Literal[
    "title",
    "date",
    "text",
    "summary",
    "credits",
    "citation",
    "source",
    "url",
    "record_id",
    "original_languages",
    "contents",
]
"""Facts that `telegrams.build` takes by themselves; besides them come the fields of the catalogue."""


class _Columns(NamedTuple):
    fact: Fact | CatalogueField
    several: bool
    columns: tuple[str, ...]


_ROWS = table("columns", _Columns)

FACT_OF_COLUMN = MappingProxyType({column: row.fact for row in _ROWS for column in row.columns})
"""A column, in lower case → the fact that it holds."""
FACTS: frozenset[str] = frozenset(row.fact for row in _ROWS)
FACTS_OF_SEVERAL = frozenset(row.fact for row in _ROWS if row.several)
"""The facts of which a record may have several."""
COLUMNS_OF_NO_FACT = frozenset(entries("columns_of_no_fact"))
