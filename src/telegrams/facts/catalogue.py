"""The labels of the archive's catalogue."""

from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from . import table

NameField = Literal["authors", "associated", "contributors", "donors"]
"""The fields of a Catalogue that hold people and bodies."""
ListField = Literal["places", "related", "original_archives"]
"""Those that hold other entries, one a line."""
SingleField = Literal["document_type", "classification", "uploaded"]
"""Those that hold one entry."""
CatalogueField = NameField | ListField | SingleField | Literal["subjects", "rights"]
"""The fields of a Catalogue that stand behind a label: all."""

SINGLE_FIELDS: frozenset[CatalogueField] = frozenset(get_args(SingleField))


class _Labels(NamedTuple):
    field: CatalogueField
    labels: tuple[str, ...]


_ROWS = table("catalogue_labels", _Labels)

CATALOGUE_LABELS = MappingProxyType({row.field: row.labels[0] for row in _ROWS})
"""A field → its label, in the order of the canonical text."""
CATALOGUE_FIELD_OF_LABEL = MappingProxyType({label.lower(): row.field for row in _ROWS for label in row.labels})
"""A label in lower case → the field that it names."""
