"""How a TEI file encodes what it encodes otherwise than this package would: carried, so that it comes out again.

Names are those of TEI. What lies outside its namespace has the name in Clark's notation, `{namespace}name`; `xml:id`,
`xml:lang` and `xml:space` are written so. No name declares a namespace.
"""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, model_validator

from .base import Value

_START = r"A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF"
_LOCAL = rf"[{_START}][{_START}0-9.\u00B7\u0300-\u036F-]*"
_NAMESPACE = r"\{[!#-;=?-\[\]_a-z~]+\}"
_LAST = r"\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF"
_CHARACTER = rf"\t\n\r\u0020-{_LAST}"
_UNHYPHENED = rf"\t\n\u0020-,.-{_LAST}"
_NO_QUESTION = rf"\t\n\u0020->@-{_LAST}"
_NO_END = rf"\t\n\u0020-=@-{_LAST}"

ElementName = Annotated[str, StringConstraints(pattern=rf"^(?:{_NAMESPACE})?{_LOCAL}$")]
"""`seg`, `{http://www.w3.org/1998/Math/MathML}math`."""

_ATTRIBUTE = rf"^(?:xml:(?:id|lang|space|base)|(?:{_NAMESPACE})?{_LOCAL})$"
AttributeName = Annotated[str, StringConstraints(pattern=_ATTRIBUTE)]
"""`rend`, `xml:id`, `{http://www.w3.org/1999/xlink}href`."""

AttributeValue = Annotated[str, StringConstraints(pattern=rf"^[{_CHARACTER}]*$")]
"""Any characters that XML can carry."""

CommentText = Annotated[str, StringConstraints(pattern=rf"^(?:[{_UNHYPHENED}]|-[{_UNHYPHENED}])*$")]
"""Without two hyphens side by side and without one at the end, as XML asks."""

_STEP = rf"[{_NO_QUESTION}]|\?+[{_NO_END}]"
InstructionText = Annotated[
    str, StringConstraints(pattern=rf"^(?:(?:[!->@-{_LAST}]|\?+[{_NO_END}])(?:{_STEP})*\?*|\?+)$")
]
"""Without `?>`, and without white space at its beginning."""


def _in_order(attributes: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, str | None], ...]:
    names = [name for name, _ in attributes]
    if names != sorted(set(names)):
        raise ValueError("attributes stand in the order of their names, each once")
    if "xmlns" in names:
        raise ValueError("an attribute declares a namespace")
    return attributes


Attributes = Annotated[tuple[tuple[AttributeName, AttributeValue], ...], AfterValidator(_in_order)]
"""Names and values, in the order of the names."""

Differences = Annotated[tuple[tuple[AttributeName, AttributeValue | None], ...], AfterValidator(_in_order)]
"""The same, with null for an attribute that is not there."""


class Encoding(Value):
    """How the element differs from the one that this package would write for the same fields.

    What a field says is no part of it: where both speak of it, the attribute is written, and read as the field.
    """

    element: ElementName | None = None
    """Its name, if it is another: `emph` for an `Emphasis`."""
    attributes: Differences = ()
    """The attributes that are there besides, or have other values; null for those that are not there."""

    @model_validator(mode="after")
    def _says_something(self) -> "Encoding":
        if self.element is None and not self.attributes:
            raise ValueError("an encoding that says nothing: leave it out")
        return self


class Encoded(Value):
    """What stands in an element of its own."""

    encoding: Encoding | None = None
    """How a TEI file encodes it, where that is not as this package does."""
