"""The checks an editor wants: where a record disagrees with itself, and what in it looks wrong.

Nothing is ever corrected: the archive's records do disagree (format.md 4), and often both sides are right. Every
finding has its code's page (`telegrams explain`) and its place in the source.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from telegrams.facts.hosts import host_sort
from telegrams.findings import finding
from telegrams.model.body import Closer, Paragraph, SourceNote
from telegrams.model.diagnostics import Diagnostic, Span
from telegrams.model.document import Document
from telegrams.model.marks import Date
from telegrams.values.citations import citation_findings
from telegrams.values.dates import date_disagreement, date_findings
from telegrams.values.holdings import source_findings

from .draft import Draft
from .head import letters
from .page_checks import page_marks
from .pairs import find_pairs
from .passages import ends_sentence
from .scripts import scripts_in, scripts_of

_ID_IN_NAME = re.compile(r"(?<![0-9])([0-9]{6})(?![0-9])")
_FEWEST_LETTERS = 40


def check_document(draft: Draft, name: str | None) -> list[Diagnostic]:
    """All findings about the document of a text; `name` is the file's name, where it has one."""
    document = draft.document
    if draft.header is None:
        return []
    places = _Places(draft)
    return [
        *_header(document, places),
        *_dates(document, places),
        *_record(document, places, name),
        *_languages(document, places),
        *_text(document, places),
        *_pages(draft, places),
    ]


class _Places:
    """Where values stand, as spans of the decoded source."""

    def __init__(self, draft: Draft) -> None:
        self._source = draft.source
        self._spans = {each.path: (each.start, each.end) for each in draft.evidence}

    def of(self, path: str) -> Span | None:
        """The span of a value; none where it has no place."""
        place = self._spans.get(path)
        return self.between(*place) if place else None

    def between(self, start: int, end: int) -> Span:
        """A span of the clean text as a span of the source."""
        return Span(start=self._source.raw_offset(start), end=self._source.raw_offset(end, end=True))

    def inside(self, path: str, words: str) -> Span:
        """The span of words that stand inside a value, without a blank among them."""
        start, text = self.slice(path)
        at = start + max(text.find(words), 0)
        return self.between(at, at + len(words))

    def text(self) -> str:
        """The clean text from the first to the last block of the body."""
        blocks = [span for path, span in self._spans.items() if path.startswith("body[")]
        return self._source.clean[blocks[0][0] : blocks[-1][1]] if blocks else ""

    def slice(self, path: str) -> tuple[int, str]:
        """Where a value begins in the clean text, and the text there."""
        start, end = self._spans[path]
        return start, self._source.clean[start:end]


def _pages(draft: Draft, places: _Places) -> Iterator[Diagnostic]:
    """What the setting of pages may have left, in texts that are set for pages."""
    if draft.header and (draft.layout == "print" or "\f" in draft.source.clean):
        for mark in page_marks(draft.header.body):
            yield finding(mark.code, mark.message, places.between(mark.start, mark.end))


def _at(findings: tuple[Diagnostic, ...], span: Span | None) -> Iterator[Diagnostic]:
    return (each.model_copy(update={"span": span}) for each in findings)


def _header(document: Document, places: _Places) -> Iterator[Diagnostic]:
    title, citation = document.title, document.citation
    if title is None:
        yield finding("TG104", "the record has no title")
    if citation is None:
        yield finding("TG105", "the record has no citation")
        return
    place = places.of("citation")
    yield from _at(citation_findings(citation), place)
    if citation.source:
        yield from _at(source_findings(citation.source), place)
    if title and citation.title and letters(title.verbatim) != letters(citation.title):
        message = f"the title at the head, “{title.verbatim}”, is not the citation's, “{citation.title}”"
        yield finding("TG111", message, place)


def _dates(document: Document, places: _Places) -> Iterator[Diagnostic]:
    dated, citation = document.date, document.citation
    if dated is None:
        return
    yield from _at(date_findings(dated), places.of("date"))
    if citation and citation.date:
        yield from _at(date_disagreement(dated, citation.date, "the citation"), places.of("citation"))
    for index, block in enumerate(document.body):
        if isinstance(block, Closer):
            for inline in block.content:
                if isinstance(inline, Date):
                    found = date_disagreement(dated, inline.date, "the closing of the text")
                    yield from _at(found, places.of(f"body[{index}]"))


def _record(document: Document, places: _Places, name: str | None) -> Iterator[Diagnostic]:
    citation = document.citation
    if citation is None:
        return
    place = places.of("citation")
    if citation.url:
        host = _host(citation.url)
        if host_sort(host) not in ("canonical", "public"):
            hint = "the record number is the stable part of the URL"
            message = f"the record's URL is on an unusual host, {host or 'none'}"
            yield finding("TG114", message, places.inside("citation", citation.url), hint)
    in_name = _ID_IN_NAME.search(Path(name).stem) if name else None
    if in_name and citation.record_id and in_name[1] != citation.record_id:
        yield finding("TG115", f"the file's name has the number {in_name[1]}, the record {citation.record_id}", place)
    for index, block in enumerate(document.body):
        if (
            isinstance(block, SourceNote)
            and citation.source
            and letters(block.statement) != letters(citation.source.verbatim)
        ):
            yield finding("TG113", "the source note at the end is not the citation's", places.of(f"body[{index}]"))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _languages(document: Document, places: _Places) -> Iterator[Diagnostic]:
    """The script of the text against the languages that the contents name."""
    wanted = {script for item in document.contents if item.language for script in scripts_of(item.language)}
    if not wanted:
        return
    counts = scripts_in(places.text())
    main = max(counts, key=counts.__getitem__, default=None)
    if main and counts[main] >= _FEWEST_LETTERS and main not in wanted:
        names = ", ".join(item.verbatim for item in document.contents)
        yield finding("TG116", f"the text is in {main} script; the contents say: {names}", places.of("contents[0]"))


def _text(document: Document, places: _Places) -> Iterator[Diagnostic]:
    if not document.body:
        yield finding("TG106", "the record has no text")
    for index, block in enumerate(document.body):
        place = places.of(f"body[{index}]")
        if place is None:
            continue
        start, text = places.slice(f"body[{index}]")
        for offset in sorted(find_pairs(text)[1]):
            mark = text[offset]
            code = "TG501" if mark in "[]" else "TG502"
            at = places.between(start + offset, start + offset + 1)
            yield finding(code, f"the mark {mark} has no partner in its paragraph", at)
        if isinstance(block, Paragraph) and len(text) > _FEWEST_LETTERS and not ends_sentence(text):
            last = places.between(start + len(text) - 1, start + len(text))
            yield finding("TG503", "the paragraph ends without a full stop", last)
