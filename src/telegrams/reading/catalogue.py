"""The lines under a label of the catalogue → the entries of its field."""

from collections.abc import Sequence
from typing import assert_never

from telegrams.facts.catalogue import CatalogueField
from telegrams.values.headings import parse_name_heading, parse_subject_heading

from .draft import Evidence
from .header import Section
from .lines import Line


def read_entries(field: CatalogueField, section: Section, evidence: list[Evidence]) -> object:
    """The value of a field: an entry for each line, for each paragraph of the rights, or all lines as one."""
    paragraphs: Sequence[Sequence[Line]] = section.paragraphs
    match field:
        case "authors" | "associated" | "contributors" | "donors":
            return tuple(map(parse_name_heading, _entries(field, _each_line(paragraphs), evidence)))
        case "subjects":
            return tuple(map(parse_subject_heading, _entries(field, _each_line(paragraphs), evidence)))
        case "places" | "related" | "original_archives":
            return _entries(field, _each_line(paragraphs), evidence)
        case "rights":
            return _entries(field, paragraphs, evidence)
        case "document_type" | "classification" | "uploaded":
            lines = [line for paragraph in paragraphs for line in paragraph]
            evidence.append(Evidence(f"catalogue.{field}", lines[0].start, lines[-1].end))
            return " ".join(line.text for line in lines)
        case _:
            assert_never(field)


def _each_line(paragraphs: Sequence[Sequence[Line]]) -> list[list[Line]]:
    return [[line] for paragraph in paragraphs for line in paragraph]


def _entries(field: CatalogueField, entries: Sequence[Sequence[Line]], evidence: list[Evidence]) -> tuple[str, ...]:
    for index, lines in enumerate(entries):
        evidence.append(Evidence(f"catalogue.{field}[{index}]", lines[0].start, lines[-1].end))
    return tuple(" ".join(line.text for line in lines) for lines in entries)
