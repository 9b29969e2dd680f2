"""Words in a list of participants."""

from typing import Literal, NamedTuple

from . import table

ParticipantSort = Literal[
    "service", "attendance", "group", "before", "department", "style", "honour", "count"
]  # fmt: skip


class _ParticipantWords(NamedTuple):
    sort: ParticipantSort
    words: tuple[str, ...]


_ROWS = table("participants", _ParticipantWords)


def participant_words(sort: ParticipantSort) -> tuple[str, ...]:
    """The words of a sort, in order; the sorts are said in `data/participants.tsv`."""
    return tuple(word for row in _ROWS if row.sort == sort for word in row.words)
