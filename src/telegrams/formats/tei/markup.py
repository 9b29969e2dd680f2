"""Elements, attributes, comments and processing instructions that the model has no kind for ⇄ themselves.

An element that the model has a kind for is written again as it is read: where its attributes are not those that this
package writes for the fields, the difference is the `Encoding` of the block or inline.
"""

import re
from collections.abc import Iterable
from typing import TypeGuard

from lxml import etree

from telegrams.errors import WriteError
from telegrams.formats.xml import COMMENT, INSTRUCTION, MAX_DEPTH, NAMESPACE, attribute, text
from telegrams.model.encoding import Encoding
from telegrams.model.inline import Carried, Inline, Markup
from telegrams.model.marks import Comment, ProcessingInstruction, Text

from .reader import POINTERS, TEI, Report, is_indentation, name_of, single_blanks
from .register import Register

SPACE = f"{NAMESPACE}space"
BREAKS = frozenset({f"{TEI}lb", f"{TEI}pb"})
_BLANKS = " \t\r\n"
_PRESERVED = ' xml:space="preserve"'
_IDENTIFIER = "xml:id"
_XML = {f"{NAMESPACE}{name}": f"xml:{name}" for name in ("id", "lang", "space", "base")}
_PAIR = re.compile(r' ([^ =]+)="([^"]*)"')
_REFERENCES = {"&quot;": '"', "&#10;": "\n", "&#9;": "\t", "&#13;": "\r", "&lt;": "<", "&gt;": ">", "&amp;": "&"}
"""What stands for characters in attributes; the ampersand last, for others begin with it."""
_Pairs = Iterable[tuple[str, str]]


def attributes_of(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """All attributes, as the model has them."""
    return tuple(sorted((_XML.get(str(name), str(name)), str(value)) for name, value in element.attrib.items()))


def encoding_of(
    element: etree._Element, tag: str, written: str, *, exact: bool = False, own: bool = True
) -> Encoding | None:
    """How an element differs from the tag and attributes that are written for what was read of it.

    An identifier that is missing is given, and no difference; nor is `xml:space` where a block (`exact`) needs it, or
    in a file of another hand, whose white space is read as blanks.
    """
    named = None if element.tag == TEI + tag else name_of(element)
    if named is None and _are_plainly(element, written, exact=exact and own):
        return None
    found = dict(attributes_of(element))
    if exact and found.get("xml:space") == "preserve" and (not own or _needs_space(element)):
        del found["xml:space"]
    expected = pairs_of(written)
    different: dict[str, str | None] = {name: value for name, value in found.items() if expected.get(name) != value}
    different |= dict.fromkeys(expected.keys() - found.keys() - {_IDENTIFIER})
    if not different and named is None:
        return None
    return Encoding(element=named, attributes=tuple(sorted(different.items())))


def _are_plainly(element: etree._Element, written: str, *, exact: bool) -> bool:
    """Whether the attributes are just those that are written, as nearly always are those without references.

    With two quotation marks for each attribute no value holds one, so that the same string is the same pairs.
    """
    given = element.attrib
    stated = "".join([f' {_XML.get(str(name), str(name))}="{value!s}"' for name, value in given.items()])
    if stated.count('"') != 2 * len(given) or "&" in stated:
        return False
    return stated == written or (exact and stated == written + _PRESERVED and _needs_space(element))


def _needs_space(element: etree._Element) -> bool:
    """Whether a blank stands beside a tag inside, or will stand there because one is written before each break."""
    if _parts(element.text):
        return True
    return any(each.tag in BREAKS or _parts(each.text) or _parts(each.tail) for each in element.iterdescendants())


def _parts(words: str | None) -> bool:
    """Whether words begin or end with a blank beside a tag."""
    return bool(words and (words[0] in _BLANKS or words[-1] in _BLANKS) and not is_indentation(words))


def pairs_of(written: str) -> dict[str, str]:
    """The names and values of attributes that are written."""
    return {name: _unescaped(value) for name, value in _PAIR.findall(written)}


def _unescaped(value: str) -> str:
    if "&" in value:
        for reference, character in _REFERENCES.items():
            value = value.replace(reference, character)
    return value


def named(tag: str, encoding: Encoding | None) -> str:
    """The name of the element, with its namespace declared where it is none of TEI."""
    return encoding.element if encoding and encoding.element else tag


def overlaid(written: str, encoding: Encoding | None, register: Register) -> str:
    """The attributes that are written for the fields, with what the encoding says of them and besides."""
    if encoding is None:
        return written
    pairs: dict[str, str | None] = {**pairs_of(written)}
    corrected = {name: value and prefixed(name, value, register) for name, value in encoding.attributes}
    return _attributes((name, value) for name, value in (pairs | corrected).items() if value is not None)


def prefixed(name: str, value: str, register: Register) -> str:
    """The value of an attribute; in a corpus with the document's own prefix before its identifiers."""
    if register.prefix and name == _IDENTIFIER:
        return register.own(value)
    if register.prefix and name in POINTERS:
        return " ".join(f"#{register.own(each[1:])}" if each[:1] == "#" else each for each in value.split())
    return value


def _attributes(pairs: _Pairs) -> str:
    """Attributes in start tags; a namespace is declared beside the name that is in it."""
    pieces = []
    for number, (name, value) in enumerate(pairs, 1):
        shown = name
        if name.startswith(NAMESPACE):
            shown = f"xml:{name.removeprefix(NAMESPACE)}"
        elif name.startswith("{"):
            namespace, _, local = name[1:].partition("}")
            pieces.append(f' xmlns:a{number}="{attribute(namespace)}"')
            shown = f"a{number}:{local}"
        pieces.append(f' {shown}="{attribute(value)}"')
    return "".join(pieces)


def start_tag(element: str, attributes: _Pairs, register: Register) -> tuple[str, str]:
    """The name of an element of any namespace as it is written, and its attributes."""
    written = _attributes((name, prefixed(name, value, register)) for name, value in attributes)
    if not element.startswith("{"):
        return element, written
    namespace, _, local = element[1:].partition("}")
    return f"x:{local}", f' xmlns:x="{attribute(namespace)}"{written}'


def write_note(note: Comment | ProcessingInstruction) -> str:
    """A comment or processing instruction."""
    if isinstance(note, Comment):
        return f"<!--{note.verbatim}-->"
    return f"<?{note.target} {note.data}?>" if note.data else f"<?{note.target}?>"


def read_note(element: etree._Element) -> Comment | ProcessingInstruction | None:
    """What stands for a comment or processing instruction in a tree; None for an element."""
    if element.tag == COMMENT:
        return Comment(verbatim=element.get("data", ""))
    if element.tag == INSTRUCTION:
        return ProcessingInstruction(target=element.get("target", ""), data=element.get("data") or None)
    return None


def carried_of(node: etree._Element, depth: int = 0) -> Carried:
    """An element, comment or processing instruction outside the text, with all that stands inside it.

    Raises `ValueError` where the model cannot carry it. White space is that of our files: a line that is broken beside
    a tag is no blank.
    """
    if not isinstance(node.tag, str):
        target: str | None = getattr(node, "target", None)
        words = node.text or ""
        return Comment(verbatim=words) if target is None else ProcessingInstruction(target=target, data=words or None)
    if depth > MAX_DEPTH:
        raise ValueError(f"elements nest deeper than {MAX_DEPTH} levels")
    content: list[Inline] = _words(node.text, first=True, last=not len(node))
    for child in node:
        content += (carried_of(child, depth + 1), *_words(child.tail, first=False, last=child is node[-1]))
    attributes = tuple(pair for pair in attributes_of(node) if pair != ("xml:space", "preserve"))
    return Markup(element=name_of(node), attributes=attributes, content=tuple(content))


def _words(words: str | None, *, first: bool, last: bool) -> list[Inline]:
    """The words between two tags; `first` and `last` tell that these are the element's own."""
    if not words or is_indentation(words):
        return []
    shown = single_blanks(words)
    if first and "\n" in words[: len(words) - len(words.lstrip(_BLANKS))]:
        shown = shown.removeprefix(" ")
    if last and "\n" in words[len(words.rstrip(_BLANKS)) :]:
        shown = shown.removesuffix(" ")
    return [Text(text=shown)]


def _is_described(inline: Inline) -> TypeGuard[Carried | Text]:
    """Whether it may stand in a header: the model has nothing else there."""
    return isinstance(inline, Text | Markup | Comment | ProcessingInstruction)


def without_prefix(tag: str) -> etree._Element:
    """A new element; one of TEI has no prefix before its name."""
    # The stubs of lxml know no default namespace.
    return etree.Element(tag, nsmap={None: TEI[1:-1]} if tag.startswith(TEI) else {})  # type: ignore[dict-item]


def node_of(carried: Carried, depth: int = 0, *, exact: bool = False) -> etree._Element:
    """The element, comment or processing instruction; `exact` where `xml:space` stands outside it.

    Raises `WriteError` where elements nest deeper than XML readers go.
    """
    if isinstance(carried, Comment):
        return etree.Comment(carried.verbatim)
    if isinstance(carried, ProcessingInstruction):
        return etree.ProcessingInstruction(carried.target, carried.data or "")
    if depth > MAX_DEPTH:
        raise WriteError(f"elements nest deeper than {MAX_DEPTH} levels")
    own = carried.element if carried.element.startswith("{") else TEI + carried.element
    node = without_prefix(own)
    for name, value in carried.attributes:
        node.set(name.replace("xml:", NAMESPACE, 1) if name.startswith("xml:") else name, value)
    runs = [each.text for each in carried.content if isinstance(each, Text)]
    if not exact and any(words.strip(" ") != words for words in runs):
        node.set(SPACE, "preserve")
        exact = True
    last: etree._Element | None = None
    for each in filter(_is_described, carried.content):
        if not isinstance(each, Text):
            last = node_of(each, depth + 1, exact=exact)
            node.append(last)
        elif last is None:
            node.text = each.text
        else:
            last.tail = each.text
    return node


def drop_notes(root: etree._Element, report: Report | None = None) -> None:
    """Takes away what stands for comments and processing instructions outside `text`, and reports it, if asked."""
    for note in list(root.iter(COMMENT, INSTRUCTION)):
        parent, before = note.getparent(), note.getprevious()
        if parent is None or any(each.tag == f"{TEI}text" for each in note.iterancestors()):
            continue
        if report:
            sort = "a comment" if note.tag == COMMENT else "a processing instruction"
            report.value(parent, f"{sort} is not kept: {(note.get('data') or '').strip()[:60]!r}", "TG613")
        if before is None:
            parent.text = (parent.text or "") + (note.tail or "")
        else:
            before.tail = (before.tail or "") + (note.tail or "")
        parent.remove(note)


def inside_of(element: etree._Element) -> str:
    """What stands inside an element, as this package would write it."""
    pieces = [_node(element.text)]
    for child in element:
        name = name_of(child)
        attributes = _attributes(attributes_of(child))
        inside = inside_of(child)
        pieces += [f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>", _node(child.tail)]
    return "".join(pieces)


def _node(words: str | None) -> str:
    return "" if not words or is_indentation(words) else text(single_blanks(words))


def markup(element: etree._Element, content: tuple[object, ...], *, exact: bool = False, own: bool = True) -> Markup:
    """An element as it is, with the inlines read inside it; one between blocks (`exact`) is given `xml:space` anew."""
    attributes = attributes_of(element)
    if exact and element.get(SPACE) == "preserve" and (not own or _needs_space(element)):
        attributes = tuple(pair for pair in attributes if pair[0] != "xml:space")
    return Markup.model_validate({"element": name_of(element), "attributes": attributes, "content": content})
