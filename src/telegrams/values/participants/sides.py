"""The heading of a group in a list of participants: `U.S.`, `Soviet Side:`, `Department of State--`."""

import re
from functools import lru_cache

from telegrams.facts.participants import participant_words
from telegrams.values.participants.offices import stretch_of
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.vocabulary import WordClass

_LONGEST = 80
_MARK = re.compile(r" ?(?:--|[-–—:])+$")
_BEFORE = re.compile(rf"(?:{'|'.join(participant_words('before'))}) (?=\S)", re.IGNORECASE)
_GROUP = "|".join(participant_words("group"))
_COLUMNS = re.compile(rf"(\S.* (?:{_GROUP})) (\S.* (?:{_GROUP}))", re.IGNORECASE)
_GROUPS = frozenset(participant_words("group"))
_DEPARTMENTS = frozenset(participant_words("department"))


@lru_cache(maxsize=256)  # both the opening and the setting ask of the lines of a list
def read_sides(line: str) -> tuple[str, ...]:
    """The names of the groups that a line heads: one, or two beside each other; none where it heads none.

    A state, its people, a body, a delegation or a department, with or without a mark behind it: `Denmark--`, `US:`.
    """
    words = _MARK.sub("", line)
    bare = _BEFORE.sub("", words, count=1)
    if not bare or len(bare) > _LONGEST or "," in bare:
        return ()
    columns = _COLUMNS.fullmatch(bare)
    if columns and is_group(columns[1]) and is_group(columns[2]):
        return columns[1], columns[2]
    spoken_for = bare != words != line and stretch_of(bare).first is not WordClass.HONORIFIC
    return (bare,) if spoken_for or is_group(bare) else ()


def is_group(words: str) -> bool:
    """Whether words name a state, a people, a body or a delegation, and no person or office."""
    key = words.rstrip(".").lower()
    if key in _DEPARTMENTS:
        return True
    whole = stretch_of(words)
    if whole.is_place() or all(found is WordClass.PLACE for found in whole.classes):
        return True
    party = read_party(whole)
    return party.sort == "organisation" or (key.rpartition(" ")[2] in _GROUPS and not party.name)
