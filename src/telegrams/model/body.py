"""The text of a document: flat blocks in reading order, as on the page.

A block's plain text is the concatenation of its inlines (`telegrams.formats.text` writes it). The names follow TEI
where it has a word.

What an editor adds that the model has no kind for is carried: an element as `Markup`, or as `Group` where blocks stand
inside, its attributes as they are; the other attributes of the model's own kinds in their `encoding`.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, get_args

from pydantic import Field

from .base import Value
from .encoding import Attributes, ElementName, Encoded
from .inference import Inference
from .inline import Carried, Content
from .marks import Number, PageBreak
from .strings import Line

OpenerRole = Literal[
    "title",
    "office",
    "classification",
    "copy",
    "form",
    "number",
    "urgency",
    "sender",
    "addressee",
    "routing",
    "dateline",
    "salutation",
    "stamp",
    "other",
]
"""What a line of a document's formal beginning says."""
OPENER_ROLES: tuple[OpenerRole, ...] = get_args(OpenerRole)

CloserRole = Literal["signature", "compliment", "dateline", "record", "distribution", "addressee", "other"]
"""What a line of a document's formal end says."""
CLOSER_ROLES: tuple[CloserRole, ...] = get_args(CloserRole)

Alignment = Literal["center", "right"]


class Block(Encoded):
    """What all blocks of text have."""

    content: Content
    align: Alignment | None = None
    """How the source sets the block, where it is not flush left."""


class InferredBlock(Block):
    """A block whose kind is a conclusion, where no mark of the source states it."""

    inferred: Inference | None = None
    """By which rule it is what it is; none where a mark such as `#` says so, or an editor."""


class Paragraph(Block):
    """A paragraph (TEI `p`). A sentence cut by a page break is one paragraph with a `PageBreak` inside."""

    type: Literal["paragraph"] = "paragraph"


class Heading(InferredBlock):
    """A heading inside the text (TEI `head` or `ab`)."""

    type: Literal["heading"] = "heading"
    level: Annotated[int, Field(ge=1, le=6)] | None = None
    """The number of Markdown `#` before it; none where capitals or setting make the heading."""
    enclosure: bool = False
    """True where it heads a document that is enclosed; everything up to the next such heading belongs to it."""


class ListItem(Block):
    """An item of a list (TEI `list/item`)."""

    type: Literal["list-item"] = "list-item"
    marker: Line | None = None
    """The dash, bullet or number before it, as written; none where an editor gave it none."""


class Speech(InferredBlock):
    """One speaker's turn in a dialogue (TEI `sp`)."""

    type: Literal["speech"] = "speech"
    speaker: Line | None = None
    """The speaker's label as written, with its colon or full stop; none where the turn before goes on."""


class Opener(InferredBlock):
    """One line of the formal beginning of a document (TEI `opener`)."""

    type: Literal["opener"] = "opener"
    role: OpenerRole


class Closer(InferredBlock):
    """One line or group of lines of the formal end of a document (TEI `closer`)."""

    type: Literal["closer"] = "closer"
    role: CloserRole


class Postscript(Block):
    """Words after the signature (TEI `postscript`)."""

    type: Literal["postscript"] = "postscript"


class Footnote(Block):
    """A note at the end of the text (TEI `note[@place='foot']`)."""

    type: Literal["footnote"] = "footnote"
    marker: Line | None = None
    """As written: `[1]`; none where an editor gave it none."""
    number: Number


class SourceNote(Block):
    """The closing note `[Source: …]` that repeats the source statement (TEI `note[@type='source']`)."""

    type: Literal["source-note"] = "source-note"
    statement: Line
    """The statement inside the brackets, without the word `Source:` and a final full stop."""


class BlockQuote(Block):
    """A paragraph set off by Markdown `>` (TEI `quote`)."""

    type: Literal["block-quote"] = "block-quote"


class Rule(Encoded):
    """A line of dashes or stars between parts (TEI `milestone`)."""

    type: Literal["rule"] = "rule"
    verbatim: Line


class Table(Encoded):
    """A Markdown table (TEI `table`)."""

    type: Literal["table"] = "table"
    rows: Annotated[tuple[tuple[Content | None, ...], ...], Field(min_length=1)]
    """Rows of cells; the first row is the heading. An empty cell is null."""


class Group(Value):
    """An element of TEI that holds blocks and that the model has no kind for: a part with a head, a quoted letter."""

    type: Literal["group"] = "group"
    element: ElementName
    attributes: Attributes = ()
    blocks: Annotated[tuple["AnyBlock", ...], Field(min_length=1)]
    beside: bool = False
    """True where it stands beside the division of the document itself, not in it."""


Structure = Literal["text", "body", "div"]


class Frame(Encoded):
    """The encoding of an element around the blocks."""

    element: Structure
    """`div` is the division of the document itself."""


AnyBlock = Annotated[
    Paragraph
    | Heading
    | ListItem
    | Speech
    | Opener
    | Closer
    | Postscript
    | Footnote
    | SourceNote
    | BlockQuote
    | Rule
    | Table
    | PageBreak
    | Group
    | Carried,
    Field(discriminator="type"),
]


def leaf_blocks(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """The blocks in reading order, for each group those inside it."""
    for block in blocks:
        if block.type == "group":
            yield from leaf_blocks(block.blocks)
        else:
            yield block
