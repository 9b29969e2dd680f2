"""JSON: the model as it is, field by field, under the published JSON Schema (`schemas/document.schema.json`).

Nothing is lost. Fields without a value are left out. Every file names its schema and that schema's version.
"""

import json
import re
from typing import Any

from pydantic import ValidationError

from telegrams.errors import ParseError
from telegrams.findings import finding, in_our_voice
from telegrams.model.diagnostics import Diagnostic, Span
from telegrams.model.document import SCHEMA_VERSION, Document
from telegrams.version import DISTRIBUTION

from .contract import Reading, WriteOptions

SCHEMA = "telegrams/document"

_SPACE = re.compile(r"[ \t\r\n]*")
_MOST_FINDINGS = 20


def item(document: Document, options: WriteOptions | None = None) -> bytes:
    """The document, indented, with a final line feed."""
    return _dump(document, options, indent=2) + b"\n"


def compact(document: Document, options: WriteOptions | None = None) -> bytes:
    """The document on one line, without a line feed."""
    return _dump(document, options, indent=None)


def _dump(document: Document, options: WriteOptions | None, indent: int | None) -> bytes:
    if options and not options.layout:
        document = document.model_copy(update={"layout": None})
    fields = document.model_dump_json(indent=indent, exclude_none=True)[1:]
    first, second = ("\n  ", ",\n  ") if indent else ("", ",")
    separator = ": " if indent else ":"
    head = f'{{{first}"schema"{separator}"{SCHEMA}"{second}"schema_version"{separator}"{SCHEMA_VERSION}",'
    return (head + fields).encode("utf-8")


def read(data: bytes) -> Reading:
    """The document. Raises `ParseError` with the place of every fault: TG701–TG705."""
    return Reading((parse_object(text_of(data)),))


def text_of(data: bytes) -> str:
    """Decode UTF-8, with or without a byte order mark. Raises `ParseError` (TG701)."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8: {error.reason}"
        raise ParseError([finding("TG701", message, hint="JSON is always UTF-8")]) from error


def parse_object(text: str) -> Document:
    """The document that a JSON object holds. Raises `ParseError`."""
    values = _load(text)
    if not isinstance(values, dict):
        raise ParseError([finding("TG702", "a document is a JSON object", Span(start=0, end=1))])
    _check_schema(text, values)
    try:
        return Document.model_validate_json(json.dumps(values))
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)[:_MOST_FINDINGS]
        raise ParseError([_fault(text, fault["loc"], fault["msg"]) for fault in faults]) from error


def _load(text: str) -> object:
    """Parse, refusing what JSON forbids or leaves open: NaN, a key twice in one object."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) != len(pairs):
            names = [name for name, _ in pairs]
            name = next(name for name in names if names.count(name) > 1)
            first = text.find(json.dumps(name, ensure_ascii=False))
            place = text.find(json.dumps(name, ensure_ascii=False), first + 1)
            span = Span(start=place, end=place + len(name) + 2) if place >= 0 else None
            raise ParseError([finding("TG704", f"the key {name!r} stands twice in one object", span)])
        return values

    def refuse(word: str) -> None:
        raise ParseError([finding("TG701", f"{word} is not JSON")])

    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except json.JSONDecodeError as error:
        place = min(error.pos, max(len(text) - 1, 0))
        message = f"not JSON: {in_our_voice(error.msg)}"
        raise ParseError([finding("TG701", message, Span(start=place, end=place + 1))]) from error
    except RecursionError as error:
        raise ParseError([finding("TG701", "not a document: the JSON is nested too deeply")]) from error
    except ValueError as error:
        raise ParseError([finding("TG701", f"not JSON that can be read: {in_our_voice(str(error))}")]) from error


def _check_schema(text: str, values: dict[str, Any]) -> None:
    """Take the schema's name and version off; refuse a newer version."""
    name, version = values.pop("schema", SCHEMA), values.pop("schema_version", SCHEMA_VERSION)
    if name != SCHEMA:
        hint = "telegrams reads the JSON that `telegrams convert --to json` writes"
        raise ParseError([finding("TG702", f"the schema is {name!r}, not {SCHEMA!r}", _place(text, ("schema",)), hint)])
    parts = str(version).split(".")
    ours = SCHEMA_VERSION.split(".")
    if len(parts) != 2 or not all(part.isdecimal() for part in parts):  # major and minor
        message = f"the schema version {version!r} is not of the form MAJOR.MINOR"
        raise ParseError([finding("TG703", message, _place(text, ("schema_version",)))])
    # Every file of an older version is one of this version, too.
    if tuple(map(int, parts)) > tuple(map(int, ours)):
        message = f"the file has schema version {version}; this program reads {SCHEMA_VERSION} and older versions"
        hint = f"install a newer version of {DISTRIBUTION}"
        raise ParseError([finding("TG703", message, _place(text, ("schema_version",)), hint)])


def _fault(text: str, location: tuple[int | str, ...], message: str) -> Diagnostic:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location).removeprefix(".")
    return finding("TG705", f"{path}: {in_our_voice(message)}", _place(text, location))


def _place(text: str, location: tuple[int | str, ...]) -> Span:
    """Where the value at a path stands. Steps that the text does not have (a union's tag) are passed over."""
    at = _skip(text, 0)
    for step in location:
        found = _member(text, at, step)
        at = at if found is None else found
    _, end = json.JSONDecoder().raw_decode(text, at)
    return Span(start=at, end=min(end, at + 80))


def _member(text: str, at: int, step: int | str) -> int | None:
    """Where an object's or array's member begins."""
    decoder = json.JSONDecoder()
    opening = text[at]
    if opening not in "{[" or (opening == "[") != isinstance(step, int):
        return None
    at = _skip(text, at + 1)
    count = 0
    while text[at] not in "}]":
        name: int | str = count
        if opening == "{":
            name, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if name == step:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        count += 1
    return None


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at
