"""The label at the beginning of a paragraph that numbers it (format.md 6.4).

    point := ordinal ("." | ":") | figures ("." | ")") | "(" (letter | roman) ")" | (letter | roman) (")" | ".")
           | "§" figures ["."] | figures ("." figures)+ ["."]

A capital with a full stop is an initial (`I. Stalin`) unless its series goes on: `I.` where another passage begins
with `II.`, `B.` where one begins with `A.`. A figure at the head of a text is its own number (`447. Eyes only …`)
where no series of points begins or goes on with it. Figures with a stop between them (`1.1`) may be a date or a
price: they number passages where another one goes on with `1.2`.
"""

import re
from collections.abc import Sequence

from telegrams.facts.calendar import ORDINALS, ROMAN_NUMBERS

from .passages import Passage

_POINT = re.compile(
    r"(?:\(?([0-9]{1,3})(?:[)]|\.\)?)|\(([A-Za-z]|[ivxIVX]{2,5})\)|([a-z]|[ivx]{2,5})\)|([IVX]{2,5}|[ivx]{2,5}|[a-z])\.)"
    r"(?= )|([0-9]{1,3})．|§ ?([0-9]{1,3})\.?(?= )"
)
_NESTED = re.compile(r"((?:[0-9]{1,2}\.){1,3})([0-9]{1,2})\.?(?= [^\W\d_a-z])")
_CAPITAL = re.compile(r"([A-Z]{1,5})\. (?=\S)")
_FIGURE = re.compile(r"([0-9]{1,4})\. ")
_ORDINAL = re.compile(r"([A-Z][A-Za-z]{4,11})[.:](?= )")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Series = frozenset[str]
"""What numbers passages of a text: `A`, `B`, `I`, `V`, `1.1`."""


def find_series(passages: Sequence[Passage]) -> Series:
    """The capitals with a full stop that number passages: each has its neighbour in the alphabet or among the figures.

    So have figures with a stop between them: `1.1` where another passage begins with `1.2`.

    A series begins with its first: `V.` alone, or `B.` and `C.` without `A.`, are initials.
    """
    texts = [passage.text for passage in passages]
    labels = {match[1] for text in texts if text[0].isupper() and (match := _CAPITAL.match(text))}
    found: set[str] = set()
    for order in (_ALPHABET, tuple(ROMAN_NUMBERS)):
        count = next((at for at, label in enumerate(order) if label not in labels), len(order))
        if count > 1:
            found.update(order[:count])
    nested = {(match[1], int(match[2])) for text in texts if text[0].isdigit() and (match := _NESTED.match(text))}
    found.update(f"{head}{last}" for head, last in nested if nested & {(head, last - 1), (head, last + 1)})
    return frozenset(found)


def read_point(text: str, series: Series = frozenset()) -> tuple[str, str] | None:
    """The label as written and its number in plain figures or letters, or none."""
    first = text[:1]
    if first.isdigit() and series and (nested := _NESTED.match(text)) and nested[1] + nested[2] in series:
        return nested[0], nested[1] + nested[2]
    if first.isdigit() or first in ("(", "§") or text[1:2] in ").IVXivx":
        match = _POINT.match(text)
        if match:
            return match[0], match[match.lastindex or 1]
    if first.isupper():
        capital = _CAPITAL.match(text) if series else None
        if capital and capital[1] in series:
            return f"{capital[1]}.", capital[1]
        ordinal = _ORDINAL.match(text)
        number = ORDINALS.get(ordinal[1].lower()) if ordinal else None
        if ordinal and number:
            return ordinal[0], str(number)
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
