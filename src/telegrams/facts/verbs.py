"""Verbs of custody and of editing: what a source statement says somebody did."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from telegrams.model.citation import ContributorRole, CustodyAction

from . import table

Action = CustodyAction | ContributorRole | Literal["other"]
"""A step of custody, a contributor's role, or `other`: understood as a credit, without a field of its own."""


class _Verbs(NamedTuple):
    action: Action
    words: tuple[str, ...]
    agents: tuple[str, ...]


_ROWS = table("verbs", _Verbs)

ACTION_OF_VERB = MappingProxyType({word: row.action for row in _ROWS for word in row.words})
"""A verb, or a noun for what was done, in lower case → what was done."""
ACTION_OF_CREDIT = MappingProxyType({word: row.action for row in _ROWS for word in (*row.words, *row.agents)})
"""The same with the nouns for whoever did it, which may be surnames too: `translator`."""
