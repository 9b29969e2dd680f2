"""Sources → parts that a worker takes at a time: a file as it is, or some rows of a table.

A table is never held whole. What reads tables is loaded where there is one.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from telegrams.errors import ParseError
from telegrams.facts.media import FORMAT_OF_SUFFIX
from telegrams.formats.guess import foreign, format_of, known_suffix
from telegrams.model.layout import Encoding

from .plan import Input, Rows

if TYPE_CHECKING:
    from telegrams.tables.rows import Kind, TableRow

PART_ROWS = 200
PART_CHARACTERS = 1_000_000
_BEGINNING = 1_000_000
"""In how many bytes a table shows that it is one."""
_TABLES: "Mapping[str, Kind]" = MappingProxyType({"csv": "csv", "sqlite": "sqlite"})
"""The formats that are tables, whatever they hold."""
_NO_TABLE = frozenset(FORMAT_OF_SUFFIX.values()) - {*_TABLES, "jsonl"}


def parted(
    sources: Iterable[Input],
    format: str | None,
    columns: Mapping[str, str] | None = None,
    encoding: Encoding = "utf-8",
) -> Iterator[Input]:
    """The sources in order, a table as its parts; one that cannot be read as a table is a part with its faults.

    `columns` says which column holds which fact, where that is not known.
    """
    for source in sources:
        kind = table_kind(source, format, columns)
        if kind is None:
            yield source
            continue
        try:
            yield from _parts(source, kind, columns, encoding)
        except ParseError as error:
            yield source._replace(rows=Rows(found=error.diagnostics))
        except OSError:  # what is wrong with the file is told where it is read as a whole
            yield source


def table_kind(source: Input, format: str | None, columns: Mapping[str, str] | None = None) -> "Kind | None":
    """What kind of table a source is; none where it is no table, or cannot be read."""
    if format is not None and format in _TABLES:
        return None if foreign(_beginning(source)) else _TABLES[format]
    promised = FORMAT_OF_SUFFIX.get(known_suffix(source.name) or "")
    if format in _NO_TABLE or (format is None and promised in _NO_TABLE):
        return None
    beginning = _beginning(source)
    if foreign(beginning):
        return None
    found = format or format_of(source.name, beginning)
    if found != "jsonl":
        return _TABLES.get(found)
    from telegrams.tables.own import are_rows

    return "jsonl" if are_rows(beginning, columns) else None


def _beginning(source: Input) -> bytes:
    if source.data is not None:
        return source.data[:_BEGINNING]
    try:
        with Path(source.name).open("rb") as handle:
            return handle.read(_BEGINNING)
    except (OSError, ValueError):
        return b""


def _parts(source: Input, kind: "Kind", chosen: Mapping[str, str] | None, encoding: Encoding) -> Iterator[Input]:
    """The rows of a table by some hundreds; a table without rows is one part without any."""
    from telegrams.tables.columns import columns_left_out, columns_of
    from telegrams.tables.rows import opened

    with opened(source.data if source.data is not None else Path(source.name), kind, encoding) as table:
        columns = columns_of(table.columns, chosen)
        found = tuple(columns_left_out(columns))
        first, size = 0, 0
        part: list[TableRow] = []
        for row in table.rows:
            part.append(row)
            size += sum(map(len, row.cells.values()))
            if len(part) == PART_ROWS or size >= PART_CHARACTERS:
                yield source._replace(data=None, rows=Rows(first, columns, tuple(part), found))
                first, size, found = first + len(part), 0, ()
                part = []
        if part or not first:
            yield source._replace(data=None, rows=Rows(first, columns, tuple(part), found))
