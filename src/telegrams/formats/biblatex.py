"""BibLaTeX, for LaTeX users. Written, not read.

No entry type and no field of biblatex knows an archive, so the place of the document is `howpublished`, which every
style prints, and the holding archive is `library`, which none prints. Correspondence is `@letter` (printed as
`@misc`), everything else `@unpublished`. Lost: the recipient, offices, custody apart from the source statement, the
translator's affiliation.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from telegrams.facts.languages import language_of
from telegrams.model import Document, SubjectHeading

from .contract import Piece, WriteOptions
from .csl.markup import plain
from .csl.tables import dates_of
from .csl.write import citation_item
from .keys import distinct
from .names import CitationName

_ENTRIES = {"personal_communication": "letter", "manuscript": "unpublished"}
_WIDTH = 12
_SPECIALS = {character: f"\\{character}" for character in "&%$#_"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_PAIRED = str.maketrans(_SPECIALS | {"{": r"\{", "}": r"\}"})
_UNPAIRED = str.maketrans(_SPECIALS | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"})
_URL_SPECIALS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_WHERE = ("archive_location", "archive_collection", "archive", "archive-place", "source")


def item(document: Document, options: WriteOptions) -> Piece:
    """The document as one BibLaTeX entry, UTF-8. Raises `WriteError` where no valid citation can be made of it."""
    record = citation_item(document, options)
    fields = [f"  {name:<{_WIDTH}} = {{{value}}},\n" for name, value in _fields(document, record) if value]
    begin, end = f"@{_ENTRIES[record['type']]}{{", "".join([",\n", *fields, "}\n"])
    return Piece((begin.encode(), end.encode()), record["id"])


join = distinct
"""The entries one after the other."""


def _fields(document: Document, record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    text, original = record.get("language", ""), record["custom"].get("original-language", "")
    known = language_of(text)
    yield "author", _names(record, "author")
    yield "title", braced(plain(record.get("title", "")))
    yield "number", escaped(plain(record.get("number", "")))
    yield "translator", _names(record, "translator")
    if original != text:
        yield "origlanguage", " and ".join(name for tag in original.split(", ") if (name := _language(tag)))
    yield "langid", (known.babel if known else None) or ""
    yield "date", next((date.edtf for date in dates_of(document) if date.edtf), "") if "issued" in record else ""
    yield "type", record.get("genre", "").capitalize()
    yield "howpublished", escaped(plain(", ".join(record[part] for part in _WHERE if part in record)))
    yield "library", escaped(_library(record["custom"].get("holding-archive", {})))
    yield "url", record.get("URL", "").translate(_URL_SPECIALS)
    yield "abstract", escaped(plain(record.get("abstract", "")))
    yield "keywords", ", ".join(map(_keyword, document.catalogue.subjects if document.catalogue else ()))


def _keyword(subject: SubjectHeading) -> str:
    """In braces where it has a comma, which parts keywords."""
    words = escaped(subject.verbatim)
    return f"{{{words}}}" if "," in words else words


def _language(tag: str) -> str | None:
    """The key of a language where babel knows it, else its English name, which biblatex prints as it stands."""
    known = language_of(tag)
    return (known.babel or known.english) if known else None


def _names(record: Mapping[str, Any], role: str) -> str:
    return " and ".join(_name(name) for name in record.get(role, ()))


def _name(name: CitationName) -> str:
    """`Family, Suffix, Given`; a literal in braces, so that it is not taken apart. A lone family name needs none."""
    if "literal" in name:
        return f"{{{escaped(plain(name['literal']))}}}"
    parts = [escaped(plain(name[part])) for part in ("family", "suffix", "given") if part in name]
    family = parts[0] if not re.search(r"\band\b|,", parts[0]) else f"{{{parts[0]}}}"
    return ", ".join([family, *parts[1:]] if "given" in name or "suffix" not in name else [family, *parts[1:], ""])


def _library(holding: Mapping[str, str]) -> str:
    name, abbreviation = holding.get("name", ""), holding.get("abbreviation")
    named = f"{name} ({abbreviation})" if abbreviation else name
    return ", ".join(part for part in (named, holding.get("place"), holding.get("country")) if part)


def escaped(text: str) -> str:
    """Text with LaTeX's special characters as commands; everything else stays UTF-8.

    Braces that pair become `\\{` and `\\}`, which every reader knows. BibTeX counts braces even there, so braces
    that do not pair become commands by name.
    """
    return text.translate(_table(text))


def _table(text: str) -> Mapping[int, str]:
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in text))
    return _PAIRED if not depths or (depths[-1] == 0 and min(depths) >= 0) else _UNPAIRED


def braced(title: str) -> str:
    """The title, escaped, with every capital behind its first letter in braces, so that no style lowers it.

    A word is protected as a whole, without the punctuation around it: `to the {CC} {CPSU}`.
    """
    table = _table(title)
    return " ".join(_braced(word, number, table) for number, word in enumerate(title.split(" ")))


def _braced(word: str, number: int, table: Mapping[int, str]) -> str:
    counted = [place for place, letter in enumerate(word) if letter.isalnum() or letter == "."]
    start, end = (counted[0], counted[-1] + 1) if counted else (0, 0)
    middle = word[start:end]
    if not any(letter.isupper() for letter in (middle if number else middle[1:])):
        return word.translate(table)
    before, kept, after = (part.translate(table) for part in (word[:start], middle, word[end:]))
    return f"{before}{{{kept}}}{after}"
