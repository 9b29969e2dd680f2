"""The lines by which a web page of the archive is known where it was copied as text."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import table

WebSign = Literal["first", "support", "information", "source", "number", "buttons", "cite", "share", "versions"]
"""What a line says of the page: see the table."""


class _Lines(NamedTuple):
    sign: WebSign
    lines: tuple[str, ...]


_ROWS = table("web_lines", _Lines)

SIGN_OF_LINE = MappingProxyType({line.lower(): row.sign for row in _ROWS for line in row.lines})
"""A line in lower case, without a colon → what it says."""
LINES_OF_SIGN = MappingProxyType({row.sign: row.lines for row in _ROWS})
"""The lines that say it, as the page prints them."""
