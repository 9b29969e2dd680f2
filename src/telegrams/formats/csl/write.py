"""Document → CSL-JSON item.

The variables follow what citation styles print and what Zotero keeps, measured over all published styles:
correspondence is `personal_communication`, everything else `manuscript`; `archive` is the Digital Archive and
`archive_location` the source statement without the translator (profile `wcda`), or the holding archive and its call
number (profile `holding`); a translator only beside an author, because styles else print the translator first.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from telegrams.errors import WriteError
from telegrams.facts.genres import genre, is_correspondence
from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.facts.hosts import ARCHIVE
from telegrams.formats.completed_names import catalogued_given_names, completed_name
from telegrams.formats.contract import Piece, WriteOptions
from telegrams.formats.keys import distinct
from telegrams.formats.names import (
    CitationName,
    contributor_name,
    party_name,
    signed_given_names,
)
from telegrams.formats.recommended import refuse_undescribed
from telegrams.model import Catalogue, Citation, Document, Holding, Party, Title

from .custom import custom_fields
from .issued import issued
from .markup import defused
from .rules import violations
from .statement import location, translators
from .tables import dates_of, public_url

Item = dict[str, Any]
_CONVERSATION = re.compile(r"[^\W\d_]{1,20} of (?:an? |the )?(?:conversation|meeting|talk)s?\b", re.IGNORECASE)
_IN_COLLECTION = frozenset({"record_group", "fond"})
"""The units that stand in `archive_collection`; the others stand in `archive_location`."""


def item(document: Document, options: WriteOptions) -> Piece:
    """The document as a CSL-JSON object of the array, UTF-8. Raises `WriteError` as `citation_item` does."""
    record = citation_item(document, options)
    key, _ = record.pop("id"), record.pop("citation-key")
    fields = json.dumps(record, ensure_ascii=False, indent=2).removeprefix("{").replace("\n", "\n  ")
    return Piece((b'{\n    "id": "', b'",\n    "citation-key": "', f'",{fields}'.encode()), key)


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """One JSON array. A second item of the same id gets the suffix `-2`, a third `-3`."""
    begin = b"[\n  "
    for each in distinct(pieces):
        yield begin + each
        begin = b",\n  "
    yield b"[]\n" if begin == b"[\n  " else b"\n]\n"


def citation_item(document: Document, options: WriteOptions | None = None) -> Item:
    """The CSL-JSON item of a document, checked against the rules in `rules`.

    Raises `WriteError` with the reasons where an item would break them, such as a date that the calendar does not have;
    `LeftOutError` where nothing describes the document.
    """
    refuse_undescribed(document)
    chosen = options or WriteOptions()
    built = {name: defused(value) for name, value in _variables(document, chosen) if value}
    built["custom"] = custom_fields(document, built)
    if reasons := violations(built):
        raise WriteError(f"{built['id']}: no valid CSL item: " + "; ".join(reasons))
    return built


def _variables(document: Document, options: WriteOptions) -> Iterator[tuple[str, Any]]:
    citation, title = document.citation or Citation(verbatim="?"), document.title
    signed = signed_given_names(document.body)
    catalogue = document.catalogue or Catalogue()
    catalogued = catalogued_given_names(catalogue)
    authors = _names(title.senders if title else (), signed, catalogued)
    letter = is_correspondence(title.kind if title else None) and bool(authors)
    recipients = _names(title.recipients if title else (), {}, catalogued) if letter else []
    url = public_url(citation.url, citation.record_id)
    archive = _archive(citation, options.profile, bool(authors), url)
    letter = bool(recipients) and ("archive" in archive or url is not None)
    yield "id", _identifier(document, authors)
    yield "citation-key", _identifier(document, authors)
    yield "type", "personal_communication" if letter else "manuscript"
    if not options.lean:
        yield "genre", _genre(title)
    yield "title", title.verbatim if title else citation.title
    yield "number", title.number if title else None
    yield "author", authors
    if letter and not options.lean:
        yield "recipient", recipients
    if authors:
        yield "translator", [contributor_name(each.name) for each in translators(citation.source)]
    yield "issued", _date(document)
    for variable in ("archive", "archive_collection", "archive_location", "archive-place", "source"):
        yield variable, archive.get(variable)
    yield "language", _language_of_text(document)
    yield "abstract", "\n\n".join(document.summary)
    yield "keyword", "; ".join(subject.verbatim for subject in catalogue.subjects)
    yield "URL", url


def _genre(title: Title | None) -> str | None:
    """The word for the kind of document; a conversation's as the title has it: `memorandum of conversation`."""
    if title is None:
        return None
    own = _CONVERSATION.match(title.verbatim) if title.kind == "conversation" else None
    return own[0].lower() if own else genre(title.kind)


def _names(parties: Iterable[Party], signed: Mapping[str, str], catalogued: Mapping[str, str]) -> list[CitationName]:
    names = (name for party in parties if (name := party_name(party, signed)))
    return [completed_name(name, catalogued) or name for name in names]


def _identifier(document: Document, authors: list[CitationName]) -> str:
    """`wcda-` and the record number; for a record without one its kind, date and first author."""
    if document.citation and document.citation.record_id:
        return f"wcda-{document.citation.record_id}"
    parts = [document.title.kind if document.title else None, document.date.edtf if document.date else None]
    parts += list(authors[0].values())[:1] if authors else []
    slug = re.sub(r"[^a-z0-9]+", "-", " ".join(part for part in parts if part).lower()).strip("-")
    return slug[:60] or "document"


def _date(document: Document) -> Item | None:
    return next((found for date in dates_of(document) if (found := issued(date.edtf))), None)


def _language_of_text(document: Document) -> str | None:
    texts = [each.language for each in document.contents if each.kind in ("translation", "transcript")]
    originals = [each.tag for each in document.original_languages]
    return next((tag for tag in (*texts, *originals) if tag), None)


def _archive(citation: Citation, profile: str, has_author: bool, url: str | None) -> dict[str, str]:
    """The variables that say where the document is, by profile; without a holding there is only `wcda`."""
    source = citation.source
    digital = citation.publisher or (ARCHIVE if url and citation.record_id else None)
    holding = source.holdings[0] if source and source.holdings else None
    if profile == "holding" and holding and (holding.repository or holding.abbreviation):
        found = _held(holding) | {"source": digital}
    else:
        where = location(source, translators_elsewhere=has_author) if source else None
        found = {"archive": digital, "archive_location": where}
    return {name: value for name, value in found.items() if value}


def _held(holding: Holding) -> dict[str, str | None]:
    abbreviation = f" ({holding.abbreviation})" if holding.repository and holding.abbreviation else ""
    units = [
        (unit.field in _IN_COLLECTION, f"{unit.csl} {value}".lstrip())
        for unit in HOLDING_UNITS
        if (value := getattr(holding, unit.field))
    ]
    collection = [holding.collection, *(number for collected, number in units if collected)]
    return {
        "archive": (holding.repository or holding.abbreviation or "") + abbreviation,
        "archive_collection": ", ".join(filter(None, collection)),
        "archive_location": ", ".join(number for collected, number in units if not collected),
        "archive-place": ", ".join(part for part in (holding.settlement, holding.country) if part),
    }
