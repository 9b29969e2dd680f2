"""SQLite, read only: a database with a table of records, one in each row (`telegrams.tables`)."""

from .contract import Reading
from .table_rows import read_rows


def read(data: bytes) -> Reading:
    """The documents of all rows. Raises `ParseError` (TG025)."""
    return read_rows(data, "sqlite")


def holds_several(data: bytes) -> bool:
    """Always true: each row is a document."""
    del data
    return True
