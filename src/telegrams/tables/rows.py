"""Tables → their rows, one after the other: never more than one row is held.

CSV (RFC 4180, with `,`, `;` or a tab between cells), JSON Lines (one object a line), SQLite (the table `documents`, or
the only one). CSV is in the encoding that is named, or that its byte order mark tells; all else in UTF-8. A row that
cannot be read is one with a problem; the others follow.
"""

import csv
import json
import re
import sqlite3
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO, TextIOWrapper
from itertools import chain, dropwhile
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, TextIO

from telegrams.errors import ParseError
from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.layout import Encoding

Kind = Literal["csv", "jsonl", "sqlite"]
Cell = str | tuple[str, ...]
"""A value, or several."""

_DELIMITERS = ",;\t"
_SEPARATOR = re.compile(r"\ufeff?sep=([^\r\n])[\r\n]*", re.IGNORECASE)
_WIDEST = 50_000_000
"""The largest cell, in characters: beyond it a quotation mark was never closed."""
_TABLE = "documents"


class TableRow(NamedTuple):
    """A row of a table."""

    number: int
    """Counted from 1, without a header; of JSON Lines the line."""
    cells: Mapping[str, Cell]
    """By column; without those that are empty."""
    problem: Diagnostic | None = None
    """Why it could not be read."""


class OpenTable(NamedTuple):
    """A table that is being read."""

    columns: tuple[str, ...]
    """Of JSON Lines those of the first object."""
    rows: Iterator[TableRow]


@contextmanager
def opened(source: Path | bytes, kind: Kind, encoding: Encoding = "utf-8") -> Iterator[OpenTable]:
    """The table in a file, or in bytes, for the time of the block; `encoding` is that of CSV.

    Raises `ParseError` (TG025) where there is no table in it, `OSError` where the file cannot be read.
    """
    if kind == "sqlite":
        with closing(_database(source)) as database:
            yield _sqlite(database)
        return
    binary: BinaryIO = source.open("rb") if isinstance(source, Path) else BytesIO(source)
    with binary:
        if kind == "jsonl":
            yield _json_lines(binary)
            return
        told = _encoding(binary.read(2), encoding)
        binary.seek(0)
        # A byte that does not fit becomes a lone surrogate, which the row that has it is refused for.
        with TextIOWrapper(binary, encoding=told, errors="surrogateescape", newline="") as text, _wide_cells():
            yield _csv(text)


def _encoding(beginning: bytes, named: Encoding) -> str:
    """The encoding by its name in Python: with a byte order mark of UTF-16 that, as in a text."""
    if named != "utf-8":
        return named
    return "utf-16" if beginning in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"


@contextmanager
def _wide_cells() -> Iterator[None]:
    """Raise the limit that the module `csv` has for all cells, less than a long text, for the time of the block."""
    before = csv.field_size_limit(_WIDEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _problem(number: int, message: str, hint: str | None = None) -> TableRow:
    return TableRow(number, {}, finding("TG026", f"row {number} cannot be read: {message}", hint=hint))


def _csv(text: TextIO) -> OpenTable:
    lines = dropwhile(str.isspace, text)
    first = next(lines, "")
    told = _SEPARATOR.fullmatch(first)
    if told:  # by a line that spreadsheets write above the header
        first = next(lines, "")
    delimiter = told[1] if told else max(_DELIMITERS, key=first.count)
    reader = csv.reader(chain([first], lines), delimiter=delimiter)
    columns = tuple(_apart(name.strip() for name in next(reader, [])))
    if not any(columns):
        raise ParseError((finding("TG025", "the table has no header that names its columns"),))
    return OpenTable(columns, _csv_rows(reader, columns))


def _apart(names: Iterable[str]) -> Iterator[str]:
    """The names of columns, a second one of a name with its number, so that none hides another: `title`, `title 2`."""
    met: Counter[str] = Counter()
    for name in names:
        met[name] += 1
        yield name if met[name] == 1 else f"{name} {met[name]}"


def _csv_rows(reader: Iterable[list[str]], columns: tuple[str, ...]) -> Iterator[TableRow]:
    number = 0
    try:
        for number, cells in enumerate(filter(None, reader), 1):
            if len(cells) != len(columns):
                hint = "a cell with a comma, a quotation mark or a line end stands in quotation marks"
                yield _problem(number, f"it has {len(cells)} of {len(columns)} cells", hint)
            elif any(map(_is_undecoded, cells)):
                yield _problem(number, "its bytes are of another encoding", "--encoding names it, for example cp1252")
            else:
                yield TableRow(number, {name: cell for name, cell in zip(columns, cells, strict=True) if cell.strip()})
    except csv.Error as error:
        yield _problem(number + 1, str(error), "the rows behind it are not read: is a quotation mark not closed?")


def _is_undecoded(cell: str) -> bool:
    return not cell.isascii() and any("\udc80" <= character <= "\udcff" for character in cell)


def _json_lines(binary: BinaryIO) -> OpenTable:
    records = _json_records(binary)
    before: list[TableRow] = []
    for each in records:
        if isinstance(each, TableRow):
            before.append(each)
            continue
        number, record = each
        rows = (each if isinstance(each, TableRow) else _json_row(*each) for each in records)
        return OpenTable(tuple(record), chain(before, (_json_row(number, record),), rows))
    raise ParseError([*(row.problem for row in before if row.problem), finding("TG025", "the table has no rows")])


def _json_records(lines: Iterable[bytes]) -> Iterator[TableRow | tuple[int, dict[str, object]]]:
    """The objects with the numbers of their lines; a row with a problem for a line that holds none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _problem(number, f"it is no JSON: {error}")
            continue
        if isinstance(record, dict):
            yield number, record
        else:
            yield _problem(number, "it is no object of JSON", 'each line is a record: {"title": …, "text": …}')


def _json_row(number: int, record: Mapping[str, object]) -> TableRow:
    return TableRow(number, _cells(record.items()))


def _cells(values: Iterable[tuple[str, object]]) -> dict[str, Cell]:
    """The values as text, without those that are empty."""
    cells = ((name, _cell(value)) for name, value in values)
    return {name: cell for name, cell in cells if cell}


def _cell(value: object) -> Cell:
    match value:
        case None:
            return ""
        case str():
            return value if value.strip() else ""
        case list() if all(isinstance(each, str) for each in value):
            return tuple(value)
        case bool() | list() | dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _database(source: Path | bytes) -> sqlite3.Connection:
    if isinstance(source, bytes):
        database = sqlite3.connect(":memory:")
        database.deserialize(source)
        return database
    return sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)


def _sqlite(database: sqlite3.Connection) -> OpenTable:
    try:
        # No view: its query may be without an end, in a database of a stranger.
        database.execute("PRAGMA trusted_schema = OFF")
        found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        names = [name for (name,) in found if not name.startswith("sqlite_")]
        name = _TABLE if _TABLE in names else names[0] if len(names) == 1 else None
        if name is None:
            hint = f"it has {', '.join(names)}" if names else "it has none at all"
            raise ParseError((finding("TG025", f"the database has no table “{_TABLE}”, nor just one", hint=hint),))
        quoted = name.replace('"', '""')
        rows = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 - a name that the database itself gives
    except sqlite3.DatabaseError as error:
        raise ParseError((finding("TG025", f"the database cannot be read: {error}"),)) from None
    columns = tuple(column[0] for column in rows.description)
    return OpenTable(columns, _sqlite_rows(rows, columns))


def _sqlite_rows(rows: sqlite3.Cursor, columns: tuple[str, ...]) -> Iterator[TableRow]:
    number = 0
    while True:
        number += 1
        try:
            values = rows.fetchone()
        except sqlite3.DatabaseError as error:
            yield _problem(number, str(error), "the rows behind it are not read")
            return
        if values is None:
            return
        if any(isinstance(value, bytes) for value in values):
            yield _problem(number, "it has bytes where text is meant")
        else:
            yield TableRow(number, _cells(zip(columns, values, strict=True)))
