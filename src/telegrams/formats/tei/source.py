"""Citation → `sourceDesc`, in two forms as editors expect it: one to print, one to compute with.

`bibl[@type='citation']` has the citation as its string value, its parts marked where they stand in it; the reader takes
only its words and the record's address. `bibl[@type='structured']` and the `msDesc` elements hold the fields.
"""

import re
from collections.abc import Iterable

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.formats.xml import exact, text
from telegrams.model.citation import Citation, Holding, SourceStatement
from telegrams.model.document import Document, Language
from telegrams.model.parties import Title

from .attributes import target
from .custody import write_history
from .dates import date_attributes, write_date_element
from .marking import mark
from .register import Register

_IN = "\n        "
_LEAVES = re.compile(r"(?<![0-9])([0-9]{1,6}(?:ob)?)(?:[-–]([0-9]{1,6}(?:ob)?))?\Z")


def write_source(document: Document, register: Register, *, lean: bool) -> str:
    """The children of `sourceDesc`."""
    citation, pieces = document.citation, []
    if citation:
        pieces += [_display(citation, register, lean=lean), _structured(citation, register)]
    if document.title:
        pieces.append(_original(document.title, register))
    pieces += _manuscripts(document, register)
    return "".join(f"\n        {piece}" for piece in pieces if piece) or "<p>The source is not stated.</p>"


def _display(citation: Citation, register: Register, *, lean: bool) -> str:
    """The citation as printed, ready to show."""
    words = text(citation.verbatim) if lean else _marked(citation, register)
    if citation.url:
        words += f' <lb/>&lt;<ref type="record"{target(citation.url)}>{text(citation.url)}</ref>&gt;'
    return exact("bibl", f' type="citation" xml:id="{register.own("citation")}"', words)


def _marked(citation: Citation, register: Register) -> str:
    parts = []
    if citation.title:
        parts.append((citation.title, f'<title level="a">{text(citation.title)}</title>'))
    if date := citation.date:
        parts.append((date.verbatim, f"<date{date_attributes(date, register)}>{text(date.verbatim)}</date>"))
    if citation.publisher:
        parts.append((citation.publisher, f"<publisher>{text(citation.publisher)}</publisher>"))
    if source := citation.source:
        inside, _ = mark(source.verbatim, _statement_parts(source, register))
        parts.append((source.verbatim, f'<bibl type="archive">{inside}</bibl>'))
    return mark(citation.verbatim, parts)[0]


def _statement_parts(source: SourceStatement, register: Register) -> Iterable[tuple[str, str]]:
    for holding in source.holdings:
        if holding.repository:
            yield holding.repository, f'<orgName type="repository">{text(holding.repository)}</orgName>'
        if holding.settlement:
            yield holding.settlement, f"<placeName>{text(holding.settlement)}</placeName>"
    for step in source.custody:
        for body in (step.agent, step.recipient):
            if body:
                yield body, f"<orgName>{text(body)}</orgName>"
    for contributor, given in zip(source.contributors, register.contributors, strict=True):
        editor = f'<editor role="{contributor.role}" corresp="#{given}">{text(contributor.name)}</editor>'
        yield contributor.name, editor


def _structured(citation: Citation, register: Register) -> str:
    """The fields of the citation, one element each."""
    pieces = []
    if citation.title:
        pieces.append(f'<title level="a">{text(citation.title)}</title>')
    if citation.date:
        pieces.append(write_date_element(citation.date, register))
    if citation.publisher:
        pieces.append(f"<publisher>{text(citation.publisher)}</publisher>")
    if source := citation.source:
        pieces.append(f'<bibl type="statement">{text(source.verbatim)}</bibl>')
        pieces += [f'<bibl type="publication">{text(each)}</bibl>' for each in source.publications]
        pieces += [f"<ref{target(each)}>{text(each)}</ref>" for each in source.urls]
        pieces += [f'<note type="rest">{text(each)}</note>' for each in source.rest]
    inside = "".join(f"{_IN}  {piece}" for piece in pieces)
    return f'<bibl type="structured" corresp="#{register.own("citation")}">{inside}{_IN}</bibl>' if pieces else ""


def _original(title: Title, register: Register) -> str:
    """What the title says of the original document, one element each."""
    pieces = []
    if title.number:
        pieces.append(f'<idno type="number">{text(title.number)}</idno>')
    if title.sequence is not None:
        pieces.append(f'<biblScope unit="sequence">{title.sequence}</biblScope>')
    for kind, value in (
        ("classification", title.classification),
        ("urgency", title.urgency),
        ("subject", title.subject),
    ):
        if value:
            pieces.append(f'<note type="{kind}">{text(value)}</note>')
    if title.date:
        pieces.append(write_date_element(title.date, register))
    if title.extent:
        pieces.append(f"<extent>{title.extent}</extent>")
    inside = "".join(f"{_IN}  {piece}" for piece in pieces)
    return f'<bibl type="original">{inside}{_IN}</bibl>' if pieces else ""


def _manuscripts(document: Document, register: Register) -> list[str]:
    """`msDesc` for each holding; the first also has languages and custody, even where no holding is named."""
    statement = document.citation.source if document.citation else None
    holdings = statement.holdings if statement else ()
    history = write_history(statement.custody, register.own("citation")) if statement else ""
    languages, title = document.original_languages, document.title
    first, *others = holdings or (None,)
    more = _contents(languages, first, title) + history
    found = [_manuscript(first, more)] if first or more else []
    return found + [_manuscript(other, _contents((), other, title)) for other in others]


def _manuscript(holding: Holding | None, more: str) -> str:
    kind = ' type="holding"' if holding else ""
    identifier = f"<msIdentifier>{_identifier(holding)}{_IN}  </msIdentifier>" if holding else "<msIdentifier/>"
    return f"<msDesc{kind}>{_IN}  {identifier}{more}{_IN}</msDesc>"


def _identifier(holding: Holding) -> str:
    pieces = []
    for name, value in (("country", holding.country), ("settlement", holding.settlement)):
        if value:
            pieces.append(f"<{name}>{text(value)}</{name}>")
    if holding.repository and holding.abbreviation:
        full, short = text(holding.repository), text(holding.abbreviation)
        pieces.append(exact("repository", "", f"<name>{full}</name> (<abbr>{short}</abbr>)"))
    elif holding.repository:
        pieces.append(f"<repository>{text(holding.repository)}</repository>")
    elif holding.abbreviation:
        pieces.append(f"<repository><abbr>{text(holding.abbreviation)}</abbr></repository>")
    if holding.collection:
        pieces.append(f"<collection>{text(holding.collection)}</collection>")
    units = [(unit, getattr(holding, unit.field)) for unit in HOLDING_UNITS]
    numbers = [f'{unit.tei} <idno type="{unit.field}">{text(value)}</idno>'.lstrip() for unit, value in units if value]
    if numbers:
        pieces.append(exact("idno", ' type="archival"', ", ".join(numbers)))
    return "".join(f"{_IN}    {piece}" for piece in pieces)


def _contents(languages: tuple[Language, ...], holding: Holding | None, title: Title | None) -> str:
    """`msContents`: the leaves of the file and the languages; beside mere leaves TEI wants the title."""
    spoken = "".join(
        f"<textLang{f' mainLang={chr(34)}{each.tag}{chr(34)}' if each.tag else ''}>{text(each.verbatim)}</textLang>"
        for each in languages
    )
    leaves = _locus(holding.list) if holding and holding.list and (spoken or title) else ""
    named = f"<title>{text(title.verbatim)}</title>" if leaves and title else ""
    item = leaves + named + spoken
    return f"{_IN}  <msContents><msItem>{item}</msItem></msContents>" if item else ""


def _locus(leaves: str) -> str:
    """`locus`, with first and last leaf where the words end in figures."""
    found = _LEAVES.search(leaves[-20:])
    span = f' from="{found[1]}" to="{found[2] or found[1]}"' if found else ""
    return f"<locus{span}>{text(leaves)}</locus>"
