"""One block ⇄ its element. Where it may stand is the matter of `body`.

Formal beginnings and ends are `head`, `opener`, `closer` and `postscript`; elsewhere in a `div`, where TEI allows none
of these, `ab` with the kind as type. The role of a line is told by its element, or else as the type of `seg`.
"""

import re
from collections.abc import Mapping
from typing import Any, get_args

from lxml import etree

from telegrams.formats.xml import attribute, exact, leaf, text
from telegrams.model.body import (
    CLOSER_ROLES,
    OPENER_ROLES,
    Alignment,
    AnyBlock,
    Block,
    Closer,
    Date,
    Footnote,
    Heading,
    InferredBlock,
    Name,
    Opener,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Table,
    Text,
)
from telegrams.model.known import known

from .attributes import number_of
from .dates import read_inference
from .inline import Inliner, InlineReader
from .reader import TEI, TeiReader, is_indentation, line, name_of
from .register import Register

INDENT = "\n        "
_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_LABEL = frozenset({f"{TEI}label"})
_SOURCE_WORD = re.compile(r"\A\[?Source: ")
_OPENER_TAGS = {"dateline": "dateline", "salutation": "salute", "stamp": "stamp"}
_CLOSER_TAGS = {"dateline": "dateline", "compliment": "salute"}
_CLOSING = frozenset({"seg", *_CLOSER_TAGS.values()})
_SIGNED_TAGS: Mapping[type, str] = {Date: "dateline", Name: "signed"}
"""The inlines that a signature tells apart; others stand in it as they are."""


class BlockWriter:
    """Writes blocks of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.inline = Inliner(register).write
        self._noted: set[str] = set()

    def facts(self, block: Block) -> str:
        """The attributes of any block: level, setting, the rule by which it was told."""
        align = f' rend="{block.align}"' if block.align else ""
        if not isinstance(block, InferredBlock):
            return align
        level = f' n="{block.level}"' if isinstance(block, Heading) and block.level else ""
        return level + align + self.register.inferred(block.inferred)

    def element(self, tag: str, block: Block, attributes: str = "") -> str:
        """A block as one element, its own attributes before those of any block."""
        return exact(tag, attributes + self.facts(block), self.inline(block.content))

    def _line(self, block: Opener | Closer, tags: Mapping[str, str]) -> str:
        tag = tags.get(block.role)
        return self.element(tag, block) if tag else self.element("seg", block, f' type="{block.role}"')

    def start(self, block: Heading | Opener) -> str:
        """A block at the start of a `div`; an opener's line stands inside `opener`."""
        return self.element("head", block) if isinstance(block, Heading) else self._line(block, _OPENER_TAGS)

    def end(self, block: Closer | Postscript) -> str:
        """A block at the end of a `div`. A signature has its dates and names side by side."""
        if isinstance(block, Postscript):
            return f"<postscript>{self.element('p', block)}</postscript>"
        alone = len(block.content) == 1 and isinstance(block.content[0], Date)
        if block.role != "signature" or alone:
            return f"<closer>{self._line(block, _CLOSER_TAGS)}</closer>"
        pieces = []
        for inline in block.content:
            written, tag = self.inline((inline,)), _SIGNED_TAGS.get(type(inline))
            pieces.append(f"<{tag}>{written}</{tag}>" if tag else written)
        return exact("closer", self.facts(block), "".join(pieces))

    def anywhere(self, block: Heading | Opener | Closer | Postscript) -> str:
        """`ab`, with the role as subtype."""
        role = f' subtype="{block.role}"' if isinstance(block, Opener | Closer) else ""
        return self.element("ab", block, f' type="{block.type}"{role}')

    def footnote(self, block: Footnote) -> str:
        """`note[@place='foot']`; the first of a number has the identifier."""
        first = block.number not in self._noted
        self._noted.add(block.number)
        given = f' xml:id="{self.register.footnotes[block.number]}"' if first else ""
        content = f"{leaf('label', block.marker)}{self.inline(block.content)}"
        return exact("note", f' place="foot" n="{block.number}"{given}{self.facts(block)}', content)

    def source_note(self, block: SourceNote) -> str:
        """`note[@type='source']`; the statement marked inside its words, or else in `@n`."""
        only = block.content[0]
        if len(block.content) == 1 and isinstance(only, Text) and block.statement in only.text:
            before, found, after = only.text.partition(block.statement)
            content, stated = f'{text(before)}<bibl type="statement">{text(found)}</bibl>{text(after)}', ""
        else:
            content, stated = self.inline(block.content), f' n="{attribute(block.statement)}"'
        return exact("note", f' type="source" place="end"{stated}{self.facts(block)}', content)

    def table(self, block: Table) -> str:
        """`table`; an empty row has one empty cell, which TEI asks for."""
        rows = []
        for number, row in enumerate(block.rows):
            kind = ' role="label"' if number == 0 else ""
            cells = "".join("<cell/>" if cell is None else exact("cell", "", self.inline(cell)) for cell in row)
            rows.append(f"<row{kind}>{cells}</row>" if row else f'<row{kind} rend="empty"><cell/></row>')
        lines = "".join(f"{INDENT}  {row}" for row in rows)
        return f"<table>{lines}{INDENT}</table>"


class BlockReader:
    """Reads blocks of one text: each method those of one element, none where it has no words."""

    def __init__(self, reader: TeiReader) -> None:
        self.reader = reader
        self.inlines = InlineReader(reader)

    def facts(self, kind: type[AnyBlock], element: etree._Element) -> dict[str, Any]:
        """The fields of any block."""
        facts: dict[str, Any] = {"align": known(_ALIGNMENTS, element.get("rend"))}
        if issubclass(kind, InferredBlock):
            facts["inferred"] = read_inference(element)
        if kind is Heading and (level := element.get("n", "")) in {"1", "2", "3", "4", "5", "6"}:
            facts["level"] = int(level)
        return facts

    def block(
        self, kind: type[AnyBlock], element: etree._Element, skip: frozenset[str] = frozenset(), **own: object
    ) -> list[AnyBlock]:
        """The element as a block of a kind, with the fields that only this kind has."""
        content = self.inlines.content(element, skip)
        return [kind.model_validate({"content": content, **self.facts(kind, element), **own})] if content else []

    def anonymous(self, element: etree._Element) -> list[AnyBlock]:
        """`ab`; a paragraph where its type is none of ours."""
        role = element.get("subtype")
        match element.get("type"):
            case "heading":
                return self.block(Heading, element)
            case "postscript":
                return self.block(Postscript, element)
            case "opener" if role in OPENER_ROLES:
                return self.block(Opener, element, role=role)
            case "closer" if role in CLOSER_ROLES:
                return self.block(Closer, element, role=role)
        return self.block(Paragraph, element)

    def head(self, element: etree._Element) -> list[AnyBlock]:
        """`head`."""
        parent = element.getparent()
        enclosure = parent is not None and parent.get("type") == "enclosure" and element.getprevious() is None
        return self.block(Heading, element, enclosure=enclosure)

    def opener(self, element: etree._Element) -> list[AnyBlock]:
        """`opener`: one block for each line inside it, or one for loose words."""
        if _has_words(element, self.reader):
            return self.block(Opener, element, role="other")
        return [block for child in element for block in self.opener_line(child)]

    def opener_line(self, element: etree._Element) -> list[AnyBlock]:
        """`dateline`, `salute`, `seg` and others inside `opener`, or alone."""
        return self.block(Opener, element, role=known(OPENER_ROLES, _role(element, _OPENER_TAGS)) or "other")

    def closer(self, element: etree._Element) -> list[AnyBlock]:
        """`closer`: a signature, or a line of the role that its only child names."""
        only = element[0] if len(element) == 1 and not _has_words(element, self.reader) else element
        role = known(CLOSER_ROLES, _role(only, _CLOSER_TAGS)) if name_of(only) in _CLOSING else None
        return self.block(Closer, only if role else element, role=role or "signature")

    def note(self, element: etree._Element) -> list[AnyBlock]:
        """`note` between blocks: a footnote or the source note."""
        if element.get("type") == "source":
            stated = self._statement(element)
            return self.block(SourceNote, element, statement=stated) if stated else self.block(Paragraph, element)
        number = number_of(element)
        marker = self.reader.child(element, "label") or number
        if number:
            return self.block(Footnote, element, _LABEL, marker=marker, number=number)
        found = self.block(Paragraph, element, _LABEL)
        if found:
            self.reader.report.unknown(element)
        return found

    def _statement(self, note: etree._Element) -> str | None:
        if self.reader.own:
            return line(note.get("n", "")) or self.reader.child(note, "bibl")
        words = _SOURCE_WORD.sub("", self.reader.string(note) or "", count=1)
        return line(words.removesuffix("]").removesuffix("."))

    def rule(self, element: etree._Element) -> list[AnyBlock]:
        """`milestone[@unit='rule']`."""
        verbatim = line(element.get("n", ""))
        if element.get("unit") != "rule" or not verbatim:
            self.reader.report.unknown(element)
            return []
        return [Rule(verbatim=verbatim)]


def _role(element: etree._Element, tags: Mapping[str, str]) -> str | None:
    return next((role for role, tag in tags.items() if tag == name_of(element)), element.get("type"))


def _has_words(element: etree._Element, reader: TeiReader) -> bool:
    """True where words (in our own files: or a blank) stand directly inside an element, not inside its children."""
    nodes = [element.text, *(child.tail for child in element)]
    if reader.own:
        return any(node and not is_indentation(node) for node in nodes)
    return any(line(node) for node in nodes if node)
