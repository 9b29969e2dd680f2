"""Which files of a folder are read, and which files are no text, whatever their names."""

from types import MappingProxyType

from telegrams.formats import guess_format

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
        ".pdf": "pdf",
    }
)
"""The ends of file names by which a folder is searched, and the format they promise; the longer ones first."""

NO_DOCUMENT = (".schema.json",)
"""Ends of file names that look like a known format, but hold no document."""

_BEGINNINGS = (
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


def format_of(name: str, data: bytes) -> str:
    """The format of a file: what its content shows; where it shows nothing, what the end of its name promises.

    So a damaged JSON file is reported as JSON with an error in it, and not read as text.
    """
    shown = guess_format(data, name)
    suffix = known_suffix(name)
    return SUFFIXES[suffix] if shown == "text" and suffix else shown
