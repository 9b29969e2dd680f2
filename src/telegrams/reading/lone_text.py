"""A document's words without its header → its body, by the same stages."""

from collections.abc import Iterator, Sequence
from functools import reduce

from telegrams.model.document import Document
from telegrams.values.blanks import one_line

from .blanks import keep_blanks
from .draft import Draft, LayoutName
from .lines import BLANK, Line, split_lines
from .passages import group_lines
from .source import Source, from_text
from .stages import is_set, join_sentences, read_text
from .unwrap import WIDEST

STAGES = (join_sentences, read_text, keep_blanks)


def read_lone_text(source: Source, document: Document) -> Document:
    """The document with the blocks of a text in it; its other fields say when it was written, by whom."""
    lines = _lines(source)
    # A line wider than any page was not wrapped, however the text sets its lines.
    layout: LayoutName = "print" if is_set(lines, source.clean) and not _is_wide(lines) else "none"
    draft = Draft(source, tuple(lines), layout, document=document)
    return reduce(lambda draft, stage: stage(draft), STAGES, draft).document


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs of a text, each in one line."""
    return (one_line(passage.text) for passage in group_lines(_lines(from_text(text))))


def _lines(source: Source) -> list[Line]:
    """The lines, with a blank one behind each where every line is a paragraph, as in tables of an archive's texts."""
    lines = split_lines(source.clean)
    texts = [line for line in lines if line.text]
    if not _are_paragraphs(source.clean, texts):
        return lines
    return [each for line in texts for each in (line, BLANK)]


def _are_paragraphs(clean: str, texts: Sequence[Line]) -> bool:
    """Whether every line is a paragraph.

    Rule: no blank line parts them, and one is wider than any page or none goes on in small letters: lines that wrap
    soon do.
    """
    if len(texts) < 2 or "\f" in clean or any(line.indent or line.hard for line in texts):
        return False
    parted = len(texts) <= clean.strip(" \t\n").count("\n")
    return not parted and (_is_wide(texts) or not any(line.text[0].islower() for line in texts))


def _is_wide(lines: Sequence[Line]) -> bool:
    return any(len(line.text) > WIDEST for line in lines)
