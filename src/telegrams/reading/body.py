"""Passages → blocks: what each passage of the text is.

    text := opening block* closing note*

The opening lasts as long as every passage is made of formal lines; the closing is read from the end backwards.
What is recognised keeps every word: a block's content is the whole passage, without a list's or footnote's marker.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

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

from .closing import Context, read_closings, read_end_line
from .dateline import Dateline, read_dateline
from .formulas import Formula, closer_formula
from .inline import EXPLICIT_PAGE, LINE_BREAK, parse_inline
from .opening import is_neutral, read_opening
from .passages import LINE, LIST_ITEM, PAGE_NUMBER, RULE, Passage
from .points import read_point
from .speakers import find_speakers, speaker_of
from .tables import read_table

_HEADING_MARK = re.compile(r"(#{1,6}) +(?=\S)")
_QUOTE_MARK = re.compile(r"> *(?=\S)")
_FOOTNOTE = re.compile(r"\[([0-9]{1,3})\] (?=\S)")
_SOURCE_NOTE = re.compile(r"\[Source: ?(.{3,4000}?)\.?\]\.?", re.DOTALL)
_POSTSCRIPT = re.compile(r"P\. ?S\.|P\.P\.S\.|PS[.:] ")
_LONGEST_HEADING = 240
_LONGEST_POSTSCRIPT = 4
_ENCLOSURE = re.compile(
    rf"\[?(?:{'|'.join(entries('enclosures'))})\.?(?: (?:No\.? ?)?[0-9A-Z]{{1,4}})?\]?", re.IGNORECASE
)


def read_body(passages: Sequence[Passage], context: Context) -> Iterator[tuple[AnyBlock, Passage]]:
    """The blocks of a text, each with the passage it came from. Total."""
    speakers = find_speakers(passages)
    end = len(passages)
    while end and _is_note(passages[end - 1].text):
        end -= 1
    closers = _closers(passages, end, context)
    postscripts = _postscripts(passages, end, closers)
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
        elif index in postscripts:
            yield Postscript(content=parse_inline(passage.text, context.written), align=passage.align), passage
        else:
            yield _block(passage, speakers, context), passage


def _closers(passages: Sequence[Passage], end: int, context: Context) -> dict[int, Formula[CloserRole]]:
    """The passages that close the document, or a document before an enclosure or postscript, by their index."""
    closers: dict[int, Formula[CloserRole]] = {}
    ends = [index for index, passage in enumerate(passages) if _may_follow_closing(passage.text)]
    for stop in (*ends, end):
        closers |= read_closings(passages, stop, context)
    return closers


def _may_follow_closing(text: str) -> bool:
    return _ENCLOSURE.fullmatch(text) is not None or _POSTSCRIPT.match(text) is not None


def _postscripts(passages: Sequence[Passage], end: int, closers: Container[int]) -> frozenset[int]:
    """The passages that go on with a postscript behind a signature, up to the end or the next closing; a few only."""
    found: list[int] = []
    for index in range(1, end):
        if not _POSTSCRIPT.match(passages[index].text) or index - 1 not in closers:
            continue
        rest = range(index, min(index + _LONGEST_POSTSCRIPT + 1, end))
        stop = next((at for at in rest[1:] if at in closers or _may_follow_closing(passages[at].text)), rest.stop)
        if stop < rest.stop or rest.stop == end:
            found += range(index, stop)
    return frozenset(found)


def _is_note(text: str) -> bool:
    return bool(_FOOTNOTE.match(text) or _SOURCE_NOTE.fullmatch(text) or _POSTSCRIPT.match(text))


def _block(passage: Passage, speakers: Mapping[str, str], context: Context) -> AnyBlock:
    """A passage that is neither opening nor closing."""
    text, align, written = passage.text, passage.align, context.written
    marked = _marked(passage, written) if text[0] in "#>|[-–—*+•·_=" else None
    if marked:
        return marked
    speaker = speaker_of(text, speakers)
    if speaker:
        rest = text[len(speaker) :].lstrip(" ")
        return Speech(
            speaker=speaker, content=parse_inline(rest, written), align=align, inferred=inference(speakers[speaker])
        )
    if _POSTSCRIPT.match(text):
        return Postscript(content=parse_inline(text, written), align=align)
    if _ENCLOSURE.fullmatch(text):
        told = inference("heading-enclosure")
        return Heading(content=parse_inline(text, written), align=align, enclosure=True, inferred=told)
    if rule := _heading_rule(passage):
        return Heading(content=_with_point(text, written), align=align, inferred=inference(rule))
    return Paragraph(content=_with_point(text, written), align=align)


def _marked(passage: Passage, written: str | None) -> AnyBlock | None:
    """A passage that begins with the mark of a heading, quotation, table, list item, footnote or source note."""
    text, align = passage.text, passage.align
    if match := _HEADING_MARK.match(text):
        return Heading(level=len(match[1]), content=parse_inline(text[match.end() :], written), align=align)
    if match := _QUOTE_MARK.match(text):
        return BlockQuote(content=parse_inline(text[match.end() :], written), align=align)
    if text[0] == "|":
        return read_table(text, written)
    if RULE.fullmatch(text):
        return Rule(verbatim=text)
    if PAGE_NUMBER.fullmatch(text):
        return Paragraph(content=parse_inline(text, written), align=align)
    if match := LIST_ITEM.match(text):
        return ListItem(marker=match[1] or match[2], content=parse_inline(text[match.end() :], written))
    if match := _FOOTNOTE.match(text):
        note = parse_inline(text[match.end() :], written)
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


def _with_point(text: str, written: str | None) -> Content:
    """A paragraph's inlines, its number or ordinal word first."""
    point = read_point(text)
    if point is None:
        return parse_inline(text, written)
    label, number = point
    first: Inline = Point(label=label, number=number)
    rest = parse_inline(text[len(label) :], written)
    return (first, *rest)


def _opener(passage: Passage, formula: Formula[OpenerRole], context: Context) -> Opener:
    lines = passage.text.split(LINE)
    content = _by_lines(lines, lambda line: _dated(line, context.written)) if formula.role == "dateline" else None
    return Opener(
        role=formula.role,
        content=content or parse_inline(passage.text, context.written),
        align=passage.align,
        inferred=inference(formula.rule),
    )


def _closer(passage: Passage, formula: Formula[CloserRole], context: Context) -> Closer:
    """The lines of a closing, with dates and names of signers marked."""
    lines = passage.text.split(LINE)
    signed = formula.role in ("signature", "dateline")
    content = _by_lines(lines, lambda line: _signed(line, context) if signed else parse_inline(line, context.written))
    return Closer(role=formula.role, content=content, align=passage.align, inferred=inference(formula.rule))


def _by_lines(lines: Sequence[str], read: Callable[[str], Content]) -> Content:
    """The inlines of all lines, with the breaks between them."""
    content = [*read(lines[0])]
    for line in lines[1:]:
        content += LINE_BREAK, *read(line)
    return tuple(content)


def _dated(line: str, written: str | None) -> Content:
    """A dateline's inlines: its date, with the place and the time; within Markdown's marks the date alone."""
    told = read_dateline(line, written) if line.strip("*_") == line else None
    return (
        _with_parts(line, [(told.start, told.end, Date(date=told.date))], written)
        if told
        else parse_inline(line, written)
    )


def _signed(line: str, context: Context) -> Content:
    """A signature's inlines: its date and the names of the signers."""
    written = context.written
    known = closer_formula(line)
    signed = read_end_line(line, context) if not known or known.role == "signature" else None
    if signed is None:
        return parse_inline(line, written)
    if isinstance(signed, Dateline):
        return _with_parts(line, [(signed.start, signed.end, Date(date=signed.date))], written)
    parts: list[tuple[int, int, Inline]] = []
    if signed.date:
        start, end, date = signed.date
        parts.append((start, end, Date(date=date)))
    parts += ((start, end, Name(content=parse_inline(line[start:end]))) for start, end in signed.names)
    return _with_parts(line, sorted(parts, key=lambda part: part[0]), written)


def _with_parts(line: str, parts: Sequence[tuple[int, int, Inline]], written: str | None) -> Content:
    """The inlines of a line of which some are known: what they are and where they stand, in order."""
    content: list[Inline] = []
    cursor = 0
    for start, end, inline in parts:
        if start > cursor:
            content += parse_inline(line[cursor:start], written)
        content.append(inline)
        cursor = end
    if cursor < len(line):
        content += parse_inline(line[cursor:], written)
    return tuple(content)
