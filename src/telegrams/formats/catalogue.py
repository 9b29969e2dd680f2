"""The entries of a catalogue as lines, for the formats that hold no more than words."""

from collections.abc import Iterator

from telegrams.facts.catalogue import CATALOGUE_LABELS, CatalogueField
from telegrams.model.catalogue import Catalogue


def entry_lines(catalogue: Catalogue, field: CatalogueField) -> tuple[str, ...]:
    """The entries of a field, each verbatim; none where the catalogue does not have it."""
    value = getattr(catalogue, field)
    entries = value if isinstance(value, tuple) else (value,) if value else ()
    return tuple(entry if isinstance(entry, str) else entry.verbatim for entry in entries)


def labelled_entries(catalogue: Catalogue) -> Iterator[tuple[str, CatalogueField, tuple[str, ...]]]:
    """The label, field and entries of each field that the catalogue has, in the order of the canonical text."""
    for field, label in CATALOGUE_LABELS.items():
        if lines := entry_lines(catalogue, field):
            yield label, field, lines
