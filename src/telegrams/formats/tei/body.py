"""Blocks ⇄ `text`: front, body with one flat `div` and one for each enclosure, back.

TEI lets openers and headings stand at the start of a `div` only, closers and postscripts at its end only. Blocks of
these kinds elsewhere (three telegrams in one record) become `ab` with the kind as type. Runs of openers share one
`opener`, runs of list items one `list`. Reading is total: an element that is not understood keeps its words and is
reported.
"""

from collections.abc import Callable, Mapping
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import assert_never

from lxml import etree

from telegrams.formats.xml import attribute, exact, leaf
from telegrams.model.body import (
    AnyBlock,
    BlockQuote,
    Closer,
    Content,
    Footnote,
    Heading,
    ListItem,
    Opener,
    PageBreak,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Speech,
    Table,
    Text,
)
from telegrams.model.document import Document

from .block import INDENT, BlockReader, BlockWriter
from .inline import page_break
from .reader import TEI, line, name_of
from .register import Register
from .words import is_data

_ANYWHERE: frozenset[type] = frozenset({PageBreak, Rule, Footnote, SourceNote})
_AT_START = frozenset({Heading, Opener}) | _ANYWHERE
_AT_END = frozenset({Closer, Postscript}) | _ANYWHERE
_Blocks = tuple[AnyBlock, ...]


class BodyWriter(BlockWriter):
    """Writes the blocks of one document."""

    def __init__(self, document: Document, register: Register) -> None:
        super().__init__(register)
        self._paragraphs = 0
        self._body = document.body

    def write(self, subtype: str | None) -> tuple[str, str]:
        """The `body` and the `back` element; the latter may be empty."""
        blocks = self._body
        last = blocks[-1] if blocks else None
        if isinstance(last, SourceNote):
            blocks = blocks[:-1]
        kind = f' subtype="{subtype}"' if subtype else ""
        main, *enclosures = _parted(blocks)
        given = self.register.own("document")
        divisions = [f'<div type="document"{kind} xml:id="{given}">{self._division(main)}</div>']
        divisions += (f'<div type="enclosure">{self._division(each)}</div>' for each in enclosures)
        back = f"\n    <back>\n      {self.source_note(last)}\n    </back>" if isinstance(last, SourceNote) else ""
        inside = "\n      ".join(divisions)
        return f"<body>\n      {inside}\n    </body>", back

    def _division(self, blocks: _Blocks) -> str:
        """What stands inside a `div`."""
        start = next((at for at, block in enumerate(blocks) if type(block) not in _AT_START), len(blocks))
        end = len(blocks)
        while end > start and type(blocks[end - 1]) in _AT_END:
            end -= 1
        if start == end:
            end = len(blocks)
        pieces = [
            *_gathered(blocks[:start], self._start, Opener, "opener"),
            *_gathered(blocks[start:end], self._plain, ListItem, "list"),
            *map(self._end, blocks[end:]),
        ]
        inside = INDENT.join(pieces)
        return f"{INDENT}{inside}\n      " if inside else ""

    def _start(self, block: AnyBlock) -> str:
        return self.start(block) if isinstance(block, Heading | Opener) else self._plain(block)

    def _end(self, block: AnyBlock) -> str:
        return self.end(block) if isinstance(block, Closer | Postscript) else self._plain(block)

    def _plain(self, block: AnyBlock) -> str:
        """A block in a form that is valid anywhere inside the `div`; an item stands inside `list`."""
        match block:
            case Paragraph():
                self._paragraphs += 1
                return self.element("p", block, f' xml:id="{self.register.own(f"p{self._paragraphs}")}"')
            case ListItem():
                return f"{leaf('label', block.marker)}{self.element('item', block)}"
            case Speech():
                words = exact("p", "", self.inline(block.content))
                return f"<sp{self.facts(block)}>{leaf('speaker', block.speaker)}{words}</sp>"
            case Heading() | Opener() | Closer() | Postscript():
                return self.anywhere(block)
            case BlockQuote():
                return self.element("quote", block, "" if block.align else ' rend="block"')
            case Footnote():
                return self.footnote(block)
            case SourceNote():
                return self.source_note(block)
            case _:
                return self._wordless(block)

    def _wordless(self, block: Rule | Table | PageBreak) -> str:
        """A block that has no content of its own."""
        match block:
            case Rule():
                return f'<milestone unit="rule" n="{attribute(block.verbatim)}"/>'
            case Table():
                return self.table(block)
            case PageBreak():
                return page_break(block, self.register)
            case _:
                assert_never(block)


def _gathered(blocks: _Blocks, write: Callable[[AnyBlock], str], kind: type[AnyBlock], tag: str) -> list[str]:
    """The blocks one by one, but a run of one kind together in one element."""
    pieces: list[str] = []
    for each, run in groupby(blocks, key=type):
        written = map(write, run)
        if each is kind:
            lines = "".join(f"{INDENT}  {one}" for one in written)
            pieces.append(f"<{tag}>{lines}{INDENT}</{tag}>")
        else:
            pieces += written
    return pieces


def _parted(blocks: _Blocks) -> list[_Blocks]:
    """The document's own blocks, and those of each enclosure, its heading first."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.enclosure]
    return [blocks[start:end] for start, end in pairwise([0, *starts, len(blocks)])]


class BodyReader(BlockReader):
    """Reads the blocks of one text."""

    def blocks(self, parent: etree._Element, without: etree._Element | None = None) -> list[AnyBlock]:
        """The blocks inside `body`, `div` or `back`, without one child that the caller has read."""
        found = self._loose(parent.text)
        for child in parent:
            if child is not without:
                found += self._read(child)
            found += self._loose(child.tail)
        return found

    def _read(self, element: etree._Element) -> list[AnyBlock]:
        if not self.reader.own and is_data(element):
            self.reader.report.outside(element)
            return []
        return READERS.get(name_of(element), BodyReader.unknown)(self, element)

    def _loose(self, words: str | None) -> list[AnyBlock]:
        """Words that stand between blocks, where TEI allows none, as a paragraph."""
        loose = line(words or "")
        return [Paragraph(content=(Text(text=loose),))] if loose else []

    def unknown(self, element: etree._Element) -> list[AnyBlock]:
        """Any other element: its blocks if it has some, or else its words as a paragraph."""
        self.reader.report.unknown(element)
        if any(name_of(child) in READERS and name_of(child) not in {"pb", "note", "quote"} for child in element):
            return self.blocks(element)
        return self.block(Paragraph, element)

    def inner(self, kind: type[Postscript | BlockQuote], element: etree._Element) -> list[AnyBlock]:
        """The paragraphs inside an element, each as a block of a kind."""
        return [
            kind(content=block.content, align=block.align) if isinstance(block, Paragraph) else block
            for block in self.blocks(element)
        ]

    def list_items(self, element: etree._Element) -> list[AnyBlock]:
        """`list`: an item for each `item`, with the `label` before it as marker."""
        found: list[AnyBlock] = []
        marker = None
        for child in element:
            if name_of(child) == "label":
                marker = self.reader.string(child)
            elif name_of(child) == "item":
                found += self.block(ListItem, child, marker=marker or line(child.get("n", "")) or "-")
                marker = None
            else:
                found += self._read(child)
        return found

    def speech(self, element: etree._Element) -> list[AnyBlock]:
        """`sp`: the speaker and the first paragraph; further ones are paragraphs."""
        speaker = self.reader.child(element, "speaker")
        found: list[AnyBlock] = []
        for child in element:
            if name_of(child) == "speaker":
                continue
            for block in self._read(child):
                if speaker and isinstance(block, Paragraph):
                    told = self.facts(Speech, element)
                    found.append(Speech(content=block.content, speaker=speaker, **told))
                    speaker = None
                else:
                    found.append(block)
        return found

    def block_quote(self, element: etree._Element) -> list[AnyBlock]:
        """`quote`; one that holds paragraphs gives one block for each."""
        held = element.find(f"{TEI}p") is not None
        return self.inner(BlockQuote, element) if held else self.block(BlockQuote, element)

    def table(self, element: etree._Element) -> list[AnyBlock]:
        """`table` of rows and cells; other children are reported."""
        rows: list[tuple[Content | None, ...]] = []
        found: list[AnyBlock] = []
        for row in element:
            if name_of(row) != "row":
                found += self._read(row)
            elif row.get("rend") == "empty":
                rows.append(())
            else:
                rows.append(tuple(self.inlines.content(cell) or None for cell in row))
        return [*found, Table(rows=tuple(rows))] if rows else found


READERS: Mapping[str, Callable[[BodyReader, etree._Element], list[AnyBlock]]] = MappingProxyType(
    {
        **dict.fromkeys(("div", "body", "front", "back"), BodyReader.blocks),
        "p": lambda reader, element: reader.block(Paragraph, element),
        "ab": BodyReader.anonymous,
        "head": BodyReader.head,
        "opener": BodyReader.opener,
        "dateline": BodyReader.opener_line,
        "salute": BodyReader.opener_line,
        "closer": BodyReader.closer,
        "signed": lambda reader, element: reader.block(Closer, element, role="signature"),
        "postscript": lambda reader, element: reader.inner(Postscript, element),
        "list": BodyReader.list_items,
        "sp": BodyReader.speech,
        "note": BodyReader.note,
        "quote": BodyReader.block_quote,
        "milestone": BodyReader.rule,
        "pb": lambda reader, element: [reader.inlines.page_break(element)],
        "table": BodyReader.table,
    }
)
