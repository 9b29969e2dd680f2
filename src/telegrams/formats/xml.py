"""The only place that makes an XML parser or serialiser.

Reading is closed to all that reaches outside the file: a document type declaration is refused before the parser
sees it (so there are no entities beyond the five, and none can vanish silently), no network, no XInclude, UTF-8
and UTF-16 only, limits of size and depth. Writing is plain string building with `text` and `attribute`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from telegrams.errors import DecodeError, ParseError
from telegrams.findings import finding, in_our_voice, line_span
from telegrams.model.diagnostics import Span

MAX_BYTES = 200_000_000
"""The largest file that is read unless the caller says otherwise."""

MAX_DEPTH = 100
"""The deepest nesting of inline elements that is written, and read as such."""

MAX_LEVELS = 256
"""The deepest nesting of elements that is read; libxml2's own limit for files that are not huge."""

HUGE_BYTES = 9_000_000
"""From this size on libxml2's limits for single text nodes (10 MB) could be met, and are lifted."""

NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"

_OURS = "{tag:telegrams,2026:notes/1}"
COMMENT = f"{_OURS}comment"
"""The element that stands for a comment in a tree that keeps them; the comment is its `data`, so that it is no text."""
INSTRUCTION = f"{_OURS}instruction"
"""The same for a processing instruction, with its name in `target`."""

_DECLARED = re.compile(r"<\?xml\b[^>?]{0,200}?\bencoding[ \t\r\n]{0,20}=[ \t\r\n]{0,20}[\"']([A-Za-z0-9._-]{1,40})")
_TAG = re.compile(r"<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|([^!?/\s>]+))", re.DOTALL)
"""A start tag up to the end of its name, or whatever may hold something that looks like one."""

_NOTE = re.compile(r"<(?:!--.*?--|\?.*?\?)>", re.DOTALL)

_READABLE = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})


@dataclass(frozen=True)
class Parsed:
    """A well-formed XML file: its root element and its decoded text, for places in it."""

    root: etree._Element
    source: str

    def span(self, element: etree._Element) -> Span:
        """The place of the start tag, from `<` to the end of its name; for an element added since, of an ancestor."""
        lineage = (element, *element.iterancestors())
        start, end = next(self._tags[each] for each in lineage if each in self._tags)
        return Span(start=start, end=end)

    def note_places(self) -> None:
        """Finds the places of all elements, before any of them is taken away."""
        self._tags  # noqa: B018 - found here, and kept

    @cached_property
    def _tags(self) -> dict[etree._Element, tuple[int, int]]:
        """The start tags in the source: as many as there are elements, and in the same order."""
        tags = (found.span() for found in _TAG.finditer(self.source) if found[1])
        return dict(zip(self._elements(), tags, strict=False))

    def _elements(self) -> Iterator[etree._Element]:
        """The elements that were read; others, which were added since, have no line."""
        walker = etree.iterwalk(self.root, events=("start",))
        for _, element in walker:
            if element.sourceline is None:
                walker.skip_subtree()
            else:
                yield element


def line_of(element: etree._Element) -> int:
    """The line that an element's start tag ends on, from 1; 1 for an element that was not read from a file."""
    line: int | None = getattr(element, "sourceline", None)
    return line or 1


def text(value: str) -> str:
    """The value as character data; `>` is escaped too, so that `>` in the output always ends a tag."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """The value as content of a double-quoted attribute; line feeds and tabs as references, so that they survive."""
    escaped = text(value).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def leaf(tag: str, words: str | None, attributes: str = "") -> str:
    """An element with words alone; empty where there are none."""
    return f"<{tag}{attributes}>{text(words)}</{tag}>" if words else ""


def exact(tag: str, attributes: str, content: str) -> str:
    """An element with its content as it is; `xml:space` where a blank stands beside a tag.

    Formatters eat blanks that stand alone between two tags, databases (BaseX) every blank beside a tag. As `text` and
    `attribute` escape `<` and `>`, those two in the content are always tags, comments aside.
    """
    if "<" in content:
        closed = f">{content}<"
        if "<!" in closed or "<?" in closed:
            closed = _NOTE.sub("<>", closed)
        blank = "> " in closed or " <" in closed
    else:
        blank = content[:1] == " " or content[-1:] == " "
    needed = blank and "xml:space=" not in attributes
    space = ' xml:space="preserve"' if needed else ""
    return f"<{tag}{attributes}{space}>{content}</{tag}>"


def parse_xml(data: bytes, max_bytes: int = MAX_BYTES, *, notes: bool = False) -> Parsed:
    """Parses an XML file without comments and processing instructions, or (`notes`) with elements in their place.

    Raises `ParseError`: TG601 for a document type declaration, TG602 where the file is not well-formed, TG604 above
    `max_bytes`; and `DecodeError` TG603 where it is not UTF-8 or UTF-16.
    """
    if len(data) > max_bytes:
        message = f"the file has {len(data):,} bytes; the limit is {max_bytes:,}"
        raise ParseError([finding("TG604", message, hint="split the file, or raise the limit")])
    source = _decoded(data)
    doctype = _doctype(source)
    if doctype is not None:
        line = source.count("\n", 0, doctype) + 1
        message = f"the file has a document type declaration (line {line}); it is not read"
        span = Span(start=doctype, end=doctype + len("<!DOCTYPE"))
        raise ParseError([finding("TG601", message, span, "remove the <!DOCTYPE …> and write out its entities")])
    kept = notes and ("<!--" in source or source.find("<?", 5) > 0)
    root = _tree(source, huge=len(data) > HUGE_BYTES, notes=kept)
    if kept:
        _keep_notes(root)
    return Parsed(root, source)


def _keep_notes(root: etree._Element) -> None:
    """Puts elements in the place of comments and processing instructions."""
    for note in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        target: str | None = getattr(note, "target", None)
        kept = etree.Element(COMMENT) if target is None else etree.Element(INSTRUCTION, target=target)
        kept.set("data", note.text or "")
        note.addprevious(kept)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)


def restore_notes(root: etree._Element) -> None:
    """The way back: comments and processing instructions in the place of the elements."""
    for parent in list(root.iter("*")):
        for kept in list(parent.iterchildren(COMMENT, INSTRUCTION)):
            words, target = kept.get("data"), kept.get("target")
            note = etree.Comment(words) if target is None else etree.ProcessingInstruction(target, words or "")
            note.tail = kept.tail
            kept.tail = None
            parent.replace(kept, note)


def parse_written(written: str) -> etree._Element:
    """The root of what this package has just written, with comments and processing instructions."""
    return _tree(written, huge=len(written) > HUGE_BYTES, notes=True)


def _tree(source: str, *, huge: bool, notes: bool) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        recover=False,
        huge_tree=huge,
        remove_comments=not notes,
        remove_pis=not notes,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        words = (error.msg or "not well-formed").rpartition(", line ")[0] or "not well-formed"
        message = f"the file is not well-formed XML: {in_our_voice(words)} (line {line}, column {column})"
        hint = "open it in an XML editor and mend this place first"
        raise ParseError([finding("TG602", message, line_span(source, line, column), hint)]) from None
    if huge:
        _check_levels(root)
    return root


def _check_levels(root: etree._Element) -> None:
    """Refuses nesting that libxml2 lets pass in huge files."""
    level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if level > MAX_LEVELS:
            message = f"the file is not read: elements nest deeper than {MAX_LEVELS} levels"
            raise ParseError([finding("TG602", message, hint="is this a text?")])


def _decoded(data: bytes) -> str:
    encoding = "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith(b"<\x00"):
        encoding = "utf-16-le"
    elif data.startswith(b"\x00<"):
        encoding = "utf-16-be"
    hint = "save the file as UTF-8"
    try:
        source = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"the file is not {encoding.upper().removesuffix('-SIG')}: {error.reason} at byte {error.start}"
        raise DecodeError(finding("TG603", message, hint=hint), error.start) from None
    declared = _DECLARED.match(source)
    if declared and declared[1].lower() not in _READABLE:
        message = f"the file declares the encoding {declared[1]}; only UTF-8 and UTF-16 are read"
        raise DecodeError(finding("TG603", message, Span(start=declared.start(1), end=declared.end(1)), hint), 0)
    return source


def _doctype(source: str) -> int | None:
    """The offset of a document type declaration: behind any blanks, comments and processing instructions."""
    at = 0
    while True:
        at += len(source[at : at + 1000]) - len(source[at : at + 1000].lstrip(" \t\r\n"))
        if source.startswith((" ", "\t", "\r", "\n"), at):
            continue
        if source.startswith("<!DOCTYPE", at):
            return at
        end = "?>" if source.startswith("<?", at) else "-->" if source.startswith("<!--", at) else None
        found = source.find(end, at) if end else -1
        if end is None or found < 0:
            return None
        at = found + len(end)
