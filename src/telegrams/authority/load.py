"""An authority file → a table.

CSV (also with semicolons or tabs): a first line with the columns `name`, `kind` and `uri` in any order; other columns
are passed over. JSON: an array of objects with these keys. UTF-8, with or without a byte order mark.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from telegrams.errors import ParseError
from telegrams.findings import finding, in_our_voice, line_span
from telegrams.model.diagnostics import Diagnostic, Span
from telegrams.model.strings import URI_PATTERN

from .table import Authority, Entry, Kind, normalised

_COLUMNS = ("name", "kind", "uri")
_KINDS = MappingProxyType[str, Kind](
    {"person": "person", "organisation": "organisation", "organization": "organisation", "place": "place"}
)
_URI = re.compile(URI_PATTERN)
_SPACE = re.compile(r"[ \t\r\n]*")
_MOST_FINDINGS = 20


def load_authority(path: str | Path) -> Authority:
    """The table of a file. Raises `ParseError` (TG915) with the lines of all faults, `OSError` for no file."""
    return Authority(parse_entries(Path(path).read_bytes()))


@cache
def load_known(path: str, digest: str) -> Authority:
    """The table of a file whose bytes have this digest; each process reads it once."""
    del digest
    return load_authority(path)


def parse_entries(data: bytes) -> tuple[Entry, ...]:
    """The entries of an authority file. Raises `ParseError` (TG915)."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(f"byte {error.start} is not UTF-8: {error.reason}", None, "save the file as UTF-8") from None
    rows = _json_rows(text) if text.lstrip().startswith(("[", "{")) else _csv_rows(text)
    entries: list[Entry] = []
    faults: list[Diagnostic] = []
    for line, row in rows:
        entry, fault = _entry(row)
        if entry is not None:
            entries.append(entry)
        else:
            faults.append(_fault(f"line {line}: {fault}", line_span(text, line)))
            if len(faults) == _MOST_FINDINGS:
                break
    if faults:
        raise ParseError(faults)
    return tuple(entries)


def _entry(row: object) -> tuple[Entry | None, str]:
    """The entry of a row, or what is wrong with it."""
    if not isinstance(row, dict):
        return None, "an entry is an object with `name`, `kind` and `uri`"
    name, kind, uri = (row.get(column) for column in _COLUMNS)
    for column, value in zip(_COLUMNS, (name, kind, uri), strict=True):
        if not isinstance(value, str) or not value.strip():
            return None, f"the {column} is missing"
    known = _KINDS.get(str(kind).strip().lower())
    if known is None:
        return None, f"the kind {kind!r} is none of person, organisation, place"
    address = str(uri).strip()
    if not _URI.fullmatch(address):
        return None, f"{address!r} is no address that begins with http:// or https://"
    return Entry(normalised(str(name)), known, address), ""


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows below the heading, with the lines they end on; empty ones are passed over."""
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        missing = [column for column in _COLUMNS if column not in columns]
        if missing:
            raise _refused(
                f"line 1: the column {missing[0]} is missing",
                line_span(text, 1),
                "the first line of a CSV file names the columns: name,kind,uri",
            )
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, dict(zip(columns, row, strict=False))
    except csv.Error as error:
        raise _refused(
            f"line {reader.line_num}: no CSV: {in_our_voice(str(error))}", line_span(text, reader.line_num)
        ) from None


def _json_rows(text: str) -> Iterator[tuple[int, Any]]:
    """The entries of the array, with the lines they begin on."""
    decoder = json.JSONDecoder()
    at, line, counted = _skip(text, 0), 1, 0
    if not text.startswith("[", at):
        raise _refused("the JSON is an object, and an array of entries is meant", line_span(text, 1))
    at = _skip(text, at + 1)
    while not text.startswith("]", at):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            place = getattr(error, "lineno", line)
            words = getattr(error, "msg", "nested too deeply")
            raise _refused(f"line {place}: no JSON: {in_our_voice(words)}", line_span(text, place)) from None
        yield line, value
        at = _skip(text, at)
        if not text.startswith((",", "]"), at):
            place = line + text.count("\n", counted, at)
            raise _refused(f"line {place}: no JSON: a comma or ] is missing", line_span(text, place))
        if text.startswith(",", at):
            at = _skip(text, at + 1)
    if _skip(text, at + 1) < len(text):
        raise _refused("no JSON: something stands behind the closing ]", None)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _fault(message: str, span: Span | None, hint: str | None = None) -> Diagnostic:
    return finding("TG915", message, span, hint)


def _refused(message: str, span: Span | None, hint: str | None = None) -> ParseError:
    return ParseError([_fault(message, span, hint)])
