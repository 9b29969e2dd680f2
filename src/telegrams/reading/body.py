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
    Footnote,
    Heading,
    ListItem,
    Opener,
    OpenerRole,
    Paragraph,
    Postscript,
    Rule,
    SourceNote,
    Speech,
)
from telegrams.model.inline import Content, Inline, Name
from telegrams.model.marks import Date, PageNumber, Point, Text

from .closing import Context, read_closings, read_end_line
from .dateline import Dateline, read_dateline
from .formulas import Formula, closer_formula
from .headings import heading_rule
from .inline import EXPLICIT_PAGE, LINE_BREAK, parse_inline
from .notes import FOOTNOTE, find_end_notes, numbers_of_notes, with_pointers
from .opening import Opening
from .passages import LINE, LIST_ITEM, PAGE_NUMBER, RULE, Passage
from .points import find_series, is_own_number, read_point
from .speakers import find_speakers, later_paragraphs, speaker_of
from .tables import read_table

_HEADING_MARK = re.compile(r"(#{1,6}) +(?=\S)")
_QUOTE_MARK = re.compile(r"> *(?=\S)")
_SOURCE_NOTE = re.compile(r"\[Source: ?(.{3,4000}?)\.?\]\.?", re.DOTALL)
_POSTSCRIPT = re.compile(r"P\. ?S\.|P\.P\.S\.|PS[.:] ")
_LONGEST_POSTSCRIPT = 4
_ENCLOSURE = re.compile(
    rf"\[?(?:{'|'.join(entries('enclosures'))})\.?(?: (?:No\.? ?)?[0-9A-Z]{{1,4}})?\]?", re.IGNORECASE
)
_LONGEST_ENCLOSURE = max(map(len, entries("enclosures"))) + len("[. No. 1234]")


def read_body(passages: Sequence[Passage], header: Context) -> Iterator[tuple[AnyBlock, Passage]]:
    """The blocks of a text, each with the passage it came from. Total."""
    speakers = find_speakers(passages)
    later = later_paragraphs(passages, speakers)
    speaking = False
    for block, passage in _blocks(passages, header, speakers):
        if speaking and isinstance(block, Paragraph) and passage.start in later:
            told = inference("speaker-goes-on")
            yield Speech(content=block.content, align=block.align, inferred=told), passage
        else:
            yield block, passage
            speaking = isinstance(block, Speech) or (speaking and block is EXPLICIT_PAGE)


def _blocks(
    passages: Sequence[Passage], header: Context, speakers: Mapping[str, str]
) -> Iterator[tuple[AnyBlock, Passage]]:
    """The blocks, each turn of a speaker with its first paragraph only."""
    end_notes = find_end_notes(passages)
    context = header._replace(series=find_series(passages), notes=numbers_of_notes(passages, end_notes))
    end = len(passages)
    while end and (end - 1 in end_notes or _is_note(passages[end - 1].text)):
        end -= 1
    closers = _closers(passages, end, context)
    postscripts = _postscripts(passages, end, closers)
    opening, first = Opening(context.title), True
    for index, passage in enumerate(passages):
        if passage.page:
            yield EXPLICIT_PAGE, passage
        opener = opening.read(passage)
        if closer := closers.get(index):
            yield _closer(passage, closer, context), passage
        elif opener:
            yield _opener(passage, opener, context), passage
        elif index in postscripts:
            yield Postscript(content=_inlines(passage.text, context), align=passage.align), passage
        elif index in end_notes:
            yield _end_note(passage, context), passage
        elif block := _formal(passage, speakers, context):
            yield block, passage
        else:
            own = first and is_own_number(passages, index)
            first = False
            yield _running(passages, index, context, own=own), passage


def _closers(passages: Sequence[Passage], end: int, context: Context) -> dict[int, Formula[CloserRole]]:
    """The passages that close the document, or a document before an enclosure or postscript, by their index."""
    closers: dict[int, Formula[CloserRole]] = {}
    ends = [index for index, passage in enumerate(passages) if _may_follow_closing(passage.text)]
    for stop in (*ends, end):
        closers |= read_closings(passages, stop, context)
    return closers


def _may_follow_closing(text: str) -> bool:
    return _is_postscript(text) or _is_enclosure(text)


def _is_postscript(text: str) -> bool:
    """Whether a passage begins like a postscript; every one is asked, and few begin with its letter."""
    return text[0] == "P" and _POSTSCRIPT.match(text) is not None


def _is_enclosure(text: str) -> bool:
    """Whether a text is nothing but the head of an enclosed document; most texts are longer, which is told at once."""
    return len(text) <= _LONGEST_ENCLOSURE and _ENCLOSURE.fullmatch(text) is not None


def _postscripts(passages: Sequence[Passage], end: int, closers: Container[int]) -> frozenset[int]:
    """The passages that go on with a postscript behind a signature, up to the end or the next closing; a few only."""
    found: list[int] = []
    for index in range(1, end):
        if index - 1 not in closers or not _is_postscript(passages[index].text):
            continue
        rest = range(index, min(index + _LONGEST_POSTSCRIPT + 1, end))
        stop = next((at for at in rest[1:] if at in closers or _may_follow_closing(passages[at].text)), rest.stop)
        if stop < rest.stop or rest.stop == end:
            found += range(index, stop)
    return frozenset(found)


def _is_note(text: str) -> bool:
    return bool(FOOTNOTE.match(text) or _SOURCE_NOTE.fullmatch(text) or _is_postscript(text))


def _formal(passage: Passage, speakers: Mapping[str, str], context: Context) -> AnyBlock | None:
    """A passage that its first words make a list item, note, speech … or its only ones the head of an enclosure."""
    text, align = passage.text, passage.align
    marked = _marked(passage, context) if text[0] in "#>|[-–—*+•·_=" else None
    if marked:
        return marked
    speaker = speaker_of(text, speakers)
    if speaker:
        words = _inlines(text[len(speaker) :].lstrip(" "), context)
        return Speech(speaker=speaker, content=words, align=align, inferred=inference(speakers[speaker]))
    if _is_postscript(text):
        return Postscript(content=_inlines(text, context), align=align)
    if _is_enclosure(text):
        told = inference("heading-enclosure")
        return Heading(content=_inlines(text, context), align=align, enclosure=True, inferred=told)
    return None


def _running(passages: Sequence[Passage], index: int, context: Context, *, own: bool) -> Heading | Paragraph:
    """A heading or a paragraph; `own` where it begins with the document's own number."""
    passage = passages[index]
    text = passage.text
    content = _inlines(text, context) if own else _with_point(text, context)
    if rule := heading_rule(passages, index, context):
        return Heading(content=content, align=passage.align, inferred=inference(rule))
    return Paragraph(content=content, align=passage.align)


def _end_note(passage: Passage, context: Context) -> Footnote:
    """A note that begins with its number and a full stop."""
    number, _, words = passage.text.partition(". ")
    return Footnote(marker=f"{number}.", number=number, content=_inlines(words, context), align=passage.align)


def _inlines(text: str, context: Context) -> Content:
    """The inlines of a text, with its pointers to notes."""
    return with_pointers(parse_inline(text, context.written), context.notes)


def _marked(passage: Passage, context: Context) -> AnyBlock | None:
    """A passage that begins with the mark of a heading, quotation, table, list item, footnote or source note."""
    text, align = passage.text, passage.align
    if match := _HEADING_MARK.match(text):
        return Heading(level=len(match[1]), content=_inlines(text[match.end() :], context), align=align)
    if match := _QUOTE_MARK.match(text):
        return BlockQuote(content=_inlines(text[match.end() :], context), align=align)
    if text[0] == "|":
        return read_table(text, context.written)
    if RULE.fullmatch(text):
        return Rule(verbatim=text)
    if PAGE_NUMBER.fullmatch(text):
        return Paragraph(content=(PageNumber(verbatim=text),), align=align)
    if match := LIST_ITEM.match(text):
        return ListItem(marker=match[1] or match[2], content=_inlines(text[match.end() :], context))
    if match := FOOTNOTE.match(text):
        note = _inlines(text[match.end() :], context)
        return Footnote(marker=match[0].rstrip(" "), number=match[1], content=note, align=align)
    if (match := _SOURCE_NOTE.fullmatch(text)) and match[1].isprintable():
        return SourceNote(statement=match[1].strip(" "), content=(Text(text=text),), align=align)
    return None


def _with_point(text: str, context: Context) -> Content:
    """A paragraph's inlines, its number or ordinal word first."""
    point = read_point(text, context.series)
    if point is None:
        return _inlines(text, context)
    label, number = point
    first: Inline = Point(label=label, number=number)
    return (first, *_inlines(text[len(label) :], context))


def _opener(passage: Passage, formula: Formula[OpenerRole], context: Context) -> Opener:
    lines = passage.text.split(LINE)
    content = _by_lines(lines, lambda line: _dated(line, context.written)) if formula.role == "dateline" else None
    return Opener(
        role=formula.role,
        content=content or _inlines(passage.text, context),
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
