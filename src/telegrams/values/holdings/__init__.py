"""A source statement → holdings, printed sources, custody, contributors.

The source statement is the part of a citation behind the archive's name: `AVP RF, copy courtesy of NSA; translation by
Mark H. Doctoroff`. It is cut into segments first (`segment_source`), each segment is then read by its own grammar.
"""

import re

from telegrams.findings import finding
from telegrams.model.citation import Contributor, Custody, Holding, SourceStatement
from telegrams.model.diagnostics import Diagnostic
from telegrams.values.blanks import one_line

from .credits import parse_credit
from .holding import parse_holding
from .leads import without_lead
from .segments import Segment, SegmentKind, segment_source

__all__ = ["Segment", "SegmentKind", "parse_source", "segment_source", "source_findings"]

_TRANSLATED = re.compile(r"\btranslated by [^(;]+", re.IGNORECASE)


def parse_source(statement: str) -> SourceStatement:
    """Take a source statement apart.

    Takes the statement in one line, without the URL of the record; white space that is not single blanks and characters
    that XML cannot carry are made single blanks. Every value is a piece of the statement without edge punctuation; what
    is not understood stands in `rest`. A statement of nothing but blanks is no statement: `ValueError`.
    """
    line = one_line(statement)
    if not line:
        raise ValueError("an empty source statement")
    holdings: list[Holding] = []
    publications: list[str] = []
    custody: list[Custody] = []
    contributors: list[Contributor] = []
    urls: list[str] = []
    rest: list[str] = []
    for kind, text in segment_source(line):
        if kind == "holding":
            _add_holding(holdings, parse_holding(text, holdings[-1] if holdings else None))
        elif kind == "credit":
            steps, people, over = parse_credit(text)
            custody += steps
            contributors += people
            rest += over
        elif kind == "publication":
            publications.append(without_lead(text))
            contributors += _translators(text)
        elif kind == "url":
            urls.append(text)
        elif kind == "rest":
            rest.append(text)
    return SourceStatement(
        verbatim=line,
        holdings=tuple(holdings),
        publications=tuple(publications),
        custody=tuple(custody),
        contributors=tuple(contributors),
        urls=tuple(urls),
        rest=tuple(rest),
    )


def source_findings(statement: SourceStatement) -> tuple[Diagnostic, ...]:
    """A finding TG201 for each part of the statement that was not understood."""
    return tuple(
        finding("TG201", f"part of the source statement was not understood: {part!r}") for part in statement.rest
    )


def _add_holding(holdings: list[Holding], holding: Holding) -> None:
    """Append a holding; units in a sentence of their own belong to the archive named before them."""
    if holdings and holding.repository is None and holding.abbreviation is None:
        fields = holding.model_dump(exclude_none=True)
        before = holdings[-1].model_dump(exclude_none=True)
        if not before.keys() & fields.keys():
            holdings[-1] = Holding(**before, **fields)
            return
    holdings.append(holding)


def _translators(publication: str) -> tuple[Contributor, ...]:
    """The translators that a printed source names."""
    found = _TRANSLATED.search(publication)
    return parse_credit(found[0].strip(" .,")).contributors if found else ()
