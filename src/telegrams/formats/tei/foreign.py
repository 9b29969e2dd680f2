"""TEI of other hands → Documents, as far as the model goes.

FRUS volumes: each `div[@type='document']` is a Document with the `head` as title and the first dated `dateline` as
date. Letters with `correspDesc`: parties and date from there. CMIF: each `correspDesc` is a Document; as the
file has no title for it, one is made of the names. What is not understood is reported; words of the header that the
model has no place for are reported by element, words of the text are kept.
"""

from itertools import chain, pairwise
from typing import Any, NamedTuple

from lxml import etree

from telegrams.formats.publication import address
from telegrams.formats.xml import NAMESPACE
from telegrams.model.body import SourceNote
from telegrams.model.dates import HistoricalDate
from telegrams.model.document import Document
from telegrams.model.parties import Party, Title

from .body import BodyReader
from .dates import read_child_date, read_date_element
from .holding import read_languages
from .reader import TEI, TeiReader, line, name_of

_UNDERSTOOD = frozenset({"titleStmt/title", "correspDesc", "creation", "abstract", "textLang", "publicationStmt"})
_ACTIONS = (("sent", "senders"), ("received", "recipients"), ("transmitted", "via"))


class Named(NamedTuple):
    """A document with what the file calls it."""

    document: Document
    name: str | None


def identifier(element: etree._Element) -> str | None:
    """The `xml:id` of an element."""
    return element.get(f"{NAMESPACE}id")


def read_foreign(edition: etree._Element, reader: TeiReader) -> list[Named]:
    """The documents of one `TEI` element; at least one."""
    divisions = [each for each in edition.iter(f"{TEI}div") if each.get("type") == "document"]
    outer = [
        each
        for each in divisions
        if not any(above.get("type") == "document" for above in each.iterancestors(f"{TEI}div"))
    ]
    letters = edition.findall(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}correspDesc")
    text = edition.find(f"{TEI}text")
    if len(outer) > 1 or (outer and not letters):
        _report_surroundings(edition, outer, reader)
        return [Named(_division(each, reader), identifier(each)) for each in outer]
    if len(letters) > 1 and (text is None or reader.string(text) is None):
        return [Named(_letter(each, reader), identifier(each)) for each in letters]
    return [Named(_edition(edition, letters, reader), identifier(edition))]


def _report_surroundings(edition: etree._Element, divisions: list[etree._Element], reader: TeiReader) -> None:
    """Reports the header and whatever stands between the documents of a volume."""
    inside = set(chain.from_iterable(each.iter() for each in divisions))
    for element in edition.iter("{*}*"):
        words = [element.text, *(child.tail for child in element)]
        if element not in inside and any(line(each) for each in words if each):
            reader.report.outside(element)


def _division(division: etree._Element, reader: TeiReader) -> Document:
    """A document of a volume."""
    body = BodyReader(reader)
    head = division.find(f"{TEI}head")
    blocks = body.blocks(division, without=head)
    dated = next((each for each in division.iter(f"{TEI}dateline") if each.find(f".//{TEI}date") is not None), None)
    notes = [] if head is None else head.findall(f".//{TEI}note")
    for note in notes:
        found = list(body.note(note))
        blocks += [each for each in found if not isinstance(each, SourceNote)]
        blocks += [each for each in found if isinstance(each, SourceNote)]
    verbatim = None if head is None else _without_notes(head)
    return Document(
        title=Title(verbatim=verbatim) if verbatim else None,
        date=None if dated is None else _dateline(dated, reader),
        body=(*blocks, *body.inlines.footnotes),
    )


def _without_notes(head: etree._Element) -> str | None:
    """The words of a heading without those of its notes."""
    notes = {piece for note in head.iter(f"{TEI}note") for piece in note.iter()}
    pieces = [(head.text or "")]
    for element in head.iterdescendants():
        if element not in notes:
            pieces.append(element.text or "")
        if element not in notes or element.getparent() not in notes:
            pieces.append(element.tail or "")
    return line("".join(pieces))


def _dateline(dateline: etree._Element, reader: TeiReader) -> HistoricalDate | None:
    date, place = dateline.find(f".//{TEI}date"), dateline.find(f".//{TEI}placeName")
    found = None if date is None else read_date_element(date, reader)
    if found is None or place is None or found.place:
        return found
    return found.model_copy(update={"place": reader.string(place)})


def _letter(description: etree._Element, reader: TeiReader) -> Document:
    """A document known only by its `correspDesc`."""
    fields, date = _correspondence(description, reader)
    named = [" and ".join(_called(party) for party in fields[role]) for role in ("senders", "recipients")]
    verbatim = line(" to ".join(each or "Unknown" for each in named)) or "Unknown"
    return Document(title=Title(verbatim=verbatim, **fields), date=date)


def _called(party: Party) -> str:
    return party.name or party.organisation or party.role or "Unknown"


def _correspondence(
    description: etree._Element, reader: TeiReader
) -> tuple[dict[str, tuple[Party, ...]], HistoricalDate | None]:
    """The parties by role, and the first date."""
    fields: dict[str, tuple[Party, ...]] = {}
    date = None
    for kind, role in _ACTIONS:
        parties: list[Party] = []
        for action in description.iterfind(f"{TEI}correspAction[@type='{kind}']"):
            for child in action.iter("{*}*"):
                if child.tag == f"{TEI}date":
                    date = date or read_date_element(child, reader)
                else:
                    _add_party(parties, child, reader)
        fields[role] = tuple(parties)
    return fields, date


def _add_party(parties: list[Party], element: etree._Element, reader: TeiReader) -> None:
    """Adds the party that an element names, or a place to the party before it."""
    words, name, known = reader.string(element), name_of(element), address(element.get("ref", ""))
    if words is None:
        return
    if name == "persName":
        role = reader.child(element, "roleName")
        shorter = line(words.removeprefix(role)) if role else words
        parties.append(Party(name=shorter, role=role, ref=known))
    elif name == "orgName":
        parties.append(Party(organisation=words, ref=known))
    elif name in {"placeName", "settlement"} and parties and parties[-1].place is None:
        parties[-1] = parties[-1].model_copy(update={"place": words, "place_ref": known})
    elif name == "placeName":
        parties.append(Party(place=words, place_ref=known))


def _edition(edition: etree._Element, letters: list[etree._Element], reader: TeiReader) -> Document:
    """A file that is one document."""
    header = edition.find(f"{TEI}teiHeader")
    fields: dict[str, Any] = {}
    if header is not None:
        fields = _header(header, letters, reader)
        _report_header(header, reader)
    body = BodyReader(reader)
    blocks: list[Any] = []
    for part in edition.iterfind(f"{TEI}text"):
        blocks += body.blocks(part)
    return Document(body=(*blocks, *body.inlines.footnotes), **fields)


def _header(header: etree._Element, letters: list[etree._Element], reader: TeiReader) -> dict[str, Any]:
    parties, sent = _correspondence(letters[0], reader) if letters else ({}, None)
    verbatim = reader.child(header, "fileDesc/titleStmt/title")
    return {
        "title": Title(verbatim=verbatim, **parties) if verbatim else None,
        "date": sent or read_child_date(header, "profileDesc/creation/date", reader),
        "summary": reader.children(header, "profileDesc/abstract/p"),
        "original_languages": read_languages(header, reader),
    }


def _report_header(header: etree._Element, reader: TeiReader) -> None:
    """Reports the header's elements with words that `_header` does not take."""
    for element in header.iter("{*}*"):
        words = [element.text, *(child.tail for child in element)]
        if any(line(each) for each in words if each) and not _taken(element):
            reader.report.outside(element)


def _taken(element: etree._Element) -> bool:
    lineage = [element, *element.iterancestors()]
    names = [name_of(each) for each in lineage]
    pairs = {f"{above}/{name}" for name, above in pairwise(names)}
    return not _UNDERSTOOD.isdisjoint({*names, *pairs})
