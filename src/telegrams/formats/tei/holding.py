"""Holdings and original languages ⇄ `msDesc`, which the history of the copy stands in too."""

import re

from lxml import etree

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.formats.xml import exact, leaf, text
from telegrams.model.citation import Holding
from telegrams.model.document import Document, Language
from telegrams.model.parties import Title

from .custody import write_history
from .reader import TEI, TeiReader, language_tag
from .register import Register

_IN = "\n        "
_LEAVES = re.compile(r"(?<![0-9])([0-9]{1,6}(?:ob)?)(?:[-–]([0-9]{1,6}(?:ob)?))?\Z")


def write_manuscripts(document: Document, register: Register) -> list[str]:
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
    identifier = f"<msIdentifier>{_identifier(holding or Holding())}{_IN}  </msIdentifier>"
    return f"<msDesc{kind}>{_IN}  {identifier}{more}{_IN}</msDesc>"


_UNSTATED = "not stated"
"""Stands for the archive where no part of the name of the place is known: TEI wants one (Schematron `msId_minimal`)."""


def _identifier(holding: Holding) -> str:
    full, short = holding.repository, leaf("abbr", holding.abbreviation)
    if full and short:
        repository = exact("repository", "", f"{leaf('name', full)} ({short})")
    else:
        repository = f"<repository>{short}</repository>" if short else leaf("repository", full)
    if not (holding.country or holding.settlement or repository or holding.collection):
        repository = f'<repository cert="unknown">{_UNSTATED}</repository>'
    units = [(unit, getattr(holding, unit.field)) for unit in HOLDING_UNITS]
    numbers = [f'{unit.tei} <idno type="{unit.field}">{text(value)}</idno>'.lstrip() for unit, value in units if value]
    pieces = (
        leaf("country", holding.country),
        leaf("settlement", holding.settlement),
        repository,
        leaf("collection", holding.collection),
        exact("idno", ' type="archival"', ", ".join(numbers)) if numbers else "",
    )
    return "".join(f"{_IN}    {piece}" for piece in pieces if piece)


def _contents(languages: tuple[Language, ...], holding: Holding | None, title: Title | None) -> str:
    """`msContents`: the leaves of the file and the languages; beside mere leaves TEI wants the title."""
    spoken = "".join(
        f"<textLang{f' mainLang={chr(34)}{each.tag}{chr(34)}' if each.tag else ''}>{text(each.verbatim)}</textLang>"
        for each in languages
    )
    leaves = _locus(holding.list) if holding and holding.list and (spoken or title) else ""
    named = leaf("title", title.verbatim) if leaves and title else ""
    item = leaves + named + spoken
    return f"{_IN}  <msContents><msItem>{item}</msItem></msContents>" if item else ""


def _locus(leaves: str) -> str:
    """`locus`, with first and last leaf where the words end in figures."""
    found = _LEAVES.search(leaves[-20:])
    span = f' from="{found[1]}" to="{found[2] or found[1]}"' if found else ""
    return f"<locus{span}>{text(leaves)}</locus>"


def read_holdings(source: etree._Element, reader: TeiReader) -> tuple[Holding, ...]:
    """The holdings of a `sourceDesc`: what is said to be one, and in files of ours any whose place has been put in."""
    found = []
    for manuscript in source.iterfind(f"{TEI}msDesc"):
        holding = _read_identifier(manuscript.find(f"{TEI}msIdentifier"), reader)
        if manuscript.get("type") == "holding" or (reader.own and holding != Holding()):
            found.append(holding)
    return tuple(found)


def _read_identifier(identifier: etree._Element | None, reader: TeiReader) -> Holding:
    if identifier is None:
        return Holding()
    repository = identifier.find(f"{TEI}repository")
    structured = repository is not None and len(repository) > 0
    unstated = repository is not None and repository.get("cert") == "unknown" and repository.text == _UNSTATED
    return Holding(
        country=reader.child(identifier, "country"),
        settlement=reader.child(identifier, "settlement"),
        repository=None if unstated else reader.child(identifier, "repository/name" if structured else "repository"),
        abbreviation=reader.child(identifier, "repository/abbr"),
        collection=reader.child(identifier, "collection"),
        **{unit.field: reader.child(identifier, f"idno/idno[@type='{unit.field}']") for unit in HOLDING_UNITS},
    )


def read_languages(source: etree._Element, reader: TeiReader) -> tuple[Language, ...]:
    """The languages of the original, from `textLang`."""
    found = []
    for element in source.iter(f"{TEI}textLang"):
        tag, verbatim = language_tag(element, "mainLang"), reader.string(element)
        if words := verbatim or tag:
            found.append(Language(verbatim=words, tag=tag))
    return tuple(found)
