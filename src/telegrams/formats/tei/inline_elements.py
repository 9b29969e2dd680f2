"""The table of the inlines that are regular: kind of inline ⇄ element and attributes."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lxml import etree

from telegrams.facts.rules import inference
from telegrams.formats.xml import leaf, text
from telegrams.model.inline import (
    Container,
    EditorialExpansion,
    EditorialNote,
    Emphasis,
    Expansion,
    FootnoteReference,
    Gap,
    Inline,
    Link,
    Mark,
    Name,
    PageNumber,
    Point,
    Quote,
    Sic,
    Supplied,
    TelegramReference,
    Text,
)

from .attributes import NUMBER, TARGET, Attribute, flag, sign, word
from .register import Register

_ORDINAL = re.compile(r"[0-9]{1,9}\Z")


class InlineElement(NamedTuple):
    """A kind of inline and its element."""

    made: type[Mark | Container]
    names: tuple[str, ...]
    """The element that is written, and others that are read as the same."""
    attributes: tuple[Attribute, ...] = ()
    words: str = "content"
    """The field with the words; but for `content` they hold no inlines."""
    marked: Callable[[Any], str] = lambda inline: text(inline.verbatim)
    """The words of such a field as they are written."""

    def written(self, inline: Inline, register: Register) -> str:
        """The attributes."""
        attributes = ""
        for each in self.attributes:
            attributes += each.write(inline, register)
        return attributes

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


def _party(inline: Name, register: Register) -> str:
    """The pointer to the party with the same last name."""
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
        (word(Gap, "reason", "reason", "missing"), _SHOWN),
        "verbatim",
        lambda gap: leaf("desc", gap.verbatim),
    ),
    InlineElement(
        Sic, ("note",), (sign("type", "sic"), _BRACKETS), "verbatim"
    ),  # which word the editor means is not said
    InlineElement(EditorialNote, ("note",), (word(EditorialNote, "kind", "type", "bracket"), _TRANSLATOR, _BRACKETS)),
    InlineElement(
        Supplied,
        ("supplied",),
        (
            _TRANSLATOR,
            word(Supplied, "kind", "reason", "word", unsaid="word"),
            flag("doubtful", "cert", "low"),
            _SHOWN,
        ),
    ),
    InlineElement(Expansion, ("expan",)),
    InlineElement(EditorialExpansion, ("ex",), (_TRANSLATOR, flag("doubtful", "cert", "low"), _SHOWN), "verbatim"),
    InlineElement(Quote, ("q", "quote", "said")),
    InlineElement(Emphasis, ("hi", "emph"), (word(Emphasis, "style", "rend", "italic", strong="bold"),)),
    InlineElement(Name, ("persName",), (Attribute(_party),)),
)
"""The inlines that are regular; an element is the first whose signs it has. Breaks and dates are Python, below."""

ELEMENT_OF = {row.made: row for row in ELEMENTS}
NAMED = {name: [each for each in ELEMENTS if name in each.names] for row in ELEMENTS for name in row.names}
