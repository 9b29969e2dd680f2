"""The author behind the subject: `Report on the Tin Question Ann Lee, Chairman`."""

from typing import NamedTuple

from telegrams.values.titles.drafts import PartyDraft
from telegrams.values.titles.names import name_start
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.series import DOUBTFUL
from telegrams.values.titles.vocabulary import WordClass
from telegrams.values.titles.words import Stretch

_MATTERS = (WordClass.TOPIC, WordClass.PLACE, WordClass.KIND, WordClass.LOWER, WordClass.DATE, WordClass.QUOTE)
"""What a subject ends with in front of its author; not a name: `on Talks with Bo Ek, Ann Lee, Chairman`."""
_SHORTEST = 2
_LONGEST = 4
"""Words of a whole name."""


class Authored(NamedTuple):
    """A subject and who wrote about it."""

    subject: Stretch
    author: PartyDraft


def author_behind(subject: Stretch) -> Authored | None:
    """Rule: author = subject [","] whole name "," office; a preposition in front makes him part of the subject."""
    breaks = subject.words.breaks
    stop = next((at for at in range(subject.end - 2, subject.start, -1) if breaks[at] == ","), subject.start)
    office = read_party(subject.after(stop + 1))
    told = office.role and not (office.name or office.plural or office.span.first is WordClass.ARTICLE)
    if stop == subject.start or not told or office.cost >= DOUBTFUL:
        return None
    first = max((at + 1 for at in range(subject.start, stop) if breaks[at]), default=subject.start)
    start = name_start(subject.part(first, stop + 1))
    matter = subject.before(start)
    last = matter.last
    field = last is WordClass.MODIFIER and not matter.after(first).has(WordClass.OFFICE, WordClass.BODY, WordClass.RANK)
    if not _SHORTEST <= stop + 1 - start <= _LONGEST or not (field or last in _MATTERS):
        return None
    name = PartyDraft(subject.part(start, stop + 1), stop + 1, subject.part(start, stop + 1).text, role=office.role)
    name.place = office.place
    return Authored(matter, name)
