"""Blocks and inlines → their words, with the marks of the canonical text: `**bold**`, `[supplied]`, `| cell |`.

Of several readings one is printed; what an editor struck out, and a comment, has no words.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from telegrams.facts.tei_elements import READ_OF_ALTERNATIVES, SORT_OF_ELEMENT
from telegrams.model.body import AnyBlock, Group, Rule, Table
from telegrams.model.inline import Carried, Container, Inline, Markup
from telegrams.model.marks import Comment, GapReason, Mark, PageBreak, ProcessingInstruction, Text
from telegrams.model.readings import as_read
from telegrams.reading.passages import INFERRED_PAGE as INFERRED
from telegrams.reading.passages import LINE, PAGE

BULLET = "-"
"""The mark of an item that has none."""
_GAPS: Mapping[GapReason, str] = MappingProxyType({"omitted": "...", "illegible": "illegible", "missing": "missing"})
_READINGS: Mapping[str, str] = MappingProxyType(
    {"expansion": "expan", "correction": "corr", "regularization": "reg", "addition": "add"}
)
"""The inlines that are read before others of several readings, with their elements in TEI."""
APART = "\x1e"
"""Stands before and behind words that are a line of their own."""
BESIDE = "\x1f"
"""The same of words that stay on their line."""
STRUCK = "\x1d"
"""Stands for words that are no part of the text as it is read."""
_STRUCK = re.compile(f" {STRUCK}+(?=[ ,.;:!?)\\]]|$)|{STRUCK}")
_APART = re.compile(f"[ {LINE}]*{APART}[ {LINE}{APART}]*")
_BESIDE = re.compile(f" *{BESIDE}[ {BESIDE}]*")
_BEFORE_SIGN = re.compile(f"[{APART}{BESIDE}]+(?=[,.;:!?)\\]])")


def block_text(block: AnyBlock) -> str:
    """The text of a block with its marks; `\\n`, `\\f` and `\\v` stand for line ends, page breaks and inferred ones."""
    # By `type`, which mypy proves as well: a class pattern asks Pydantic's metaclass, and every parse comes here.
    match block.type:
        case "paragraph" | "opener" | "closer" | "postscript" | "source-note":
            return inline_text(block.content)
        case "heading":
            return ("#" * block.level + " " if block.level else "") + inline_text(block.content)
        case "list-item":
            return f"{block.marker or BULLET} {inline_text(block.content)}"
        case "footnote":
            return f"{block.marker or f'[{block.number}]'} {inline_text(block.content)}"
        case "speech":
            return f"{block.speaker} {inline_text(block.content)}" if block.speaker else inline_text(block.content)
        case "block-quote":
            return f"> {inline_text(block.content)}"
        case "rule" | "table" | "page-break" | "group":
            return _unfilled_text(block)
        case "markup":
            return inline_text((block,))
        case "comment" | "processing-instruction":
            return ""
        case _:
            assert_never(block)


def _unfilled_text(block: Rule | Table | PageBreak | Group) -> str:
    """The text of a block that has no inlines of its own."""
    match block.type:
        case "rule":
            return block.verbatim
        case "table":
            return LINE.join(_rows(block))
        case "page-break":
            return PAGE
        case "group":
            return LINE.join(text for each in block.blocks if (text := block_text(each)))
        case _:
            assert_never(block)


def _rows(table: Table) -> Iterator[str]:
    for index, row in enumerate(table.rows):
        yield "| " + " | ".join(inline_text(cell) if cell else "" for cell in row) + " |"
        if index == 0:
            yield "|" + " --- |" * len(row)


def inline_text(content: tuple[Inline, ...]) -> str:
    """The text of inlines with their marks."""
    text = _words(content)
    if STRUCK in text:
        text = _STRUCK.sub("", text)
    if APART in text or BESIDE in text:
        text = _BEFORE_SIGN.sub("", text)
        text = _BESIDE.sub(" ", text).strip(" ")
    return _APART.sub(LINE, text).strip(LINE) if APART in text else text


def _words(content: tuple[Inline, ...]) -> str:
    return "".join([inline.text if isinstance(inline, Text) else _marked(inline) for inline in content])


def _marked(inline: Mark | Container | Carried) -> str:
    match inline.type:
        case "line-break":
            return "" if inline.inside_word else LINE
        case "date":
            return inline.date.verbatim
        case "page-number" | "telegram-reference" | "footnote-reference":
            return inline.verbatim
        case "page-break":
            return INFERRED if inline.inferred else PAGE
        case "gap":
            return f"[{inline.verbatim or _GAPS[inline.reason]}]"
        case "sic" | "editorial-expansion":
            return f"[{inline.verbatim}]"
        case "point":
            return inline.label
        case "markup":
            return _carried(inline)
        case "comment" | "processing-instruction" | "space":
            return BESIDE if inline.type == "space" else ""
        case _:
            return _around(inline)


def _carried(inline: Markup) -> str:
    """The words of an element; of several readings one; such as are lines of their own apart from those around."""
    words = _words(_read(inline) if inline.element in READ_OF_ALTERNATIVES else inline.content)
    match SORT_OF_ELEMENT.get(inline.element):
        case "apart" | "line":
            return f"{APART}{words}{APART}"
        case "beside":
            return f"{BESIDE}{words}{BESIDE}"
        case "data":
            return ""
    return words


def _read(alternatives: Markup) -> tuple[Inline, ...]:
    """What is read of an element whose children are alternatives: one, of `subst` all that was added."""
    children = [each for each in alternatives.content if _element(each)]
    read = [each for each in children if _element(each) in READ_OF_ALTERNATIVES[alternatives.element]]
    return tuple(read if alternatives.element == "subst" and read else (read or children)[:1])


def _element(inline: Inline) -> str:
    """The element of TEI that one of several readings is."""
    if isinstance(inline, Text | Comment | ProcessingInstruction):
        return ""
    return inline.element if isinstance(inline, Markup) else _READINGS.get(inline.type, inline.type)


def _around(inline: Container) -> str:
    inside = _words(as_read(inline))
    match inline.type:
        case "supplied" | "note":
            return f"[{inside}]"
        case "emphasis":
            mark = "**" if inline.style == "bold" else "*"
            return f"{mark}{inside}{mark}"
        case "link":
            return f"{'!' if inline.image else ''}[{inside}]({inline.target})"
        case "deletion":
            return STRUCK
        case "quote" | "name" | "expansion" | "choice" | "substitution" | "addition" | "unclear" | "foreign":
            return inside
        case "place-name" | "organisation-name":
            return inside
        case "apparent-error" | "correction" | "abbreviation" | "original-form" | "regularization":
            return inside
        case _:
            assert_never(inline)
