"""CSL-JSON → Documents: our own items in full, those of Zotero and others as far as they go."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from telegrams.errors import ParseError
from telegrams.findings import finding, in_our_voice
from telegrams.formats.contract import Reading
from telegrams.model import Diagnostic, Document

from .facts import FACTS, document_of
from .fields import section

_KNOWN = frozenset(
    {
        *("id", "citation-key", "type", "genre", "title", "number", "author", "recipient", "translator", "issued"),
        *("archive", "archive_collection", "archive_location", "archive-place", "source"),
        *("language", "abstract", "keyword", "URL", "custom"),
    }
)
_EXCERPT = 60


def read(data: bytes) -> Reading:
    """The documents of a CSL-JSON file: an array of items, or a single item. UTF-8, with or without a BOM.

    Raises `ParseError` for data that is not UTF-8 (TG801), not JSON (TG802) or not items (TG803). What an item has
    beyond the model is named in a TG804; a key of `custom` that cannot be used in a TG805.
    """
    items = _items(data)
    documents, diagnostics = [], []
    for number, item in enumerate(items, 1):
        document, found = _document(item, f"item {number} ({str(item.get('id', 'no id'))[:_EXCERPT]})")
        documents.append(document)
        diagnostics += found
    return Reading(tuple(documents), tuple(diagnostics), tuple(_identifier(item) for item in items))


def holds_several(data: bytes) -> bool:
    """Whether a second key `type` or `id` stands in the file."""
    return data.count(b'"type"') > 1 or data.count(b'"id"') > 1


def _identifier(item: Mapping[str, Any]) -> str | None:
    given = item.get("id")
    return str(given) if isinstance(given, str | int) and str(given) else None


def _items(data: bytes) -> list[dict[str, Any]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ParseError([finding("TG801", f"the data is not UTF-8: byte {error.start} is not valid there")]) from None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ParseError([finding("TG802", f"no JSON: {in_our_voice(error.msg)} at {where}")]) from None
    except (RecursionError, ValueError) as error:
        raise ParseError([finding("TG802", f"no JSON: {in_our_voice(str(error))}")]) from None
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict) or not ("type" in item or "id" in item):
            raise ParseError([finding("TG803", f"entry {number} is no CSL item: an object with `id` and `type`")])
    return items


def _document(item: Mapping[str, Any], name: str) -> tuple[Document, list[Diagnostic]]:
    diagnostics = []
    if unknown := sorted(set(item) - _KNOWN):
        listed = ", ".join(field[:_EXCERPT] for field in unknown)
        diagnostics.append(finding("TG804", f"{name}: left out, because a document has no such field: {listed}"))
    document = document_of(item)
    facts = section(item, "custom")
    changes: dict[str, Any] = {}
    for fact in FACTS:
        if fact.key in facts:
            try:
                changes[fact.field] = fact.load(facts[fact.key], document)
            except ValidationError as error:
                reason = error.errors()[0]["msg"]
                diagnostics.append(finding("TG805", f"{name}: custom `{fact.key}` was not used: {reason}"))
    return document.model_copy(update=changes), diagnostics
