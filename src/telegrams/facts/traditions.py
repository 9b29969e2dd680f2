"""Traditions of archives: what the short words of a number (`f. 43`) mean where."""

from types import MappingProxyType
from typing import Literal, NamedTuple

from . import table
from .holding_units import UnitField
from .places import STATES

TraditionName = Literal[
    "soviet",
    "british",
    "czech",
    "albanian",
    "polish",
    "romanian",
    "french",
    "hungarian",
    "yugoslav",
    "german",
    "italian",
    "indian",
    "australian",
]
Shape = Literal["", "range", "stroked"]
"""The form of a number that decides what its word means: any, `12-18`, `100/35`."""
BareNumbers = Literal["", "file", "item"]
"""What numbers without words may be: the last one pages; fond, opis and delo; an item, and only a range is pages."""


class _Row(NamedTuple):
    tradition: TraditionName
    states: tuple[str, ...]
    initials: tuple[str, ...]
    names: tuple[str, ...]
    companions: tuple[str, ...]
    bare: BareNumbers


class _LocalUnit(NamedTuple):
    tradition: TraditionName
    word: str
    shape: Shape
    field: UnitField


class Tradition(NamedTuple):
    """How the archives of some states number their files."""

    name: TraditionName
    initials: frozenset[str]
    """Of its archives, as written."""
    names: tuple[str, ...]
    """Words that tell it in the name or the place of an archive, as written: states, peoples, towns."""
    companions: tuple[str, ...]
    """Words of units that no other tradition has, in lower case."""
    bare: BareNumbers
    units: MappingProxyType[str, tuple[tuple[Shape, UnitField], ...]]
    """A word that means something else elsewhere → what it means here, by the form of its number."""


_LOCAL = table("sources/local_units", _LocalUnit)
_NAMES_OF_STATE = {state.names[0]: (*state.names, *state.peoples) for state in STATES}


def _units(tradition: TraditionName) -> MappingProxyType[str, tuple[tuple[Shape, UnitField], ...]]:
    units: dict[str, tuple[tuple[Shape, UnitField], ...]] = {}
    for row in _LOCAL:
        if row.tradition == tradition:
            units[row.word] = (*units.get(row.word, ()), (row.shape, row.field))
    return MappingProxyType(units)


LOCAL_WORDS = frozenset(row.word for row in _LOCAL)
"""Words of units that mean different things in different traditions, in lower case."""
TRADITIONS = tuple(
    Tradition(
        row.tradition,
        frozenset(row.initials),
        (*row.names, *(name for state in row.states for name in _NAMES_OF_STATE[state])),
        row.companions,
        row.bare,
        _units(row.tradition),
    )
    for row in table("sources/traditions", _Row)
)
