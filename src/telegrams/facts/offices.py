"""Offices, and the capitalised words that are no part of a person's name."""

from . import entries, records
from .bodies import nouns_of_bodies
from .calendar import MONTHS, NOT_PLACES, ORDINALS, WEEKDAYS
from .names import FORMS_OF_ADDRESS, NAME_WORDS
from .places import STATES
from .running import running_words


def _titles(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for entry in entries(f"titles/{name}") for word in entry.lower().split())


_FAMILY_NAMES = _titles("family_names", "given_names")
_PARTICLES = NAME_WORDS["particle"]
_HEADS = _titles("offices", "ranks")

OFFICES = _HEADS | {f"{word}s" for word in _HEADS}
"""Head nouns of an office or a rank, in lower case: `ambassador`, `colonels`."""

_STATES = frozenset(
    word.lower()
    for state in STATES
    for name in (*state.names, *state.peoples)
    for word in name.replace(".", "").split()
)
_KINDS = frozenset(word for row in records("titles/kinds") for word in row["words"].split())
_BODIES = _titles("bodies") | nouns_of_bodies("custodian") | nouns_of_bodies("credited")
BODIES = _BODIES
"""Head nouns of a body, in lower case: `ministry`."""
ORGANISATIONS = frozenset(map(str.lower, entries("titles/organisations")))
"""Bodies by their whole name, in lower case: `white house`."""

_WORDS = _titles(
    "classification", "urgency", "office_words", "genres", "records", "sessions", "talks", "topics", "acts"
)  # fmt: skip

OFFICE_WORDS = _WORDS | BODIES
"""Words, in lower case, that stand in the names of offices and bodies."""
NO_SPEAKERS = _WORDS | _KINDS | frozenset(entries("no_names")) | frozenset(ORDINALS)
"""Words, in lower case, that label something else than a speaker: `Comment:`, `One:`"""

NO_NAMES = (
    (_WORDS | _BODIES | {f"{word}s" for word in _BODIES | _KINDS} | _KINDS | _STATES)
    | frozenset(map(str.lower, NOT_PLACES | set(entries("no_names")) | set(entries("enclosures"))))
    | frozenset(MONTHS)
    | WEEKDAYS
    | running_words("leading")
    | running_words("verb")
) - (_FAMILY_NAMES | _PARTICLES | FORMS_OF_ADDRESS)
"""Words, in lower case, of which no name is made though they stand with a capital: `Ministry`, `Secret`, `Agreed`."""
