"""Findings about a document."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Value

Severity = Literal["error", "warning", "info"]
Offset = Annotated[int, Field(ge=0)]


class Span(Value):
    """A half-open range of the decoded source text, in characters (code points)."""

    start: Offset
    end: Offset


class Diagnostic(Value):
    """A finding about a document. Every code is explained by `telegrams explain CODE`."""

    code: Annotated[str, StringConstraints(pattern=r"^TG[0-9]{3}$")]
    severity: Severity
    message: str
    """One sentence about this document."""
    span: Span | None = None
    """Where in the source text, if it has a place there."""
    hint: str | None = None
    """What the user can do."""
    subject: str | None = None
    """What a finding that stands for several places is about: the name of an element."""
    count: Annotated[int, Field(ge=1)] = 1
    """At how many places, of which `span` is the first."""
