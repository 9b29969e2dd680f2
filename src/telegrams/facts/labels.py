"""The labels of the archive's header, and the furniture of its printed pages."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import entries, table
from .web_lines import LINES_OF_SIGN

LabelledField = Literal["citation", "summary", "credits", "original_languages", "contents"]
"""The fields of a Document that stand behind a label."""


class _Labels(NamedTuple):
    field: LabelledField
    labels: tuple[str, ...]


_ROWS = table("labels", _Labels)

LABELS = tuple(label for row in _ROWS for label in row.labels)
"""The labels as the archive prints them, without their colon."""
FIELD_OF_LABEL = MappingProxyType({label.lower(): row.field for row in _ROWS for label in row.labels})
"""A label in lower case → the field of the header that it names."""
FURNITURE = frozenset((*entries("furniture"), *map(str.lower, LINES_OF_SIGN["first"])))
"""Lines of page furniture in lower case."""
