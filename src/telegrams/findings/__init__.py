"""The catalogue of findings: one page `TGnnn.md` for each code, which fixes its severity.

The first line of a page is `# TGnnn severity: title`. The rest says what it means, why it matters, an example
and what to do; `telegrams explain TGnnn` prints it. Numbers: TG0 input, TG1 header, TG2 citation, TG3 dates,
TG4 titles, TG5 body, TG6 TEI, TG7 JSON, TG8 citation formats, TG9 files and runs.
"""

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import get_args

from telegrams.model.diagnostics import Diagnostic, Severity, Span
from telegrams.model.known import one_of

_PAGES = Path(__file__).parent
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def codes() -> tuple[str, ...]:
    """All codes, sorted."""
    return tuple(sorted(page.stem for page in _PAGES.glob("TG[0-9][0-9][0-9].md")))


def page(code: str) -> str:
    """The page of a code, in Markdown. Raises `KeyError` for a code that does not exist."""
    if code not in codes():
        raise KeyError(code)
    return (_PAGES / f"{code}.md").read_text("utf-8")


def heading(code: str) -> str:
    """The title of a code's page: `an element is not understood`. Raises `KeyError` for a code that does not exist."""
    return page(code).partition("\n")[0].partition(": ")[2]


@cache
def severity(code: str) -> Severity:
    """The severity that a code's page states. Raises `KeyError` for a code that does not exist."""
    word = page(code).split(maxsplit=3)[2].rstrip(":")
    return one_of(_SEVERITIES, word)


def in_our_voice(words: str) -> str:
    """What another program says (Pydantic, libxml2), as our messages are: it begins small and has no full stop."""
    words = words.removesuffix(".")
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def finding(code: str, message: str, span: Span | None = None, hint: str | None = None) -> Diagnostic:
    """A diagnostic with the severity of its code's page.

    Message and hint begin small and have no full stop, like those of a compiler: they follow a place and a code.
    """
    return Diagnostic(code=code, severity=severity(code), message=message, span=span, hint=hint)


def line_span(text: str, line: int, column: int = 1) -> Span:
    """The place of a line, without its line feed, from a column on; lines and columns count from 1."""
    start = 0
    for found in islice(re.finditer("\n", text), max(line - 1, 0)):
        start = found.end()
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return Span(start=min(start + max(column - 1, 0), end), end=end)
