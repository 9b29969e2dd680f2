"""What a grammar cannot say of a TEI file: checks with diagnostic codes, for files of any hand."""

import re
from collections.abc import Iterator

from lxml import etree

from telegrams.findings import finding
from telegrams.formats.xml import NAMESPACE, Parsed, line_of, parse_xml
from telegrams.model.diagnostics import Diagnostic

from .parties import UNKNOWN
from .reader import POINTERS, TEI, is_indentation, is_own, name_of
from .schema import validate

_NOBODY = frozenset({"date", "note", "desc"})
"""Parts of a `correspAction` that do not say who acts."""
_EXACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_rules(data: bytes) -> tuple[Diagnostic, ...]:
    """What the schema finds, then TG620–TG625. Raises `ParseError` where the XML is refused.

    Whether the layout still belongs to the text is found by reading the file (TG009).
    """
    parsed = parse_xml(data)
    # For formatters and databases a blank beside a comment stands beside a tag.
    with_notes = parse_xml(data, notes=True)
    return (
        *validate(parsed),
        *_identifiers(parsed),
        *_pointers(parsed),
        *_sides(parsed),
        *_closing_dates(parsed),
        *_line_feeds(with_notes),
        *_spaces(with_notes),
    )


def _identifiers(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG625: an identifier given to two elements."""
    seen: set[str] = set()
    for element in parsed.root.iter("{*}*"):
        given = element.get(f"{NAMESPACE}id", "")
        if given in seen:
            message = f'xml:id="{given}" of <{name_of(element)}> (line {line_of(element)}) was given before'
            yield finding("TG625", message, parsed.span(element), "give each element an identifier of its own")
        elif given:
            seen.add(given)


def _pointers(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG620: pointers inside the file that lead nowhere."""
    known = {element.get(f"{NAMESPACE}id") for element in parsed.root.iter("{*}*")}
    for element in parsed.root.iter(f"{TEI}*"):
        for name in POINTERS:
            for pointer in element.get(name, "").split():
                if pointer.startswith("#") and len(pointer) > 1 and pointer[1:] not in known:
                    message = f'@{name}="{pointer}" of <{name_of(element)}> (line {line_of(element)}) leads nowhere'
                    hint = f'add an element with xml:id="{pointer[1:]}", or correct the pointer'
                    yield finding("TG620", message, parsed.span(element), hint)


def _sides(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG621: correspondence that names nobody."""
    for description in parsed.root.iter(f"{TEI}correspDesc"):
        actions = description.findall(f"{TEI}correspAction")
        if actions and not any(_says_who(each) for action in actions for each in action.iterchildren("{*}*")):
            message = f"<correspDesc> (line {line_of(description)}) names neither who sent nor who received"
            hint = "name one of them, or leave <correspDesc> out: who only takes part stands in <particDesc>"
            yield finding("TG621", message, parsed.span(description), hint)


def _says_who(element: etree._Element) -> bool:
    """Whether a part of an action names or points to somebody, or the place that stands for somebody."""
    words = " ".join("".join(map(str, element.itertext())).split())
    return name_of(element) not in _NOBODY and (words not in {"", UNKNOWN} or "ref" in element.attrib)


def _closing_dates(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG622: an exact date in a closer that is not the exact date of the head."""
    for edition in parsed.root.iter(f"{TEI}TEI"):
        head = edition.find(f"{TEI}teiHeader/{TEI}profileDesc/{TEI}creation/{TEI}date")
        stated = "" if head is None else head.get("when", "")
        for date in edition.iterfind(f"{TEI}text//{TEI}closer//{TEI}date"):
            closing = date.get("when", "")
            if _EXACT.match(stated) and _EXACT.match(closing) and stated[:10] != closing[:10]:
                message = f"the closing date {closing[:10]} (line {line_of(date)}) is not the date {stated[:10]}"
                yield finding("TG622", message, parsed.span(date), "compare with the original")


def _line_feeds(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG623: the first line feed inside the words of each element of the text, in files of ours."""
    for edition in parsed.root.iter(f"{TEI}TEI"):
        for block in edition.iterfind(f"{TEI}text//*") if is_own(edition) else ():
            nodes = (block.text, *(child.tail for child in block))
            if any(node and "\n" in node and not is_indentation(node) for node in nodes):
                message = f"<{name_of(block)}> (line {line_of(block)}) has a line feed inside its words"
                yield finding("TG623", message, parsed.span(block), "switch off line wrapping in the XML editor")


def _spaces(parsed: Parsed) -> Iterator[Diagnostic]:
    """TG624: `xml:space="preserve"` missing where a blank stands beside a tag, or not needed; in our files."""
    for edition in parsed.root.iter(f"{TEI}TEI"):
        if not is_own(edition):
            continue
        needed = _with_blanks(edition)
        for state, wrong in (
            ("lacks", [each for each in edition.iter(f"{TEI}*") if each in needed and not _keeps(each)]),
            ("does not need", [each for each in edition.iter(f"{TEI}*") if _keeps(each) and each not in needed]),
        ):
            for first in wrong[:1]:
                place = f"({len(wrong)}×, first in line {line_of(first)})"
                message = f'<{name_of(first)}> {state} xml:space="preserve" {place}'
                yield finding("TG624", message, parsed.span(first), "formatters take away blanks beside tags")


def _with_blanks(edition: etree._Element) -> set[etree._Element]:
    """The elements that answer for a blank beside a tag: those that keep space, or else those that it stands in."""
    found = set()
    for element in edition.iter(f"{TEI}*"):
        nodes = (element.text, *(child.tail for child in element))
        if any(node and "\n" not in node and node.strip(" ") != node for node in nodes):
            found.add(next((each for each in (element, *element.iterancestors()) if _keeps(each)), element))
    return found


def _keeps(element: etree._Element) -> bool:
    return element.get(f"{NAMESPACE}space") == "preserve"
