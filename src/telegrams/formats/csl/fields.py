"""The fields of an item as JSON gives them, which may be anything: taken out with care, never raising."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from telegrams.formats.names import CitationName
from telegrams.model.base import Value

from .markup import plain

_BLANKS = re.compile(r"[\u0000-\u0020\ud800-\udfff\ufffe\uffff]+")
_V = TypeVar("_V", bound=Value)
PLACES = (("settlement", "place"), ("country", "country"), ("collection", "collection"))
"""Fields of a Holding and their keys in the `holding-archive` of an item, before the units of its number."""


def line_from(value: object) -> str | None:
    """A string or figure as one line of the model; None for anything else and for blanks only."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _BLANKS.sub(" ", plain(str(value))).strip(" ") or None


def words_of(item: Mapping[str, Any], *names: str) -> str | None:
    """The first of the named fields that holds words."""
    for name in names:
        if name in item and (found := line_from(item[name])):
            return found
    return None


def section(item: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The named object; an empty one where there is none."""
    found = item.get(name)
    return found if isinstance(found, dict) else {}


def listed(item: Mapping[str, Any], name: str) -> list[Any]:
    """The named list; an empty one where there is none."""
    found = item.get(name)
    return found if isinstance(found, list) else []


def names(item: Mapping[str, Any], role: str) -> list[CitationName]:
    """The names in a role, each part one line; the particles of a family name before it."""
    found = []
    for each in listed(item, role):
        if not isinstance(each, dict):
            continue
        parts = {part: value for part in ("family", "given", "suffix", "literal") if (value := words_of(each, part))}
        particles = [words_of(each, part) for part in ("dropping-particle", "non-dropping-particle")]
        if "family" in parts:
            parts["family"] = " ".join(part for part in (*particles, parts["family"]) if part)
        if "family" in parts or "literal" in parts:
            found.append(parts)
        elif "given" in parts:
            found.append({"family": parts["given"]})
    return found


def valid(model: type[_V], **fields: object) -> _V | None:
    """The model's value of these fields; None where they are not valid."""
    try:
        return model(**fields)
    except ValidationError:
        return None
