"""What an edition has besides its text, value by value.

A value is an attribute, the words of an element, or a comment, each with the names of the elements above it. What is in
our own namespaces is of this program, and no description of the document.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from telegrams.formats.xml import COMMENT, INSTRUCTION
from telegrams.formats.xml import NAMESPACE as XML

from .association import TARGET
from .reader import TEI, in_tei, is_program_data, name_of, single_blanks

ENTRIES = "{tag:telegrams,2026:corpus}entries"
"""The attribute of an element that was brought from the header of a corpus, and is not the document's own."""
SPACE = f"{XML}space"
"""The attribute that follows from the rest, and counts nowhere."""
TEXT = f"{TEI}text"
PROGRAM = "telegrams"
"""`application/@ident` of this program."""
_FOLLOWING = frozenset({SPACE})
_VERSIONED = frozenset({SPACE, "version"})
_DECLARATION = frozenset({"projectDesc", "editorialDecl", "schemaRef"})


class HeaderValue(NamedTuple):
    """One value of a header."""

    path: str
    """The names of the elements from `TEI` on: `TEI/teiHeader/fileDesc`."""
    name: str
    """Of the attribute; empty for the words of the element; `!` for a comment, `?` for a processing instruction."""
    words: str
    element: etree._Element


def is_element(node: etree._Element) -> bool:
    """False for a comment and a processing instruction."""
    return isinstance(node.tag, str)


def is_note(node: etree._Element) -> bool:
    """Whether it is a comment or processing instruction, or stands for one."""
    return not is_element(node) or node.tag in {COMMENT, INSTRUCTION}


def is_declared(edition: etree._Element) -> bool:
    """Whether an edition or corpus says how it was made; a lean one does not, nor does an edition inside a corpus."""
    described = edition.find(in_tei("teiHeader/encodingDesc"))
    return described is not None and any(is_element(each) and name_of(each) in _DECLARATION for each in described)


def is_model(node: etree._Element) -> bool:
    """Whether it is an instruction that names a schema."""
    return getattr(node, "target", None) == TARGET


def is_keyed(node: etree._Element) -> bool:
    """Whether a node may be one that this package writes: an element, or an instruction that names a schema."""
    return is_element(node) or is_model(node)


def values_of(node: etree._Element, path: str = "TEI") -> Iterator[HeaderValue]:
    """Every value of an element and of all inside it, in order; `path` is its own."""
    if not is_element(node):
        sign = "?" if hasattr(node, "target") else "!"
        yield HeaderValue(path, sign, f"{getattr(node, 'target', '')} {node.text or ''}", node)
        return
    yield from own_values(node, path)
    for child in described_in(node):
        yield from values_of(child, f"{path}/{name_of(child)}" if is_element(child) else path)


def own_values(element: etree._Element, path: str) -> Iterator[HeaderValue]:
    """The values that the element itself has; one that has none and holds nothing is a value itself."""
    if element.tag == TEXT:
        return
    given = attributes_in(element)
    words = own_words(element)
    for name, value in sorted(given.items()):
        yield HeaderValue(path, name, value, element)
    if words or not (given or len(element)):
        yield HeaderValue(path, "", words, element)


def attributes_in(element: etree._Element) -> dict[str, str]:
    """The attributes that an editor may give: not `xml:space`, nor the version of this program."""
    without = _VERSIONED if element.get("ident") == PROGRAM else _FOLLOWING
    return {str(name): str(value) for name, value in element.items() if name not in without}


def own_words(element: etree._Element) -> str:
    """The words that stand in the element itself; `|` between them stands for what they surround."""
    nodes = [element.text, *(child.tail for child in element)]
    return "|".join(stripped for node in nodes if node and (stripped := single_blanks(node).strip(" ")))


def described_in(element: etree._Element) -> Iterator[etree._Element]:
    """The children that belong to the description of the document: not its text, nor what is in our namespaces."""
    for child in element:
        name = name_of(child) if is_element(child) else ""
        if element.tag == TEXT:
            if name == "front":
                yield child
        elif not _is_program(child, name):
            yield child


def _is_program(child: etree._Element, name: str) -> bool:
    """Whether an element is no description, but of this program."""
    if name == "xenoData":
        return is_program_data(child)
    return bool(name) and ENTRIES in child.attrib
