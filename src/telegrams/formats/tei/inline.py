"""Inlines ⇄ the mixed content of a block, on one line.

A single blank is written before every `lb` and `pb`, so that stripping the tags never glues words; the reader
takes it away again. Square brackets of editorial inlines are not in the content: `@rend="brackets"` stands for them.
Reading is total: what is not understood keeps its words and is reported.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from telegrams.errors import WriteError
from telegrams.facts.rules import inference
from telegrams.facts.tei_elements import READ_OF_ALTERNATIVES, parts_words
from telegrams.formats.xml import MAX_DEPTH, leaf, text
from telegrams.model.body import (
    Container,
    Content,
    Date,
    EditorialNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Gap,
    Inline,
    LineBreak,
    Link,
    Mark,
    Name,
    PageBreak,
    PageNumber,
    Point,
    Quote,
    Sic,
    Supplied,
    TelegramReference,
    Text,
)

from .attributes import NUMBER, TARGET, Attribute, flag, number_of, sign, word
from .dates import read_date_element, read_inference, write_inline_date
from .reader import TEI, TeiReader, is_indentation, line, name_of, single_blanks
from .register import Register
from .words import SIGNS_BEHIND, read_of

_ORDINAL = re.compile(r"[0-9]{1,9}\Z")
_BREAKS = frozenset({f"{TEI}lb", f"{TEI}pb"})


class InlineElement(NamedTuple):
    """A kind of inline and its element."""

    made: type[Mark | Container]
    names: tuple[str, ...]
    """The element that is written, and others that are read as the same."""
    attributes: tuple[Attribute, ...] = ()
    words: str = "content"
    """The field with the words; but for `content` they hold no inlines."""
    marked: Callable[[Any], str] = lambda inline: text(inline.verbatim)
    """The words of such a field as they are written."""

    def is_that_of(self, element: etree._Element) -> bool:
        """True where the element has the attributes that the kind is known by."""
        return all(element.get(each.needed[0]) == each.needed[1] for each in self.attributes if each.needed)


def _translator(inline: Supplied | EditorialNote, register: Register) -> str:
    """Whose words they are, where they are the translator's and there is one."""
    theirs = register.translator and (isinstance(inline, Supplied) or inline.kind == "translator")
    return f' resp="#{register.translator}"' if theirs else ""


def _note(inline: FootnoteReference, register: Register) -> str:
    """The pointer to the note, if the document has it."""
    note = register.footnotes.get(inline.number)
    return f' target="#{note}"' if note else ""


def _party(inline: Name, register: Register) -> str:
    """The pointer to the party with the same last name."""
    only = inline.content[0] if len(inline.content) == 1 else None
    signer = register.signer(only.text.strip(" ")) if isinstance(only, Text) else None
    told = register.inferred(inference("signer-last-name")) if signer else ""
    return f' ref="#{signer}"{told} evidence="internal"' if signer else ""


def _ordinal(point: Point) -> str:
    """The label; an ordinal in figures as `num`."""
    words = point.label.rstrip(".):")
    if not words or not _ORDINAL.match(point.number):
        return text(point.label)
    rest = text(point.label[len(words) :])
    return f'<num type="ordinal" value="{point.number}">{text(words)}</num>{rest}'


_STRUCTURE = frozenset({"dateline", "signed", "salute"})
"""Elements inside openers and closers that say no more than the block does."""

_DERIVED = frozenset({"num", "bibl"})
"""Elements inside our own blocks that the writer derives from their content."""


_BRACKETS = sign("rend", "brackets")
_SHOWN = sign("rend", "brackets", needed=False)
_TRANSLATOR = Attribute(_translator)
ELEMENTS = (
    InlineElement(Point, ("seg",), (sign("type", "point"), NUMBER), "label", _ordinal),
    InlineElement(PageNumber, ("fw",), (sign("type", "pageNum"),), "verbatim"),
    InlineElement(TelegramReference, ("ref",), (sign("type", "telegram"), NUMBER), "verbatim"),
    InlineElement(FootnoteReference, ("ref",), (sign("type", "footnote"), NUMBER, Attribute(_note)), "verbatim"),
    InlineElement(Link, ("ref",), (flag("image", "type", "image"), TARGET)),
    InlineElement(
        Gap,
        ("gap",),
        (word(Gap, "reason", "reason", "missing"), _SHOWN),
        "verbatim",
        lambda gap: leaf("desc", gap.verbatim),
    ),
    InlineElement(
        Sic, ("note",), (sign("type", "sic"), _BRACKETS), "verbatim"
    ),  # which word the editor means is not said
    InlineElement(EditorialNote, ("note",), (word(EditorialNote, "kind", "type", "bracket"), _TRANSLATOR, _BRACKETS)),
    InlineElement(
        Supplied,
        ("supplied",),
        (
            _TRANSLATOR,
            word(Supplied, "kind", "reason", "word", unsaid="word"),
            flag("doubtful", "cert", "low"),
            _SHOWN,
        ),
    ),
    InlineElement(Quote, ("q", "quote", "said")),
    InlineElement(Emphasis, ("hi", "emph"), (word(Emphasis, "style", "rend", "italic", strong="bold"),)),
    InlineElement(Name, ("persName",), (Attribute(_party),)),
)
"""The inlines that are regular; an element is the first whose signs it has. Breaks and dates are Python, below."""

_ELEMENT_OF = {row.made: row for row in ELEMENTS}
_NAMED = {name: [each for each in ELEMENTS if name in each.names] for row in ELEMENTS for name in row.names}


class Inliner:
    """Writes inlines for one document."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def write(self, content: Content, depth: int = 1) -> str:
        """The mixed content. Raises `WriteError` where inlines nest deeper than XML readers go."""
        if depth > MAX_DEPTH:
            raise WriteError(f"inline elements nest deeper than {MAX_DEPTH} levels")
        return "".join([self._inline(inline, depth) for inline in content])

    def _inline(self, inline: Inline, depth: int) -> str:
        match inline.type:
            case "text":
                return text(inline.text)
            case "line-break":
                return " <lb/>"
            case "page-break":
                return " " + page_break(inline, self.register)
            case "date":
                return write_inline_date(inline.date, self.register)
            case "telegram-reference":
                self.register.references.append(inline)
        row = _ELEMENT_OF[type(inline)]
        attributes = ""
        for each in row.attributes:
            attributes += each.write(inline, self.register)
        inside = self.write(getattr(inline, row.words), depth + 1) if row.words == "content" else row.marked(inline)
        return f"<{row.names[0]}{attributes}>{inside}</{row.names[0]}>"


def page_break(inline: PageBreak, register: Register) -> str:
    """`pb`, explicit or inferred."""
    if inline.inferred is None:
        return '<pb type="explicit" rend="formfeed"/>'
    return f'<pb type="inferred" break="yes"{register.inferred(inline.inferred)}/>'


def _add_text(inlines: list[Inline], value: str) -> None:
    """Adds words to those before; where both have a blank, one is enough."""
    if value and inlines and (last := inlines[-1]).type == "text":
        inlines[-1] = Text(text=last.text + (value[1:] if last.text.endswith(" ") and value.startswith(" ") else value))
    elif value:
        inlines.append(Text(text=value))


def _part(inlines: list[Inline], *, parting: bool) -> None:
    """Adds a blank between two words; none at the beginning of a line."""
    if parting and inlines and not isinstance(inlines[-1], LineBreak):
        _add_text(inlines, " ")


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    """Without a blank at either end."""
    if inlines and isinstance(first := inlines[0], Text):
        inlines[:1] = [Text(text=rest)] if (rest := first.text.removeprefix(" ")) else []
    if inlines and isinstance(last := inlines[-1], Text):
        inlines[-1:] = [Text(text=rest)] if (rest := last.text.removesuffix(" ")) else []
    return inlines


class InlineReader:
    """Reads mixed content for one text; collects the footnotes that stand at their place in files of others."""

    def __init__(self, reader: TeiReader) -> None:
        self.reader = reader
        self.footnotes: list[Footnote] = []

    def content(self, element: etree._Element, skip: frozenset[str] = frozenset()) -> Content:
        """The inlines of a block: no blanks at the ends in files of others. May be empty."""
        inlines = self._inside(element, 0, skip)
        return tuple(inlines if self.reader.own else _trimmed(inlines))

    def _inside(self, element: etree._Element, depth: int, skip: frozenset[str] = frozenset()) -> list[Inline]:
        inlines: list[Inline] = []
        self._fill(inlines, element, depth + 1, skip)
        return inlines

    def _fill(
        self, inlines: list[Inline], element: etree._Element, depth: int, skip: frozenset[str] = frozenset()
    ) -> None:
        if depth > MAX_DEPTH:
            self.reader.report.value(element, f"elements nest deeper than {MAX_DEPTH} levels; only the words are kept")
            _add_text(inlines, line("".join(map(str, element.itertext()))) or "")
            return
        children = list(element)
        _add_text(inlines, self._words(element.text, children[0] if children else None))
        for child in children:
            following = child.getnext()
            if str(child.tag) not in skip:
                self._add(inlines, child, depth)
            after = self._words(child.tail, following)
            if child.tag in _BREAKS and not self.reader.own:
                after = after.removeprefix(" ")
            _add_text(inlines, after)

    def _words(self, value: str | None, following: etree._Element | None) -> str:
        """A text node: without the blank that stands before `lb` and `pb`, white space single."""
        if not value or (self.reader.own and is_indentation(value)):
            return ""
        if following is not None and following.tag in _BREAKS and value.endswith(" "):
            value = value[:-1]
        return single_blanks(value)

    def _add(self, inlines: list[Inline], element: etree._Element, depth: int) -> None:
        name = name_of(element)
        found = self._read(name, element, depth)
        if found is not None:
            inlines.append(found)
            return
        if name not in _STRUCTURE and not (name in _DERIVED and self.reader.own):
            self.reader.report.unknown(element)
        self._flatten(inlines, element, depth + 1)

    def _flatten(self, inlines: list[Inline], element: etree._Element, depth: int) -> None:
        """Adds what is inside an element without an inline of its own, parted from the words beside it."""
        alternatives = name_of(element) in READ_OF_ALTERNATIVES and len(element) > 0
        read = read_of(element) if alternatives else [element]
        for child in element.iterchildren("{*}*") if alternatives else ():
            if child not in read:
                self.reader.report.outside(child)
        empty = name_of(element) == "note" and not self.reader.string(element)
        parting = not self.reader.own and not empty and parts_words(name_of(element), element.get("break"))
        _part(inlines, parting=parting)
        for each in read:
            self._fill(inlines, each, depth)
        _part(inlines, parting=parting and not (element.tail or "").startswith(SIGNS_BEHIND))

    def _read(self, name: str, element: etree._Element, depth: int) -> Inline | None:
        """The inline that an element is; None where it is none, or lacks what the model asks for."""
        if name == "lb":
            return LineBreak()
        if name == "pb":
            return self.page_break(element)
        if name == "date":
            date = read_date_element(element, self.reader) if self.reader.string(element) else None
            return Date(date=date) if date else None
        for row in _NAMED.get(name, ()):
            if row.is_that_of(element):
                return self._made(row, element, depth)
        return self._footnote(element, depth) if name == "note" else None

    def _made(self, row: InlineElement, element: etree._Element, depth: int) -> Inline | None:
        values = {each.field: each.read(element) for each in row.attributes if each.field}
        if None in values.values():
            return None
        words = tuple(self._inside(element, depth)) if row.words == "content" else self.reader.string(element)
        return row.made.model_validate({**values, row.words: words}) if words else None

    def page_break(self, element: etree._Element) -> PageBreak:
        """`pb`; a page number of others is reported, the model has no place for it."""
        if element.get("n") or element.get("facs"):
            self.reader.report.unknown(element)
        return PageBreak(inferred=read_inference(element))

    def _footnote(self, element: etree._Element, depth: int) -> FootnoteReference | None:
        """`note` at its place in files of others: the reference here, its words among the footnotes."""
        number = number_of(element) if element.get("n") else str(len(self.footnotes) + 1)
        content = _trimmed(self._inside(element, depth)) if number else []
        if number is None or not content:
            return None
        self.footnotes.append(Footnote(content=tuple(content), marker=number, number=number))
        return FootnoteReference(verbatim=number, number=number)
