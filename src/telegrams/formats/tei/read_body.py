"""`text` → blocks. Total: an element that is not understood keeps its words and is reported."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import get_args

from lxml import etree

from telegrams.model.body import (
    CLOSER_ROLES,
    OPENER_ROLES,
    Alignment,
    AnyBlock,
    BlockQuote,
    Closer,
    Content,
    Footnote,
    Heading,
    ListItem,
    Opener,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Speech,
    Table,
    Text,
)
from telegrams.model.known import known

from .attributes import number_of
from .dates import read_inference
from .inline import InlineReader
from .reader import TEI, TeiReader, is_indentation, line, name_of

_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_LABEL = frozenset({f"{TEI}label"})
_OPENER_TAGS = MappingProxyType({"dateline": "dateline", "salute": "salutation", "stamp": "stamp"})
_CLOSER_TAGS = MappingProxyType({"dateline": "dateline", "salute": "compliment", "signed": "signature"})
_SOURCE_WORD = re.compile(r"\[?Source: ")
_Blocks = Iterable[AnyBlock]


class BodyReader:
    """Reads the blocks of one text."""

    def __init__(self, reader: TeiReader) -> None:
        self.reader = reader
        self.inlines = InlineReader(reader)

    def blocks(self, parent: etree._Element, without: etree._Element | None = None) -> list[AnyBlock]:
        """The blocks inside `body`, `div` or `back`, without one child that the caller has read."""
        found: list[AnyBlock] = [*self._loose(parent.text)]
        for child in parent:
            if child is not without:
                found += READERS.get(name_of(child), BodyReader.unknown)(self, child)
            found += self._loose(child.tail)
        return found

    def _loose(self, words: str | None) -> _Blocks:
        """Words that stand between blocks, where TEI allows none, as a paragraph."""
        loose = line(words or "")
        return [Paragraph(content=(Text(text=loose),))] if loose else []

    def unknown(self, element: etree._Element) -> _Blocks:
        """Any other element: its blocks if it has some, or else its words as a paragraph."""
        self.reader.report.unknown(element)
        if any(name_of(child) in READERS and name_of(child) not in {"pb", "note", "quote"} for child in element):
            return self.blocks(element)
        return self.paragraph(element)

    def division(self, element: etree._Element) -> _Blocks:
        """`div` and its like inside a text."""
        return self.blocks(element)

    def paragraph(self, element: etree._Element) -> _Blocks:
        """`p`."""
        content = self.inlines.content(element)
        return [Paragraph(content=content, align=_align(element))] if content else []

    def anonymous(self, element: etree._Element) -> _Blocks:
        """`ab`: a kind of block that TEI does not allow at its place."""
        kind, role = element.get("type"), element.get("subtype")
        content, align, told = self.inlines.content(element), _align(element), read_inference(element)
        opens, closes = known(OPENER_ROLES, role), known(CLOSER_ROLES, role)
        if not content:
            return []
        if kind == "heading":
            return [Heading(content=content, align=align, level=_level(element), inferred=told)]
        if kind == "postscript":
            return [Postscript(content=content, align=align)]
        if kind == "opener" and opens:
            return [Opener(content=content, align=align, role=opens, inferred=told)]
        if kind == "closer" and closes:
            return [Closer(content=content, align=align, role=closes, inferred=told)]
        return [Paragraph(content=content, align=align)]

    def head(self, element: etree._Element) -> _Blocks:
        """`head`."""
        content = self.inlines.content(element)
        parent = element.getparent()
        enclosure = parent is not None and parent.get("type") == "enclosure" and element.getprevious() is None
        if not content:
            return []
        return [
            Heading(
                content=content,
                align=_align(element),
                level=_level(element),
                enclosure=enclosure,
                inferred=read_inference(element),
            )
        ]

    def opener(self, element: etree._Element) -> _Blocks:
        """`opener`: one block for each line inside it, or one for loose words."""
        if _has_words(element, self.reader):
            content = self.inlines.content(element)
            return [Opener(content=content, role="other", align=_align(element))] if content else []
        return [block for child in element for block in self.opener_line(child)]

    def opener_line(self, element: etree._Element) -> _Blocks:
        """`dateline`, `salute`, `seg` and others inside `opener`, or alone."""
        kind = _OPENER_TAGS.get(name_of(element)) or element.get("type")
        content = self.inlines.content(element)
        role, told = known(OPENER_ROLES, kind) or "other", read_inference(element)
        return [Opener(content=content, role=role, align=_align(element), inferred=told)] if content else []

    def closer(self, element: etree._Element) -> _Blocks:
        """`closer`: a signature, or a line of the role that its only child names."""
        only = element[0] if len(element) == 1 and not _has_words(element, self.reader) else None
        role = None
        if only is not None and name_of(only) in {"dateline", "salute", "seg"}:
            role = known(CLOSER_ROLES, _CLOSER_TAGS.get(name_of(only)) or only.get("type"))
        inner = element if only is None or role is None else only
        content, told = self.inlines.content(inner), read_inference(inner)
        if not content:
            return []
        return [Closer(content=content, role=role or "signature", align=_align(inner), inferred=told)]

    def signed(self, element: etree._Element) -> _Blocks:
        """`signed` outside `closer`."""
        content = self.inlines.content(element)
        return [Closer(content=content, role="signature", align=_align(element))] if content else []

    def postscript(self, element: etree._Element) -> _Blocks:
        """`postscript`: its paragraphs."""
        blocks = self.blocks(element)
        return [
            Postscript(content=block.content, align=block.align) if isinstance(block, Paragraph) else block
            for block in blocks
        ]

    def list_items(self, element: etree._Element) -> _Blocks:
        """`list`: an item for each `item`, with the `label` before it as marker."""
        found: list[AnyBlock] = []
        marker = None
        for child in element:
            if name_of(child) == "label":
                marker = self.reader.string(child)
            elif name_of(child) == "item":
                content = self.inlines.content(child)
                number = child.get("n")
                label = marker or (line(number) if number else None) or "-"
                found += [ListItem(content=content, marker=label, align=_align(child))] if content else []
                marker = None
            else:
                found += READERS.get(name_of(child), BodyReader.unknown)(self, child)
        return found

    def speech(self, element: etree._Element) -> _Blocks:
        """`sp`: the speaker and the first paragraph; further ones are paragraphs."""
        speaker = self.reader.child(element, "speaker")
        found: list[AnyBlock] = []
        for child in element:
            if name_of(child) == "speaker":
                continue
            for block in READERS.get(name_of(child), BodyReader.unknown)(self, child):
                if speaker and isinstance(block, Paragraph):
                    align, told = _align(element), read_inference(element)
                    found.append(Speech(content=block.content, speaker=speaker, align=align, inferred=told))
                    speaker = None
                else:
                    found.append(block)
        return found

    def note(self, element: etree._Element) -> _Blocks:
        """`note` between blocks: a footnote or the source note."""
        if element.get("type") == "source":
            return self._source_note(element)
        number = element.get("n", "")
        marker = self.reader.child(element, "label") or number
        content = self.inlines.content(element, skip=_LABEL)
        if not content:
            return []
        if not number_of(element) or not marker:
            self.reader.report.unknown(element)
            return [Paragraph(content=content, align=_align(element))]
        return [Footnote(content=content, marker=marker, number=number, align=_align(element))]

    def _source_note(self, element: etree._Element) -> _Blocks:
        content = self.inlines.content(element)
        words = self.reader.string(element) or ""
        if self.reader.own:
            stated = line(element.get("n", "")) or self.reader.child(element, "bibl")
        else:
            begin = _SOURCE_WORD.match(words)
            stated = line(words[begin.end() if begin else 0 :].removesuffix("]").removesuffix("."))
        if not content or not stated:
            return [Paragraph(content=content)] if content else []
        return [SourceNote(content=content, statement=stated, align=_align(element))]

    def block_quote(self, element: etree._Element) -> _Blocks:
        """`quote`; one that holds paragraphs gives one block for each."""
        if element.find(f"{TEI}p") is not None:
            quoted = self.blocks(element)
            return [BlockQuote(content=each.content) if isinstance(each, Paragraph) else each for each in quoted]
        content = self.inlines.content(element)
        return [BlockQuote(content=content, align=_align(element))] if content else []

    def rule(self, element: etree._Element) -> _Blocks:
        """`milestone[@unit='rule']`."""
        verbatim = line(element.get("n", ""))
        if element.get("unit") != "rule" or not verbatim:
            self.reader.report.unknown(element)
            return []
        return [Rule(verbatim=verbatim)]

    def page_break(self, element: etree._Element) -> _Blocks:
        """`pb` between blocks."""
        return [self.inlines.page_break(element)]

    def table(self, element: etree._Element) -> _Blocks:
        """`table` of rows and cells; other children are reported."""
        rows: list[tuple[Content | None, ...]] = []
        found: list[AnyBlock] = []
        for row in element:
            if name_of(row) != "row":
                found += READERS.get(name_of(row), BodyReader.unknown)(self, row)
            elif row.get("rend") == "empty":
                rows.append(())
            else:
                rows.append(tuple(self.inlines.content(cell) or None for cell in row))
        return [*found, Table(rows=tuple(rows))] if rows else found


def _has_words(element: etree._Element, reader: TeiReader) -> bool:
    """True where words (in our own files: or a blank) stand directly inside an element, not inside its children."""
    nodes = [element.text, *(child.tail for child in element)]
    if reader.own:
        return any(node and not is_indentation(node) for node in nodes)
    return any(line(node) for node in nodes if node)


def _align(element: etree._Element) -> Alignment | None:
    return known(_ALIGNMENTS, element.get("rend"))


def _level(element: etree._Element) -> int | None:
    level = element.get("n", "")
    return int(level) if level in {"1", "2", "3", "4", "5", "6"} else None


READERS: Mapping[str, Callable[[BodyReader, etree._Element], _Blocks]] = MappingProxyType(
    {
        "div": BodyReader.division,
        "body": BodyReader.division,
        "front": BodyReader.division,
        "back": BodyReader.division,
        "p": BodyReader.paragraph,
        "ab": BodyReader.anonymous,
        "head": BodyReader.head,
        "opener": BodyReader.opener,
        "dateline": BodyReader.opener_line,
        "salute": BodyReader.opener_line,
        "closer": BodyReader.closer,
        "signed": BodyReader.signed,
        "postscript": BodyReader.postscript,
        "list": BodyReader.list_items,
        "sp": BodyReader.speech,
        "note": BodyReader.note,
        "quote": BodyReader.block_quote,
        "milestone": BodyReader.rule,
        "pb": BodyReader.page_break,
        "table": BodyReader.table,
    }
)
