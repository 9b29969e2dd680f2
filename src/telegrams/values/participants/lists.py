"""The lines of a list of participants, with the sides under which they stand."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from telegrams.facts.participants import participant_words
from telegrams.model.settings import Participant
from telegrams.values.participants.persons import read_persons
from telegrams.values.participants.sides import read_sides

_LABEL = re.compile(r"([^:,]{1,60}):(?: (.+))?")
_SERVICES = frozenset(participant_words("service"))
_COUNTS = frozenset(participant_words("count"))
_ATTENDANCE = frozenset(participant_words("attendance"))


class Listed(NamedTuple):
    """A participant, and the lines that name it and its side, counted from 0."""

    line: int
    side: int | None
    participant: Participant


class _Group(NamedTuple):
    """What the lines above say of those that follow."""

    sides: tuple[str, ...] = ()
    line: int | None = None
    """That of the sides."""
    service: str | None = None

    def reads(self, line: str) -> list[Participant]:
        side = self.sides[0] if len(self.sides) == 1 else None
        persons = read_persons(line, side, names=self.service is not None)
        if len(self.sides) == len(persons) > 1:
            persons = [each.model_copy(update={"side": of}) for each, of in zip(persons, self.sides, strict=True)]
        if self.service:
            persons = [each.model_copy(update={"role": self.service}) for each in persons]
        return persons


def read_participants(lines: Iterable[str]) -> tuple[Listed, ...]:
    """Who takes part, by the lines of a list in single blanks.

    Every value is a contiguous part of its line, `side` of a line above. A line that names nobody gives nothing, and
    so do people who are only counted (`Three Notetakers`).
    """
    group = _Group()
    found: list[Listed] = []
    for number, line in enumerate(lines):
        words, group = _labelled(line, number, group)
        if words and not words.startswith("["):
            found += (Listed(number, group.line, each) for each in group.reads(words))
    return tuple(found)


def _labelled(line: str, number: int, group: _Group) -> tuple[str, _Group]:
    """The words of a line without the label before them, and the group to which they belong."""
    label = _LABEL.fullmatch(line)
    name, rest = (label[1], label[2] or "") if label else (line, "")
    if label and name.lower() in _SERVICES:
        return rest, group._replace(service=name)
    if name.lower() in _ATTENDANCE:
        return rest, _Group()
    if sides := read_sides(f"{name}:" if label else name):
        return rest, _Group(sides, number)
    return line, group._replace(service=None) if group.service else group


def may_take_part(line: str) -> bool:
    """Whether a line names participants, or counts them: `Three Notetakers`."""
    return bool(read_participants([line])) or line.partition(" ")[0].lower() in _COUNTS
