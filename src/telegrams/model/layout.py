"""How the source text was set out, as far as the canonical text does not already say it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Value

Escaped = Annotated[str, StringConstraints(pattern=r"^[^\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]*$")]
"""Any text; a backslash and characters that XML cannot carry are written `\\uXXXX` (four hexadecimal figures)."""

Encoding = Literal[
    "utf-8", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "iso-8859-1", "iso-8859-2", "koi8-r"
]
"""The encodings that `--encoding` accepts; UTF-8 unless the user says otherwise."""

Count = Annotated[int, Field(ge=0)]


class Edit(Value):
    """One step of the way from the canonical text to the source."""

    skip: Count
    """Characters of the canonical text taken over unchanged since the previous edit."""
    delete: Count
    """Characters of the canonical text then left out."""
    insert: Escaped
    """Text of the source written instead."""


class Layout(Value):
    """The edit script from the canonical text to the source text, and the facts of its encoding."""

    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    """BLAKE2b (16 bytes, hexadecimal) of the canonical text, UTF-8, that the edits belong to."""
    bom: bool = False
    """True where the source begins with a byte order mark."""
    encoding: Encoding = "utf-8"
    line_ending: Literal["lf", "crlf", "cr"] = "lf"
    """The line end of the source; where it mixes several, the rarer ones stand in the edits."""
    edits: tuple[Edit, ...] = ()
