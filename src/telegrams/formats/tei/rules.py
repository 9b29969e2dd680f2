"""What a grammar cannot say of a TEI file: checks with diagnostic codes, for files of any hand."""

import re
from collections.abc import Iterator

from telegrams.findings import finding
from telegrams.formats.text import has_stale_layout
from telegrams.formats.xml import NAMESPACE, Parsed, line_of, parse
from telegrams.model.diagnostics import Diagnostic

from .read import is_own, read
from .reader import TEI, is_indentation, name_of

POINTERS = ("ref", "resp", "target", "ana", "who", "corresp", "scheme", "sameAs", "next", "prev", "wit", "hand")
_EXACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BLOCKS = "p ab head item label speaker seg dateline salute signed closer quote q note cell hi supplied"
_MIXED = frozenset(f"{TEI}{name}" for name in _BLOCKS.split())


def check(data: bytes) -> tuple[Diagnostic, ...]:
    """The findings of the reader, then TG620–TG625. Raises `ParseError` where the file cannot be read."""
    parsed = parse(data)
    reading = read(data)
    found = [
        *reading.diagnostics,
        *_identifiers(parsed),
        *_pointers(parsed),
        *_sides(parsed),
        *_closing_dates(parsed),
        *_line_feeds(parsed),
    ]
    layouts = parsed.root.iter("{tag:telegrams,2026:layout/1}layout")
    stale = any(has_stale_layout(document) for document in reading.documents)
    for layout in layouts if stale else ():
        message = f"The layout (line {line_of(layout)}) belongs to another state of this text."
        found.append(finding("TG624", message, parsed.span(layout), "It is left out when the text is written."))
    return tuple(found)


def _identifiers(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG625: an identifier given to two elements."""
    seen: set[str] = set()
    for element in parsed.root.iter("{*}*"):
        given = element.get(f"{NAMESPACE}id", "")
        if given in seen:
            message = f'xml:id="{given}" of <{name_of(element)}> (line {line_of(element)}) was given before.'
            yield finding("TG625", message, parsed.span(element), "Give each element an identifier of its own.")
        elif given:
            seen.add(given)


def _pointers(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG620: pointers inside the file that lead nowhere."""
    known = {element.get(f"{NAMESPACE}id") for element in parsed.root.iter("{*}*")}
    for element in parsed.root.iter(f"{TEI}*"):
        for name in POINTERS:
            for pointer in element.get(name, "").split():
                if pointer.startswith("#") and len(pointer) > 1 and pointer[1:] not in known:
                    message = f'@{name}="{pointer}" of <{name_of(element)}> (line {line_of(element)}) leads nowhere.'
                    hint = f'Add an element with xml:id="{pointer[1:]}", or correct the pointer.'
                    yield finding("TG620", message, parsed.span(element), hint)


def _sides(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG621: correspondence with one side only."""
    for description in parsed.root.iter(f"{TEI}correspDesc"):
        kinds = {action.get("type") for action in description.iterfind(f"{TEI}correspAction")}
        for given, missing in (("sent", "received"), ("received", "sent")):
            if given in kinds and missing not in kinds:
                message = f'<correspDesc> (line {line_of(description)}) has no <correspAction type="{missing}">.'
                hint = f'Add <correspAction type="{missing}"><persName>Unknown</persName></correspAction>.'
                yield finding("TG621", message, parsed.span(description), hint)


def _closing_dates(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG622: an exact date in a closer that is not the exact date of the head."""
    for edition in parsed.root.iter(f"{TEI}TEI"):
        head = edition.find(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}creation/{TEI}date")
        stated = "" if head is None else head.get("when", "")
        for date in edition.iterfind(f"{TEI}text//{TEI}closer//{TEI}date"):
            closing = date.get("when", "")
            if _EXACT.match(stated) and _EXACT.match(closing) and stated[:10] != closing[:10]:
                message = f"The closing date {closing[:10]} (line {line_of(date)}) is not the date {stated[:10]}."
                yield finding("TG622", message, parsed.span(date), "Compare with the original.")


def _line_feeds(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG623: the first line feed inside the words of each block, in files of ours."""
    for edition in parsed.root.iter(f"{TEI}TEI"):
        for block in edition.iterfind(f"{TEI}text//*") if is_own(edition) else ():
            nodes = (block.text, *(child.tail for child in block)) if block.tag in _MIXED else ()
            if any(node and "\n" in node and not is_indentation(node) for node in nodes):
                message = f"<{name_of(block)}> (line {line_of(block)}) has a line feed inside its words."
                yield finding("TG623", message, parsed.span(block), "Switch off line wrapping in the XML editor.")
