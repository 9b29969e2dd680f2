"""The label at the beginning of a paragraph that numbers it (format.md 6.4).

    point := ordinal "." | figures ("." | ")") | "(" (letter | roman) ")" | (letter | roman) (")" | ".")

A capital with a full stop is an initial (`I. Stalin`) unless its series goes on: `I.` where another passage begins
with `II.`, `B.` where one begins with `A.`. A figure at the head of a text is its own number (`447. Eyes only …`)
where no series of points begins or goes on with it.
"""

import re
from collections.abc import Sequence

from telegrams.facts.calendar import ORDINALS, ROMAN_NUMBERS

from .passages import Passage

_POINT = re.compile(
    r"(?:\(?([0-9]{1,3})(?:[)]|\.\)?)|\(([A-Za-z]|[ivxIVX]{2,5})\)|([a-z]|[ivx]{2,5})\)|([IVX]{2,5}|[a-z])\.)(?= )"
    r"|([0-9]{1,3})．"
)
_CAPITAL = re.compile(r"([A-Z]{1,5})\. (?=\S)")
_FIGURE = re.compile(r"([0-9]{1,4})\. ")
_LONGEST_ORDINAL = 20
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Series = frozenset[str]
"""The capitals that number passages of a text: `A`, `B`, `I`, `V`."""


def find_series(passages: Sequence[Passage]) -> Series:
    """The capitals with a full stop that number passages: each has its neighbour in the alphabet or among the figures.

    A series begins with its first: `V.` alone, or `B.` and `C.` without `A.`, are initials.
    """
    labels = {match[1] for passage in passages if (match := _CAPITAL.match(passage.text))}
    found: set[str] = set()
    for order in (_ALPHABET, tuple(ROMAN_NUMBERS)):
        count = next((at for at, label in enumerate(order) if label not in labels), len(order))
        if count > 1:
            found.update(order[:count])
    return frozenset(found)


def read_point(text: str, series: Series = frozenset()) -> tuple[str, str] | None:
    """The label as written and its number in plain figures or letters, or none."""
    first = text[:1]
    if first.isdigit() or first == "(" or text[1:2] in ").IVXivx":
        match = _POINT.match(text)
        if match:
            return match[0], match[match.lastindex or 1]
    if first.isupper():
        capital = _CAPITAL.match(text) if series else None
        if capital and capital[1] in series:
            return f"{capital[1]}.", capital[1]
        word, stop, rest = text[:_LONGEST_ORDINAL].partition(".")
        number = ORDINALS.get(word.lower())
        if number and stop and rest.startswith(" "):
            return f"{word}.", str(number)
    return None


def is_own_number(passages: Sequence[Passage], index: int) -> bool:
    """Whether the figure before the first words of a text is the document's own number.

    Rule: it is more than one, and no passage begins with the next figure.
    """
    own = _FIGURE.match(passages[index].text)
    if not own or int(own[1]) <= 1:
        return False
    after = f"{int(own[1]) + 1}."
    return not any(passage.text.startswith(after) for passage in passages[index + 1 :])
