"""What stands inside a block: running text, marks in it, and inlines that hold others.

Every character of the text stands in exactly one `Text` or verbatim field. The names follow TEI where it has a word. An
element that the model has no kind for is carried as `Markup`.
"""

from itertools import pairwise
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field
from typing_extensions import TypeAliasType

from .base import Value
from .dates import HistoricalDate
from .encoding import Attributes, ElementName, Encoded, Encoding
from .inference import Certainty
from .marks import Comment, Mark, ProcessingInstruction, Text
from .strings import LanguageTag, Line, Pointers, Token

SuppliedKind = Literal["word", "expansion", "identity", "term"]
NoteKind = Literal["translator", "editor", "handwritten", "signature", "stamp", "page", "doubt", "bracket"]
EmphasisStyle = Literal["italic", "bold"]
AdditionPlace = Literal[
    "above", "below", "left", "right", "margin", "top", "bottom", "end", "inline", "inspace", "opposite", "overleaf"
]


class Supplied(Encoded):
    """Words the editor or translator supplied: `[and]`, `[Sov]iet`, `Mao [Zedong]` (TEI `supplied`)."""

    type: Literal["supplied"] = "supplied"
    content: "Content"
    """What stands between the brackets."""
    kind: SuppliedKind = "word"
    """`expansion` completes a word, a name or an abbreviation (`Mao [Zedong]`), `identity` names who is meant by a
    pseudonym (`Filippov [Stalin]`), `term` gives the word of the original, `word` goes on with the sentence."""
    doubtful: bool = False
    """True where the editor put a question mark: `[my?]`."""


class Expansion(Encoded):
    """An abbreviation with the letters that complete it: `Com[rade]`, `I[van]` (TEI `expan`)."""

    type: Literal["expansion"] = "expansion"
    content: "Content"


class ApparentError(Encoded):
    """Words that stand so in the source, though apparently wrong: `telegarm` (TEI `sic`)."""

    type: Literal["apparent-error"] = "apparent-error"
    content: "Content"


class Correction(Encoded):
    """What an editor reads for words that are wrong (TEI `corr`)."""

    type: Literal["correction"] = "correction"
    content: "Content"


class Abbreviation(Encoded):
    """An abbreviation as it stands in the source: `Amb.` (TEI `abbr`)."""

    type: Literal["abbreviation"] = "abbreviation"
    content: "Content"


class OriginalForm(Encoded):
    """The spelling of the source, where an editor gives another as well (TEI `orig`)."""

    type: Literal["original-form"] = "original-form"
    content: "Content"


class Regularization(Encoded):
    """A spelling that an editor has made regular (TEI `reg`)."""

    type: Literal["regularization"] = "regularization"
    content: "Content"


class Unclear(Encoded):
    """Words that the editor could not read with certainty (TEI `unclear`)."""

    type: Literal["unclear"] = "unclear"
    content: "Content"
    reason: Token | None = None
    """Why: `faded`, `illegible` or another word of the editor's."""
    certainty: Certainty | None = None
    """How certain the reading is."""


class Foreign(Encoded):
    """Words of another language than those around them (TEI `foreign`)."""

    type: Literal["foreign"] = "foreign"
    content: "Content"
    language: LanguageTag | None = None


class Addition(Encoded):
    """Words that the author or another hand added in the source (TEI `add`)."""

    type: Literal["addition"] = "addition"
    content: "Content"
    place: AdditionPlace | None = None
    """Where they stand, in TEI's words."""


class Deletion(Encoded):
    """Words that are struck out in the source (TEI `del`); no part of the text as it is read."""

    type: Literal["deletion"] = "deletion"
    content: "Content"


class Substitution(Encoded):
    """Words struck out and those put in their place (TEI `subst`)."""

    type: Literal["substitution"] = "substitution"
    content: "Annotated[tuple[Change, ...], AfterValidator(_both_changes)]"


class Choice(Encoded):
    """Several readings of the same words, of which one is read (TEI `choice`): `telegarm`, corrected to `telegram`."""

    type: Literal["choice"] = "choice"
    content: "Annotated[tuple[Reading, ...], Field(min_length=2)]"


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
    """A person's name: that of a signer, or one that an editor marks (TEI `persName`)."""

    type: Literal["name"] = "name"
    content: "Content"
    ref: Pointers | None = None
    """Who it is, where an editor says it; a signer with the last name of a party is that party."""
    key: Line | None = None
    """The name's key in a list elsewhere."""


class PlaceName(Encoded):
    """The name of a place that an editor marks (TEI `placeName`)."""

    type: Literal["place-name"] = "place-name"
    content: "Content"
    ref: Pointers | None = None
    key: Line | None = None


class OrganisationName(Encoded):
    """The name of a body that an editor marks (TEI `orgName`)."""

    type: Literal["organisation-name"] = "organisation-name"
    content: "Content"
    ref: Pointers | None = None
    key: Line | None = None


class Markup(Value):
    """An element of TEI that the model has no kind for, inside a block or in its place; it may be empty."""

    type: Literal["markup"] = "markup"
    element: ElementName
    attributes: Attributes = ()
    content: "AnyContent" = ()


def _distinct_runs(content: tuple["Inline", ...]) -> tuple["Inline", ...]:
    for first, second in pairwise(content) if len(content) > 1 else ():
        if first.type == second.type == "text":
            raise ValueError("two neighbouring runs of text: join them into one")
    return content


def _both_changes(content: tuple["Change", ...]) -> tuple["Change", ...]:
    if {each.type for each in content} != {"addition", "deletion"}:
        raise ValueError("a substitution has something struck out and something added")
    return content


Change = Annotated[Addition | Deletion, Field(discriminator="type")]
Reading = Annotated[
    ApparentError | Correction | Abbreviation | Expansion | OriginalForm | Regularization | Unclear,
    Field(discriminator="type"),
]
"""What a `Choice` is made of."""

Editorial = (
    ApparentError
    | Correction
    | Abbreviation
    | OriginalForm
    | Regularization
    | Unclear
    | Foreign
    | Addition
    | Deletion
    | Substitution
    | Choice
)
"""What an editor marks in the words; the reader of texts finds none of them."""

Container = (
    Supplied | Expansion | EditorialNote | Quote | Emphasis | Link | Name | PlaceName | OrganisationName | Editorial
)
"""The inlines that have inlines inside."""

Carried = Markup | Comment | ProcessingInstruction
"""What an editor's file has besides, inside blocks and between them."""

Inline = Annotated[Text | Mark | Container | Carried, Field(discriminator="type")]
AnyContent = TypeAliasType("AnyContent", Annotated[tuple[Inline, ...], AfterValidator(_distinct_runs)])
"""Inlines in reading order; never two runs of text side by side.

An alias with a name is checked and published once; under a plain one each of the two dozen classes that hold inlines
would have all kinds of them again, which makes a cold start a tenth longer and the JSON Schema twice as long."""
Content = TypeAliasType("Content", Annotated[tuple[Inline, ...], Field(min_length=1), AfterValidator(_distinct_runs)])
"""The same, but not empty, which is asked first: that is quicker."""

# Pydantic takes over what is built and builds all else anew in each class that holds it: so from the inside outwards.
for _each in (HistoricalDate, Encoding, Text, *get_args(Mark), Quote):
    _each.model_rebuild()
