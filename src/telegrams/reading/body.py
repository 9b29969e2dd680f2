"""Passages → blocks: what each passage of the text is.

    text := opening block* closing note*

The opening lasts as long as every passage is made of formal lines; the closing is read from the end backwards.
What is recognised keeps every word: a block's content is the whole passage, without a list's or footnote's marker.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from telegrams.facts import entries
from telegrams.facts.rules import inference
from telegrams.model.body import (
    AnyBlock,
    BlockQuote,
    Closer,
    CloserRole,
    Content,
    Date,
    Footnote,
    Heading,
    Inline,
    ListItem,
    Name,
    Opener,
    OpenerRole,
    Paragraph,
    Point,
    Postscript,
    Rule,
    SourceNote,
    Speech,
    Text,
)

from .closing import read_closings, read_signed_line
from .formulas import Formula
from .inline import EXPLICIT_PAGE, LINE_BREAK, parse_inline
from .opening import is_neutral, read_opening
from .passages import LINE, LIST_ITEM, RULE, Passage
from .points import read_point
from .speakers import find_speakers, speaker_of
from .tables import read_table

_HEADING_MARK = re.compile(r"(#{1,6}) +(?=\S)")
_QUOTE_MARK = re.compile(r"> *(?=\S)")
_FOOTNOTE = re.compile(r"\[([0-9]{1,3})\] (?=\S)")
_SOURCE_NOTE = re.compile(r"\[Source: ?(.{3,4000}?)\.?\]\.?", re.DOTALL)
_POSTSCRIPT = re.compile(r"P\. ?S\.|P\.P\.S\.|PS[.:] ")
_LONGEST_HEADING = 240
_ENCLOSURE = re.compile(
    rf"\[?(?:{'|'.join(entries('enclosures'))})\.?(?: (?:No\.? ?)?[0-9A-Z]{{1,4}})?\]?", re.IGNORECASE
)


class Context(NamedTuple):
    """What the text's reader knows of the header."""

    title: str | None = None
    year: int | None = None
    """The year of the document, which completes dates that lack one."""
    names: frozenset[str] = frozenset()
    """Surnames and aliases of the document's parties, in lower case: they may stand alone as signatures."""


def read_body(passages: Sequence[Passage], context: Context) -> Iterator[tuple[AnyBlock, Passage]]:
    """The blocks of a text, each with the passage it came from. Total."""
    speakers = find_speakers(passages)
    end = len(passages)
    while end and _is_note(passages[end - 1].text):
        end -= 1
    closers = _closers(passages, end, context)
    opening = True
    for index, passage in enumerate(passages):
        if passage.page:
            yield EXPLICIT_PAGE, passage
        opener = read_opening(passage, context.title) if opening else None
        opening = opener is not None or (opening and is_neutral(passage.text))
        closer = closers.get(index)
        if closer:
            yield _closer(passage, closer, context), passage
        elif opener:
            yield _opener(passage, opener, context), passage
        else:
            yield _block(passage, speakers, context), passage


def _closers(passages: Sequence[Passage], end: int, context: Context) -> dict[int, Formula[CloserRole]]:
    """The passages that close the document, or a document before an enclosure, by their index."""
    closers: dict[int, Formula[CloserRole]] = {}
    ends = [index for index, passage in enumerate(passages) if _ENCLOSURE.fullmatch(passage.text)]
    for stop in (*ends, end):
        found = read_closings(passages, stop, context.names, context.year)
        closers |= dict(enumerate(found, start=stop - len(found)))
    return closers


def _is_note(text: str) -> bool:
    return bool(_FOOTNOTE.match(text) or _SOURCE_NOTE.fullmatch(text) or _POSTSCRIPT.match(text))


def _block(passage: Passage, speakers: Mapping[str, str], context: Context) -> AnyBlock:
    """A passage that is neither opening nor closing."""
    text, align, year = passage.text, passage.align, context.year
    marked = _marked(passage, year) if text[0] in "#>|[-–—*+•·_=" else None
    if marked:
        return marked
    speaker = speaker_of(text, speakers)
    if speaker:
        rest = text[len(speaker) :].lstrip(" ")
        return Speech(
            speaker=speaker, content=parse_inline(rest, year), align=align, inferred=inference(speakers[speaker])
        )
    if _POSTSCRIPT.match(text):
        return Postscript(content=parse_inline(text, year), align=align)
    if _ENCLOSURE.fullmatch(text):
        told = inference("heading-enclosure")
        return Heading(content=parse_inline(text, year), align=align, enclosure=True, inferred=told)
    if rule := _heading_rule(passage):
        return Heading(content=_with_point(text, year), align=align, inferred=inference(rule))
    return Paragraph(content=_with_point(text, year), align=align)


def _marked(passage: Passage, year: int | None) -> AnyBlock | None:
    """A passage that begins with the mark of a heading, quotation, table, list item, footnote or source note."""
    text, align = passage.text, passage.align
    if match := _HEADING_MARK.match(text):
        return Heading(level=len(match[1]), content=parse_inline(text[match.end() :], year), align=align)
    if match := _QUOTE_MARK.match(text):
        return BlockQuote(content=parse_inline(text[match.end() :], year), align=align)
    if text[0] == "|":
        return read_table(text, year)
    if RULE.fullmatch(text):
        return Rule(verbatim=text)
    if match := LIST_ITEM.match(text):
        return ListItem(marker=match[1] or match[2], content=parse_inline(text[match.end() :], year))
    if match := _FOOTNOTE.match(text):
        note = parse_inline(text[match.end() :], year)
        return Footnote(marker=match[0].rstrip(" "), number=match[1], content=note, align=align)
    if (match := _SOURCE_NOTE.fullmatch(text)) and match[1].isprintable():
        return SourceNote(statement=match[1].strip(" "), content=(Text(text=text),), align=align)
    return None


def _heading_rule(passage: Passage) -> str | None:
    """The name of the rule that makes a heading: capitals without a stop at the end, or a short centred line."""
    text = passage.text
    if len(text) > _LONGEST_HEADING or text[-1] in ".,;:":
        return None
    letters = sum(map(str.isalpha, text))
    if letters < 4:  # a lone figure or initial is no heading
        return None
    if text.isupper():
        return "heading-capitals"
    return "heading-centred" if passage.align == "center" and text[0].isupper() else None


def _with_point(text: str, year: int | None) -> Content:
    """A paragraph's inlines, its number or ordinal word first."""
    point = read_point(text)
    if point is None:
        return parse_inline(text, year)
    label, number = point
    first: Inline = Point(label=label, number=number)
    rest = parse_inline(text[len(label) :], year)
    return (first, *rest)


def _opener(passage: Passage, formula: Formula[OpenerRole], context: Context) -> Opener:
    content = parse_inline(passage.text, context.year)
    return Opener(role=formula.role, content=content, align=passage.align, inferred=inference(formula.rule))


def _closer(passage: Passage, formula: Formula[CloserRole], context: Context) -> Closer:
    """The lines of a closing, with dates and names of signers marked."""
    may_be_signed = formula.role in ("signature", "dateline")
    content: list[Inline] = []
    for line in passage.text.split(LINE):
        if content:
            content.append(LINE_BREAK)
        signed = read_signed_line(line, context.names, context.year) if may_be_signed else None
        if signed is None:
            content += parse_inline(line, context.year)
            continue
        parts: list[tuple[int, int, Inline]] = []
        if signed.date:
            start, end, date = signed.date
            parts.append((start, end, Date(date=date)))
        if signed.name:
            start, end = signed.name
            parts.append((start, end, Name(content=(Text(text=line[start:end]),))))
        cursor = 0
        for start, end, inline in sorted(parts, key=lambda part: part[0]):
            if start > cursor:
                content.append(Text(text=line[cursor:start]))
            content.append(inline)
            cursor = end
        if cursor < len(line):
            content.append(Text(text=line[cursor:]))
    told = inference(formula.rule)
    return Closer(role=formula.role, content=tuple(content), align=passage.align, inferred=told)
