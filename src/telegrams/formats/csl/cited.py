"""The archive's citation of an item: from our `custom` keys, or from `archive`, `archive_location` and `URL`."""

import re
from collections.abc import Mapping
from typing import Any

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.formats.names import printed_name
from telegrams.formats.recommended import rebuilt
from telegrams.model import Citation, Contributor, Custody, HistoricalDate, Holding, SourceStatement

from .fields import PLACES, line_from, listed, names, section, valid, words_of
from .statement import custody_step
from .tables import is_archive_host

_RECORD = re.compile(r"/document/([0-9]{1,12})(?![^/?#.])")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,9}(?: [A-Z]{1,6}){0,2}")


def citation_of(item: Mapping[str, Any], date: HistoricalDate | None) -> Citation | None:
    """The citation that the item was made from; None where it names neither archive nor URL nor citation line."""
    custom = section(item, "custom")
    url = words_of(custom, "source-url") or words_of(item, "URL")
    publisher = words_of(item, "source") if custom and "source" in item else words_of(item, "archive")
    printed = words_of(custom, "recommended-citation")
    if not (url or publisher or printed):
        return None
    ending = f" <{url}>"
    citation = Citation(
        verbatim=printed.removesuffix(ending) if printed else "-",
        title=words_of(item, "title"),
        date=date,
        publisher=publisher,
        source=_source(item, custom),
        url=url,
        record_id=_record_id(custom, url),
    )
    if printed:
        return citation
    return citation.model_copy(update={"verbatim": rebuilt(citation.model_copy(update={"url": None}))})


def _record_id(custom: Mapping[str, Any], url: str | None) -> str | None:
    own = words_of(custom, "wcda-id")
    if own and own.isascii() and own.isdigit() and len(own) <= 12:
        return own
    found = _RECORD.search(url) if url and is_archive_host(url) else None
    return found[1] if found else None


def _source(item: Mapping[str, Any], custom: Mapping[str, Any]) -> SourceStatement | None:
    statement = words_of(custom, "source-statement") or (
        None if "source" in item and custom else words_of(item, "archive_location")
    )
    if statement is None:
        return None
    holding = _holding(section(custom, "holding-archive"))
    clauses = [line_from(clause) for clause in listed(custom, "custody")]
    steps: list[Custody | None] = [custody_step(clause) for clause in clauses if clause]
    return SourceStatement(
        verbatim=statement,
        holdings=(holding,) if holding else (),
        custody=tuple(step for step in steps if step),
        contributors=_translators(item, custom),
    )


def _holding(parts: Mapping[str, Any]) -> Holding | None:
    """The holding of `holding-archive`; a name that looks like an abbreviation and stands alone is one."""
    name, abbreviation = words_of(parts, "name"), words_of(parts, "abbreviation")
    if name and not abbreviation and _ABBREVIATION.fullmatch(name) and name[:2].isupper():
        name, abbreviation = None, name
    fields: dict[str, str | None] = {unit.field: words_of(parts, unit.key) for unit in HOLDING_UNITS}
    fields |= {field: words_of(parts, key) for field, key in PLACES}
    fields |= {"repository": name, "abbreviation": abbreviation}
    return Holding(**fields) if any(fields.values()) else None


def _translators(item: Mapping[str, Any], custom: Mapping[str, Any]) -> tuple[Contributor, ...]:
    people = [printed_name(name) for name in names(item, "translator")]
    people = people or [name for each in listed(custom, "translators") if (name := line_from(each))]
    affiliations = [line_from(each) for each in listed(custom, "translator-affiliations")]
    affiliations = affiliations if len(affiliations) == len(people) else [None] * len(people)
    found = (
        valid(Contributor, role="translator", name=name, affiliation=affiliation)
        for name, affiliation in zip(people, affiliations, strict=True)
    )
    return tuple(each for each in found if each)
