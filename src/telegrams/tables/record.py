"""A row of a table → a Document, by the readers of the facts that its columns hold."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from telegrams.building import build, fitting_label
from telegrams.errors import ParseError
from telegrams.facts.catalogue import CATALOGUE_LABELS
from telegrams.facts.columns import FACTS_OF_SEVERAL
from telegrams.facts.hosts import number_in_address
from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document

from .columns import Columns
from .rows import Cell, TableRow

_RECORD_ID = "Record ID"
"""The archive's own label of the number."""
_FEW = 5
"""How many rows of a kind are named."""


class Record(NamedTuple):
    """What came of a row."""

    number: int
    document: Document | None
    """None where the row could not be read."""
    found: tuple[Diagnostic, ...]


def record_of(row: TableRow, columns: Columns) -> Record:
    """The document of a row; where it cannot be read, or a fact has no place in a document, why (TG026, TG022)."""
    if row.problem:
        return Record(row.number, None, (row.problem,))
    try:
        facts: dict[str, Any] = dict(_facts(row.cells, columns))
        catalogue = [(label, facts.pop(field)) for field, label in CATALOGUE_LABELS.items() if field in facts]
        document = build(**facts, other_fields=[*catalogue, *_others(row.cells, columns)])
    except ParseError as error:
        return Record(row.number, None, tuple(_of_row(row.number, each) for each in error.diagnostics))
    return Record(row.number, document, ())


def findings_of(records: Sequence[Record]) -> Iterator[Diagnostic]:
    """What is found in the rows, and one finding (TG027) for all of them that have no text."""
    for record in records:
        yield from record.found
    bare = [record.number for record in records if record.document and not record.document.body]
    if bare:
        first = ", ".join(map(str, bare[:_FEW]))
        more = f" and {len(bare) - _FEW} more" if len(bare) > _FEW else ""
        yield finding("TG027", f"without a text: {'row' if len(bare) == 1 else 'rows'} {first}{more}")


def record_number(row: TableRow, columns: Columns) -> str | None:
    """The record's number in the archive, by which it is called."""
    in_address = number_in_address(_one(_cell(row.cells, columns, "url")))
    return in_address or _one(_cell(row.cells, columns, "record_id")) or None


def _of_row(number: int, told: Diagnostic) -> Diagnostic:
    return told.model_copy(update={"message": f"row {number}: {told.message}"})


def _facts(cells: Mapping[str, Cell], columns: Columns) -> Iterator[tuple[str, Cell]]:
    """The facts that `build` takes, each in its form."""
    for fact in columns.facts:
        cell = _cell(cells, columns, fact)
        if cell and fact not in _left_to_others(cells, columns):
            yield fact, _several(cell) if fact in FACTS_OF_SEVERAL else _one(cell)


def _left_to_others(cells: Mapping[str, Cell], columns: Columns) -> frozenset[str]:
    """The facts that no field holds beside others: the number, which the address says; the source beside a citation."""
    cited = _cell(cells, columns, "citation")
    return frozenset(("record_id", "source")) if cited else frozenset(("record_id",))


def _others(cells: Mapping[str, Cell], columns: Columns) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is kept under a label: columns of no known fact, and facts that no field holds."""
    number = _one(_cell(cells, columns, "record_id"))
    if number and number != number_in_address(_one(_cell(cells, columns, "url"))):
        yield _RECORD_ID, (number,)
    if (source := _cell(cells, columns, "source")) and "source" in _left_to_others(cells, columns):
        yield "Source", (_one(source),)
    known = {*columns.facts.values(), *columns.passed}
    for column, cell in cells.items():
        if column not in known:
            yield fitting_label(column), _several(cell)


def _cell(cells: Mapping[str, Cell], columns: Columns, fact: str) -> Cell:
    column = columns.facts.get(fact)
    return cells.get(column, "") if column else ""


def _one(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "; ".join(cell)


def _several(cell: Cell) -> tuple[str, ...]:
    """The values of a cell: of several, of an array of JSON in a text (`["German"]`), or the one."""
    if isinstance(cell, str) and cell.startswith("[") and cell.endswith("]"):
        try:
            values = json.loads(cell)
        except (ValueError, RecursionError):
            return (cell,)
        return tuple(values) if all(isinstance(value, str) for value in values) else (cell,)
    return (cell,) if isinstance(cell, str) else cell
