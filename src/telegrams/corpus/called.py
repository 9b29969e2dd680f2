"""What the documents of a source are called: by their numbers in the archive, or the names that the file gives them."""

from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from telegrams.conversion import convert
from telegrams.errors import ParseError
from telegrams.formats import find
from telegrams.formats.guess import format_of

from .parts import table_kind
from .plan import Input
from .work import Request, load

if TYPE_CHECKING:
    from telegrams.tables.rows import Kind

_STREAM = "jsonl"


class Called(NamedTuple):
    """What a document is called in a source of several."""

    record_id: str | None
    identifier: str | None
    """The name that the file gives it, of which another file may have the same."""


def may_hold_several(source: Input, request: Request) -> bool:
    """Whether a source may hold several documents; never false where it does. False for one that cannot be read."""
    if table_kind(source, request.format, dict(request.columns)):
        return True
    try:
        data = load(source, request.max_bytes)
        return find(request.format or format_of(source.name, data)).holds_several(data)
    except ParseError:
        return False


def called(source: Input, request: Request) -> tuple[Called, ...]:
    """What each document of a source is called, where it holds several or is a stream, in which one may stand alone.

    Nothing where the source cannot be read; `work` tells why.
    """
    try:
        if kind := table_kind(source, request.format, dict(request.columns)):
            return _called_rows(source, kind, request)
        data = load(source, request.max_bytes)
        known = request.format or format_of(source.name, data)
        result = convert(data, known, request.encoding, source.name)
    except Exception:  # a fault is told by `work`
        return ()
    if len(result.documents) == 1 and known != _STREAM:
        return ()
    names = result.names or (None,) * len(result.documents)
    numbers = (each.citation.record_id if each.citation else None for each in result.documents)
    return tuple(starmap(Called, zip(numbers, names, strict=True)))


def _called_rows(source: Input, kind: "Kind", request: Request) -> tuple[Called, ...]:
    """What each row of a table is called, those included that cannot be read."""
    from telegrams.tables.columns import columns_of
    from telegrams.tables.record import record_number
    from telegrams.tables.rows import opened

    with opened(source.data if source.data is not None else Path(source.name), kind, request.encoding) as table:
        columns = columns_of(table.columns, dict(request.columns))
        return tuple(Called(record_number(row, columns), None) for row in table.rows)
