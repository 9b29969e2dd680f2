"""Words of running text: what they tell of a sentence, and where it can not end."""

from typing import Literal, NamedTuple

from . import table

RunningSort = Literal[
    "leading",
    "verb",
    "title",
    "measure",
    "part",
    "courtesy",
    "division",
    "compliment",
    "greeting",
    "intense",
    "ending",
    "person",
]


class _RunningWords(NamedTuple):
    sort: RunningSort
    words: tuple[str, ...]


_ROWS = table("running_words", _RunningWords)


def running_words(sort: RunningSort) -> frozenset[str]:
    """The words of a sort, in lower case; the sorts are said in `data/running_words.tsv`."""
    return frozenset(word for row in _ROWS if row.sort == sort for word in row.words)
