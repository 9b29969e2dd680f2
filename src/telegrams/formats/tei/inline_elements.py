"""The table of the inlines that are regular: kind of inline ⇄ element and attributes."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from telegrams.facts.rules import inference
from telegrams.formats.xml import text
from telegrams.model.inline import (
    Abbreviation,
    Addition,
    ApparentError,
    Choice,
    Container,
    Correction,
    Deletion,
    EditorialNote,
    Emphasis,
    Expansion,
    Foreign,
    Inline,
    Link,
    Name,
    OrganisationName,
    OriginalForm,
    PlaceName,
    Quote,
    Regularization,
    Substitution,
    Supplied,
    Unclear,
)
from telegrams.model.marks import (
    EditorialExpansion,
    FootnoteReference,
    Gap,
    Mark,
    PageNumber,
    Point,
    Sic,
    Space,
    TelegramReference,
    Text,
)

from .attributes import NUMBER, TARGET, Attribute, count, flag, maybe, maybe_word, sign, word
from .brackets import characters
from .register import Register

_BLANK = Text(text=" ")
_ORDINAL = re.compile(r"[0-9]{1,9}\Z")


class InlineElement(NamedTuple):
    """A kind of inline and its element."""

    made: type[Mark | Container]
    names: tuple[str, ...]
    """The element that is written, and others that are read as the same."""
    attributes: tuple[Attribute, ...] = ()
    words: str = "content"
    """The field with the words; but for `content` they hold no inlines. Empty for a kind without words."""
    marked: Callable[[Any], str] = lambda inline: text(inline.verbatim or "")
    """The words of such a field as they are written."""
    around: str = ""
    """The element inside this one that the words stand in."""
    bracketed: bool = False
    """Whether the words stand in the square brackets that `@rend` tells."""
    mixed: bool = True
    """False where elements alone stand inside: blanks between them say nothing."""

    def written(self, inline: Inline, register: Register) -> str:
        """The attributes."""
        attributes = ""
        for each in self.attributes:
            attributes += each.write(inline, register)
        return attributes

    def with_words(self, attributes: str, words: str) -> tuple[str, str]:
        """The attributes and what stands inside: the words in their brackets, in the element around them."""
        if self.bracketed:
            attributes, words = characters(attributes, words)
        return attributes, f"<{self.around}>{words}</{self.around}>" if self.around and words else words

    def holds(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """What stands inside, without blanks that say nothing."""
        return content if self.mixed else tuple(each for each in content if each != _BLANK)

    def is_that_of(self, element: etree._Element) -> bool:
        """True where the element has the attributes that the kind is known by."""
        return all(element.get(each.needed[0]) == each.needed[1] for each in self.attributes if each.needed)


def _translator(inline: Supplied | EditorialExpansion | EditorialNote, register: Register) -> str:
    """Whose words they are, where they are the translator's and there is one."""
    theirs = register.translator and (not isinstance(inline, EditorialNote) or inline.kind == "translator")
    return f' resp="#{register.translator}"' if theirs else ""


def _note(inline: FootnoteReference, register: Register) -> str:
    """The pointer to the note, if the document has it."""
    note = register.footnotes.get(inline.number)
    return f' target="#{note}"' if note else ""


_REF = maybe(Name, "ref", "ref")
_KEY = maybe(Name, "key", "key")
_SIZE = (maybe(Gap, "extent", "extent"), count("quantity", "quantity"), maybe(Gap, "unit", "unit"))


def _party(inline: Name, register: Register) -> str:
    """The pointer that an editor gave, or else to the party with the same last name."""
    if inline.ref:
        return _REF.write(inline, register)
    only = inline.content[0] if len(inline.content) == 1 else None
    signer = register.signer(only.text.strip(" ")) if isinstance(only, Text) else None
    told = register.inferred(inference("signer-last-name")) if signer else ""
    return f' ref="#{signer}"{told} evidence="internal"' if signer else ""


def _ordinal(point: Point) -> str:
    """The label; an ordinal in figures as `num`."""
    words = point.label.rstrip(".):")
    if not words or not _ORDINAL.match(point.number):
        return text(point.label)
    rest = text(point.label[len(words) :])
    return f'<num type="ordinal" value="{point.number}">{text(words)}</num>{rest}'


_BRACKETS = sign("rend", "brackets")
_SHOWN = sign("rend", "brackets", needed=False)
_SHOWN_WORDS = Attribute(lambda gap, _: ' rend="brackets"' if gap.verbatim else "")
_TRANSLATOR = Attribute(_translator)
ELEMENTS = (
    InlineElement(Point, ("seg",), (sign("type", "point"), NUMBER), "label", _ordinal),
    InlineElement(PageNumber, ("fw",), (sign("type", "pageNum"),), "verbatim"),
    InlineElement(TelegramReference, ("ref",), (sign("type", "telegram"), NUMBER), "verbatim"),
    InlineElement(FootnoteReference, ("ref",), (sign("type", "footnote"), NUMBER, Attribute(_note)), "verbatim"),
    InlineElement(Link, ("ref",), (flag("image", "type", "image"), TARGET)),
    InlineElement(
        Gap,
        ("gap",),
        (word(Gap, "reason", "reason", "missing"), *_SIZE, _SHOWN_WORDS),
        "verbatim",
        around="desc",
        bracketed=True,
    ),
    InlineElement(
        Sic, ("note",), (sign("type", "sic"), _BRACKETS), "verbatim", bracketed=True
    ),  # which word the editor means is not said
    InlineElement(
        EditorialNote,
        ("note",),
        (word(EditorialNote, "kind", "type", "bracket"), _TRANSLATOR, _BRACKETS),
        bracketed=True,
    ),
    InlineElement(
        Supplied,
        ("supplied",),
        (
            _TRANSLATOR,
            word(Supplied, "kind", "reason", "word", unsaid="word"),
            flag("doubtful", "cert", "low"),
            _SHOWN,
        ),
        bracketed=True,
    ),
    InlineElement(Expansion, ("expan",)),
    InlineElement(
        EditorialExpansion,
        ("ex",),
        (_TRANSLATOR, flag("doubtful", "cert", "low"), _SHOWN),
        "verbatim",
        bracketed=True,
    ),
    InlineElement(ApparentError, ("sic",)),
    InlineElement(Correction, ("corr",)),
    InlineElement(Abbreviation, ("abbr",)),
    InlineElement(OriginalForm, ("orig",)),
    InlineElement(Regularization, ("reg",)),
    InlineElement(
        Unclear, ("unclear",), (maybe(Unclear, "reason", "reason"), maybe_word(Unclear, "certainty", "cert"))
    ),
    InlineElement(Foreign, ("foreign",), (maybe(Foreign, "language", "xml:lang"),)),
    InlineElement(Addition, ("add",), (maybe_word(Addition, "place", "place"),)),
    InlineElement(Deletion, ("del",)),
    InlineElement(Substitution, ("subst",), mixed=False),
    InlineElement(Choice, ("choice",), mixed=False),
    InlineElement(Quote, ("q", "quote", "said")),
    InlineElement(Emphasis, ("hi", "emph"), (word(Emphasis, "style", "rend", "italic", strong="bold"),)),
    InlineElement(Name, ("persName",), (_REF._replace(write=_party, implied=True), _KEY)),
    InlineElement(PlaceName, ("placeName",), (_REF, _KEY)),
    InlineElement(OrganisationName, ("orgName",), (_REF, _KEY)),
    InlineElement(Space, ("space",), _SIZE, "", lambda _: ""),
)
"""The inlines that are regular; an element is the first whose signs it has. Breaks and dates are Python, below."""

ELEMENT_OF = {row.made: row for row in ELEMENTS}
NAMED = {name: [each for each in ELEMENTS if name in each.names] for row in ELEMENTS for name in row.names}
