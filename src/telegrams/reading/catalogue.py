"""The lines under a label of the catalogue → the entries of its field."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from telegrams.facts.catalogue import SINGLE_FIELDS, CatalogueField
from telegrams.values.headings import parse_name_heading, parse_subject_heading

from .draft import Evidence
from .header import Section
from .lines import Line


def read_entries(field: CatalogueField, section: Section, evidence: list[Evidence]) -> object:
    """The value of a field: an entry for each line, for each paragraph of the rights, or all lines as one."""
    entries: Sequence[Sequence[Line]] = section.paragraphs
    if field in SINGLE_FIELDS:
        entries = [[line for paragraph in section.paragraphs for line in paragraph]]
    elif field != "rights":
        entries = [[line] for paragraph in section.paragraphs for line in paragraph]
    for index, lines in enumerate(entries):
        place = f"catalogue.{field}" if field in SINGLE_FIELDS else f"catalogue.{field}[{index}]"
        evidence.append(Evidence(place, lines[0].start, lines[-1].end))
    return value_of_entries(field, [" ".join(line.text for line in lines) for lines in entries])


def value_of_entries(field: CatalogueField, entries: Iterable[str]) -> object:
    """The value of a field from its entries, each on one line; of a field that holds one entry, from all together."""
    match field:
        case "authors" | "associated" | "contributors" | "donors":
            return tuple(map(parse_name_heading, entries))
        case "subjects":
            return tuple(map(parse_subject_heading, entries))
        case "places" | "related" | "original_archives" | "rights":
            return tuple(entries)
        case "document_type" | "classification" | "uploaded":
            return " ".join(entries)
        case _:
            assert_never(field)
