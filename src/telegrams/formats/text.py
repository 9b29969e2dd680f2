"""Text: the canonical text of a document, and the source text given back byte for byte.

The canonical text is the archive's own `markdown` form (that of record 112634). Two marks of white space keep it
unambiguous: a line that would read as a label, an item of the contents or the citation of another record but is none
has one blank before it, and centred or right-aligned text is indented. An ampersand that would begin an entity is
`&amp;`. What the canonical text does not say of the source is in `Document.layout`.

Many documents are their texts one after the other, which `cat` makes of files and `read` takes apart again.

Lost without a layout: the source's line wraps, furniture, order of labels, and characters that no value may hold.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from telegrams.model.body import Block, Table, leaf_blocks
from telegrams.model.catalogue import Catalogue
from telegrams.model.document import Document
from telegrams.model.layout import Layout
from telegrams.model.marks import PageBreak
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

from .block_text import block_text
from .catalogue import labelled_entries
from .contract import Piece, Reading, WriteOptions
from .edits import apply_edits, canonical_digest, edits_between

_INDENT = {None: "", "center": " " * CENTER_INDENT, "right": " " * RIGHT_INDENT}
_ENTITY = re.compile("&(?=(?:amp|lt|gt|quot);)")
_LABEL_INSIDE = re.compile(" (?=citation:)", re.IGNORECASE)
_LINES = re.compile("([\n\f])")
_BREAKS = re.compile("[\n\f\v]")


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
    if _is_split(text):
        # Words of its own would read as the head of a second record.
        header, body = _header(document, citations_first=True), list(map(_guarded_lines, _body(document)))
        text = _joined([*header, *body])
        if _is_split(text):
            text = _joined([*_header(document, citations_first=True), *map(_parted, body)])
    return text


def _is_split(text: str) -> bool:
    return may_be_several(text) and len(split_records(Source(text))) > 1


def _parted(part: str) -> str:
    """With a line end before the label of a citation among other words, which joins them again."""
    return part if part.startswith("|") else _LABEL_INSIDE.sub("\n ", part)


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
    if document.catalogue:
        yield from _catalogue(document.catalogue)
    if not citations_first:
        yield from _others(document)
    # Without this label the last section would take one paragraph and leave the rest to the text.
    labelled = document.citation or document.summary or document.credits or document.catalogue or document.other_fields
    if document.contents or document.body or document.original_languages or labelled:
        yield "**Contents:**"
    if document.contents:
        yield "  \n".join(entry.verbatim for entry in document.contents)


def _catalogue(catalogue: Catalogue) -> Iterator[str]:
    for label, field, entries in labelled_entries(catalogue):
        yield f"**{label}:**"
        yield ("\n\n" if field == "rights" else "  \n").join(map(_guarded, entries))


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
    return draft._replace(document=document)
