"""What a format cannot hold of a document, and where it went: from one table, for reports and for the documentation.

The table is one of the facts (`losses`); a test writes a document with a word of its own in every field, and compares.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple, get_args

from telegrams.errors import UnknownFormatError, UnknownLossesError
from telegrams.facts import records
from telegrams.facts.languages import KnownLanguage, language_of
from telegrams.model import (
    Choice,
    Comment,
    Contributor,
    Deletion,
    Document,
    Encoding,
    Frame,
    Gap,
    Group,
    Markup,
    Name,
    OrganisationName,
    PageBreak,
    PlaceName,
    ProcessingInstruction,
    Space,
)
from telegrams.model.base import Value
from telegrams.model.inline import Editorial
from telegrams.model.known import known
from telegrams.model.readings import as_read

from . import FORMATS
from .csl.write import citation_item
from .text import canonical_text, has_stale_layout, read

Fate = Literal["moved", "words", "lost"]

WHOLE = frozenset({"json", "jsonl", "tei", "tei-corpus"})
"""The formats that give every valid document back as it was (a corpus by way of `tei`), which the laws prove."""

_FATES: tuple[Fate, ...] = get_args(Fate)
ENCODING = "encoding"
"""The row of the table for all that a TEI file says of how the text is encoded, wherever it stands."""
ANNOTATION = "annotation"
"""The row for what an editor says of words, wherever they stand: their language, why they are unclear."""
UNREAD = "unread"
"""The row for words of a text that are not read: struck out, or a reading of which an editor gives another."""
_EDITORIAL = get_args(Editorial)
_ANNOTATED = (Name, PlaceName, OrganisationName, Gap, Space, PageBreak)
_ANNOTATIONS = frozenset({"ref", "key", "extent", "quantity", "unit", "number", "facs"})
"""Fields of these that only an editor fills."""
_CUSTOM = "custom "
_FURTHER = "[1:]"
_NO_WORDS = (
    ".type",
    ".action",
    ".contributors.translator.role",
    ".contributors.editor.role",
    ".contributors.transcriber.role",
)
"""Fields that name what the words of their neighbours are."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A field that a format does not hold as the model does."""

    field: str
    """The path in the model, such as `title.senders.role`; contributors by role, such as `….contributors.editor`;
    `citation.source.holdings[1:]` are the holdings behind the first."""
    fate: Fate
    """`moved`: held in full in another place. `words`: only its words stand, inside another field. `lost`: gone."""
    where: str | None
    """The place, in the format's own terms; none for what is lost."""

    def __str__(self) -> str:
        told = {"moved": "is now", "words": "stands only in the words of", "lost": "is lost"}[self.fate]
        return f"{self.field} {told} {self.where}" if self.where else f"{self.field} {told}"


class _Leaf(NamedTuple):
    """A filled field that holds a string, a number or a truth value."""

    place: str
    """The path with the numbers of members: `citation.source.holdings[1].fond`."""
    field: str
    """The path as the table has it: `citation.source.holdings[1:].fond`."""
    value: str
    owner: Value
    """The part of the document that the field belongs to."""


class _Whole:
    """The document, and its CSL item, which is made when it is asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def item(self) -> Mapping[str, Any]:
        return citation_item(self.document)


_Condition = Callable[[_Leaf, _Whole], bool]


@dataclass(frozen=True, slots=True)
class LossRow:
    """A row of the table: what becomes of a field under some condition, in each format."""

    field: str
    when: str
    """As the table has it, `-` for always."""
    applies: _Condition
    cells: Mapping[str, str]

    def covers(self, leaf: _Leaf, whole: _Whole) -> bool:
        """Whether the row says what becomes of a leaf, if none before it does."""
        path = leaf.field if _FURTHER in self.field else leaf.field.replace(_FURTHER, "")
        return (path == self.field or path.startswith(f"{self.field}.")) and self.applies(leaf, whole)

    def loss(self, format: str) -> Loss | None:
        """The loss that a cell tells; None where the format holds the field."""
        fate, _, where = self.cells[format].partition(" ")
        told = known(_FATES, fate)
        return Loss(self.field, told, where or None) if told else None


@cache
def rows() -> tuple[LossRow, ...]:
    """The rows of the table, in the order of the model."""
    return tuple(
        LossRow(cells["field"], cells["when"], _conditions(cells["when"]), cells) for cells in records("losses")
    )


def _conditions(when: str) -> _Condition:
    """What the table's column `when` says; the comment at its head explains the words."""
    if when.startswith("/"):
        return _condition(when)
    parts = tuple(map(_condition, when.split(" & ")))
    return lambda leaf, whole: all(part(leaf, whole) for part in parts)


def _condition(when: str) -> _Condition:
    if when.startswith("/"):
        form = re.compile(when[1:-1])
        return lambda leaf, _: form.search(leaf.value) is not None
    word, *names = when.split(" ")
    match word:
        case "with":
            return lambda leaf, whole: any(_filled(name, leaf, whole) for name in names)
        case "without":
            return lambda leaf, whole: not any(_filled(name, leaf, whole) for name in names)
        case "where":
            return lambda leaf, _: getattr(leaf.owner, names[0]) in names[1:]
        case "no":
            return lambda _, whole: names[0] not in whole.item
        case "unnamed":
            return lambda leaf, _: _language(leaf, names[0]) is None
        case "unbabelled":
            return lambda leaf, _: not (known := _language(leaf, names[0])) or known.babel is None
        case _:
            return lambda *_: True


def _filled(name: str, leaf: _Leaf, whole: _Whole) -> bool:
    """Whether a field, of the leaf's own part or (`document.…`) of the document, is filled."""
    value: object = whole.document if name.startswith("document.") else leaf.owner
    for step in name.removeprefix("document.").split("."):
        value = getattr(value, step, None)
    return value is not None and value != ()


def _language(leaf: _Leaf, name: str) -> KnownLanguage | None:
    """The language of a tag in the leaf's own part."""
    return language_of(getattr(leaf.owner, name) or "")


def columns() -> tuple[str, ...]:
    """The formats that the table knows, in its order."""
    return tuple(name for name in rows()[0].cells if name in FORMATS)


def losses_of(format: str) -> tuple[Loss, ...]:
    """Every loss that a format can have, in the order of the model; none for the formats in `WHOLE`.

    Raises `UnknownFormatError` for a format that cannot be written, and `UnknownLossesError` for one that can, but of
    which the table says nothing.
    """
    if format not in FORMATS or not FORMATS[format].writes:
        raise UnknownFormatError(format, (name for name, known in FORMATS.items() if known.writes))
    if format in WHOLE:
        return ()
    if format not in columns():
        raise UnknownLossesError(format)
    return tuple(loss for row in rows() if (loss := row.loss(format)))


def losses(document: Document, format: str) -> list[Loss]:
    """The losses of this document in this format: those of the table whose field it fills.

    A field that the table seeks in other words, and that does not stand there, is lost. Of a text only what does not
    come back when it is read is told. Raises as `losses_of` does, and `WriteError` where no valid CSL item can be made.
    """
    if not losses_of(format):
        return []
    leaves = list(_leaves(document))
    if format == "text":
        leaves = list(_gone(document, leaves))
    whole = _Whole(document)
    custom = whole.item["custom"] if format == "csl" else {}
    found: dict[Loss, None] = {}
    for row, covered in _by_row(whole, leaves):
        loss = row.loss(format)
        if loss and _is_there(loss, custom):
            found.setdefault(_stated(loss, covered, document))
    return list(found)


def _by_row(whole: _Whole, leaves: Iterable[_Leaf]) -> Iterator[tuple[LossRow, list[_Leaf]]]:
    """The rows that cover some leaf, in order, each with the leaves that no row before it covers."""
    known = rows()
    covered: dict[int, list[_Leaf]] = {}
    for leaf in leaves:
        number = next(number for number, row in enumerate(known) if row.covers(leaf, whole))
        covered.setdefault(number, []).append(leaf)
    return ((known[number], covered[number]) for number in sorted(covered))


def _stated(loss: Loss, covered: Iterable[_Leaf], document: Document) -> Loss:
    """The loss, as one of `lost` where its words are sought in a statement that does not hold them."""
    words = _statement(loss, document) if loss.fate == "words" else None
    if words is None or all(leaf.value.casefold() in words for leaf in covered if not leaf.field.endswith(_NO_WORDS)):
        return loss
    return Loss(loss.field, "lost", None)


def _statement(loss: Loss, document: Document) -> str | None:
    """The words, case folded, that a field was taken from; None for the text, which a text has whole."""
    title, citation = document.title, document.citation
    part = loss.field.partition(".")[0]
    if part == "title":
        return title.verbatim.casefold() if title else ""
    if part == "date":
        return document.date.verbatim.casefold() if document.date else ""
    if part != "citation" or citation is None:
        return None
    source = citation.source
    printed = f"{citation.verbatim} {citation.url}"
    return (printed if loss.where == "the citation" or source is None else source.verbatim).casefold()


def _is_there(loss: Loss, custom: Mapping[str, object]) -> bool:
    """False for a `custom` key that the item does without, because its other fields already tell the same."""
    where = loss.where or ""
    return not where.startswith(_CUSTOM) or where.removeprefix(_CUSTOM) in custom


def _gone(document: Document, leaves: Iterable[_Leaf]) -> Iterator[_Leaf]:
    """The leaves that the canonical text does not give back when it is read."""
    again = read(canonical_text(document).encode()).documents[0]
    kept = {(leaf.place, leaf.value) for leaf in _leaves(again)}
    for leaf in leaves:
        if has_stale_layout(document) if leaf.field.startswith("layout.") else (leaf.place, leaf.value) not in kept:
            yield leaf


def _leaves(part: Value, place: str = "", field: str = "") -> Iterator[_Leaf]:
    """The filled fields of a part of the document and of the parts inside it."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if value != info.default:
            path = row_of(part, name, field) or f"{field}.{name}".lstrip(".")
            yield from _below(value, f"{place}.{name}".lstrip("."), path, part)


def row_of(part: Value, name: str, field: str) -> str | None:
    """The row for a field that is no word of the text, but says something of words; None for any other.

    The part itself is `field`.
    """
    if field.startswith("amendments"):
        return None
    if isinstance(part, Markup | Group):
        return None if name in {"content", "blocks"} else ENCODING
    if isinstance(part, _EDITORIAL):
        return None if name in {"content", "encoding", "type"} else ANNOTATION
    if isinstance(part, _ANNOTATED) and name in _ANNOTATIONS:
        return ANNOTATION
    return ENCODING if isinstance(part, Encoding | Comment | ProcessingInstruction | Frame) else None


def is_unread(inline: object, owner: object) -> bool:
    """Whether words are no part of the text as it is read; `owner` is the part that they stand in."""
    return isinstance(inline, Deletion) or (isinstance(owner, Choice) and inline not in as_read(owner))


def _below(value: object, place: str, field: str, owner: Value) -> Iterator[_Leaf]:
    if isinstance(value, Value):
        yield from _leaves(value, place, field)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            further = UNREAD if is_unread(each, owner) else field + _FURTHER if number else field
            path = f"{field}.{each.role}" if isinstance(each, Contributor) else further
            yield from _below(each, f"{place}[{number}]", path, owner)
    elif value is not None:
        yield _Leaf(place, field, str(value), owner)
