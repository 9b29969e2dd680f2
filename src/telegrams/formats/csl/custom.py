"""The `custom` object of an item: what CSL has no variable for, under named keys.

Two sorts of keys. The readable ones (`wcda-id`, `original-language`, `author-roles`, `holding-archive`, `custody` …)
are always there when the document says so. The keys ending in `-facts` hold a part of the model in full, and only
where reading the item back would otherwise give something else: most items need none.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.facts.rules import inference
from telegrams.formats.completed_names import catalogued_given_names, completed_name
from telegrams.formats.names import CitationName, party_name
from telegrams.formats.recommended import with_url
from telegrams.model import Document, Holding, Party, SourceStatement

from .facts import FACTS, document_of
from .fields import PLACES
from .statement import custody_clauses, translators


def custom_fields(document: Document, item: Mapping[str, Any]) -> dict[str, Any]:
    """The `custom` object for the item that was built from the document."""
    readable = {name: value for name, value in _readable(document, item).items() if value}
    return readable | _missing_facts(as_stated(document), {**item, "custom": readable})


def as_stated(document: Document) -> Document:
    """The document without the rules by which the parties of its title were told: a citation does not hold them."""
    title = document.title
    if title is None:
        return document
    sorts = ("senders", "recipients", "via", "participants")
    stated = {
        sort: tuple(party.model_copy(update={"inferred": None}) for party in getattr(title, sort)) for sort in sorts
    }
    return document.model_copy(update={"title": title.model_copy(update=stated)})


def _missing_facts(document: Document, item: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of the description that the item does not give back as they are."""
    again = document_of(item)
    return {
        fact.key: fact.dump(document, again)
        for fact in FACTS
        if getattr(document, fact.field) != getattr(again, fact.field)
    }


def _readable(document: Document, item: Mapping[str, Any]) -> dict[str, Any]:
    citation = document.citation
    source = citation.source if citation else None
    title = document.title
    people = translators(source)
    senders = [party for party in title.senders if _is_named(party)] if title else []
    recipients = [party for party in title.recipients if _is_named(party)] if title else []
    catalogued = catalogued_given_names(document.catalogue)
    printed = citation.url if citation else None
    return {
        "wcda-id": citation.record_id if citation else None,
        "original-language": ", ".join(each.tag for each in document.original_languages if each.tag),
        "document-type": title.kind if title else None,
        "author-roles": _aligned([party.role for party in senders]),
        "author-name-rules": _name_rules(senders, item.get("author", ()), catalogued),
        "recipient-name-rules": _name_rules(recipients, item.get("recipient", ()), catalogued),
        "author-authorities": _aligned([party.ref for party in senders]),
        "recipient-authorities": _aligned([party.ref for party in recipients]),
        "source-statement": source.verbatim if source else None,
        "holding-archive": _holding(source),
        "custody": custody_clauses(source) if source else None,
        "translators": [each.name for each in people] if "translator" not in item else None,
        "translator-affiliations": _aligned([each.affiliation for each in people]),
        "source-url": printed if printed != item.get("URL") else None,
        "recommended-citation": with_url(citation) if citation else None,
    }


def _name_rules(
    parties: list[Party], names: Sequence[CitationName], catalogued: Mapping[str, str]
) -> list[str | None] | None:
    """By which rule each name says more than the title does, for those that do."""
    if len(names) != len(parties):
        return None
    bare = (party_name(party) for party in parties)
    whole = (completed_name(name, catalogued) if name else None for name in bare)
    rule = inference("name-from-heading").rule
    return _aligned([rule if found == name else None for found, name in zip(whole, names, strict=True)])


def _is_named(party: Party) -> bool:
    return any((party.name, party.identity, party.role, party.organisation, party.place))


def _aligned(values: list[str | None]) -> list[str | None] | None:
    """The values in the order of the names, null where a name has none; nothing where no name has one."""
    return values if any(values) else None


def _holding(source: SourceStatement | None) -> dict[str, str] | None:
    if source is None or not source.holdings:
        return None
    holding: Holding = source.holdings[0]
    parts = {"name": holding.repository or holding.abbreviation}
    parts["abbreviation"] = holding.abbreviation if holding.repository else None
    parts |= {key: getattr(holding, field) for field, key in PLACES}
    parts |= {unit.key: getattr(holding, unit.field) for unit in HOLDING_UNITS}
    return {name: value for name, value in parts.items() if value}
