"""Blocks → `text`: front, body with one flat `div` and one for each enclosure, back.

TEI lets openers and headings stand at the start of a `div` only, closers and postscripts at its end only. Blocks of
these kinds elsewhere (three telegrams in one record) become `ab` with the kind as type. Runs of openers share one
`opener`, runs of list items one `list`.
"""

from itertools import groupby, pairwise
from typing import Any

from telegrams.formats.xml import attribute, exact, text
from telegrams.model.body import Closer, Date, Footnote, SourceNote, Table, Text
from telegrams.model.document import Document

from .inline import Inliner, page_break
from .register import Register

_ANYWHERE = frozenset({"page-break", "rule", "footnote", "source-note"})
_AT_START = frozenset({"heading", "opener"}) | _ANYWHERE
_AT_END = frozenset({"closer", "postscript"}) | _ANYWHERE
_INDENT = "\n        "
OPENER_TAGS = {"dateline": "dateline", "salutation": "salute", "stamp": "stamp"}
CLOSER_TAGS = {"dateline": "dateline", "compliment": "salute"}


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
        back = ""
        if blocks and isinstance(blocks[-1], SourceNote):
            back = f"\n    <back>\n      {self.source_note(blocks[-1])}\n    </back>"
            blocks = blocks[:-1]
        kind = f' subtype="{subtype}"' if subtype else ""
        main, *enclosures = _parted(blocks)
        divisions = [f'<div type="document"{kind} xml:id="document">{self._division(main)}</div>']
        divisions += (f'<div type="enclosure">{self._division(each)}</div>' for each in enclosures)
        inside = "\n      ".join(divisions)
        return f"<body>\n      {inside}\n    </body>", back

    def _division(self, blocks: tuple[Any, ...]) -> str:
        """What stands inside a `div`."""
        start = next((at for at, block in enumerate(blocks) if block.type not in _AT_START), len(blocks))
        end = len(blocks)
        while end > start and blocks[end - 1].type in _AT_END:
            end -= 1
        if start == end:
            end = len(blocks)
        pieces = [*self._start(blocks[:start]), *self._middle(blocks[start:end]), *map(self._end, blocks[end:])]
        inside = _INDENT.join(pieces)
        return f"{_INDENT}{inside}\n      " if inside else ""

    def _start(self, blocks: tuple[Any, ...]) -> list[str]:
        pieces = []
        for kind, run in groupby(blocks, key=lambda block: block.type):
            if kind == "opener":
                lines = "".join(f"{_INDENT}  {self._opener(block)}" for block in run)
                pieces.append(f"<opener>{lines}{_INDENT}</opener>")
            elif kind == "heading":
                pieces += [self._block("head", block, f"{_level(block)}{_align(block)}") for block in run]
            else:
                pieces += map(self._plain, run)
        return pieces

    def _opener(self, block: Any) -> str:  # noqa: ANN401 - an Opener
        tag = OPENER_TAGS.get(block.role, "seg")
        kind = f' type="{block.role}"' if tag == "seg" else ""
        return self._block(tag, block, kind + _align(block))

    def _middle(self, blocks: tuple[Any, ...]) -> list[str]:
        pieces = []
        for kind, run in groupby(blocks, key=lambda block: block.type):
            if kind == "list-item":
                items = "".join(f"{_INDENT}  {self._item(block)}" for block in run)
                pieces.append(f"<list>{items}{_INDENT}</list>")
            else:
                pieces += map(self._plain, run)
        return pieces

    def _item(self, block: Any) -> str:  # noqa: ANN401 - a ListItem
        return f"<label>{text(block.marker)}</label>{self._block('item', block, _align(block))}"

    def _plain(self, block: Any) -> str:  # noqa: ANN401 - any block
        """A block in a form that is valid anywhere inside the `div`."""
        kind, align = block.type, _align(block)
        if kind == "paragraph":
            self._paragraphs += 1
            return self._block("p", block, f' xml:id="p{self._paragraphs}"{align}')
        if kind in {"heading", "postscript"}:
            return self._block("ab", block, f' type="{kind}"{_level(block)}{align}')
        if kind in {"opener", "closer"}:
            return self._block("ab", block, f' type="{kind}" subtype="{block.role}"{align}')
        if kind == "speech":
            return f"<sp{align}><speaker>{text(block.speaker)}</speaker>{self._block('p', block)}</sp>"
        if kind == "block-quote":
            return self._block("quote", block, f' rend="{block.align or "block"}"')
        if kind == "rule":
            return f'<milestone unit="rule" n="{attribute(block.verbatim)}"/>'
        if kind == "table":
            return self._table(block)
        if kind == "page-break":
            return page_break(block, self.register)
        if kind == "footnote":
            return self._footnote(block)
        return self.source_note(block)

    def _footnote(self, block: Any) -> str:  # noqa: ANN401 - a Footnote
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

    def _end(self, block: Any) -> str:  # noqa: ANN401 - any block
        """A block at the end of the `div`."""
        if block.type == "closer":
            return self._closer(block)
        if block.type == "postscript":
            return f"<postscript>{self._block('p', block, _align(block))}</postscript>"
        return self._plain(block)

    def _closer(self, block: Closer) -> str:
        """`closer` with one inner element for the role; a signature has its dates and names side by side."""
        tag = CLOSER_TAGS.get(block.role, "seg")
        alone = len(block.content) == 1 and isinstance(block.content[0], Date)
        if block.role != "signature" or alone:
            kind = f' type="{block.role}"' if tag == "seg" else ""
            return f"<closer>{self._block(tag, block, kind + _align(block))}</closer>"
        pieces = []
        for inline in block.content:
            written = self.inline((inline,))
            tag = {"date": "dateline", "name": "signed"}.get(inline.type, "")
            pieces.append(f"<{tag}>{written}</{tag}>" if tag else written)
        return exact("closer", _align(block), "".join(pieces))

    def _block(self, tag: str, block: Any, attributes: str = "") -> str:  # noqa: ANN401 - any block with content
        return exact(tag, attributes, self.inline(block.content))


def _parted(blocks: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """The document's own blocks, and those of each enclosure, its heading first."""
    starts = [at for at, block in enumerate(blocks) if block.type == "heading" and block.enclosure]
    return [blocks[start:end] for start, end in pairwise([0, *starts, len(blocks)])]


def _align(block: Any) -> str:  # noqa: ANN401 - any block with content
    return f' rend="{block.align}"' if getattr(block, "align", None) else ""


def _level(block: Any) -> str:  # noqa: ANN401 - any block
    return f' n="{block.level}"' if getattr(block, "level", None) else ""
