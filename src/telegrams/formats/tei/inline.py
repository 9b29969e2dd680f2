"""Inlines → the mixed content of a block, on one line.

A single blank is written before every `lb` and `pb`, so that stripping the tags never glues words; the reader
takes it away again. Square brackets of editorial inlines are not in the content: `@rend="brackets"` stands for them.
"""

import re
from typing import assert_never

from telegrams.errors import WriteError
from telegrams.facts.rules import inference
from telegrams.formats.publication import is_address
from telegrams.formats.xml import MAX_DEPTH, attribute, text
from telegrams.model.body import (
    Container,
    Content,
    Date,
    EditorialNote,
    Emphasis,
    FootnoteReference,
    Gap,
    Inline,
    LineBreak,
    Link,
    Name,
    PageBreak,
    Point,
    Quote,
    Sic,
    Supplied,
    TelegramReference,
    Text,
)

from .dates import write_inline_date
from .register import Register

_ORDINAL = re.compile(r"[0-9]{1,9}\Z")


class Inliner:
    """Writes inlines for one document."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def write(self, content: Content, depth: int = 1) -> str:
        """The mixed content. Raises `WriteError` where inlines nest deeper than XML readers go."""
        if depth > MAX_DEPTH:
            raise WriteError(f"inline elements nest deeper than {MAX_DEPTH} levels")
        return "".join([self._inline(inline, depth) for inline in content])

    def _inline(self, inline: Inline, depth: int) -> str:
        match inline:
            case Text():
                return text(inline.text)
            case LineBreak():
                return " <lb/>"
            case Date():
                return write_inline_date(inline.date, self.register)
            case TelegramReference():
                self.register.references.append(inline)
                return f'<ref type="telegram" n="{inline.number}">{text(inline.verbatim)}</ref>'
            case PageBreak():
                return " " + page_break(inline, self.register)
            case Point():
                return self.point(inline)
            case FootnoteReference():
                return self.footnote_reference(inline)
            case Gap():
                return f'<gap reason="{inline.reason}" rend="brackets"><desc>{text(inline.verbatim)}</desc></gap>'
            case Sic():  # which word the editor means is not said
                return f'<note type="sic" rend="brackets">{text(inline.verbatim)}</note>'
            case _:
                return self._container(inline, self.write(inline.content, depth + 1))

    def _container(self, inline: Container, inside: str) -> str:
        match inline:
            case Quote():
                return f"<q>{inside}</q>"
            case Name():
                return self.name(inline, inside)
            case Supplied():
                return self.supplied(inline, inside)
            case EditorialNote():
                by = self._translator() if inline.kind == "translator" else ""
                return f'<note type="{inline.kind}"{by} rend="brackets">{inside}</note>'
            case Emphasis():
                return f'<hi rend="{inline.style}">{inside}</hi>'
            case Link():
                image = ' type="image"' if inline.image else ""
                return f"<ref{image}{target(inline.target)}>{inside}</ref>"
            case _:
                assert_never(inline)

    def point(self, inline: Point) -> str:
        """`seg[@type='point']`; an ordinal in figures also as `num`."""
        label = text(inline.label)
        if _ORDINAL.match(inline.number):
            words = inline.label.rstrip(".):")
            if words:
                rest = text(inline.label[len(words) :])
                label = f'<num type="ordinal" value="{inline.number}">{text(words)}</num>{rest}'
        return f'<seg type="point" n="{inline.number}">{label}</seg>'

    def footnote_reference(self, inline: FootnoteReference) -> str:
        """`ref[@type='footnote']`, pointing to the note if the document has it."""
        note = self.register.footnotes.get(inline.number)
        target = f' target="#{note}"' if note else ""
        return f'<ref type="footnote" n="{inline.number}"{target}>{text(inline.verbatim)}</ref>'

    def supplied(self, inline: Supplied, inside: str) -> str:
        """`supplied`, by the translator where there is one."""
        reason = "" if inline.kind == "word" else f' reason="{inline.kind}"'
        doubt = ' cert="low"' if inline.doubtful else ""
        return f'<supplied{self._translator()}{reason}{doubt} rend="brackets">{inside}</supplied>'

    def name(self, inline: Name, inside: str) -> str:
        """`persName`, pointing to the party with the same last name."""
        only = inline.content[0] if len(inline.content) == 1 else None
        signer = self.register.signer(only.text.strip(" ")) if isinstance(only, Text) else None
        told = self.register.inferred(inference("signer-last-name")) if signer else ""
        pointer = f' ref="#{signer}"{told} evidence="internal"' if signer else ""
        return f"<persName{pointer}>{inside}</persName>"

    def _translator(self) -> str:
        return f' resp="#{self.register.translator}"' if self.register.translator else ""


def page_break(inline: PageBreak, register: Register) -> str:
    """`pb`, explicit or inferred."""
    if inline.inferred is None:
        return '<pb type="explicit" rend="formfeed"/>'
    return f'<pb type="inferred" break="yes"{register.inferred(inline.inferred)}/>'


def target(address: str) -> str:
    """The attribute for an address; one that is no plain address stands in `@n`."""
    return f' {"target" if is_address(address) else "n"}="{attribute(address)}"'
