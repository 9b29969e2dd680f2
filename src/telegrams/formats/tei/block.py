"""One block ⇄ its element. Where it may stand is the matter of `body`.

Formal beginnings and ends are `head`, `opener`, `closer` and `postscript`; elsewhere in a `div`, where TEI allows none
of these, `ab` with the kind as type. The role of a line is told by its element, or else as the type of `seg`.
"""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from lxml import etree

from telegrams.formats.xml import NAMESPACE, attribute, exact
from telegrams.model.body import (
    CLOSER_ROLES,
    OPENER_ROLES,
    Alignment,
    AnyBlock,
    Block,
    BlockQuote,
    Closer,
    Footnote,
    Heading,
    InferredBlock,
    ListItem,
    Opener,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Speech,
    Table,
)
from telegrams.model.inline import Carried, Content, Markup, Name
from telegrams.model.known import known
from telegrams.model.marks import Date

from .dates import read_inference
from .inline import Inliner, InlineReader
from .labelled import LABELLED, labelled_lines, read_labelled, write_labelled
from .markup import encoding_of, markup, named, overlaid, read_note, start_tag, write_note
from .reader import TEI, TeiReader, is_indentation, line, name_of
from .register import Register

INDENT = "\n        "
_TextBlock = Paragraph | Heading | ListItem | Speech | Opener | Closer | Postscript | Footnote | SourceNote | BlockQuote
"""The blocks that have inlines."""
_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_OPENER_TAGS = {"dateline": "dateline", "salutation": "salute", "stamp": "stamp"}
_CLOSER_TAGS = {"dateline": "dateline", "compliment": "salute"}
_TYPED = frozenset({"type", "subtype"})
_SIGNED_TAGS: Mapping[type, str] = {Date: "dateline", Name: "signed"}
"""The inlines that a signature tells apart; others stand in it as they are."""


def facts(block: Block, register: Register) -> str:
    """The attributes of any block: level, setting, the rule by which it was told."""
    align = f' rend="{block.align}"' if block.align else ""
    if not isinstance(block, InferredBlock):
        return align
    level = f' n="{block.level}"' if isinstance(block, Heading) and block.level else ""
    return level + align + register.inferred(block.inferred)


def quote_facts(block: BlockQuote) -> str:
    """The attribute of a quotation that is not set off otherwise."""
    return "" if block.align else ' rend="block"'


def _line_tag(tags: Mapping[str, str], role: str) -> tuple[str, str]:
    """The element of a line with this role, and its attributes."""
    return (tags[role], "") if role in tags else ("seg", f' type="{role}"')


class BlockWriter:
    """Writes blocks of one document."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.inliner = Inliner(register)
        self.inline = self.inliner.write

    def attributes(self, block: Block, attributes: str = "") -> str:
        """A block's own attributes, those of any block, and those that are carried."""
        return overlaid(attributes + facts(block, self.register), block.encoding, self.register)

    def element(self, tag: str, block: Block, attributes: str = "") -> str:
        """A block as one element."""
        name, told = named(tag, block.encoding), self.attributes(block, attributes)
        if isinstance(block, Opener) and name in LABELLED and (groups := labelled_lines(block.content)):
            return f"<{name}{told}>{write_labelled(groups, self.inliner)}</{name}>"
        return exact(name, told, self.inline(block.content))

    def line(self, block: Opener | Closer) -> str:
        """A line of a formal beginning or end, without the element around it."""
        tag, attributes = _line_tag(_OPENER_TAGS if isinstance(block, Opener) else _CLOSER_TAGS, block.role)
        return self.element(tag, block, attributes)

    def carried(self, block: Carried) -> str:
        """What has no place in the model but its own."""
        if not isinstance(block, Markup):
            return write_note(block)
        name, attributes = start_tag(block.element, block.attributes, self.register)
        inside = self.inline(block.content)
        return exact(name, attributes, inside) if inside else f"<{name}{attributes}/>"

    def start(self, block: Heading | Opener) -> str:
        """A block at the start of a `div`; an opener's line stands inside `opener`."""
        return self.element("head", block) if isinstance(block, Heading) else self.line(block)

    def end(self, block: Closer | Postscript) -> str:
        """A block at the end of a `div`. A signature has its dates and names side by side."""
        if isinstance(block, Postscript):
            return f"<postscript>{self.element('p', block)}</postscript>"
        if block.encoding and block.encoding.element == "signed":
            return self.element("closer", block)
        if not _is_signature(block):
            return f"<closer>{self.line(block)}</closer>"
        pieces = []
        for inline in block.content:
            written, tag = self.inline((inline,)), _SIGNED_TAGS.get(type(inline))
            pieces.append(f"<{tag}>{written}</{tag}>" if tag else written)
        return exact("closer", self.attributes(block), "".join(pieces))

    def anywhere(self, block: Heading | Opener | Closer | Postscript) -> str:
        """`ab`, with the role as subtype; the usual element where an editor's type would take the place of ours.

        So is his `signed`.
        """
        told = block.encoding
        if told and (told.element == "signed" or _TYPED.intersection(dict(told.attributes))):
            if isinstance(block, Closer | Postscript):
                return self.end(block)
            bare = isinstance(block, Heading) or told.element == "opener"
            return self.start(block) if bare else f"<opener>{self.start(block)}</opener>"
        role = f' subtype="{block.role}"' if isinstance(block, Opener | Closer) else ""
        return self.element("ab", block, f' type="{block.type}"{role}')

    def table(self, block: Table) -> str:
        """`table`; an empty row has one empty cell, which TEI asks for."""
        rows = []
        for number, row in enumerate(block.rows):
            kind = ' role="label"' if number == 0 else ""
            cells = "".join("<cell/>" if cell is None else exact("cell", "", self.inline(cell)) for cell in row)
            rows.append(f"<row{kind}>{cells}</row>" if row else f'<row{kind} rend="empty"><cell/></row>')
        lines = "".join(f"{INDENT}  {row}" for row in rows)
        return f"<table{overlaid('', block.encoding, self.register)}>{lines}{INDENT}</table>"


class BlockReader:
    """Reads blocks of one text: each method those of one element."""

    def __init__(self, reader: TeiReader, register: Register) -> None:
        self.reader = reader
        self.register = register
        self.inlines = InlineReader(reader, register)
        self.paragraphs = 0

    def facts(self, kind: type[Block], element: etree._Element) -> dict[str, Any]:
        """The fields of any block."""
        found: dict[str, Any] = {"align": known(_ALIGNMENTS, element.get("rend"))}
        if issubclass(kind, InferredBlock):
            found["inferred"] = read_inference(element)
        if kind is Heading and (level := element.get("n", "")) in {"1", "2", "3", "4", "5", "6"}:
            found["level"] = int(level)
        return found

    def block(
        self,
        kind: type[_TextBlock],
        element: etree._Element,
        tag: str,
        attributes: str | Callable[[Any], str] = "",
        **own: object,
    ) -> list[AnyBlock]:
        """The element as a block of a kind, with the fields that only this kind has; one without content is carried.

        It is compared with the tag and attributes that would be written.
        """
        content = read_labelled(element, self.inlines) if kind is Opener and name_of(element) in LABELLED else None
        content = content or self.inlines.content(element)
        return [self.made(kind, element, content, tag, attributes, **own) if content else markup(element, ())]

    def made(
        self,
        kind: type[_TextBlock],
        element: etree._Element,
        content: Content,
        tag: str,
        attributes: str | Callable[[Any], str] = "",
        **own: object,
    ) -> _TextBlock:
        """The same of an element whose inlines are known, of which there are some."""
        made = kind.model_validate({"content": content, **self.facts(kind, element), **own})
        written = (attributes if isinstance(attributes, str) else attributes(made)) + facts(made, self.register)
        encoding = encoding_of(element, tag, written, exact=True, own=self.reader.own)
        return made.model_copy(update={"encoding": encoding}) if encoding else made

    def carried(self, element: etree._Element) -> list[AnyBlock]:
        """The element as it is, with inlines inside."""
        content = self.inlines.content(element)
        return [read_note(element) or markup(element, content, exact=True, own=self.reader.own)]

    def paragraph(self, element: etree._Element) -> list[AnyBlock]:
        """`p`, and others whose words are a paragraph; its identifier is known by its place among them."""
        usual = f"p{self.paragraphs + 1}"
        given = element.get(f"{NAMESPACE}id") == usual
        expected = usual if given else self.register.paragraph(self.paragraphs + 1)
        found = self.block(Paragraph, element, "p", f' xml:id="{expected}"')
        self.paragraphs += isinstance(found[0], Paragraph)
        return found

    def anonymous(self, element: etree._Element) -> list[AnyBlock]:
        """`ab`; a paragraph where its type is none of ours."""
        kind, role = element.get("type"), element.get("subtype")
        known_type = f' type="{kind}"'
        match kind:
            case "heading":
                return self.block(Heading, element, "ab", known_type)
            case "postscript":
                return self.block(Postscript, element, "ab", known_type)
            case "opener" if role in OPENER_ROLES:
                return self.block(Opener, element, "ab", f'{known_type} subtype="{role}"', role=role)
            case "closer" if role in CLOSER_ROLES:
                return self.block(Closer, element, "ab", f'{known_type} subtype="{role}"', role=role)
        return self.paragraph(element)

    def head(self, element: etree._Element) -> list[AnyBlock]:
        """`head`."""
        parent = element.getparent()
        enclosure = parent is not None and parent.get("type") == "enclosure" and element.getprevious() is None
        return self.block(Heading, element, "head", enclosure=enclosure)

    def opener_line(self, element: etree._Element) -> list[AnyBlock]:
        """`dateline`, `salute`, `seg` and others inside `opener`."""
        name = name_of(element)
        role = next((role for role, tag in _OPENER_TAGS.items() if tag == name), None)
        if role:
            return self.block(Opener, element, name, role=role)
        if name != "seg":
            return self.carried(element)
        role = known(OPENER_ROLES, element.get("type")) or "other"
        return self.block(Opener, element, *_line_tag(_OPENER_TAGS, role), role=role)

    def closer_line(self, element: etree._Element) -> list[AnyBlock]:
        """`dateline`, `salute` and `seg` with the role as type inside `closer`."""
        name = name_of(element)
        role = next((role for role, tag in _CLOSER_TAGS.items() if tag == name), None)
        if role:
            return self.block(Closer, element, name, role=role)
        role = element.get("type", "")
        return self.block(Closer, element, *_line_tag(_CLOSER_TAGS, role), role=role)

    def closer(self, element: etree._Element) -> list[AnyBlock]:
        """`closer`: a line of the role that its only child names, or a signature."""
        only = element[0] if len(element) == 1 and not element.attrib and not has_words(element, self.reader) else None
        if only is not None and _is_line(only, own=self.reader.own):
            return self.closer_line(only)
        return self.block(Closer, element, "closer", role="signature")

    def signed(self, element: etree._Element) -> list[AnyBlock]:
        """`signed` that stands alone."""
        return self.block(Closer, element, "closer", role="signature")

    def rule(self, element: etree._Element) -> list[AnyBlock]:
        """`milestone[@unit='rule']`."""
        verbatim = line(element.get("n", ""))
        if element.get("unit") != "rule" or not verbatim or len(element):
            return self.carried(element)
        made = Rule(verbatim=verbatim)
        return [made.model_copy(update={"encoding": encoding_of(element, "milestone", rule_facts(made))})]


def _is_line(element: etree._Element, *, own: bool) -> bool:
    """Whether the only child of `closer` is a line, and not a part of a signature."""
    dated = (
        len(element) == 1
        and element[0].tag == f"{TEI}date"
        and not line((element.text or "") + (element[0].tail or ""))
    )
    match name_of(element):
        case "salute" | "dateline":
            words = element.text or ""
            return len(element) > 0 or bool(words and not is_indentation(words) if own else line(words))
        case "seg":
            role = element.get("type")
            return role in CLOSER_ROLES and (role != "signature" or dated)
    return False


def rule_facts(block: Rule) -> str:
    """The attributes of a rule."""
    return f' unit="rule" n="{attribute(block.verbatim)}"'


def has_words_alone(element: etree._Element) -> bool:
    """True for an element with words alone."""
    return not len(element) and not element.attrib and bool(line(element.text or ""))


def _is_signature(block: Closer) -> bool:
    """True where the closer is written as a signature, not as a line."""
    alone = len(block.content) == 1 and isinstance(block.content[0], Date)
    return block.role == "signature" and not alone


def has_words(element: etree._Element, reader: TeiReader) -> bool:
    """True where words (in our own files: or a blank) stand directly inside an element, not inside its children."""
    nodes = [element.text, *(child.tail for child in element)]
    if reader.own:
        return any(node and not is_indentation(node) for node in nodes)
    return any(line(node) for node in nodes if node)
