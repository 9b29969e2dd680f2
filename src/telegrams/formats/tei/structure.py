"""The blocks of a document ⇄ `text`: `front`, `body` with a `div` for the document and for each enclosure, `back`.

What an editor put beside these parts stays there; `Document.frames` has how the elements themselves differ from ours.
"""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import TypeGuard, cast

from lxml import etree

from telegrams.formats.xml import NAMESPACE
from telegrams.model.body import AnyBlock, Frame, Group, Heading, SourceNote, Structure
from telegrams.model.document import Document
from telegrams.model.inline import Markup
from telegrams.model.marks import Comment, ProcessingInstruction

from .attributes import number_of
from .block import has_words
from .body import ANYWHERE, HOLD_BLOCKS, BodyReader, BodyWriter, stands
from .markup import attributes_of, encoding_of, inside_of, overlaid
from .note import has_plain_label, is_footnote
from .reader import TEI, name_of
from .register import Register

_BESIDE = frozenset[type]({Comment, ProcessingInstruction})
"""What may stand beside `front`, `body` and `back`, but for carried elements."""
_INDENTATION = re.compile(r"\n *(?=<)")
_IDENTIFIED = f".//*[@{NAMESPACE}id]"
_REFERENCE = f".//{TEI}ref[@type='footnote']"
_BETWEEN = re.compile(r"(?:\A|(?<=>))\s+(?=<)|(?<=>)\s+\Z")
_Blocks = tuple[AnyBlock, ...]


class StructureWriter(BodyWriter):
    """Writes the text of one document."""

    def __init__(self, document: Document, register: Register) -> None:
        super().__init__(register)
        self._body = document.body
        self._frames = {frame.element: frame.encoding for frame in document.frames}

    def write(self, kind: str | None, title_page: str) -> str:
        """The `text` element. An editor's front matter has the title page inside, unless it has one itself."""
        front, blocks = self._front(title_page)
        end = _end_of_body(blocks)
        # In the order of the text, in which paragraphs are counted.
        pieces = (front, self._divisions(blocks[:end], kind), self._back(blocks[end:]))
        parts = "".join(f"\n    {part}" for part in pieces if part)
        return f"<text{self.frame('text', text_facts(kind))}>{parts}\n  </text>"

    def _front(self, title_page: str) -> tuple[str, _Blocks]:
        """`front` with what stands before it, and the blocks behind."""
        blocks = self._body
        at = next((at for at, block in enumerate(blocks) if not stands(block, _BESIDE, ANYWHERE)), len(blocks))
        first = blocks[at] if at < len(blocks) else None
        if not _is_part(first, "front"):
            return (f"<front>\n      {title_page}\n    </front>" if title_page else ""), blocks
        held = first.blocks if isinstance(first, Group) else first.content
        own = any(isinstance(each, Markup | Group) and each.element == "titlePage" for each in held)
        front = self._part(first, "" if own else title_page)
        return "\n    ".join([*map(self.plain, blocks[:at]), front]), blocks[at + 1 :]

    def _back(self, blocks: _Blocks) -> str:
        """`back` with what stands behind it; empty for no blocks."""
        if not blocks:
            return ""
        back, *beside = blocks
        if isinstance(back, SourceNote):
            written = f"<back>\n      {self.source_note(back)}\n    </back>"
        else:
            written = self._part(cast("Group | Markup", back))  # as `_end_of_body` has found
        return written + "".join(map(self.plain, beside))

    def _divisions(self, blocks: _Blocks, kind: str | None) -> str:
        """`body`: the division of the document, those of enclosures, and what stands beside them."""
        main, *others = _parted(blocks)
        attributes = self.frame("div", division_facts(kind, self.register))
        if "document" in self.register.given:  # a division that is carried has the identifier
            attributes = attributes.replace(f' xml:id="{self.register.own("document")}"', "")
        divisions = [f"<div{attributes}>{self.division(main)}</div>"]
        for part in others:
            beside = part[0]
            if isinstance(beside, Group) and beside.beside:
                divisions += [self.group(beside), *map(self.plain, part[1:])]
            else:
                divisions.append(f'<div type="enclosure">{self.division(part)}</div>')
        inside = "\n      ".join(divisions)
        return f"<body{self.frame('body', '')}>\n      {inside}\n    </body>"

    def frame(self, part: Structure, attributes: str) -> str:
        """The attributes of an element around the blocks."""
        return overlaid(attributes, self._frames.get(part), self.register)

    def _part(self, block: Group | Markup, title_page: str = "") -> str:
        """`front` or `back`."""
        return self.group(block, title_page) if isinstance(block, Group) else self.carried(block)


def _is_part(block: AnyBlock | None, name: str) -> TypeGuard[Group | Markup]:
    """Whether a block is the front or back matter of an editor."""
    return isinstance(block, Group | Markup) and block.element == name


def _end_of_body(blocks: Sequence[AnyBlock]) -> int:
    """Where the back matter begins: the source note, or an editor's `back`, with what may stand behind either."""
    end = len(blocks)
    while end and stands(blocks[end - 1], _BESIDE, ANYWHERE):
        end -= 1
    last = blocks[end - 1] if end else None
    return end - 1 if isinstance(last, SourceNote) or _is_part(last, "back") else len(blocks)


def text_facts(kind: str | None) -> str:
    """The attributes of `text`."""
    return f' type="{kind}"' if kind else ""


def division_facts(kind: str | None, register: Register) -> str:
    """The attributes of the division of the document."""
    subtype = f' subtype="{kind}"' if kind else ""
    return f' type="document"{subtype} xml:id="{register.own("document")}"'


def _parted(blocks: _Blocks) -> list[_Blocks]:
    """The document's own blocks, those of each enclosure, its heading first, and what stands beside them."""
    starts = [0]
    for at, block in enumerate(blocks):
        if (isinstance(block, Heading) and block.enclosure) or (isinstance(block, Group) and block.beside):
            starts.append(at)
    return [blocks[start:end] for start, end in pairwise([*starts, len(blocks)])]


class StructureReader(BodyReader):
    """Reads the text of one document."""

    def text(self, element: etree._Element, kind: str | None, page: str) -> tuple[list[AnyBlock], list[Frame]]:
        """The blocks of `text`, how the elements around them are encoded; `page`: the title page that is written."""
        self._look_ahead(element)
        return self._text(element, kind, page)

    def _text(self, element: etree._Element, kind: str | None, page: str) -> tuple[list[AnyBlock], list[Frame]]:
        frames = self._framed("text", element, text_facts(kind))
        blocks: list[AnyBlock] = []
        for part in element:
            match name_of(part):
                case "front":
                    blocks += self._front(part, "" if blocks else page)
                case "body":
                    frames += self._framed("body", part, "")
                    found, framed = self._body(part, kind)
                    blocks += found
                    frames += framed
                case "back":
                    blocks += self._back(part)
                case _:
                    blocks += self.read(part)
        return blocks, frames

    def division(
        self, element: etree._Element, kind: str | None, without: etree._Element | None
    ) -> tuple[list[AnyBlock], list[Frame]]:
        """The same of one division of a volume, without its head."""
        self._look_ahead(element)
        return self.blocks(element, without), self._framed("div", element, division_facts(kind, self.register))

    def with_footnotes(self, blocks: Sequence[AnyBlock]) -> tuple[AnyBlock, ...]:
        """The blocks of a text with the notes that stood at their place in its words: at the end, but before `back`."""
        end = _end_of_body(blocks)
        end = end if end < len(blocks) and _is_part(blocks[end], "back") else len(blocks)
        return (*blocks[:end], *self.footnotes(), *blocks[end:])

    def _look_ahead(self, element: etree._Element) -> None:
        """Notes what references in the text may lead to."""
        self.register.given = frozenset(each.get(f"{NAMESPACE}id", "") for each in element.iterfind(_IDENTIFIED))
        self.register.reserve(self.register.given)
        for number, given in self._footnotes_in(element).items():
            self.register.footnote(number, given)

    def _footnotes_in(self, element: etree._Element) -> Mapping[str, str | None]:
        """The numbers of the footnotes, with the identifier of the first of each.

        Notes between blocks are footnotes. Where others might become some and references lead to footnotes, a reading
        of a copy shows which do: the identifiers that references lead to follow from it.
        """
        notes = [note for note in element.iter(f"{TEI}note") if not self.reader.own or self._is_footnote(note)]
        above = {each for note in notes if (each := note.getparent()) is not None}
        if element.find(_REFERENCE) is None or all(map(self._holds_blocks, above)):
            found: dict[str, str | None] = {}
            for note in filter(self._is_footnote, notes):
                if number := number_of(note):
                    found.setdefault(number, note.get(f"{NAMESPACE}id"))
            return found
        trial = StructureReader(self.reader.apart(), Register(Document()))
        copy = deepcopy(element)
        trial._text(copy, None, "") if name_of(element) == "text" else trial.blocks(copy)
        trial.footnotes()
        return trial.noted

    def _is_footnote(self, note: etree._Element) -> bool:
        return is_footnote(note, own=self.reader.own) and has_plain_label(note)

    def _holds_blocks(self, element: etree._Element) -> bool:
        """Whether notes inside are surely blocks: in `back`, or beside blocks in a `div` of `body`; without words."""
        around = element.getparent()
        sure = name_of(element) == "back"
        if name_of(element) == "div" and around is not None and around.tag == f"{TEI}body":
            sure = not HOLD_BLOCKS.isdisjoint(map(name_of, element))
        return sure and not has_words(element, self.reader)

    def _framed(self, part: Structure, element: etree._Element, written: str) -> list[Frame]:
        encoding = encoding_of(element, part, written)
        return [Frame(element=part, encoding=encoding)] if encoding else []

    def _front(self, element: etree._Element, written: str) -> list[AnyBlock]:
        """`front`, without a title page that is as it is written from the header; whole, where something precedes.

        So it is where an editor added a title page: with one of its own `front` gets none from the header.
        """
        pages = element.findall(f"{TEI}titlePage")
        page = pages[0] if len(pages) == 1 and pages[0] is element[0] else None
        usual = page is not None and bool(written) and not page.attrib and _is_inside(page, written)
        if usual and len(element) == 1 and not element.attrib:
            return []
        return self.group(element, page if usual else None)

    def _back(self, element: etree._Element) -> list[AnyBlock]:
        only = element[0] if len(element) == 1 and not element.attrib else None
        if only is None or name_of(only) != "note" or only.get("type") != "source":
            return self.group(element)
        found = self.note(only)
        return found if isinstance(found[0], SourceNote) else self.grouped(element, found)

    def _body(self, element: etree._Element, kind: str | None) -> tuple[list[AnyBlock], list[Frame]]:
        """The blocks of the document's division and of those beside it; all, where there is no such division."""
        first = next((child for child in element if name_of(child) not in ANYWHERE and child.tag[:4] != "{tag"), None)
        if first is None or first.tag != f"{TEI}div":
            return self.blocks(element), []
        blocks: list[AnyBlock] = []
        frames: list[Frame] = []
        for child in element:
            if child is first:
                frames = self._framed("div", child, division_facts(kind, self.register))
                blocks += self.blocks(child)
            elif child.tag == f"{TEI}div" and not _is_enclosure(child):
                blocks += (_beside(each) for each in self.group(child))
            elif child.tag == f"{TEI}div":
                blocks += self.blocks(child)
            else:
                blocks += self.read(child)
        return blocks, frames


def _is_inside(page: etree._Element, written: str) -> bool:
    """Whether a title page holds the words and elements of the one that is written; blanks around them do not count."""
    inside = _BETWEEN.sub("", inside_of(page))
    if f"<titlePage>{inside}</titlePage>" == _INDENTATION.sub("", written):  # as always but for the order of attributes
        return True
    expected = etree.fromstring(written.replace(">", f' xmlns="{TEI[1:-1]}">', 1))
    return inside == _BETWEEN.sub("", inside_of(expected))


def _is_enclosure(division: etree._Element) -> bool:
    return attributes_of(division) == (("type", "enclosure"),) and len(division) > 0 and division[0].tag == f"{TEI}head"


def _beside(block: AnyBlock) -> AnyBlock:
    return block.model_copy(update={"beside": True}) if isinstance(block, Group) else block
