"""Inlines → the mixed content of a block, on one line.

A single blank is written before every `lb` and `pb`, so that stripping the tags never glues words; the reader
takes it away again. Square brackets of editorial inlines are not in the content: `@rend="brackets"` stands for them.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from telegrams.errors import WriteError
from telegrams.formats.publication import is_address
from telegrams.formats.xml import MAX_DEPTH, attribute, text
from telegrams.model.body import (
    Date,
    EditorialNote,
    Emphasis,
    FootnoteReference,
    Gap,
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

    def write(self, content: tuple[Any, ...], depth: int = 1) -> str:
        """The mixed content. Raises `WriteError` where inlines nest deeper than XML readers go."""
        if depth > MAX_DEPTH:
            raise WriteError(f"inline elements nest deeper than {MAX_DEPTH} levels")
        pieces = []
        for inline in content:
            if inline.type == "text":
                pieces.append(text(inline.text))
            else:
                pieces.append(_WRITERS[inline.type](self, inline, depth))
        return "".join(pieces)

    def line_break(self, _: LineBreak, __: int) -> str:
        """` <lb/>`, with its blank."""
        return " <lb/>"

    def page_break(self, inline: PageBreak, _: int) -> str:
        """` <pb/>`, with its blank."""
        return " " + page_break(inline, self.register)

    def date(self, inline: Date, _: int) -> str:
        """`date`."""
        return write_inline_date(inline.date, self.register)

    def point(self, inline: Point, _: int) -> str:
        """`seg[@type='point']`; an ordinal in figures also as `num`."""
        label = text(inline.label)
        if _ORDINAL.match(inline.number):
            words = inline.label.rstrip(".):")
            if words:
                rest = text(inline.label[len(words) :])
                label = f'<num type="ordinal" value="{inline.number}">{text(words)}</num>{rest}'
        return f'<seg type="point" n="{inline.number}">{label}</seg>'

    def telegram_reference(self, inline: TelegramReference, _: int) -> str:
        """`ref[@type='telegram']`."""
        return f'<ref type="telegram" n="{inline.number}">{text(inline.verbatim)}</ref>'

    def footnote_reference(self, inline: FootnoteReference, _: int) -> str:
        """`ref[@type='footnote']`, pointing to the note if the document has it."""
        note = self.register.footnotes.get(inline.number)
        target = f' target="#{note}"' if note else ""
        return f'<ref type="footnote" n="{inline.number}"{target}>{text(inline.verbatim)}</ref>'

    def gap(self, inline: Gap, _: int) -> str:
        """`gap` with the words between the brackets as `desc`."""
        return f'<gap reason="{inline.reason}" rend="brackets"><desc>{text(inline.verbatim)}</desc></gap>'

    def sic(self, inline: Sic, _: int) -> str:
        """`note[@type='sic']`: which word the editor means is not said."""
        return f'<note type="sic" rend="brackets">{text(inline.verbatim)}</note>'

    def supplied(self, inline: Supplied, depth: int) -> str:
        """`supplied`, by the translator where there is one."""
        reason = "" if inline.kind == "word" else f' reason="{inline.kind}"'
        doubt = ' cert="low"' if inline.doubtful else ""
        content = self.write(inline.content, depth + 1)
        return f'<supplied{self._translator()}{reason}{doubt} rend="brackets">{content}</supplied>'

    def note(self, inline: EditorialNote, depth: int) -> str:
        """`note` with the kind as type."""
        by = self._translator() if inline.kind == "translator" else ""
        return f'<note type="{inline.kind}"{by} rend="brackets">{self.write(inline.content, depth + 1)}</note>'

    def quote(self, inline: Quote, depth: int) -> str:
        """`q`, quotation marks inside."""
        return f"<q>{self.write(inline.content, depth + 1)}</q>"

    def emphasis(self, inline: Emphasis, depth: int) -> str:
        """`hi`."""
        return f'<hi rend="{inline.style}">{self.write(inline.content, depth + 1)}</hi>'

    def link(self, inline: Link, depth: int) -> str:
        """`ref`; a target that is no plain address stands in `@n`."""
        image = ' type="image"' if inline.image else ""
        return f"<ref{image}{target(inline.target)}>{self.write(inline.content, depth + 1)}</ref>"

    def name(self, inline: Name, depth: int) -> str:
        """`persName`, pointing to the party with the same last name."""
        only = inline.content[0] if len(inline.content) == 1 else None
        signer = self.register.signer(only.text.strip(" ")) if isinstance(only, Text) else None
        pointer = f' ref="#{signer}" cert="high" resp="#telegrams" evidence="internal"' if signer else ""
        return f"<persName{pointer}>{self.write(inline.content, depth + 1)}</persName>"

    def _translator(self) -> str:
        return f' resp="#{self.register.translator}"' if self.register.translator else ""


def page_break(inline: PageBreak, register: Register) -> str:
    """`pb`, explicit or inferred."""
    if inline.inferred is None:
        return '<pb type="explicit" rend="formfeed"/>'
    return f'<pb type="inferred" break="yes"{register.inferred(inline.inferred)}/>'


def target(address: str) -> str:
    """The attribute for an address."""
    return f' {"target" if is_address(address) else "n"}="{attribute(address)}"'


_WRITERS: Mapping[str, Callable[[Inliner, Any, int], str]] = MappingProxyType(
    {
        "line-break": Inliner.line_break,
        "page-break": Inliner.page_break,
        "date": Inliner.date,
        "point": Inliner.point,
        "telegram-reference": Inliner.telegram_reference,
        "footnote-reference": Inliner.footnote_reference,
        "gap": Inliner.gap,
        "sic": Inliner.sic,
        "supplied": Inliner.supplied,
        "note": Inliner.note,
        "quote": Inliner.quote,
        "emphasis": Inliner.emphasis,
        "link": Inliner.link,
        "name": Inliner.name,
    }
)
