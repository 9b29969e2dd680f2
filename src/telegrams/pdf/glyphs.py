"""What passes between the stages: limits, glyphs, and what is wrong with a file."""

from typing import Literal, NamedTuple

Problem = Literal["missing", "encrypted", "damaged", "too-large"]


class Limits(NamedTuple):
    """How much a PDF may ask for. The archive's longest documents have about 200 pages."""

    pages: int = 1_000
    characters: int = 2_000_000
    """In the whole file."""
    page_characters: int = 100_000
    text: int = 10_000_000
    """Characters of the text taken out, the blanks that set it included."""
    seconds: int = 60
    memory: int = 1 << 29
    """Bytes of address space, where the system can hold a process to it."""


class PdfProblem(Exception):  # noqa: N818 - it becomes an answer, not a message of failure
    """Why there is no text; `kind` chooses the finding."""

    def __init__(self, kind: Problem, detail: str) -> None:
        self.kind, self.detail = kind, detail
        super().__init__(kind, detail)


class Glyph(NamedTuple):
    """One character on the page, turned upright: x grows in the direction of reading, y upwards; in points."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    turn: int = 0
    """Quarter turns, counter-clockwise, by which the reader sees it turned."""
    drawn: int = 0
    """The number of the operation that draws it, counted on its page: a word, or a part of one."""


class PageGlyphs(NamedTuple):
    """The glyphs of one page in the order of the file, blanks included."""

    glyphs: list[Glyph]
    layer: list[Glyph]
    """Those that are there but not painted: what recognition of characters (OCR) lays under a scan."""
    unreadable: int = 0
    """How many have a font that does not say which characters they are."""
    hidden: int = 0
    """How many are left out: off the page, without size, or aslant."""
