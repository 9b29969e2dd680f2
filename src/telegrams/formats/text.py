"""Text: the canonical text of a document, and the source text given back byte for byte.

The canonical text is the archive's own `markdown` form (that of record 112634). Two marks of white space keep it
unambiguous: a line that would read as a label, an item of the contents or the citation of another record but is none
has one blank before it, and centred or right-aligned text is indented. An ampersand that would begin an entity is
`&amp;`. What the canonical text does not say of the source is in `Document.layout`.

Many documents are their texts one after the other, which `cat` makes of files and `read` takes apart again.

Lost without a layout: the source's line wraps, furniture, order of labels, and characters that no value may hold.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import assert_never

from telegrams.facts.tei_elements import READ_OF_ALTERNATIVES, SORT_OF_ELEMENT
from telegrams.model.body import AnyBlock, Block, Group, Rule, Table, leaf_blocks
from telegrams.model.document import Document
from telegrams.model.inline import (
    Carried,
    Comment,
    Container,
    GapReason,
    Inline,
    Mark,
    Markup,
    PageBreak,
    ProcessingInstruction,
    Text,
)
from telegrams.model.layout import Layout
from telegrams.model.readings import as_read
from telegrams.reading import Draft, read_records
from telegrams.reading.labels import label_of
from telegrams.reading.lines import Line
from telegrams.reading.passages import CENTER_INDENT, LINE, PAGE, RIGHT_INDENT
from telegrams.reading.passages import INFERRED_PAGE as INFERRED
from telegrams.reading.records import may_be_several, split_records
from telegrams.reading.source import Source, decode, encode, with_line_ending
from telegrams.values.blanks import folded
from telegrams.values.citations import split_url
from telegrams.values.languages import parse_contents_item

from .contract import Piece, Reading, WriteOptions
from .edits import apply_edits, canonical_digest, edits_between

_INDENT = {None: "", "center": " " * CENTER_INDENT, "right": " " * RIGHT_INDENT}
_ENTITY = re.compile("&(?=(?:amp|lt|gt|quot);)")
_LINES = re.compile("([\n\f])")
_BREAKS = re.compile("[\n\f\v]")
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


def item(document: Document, options: WriteOptions | None = None) -> Piece:
    """The source text where the layout still belongs to the document, else the canonical text in UTF-8."""
    return Piece((source_text(document, options),))


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The texts one after the other."""
    return (piece.whole for piece in pieces)


def source_text(document: Document, options: WriteOptions | None = None) -> bytes:
    """The bytes of one document."""
    canonical = canonical_text(document)
    layout = document.layout
    if layout is None or (options and not options.layout) or layout.digest != canonical_digest(canonical):
        return canonical.encode("utf-8")
    raw = with_line_ending(apply_edits(canonical, layout.edits), layout.line_ending)
    return encode(raw, layout.encoding, bom=layout.bom)


def _layout_of(document: Document, source: Source) -> Layout:
    """The way from the document's canonical text to the source."""
    canonical = canonical_text(document)
    return Layout(
        digest=canonical_digest(canonical),
        bom=source.bom,
        encoding=source.encoding,
        line_ending=source.line_ending,
        edits=edits_between(canonical, source.base),
    )


def has_stale_layout(document: Document) -> bool:
    """Whether the document was changed since its layout was made, so that the source cannot be given back."""
    return document.layout is not None and document.layout.digest != canonical_digest(canonical_text(document))


def canonical_text(document: Document) -> str:
    """The document in the archive's own form; the same document always gives the same text."""
    text = _joined([*_header(document), *_body(document)])
    if may_be_several(text) and len(split_records(Source(text))) > 1:
        # Words of its own would read as the head of a second record.
        text = _joined([*_header(document, citations_first=True), *map(_guarded_lines, _body(document))])
    return text


def _joined(parts: list[str]) -> str:
    if not parts:
        return ""
    pieces = ["\n\n", parts[0]]
    for before, part in pairwise(parts):
        pieces += ("" if before == PAGE else "\n\n"), part
    text = "".join(pieces)
    return _ENTITY.sub("&amp;", text) if "&" in text else text


def _header(document: Document, *, citations_first: bool = False) -> Iterator[str]:
    if document.date:
        yield _guarded(f"**{document.date.verbatim}**")
    if document.title:
        yield _guarded(f"**{document.title.verbatim}**")
    if citation := document.citation:
        yield "**Citation:**"
        url, verbatim = citation.url, citation.verbatim
        shown = url is None or (url in verbatim and split_url(verbatim) == ("", url))
        # A backslash at the end of a line would read as a line end set on purpose.
        between = " " if verbatim.endswith("\\") else "  \n"
        yield _guarded(verbatim) + ("" if shown else f"{between}<{url}>")
    if citations_first:
        yield from _others(document)
    yield from _section("Summary", document.summary)
    yield from _section("Credits", document.credits)
    if document.original_languages:
        yield "**Original Language:**"
        yield "  \n".join(_guarded(language.verbatim) for language in document.original_languages)
    if not citations_first:
        yield from _others(document)
    # Without this label the last section would take one paragraph and leave the rest to the text.
    labelled = document.citation or document.summary or document.credits or document.other_fields
    if document.contents or document.body or document.original_languages or labelled:
        yield "**Contents:**"
    if document.contents:
        yield "  \n".join(entry.verbatim for entry in document.contents)


def _others(document: Document) -> Iterator[str]:
    for field in document.other_fields:
        yield f"**{field.label}:**"
        yield from map(_guarded, field.paragraphs)


def _section(label: str, paragraphs: tuple[str, ...]) -> Iterator[str]:
    if paragraphs:
        yield f"**{label}:**"
        yield from map(_guarded, paragraphs)


def _guarded(line: str) -> str:
    """With a blank before it where it would read as a label."""
    if ":" in line and label_of(Line(folded(line), 0, len(line), 0, hard=False, page=False)):
        return f" {line}"
    return line


def _guarded_lines(part: str) -> str:
    return "".join(map(_guarded, _LINES.split(part)))


def _body(document: Document) -> Iterator[str]:
    first = True
    for block in leaf_blocks(document.body):
        if isinstance(block, PageBreak):
            yield PAGE
            continue
        indent = _INDENT[block.align] if isinstance(block, Block) else ""
        text = block_text(block)
        if not text:  # of an empty element, or a comment
            continue
        if first:
            first = False
            head = _BREAKS.split(text, maxsplit=1)[0]
            if not indent and (_guarded(head) != head or parse_contents_item(folded(head))):
                text = f" {text}"
        if LINE in text and not isinstance(block, Table):
            text = text.replace(LINE, f"  \n{indent}")
        if PAGE in text or INFERRED in text:
            text = text.replace(PAGE, f"\n\n{PAGE}").replace(INFERRED, "\n\n")
        yield indent + text


def block_text(block: AnyBlock) -> str:
    """The text of a block with its marks; `\\n`, `\\f` and `\\v` stand for line ends, page breaks and inferred ones."""
    # By `type`, which mypy proves as well: a class pattern asks Pydantic's metaclass, and every parse comes here.
    match block.type:
        case "paragraph" | "opener" | "closer" | "postscript" | "source-note":
            return inline_text(block.content)
        case "heading":
            return ("#" * block.level + " " if block.level else "") + inline_text(block.content)
        case "list-item" | "footnote":
            return f"{block.marker or BULLET} {inline_text(block.content)}"
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


def read(data: bytes) -> Reading:
    """The documents that a text in UTF-8 holds, their layouts included. Raises `DecodeError`."""
    drafts = drafts_of(decode(data))
    return Reading(
        tuple(draft.document for draft in drafts), tuple(each for draft in drafts for each in draft.findings)
    )


def holds_several(data: bytes) -> bool:
    """Whether several records may stand in a text of any encoding."""
    return may_be_several(data.replace(b"\0", b"").decode("latin-1"))


def drafts_of(source: Source) -> tuple[Draft, ...]:
    """What the reader finds in each record of a source, with the layout of its slice in the document."""
    return tuple(map(_laid_out, read_records(source)))


def _laid_out(draft: Draft) -> Draft:
    document = draft.document.model_copy(update={"layout": _layout_of(draft.document, draft.source)})
    return replace(draft, document=document)
