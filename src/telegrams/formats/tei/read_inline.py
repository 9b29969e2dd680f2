"""The mixed content of an element → inlines. Total: what is not understood keeps its words and is reported."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from lxml import etree

from telegrams.formats.xml import MAX_DEPTH
from telegrams.model.body import (
    Content,
    Date,
    EditorialNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Gap,
    GapReason,
    Inline,
    LineBreak,
    Link,
    Name,
    NoteKind,
    PageBreak,
    Point,
    Quote,
    Sic,
    Supplied,
    SuppliedKind,
    TelegramReference,
    Text,
)
from telegrams.model.known import known

from .dates import read_date_element, read_inference
from .reader import TEI, TeiReader, is_indentation, line, single_blanks

NUMBER = re.compile(r"[0-9A-Za-z./-]{1,20}\Z")
_BREAKS = frozenset({f"{TEI}lb", f"{TEI}pb"})
_NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
_GAP_REASONS: tuple[GapReason, ...] = get_args(GapReason)
_SUPPLIED_KINDS: tuple[SuppliedKind, ...] = get_args(SuppliedKind)


class Builder:
    """Collects inlines; joins neighbouring text and its blanks."""

    def __init__(self) -> None:
        self.inlines: list[Inline] = []

    def text(self, value: str) -> None:
        """Adds words; blanks are already single."""
        if not value:
            return
        last = self.inlines[-1] if self.inlines else None
        if isinstance(last, Text):
            joined = last.text + (value[1:] if last.text.endswith(" ") and value.startswith(" ") else value)
            self.inlines[-1] = Text(text=joined)
        else:
            self.inlines.append(Text(text=value))

    def add(self, *inlines: Inline) -> None:
        """Adds finished inlines."""
        for inline in inlines:
            if isinstance(inline, Text):
                self.text(inline.text)
            else:
                self.inlines.append(inline)

    def trim(self, *, start: bool = False, end: bool = False) -> None:
        """Takes away one blank at the start or the end."""
        if start and self.inlines and isinstance(first := self.inlines[0], Text):
            self.inlines[:1] = [Text(text=rest)] if (rest := first.text.removeprefix(" ")) else []
        if end and self.inlines and isinstance(last := self.inlines[-1], Text):
            self.inlines[-1:] = [Text(text=rest)] if (rest := last.text.removesuffix(" ")) else []


class InlineReader:
    """Reads mixed content for one text; collects the footnotes that stand at their place in files of others."""

    def __init__(self, reader: TeiReader) -> None:
        self.reader = reader
        self.footnotes: list[Footnote] = []

    def content(self, element: etree._Element, skip: frozenset[str] = frozenset()) -> Content:
        """The inlines of a block: no blanks at the ends in files of others. May be empty."""
        builder = Builder()
        self._fill(builder, element, 1, skip)
        if not self.reader.own:
            builder.trim(start=True, end=True)
        return tuple(builder.inlines)

    def _fill(self, builder: Builder, element: etree._Element, depth: int, skip: frozenset[str] = frozenset()) -> None:
        if depth > MAX_DEPTH:
            self.reader.report.value(element, f"elements nest deeper than {MAX_DEPTH} levels; only the words are kept")
            builder.text(line("".join(map(str, element.itertext()))) or "")
            return
        children = list(element)
        builder.text(self._words(element.text, children[0] if children else None))
        for child in children:
            following = child.getnext()
            if str(child.tag) not in skip:
                self._inline(builder, child, depth)
            after = self._words(child.tail, following)
            if child.tag in _BREAKS and not self.reader.own:
                after = after.removeprefix(" ")
            builder.text(after)

    def _words(self, value: str | None, following: etree._Element | None) -> str:
        """A text node: without the blank that stands before `lb` and `pb`, white space single."""
        if not value or (self.reader.own and is_indentation(value)):
            return ""
        if following is not None and following.tag in _BREAKS and value.endswith(" "):
            value = value[:-1]
        return single_blanks(value)

    def _inside(self, element: etree._Element, depth: int) -> Content:
        builder = Builder()
        self._fill(builder, element, depth + 1)
        return tuple(builder.inlines)

    def _inline(self, builder: Builder, element: etree._Element, depth: int) -> None:
        name = str(element.tag).removeprefix(TEI)
        read = READERS.get(name)
        found = read(self, element, depth) if read else None
        if found is not None:
            builder.add(found)
        elif name in _STRUCTURE or (name in _DERIVED and self.reader.own):
            builder.add(*self._inside(element, depth))
        elif name == "choice" and len(element):
            self.reader.report.unknown(element)
            self._fill(builder, element[0], depth + 1)
        else:
            self.reader.report.unknown(element)
            self._fill(builder, element, depth + 1)

    def line_break(self, _: etree._Element, __: int) -> LineBreak:
        """`lb`."""
        return LineBreak()

    def page_break(self, element: etree._Element, _: int = 0) -> PageBreak:
        """`pb`; a page number of others is reported, the model has no place for it."""
        if element.get("n") or element.get("facs"):
            self.reader.report.unknown(element)
        return PageBreak(inferred=read_inference(element))

    def date(self, element: etree._Element, _: int) -> Date | None:
        """`date`, if it has words."""
        date = read_date_element(element, self.reader) if self.reader.string(element) else None
        return Date(date=date) if date else None

    def seg(self, element: etree._Element, _: int) -> Point | None:
        """`seg[@type='point']`."""
        label, number = self.reader.string(element), element.get("n", "")
        if element.get("type") != "point" or not label or not NUMBER.match(number):
            return None
        return Point(label=label, number=number)

    def ref(self, element: etree._Element, depth: int) -> TelegramReference | FootnoteReference | Link | None:
        """`ref`: a telegram, a footnote, or a link."""
        words, number, kind = self.reader.string(element), element.get("n", ""), element.get("type")
        if kind in {"telegram", "footnote"}:
            if not words or not NUMBER.match(number):
                return None
            made = TelegramReference if kind == "telegram" else FootnoteReference
            return made(verbatim=words, number=number)
        address, content = line(element.get("target") or number), self._inside(element, depth)
        return Link(content=content, target=address, image=kind == "image") if address and content else None

    def gap(self, element: etree._Element, _: int) -> Gap | None:
        """`gap` with `desc`."""
        words, reason = self.reader.string(element), element.get("reason")
        if not words:
            return None
        return Gap(verbatim=words, reason=known(_GAP_REASONS, reason) or "missing")

    def note(self, element: etree._Element, depth: int) -> Sic | EditorialNote | FootnoteReference | None:
        """`note`: an editor's remark in brackets, or a footnote at its place."""
        kind = element.get("type")
        if element.get("rend") == "brackets":
            words = self.reader.string(element)
            if kind == "sic" and words:
                return Sic(verbatim=words)
            content = self._inside(element, depth)
            return EditorialNote(content=content, kind=known(_NOTE_KINDS, kind) or "bracket") if content else None
        return self._footnote(element, depth)

    def _footnote(self, element: etree._Element, depth: int) -> FootnoteReference | None:
        number = element.get("n") or str(len(self.footnotes) + 1)
        builder = Builder()
        builder.add(*self._inside(element, depth))
        builder.trim(start=True, end=True)
        if not builder.inlines or not NUMBER.match(number):
            return None
        self.footnotes.append(Footnote(content=tuple(builder.inlines), marker=number, number=number))
        return FootnoteReference(verbatim=number, number=number)

    def supplied(self, element: etree._Element, depth: int) -> Supplied | None:
        """`supplied`."""
        content, kind = self._inside(element, depth), known(_SUPPLIED_KINDS, element.get("reason")) or "word"
        return Supplied(content=content, kind=kind, doubtful=element.get("cert") == "low") if content else None

    def quote(self, element: etree._Element, depth: int) -> Quote | None:
        """`q`."""
        content = self._inside(element, depth)
        return Quote(content=content) if content else None

    def hi(self, element: etree._Element, depth: int) -> Emphasis | None:
        """`hi`, `emph`: bold or else italic."""
        content = self._inside(element, depth)
        bold = element.get("rend") in {"bold", "strong"}
        return Emphasis(content=content, style="bold" if bold else "italic") if content else None

    def name(self, element: etree._Element, depth: int) -> Name | None:
        """`persName`."""
        content = self._inside(element, depth)
        return Name(content=content) if content else None


_STRUCTURE = frozenset({"dateline", "signed", "salute"})
"""Elements inside openers and closers that say no more than the block does."""

_DERIVED = frozenset({"num", "bibl"})
"""Elements inside our own blocks that the writer derives from their content."""

READERS: Mapping[str, Callable[[InlineReader, etree._Element, int], Inline | None]] = MappingProxyType(
    {
        "lb": InlineReader.line_break,
        "pb": InlineReader.page_break,
        "date": InlineReader.date,
        "seg": InlineReader.seg,
        "ref": InlineReader.ref,
        "gap": InlineReader.gap,
        "note": InlineReader.note,
        "supplied": InlineReader.supplied,
        "q": InlineReader.quote,
        "quote": InlineReader.quote,
        "said": InlineReader.quote,
        "hi": InlineReader.hi,
        "emph": InlineReader.hi,
        "persName": InlineReader.name,
    }
)
