"""Precision, recall and exact match of predicted fields against labelled ones.

A field's value is a list of comparable items: one for a single value, none for an absent one. An item counts as found
when it stands in both lists (as multisets); a document's field is exact when both lists are equal, order included.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Fields = Mapping[str, list[Any]]
Item = Mapping[str, Any]
Half = Literal["seen", "unseen"]


@dataclass
class Score:
    """The tally of one field. A document that has it neither in the labels nor in the prediction does not count."""

    expected: int = 0
    predicted: int = 0
    found: int = 0
    documents: int = 0
    exact: int = 0
    misses: list[tuple[str, list[Any], list[Any]]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def exact_match(self) -> float:
        return self.exact / self.documents if self.documents else 1.0

    @property
    def invented(self) -> int:
        """How many predicted values the labels do not have."""
        return self.predicted - self.found

    @property
    def missing(self) -> int:
        """How many labelled values were not predicted."""
        return self.expected - self.found

    def add(self, label: str, wanted: list[Any], got: list[Any]) -> bool:
        """Count one document; whether both lists are equal."""
        if not wanted and not got:
            return True
        self.expected += len(wanted)
        self.predicted += len(got)
        self.found += (Counter(map(repr, wanted)) & Counter(map(repr, got))).total()
        self.documents += 1
        if wanted == got:
            self.exact += 1
            return True
        self.misses.append((label, wanted, got))
        return False


@dataclass
class Report:
    """The tallies of a set of items: field by field, and how many items have every field right."""

    fields: dict[str, Score] = field(default_factory=dict)
    documents: int = 0
    right: int = 0


def score(
    items: Iterable[Item],
    label: Callable[[Item], str],
    expected: Callable[[Item], Fields],
    predicted: Callable[[Item], Fields],
) -> Report:
    """Score every field over the items; those marked `doubt` are left out."""
    report = Report()
    for item in items:
        if item.get("doubt"):
            continue
        wanted, given = expected(item), predicted(item)
        equal = [
            report.fields.setdefault(name, Score()).add(label(item), values, given[name])
            for name, values in wanted.items()
        ]
        report.documents += 1
        report.right += all(equal)
    return report


def halved(items: Iterable[Item], label: Callable[[Item], str], seed: int, half: Half) -> list[Item]:
    """The items of one half. It hangs on the seed and the item's own words only, so that new items move no other."""
    return [item for item in items if (_draw(label(item), seed) & 1) == (half == "unseen")]


def sampled(items: Iterable[Item], label: Callable[[Item], str], seed: int, count: int) -> list[Item]:
    """`count` of the items, drawn by the seed and their own words."""
    return sorted(items, key=lambda item: _draw(label(item), seed))[:count]


def _draw(text: str, seed: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}\n{text}".encode()).digest()[:8], "big")
