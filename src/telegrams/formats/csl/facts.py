"""CSL-JSON item → the description of a Document, from the fields of every reference manager and readable `custom` keys.

The writer asks this module what its item gives back, and adds a `-facts` key for each part of the model that comes
out otherwise; `FACTS` is the list of those parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from telegrams.facts.family_first import is_family_first
from telegrams.facts.genres import kind_of_genre
from telegrams.facts.languages import language_of
from telegrams.formats.names import CitationName, printed_name
from telegrams.formats.publication import is_address
from telegrams.model import Catalogue, Citation, ContentsItem, Document, HistoricalDate, Kind, Language, Party, Title
from telegrams.values.headings import parse_subject_heading

from .cited import citation_of
from .fields import line_from, listed, names, section, valid, words_of
from .issued import date_of

_KIND: TypeAdapter[Kind | None] = TypeAdapter(Kind | None)
_TYPES = {"personal_communication": "letter", "speech": "speech", "report": "report", "article": "article"}


def document_of(item: Mapping[str, Any]) -> Document:
    """The description that an item gives. Total: a field of another type than CSL's counts as absent."""
    date = date_of(item)
    return Document(
        title=_title(item),
        date=date,
        citation=citation_of(item, date),
        summary=_summary(item),
        original_languages=_languages(item),
        contents=_contents(item),
        catalogue=_catalogue(item),
    )


def _title(item: Mapping[str, Any]) -> Title | None:
    printed = words_of(item, "title")
    if printed is None:
        return None
    before, bracket, sequence = printed[:-1].rpartition(" (")
    counted = bracket and before and printed.endswith(")") and sequence.isascii() and sequence.isdigit()
    authors, recipients = names(item, "author"), names(item, "recipient")
    roles = _aligned(item, "author-roles", len(authors))
    author_refs = _aligned(item, "author-authorities", len(authors))
    recipient_refs = _aligned(item, "recipient-authorities", len(recipients))
    return Title(
        verbatim=printed,
        kind=_kind(item),
        number=words_of(item, "number"),
        sequence=int(sequence) if counted and len(sequence) < 4 else None,
        senders=tuple(
            _linked(_party(name, printed, line_from(role)), ref)
            for name, role, ref in zip(authors, roles, author_refs, strict=True)
        ),
        recipients=tuple(
            _linked(_party(name, printed), ref) for name, ref in zip(recipients, recipient_refs, strict=True)
        ),
    )


def _aligned(item: Mapping[str, Any], key: str, count: int) -> list[Any]:
    """The values of a `custom` key, one for each name; None for each where their number is another."""
    values = listed(section(item, "custom"), key)
    return values if len(values) == count else [None] * count


def _linked(party: Party, ref: object) -> Party:
    """The party with its authority, where that is an address."""
    return party.model_copy(update={"ref": ref}) if isinstance(ref, str) and is_address(ref) else party


def _kind(item: Mapping[str, Any]) -> Kind | None:
    own = section(item, "custom").get("document-type")
    genre = words_of(item, "genre")
    word = own or (kind_of_genre(genre) if genre else _TYPES.get(str(item.get("type"))))
    try:
        return _KIND.validate_python(word)
    except ValidationError:
        return None


def _party(name: CitationName, title: str, role: str | None = None) -> Party:
    """The party of a name: in the form that stands in the title, if one does.

    A literal is a person's name where it is family-first, else the office (as the role says), else the body.
    """
    literal = name.get("literal")
    if literal is None:
        forms = (printed_name(name), name["family"])
        return Party(name=next((form for form in forms if form in title), forms[0]), role=role)
    if is_family_first(literal):
        return Party(name=literal, role=role)
    if role and (literal == role or literal.startswith(f"{role}, ")):
        return Party(role=role, organisation=literal[len(role) + 2 :] or None)
    return Party(organisation=literal, role=role)


def _summary(item: Mapping[str, Any]) -> tuple[str, ...]:
    abstract = item.get("abstract")
    paragraphs = abstract.split("\n\n") if isinstance(abstract, str) else []
    return tuple(found for paragraph in paragraphs if (found := line_from(paragraph)))


def _languages(item: Mapping[str, Any]) -> tuple[Language, ...]:
    """The original languages: our own key; a foreign item's `language`, which the archive's site fills so."""
    custom = section(item, "custom")
    tags = (words_of(custom, "original-language") or "").split(", ")
    if not custom:
        tags = [words_of(item, "language") or ""]
    return tuple(found for tag in tags if tag and (found := _language(tag)))


def _language(tag: str) -> Language | None:
    known = language_of(tag)
    return Language(verbatim=known.english, tag=tag) if known else valid(Language, verbatim=tag)


def _contents(item: Mapping[str, Any]) -> tuple[ContentsItem, ...]:
    """A translation, where the language of the text is not the original one."""
    tag, original = words_of(item, "language"), words_of(section(item, "custom"), "original-language")
    known = language_of(tag) if tag else None
    if known is None or original is None or tag == original:
        return ()
    found = valid(ContentsItem, verbatim=f"Translation - {known.english}", kind="translation", language=tag)
    return (found,) if found else ()


def _catalogue(item: Mapping[str, Any]) -> Catalogue | None:
    """The subjects among the keywords, which semicolons part."""
    keywords = (words_of(item, "keyword") or "").split(";")
    subjects = tuple(parse_subject_heading(found) for each in keywords if (found := line_from(each)))
    return Catalogue(subjects=subjects) if subjects else None


@dataclass(frozen=True, slots=True)
class Fact:
    """A part of the description that `custom` can hold in full."""

    field: str
    key: str
    adapter: TypeAdapter[Any]

    def dump(self, document: Document, again: Document) -> object:
        """What to add to the item so that it gives this part of `document`, given that it gives `again`."""
        new, old = (
            self.adapter.dump_python(getattr(each, self.field), mode="json", exclude_defaults=True)
            for each in (document, again)
        )
        return _difference(new, old)

    def load(self, value: object, again: Document) -> object:
        """This part of the document. Raises `ValidationError` for a value that `dump` does not give."""
        old = self.adapter.dump_python(getattr(again, self.field), mode="json", exclude_defaults=True)
        return self.adapter.validate_python(_merged(old, value))


FACTS = (
    Fact("title", "title-facts", TypeAdapter(Title | None)),
    Fact("date", "date-facts", TypeAdapter(HistoricalDate | None)),
    Fact("citation", "citation-facts", TypeAdapter(Citation | None)),
    Fact("summary", "summary-facts", TypeAdapter(tuple[str, ...])),
    Fact("original_languages", "language-facts", TypeAdapter(tuple[Language, ...])),
    Fact("contents", "contents-facts", TypeAdapter(tuple[ContentsItem, ...])),
    Fact("catalogue", "catalogue-facts", TypeAdapter(Catalogue | None)),
)


def _difference(new: object, old: object) -> object:
    """What `new` has otherwise than `old`: objects field by field, null for a field that goes."""
    if not (isinstance(new, dict) and isinstance(old, dict)):
        return new
    changed = [name for name in {**old, **new} if new.get(name) != old.get(name)]
    return {name: _difference(new.get(name), old.get(name)) for name in changed}


def _merged(old: object, change: object) -> object:
    """The value that `_difference(value, old)` gave `change` for."""
    if not (isinstance(change, dict) and isinstance(old, dict)):
        return change
    names_ = {**old, **change}
    merged = {name: _merged(old.get(name), change[name]) if name in change else old[name] for name in names_}
    return {name: value for name, value in merged.items() if value is not None}
