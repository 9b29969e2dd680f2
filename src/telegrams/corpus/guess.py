"""What a file holds, judged by its name and its first bytes."""

import codecs
from types import MappingProxyType

SUFFIXES = MappingProxyType(
    {
        ".csl.json": "csl",
        ".tei.xml": "tei",
        ".xml": "tei",
        ".tei": "tei",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".json": "json",
        ".txt": "text",
        ".text": "text",
        ".md": "text",
        ".markdown": "text",
    }
)
"""The ends of file names that tell the format; the longer ones first."""

NO_DOCUMENT = (".schema.json",)
"""Ends of file names that look like a known format, but hold no document."""

_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "a JPEG 2000 image"),
    (b"AT&TFORM", "a DjVu file"),
    (b"PK\x03\x04", "a ZIP archive, Word or EPUB file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b\x08", "a gzip archive"),
)
_TEI_BEGINNINGS = (b"<?xml", b"<TEI", b"<tei:TEI", b"<!DOCTYPE TEI")


def known_suffix(name: str) -> str | None:
    """The end of a file name that tells its format; `None` where it does not, or the file holds no document."""
    folded = name.lower()
    if folded.endswith(NO_DOCUMENT):
        return None
    return next((suffix for suffix in SUFFIXES if folded.endswith(suffix)), None)


def foreign(data: bytes) -> str | None:
    """What kind of file other than text this is (`a PDF`), judged by its first bytes; `None` for text."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)


def guess(name: str, data: bytes) -> str:
    """The name of the format that `data` is in. The suffix decides; without a known one, the content.

    Text is what is left: a document that begins with a brace is JSON only where the brace opens a JSON object.
    """
    suffix = known_suffix(name)
    if suffix is not None:
        return SUFFIXES[suffix]
    start = data[: 1 << 16].removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n")
    if start.startswith(_TEI_BEGINNINGS):
        return "tei"
    if start[:1] == b"{" and start[1:].lstrip(b" \t\r\n")[:1] in (b'"', b"}"):
        return _json_or_lines(start)
    if start[:1] == b"[" and start[1:].lstrip(b" \t\r\n")[:2] in (b'{"', b"{\n", b"{ "):
        return "csl"
    return "text"


def _json_or_lines(start: bytes) -> str:
    """`jsonl` where the first line is a whole object and the next line begins one."""
    first, _, rest = start.partition(b"\n")
    return "jsonl" if first.rstrip().endswith(b"}") and rest.lstrip(b"\r\n")[:1] == b"{" else "json"
