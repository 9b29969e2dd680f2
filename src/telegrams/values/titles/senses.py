"""What the clauses of a title say, and where one can open."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from telegrams.values.titles.vocabulary import WordClass
from telegrams.values.titles.words import Stretch

MEETINGS = frozenset(("conversation", "minutes", "agreement", "protocol", "journal"))


class Sense(Enum):
    """What a clause says."""

    OPEN = auto()
    """No marker yet: behind the kind, or at the start of a title without one."""
    FROM = auto()
    BY = auto()
    OF = auto()
    TO = auto()
    FOR = auto()
    BETWEEN = auto()
    WITH = auto()
    VIA = auto()
    STEAD = auto()
    """`on behalf of Ann Lee`: for whom somebody writes."""
    GENRE = auto()
    """`of Protest`, `by Courier`."""
    NUMBER = auto()
    SUBJECT = auto()
    QUOTE = auto()
    END = auto()
    """Behind the last word."""
    REST = auto()
    """What says nothing about parties or subject: time, place, occasion."""


class ClauseOpening(NamedTuple):
    """A clause that can open at word `at`; its own words begin at `first` and end at the next opening or at `last`."""

    label: Sense
    at: int
    first: int
    cost: float = 0.0
    last: int | None = None
    """Where the clause ends, if that is known: a bracket, a number."""
    inside: float = 0.0
    """What it costs at least that the word is part of an office instead."""

    @property
    def is_passive_to(self) -> bool:
        """`submitted to`, `sent to`: two words open it."""
        return self.label is Sense.TO and self.first == self.at + 2


class Marker(NamedTuple):
    """Where the reader stands: word `at` of the words behind the kind."""

    body: Stretch
    at: int
    kind: str

    @property
    def key(self) -> str:
        """The word in lower case."""
        return self.body.key(self.at)

    @property
    def found(self) -> WordClass:
        """The class of the word."""
        return self.body.words.classes[self.at]

    @property
    def begins(self) -> bool:
        """True for the first word behind the kind."""
        return self.at == self.body.start

    @property
    def stopped(self) -> bool:
        """True where a comma or another stop stands in front."""
        return self.at > 0 and bool(self.body.words.breaks[self.at - 1])

    def opens(self, label: Sense, cost: float = 0.0, inside: float = 0.0) -> Iterator[ClauseOpening]:
        """A clause whose words begin behind this word."""
        yield ClauseOpening(label, self.at, self.at + 1, cost, None, inside)

    def ahead(self, count: int) -> list[str]:
        """The keys of the next words."""
        return self.body.part(self.at + 1, min(self.body.end, self.at + 1 + count)).keys
