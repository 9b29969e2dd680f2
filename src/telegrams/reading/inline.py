"""The text of a passage → inlines: dates, references, quotations, editorial brackets, breaks.

`parse_inline` is total; the plain text of what it gives is the text that went in, blanks inside `[ … ]` of a gap aside.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, assert_never

from telegrams.model.inline import Content, EditorialNote, Emphasis, Expansion, Inline, Link, Quote, Supplied
from telegrams.model.marks import (
    Date,
    EditorialExpansion,
    FootnoteReference,
    Gap,
    LineBreak,
    PageBreak,
    Sic,
    TelegramReference,
    Text,
)
from telegrams.values.dates import find_dates
from telegrams.values.scanning import offsets, starts_of_figures

from .brackets import BRACKET, Meaning, read_bracket
from .page_ends import rule_of_break
from .pairs import Pair, find_pairs
from .references import find_references
from .supplied import abbreviated

_BREAKS = re.compile("[\n\f\v]")
_DEEPEST = 12
_NEARBY = 64

LINE_BREAK = LineBreak()
EXPLICIT_PAGE = PageBreak()


class _Node(NamedTuple):
    """A stretch of the text that becomes one inline; with a pair it has inlines inside."""

    start: int
    end: int
    inline: Inline | None
    pair: Pair | None = None
    meaning: Meaning = BRACKET
    """That of the pair, where it is a bracket."""


def parse_inline(text: str, written: str | None = None) -> Content:
    """The inlines of a passage's text; `written`, the document's date (EDTF), completes days without a year."""
    nodes = _nodes(text, written)
    if not nodes:
        return (Text(text=text),)
    return tuple(_content(text, nodes))


def _nodes(text: str, written: str | None) -> list[_Node]:
    nodes: list[_Node] = []
    figures = starts_of_figures(text)
    if figures or "year" in text:
        nodes += [_Node(start, end, Date(date=date)) for start, end, date in find_dates(text, written, figures)]
    if figures:
        nodes += [
            _Node(found.start, found.end, TelegramReference(verbatim=found.verbatim, number=found.number))
            for found in find_references(text, figures)
        ]
    if "\n" in text or "\f" in text or "\v" in text:
        nodes = [node for node in nodes if not _BREAKS.search(text, node.start, node.end)]
        nodes += [_Node(at, at + 1, _break(text, at)) for at in offsets(text, "\n\f\v")]
    for pair in find_pairs(text)[0]:
        inner = text[pair.inner_start : pair.inner_end].strip(" ")
        if inner:
            nodes += _pair_nodes(text, pair, inner)
    if len(nodes) > 1:
        nodes.sort(key=lambda node: (node.start, -node.end))
    return nodes


def _break(text: str, at: int) -> Inline:
    match text[at]:
        case "\n":
            return LINE_BREAK
        case "\f":
            return EXPLICIT_PAGE
        case _:
            return PageBreak(inferred=rule_of_break(text[max(0, at - _NEARBY) : at], text[at + 1 : at + _NEARBY]))


def _pair_nodes(text: str, pair: Pair, inner: str) -> Iterator[_Node]:
    """A bracket that is no more than its words is one inline; all else has inlines inside.

    One that completes an abbreviation stands in a node for the whole word, if no other crosses it.
    """
    if pair.sort != "bracket":
        yield _Node(pair.start, pair.end, None, pair)
        return
    meaning = read_bracket(inner, *_around(text, pair))
    if not _BREAKS.search(inner):
        match meaning.sort:
            case "footnote":
                yield _Node(pair.start, pair.end, FootnoteReference(verbatim=f"[{inner}]", number=inner))
                return
            case "gap":
                yield _Node(pair.start, pair.end, Gap(verbatim=inner, reason=meaning.kind))
                return
            case "sic":
                yield _Node(pair.start, pair.end, Sic(verbatim=inner))
                return
            case "supplied" if meaning.kind == "expansion":
                yield from _expansion(text, pair)
    yield _Node(pair.start, pair.end, None, pair, meaning)


def _expansion(text: str, pair: Pair) -> Iterator[_Node]:
    """The word of which a bracket completes the abbreviation; none where the bracket is a link's."""
    found = abbreviated(text[pair.inner_start : pair.inner_end], *_around(text, pair))
    if found and text[pair.end : pair.end + 1] != "(":
        start, end = pair.start - found[0], pair.end + found[1]
        yield _Node(start, end, None, Pair(start, end, "expansion", start, end))


class _Open:
    """A pair whose inlines are being gathered; the whole text is one as well."""

    __slots__ = ("content", "cursor", "meaning", "pair")

    def __init__(self, pair: Pair, meaning: Meaning = BRACKET) -> None:
        self.pair, self.cursor, self.meaning = pair, pair.inner_start, meaning
        self.content: list[Inline] = []

    def text(self, text: str, end: int) -> None:
        """Add the running text up to `end`."""
        if end > self.cursor:
            self.content.append(Text(text=text[self.cursor : end]))
        self.cursor = end


def _content(text: str, nodes: list[_Node]) -> Iterator[Inline]:
    """Nest the nodes; one that crosses another stays text."""
    whole = _Open(Pair(0, len(text), "quote", 0, len(text)))
    stack = [whole]
    for node in nodes:
        while node.start >= stack[-1].pair.inner_end:
            _shut(text, stack)
        top = stack[-1]
        if node.start < top.cursor or node.end > top.pair.inner_end:
            continue
        if node.inline is not None:
            top.text(text, node.start)
            top.content.append(node.inline)
            top.cursor = node.end
        elif node.pair is not None and len(stack) <= _DEEPEST:
            top.text(text, node.start)
            stack.append(_Open(node.pair, node.meaning))
    while len(stack) > 1:
        _shut(text, stack)
    whole.text(text, len(text))
    yield from whole.content


def _shut(text: str, stack: list[_Open]) -> None:
    done = stack.pop()
    pair = done.pair
    done.text(text, pair.inner_end)
    if stack[-1].pair.sort == "expansion" and pair.sort == "bracket":
        added = text[pair.inner_start : pair.inner_end]
        stack[-1].content.append(EditorialExpansion(verbatim=added, doubtful=added.endswith("?")))
    else:
        stack[-1].content.append(_paired(pair, done.meaning, tuple(done.content)))
    stack[-1].cursor = pair.end


def _paired(pair: Pair, meaning: Meaning, content: Content) -> Inline:
    match pair.sort:
        case "bracket":
            return _bracket(meaning, content)
        case "expansion":
            return Expansion(content=content)
        case "quote":
            return Quote(content=content)
        case "emphasis":
            return Emphasis(content=content, style=pair.target)
        case "link":
            return Link(content=content, target=pair.target.removeprefix("!"), image=pair.target.startswith("!"))
        case _:
            assert_never(pair.sort)


def _bracket(meaning: Meaning, content: Content) -> Inline:
    if meaning.sort == "supplied":
        return Supplied(content=content, kind=meaning.kind, doubtful=meaning.doubtful)
    return EditorialNote(content=content, kind=meaning.kind if meaning.sort == "note" else "bracket")


def _around(text: str, pair: Pair) -> tuple[str, str]:
    """The text before and behind a pair."""
    return text[max(0, pair.start - _NEARBY) : pair.start], text[pair.end : pair.end + _NEARBY]
