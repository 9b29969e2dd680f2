"""Every fact once, as data: months, languages, labels, units, verbs, hosts …

The files stand in `data/`, in one form (UTF-8):

    # a comment            a line that begins with `#`; blank lines do not count
    entry                  a list (`.txt`): one entry a line
    first<TAB>second       a table (`.tsv`): its first line names the columns; then one row a line
    one|two|three          a cell that holds several entries

What a column holds is said once, by the type of the field of that name in the table's row (a `NamedTuple`): `str`,
`int`, `bool` (`yes` or empty), `str | None` (an empty cell is none), `tuple[str, ...]`, a regular expression over
bytes, or one of the words of a `Literal`. Facts are for every floor; they import only the model.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar, get_args, get_origin

_DATA = Path(__file__).parent / "data"
Row = TypeVar("Row", bound=NamedTuple)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _pattern(cell: str) -> re.Pattern[bytes] | None:
    return re.compile(cell.encode("ascii"), re.DOTALL) if cell else None


_CELLS: Mapping[object, Callable[[str], object]] = MappingProxyType(
    {
        str: str,
        int: int,
        bool: "yes".__eq__,
        str | None: lambda cell: cell or None,
        tuple[str, ...]: _several,
        re.Pattern[bytes] | None: _pattern,
    }
)
"""The type of a row's field → how its cell is read."""


def _reader(column: str, type_: object) -> Callable[[str], object]:
    """How a cell of this type is read; a `Literal`, or a union of them, takes its own words only."""
    if type_ in _CELLS:
        return _CELLS[type_]
    words = _words(type_)

    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"{cell!r} is no {column}: {', '.join(sorted(words))}")
        return cell

    return read


def _words(type_: object) -> frozenset[str]:
    if get_origin(type_) is Literal:
        return frozenset(get_args(type_))
    return frozenset().union(*map(_words, get_args(type_)))


def _lines(file: str) -> list[str]:
    lines = (_DATA / file).read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of the list `data/NAME.txt`, in order."""
    return tuple(_lines(f"{name}.txt"))


@cache
def records(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the table `data/NAME.tsv` as they stand: column → cell.

    Raises `ValueError` for a row with a cell too many or too few.
    """
    header, *rows = (line.split("\t") for line in _lines(f"{name}.tsv"))
    return tuple(MappingProxyType(dict(zip(header, row, strict=True))) for row in rows)


def table(name: str, row: type[Row]) -> tuple[Row, ...]:
    """The rows of the table `data/NAME.tsv`, each a `row` with its cells read by the types of its fields.

    Raises `ValueError` where the columns are not the row's fields, or a cell is not of its type.
    """
    rows = records(name)
    if rows[0].keys() != set(row._fields):
        raise ValueError(
            f"{name}.tsv has the columns {', '.join(rows[0])}; {row.__name__} has {', '.join(row._fields)}"
        )
    readers = [(column, _reader(column, row.__annotations__[column])) for column in row._fields]
    return tuple(row._make(read(each[column]) for column, read in readers) for each in rows)
