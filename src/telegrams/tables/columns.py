"""Which column of a table holds which fact of a record."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from telegrams.errors import ParseError
from telegrams.facts.catalogue import CATALOGUE_FIELD_OF_LABEL
from telegrams.facts.columns import COLUMNS_OF_NO_FACT, FACT_OF_COLUMN, FACTS
from telegrams.facts.labels import FIELD_OF_LABEL
from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic

NEEDED = ("title", "text", "citation")
"""A table without any of these facts is none of records."""


class Columns(NamedTuple):
    """The columns of a table by the facts that they hold."""

    facts: Mapping[str, str]
    """A fact → its column."""
    passed: tuple[str, ...]
    """The columns that say something of the table, not of the record: they are left out."""


def columns_of(names: Iterable[str], chosen: Mapping[str, str] | None = None) -> Columns:
    """The facts of the columns of these names, as they are known or as the user has `chosen` (fact → column).

    What is chosen wins: a known column of the same fact is kept under its own name then. Case makes no difference to
    known names.
    Raises `ParseError` (TG025) where a fact or column that is chosen does not exist, or where no column holds a title,
    a text or a citation.
    """
    present = list(names)
    facts = dict(chosen or {})
    for fact, column in facts.items():
        if fact not in FACTS:
            raise _refused(f"there is no fact “{fact}”", f"the facts are {', '.join(sorted(FACTS))}")
        if column not in present:
            raise _refused(f"the table has no column “{column}”", f"its columns are {', '.join(present)}")
    for column in present:
        known = _known(column)
        if known and column not in facts.values():
            facts.setdefault(known, column)
    if not any(fact in facts for fact in NEEDED):
        hint = f"--map title=…,date=…,text=… says which of its columns is which: {', '.join(present)}"
        raise _refused("no column of this table is known as a title, text or citation", hint)
    left = (column for column in present if column not in facts.values())
    return Columns(facts, tuple(column for column in left if column.lower() in COLUMNS_OF_NO_FACT))


def _known(column: str) -> str | None:
    """The fact that a column holds by its name, or by that of a label of the archive: `Original Language`."""
    name = column.lower()
    label = name.replace("_", " ")
    return FACT_OF_COLUMN.get(name) or CATALOGUE_FIELD_OF_LABEL.get(label) or FIELD_OF_LABEL.get(label)


def _refused(message: str, hint: str) -> ParseError:
    return ParseError((finding("TG025", message, hint=hint),))


def chosen_columns(words: str) -> dict[str, str]:
    """`title=Titel,date=Datum` → the column that is chosen for each fact. Raises `ValueError` for other words."""
    pairs = (pair.partition("=") for pair in words.split(","))
    found = {fact.strip(): column.strip() for fact, _, column in pairs}
    if not all(found) or not all(found.values()):
        raise ValueError(f"{words!r} is not of the form title=Titel,date=Datum,text=Text")
    return found


def columns_left_out(columns: Columns) -> Iterator[Diagnostic]:
    """What is said of the columns that are left out (TG028), where there are some."""
    if columns.passed:
        message = f"columns that say nothing of the records are left out: {', '.join(columns.passed)}"
        yield finding("TG028", message)
