"""Blocks ⇄ what stands inside a `div`, or inside another element that holds blocks.

TEI lets openers and headings stand at the start of a `div` only, closers and postscripts at its end only. Blocks of
these kinds elsewhere (three telegrams in one record) become `ab` with the kind as type. Runs of openers share one
`opener`, runs of list items one `list`. Reading is total: an element that is not understood keeps its words and is
reported.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import assert_never

from lxml import etree

from telegrams.facts.tei_elements import members
from telegrams.formats.xml import exact, leaf
from telegrams.model.body import (
    AnyBlock,
    BlockQuote,
    Closer,
    Footnote,
    Group,
    Heading,
    ListItem,
    Opener,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Speech,
    Table,
)
from telegrams.model.inline import Carried, Content, Markup
from telegrams.model.marks import Comment, PageBreak, ProcessingInstruction, Text

from .block import (
    INDENT,
    facts,
    has_words,
    has_words_alone,
    quote_facts,
    rule_facts,
)
from .inline import page_break
from .markup import SPACE, attributes_of, encoding_of, overlaid, start_tag
from .note import NoteReader, NoteWriter
from .reader import TEI, is_indentation, line, name_of
from .register import Register
from .runs import in_runs, would_join
from .words import is_data

_MARKS: frozenset[type] = frozenset({PageBreak, Rule, Footnote, SourceNote, Comment, ProcessingInstruction})
_AT_START = frozenset({Heading, Opener}) | _MARKS
_AT_END = frozenset({Closer, Postscript}) | _MARKS
_TOP, _BOTTOM, ANYWHERE = members("divTop"), members("divBottom"), members("global")
_HEADED = frozenset({"figure"})
"""Elements in which a `head` may stand behind other things."""
_Blocks = tuple[AnyBlock, ...]


def stands(block: AnyBlock, kinds: frozenset[type], elements: frozenset[str]) -> bool:
    """Whether a block may stand in the region that these kinds and carried elements make."""
    if isinstance(block, Markup | Group):
        return block.element in elements or block.element in ANYWHERE
    return type(block) in kinds


class BodyWriter(NoteWriter):
    """Writes the blocks of one document."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        self._paragraphs = 0

    def division(self, blocks: _Blocks, around: str = "div") -> str:
        """What stands inside a `div`, or inside another element that holds blocks."""
        start = next((at for at, block in enumerate(blocks) if not stands(block, _AT_START, _TOP)), len(blocks))
        end = len(blocks)
        while end > start and stands(blocks[end - 1], _AT_END, _BOTTOM):
            end -= 1
        if start == end:
            end = len(blocks)
        joined = "" if around == "list" else "list"
        pieces = [
            *in_runs(blocks[:start], self._start, "opener"),
            *in_runs(blocks[start:end], self._headed if around in _HEADED else self.plain, joined),
            *map(self._end, blocks[end:]),
        ]
        inside = INDENT.join(pieces)
        return f"{INDENT}{inside}\n      " if inside else ""

    def group(self, block: Group, before: str = "") -> str:
        """An element that holds blocks."""
        name, attributes = start_tag(block.element, block.attributes, self.register)
        first = f"{INDENT}{before}" if before else ""
        if block.element in {"opener", "closer"}:
            inside = "".join(f"{INDENT}{self._line_or_other(each)}" for each in block.blocks) + "\n      "
        else:
            inside = self.division(block.blocks, block.element)
        return f"<{name}{attributes}>{first}{inside}</{name}>"

    def _line_or_other(self, block: AnyBlock) -> str:
        return self.line(block) if isinstance(block, Opener | Closer) else self.plain(block)

    def _start(self, block: AnyBlock) -> str:
        return self.start(block) if isinstance(block, Heading | Opener) else self.plain(block)

    def _headed(self, block: AnyBlock) -> str:
        return self.start(block) if isinstance(block, Heading) else self.plain(block)

    def _end(self, block: AnyBlock) -> str:
        return self.end(block) if isinstance(block, Closer | Postscript) else self.plain(block)

    def plain(self, block: AnyBlock) -> str:
        """A block in a form that is valid anywhere inside the `div`; an item stands inside `list`."""
        match block:
            case Paragraph():
                self._paragraphs += 1
                return self.element("p", block, f' xml:id="{self.register.paragraph(self._paragraphs)}"')
            case ListItem():
                return f"{leaf('label', block.marker)}{self.element('item', block)}"
            case Speech():
                return self._speech(block)
            case Heading() | Opener() | Closer() | Postscript():
                return self.anywhere(block)
            case BlockQuote():
                return self.element("quote", block, quote_facts(block))
            case Footnote():
                return self.footnote(block)
            case SourceNote():
                return self.source_note(block)
            case _:
                return self._wordless(block)

    def _speech(self, block: Speech) -> str:
        """What a turn begins with, or its later paragraphs."""
        if block.speaker is None:
            return self.element("p", block)
        words = exact("p", "", self.inline(block.content))
        return f"<sp{self.attributes(block)}>{leaf('speaker', block.speaker)}{words}"

    def _wordless(self, block: Rule | Table | PageBreak | Group | Carried) -> str:
        """A block that has no content of its own."""
        match block:
            case Rule():
                return f"<milestone{overlaid(rule_facts(block), block.encoding, self.register)}/>"
            case Table():
                return self.table(block)
            case PageBreak():
                return page_break(block, self.register)
            case Group():
                return self.group(block)
            case Markup() | Comment() | ProcessingInstruction():
                return self.carried(block)
            case _:
                assert_never(block)


class BodyReader(NoteReader):
    """Reads the blocks of one text."""

    def blocks(self, parent: etree._Element, without: etree._Element | None = None) -> list[AnyBlock]:
        """The blocks inside an element, without one child that the caller has read."""
        found = self._loose(parent.text)
        for child in parent:
            if child is not without:
                joined = bool(found) and would_join(found[-1], child)
                found += self.group(child) if joined else self.read(child)
            found += self._loose(child.tail)
        return found

    def read(self, element: etree._Element) -> list[AnyBlock]:
        """The blocks that an element is: of its kind, or carried."""
        if not self.reader.own and is_data(element):
            return self.carried(element)
        return READERS.get(name_of(element), BodyReader.group)(self, element)

    def _loose(self, words: str | None) -> list[AnyBlock]:
        """Words that stand between blocks, where TEI allows none, as a paragraph."""
        loose = line(words or "")
        self.paragraphs += loose is not None
        return [Paragraph(content=(Text(text=loose),))] if loose else []

    def group(self, element: etree._Element, without: etree._Element | None = None) -> list[AnyBlock]:
        """Any other element: with its blocks if it has some, or else with inlines."""
        names = {name_of(child) for child in element if child is not without}
        members = name_of(element) in _MEMBERS
        if name_of(element) in {"front", "back"} and names and not has_words(element, self.reader):
            return self.grouped(element, self.blocks(element, without))
        if has_words(element, self.reader) or not names or (names.isdisjoint(HOLD_BLOCKS) and not members):
            return self.carried(element)
        return self.grouped(element, self._members(element) if members else self.blocks(element, without))

    def grouped(self, element: etree._Element, blocks: list[AnyBlock]) -> list[AnyBlock]:
        """The element around blocks that were read."""
        group = {"element": name_of(element), "attributes": attributes_of(element), "blocks": tuple(blocks)}
        return [Group.model_validate(group)]

    def _members(self, element: etree._Element) -> list[AnyBlock]:
        """What stands inside `opener` and `list` that are not as ours are."""
        read = _MEMBERS[name_of(element)]
        return [block for child in element for block in read(self, child)]

    def opener(self, element: etree._Element) -> list[AnyBlock]:
        """`opener`: one block for each line inside it, or one for loose words."""
        if has_words(element, self.reader):
            return self.block(Opener, element, "seg", ' type="other"', role="other")
        if element.attrib or not {name_of(child) for child in element} <= _LINES or not len(element):
            return self.group(element)
        found = [block for child in element for block in self.opener_line(child)]
        return found if all(isinstance(block, Opener) for block in found) else self.grouped(element, found)

    def item(self, element: etree._Element, marker: str | None = None) -> list[AnyBlock]:
        """`item`."""
        return self.block(ListItem, element, "item", marker=marker)

    def list_member(self, element: etree._Element) -> list[AnyBlock]:
        """What stands inside `list`."""
        name = name_of(element)
        if name == "item":
            before = element.getprevious()
            labelled = before is not None and name_of(before) == "label" and has_words_alone(before)
            return self.item(element, self.reader.string(before) if labelled and before is not None else None)
        if name == "label" and has_words_alone(element):
            after = element.getnext()
            if after is not None and name_of(after) == "item" and self._is_filled(after):
                return []
        return self.carried(element) if name == "label" else self.read(element)

    def list_items(self, element: etree._Element) -> list[AnyBlock]:
        """`list`: an item for each `item`, with the `label` before it as marker."""
        if has_words(element, self.reader) or not len(element):
            return self.carried(element)
        found = self._members(element)
        usual = all(isinstance(each, ListItem) for each in found) and not element.attrib
        return found if usual else self.grouped(element, found)

    def speech(self, element: etree._Element) -> list[AnyBlock]:
        """`sp`: the speaker and the paragraphs."""
        said = [child for child in element if name_of(child) != "speaker"]
        speaker = element[0] if len(said) == len(element) - 1 and name_of(element[0]) == "speaker" else None
        plain = all(each.tag == f"{TEI}p" and self._is_filled(each) for each in said) and bool(said)
        if speaker is None and plain and len(said) == len(element) and not element.attrib:
            return self._later(said)
        if speaker is None or not plain or not has_words_alone(speaker) or set(said[0].attrib) - {SPACE}:
            return self.group(element)
        told = self.facts(Speech, element)
        first = Speech(content=self.inlines.content(said[0]), speaker=self.reader.string(speaker), **told)
        encoding = encoding_of(element, "sp", facts(first, self.register))
        begun = first.model_copy(update={"encoding": encoding}) if encoding else first
        return [begun, *self._later(said[1:])]

    def _is_filled(self, element: etree._Element) -> bool:
        """Whether an element has inlines."""
        words = element.text or ""
        return len(element) > 0 or bool(words and not is_indentation(words) if self.reader.own else line(words))

    def _later(self, said: list[etree._Element]) -> list[AnyBlock]:
        return [block for each in said for block in self.block(Speech, each, "p", speaker=None)]

    def quotation(self, element: etree._Element) -> list[AnyBlock]:
        """`quote`; one that holds paragraphs is carried with them."""
        if element.find(f"{TEI}p") is not None:
            return self.group(element)
        return self.block(BlockQuote, element, "quote", quote_facts)

    def postscript(self, element: etree._Element) -> list[AnyBlock]:
        """`postscript` of one paragraph."""
        if len(element) != 1 or element.attrib or element[0].tag != f"{TEI}p":
            return self.group(element)
        return self.block(Postscript, element[0], "p") if self._is_filled(element[0]) else self.group(element)

    def page(self, element: etree._Element) -> list[AnyBlock]:
        """`pb`; one with something inside is carried."""
        return self.carried(element) if len(element) or line(element.text or "") else [self.inlines.page_break(element)]

    def table(self, element: etree._Element) -> list[AnyBlock]:
        """`table` of rows and cells as ours are."""
        rows: list[tuple[Content | None, ...]] = []
        for number, row in enumerate(element):
            kind = [("role", "label")] if number == 0 else []
            if name_of(row) != "row" or any(name_of(cell) != "cell" or set(cell.attrib) - {SPACE} for cell in row):
                return self.group(element)
            stated = [*attributes_of(row)]
            if stated == [("rend", "empty"), *kind]:
                rows.append(())
            elif stated == kind or (not stated and not self.reader.own):
                rows.append(tuple(self.inlines.content(cell) or None for cell in row))
            else:
                return self.group(element)
        made = Table(rows=tuple(rows)) if rows else None
        return (
            [made.model_copy(update={"encoding": encoding_of(element, "table", "")})] if made else self.group(element)
        )


_LINES = frozenset({"seg", "dateline", "salute", "stamp"})
_MEMBERS: Mapping[str, Callable[[BodyReader, etree._Element], list[AnyBlock]]] = MappingProxyType(
    {
        "opener": BodyReader.opener_line,
        "list": BodyReader.list_member,
    }
)
READERS: Mapping[str, Callable[[BodyReader, etree._Element], list[AnyBlock]]] = MappingProxyType(
    {
        "p": BodyReader.paragraph,
        "ab": BodyReader.anonymous,
        "head": BodyReader.head,
        "opener": BodyReader.opener,
        "closer": BodyReader.closer,
        "signed": BodyReader.signed,
        "postscript": BodyReader.postscript,
        "list": BodyReader.list_items,
        "item": BodyReader.item,
        "sp": BodyReader.speech,
        "note": BodyReader.note,
        "quote": BodyReader.quotation,
        "milestone": BodyReader.rule,
        "pb": BodyReader.page,
        "table": BodyReader.table,
    }
)
HOLD_BLOCKS = frozenset({*READERS, "front", "body", "back", "div", "row"}) - {"pb", "note", "milestone"}
"""An element with one of these inside holds blocks."""
