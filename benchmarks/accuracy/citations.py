"""Citations: labelled parts against `telegrams.values.citations.parse_citation`."""

import re
from collections.abc import Mapping
from typing import Any

from telegrams.model import Citation, Holding
from telegrams.values.citations import parse_citation

HOLDING_PARTS = (
    "repository",
    "abbreviation",
    "settlement",
    "country",
    "collection",
    "fond",
    "opis",
    "delo",
    "papka",
    "por",
    "list",
    "year",
    "rest",
)
"""The parts of a holding in all labels. The older ones know no box: it stands in `rest` with its unit word (rule 9)."""
LATER_PARTS = ("record_group", "box")
"""Parts that the later labels have too."""

_CUSTODY = {"action": "action", "agent": "agent", "agent_note": "note", "to": "recipient"}
_CONTRIBUTOR = {
    "role": "role",
    "name": "name",
    "affiliation": "affiliation",
    "for": "programme",
    "from_language": "source_language",
}


def label(item: Mapping[str, Any]) -> str:
    return str(item["citation"])


def expected(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    fields = {name: _single(item[name]) for name in ("title", "date", "publisher", "url", "record_id")}
    for part in _parts(item):
        fields[part] = [holding[part] for holding in item["holdings"] if holding[part] is not None]
    fields["publications"] = list(item["publications"])
    fields["custody"] = [tuple(step[name] for name in _CUSTODY) for step in item["provenance"]]
    fields["contributors"] = [tuple(person[name] for name in _CONTRIBUTOR) for person in item["contributors"]]
    return fields


def predicted(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    citation = parse_citation(item["citation"])
    fields = {
        "title": _single(citation.title),
        "date": _single(citation.date and citation.date.edtf),
        "publisher": _single(citation.publisher),
        "url": _single(_labelled_url(citation)),
        "record_id": _single(citation.record_id),
    }
    source = citation.source
    holdings = source.holdings if source else ()
    for part in _parts(item):
        fields[part] = [value for holding in holdings if (value := getattr(holding, part)) is not None]
    if not _later(item):
        fields["rest"] = [
            value for holding in holdings if source and (value := _labelled_rest(holding, source.verbatim))
        ]
    fields["publications"] = list(source.publications) if source else []
    fields["custody"] = [
        tuple(getattr(step, name) for name in _CUSTODY.values()) for step in (source.custody if source else ())
    ]
    fields["contributors"] = [
        tuple(getattr(person, name) for name in _CONTRIBUTOR.values())
        for person in (source.contributors if source else ())
    ]
    return fields


def _later(item: Mapping[str, Any]) -> bool:
    """Whether the labels have a field for the box."""
    return all(LATER_PARTS[-1] in holding for holding in item["holdings"])


def _parts(item: Mapping[str, Any]) -> tuple[str, ...]:
    return (*HOLDING_PARTS, *LATER_PARTS) if _later(item) else HOLDING_PARTS


def _labelled_rest(holding: Holding, statement: str) -> str | None:
    """The rest of a holding with its box as written, where both stand side by side."""
    box = re.search(rf"\w+\.? {re.escape(holding.box)}\b", statement) if holding.box else None
    if box is None:
        return holding.rest
    if holding.rest is None:
        return box[0]
    pieces = f"{box[0]}, {holding.rest}", f"{holding.rest}, {box[0]}"
    return next((piece for piece in pieces if piece in statement), holding.rest)


def _labelled_url(citation: Citation) -> str | None:
    """The labels put a URL inside the statement into `url` where there is none of the record (their rule 3)."""
    inside = citation.source.urls if citation.source else ()
    return citation.url or (inside[0] if inside else None)


def _single(value: object) -> list[Any]:
    return [] if value is None else [value]
