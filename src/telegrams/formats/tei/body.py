"""Blocks → `text`: front, body with one flat `div` and one for each enclosure, back.

TEI lets openers and headings stand at the start of a `div` only, closers and postscripts at its end only. Blocks of
these kinds elsewhere (three telegrams in one record) become `ab` with the kind as type. Runs of openers share one
`opener`, runs of list items one `list`.
"""

from collections.abc import Callable
from itertools import groupby, pairwise
from typing import assert_never

from telegrams.formats.xml import attribute, exact, text
from telegrams.model.body import (
    AnyBlock,
    Block,
    BlockQuote,
    Closer,
    Date,
    Footnote,
    Heading,
    InferredBlock,
    ListItem,
    Name,
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

from .inline import Inliner, page_break
from .register import Register

_ANYWHERE: frozenset[type] = frozenset({PageBreak, Rule, Footnote, SourceNote})
_AT_START = frozenset({Heading, Opener}) | _ANYWHERE
_AT_END = frozenset({Closer, Postscript}) | _ANYWHERE
_INDENT = "\n        "
OPENER_TAGS = {"dateline": "dateline", "salutation": "salute", "stamp": "stamp"}
CLOSER_TAGS = {"dateline": "dateline", "compliment": "salute"}
_SIGNED_TAGS: dict[type, str] = {Date: "dateline", Name: "signed"}
"""The inlines that a signature tells apart; others stand in it as they are."""

_Blocks = tuple[AnyBlock, ...]


class BodyWriter:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, register: Register) -> None:
        self.register = register
        self.inline = Inliner(register).write
        self._paragraphs = 0
        self._body = document.body
        notes = [block for block in document.body if isinstance(block, Footnote)]
        self._first_footnotes = {note.number: note for note in reversed(notes)}

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
        inside = _INDENT.join(pieces)
        return f"{_INDENT}{inside}\n      " if inside else ""

    def _start(self, block: AnyBlock) -> str:
        """A block at the start of the `div`; an opener's line stands inside `opener`."""
        if isinstance(block, Heading):
            return self._block("head", block, f"{_level(block)}{self._facts(block)}")
        if isinstance(block, Opener):
            tag = OPENER_TAGS.get(block.role, "seg")
            kind = f' type="{block.role}"' if tag == "seg" else ""
            return self._block(tag, block, kind + self._facts(block))
        return self._plain(block)

    def _plain(self, block: AnyBlock) -> str:
        """A block in a form that is valid anywhere inside the `div`; an item stands inside `list`."""
        match block:
            case Paragraph():
                self._paragraphs += 1
                return self._block("p", block, f' xml:id="{self.register.own(f"p{self._paragraphs}")}"{_align(block)}')
            case ListItem():
                return f"<label>{text(block.marker)}</label>{self._block('item', block, _align(block))}"
            case Speech():
                speaker = f"<speaker>{text(block.speaker)}</speaker>"
                return f"<sp{self._facts(block)}>{speaker}{self._block('p', block)}</sp>"
            case Heading() | Postscript():
                level = _level(block) if isinstance(block, Heading) else ""
                return self._block("ab", block, f' type="{block.type}"{level}{self._facts(block)}')
            case Opener() | Closer():
                return self._block("ab", block, f' type="{block.type}" subtype="{block.role}"{self._facts(block)}')
            case BlockQuote():
                return self._block("quote", block, f' rend="{block.align or "block"}"')
            case Footnote():
                return self._footnote(block)
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
                return self._table(block)
            case PageBreak():
                return page_break(block, self.register)
            case _:
                assert_never(block)

    def _footnote(self, block: Footnote) -> str:
        given = self.register.footnotes.get(block.number)
        label = f' xml:id="{given}"' if given and block is self._first_footnotes[block.number] else ""
        content = f"<label>{text(block.marker)}</label>{self.inline(block.content)}"
        return exact("note", f' place="foot" n="{block.number}"{label}{_align(block)}', content)

    def source_note(self, block: SourceNote) -> str:
        """`note[@type='source']`; the statement marked inside its words, or else in `@n`."""
        content, stated = None, ""
        if len(block.content) == 1 and isinstance(words := block.content[0], Text):
            before, found, after = words.text.partition(block.statement)
            if found:
                content = f'{text(before)}<bibl type="statement">{text(found)}</bibl>{text(after)}'
        if content is None:
            content, stated = self.inline(block.content), f' n="{attribute(block.statement)}"'
        return exact("note", f' type="source" place="end"{stated}{_align(block)}', content)

    def _table(self, block: Table) -> str:
        rows = []
        for number, row in enumerate(block.rows):
            kind = ' role="label"' if number == 0 else ""
            cells = "".join("<cell/>" if cell is None else exact("cell", "", self.inline(cell)) for cell in row)
            rows.append(f"<row{kind}>{cells}</row>" if row else f'<row{kind} rend="empty"><cell/></row>')
        lines = "".join(f"{_INDENT}  {row}" for row in rows)
        return f"<table>{lines}{_INDENT}</table>"

    def _end(self, block: AnyBlock) -> str:
        """A block at the end of the `div`."""
        if isinstance(block, Closer):
            return self._closer(block)
        if isinstance(block, Postscript):
            return f"<postscript>{self._block('p', block, _align(block))}</postscript>"
        return self._plain(block)

    def _closer(self, block: Closer) -> str:
        """`closer` with one inner element for the role; a signature has its dates and names side by side."""
        tag = CLOSER_TAGS.get(block.role, "seg")
        alone = len(block.content) == 1 and isinstance(block.content[0], Date)
        if block.role != "signature" or alone:
            kind = f' type="{block.role}"' if tag == "seg" else ""
            return f"<closer>{self._block(tag, block, kind + self._facts(block))}</closer>"
        pieces = []
        for inline in block.content:
            written = self.inline((inline,))
            tag = _SIGNED_TAGS.get(type(inline), "")
            pieces.append(f"<{tag}>{written}</{tag}>" if tag else written)
        return exact("closer", self._facts(block), "".join(pieces))

    def _facts(self, block: Block) -> str:
        """How the block is set, and by which rule it is what it is."""
        inferred = block.inferred if isinstance(block, InferredBlock) else None
        return _align(block) + self.register.inferred(inferred)

    def _block(self, tag: str, block: Block, attributes: str = "") -> str:
        return exact(tag, attributes, self.inline(block.content))


def _gathered(blocks: _Blocks, write: Callable[[AnyBlock], str], kind: type[Block], tag: str) -> list[str]:
    """The blocks one by one, but a run of one kind together in one element."""
    pieces: list[str] = []
    for each, run in groupby(blocks, key=type):
        written = map(write, run)
        if each is kind:
            lines = "".join(f"{_INDENT}  {one}" for one in written)
            pieces.append(f"<{tag}>{lines}{_INDENT}</{tag}>")
        else:
            pieces += written
    return pieces


def _parted(blocks: _Blocks) -> list[_Blocks]:
    """The document's own blocks, and those of each enclosure, its heading first."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.enclosure]
    return [blocks[start:end] for start, end in pairwise([0, *starts, len(blocks)])]


def _align(block: Block) -> str:
    return f' rend="{block.align}"' if block.align else ""


def _level(block: Heading) -> str:
    return f' n="{block.level}"' if block.level else ""
