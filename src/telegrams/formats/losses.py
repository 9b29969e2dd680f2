"""What a format cannot hold of a document, and where it went: from one table, for reports and for the documentation.

The table is one of the facts (`losses`); a test writes a document with a word of its own in every field, and compares.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from telegrams.errors import UnknownFormatError
from telegrams.facts import records
from telegrams.model import Document
from telegrams.model.base import Value

from . import FORMATS
from .csl.write import citation_item

__all__ = ["Fate", "Loss", "losses", "table"]

Fate = Literal["moved", "words", "lost"]

_COLUMNS = ("csl", "csl-yaml", "ris", "biblatex", "csv")
_FATES: tuple[Fate, ...] = get_args(Fate)
_CUSTOM = "custom "


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that a format does not hold as the model does."""

    field: str
    """The path in the model, such as `title.senders.role`; contributors by role, such as `….contributors.editor`."""
    fate: Fate
    """`moved`: held in full in another place. `words`: only its words stand, inside another field. `lost`: gone."""
    where: str | None
    """The place, in the format's own terms; none for what is lost."""

    def __str__(self) -> str:
        told = {"moved": "is now", "words": "stands only in the words of", "lost": "is lost"}[self.fate]
        return f"{self.field} {told} {self.where}" if self.where else f"{self.field} {told}"


@dataclass(frozen=True, slots=True)
class _Row:
    field: str
    form: re.Pattern[str] | None
    cells: Mapping[str, str]

    def loss(self, format: str) -> Loss | None:
        """The loss that a cell tells; None where the format holds the field."""
        fate, _, where = self.cells[format].partition(" ")
        return next((Loss(self.field, known, where or None) for known in _FATES if fate == known), None)


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(row["field"], None if row["form"] == "-" else re.compile(row["form"]), row) for row in records("losses")
    )


def table(format: str) -> tuple[Loss, ...]:
    """Every loss that a format can have, in the order of the model. Raises `UnknownFormatError`.

    Formats that are no citations hold everything and have none.
    """
    if format not in FORMATS:
        raise UnknownFormatError(format, FORMATS)
    return tuple(loss for row in _rows() if format in _COLUMNS and (loss := row.loss(format)))


def losses(document: Document, format: str) -> list[Loss]:
    """The losses of this document in this format: those of the table whose field it fills.

    Raises `UnknownFormatError`, and `WriteError` for a document that has no valid CSL item.
    """
    possible = {loss.field: loss for loss in table(format)}
    filled = list(_leaves(document, "")) if possible else []
    custom = citation_item(document)["custom"] if format == "csl" else {}
    return [
        loss
        for row in _rows()
        if (loss := possible.get(row.field))
        and any(_belongs(path, value, row) for path, value in filled)
        and _is_there(loss, custom)
    ]


def _is_there(loss: Loss, custom: Mapping[str, object]) -> bool:
    """False for a `custom` key that the item does without, because its other fields already tell the same."""
    where = loss.where or ""
    return not where.startswith(_CUSTOM) or where.removeprefix(_CUSTOM) in custom


def _belongs(path: str, value: str, row: _Row) -> bool:
    return (path == row.field or path.startswith(row.field + ".")) and (
        row.form is None or bool(row.form.search(value))
    )


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The filled fields below a value, with their values as strings. A contributor's path holds its role."""
    if isinstance(value, Value):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each, f"{path}.{each.role}" if path.endswith(".contributors") else path)
    elif value is not None:
        yield path, str(value)
