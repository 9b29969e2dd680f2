"""`teiHeader` of our own files → the fields of a Document."""

from typing import Any, get_args

from lxml import etree

from telegrams.model.document import ContentsItem, ContentsKind, HeaderField
from telegrams.model.known import known
from telegrams.model.parties import Kind, Title

from .dates import read_date_element
from .layout import read_layout
from .parties import Parties
from .read_source import LANGUAGE, original, read_citation, read_languages
from .reader import TEI, TeiReader

_KINDS: tuple[Kind, ...] = get_args(Kind)
_CONTENTS: tuple[ContentsKind, ...] = get_args(ContentsKind)


def read_tei_header(header: etree._Element, reader: TeiReader) -> dict[str, Any]:
    """The fields that the header of a file of ours holds: all of a Document but its body."""
    empty = etree.Element(f"{TEI}empty")
    description = _first(header, f"{TEI}fileDesc", empty)
    profile = _first(header, f"{TEI}profileDesc", empty)
    source = _first(description, f"{TEI}sourceDesc", empty)
    date = profile.find(f"{TEI}creation/{TEI}date")
    notes = description.findall(f"{TEI}notesStmt/{TEI}note")
    return {
        "title": _title(header, description, source, reader),
        "date": None if date is None else read_date_element(date, reader),
        "citation": read_citation(description, source, reader),
        "summary": reader.children(profile, "abstract/p"),
        "credits": tuple(value for note in notes if note.get("type") == "credits" and (value := reader.string(note))),
        "original_languages": read_languages(source, reader),
        "contents": tuple(
            entry for each in profile.iterfind(f"{TEI}langUsage/{TEI}language") if (entry := _contents(each, reader))
        ),
        "other_fields": tuple(
            HeaderField(label=label, paragraphs=reader.children(note, "p"))
            for note in notes
            if note.get("type") == "field" and (label := reader.child(note, "label"))
        ),
        "layout": read_layout(header, reader),
    }


def _first(parent: etree._Element, path: str, empty: etree._Element) -> etree._Element:
    found = parent.find(path)
    return empty if found is None else found


def _title(
    header: etree._Element, description: etree._Element, source: etree._Element, reader: TeiReader
) -> Title | None:
    element = description.find(f"{TEI}titleStmt/{TEI}title[@type='main']")
    verbatim = None if element is None else reader.string(element)
    if verbatim is None:
        return None
    reference = header.find(f"{TEI}profileDesc/{TEI}textClass/{TEI}catRef")
    target = "" if reference is None else reference.get("target", "").removeprefix("#")
    parties = Parties(header, reader)
    return Title(
        verbatim=verbatim,
        kind=known(_KINDS, target),
        senders=parties.of_action("sent"),
        recipients=parties.of_action("received"),
        via=parties.of_action("transmitted"),
        participants=parties.of_setting(),
        **original(source, reader),
    )


def _contents(element: etree._Element, reader: TeiReader) -> ContentsItem | None:
    verbatim, tag = reader.string(element), element.get("ident", "")
    if verbatim is None:
        return None
    named = LANGUAGE.match(tag) and element.get("cert") != "unknown"
    kind = known(_CONTENTS, element.get("n")) or "other"
    return ContentsItem(verbatim=verbatim, kind=kind, language=tag if named else None)
