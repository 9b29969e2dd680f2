"""The inlines without others inside: running text, breaks, dates, references, gaps, and comments of an editor."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Value
from .dates import HistoricalDate
from .encoding import AttributeName, CommentText, Encoded, InstructionText
from .inference import Inference
from .strings import FilePointers, Line, Run, Token

Count = Annotated[int, Field(ge=0, le=10**9 - 1)]

Number = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z./-]{1,20}$")]
"""A point's or telegram's number in plain figures or letters."""

GapReason = Literal["omitted", "illegible", "missing"]


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
    number: Line | None = None
    """The number of the page, where an editor gives it."""
    facs: FilePointers | None = None
    """Where a picture of the page is."""


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


class Gap(Encoded):
    """Text that is missing: `[...]`, `[one word missing]`, `[illegible]` (TEI `gap`)."""

    type: Literal["gap"] = "gap"
    verbatim: Line | None = None
    """The words between the brackets; none where an editor only marks the place."""
    reason: GapReason
    extent: Line | None = None
    """How much is missing, in words."""
    quantity: Count | None = None
    """How many of the unit are missing."""
    unit: Token | None = None
    """`words`, `lines`, `pages` or another unit."""


class Space(Encoded):
    """A space that the source leaves empty (TEI `space`)."""

    type: Literal["space"] = "space"
    extent: Line | None = None
    """How large it is, in words."""
    quantity: Count | None = None
    unit: Token | None = None


class Sic(Encoded):
    """The editor's assurance that the source reads so: `[sic]`, `[sic, probably “can”]` (TEI `sic`)."""

    type: Literal["sic"] = "sic"
    verbatim: Line
    """The words between the brackets."""


class EditorialExpansion(Encoded):
    """Letters that an editor adds to an abbreviation, inside an `Expansion`: `[rade]` (TEI `ex`)."""

    type: Literal["editorial-expansion"] = "editorial-expansion"
    verbatim: Line
    """What stands between the brackets."""
    doubtful: bool = False
    """True where the editor put a question mark: `G[roup?]`."""


class Comment(Value):
    """A comment in a TEI file: no part of the text."""

    type: Literal["comment"] = "comment"
    verbatim: CommentText


class ProcessingInstruction(Value):
    """A word to a program in a TEI file: no part of the text."""

    type: Literal["processing-instruction"] = "processing-instruction"
    target: AttributeName
    data: InstructionText | None = None


Mark = (
    LineBreak
    | PageBreak
    | PageNumber
    | Date
    | Point
    | TelegramReference
    | FootnoteReference
    | Gap
    | Space
    | Sic
    | EditorialExpansion
)
"""The inlines, other than running text, that have no inlines inside."""
