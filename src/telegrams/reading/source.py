"""Bytes → text: decoding, byte order mark, line ends, and the characters that no value may hold.

Four forms of one text:

    raw      the decoded source without its byte order mark; spans of diagnostics and evidence count here
    base     `raw` with one line feed for each line end, where the source keeps to one kind of line end;
             the edits of the layout lead from the canonical text to this
    unfolded `base` with line feeds only, without characters that XML cannot carry, and with what Markdown escapes as
             it is meant: `\\[illegible\\]` for a bracket that begins no link, `&amp;`, `&lt;`, `&gt;`, `&quot;`
    clean    the same with every space character as a plain blank; the reader sees this
"""

import codecs
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from telegrams.errors import DecodeError
from telegrams.findings import finding
from telegrams.model.layout import Encoding
from telegrams.values.blanks import folded

LineEnding = Literal["lf", "crlf", "cr"]

_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_WIDE: tuple[Encoding, ...] = ("utf-16-le", "utf-16-be")
_LINE_ENDS: dict[LineEnding, str] = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
# Form feed and carriage return are illegal in XML too, but they are page and line ends and handled as such.
_CONTROLS = tuple(map(chr, (*range(9), 11, *range(14, 32), 0xFFFE, 0xFFFF)))
_UNCARRIED = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_CR_BEFORE_LF = re.compile("\r(?=\n)")
_ESCAPED = re.compile(r"(?<!\\)\\(?=[\[\]])|&(?:amp|lt|gt|quot);")
_MEANT = {"\\": "", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}


@dataclass(frozen=True)
class Source:
    """A decoded source text."""

    raw: str
    encoding: Encoding = "utf-8"
    bom: bool = False
    start: int = 0
    """Where it begins in the text that it is a slice of; spans count from the beginning of that text."""

    @cached_property
    def line_ending(self) -> LineEnding:
        """The one kind of line end that the text keeps to; `lf` where it mixes several."""
        returns = self.raw.count("\r")
        if not returns:
            return "lf"
        feeds = self.raw.count("\n")
        if not feeds:
            return "cr"
        return "crlf" if self.raw.count("\r\n") == returns == feeds else "lf"

    @cached_property
    def base(self) -> str:
        """The text that the layout's edits produce."""
        ending = self.line_ending
        return self.raw if ending == "lf" else self.raw.replace(_LINE_ENDS[ending], "\n")

    @cached_property
    def clean(self) -> str:
        """The text that the reader sees."""
        return folded(self.unfolded)

    @cached_property
    def unfolded(self) -> str:
        """The same text with the space characters of the source, each in its place."""
        text = self._carried
        return _ESCAPED.sub(lambda match: _MEANT[match[0]], text) if "\\" in text or "&" in text else text

    @cached_property
    def _carried(self) -> str:
        """`base` with line feeds only, without characters that XML cannot carry."""
        text = self.base
        if "\r" in text:
            text = _CR_BEFORE_LF.sub("", text).replace("\r", "\n")
        # Asking for each character in turn is many times quicker than a pattern where none of them occurs.
        return _UNCARRIED.sub("", text) if any(control in text for control in _CONTROLS) else text

    @cached_property
    def _removed(self) -> list[float]:
        """For each character of `raw` that `clean` lacks, its offset in `clean` (the place where it is missing).

        What an entity has more than the character that it means is half a place behind it.
        """
        pattern = re.compile(f"{_UNCARRIED.pattern}|{_CR_BEFORE_LF.pattern}")
        controls = [match.start() - count for count, match in enumerate(pattern.finditer(self.raw))]
        escapes = [
            place
            for match in _ESCAPED.finditer(self._carried)
            for place in ([match.start()] if match[0] == "\\" else range(match.start() + 1, match.end()))
        ]
        before = [place - bisect_left(escapes, place) for place in controls]
        behind = (0 if self._carried[place] == "\\" else 0.5 for place in escapes)
        places = (place - count - half for (count, place), half in zip(enumerate(escapes), behind, strict=True))
        return sorted([*before, *places])

    def raw_offset(self, offset: int, *, end: bool = False) -> int:
        """The place in the whole text of an offset in `clean`; as the end of a span, before what was removed there."""
        if len(self.clean) == len(self.raw):
            return self.start + offset
        return self.start + offset + (bisect_left if end else bisect_right)(self._removed, offset)


def decode(data: bytes, encoding: Encoding = "utf-8") -> Source:
    """Decode strictly; a text that begins with a byte order mark of UTF-16, which no UTF-8 begins with, as UTF-16.

    Raises `DecodeError` (TG001) with the byte offset of the first byte that does not fit.
    """
    if encoding == "utf-8":
        encoding = next((wide for wide in _WIDE if data.startswith(_BOMS[wide])), encoding)
    mark = _BOMS.get(encoding, b"")
    bom = bool(mark) and data.startswith(mark)
    try:
        return Source(data.decode(encoding) if not bom else data[len(mark) :].decode(encoding), encoding, bom)
    except UnicodeDecodeError as error:
        offset = error.start + (len(mark) if bom else 0)
        raise DecodeError(
            finding(
                "TG001",
                f"byte {offset} ({data[offset : offset + 1].hex()}) is not {encoding}: {error.reason}",
                hint="name the encoding of the file, for example --encoding cp1252 or utf-16-le",
            ),
            offset,
        ) from error


def from_text(text: str) -> Source:
    """A source from text that is decoded already; raises `DecodeError` for a lone surrogate, which no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        message = f"character {error.start} is a lone surrogate, which is not text"
        raise DecodeError(finding("TG001", message), error.start) from error
    bom = text.startswith("\ufeff")
    return Source(text[1:] if bom else text, "utf-8", bom)


def encode(raw: str, encoding: Encoding, *, bom: bool) -> bytes:
    """The bytes of a text; the opposite of `decode`. Raises `UnicodeEncodeError` for a character it does not have."""
    return (_BOMS[encoding] if bom else b"") + raw.encode(encoding)


def with_line_ending(base: str, line_ending: LineEnding) -> str:
    """`raw` from `base`."""
    return base if line_ending == "lf" else base.replace("\n", _LINE_ENDS[line_ending])
