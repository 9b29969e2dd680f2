"""Headers in every layout and with every irregularity, as `tests/cases/headers/` shows them."""

import pytest

import telegrams
from telegrams.formats.catalogue import labelled_entries
from telegrams.model import Document

from .case_files import CASES, Case, read_cases
from .notation import blocks_in_notation

FILES = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("headers/*.txt"))


def header_in_notation(document: Document) -> str:
    lines = []
    if document.date:
        lines.append(f"date {document.date.edtf or '-'}: {document.date.verbatim}")
    if document.title:
        lines.append(f"title: {document.title.verbatim}")
    if document.citation:
        lines.append(f"citation: {document.citation.verbatim}")
        if document.citation.url:
            lines.append(f"url: {document.citation.url}")
    lines += (f"summary: {paragraph}" for paragraph in document.summary)
    lines += (f"credits: {paragraph}" for paragraph in document.credits)
    lines += (f"language {each.tag or '-'}: {each.verbatim}" for each in document.original_languages)
    lines += (f"contents {each.kind} {each.language or '-'}: {each.verbatim}" for each in document.contents)
    if document.catalogue:
        labelled = labelled_entries(document.catalogue)
        lines += (f"{field}: {' / '.join(entries)}" for _, field, entries in labelled)
    lines += (f"{field.label}: {' / '.join(field.paragraphs)}" for field in document.other_fields)
    return "\n".join([*lines, *(f"text: {line}" for line in blocks_in_notation(document.body).splitlines())])


@pytest.mark.parametrize("case", [case for name in FILES for case in read_cases(name)], ids=lambda case: case.title)
def test_header(case: Case):
    assert header_in_notation(telegrams.convert(case.given, "text").document) == case.expected
