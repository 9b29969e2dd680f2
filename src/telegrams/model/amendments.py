"""What an editor changed in the header of a TEI file and no field of the model holds: carried as it is.

A `place` is the way from the file to an element that this package writes. Its steps are names of elements, with `#`
and the identifier or `.` and the type where the element has one, with `:2` for the second of its kind:
`TEI/teiHeader/fileDesc/titleStmt/title.main`. Empty, it is the file itself, around `TEI`.
"""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from .base import Value
from .encoding import AttributeName, AttributeValue
from .inline import Carried, Markup
from .marks import Comment, ProcessingInstruction, Text

_STEP = r"[^/\u0000-\u0020\uFFFE\uFFFF]+"
# Lengths stand beside the patterns: a count over all letters of Unicode makes an automaton of megabytes.
Step = Annotated[str, StringConstraints(pattern=rf"^(?:{_STEP})?$", max_length=300)]
Place = Annotated[str, StringConstraints(pattern=rf"^(?:{_STEP}(?:/{_STEP})*)?$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]


def _carried_alone(carried: Carried) -> Carried:
    if isinstance(carried, Markup):
        for each in carried.content:
            if isinstance(each, Markup | Comment | ProcessingInstruction):
                _carried_alone(each)
            elif not isinstance(each, Text):
                raise ValueError("in a header stand words and what is carried alone")
    return carried


Described = Annotated[Carried, Field(discriminator="type"), AfterValidator(_carried_alone)]
"""Carried, with words and nothing but carried things inside: a header has no inlines of the text."""


class Insertion(Value):
    """Something that stands in an element besides what this package writes there."""

    type: Literal["insertion"] = "insertion"
    place: Place
    """The element that it stands in."""
    after: Step = ""
    """The child that it stands behind, as the step that leads there; empty at the beginning."""
    carried: Described


class Replacement(Value):
    """Another element in the place of one that this package writes, or none."""

    type: Literal["replacement"] = "replacement"
    place: Place
    carried: Annotated[Markup, AfterValidator(_carried_alone)] | None = None
    """None where the element was taken away."""
    instead: Digest
    """Of the element that this package writes; where that has changed, it is written after all."""


class AttributeChange(Value):
    """An attribute of an element that this package writes."""

    type: Literal["attribute"] = "attribute"
    place: Place
    name: AttributeName
    value: AttributeValue | None = None
    """None where the attribute was taken away."""
    instead: AttributeValue | None = None
    """The value that this package writes, if any; where that has changed, it is written after all."""


class Renaming(Value):
    """An identifier that an editor gave in the place of one that this package gives; pointers follow."""

    type: Literal["renaming"] = "renaming"
    name: Step
    given: Annotated[str, StringConstraints(pattern=r"^[^\W\d][\w.\u00B7-]*$", max_length=200)]


Amendment = Annotated[Insertion | Replacement | AttributeChange | Renaming, Field(discriminator="type")]
