"""The door for who has facts instead of a file: `build`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from telegrams.errors import ParseError
from telegrams.facts.catalogue import CATALOGUE_FIELD_OF_LABEL
from telegrams.facts.labels import FIELD_OF_LABEL
from telegrams.findings import finding
from telegrams.model.catalogue import Catalogue
from telegrams.model.citation import Citation
from telegrams.model.document import ContentsItem, Document, HeaderField, Language
from telegrams.reading import paragraphs_of, read_lone_text
from telegrams.reading.catalogue import value_of_entries
from telegrams.reading.labels import label_of
from telegrams.reading.lines import Line
from telegrams.reading.source import from_text
from telegrams.values.blanks import one_line
from telegrams.values.citations import parse_citation
from telegrams.values.dates import parse_date
from telegrams.values.languages import languages_named, parse_contents_item
from telegrams.values.titles import parse_title

_NO_LABEL = re.compile(r"[*_<:\s]+")
_LONGEST_LABEL = 50
Paragraphs = str | Iterable[str]
"""Paragraphs one by one, or in one string: parted by blank lines, or each on a line of its own."""


def build(  # noqa: PLR0913 - a fact each, by name
    *,
    title: str | None = None,
    date: str | None = None,
    citation: str | None = None,
    source: str | None = None,
    url: str | None = None,
    summary: Paragraphs = (),
    credits: Paragraphs = (),  # noqa: A002 - the field of the document
    original_languages: Paragraphs = (),
    contents: Paragraphs = (),
    other_fields: Mapping[str, Paragraphs] | Iterable[tuple[str, Paragraphs]] = (),
    text: str | None = None,
) -> Document:
    """The document that facts make, each read by the reader that reads it in a file; all may be missing or blank.

    `title`, `date` (as the archive prints it, or ISO 8601), and `text`, the words of the document, are strings, the
    text with or without the archive's furniture and marks of Markdown. Where lines of the text or of a summary are
    parted by no blank line and one is wider than any page, each line is a paragraph.
    `citation` is the archive's own citation; who has only the `source` statement gives that: a citation holds one, so
    that both are one too many. `url` is the record's address, which has its number.
    `original_languages` and `contents` are names (`Russian`) and items (`Translation - English`), `other_fields`
    paragraphs by their label, or pairs of a label and its paragraphs. What stands under a label of the archive's
    catalogue (`Author(s)`, `Rights`) is read as an entry of it for each paragraph.

    Lost: white space and what XML cannot carry in all but the text, as in every value; the document has no layout.
    Raises `ParseError` (TG022) for a fact that no document can hold, `DecodeError` for a text with a lone surrogate,
    `TypeError` for what is no string.
    """
    if _words("citation", citation) and _words("source", source):
        raise _unfit("a citation holds its source statement, and both were given", "leave `source` out")
    facts: dict[str, Any] = {
        "title": parse_title(words) if (words := _words("title", title)) else None,
        "date": parse_date(words) if (words := _words("date", date)) else None,
        "citation": _citation(_words("citation", citation) or _words("source", source), _words("url", url)),
        "summary": _paragraphs("summary", summary),
        "credits": _paragraphs("credits", credits),
        "original_languages": tuple(_languages(original_languages)),
        "contents": tuple(map(_item, _paragraphs("contents", contents))),
    }
    given = other_fields.items() if isinstance(other_fields, Mapping) else other_fields
    catalogue, others = _apart([_field(label, words, facts) for label, words in given])
    document = Document(**facts, catalogue=catalogue, other_fields=others)
    return read_lone_text(from_text(_string("text", text)), document) if text is not None else document


def _string(name: str, fact: object) -> str:
    if not isinstance(fact, str):
        raise TypeError(f"{name}: a string is needed, and this is {type(fact).__name__}")
    return fact


def _words(name: str, fact: str | None) -> str:
    """A fact of one line; empty where there is none."""
    return one_line(_string(name, fact)) if fact is not None else ""


def _unfit(message: str, hint: str) -> ParseError:
    return ParseError((finding("TG022", message, hint=hint),))


def _citation(words: str, url: str) -> Citation | None:
    return parse_citation(words or url, url or None) if words or url else None


def _paragraphs(name: str, given: Paragraphs) -> tuple[str, ...]:
    if isinstance(given, str):
        return tuple(paragraphs_of(given))
    return tuple(words for each in given if (words := _words(name, each)))


def _languages(given: Paragraphs) -> Iterator[Language]:
    for names in _paragraphs("original_languages", given):
        yield from languages_named(names)


def _item(words: str) -> ContentsItem:
    item = parse_contents_item(words)
    if item is None:
        raise _unfit(f"“{words}” is no item of an archive's contents", "such as “Translation - English”")
    return item


def fitting_label(name: str) -> str:
    """A label for what a file calls `name`, as `other_fields` takes it; that of a field of its own is `Further …`."""
    label = _NO_LABEL.sub(" ", name).strip()[:_LONGEST_LABEL].strip()
    known = label.lower() in FIELD_OF_LABEL or label.lower() in CATALOGUE_FIELD_OF_LABEL
    return f"Further {label}" if known or not label else label


def _field(label: str, given: Paragraphs, facts: Mapping[str, object]) -> HeaderField:
    """A field with a label of its own, or with that of a field that is there already, as a text can show it."""
    name = one_line(_string("label", label))
    line = f"**{name}:**"
    read = label_of(Line(line, 0, len(line), 0, hard=False, page=False))
    if read is None or read.name != name:
        raise _unfit(f"“{label}” is no label", "a label has up to 60 characters and none of : * _ <")
    if read.field == "contents" or (read.field and not facts[read.field]):
        raise _unfit(f"“{name}” labels a field that `build` has an argument for", f"give it as `{read.field}`")
    return HeaderField(label=name, paragraphs=_paragraphs(name, given))


def _apart(fields: Iterable[HeaderField]) -> tuple[Catalogue | None, tuple[HeaderField, ...]]:
    """The fields of the catalogue, each where its label stands first, and those that are none."""
    catalogue: dict[str, object] = {}
    others = []
    for field in fields:
        part = CATALOGUE_FIELD_OF_LABEL.get(field.label.lower())
        if part is None or part in catalogue:
            others.append(field)
        elif field.paragraphs:
            catalogue[part] = value_of_entries(part, field.paragraphs)
    return Catalogue.model_validate(catalogue) if catalogue else None, tuple(others)
