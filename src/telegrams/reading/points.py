"""The label at the beginning of a paragraph that numbers it (format.md 6.4).

    point := ordinal "." | figures ("." | ")") | "(" (letter | roman) ")" | (letter | roman) ")" | roman2 "."

A single capital with a full stop is an initial (`I. Stalin`), not a point; `roman2` has two figures or more.
"""

import re

from telegrams.facts.calendar import ORDINALS

_POINT = re.compile(
    r"(?:\(?([0-9]{1,3})(?:[)]|\.\)?)|\(([A-Za-z]|[ivxIVX]{2,5})\)|([a-z]|[ivx]{2,5})\)|([IVX]{2,5})\.)(?= )"
    r"|([0-9]{1,3})．"
)
_LONGEST_ORDINAL = 20


def read_point(text: str) -> tuple[str, str] | None:
    """The label as written and its number in plain figures or letters, or none."""
    first = text[:1]
    if first.isdigit() or first == "(" or text[1:2] in ").IVXivx":
        match = _POINT.match(text)
        if match:
            return match[0], match[match.lastindex or 1]
    if first.isupper():
        word, stop, rest = text[:_LONGEST_ORDINAL].partition(".")
        number = ORDINALS.get(word.lower())
        if number and stop and rest.startswith(" "):
            return f"{word}.", str(number)
    return None
