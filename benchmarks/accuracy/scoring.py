"""Precision, recall and exact match of predicted fields against labelled ones.

A field's value is a list of comparable items: one for a single value, none for an absent one. An item counts as found
when it stands in both lists (as multisets); a document's field is exact when both lists are equal, order included.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Fields = Mapping[str, list[Any]]


@dataclass
class Score:
    """The tally of one field."""

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


def score(
    items: Iterable[Mapping[str, Any]],
    label: Callable[[Mapping[str, Any]], str],
    expected: Callable[[Mapping[str, Any]], Fields],
    predicted: Callable[[Mapping[str, Any]], Fields],
) -> dict[str, Score]:
    """Score every field over the items; those marked `doubt` are left out."""
    scores: dict[str, Score] = {}
    for item in items:
        if item.get("doubt"):
            continue
        wanted, given = expected(item), predicted(item)
        for name, values in wanted.items():
            got = given[name]
            tally = scores.setdefault(name, Score())
            left, right = Counter(map(repr, values)), Counter(map(repr, got))
            tally.expected += len(values)
            tally.predicted += len(got)
            tally.found += (left & right).total()
            tally.documents += 1
            if values == got:
                tally.exact += 1
            else:
                tally.misses.append((label(item), values, got))
    return scores
