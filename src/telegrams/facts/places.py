"""States, peoples, cities and regions."""

from typing import NamedTuple

from . import entries, table


class State(NamedTuple):
    """A state of the twentieth century."""

    names: tuple[str, ...]
    """In words and initials, as written."""
    peoples: tuple[str, ...]
    """Adjectives and names of the people."""


STATES = table("states", State)
_NAMES_OF_STATES = frozenset(name for state in STATES for name in state.names)
INITIALS_OF_STATES = frozenset(filter(str.isupper, _NAMES_OF_STATES))
"""As written: `UK`, `USSR`."""
COUNTRIES = frozenset(form for name in _NAMES_OF_STATES - INITIALS_OF_STATES for form in (name, f"the {name}"))
"""Names of states in words, as written, with and without an article."""
PEOPLES = frozenset(name for state in STATES for name in state.peoples)
"""Adjectives and names of peoples, as written: `Polish`."""
CITIES = frozenset(entries("cities"))
"""Seats of embassies and governments, and other cities that telegrams name."""
SETTLEMENTS = CITIES | frozenset(entries("sources/archive_seats"))
"""Towns that archives stand in, as written."""
REGIONS = frozenset(entries("sources/us_regions"))
"""Districts and states of the United States as they follow a town."""
