"""Findings as the user sees them: place, severity, code and message, the source line, a caret, a hint.

seeds/112634.txt:3:14: warning[TG301] the date cannot be read
  Telegram of the 40th of May
              ^^^^^^^^^^^^^^^
hint: …
"""

import os
import sys
import unicodedata
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from telegrams.corpus.places import Place
    from telegrams.corpus.work import Finding

_TAB = "    "
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_CONTROL_PICTURES = 0x2400
_INDENT = "  "
_CUT = "…"


def visible(text: str) -> str:
    """The text with a visible sign for each character that would move or hide others; a tab becomes blanks."""
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") else character


def width(text: str) -> int:
    """How many columns of a terminal a visible text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def colours(stream: TextIO) -> bool:
    """Whether colours help there: on a terminal that has them, unless NO_COLOR says no."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def render(name: str, finding: "Finding", *, colour: bool = False) -> str:
    """A finding about the file `name`, without a line end at its end."""
    diagnostic, place = finding
    where = f"{visible(name)}:{place.line}:{place.column}" if place else visible(name)
    paint = _COLOURS[diagnostic.severity]
    label = _painted(f"{diagnostic.severity}[{diagnostic.code}]", paint, colour)
    lines = [f"{_painted(where, None, colour)}: {label} {visible(diagnostic.message)}"]
    if place is not None and diagnostic.subject is None:
        lines += _pointed(place, paint, colour)
    if diagnostic.hint:
        lines.append(f"hint: {visible(diagnostic.hint)}")
    return "\n".join(lines)


def _painted(text: str, paint: str | None, colour: bool) -> str:
    return click.style(text, fg=paint, bold=True) if colour else text


def _pointed(place: "Place", paint: str, colour: bool) -> list[str]:
    """The source line and the line with the caret under it."""
    before = _CUT * place.cut_before + visible(place.excerpt[: place.start])
    pointed = visible(place.excerpt[place.start : place.start + place.length])
    after = visible(place.excerpt[place.start + place.length :]) + _CUT * place.cut_after
    caret = _painted("^" * max(1, width(pointed)), paint, colour)
    return [_INDENT + before + pointed + after, _INDENT + " " * width(before) + caret]


def show(name: str, finding: "Finding", *, err: bool = True) -> None:
    """Print a finding on standard error or standard output."""
    stream = sys.stderr if err else sys.stdout
    colour = colours(stream)
    click.echo(render(name, finding, colour=colour), err=err, color=colour)
