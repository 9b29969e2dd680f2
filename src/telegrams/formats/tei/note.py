"""Footnotes and the source note ⇄ `note`, between blocks or at the end.

Remarks inside the words of a block are inlines.
"""

import re

from lxml import etree

from telegrams.formats.xml import NAMESPACE, attribute, exact, leaf, text
from telegrams.model.body import AnyBlock, Footnote, SourceNote
from telegrams.model.encoding import Encoding
from telegrams.model.inline import Content
from telegrams.model.marks import Text

from .attributes import number_of
from .block import BlockReader, BlockWriter, has_words_alone
from .reader import TEI, TeiReader, is_indentation, line, name_of
from .register import Register

_SOURCE_WORD = re.compile(r"\A\[?Source: ")


def _stated(block: SourceNote) -> tuple[str, str, str] | None:
    """The words around the statement and itself, where it stands in the only run of text."""
    only = block.content[0]
    if len(block.content) == 1 and isinstance(only, Text) and block.statement in only.text:
        return only.text.partition(block.statement)
    return None


def _note_facts(block: SourceNote) -> str:
    stated = "" if _stated(block) else f' n="{attribute(block.statement)}"'
    return f' type="source" place="end"{stated}'


def footnote_facts(number: str, register: Register, *, first: bool) -> str:
    """The attributes of a footnote; the first of a number has the identifier."""
    return f' place="foot" n="{number}"' + (f' xml:id="{register.notes[number]}"' if first else "")


class NoteWriter(BlockWriter):
    """Writes notes and other blocks of one document."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        self._noted: set[str] = set()

    def footnote(self, block: Footnote) -> str:
        """`note[@place='foot']`; the first of a number has the identifier."""
        first = block.number not in self._noted
        self._noted.add(block.number)
        attributes = footnote_facts(block.number, self.register, first=first)
        content = f"{leaf('label', block.marker)}{self.inline(block.content)}"
        return exact("note", self.attributes(block, attributes), content)

    def source_note(self, block: SourceNote) -> str:
        """`note[@type='source']`; the statement marked inside its words, or else in `@n`."""
        if stated := _stated(block):
            before, found, after = stated
            content = f'{text(before)}<bibl type="statement">{text(found)}</bibl>{text(after)}'
        else:
            content = self.inline(block.content)
        return exact("note", self.attributes(block, _note_facts(block)), content)


class NoteReader(BlockReader):
    """Reads notes and other blocks of one text."""

    def __init__(self, reader: TeiReader, register: Register) -> None:
        super().__init__(reader, register)
        self.noted: dict[str, str | None] = {}
        """The numbers of the footnotes, with the identifier of the first of each."""

    def note(self, element: etree._Element) -> list[AnyBlock]:
        """`note` between blocks: a footnote or the source note."""
        if element.get("type") == "source" and element.get("place") != "foot":
            stated = self._statement(element)
            if stated is None:
                return self.carried(element)
            found = self.block(SourceNote, element, "note", _note_facts, statement=stated)
            return [self._numbered(found[0], element)]
        number, label = number_of(element), element.find(f"{TEI}label")
        content = self.inlines.content(element, label) if has_plain_label(element) else ()
        if number is None or not content:
            return self.carried(element)
        marker = (None if self.reader.own else number) if label is None else self.reader.string(label)
        written = self._footnote_facts(number, element)
        return [self.made(Footnote, element, content, "note", written, marker=marker, number=number)]

    def footnotes(self) -> list[AnyBlock]:
        """The notes that stood at their place in the words read so far, as footnotes, with what makes them such."""
        return [self._placed(*note) for note in self.inlines.footnotes]

    def _placed(self, element: etree._Element, number: str, content: Content) -> AnyBlock:
        written = self._footnote_facts(number, element)
        made = self.made(Footnote, element, content, "note", written, marker=number, number=number)
        kept = tuple(pair for pair in made.encoding.attributes if pair[1] is not None) if made.encoding else ()
        return made.model_copy(update={"encoding": Encoding(attributes=kept) if kept else None})

    def _footnote_facts(self, number: str, element: etree._Element) -> str:
        given = element.get(f"{NAMESPACE}id")
        self.register.footnote(number, given)
        first = number not in self.noted
        self.noted.setdefault(number, given)
        return footnote_facts(number, self.register, first=first)

    def _numbered(self, block: AnyBlock, element: etree._Element) -> AnyBlock:
        """The source note without a number that would read as its statement; the number is reported."""
        if not isinstance(block, SourceNote) or _stated(block) or block.encoding is None:
            return block
        kept = tuple(pair for pair in block.encoding.attributes if pair[0] != "n")
        if len(kept) < len(block.encoding.attributes):
            self.reader.report.value(element, f"@n={element.get('n')!r} is not kept")
        return block.model_copy(update={"encoding": Encoding(attributes=kept) if kept else None})

    def _statement(self, note: etree._Element) -> str | None:
        if self.reader.own:
            marked = note.find(f"{TEI}bibl[@type='statement']")
            return self.reader.string(marked) if marked is not None else line(note.get("n", ""))
        words = _SOURCE_WORD.sub("", self.reader.string(note) or "", count=1)
        return line(words.removesuffix("]").removesuffix(".")) or line(note.get("n", ""))


def has_plain_label(note: etree._Element) -> bool:
    """Whether the marker of a footnote is words alone; a note with another one is carried, and no footnote."""
    label = note.find(f"{TEI}label")
    return label is None or has_words_alone(label)


def is_footnote(note: etree._Element, *, own: bool) -> bool:
    """True for a note with words (in our `own` files: or a blank) that stands between blocks, or at the foot."""
    above = note.getparent()
    between = above is not None and name_of(above) in {"div", "body", "back"}
    placed = note.get("place") == "foot" or (between and note.get("type") != "source")
    nodes = (note.text, *(each.tail for each in note if name_of(each) == "label"))
    words = (node and (not is_indentation(node) if own else line(node)) for node in nodes)
    return placed and (any(words) or any(name_of(each) != "label" for each in note))
