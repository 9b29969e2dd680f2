"""Titles: labelled fields against those of `telegrams.values.titles.parse_title`."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from telegrams.model.parties import Party, Title
from telegrams.values.titles import parse_title

_SINGLE = ("kind", "number", "sequence", "classification", "urgency", "subject", "extent")
PARTIES = ("senders", "recipients", "via", "participants")
_PARTY = ("name", "identity", "role", "organisation", "place")


def label(item: Mapping[str, Any]) -> str:
    """The title itself."""
    return str(item["title"])


def expected(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The labelled fields; a party is the tuple of its five fields, a date its EDTF."""
    fields: dict[str, list[Any]] = {name: _one(item.get(name)) for name in _SINGLE}
    for name in PARTIES:
        fields[name] = [tuple(party.get(part) for part in _PARTY) for party in item.get(name) or ()]
    fields["date"] = _one(item.get("date"))
    return fields


def predicted(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """What the program reads in the title."""
    title = _parse(str(item["title"]))
    fields: dict[str, list[Any]] = {name: _one(getattr(title, name)) for name in _SINGLE}
    for name in PARTIES:
        fields[name] = [fields_of(party) for party in getattr(title, name)]
    fields["date"] = _one(title.date and title.date.edtf)
    return fields


def _one(value: object) -> list[Any]:
    return [] if value is None else [value]


def fields_of(party: Party) -> tuple[str | None, ...]:
    """The five fields of a party."""
    return tuple(getattr(party, part) for part in _PARTY)


@lru_cache(maxsize=1)
def _parse(title: str) -> Title:
    return parse_title(title)
