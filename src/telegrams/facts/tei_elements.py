"""Elements of TEI: where they may stand, what parts words, what is read of alternatives, what is no text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from . import entries, table

ElementModel = Literal["divTop", "divBottom", "global"]
ElementSort = Literal["apart", "beside", "line", "break", "name-part", "alternatives", "data", "data-in-back"]


class _Element(NamedTuple):
    element: str
    sort: ElementSort
    reads: tuple[str, ...]


class _Member(NamedTuple):
    model: ElementModel
    element: str


_ROWS = table("tei_elements", _Element)
SORT_OF_ELEMENT: Mapping[str, ElementSort] = MappingProxyType({row.element: row.sort for row in _ROWS})
"""The local name of an element of TEI → what it is for words; the sorts are said in `data/tei_elements.tsv`."""
READ_OF_ALTERNATIVES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {row.element: row.reads for row in _ROWS if row.sort == "alternatives"}
)
"""An element whose children are alternatives → those that are read; where it has none of them, the first is."""

LETTER_DIVISIONS = frozenset(entries("tei_letters"))
"""Types of `div` that are a document where others stand beside them."""


def members(model: ElementModel) -> frozenset[str]:
    """The elements of one of the TEI's classes, such as `global` for model.global."""
    return frozenset(row.element for row in table("tei_classes", _Member) if row.model == model)


def parts_words(element: str, break_: str | None) -> bool:
    """Whether an element stands between two words; `break_` is its `@break`."""
    sort = SORT_OF_ELEMENT.get(element)
    return sort in {"apart", "beside", "line"} or (sort == "break" and break_ != "no")
