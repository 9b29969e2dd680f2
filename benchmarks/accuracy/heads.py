"""Heads of printed diplomatic papers, of which the editors tagged persons as senders and addressees.

The editors often tag only the first of several, and in talks only some; so a tagged name counts as found when a party
of its side, or a participant, ends in the same last word, and a further name is `stray` only where the head names one
person on that side: no `and`, no comma, no bracket in front of the name.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from telegrams.model.parties import Party, Title
from telegrams.values.titles import parse_title

_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III)\.?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def label(item: Mapping[str, Any]) -> str:
    """The head itself."""
    return str(item["title"])


def expected(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The last words of the tagged names, side by side; no name is stray."""
    return {"from": _tagged(item["from"]), "to": _tagged(item["to"]), "stray": []}


def predicted(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Those tagged names that are found, and the strays."""
    title = _parse(label(item))
    stray: list[str] = []
    fields: dict[str, list[Any]] = {"stray": stray}
    for side, parties in (("from", title.senders), ("to", title.recipients)):
        named = {_last(name) for name in _names((*parties, *title.participants))}
        tagged = _tagged(item[side])
        fields[side] = [name for name in tagged if name in named]
        if tagged and title.kind != "conversation" and " and " not in title.verbatim and "," not in title.verbatim:
            stray += [name for name in _names(parties) if _last(name) not in tagged and not _bracketed(title, name)]
    return fields


def _tagged(names: Iterable[str]) -> list[str]:
    return [_last(name) for name in names]


def _names(parties: Iterable[Party]) -> list[str]:
    return [party.name for party in parties if party.name]


def _bracketed(title: Title, name: str) -> bool:
    return title.verbatim.partition(name)[0][-1:] in ("(", "[")


def _last(name: str) -> str:
    words = _WORD.findall(_SUFFIX.sub("", name))
    return words[-1].casefold() if words else ""


@lru_cache(maxsize=1)
def _parse(title: str) -> Title:
    return parse_title(title)
