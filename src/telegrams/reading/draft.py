"""What the stages of reading hand on to each other."""

from typing import Literal, NamedTuple

from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document

from .header import Header
from .lines import Line
from .passages import Passage
from .source import Source

LayoutName = Literal["markdown", "print", "one-line", "web", "none"]


class Evidence(NamedTuple):
    """Where a value of the document stands in the clean text."""

    path: str
    """The value's place in the document, such as `citation` or `body[3]`."""
    start: int
    end: int


class Draft(NamedTuple):
    """A document on its way; each stage fills in its part."""

    source: Source
    lines: tuple[Line, ...] = ()
    layout: LayoutName = "none"
    header: Header | None = None
    passages: tuple[Passage, ...] = ()
    document: Document = Document.model_construct()  # empty; Pydantic builds the class sooner when its parts are built
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
