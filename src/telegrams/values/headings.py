"""Headings of a catalogue → their parts, by the rules of library catalogues (RDA 9 and 11, Library of Congress).

person  := family ", " given [", " suffix] [" (" variant ")"] [", " dates] ["."]
body    := unit {". " unit} [" (" variant ")"]
subject := division {"--" division}
"""

import re

from telegrams.facts.names import NAME_WORDS
from telegrams.facts.offices import BODIES, ORGANISATIONS
from telegrams.facts.places import CITIES, COUNTRIES, INITIALS_OF_STATES
from telegrams.model.catalogue import NameHeading, SubjectHeading

_DATES = re.compile(
    r", ((?:b\.|d\.|ca\.|fl\.|active|approximately)? ?[0-9]{3,4}\??(?: ?[-–] ?(?:[0-9]{3,4}\??)?)?)\.?\Z"
)
_VARIANT = re.compile(r" \(([^()]{1,200})\)\Z")
_QUOTES = "\"'“”‘’"
_NEXT_UNIT = re.compile(r"(?<=[^\W\d_]{4})\. (?=[^\W\d_a-z])")
"""The full stop behind a unit: behind a word and before a capital, not behind an initial, `St.` or `U.S.`."""
_DIVISION = re.compile(r" ?(?:--|—) ?")
_NAME = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+){0,5}\.?")
"""A word of a name: `Ching-kuo`, `N.S.`, `O'Neill`."""
_PARTICLES = NAME_WORDS["particle"] | NAME_WORDS["joiner"]
_MOST_WORDS = 5
_ACRONYM = re.compile(r"[A-Z][A-Z.&-]+")
_PLACES = CITIES | COUNTRIES | INITIALS_OF_STATES


def parse_name_heading(heading: str) -> NameHeading:
    """The heading of a person or body taken apart; of what cannot be told the fields stay empty.

    >>> parse_name_heading("Chiang, Ching-kuo (Jiang Jingguo)").given
    'Ching-kuo'
    """
    bare, dates = _cut(_DATES, heading)
    bare, variant = _cut(_VARIANT, bare)
    variant = variant.strip(_QUOTES + " ") or None if variant else None
    if dates is None:
        bare, dates = _cut(_DATES, bare)
    name, suffix = _without_suffix(bare)
    family, _, given = name.partition(", ")
    if _is_family(family) and _is_given(given):
        return NameHeading(
            verbatim=heading, kind="person", family=family, given=given, suffix=suffix, variant=variant, dates=dates
        )
    units = tuple(_NEXT_UNIT.split(bare.removesuffix(".") if bare.count(". ") else bare))
    if len(units) > 1 or _is_body(bare):
        units = units if len(units) > 1 else ()
        return NameHeading(verbatim=heading, kind="body", variant=variant, dates=dates, units=units)
    return NameHeading(verbatim=heading, kind="person" if dates else None, variant=variant, dates=dates)


def parse_subject_heading(heading: str) -> SubjectHeading:
    """The heading of a subject taken apart.

    >>> parse_subject_heading("India--Foreign relations--Pakistan").divisions
    ('India', 'Foreign relations', 'Pakistan')
    """
    divisions = tuple(filter(None, _DIVISION.split(heading)))
    return SubjectHeading(verbatim=heading, divisions=divisions if len(divisions) > 1 else ())


def _cut(pattern: re.Pattern[str], words: str) -> tuple[str, str | None]:
    found = pattern.search(words)
    return (words[: found.start()], found[1].strip(" ")) if found and found.start() else (words, None)


def _without_suffix(name: str) -> tuple[str, str | None]:
    before, _, last = name.rpartition(", ")
    return (before, last) if ", " in before and last in NAME_WORDS["suffix"] | NAME_WORDS["numeral"] else (name, None)


def _is_family(words: str) -> bool:
    return words not in _PLACES and _are_names(words.split(" ")) and not (" " in words and _names_body(words))


def _is_given(words: str) -> bool:
    return bool(words) and _are_names(words.split(" ")) and not _names_body(words)


def _are_names(words: list[str]) -> bool:
    """Whether words may be the names of a person: capitalised, with initials and particles."""
    fit = all(word.lower() in _PARTICLES or (word[:1].isupper() and _NAME.fullmatch(word)) for word in words)
    return fit and len(words) <= _MOST_WORDS and any(word[:1].isupper() for word in words)


def _names_body(words: str) -> bool:
    """Whether a noun of a body stands in the words."""
    return not BODIES.isdisjoint(word.rstrip(",.") for word in words.lower().split(" "))


def _is_body(words: str) -> bool:
    known = words in _PLACES or words.lower() in ORGANISATIONS
    return known or _ACRONYM.fullmatch(words) is not None or _names_body(words)
