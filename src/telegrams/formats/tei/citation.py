"""Citation ⇄ `bibl`, in two forms as editors expect it: one to print, one to compute with.

`bibl[@type='citation']` has the citation as its string value, its parts marked where they stand in it; the reader takes
only its words and the record's address. `bibl[@type='structured']` holds the fields, one element each.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml import etree

from telegrams.formats.xml import exact, leaf, text
from telegrams.model.citation import Citation, SourceStatement

from .attributes import target
from .contributors import read_contributors
from .credited import holder_tag
from .custody import read_event
from .dates import date_attributes, read_child_date, write_date_element
from .holding import read_holdings
from .marking import mark
from .reader import TEI, TeiReader, is_indentation, line, name_of
from .register import Register

_IN = "\n        "
_RECORD = re.compile(r"[0-9]{1,12}\Z")


def fields(kind: str, pieces: Iterable[str], attributes: str = "") -> str:
    """A `bibl` with one element for each field, those that are empty left out; empty without any."""
    inside = "".join(f"{_IN}  {piece}" for piece in pieces if piece)
    return f'<bibl type="{kind}"{attributes}>{inside}{_IN}</bibl>' if inside else ""


def write_citation(citation: Citation, register: Register, *, lean: bool) -> Iterator[str]:
    """The citation as printed, ready to show, and its fields; `lean` marks no parts in the first."""
    words = text(citation.verbatim) if lean else _marked(citation, register)
    if citation.url:
        words += f' <lb/>&lt;<ref type="record"{target(citation.url)}>{text(citation.url)}</ref>&gt;'
    identity = register.own("citation")
    yield exact("bibl", f' type="citation" xml:id="{identity}"', words)
    yield fields("structured", _fields(citation, register), f' corresp="#{identity}"')


def _marked(citation: Citation, register: Register) -> str:
    parts = [(citation.title, leaf("title", citation.title, ' level="a"'))]
    if date := citation.date:
        parts.append((date.verbatim, leaf("date", date.verbatim, date_attributes(date, register))))
    parts.append((citation.publisher, leaf("publisher", citation.publisher)))
    if source := citation.source:
        inside, _ = mark(source.verbatim, _statement_parts(source, register))
        parts.append((source.verbatim, f'<bibl type="archive">{inside}</bibl>'))
    return mark(citation.verbatim, parts)[0]


def _statement_parts(source: SourceStatement, register: Register) -> Iterator[tuple[str | None, str]]:
    for holding in source.holdings:
        yield holding.repository, leaf("orgName", holding.repository, ' type="repository"')
        yield holding.settlement, leaf("placeName", holding.settlement)
    for step in source.custody:
        for words in filter(None, (step.agent, step.recipient)):
            yield words, leaf(holder_tag(words), words)
    for contributor, given in zip(source.contributors, register.contributors, strict=True):
        editor = leaf("editor", contributor.name, f' role="{contributor.role}" corresp="#{given}"')
        yield contributor.name, editor


def _fields(citation: Citation, register: Register) -> Iterator[str]:
    yield leaf("title", citation.title, ' level="a"')
    if citation.date:
        yield write_date_element(citation.date, register)
    yield leaf("publisher", citation.publisher)
    if source := citation.source:
        yield leaf("bibl", source.verbatim, ' type="statement"')
        for publication in source.publications:
            yield leaf("bibl", publication, ' type="publication"')
        for url in source.urls:
            yield leaf("ref", url, target(url))
        for rest in source.rest:
            yield leaf("note", rest, ' type="rest"')


def read_citation(description: etree._Element, source: etree._Element, reader: TeiReader) -> Citation | None:
    """The citation that a `fileDesc` and its `sourceDesc` hold; None without `bibl[@type='citation']`."""
    display = source.find(f"{TEI}bibl[@type='citation']")
    verbatim, url = (None, None) if display is None else _read_display(display, reader)
    if verbatim is None:
        return None
    structured = source.find(f"{TEI}bibl[@type='structured']")
    record = reader.child(description, "publicationStmt/idno[@type='wcda']")
    return Citation(
        verbatim=verbatim,
        title=reader.child(structured, "title"),
        date=read_child_date(structured, "date", reader),
        publisher=reader.child(structured, "publisher"),
        source=_read_statement(structured, description, source, reader),
        url=url,
        record_id=record if record and _RECORD.match(record) else None,
    )


def _read_display(display: etree._Element, reader: TeiReader) -> tuple[str | None, str | None]:
    """The words before the record's address, and the address."""
    address = display.find(f"{TEI}ref[@type='record']")
    if address is None:
        return reader.string(display), None
    pieces = [display.text or ""]
    for child in takewhile(lambda each: each is not address, display):
        pieces += [*(str(piece) for piece in child.itertext()), child.tail or ""]
    words = "".join(piece for piece in pieces if not is_indentation(piece))
    return line(words.removesuffix("<")), reader.string(address)


def _read_statement(
    structured: etree._Element | None, description: etree._Element, source: etree._Element, reader: TeiReader
) -> SourceStatement | None:
    verbatim = reader.child(structured, "bibl[@type='statement']")
    if verbatim is None:
        return None
    responsible = [
        each for each in description.iterfind(f"{TEI}titleStmt/*") if name_of(each) in {"editor", "respStmt"}
    ]
    return SourceStatement(
        verbatim=verbatim,
        holdings=read_holdings(source, reader),
        publications=reader.children(structured, "bibl[@type='publication']"),
        custody=tuple(step for event in source.iter(f"{TEI}custEvent") if (step := read_event(event, reader))),
        contributors=tuple(who for each in responsible for who in read_contributors(each, reader)),
        urls=reader.children(structured, "ref"),
        rest=reader.children(structured, "note[@type='rest']"),
    )
