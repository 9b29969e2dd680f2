"""The header's parts → the document's fields, with the place of each in the text."""

from collections.abc import Iterable
from typing import Any, Literal, assert_never

from telegrams.findings import finding
from telegrams.model.catalogue import Catalogue
from telegrams.model.citation import Citation
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import HeaderField, Language
from telegrams.values.citations import parse_citation
from telegrams.values.languages import languages_named, parse_contents_item
from telegrams.values.titles import parse_title

from .catalogue import read_entries
from .draft import Evidence
from .head import read_head
from .header import Header, Section
from .lines import Line

Fields = dict[str, Any]


def read_header_fields(header: Header | None) -> tuple[Fields, tuple[Evidence, ...], tuple[Diagnostic, ...]]:
    """The fields of a document but its text; evidence; findings. Without a header there is one finding (TG101)."""
    if header is None:
        message = "no header of an archive record: neither a title nor a citation was found"
        return {}, (), (finding("TG101", message, hint="the whole text was taken as the body"),)
    evidence: list[Evidence] = []
    fields, findings = _read_sections(header.sections, evidence)
    citation = fields.get("citation")
    date, title = read_head(header.head, citation.title if isinstance(citation, Citation) else None)
    if date:
        fields["date"] = date[0]
        evidence.append(Evidence("date", date[1].start, date[1].end))
    if title:
        fields["title"] = parse_title(title.text)
        evidence.append(Evidence("title", title.start, title.end))
    fields["contents"] = tuple(item for line in header.contents if (item := parse_contents_item(line.text)) is not None)
    evidence += (Evidence(f"contents[{i}]", line.start, line.end) for i, line in enumerate(header.contents))
    return fields, tuple(evidence), tuple(findings)


def _read_sections(sections: Iterable[Section], evidence: list[Evidence]) -> tuple[Fields, list[Diagnostic]]:
    """The fields that stand behind labels, the evidence of which is added; findings."""
    fields: Fields = {}
    catalogue: Fields = {}
    findings: list[Diagnostic] = []
    others: list[HeaderField] = []
    for section in sections:
        known, part = section.label.field, section.label.catalogue
        if known == "contents":
            continue
        if part and part not in catalogue and section.paragraphs:
            catalogue[part] = read_entries(part, section, evidence)
        elif known and known not in fields and any(_text(lines).strip() for lines in section.paragraphs):
            fields[known] = _value(known, section, evidence)
        elif section.paragraphs or not (known or part):
            others.append(_other(section, len(others), evidence))
            findings.append(_unexpected(section))
    if catalogue:
        fields["catalogue"] = Catalogue(**catalogue)
    if others:
        fields["other_fields"] = tuple(others)
    return fields, findings


def _text(lines: Iterable[Line]) -> str:
    return " ".join(line.text for line in lines)


def _value(
    field: Literal["citation", "summary", "credits", "original_languages"], section: Section, evidence: list[Evidence]
) -> object:
    match field:
        case "citation":
            return _citation(section, evidence)
        case "summary" | "credits":
            return _paragraphs(section, field, evidence)
        case "original_languages":
            return _languages(section, evidence)
        case _:
            assert_never(field)


def _citation(section: Section, evidence: list[Evidence]) -> object:
    lines = [line for paragraph in section.paragraphs for line in paragraph]
    evidence.append(Evidence("citation", lines[0].start, lines[-1].end))
    return parse_citation(_text(lines))


def _paragraphs(section: Section, path: str, evidence: list[Evidence]) -> tuple[str, ...]:
    for index, paragraph in enumerate(section.paragraphs):
        evidence.append(Evidence(f"{path}[{index}]", paragraph[0].start, paragraph[-1].end))
    return tuple(map(_text, section.paragraphs))


def _languages(section: Section, evidence: list[Evidence]) -> object:
    languages: list[Language] = []
    for paragraph in section.paragraphs:
        for line in paragraph:
            for language in languages_named(line.text):
                evidence.append(Evidence(f"original_languages[{len(languages)}]", line.start, line.end))
                languages.append(language)
    return tuple(languages)


def _other(section: Section, index: int, evidence: list[Evidence]) -> HeaderField:
    path = f"other_fields[{index}].paragraphs"
    return HeaderField(label=section.label.name, paragraphs=_paragraphs(section, path, evidence))


def _unexpected(section: Section) -> Diagnostic:
    name = section.label.name
    if section.label.field or section.label.catalogue:
        return finding(
            "TG103", f"the label “{name}” stands more than once; the later one is kept as a field of its own"
        )
    return finding("TG102", f"the label “{name}” is not known; its text is kept as a field of its own")
