"""The text of a document: blocks and, inside them, inlines. Flat blocks in reading order, as on the page.

Every character of the text stands in exactly one `Text` or verbatim field; a block's plain text is the
concatenation of its inlines (`telegrams.formats.text` writes it). The names follow TEI where it has a word.

What an editor adds that the model has no kind for is carried: an element as `Markup`, or as `Group` where blocks stand
inside, its attributes as they are; the other attributes of the model's own kinds in their `encoding`.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from .base import Value
from .dates import HistoricalDate
from .encoding import AttributeName, Attributes, CommentText, ElementName, Encoded, InstructionText
from .inference import Inference
from .strings import Line, Run

Number = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z./-]{1,20}$")]
"""A point's or telegram's number in plain figures or letters."""


class Text(Value):
    """Plain running text."""

    type: Literal["text"] = "text"
    text: Run


class LineBreak(Encoded):
    """The end of a line that the source sets on purpose (TEI `lb`)."""

    type: Literal["line-break"] = "line-break"
    inside_word: bool = False
    """True where it parts a word, which then has no blank here (TEI `@break`)."""


class PageBreak(Encoded):
    """The beginning of a new page (TEI `pb`); explicit where the source marks it by a form feed."""

    type: Literal["page-break"] = "page-break"
    inferred: Inference | None = None
    """Set where a blank line that cuts a sentence makes a page break likely."""


class PageNumber(Encoded):
    """The number of a page as it stands on it, in a line of its own: `- 4 -` (TEI `fw[@type='pageNum']`)."""

    type: Literal["page-number"] = "page-number"
    verbatim: Line


class Date(Encoded):
    """A date inside the text (TEI `date`)."""

    type: Literal["date"] = "date"
    date: HistoricalDate


class Point(Encoded):
    """The label that numbers a point or paragraph: `First.`, `2.`, `a)` (TEI `seg[@type='point']`)."""

    type: Literal["point"] = "point"
    label: Line
    """As written, with its punctuation."""
    number: Number
    """`1` for `First.`, `a` for `a)`."""


class TelegramReference(Encoded):
    """The mention of a telegram by its number: `your #1255` (TEI `ref[@type='telegram']`)."""

    type: Literal["telegram-reference"] = "telegram-reference"
    verbatim: Line
    number: Number


class FootnoteReference(Encoded):
    """The marker of a footnote inside the text: `[1]`."""

    type: Literal["footnote-reference"] = "footnote-reference"
    verbatim: Line
    number: Number


GapReason = Literal["omitted", "illegible", "missing"]
SuppliedKind = Literal["word", "expansion", "identity", "term"]
NoteKind = Literal["translator", "editor", "handwritten", "signature", "stamp", "page", "doubt", "bracket"]
EmphasisStyle = Literal["italic", "bold"]


class Gap(Encoded):
    """Text that is missing: `[...]`, `[one word missing]`, `[illegible]` (TEI `gap`)."""

    type: Literal["gap"] = "gap"
    verbatim: Line | None = None
    """The words between the brackets; none where an editor only marks the place."""
    reason: GapReason


class Sic(Encoded):
    """The editor's assurance that the source reads so: `[sic]`, `[sic, probably “can”]` (TEI `sic`)."""

    type: Literal["sic"] = "sic"
    verbatim: Line
    """The words between the brackets."""


class Supplied(Encoded):
    """Words the editor or translator supplied: `[and]`, `Com[rade]`, `Mao [Zedong]` (TEI `supplied`, `ex`)."""

    type: Literal["supplied"] = "supplied"
    content: "Content"
    """What stands between the brackets."""
    kind: SuppliedKind = "word"
    """`expansion` completes a word, a name or an abbreviation (`Mao [Zedong]`), `identity` names who is meant by a
    pseudonym (`Filippov [Stalin]`), `term` gives the word of the original, `word` goes on with the sentence."""
    doubtful: bool = False
    """True where the editor put a question mark: `[my?]`."""


class EditorialNote(Encoded):
    """A remark in square brackets: `[Translator's note: …]`, `[signature]`, or one of unknown sense (TEI `note`)."""

    type: Literal["note"] = "note"
    content: "Content"
    """What stands between the brackets."""
    kind: NoteKind = "bracket"


class Quote(Encoded):
    """A quotation with its quotation marks inside (TEI `q`)."""

    type: Literal["quote"] = "quote"
    content: "Content"


class Emphasis(Encoded):
    """Words set in italics or bold by Markdown marks (TEI `hi`)."""

    type: Literal["emphasis"] = "emphasis"
    content: "Content"
    style: EmphasisStyle = "italic"


class Link(Encoded):
    """A Markdown link or image (TEI `ref`, `graphic`)."""

    type: Literal["link"] = "link"
    content: "Content"
    target: Line
    image: bool = False


class Name(Encoded):
    """The name of a signer or speaker (TEI `persName`)."""

    type: Literal["name"] = "name"
    content: "Content"


class Markup(Value):
    """An element of TEI that the model has no kind for, inside a block or in its place; it may be empty."""

    type: Literal["markup"] = "markup"
    element: ElementName
    attributes: Attributes = ()
    content: "AnyContent" = ()


class Comment(Value):
    """A comment in a TEI file: no part of the text."""

    type: Literal["comment"] = "comment"
    verbatim: CommentText


class ProcessingInstruction(Value):
    """A word to a program in a TEI file: no part of the text."""

    type: Literal["processing-instruction"] = "processing-instruction"
    target: AttributeName
    data: InstructionText | None = None


def _distinct_runs(content: tuple["Inline", ...]) -> tuple["Inline", ...]:
    for first, second in pairwise(content):
        if first.type == second.type == "text":
            raise ValueError("two neighbouring runs of text: join them into one")
    return content


Mark = LineBreak | PageBreak | PageNumber | Date | Point | TelegramReference | FootnoteReference | Gap | Sic
"""The inlines, other than running text, that have no inlines inside."""

Container = Supplied | EditorialNote | Quote | Emphasis | Link | Name
"""The inlines that have inlines inside."""

Carried = Markup | Comment | ProcessingInstruction
"""What an editor's file has besides, inside blocks and between them."""

Inline = Annotated[Text | Mark | Container | Carried, Field(discriminator="type")]
AnyContent = Annotated[tuple[Inline, ...], AfterValidator(_distinct_runs)]
"""Inlines in reading order; never two runs of text side by side."""
Content = Annotated[AnyContent, Field(min_length=1)]
"""The same, but not empty."""


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
    marker: Line
    """As written: `[1]`."""
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
