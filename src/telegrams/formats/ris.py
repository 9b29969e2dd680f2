"""RIS, the tagged form that nearly every reference manager imports. Written, not read.

One tag to a line; the tags are those that Zotero reads as it does the archive's own RIS: `DB` archive, `AN` place
in the archive, `A2` recipient, `A4` translator, `M3` genre, `KW` subject. Lost: the original language, offices, custody
apart from the source statement, the translator's affiliation, the second date of a range, circa, the number of a
telegram, what the catalogue says beside the subjects.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from telegrams.model import Document

from .contract import Piece, WriteOptions
from .csl.markup import plain
from .csl.write import citation_item
from .keys import distinct
from .names import CitationName, inverted_name

_TYPES = {"personal_communication": "PCOMM", "manuscript": "MANSCPT"}


def item(document: Document, options: WriteOptions) -> Piece:
    """The document as one RIS record, UTF-8. Raises `WriteError` where no valid citation can be made of it."""
    record = citation_item(document, options)
    subjects = document.catalogue.subjects if document.catalogue else ()
    tags = (*_tags(record), *(("KW", subject.verbatim) for subject in subjects))
    values = ((tag, " ".join(plain(value).split())) for tag, value in tags)
    lines = "".join(f"{tag}  - {value}\n" for tag, value in values if value)
    return Piece((f"TY  - {_TYPES[record['type']]}\nID  - ".encode(), f"\n{lines}ER  - \n".encode()), record["id"])


join = distinct
"""The records one after the other."""


def _tags(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The tags behind type and id."""
    yield "TI", record.get("title", "")
    for tag, role in (("AU", "author"), ("A2", "recipient"), ("A4", "translator")):
        for name in record.get(role, ()):
            yield tag, _name(name)
    yield from _date(record.get("issued"))
    yield "M3", record.get("genre", "")
    yield "DB", record.get("archive", "")
    yield "AN", ", ".join(record[part] for part in ("archive_collection", "archive_location") if part in record)
    yield "DP", record.get("source", "")
    yield "AB", record.get("abstract", "")
    yield "LA", record.get("language", "")
    yield "UR", record.get("URL", "")


def _name(name: CitationName) -> str:
    """`family, given`. A body's name with a comma would be read so too; what follows the comma goes in brackets."""
    body, comma, more = name.get("literal", "").partition(", ")
    return f"{body} ({more.replace(', ', '; ')})" if comma else inverted_name(name)


def _date(issued: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    if issued is not None:
        year, month, day = (*issued["date-parts"][0], 0, 0)[:3]
        yield "DA", f"{year:04d}/{month:02d}/{day:02d}/".replace("/00", "/")
        yield "PY", f"{year:04d}"
