"""`sourceDesc` and the editors of `titleStmt` → Citation, original languages, and what `bibl` says of the title."""

import re
from itertools import takewhile
from typing import Any

from lxml import etree

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.model.citation import Citation, Holding, SourceStatement
from telegrams.model.document import Language

from .contributors import read_contributors
from .custody import read_event
from .dates import read_date_element
from .reader import TEI, TeiReader, is_indentation, line, name_of

_RECORD = re.compile(r"[0-9]{1,12}\Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def bibliographic(source: etree._Element, kind: str) -> etree._Element | None:
    """The `bibl` of a kind."""
    return source.find(f"{TEI}bibl[@type='{kind}']")


def read_citation(description: etree._Element, source: etree._Element, reader: TeiReader) -> Citation | None:
    """The citation that a `fileDesc` and its `sourceDesc` hold; None without `bibl[@type='citation']`."""
    display = bibliographic(source, "citation")
    verbatim, url = (None, None) if display is None else _read_display(display, reader)
    if verbatim is None:
        return None
    structured = bibliographic(source, "structured")
    date = None if structured is None else structured.find(f"{TEI}date")
    record = next(
        (reader.string(each) for each in description.iterfind(f"{TEI}publicationStmt/{TEI}idno[@type='wcda']")), None
    )
    return Citation(
        verbatim=verbatim,
        title=reader.child(structured, "title"),
        date=None if date is None else read_date_element(date, reader),
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
    statement = None if structured is None else structured.find(f"{TEI}bibl[@type='statement']")
    verbatim = None if statement is None else reader.string(statement)
    if structured is None or verbatim is None:
        return None
    events = source.iter(f"{TEI}custEvent")
    stated = description.iterfind(f"{TEI}titleStmt/*")
    responsible = [each for each in stated if name_of(each) in {"editor", "respStmt"}]
    return SourceStatement(
        verbatim=verbatim,
        holdings=tuple(_read_holding(each, reader) for each in source.iterfind(f"{TEI}msDesc[@type='holding']")),
        publications=_strings(structured, "bibl", "publication", reader),
        custody=tuple(step for event in events if (step := read_event(event, reader))),
        contributors=tuple(who for each in responsible for who in read_contributors(each, reader)),
        urls=tuple(url for each in structured.iterfind(f"{TEI}ref") if (url := reader.string(each))),
        rest=_strings(structured, "note", "rest", reader),
    )


def _strings(parent: etree._Element, tag: str, kind: str, reader: TeiReader) -> tuple[str, ...]:
    found = parent.iterfind(f"{TEI}{tag}[@type='{kind}']")
    return tuple(value for each in found if (value := reader.string(each)))


def _read_holding(manuscript: etree._Element, reader: TeiReader) -> Holding:
    identifier = manuscript.find(f"{TEI}msIdentifier")
    repository = None if identifier is None else identifier.find(f"{TEI}repository")
    structured = repository is not None and len(repository) > 0
    values: dict[str, Any] = {
        "country": reader.child(identifier, "country"),
        "settlement": reader.child(identifier, "settlement"),
        "repository": reader.child(repository, "name") if structured else reader.child(identifier, "repository"),
        "abbreviation": reader.child(repository, "abbr"),
        "collection": reader.child(identifier, "collection"),
    }
    known = {unit.field for unit in HOLDING_UNITS}
    for number in () if identifier is None else identifier.iterfind(f"{TEI}idno/{TEI}idno"):
        if number.get("type") in known:
            values[str(number.get("type"))] = reader.string(number)
    return Holding(**values)


def read_languages(source: etree._Element, reader: TeiReader) -> tuple[Language, ...]:
    """The languages of the original, from `textLang`."""
    found = []
    for element in source.iter(f"{TEI}textLang"):
        tag, verbatim = element.get("mainLang", ""), reader.string(element)
        known = tag if LANGUAGE.match(tag) else None
        if verbatim or known:
            found.append(Language(verbatim=verbatim or tag, tag=known))
    return tuple(found)


def original(source: etree._Element, reader: TeiReader) -> dict[str, Any]:
    """The fields of a title that `bibl[@type='original']` holds."""
    element = bibliographic(source, "original")
    if element is None:
        return {}
    notes = {each.get("type"): reader.string(each) for each in element if name_of(each) == "note"}
    sequence, date = reader.child(element, "biblScope"), element.find(f"{TEI}date")
    extent = reader.child(element, "extent")
    return {
        "number": reader.child(element, "idno"),
        "sequence": int(sequence) if sequence and re.match(r"-?[0-9]{1,18}\Z", sequence) else None,
        "classification": notes.get("classification"),
        "urgency": notes.get("urgency"),
        "subject": notes.get("subject"),
        "date": None if date is None else read_date_element(date, reader),
        "extent": extent if extent in {"excerpt", "draft"} else None,
    }
