"""Who speaks: labels such as `Comrade Stalin:` at the beginning of passages (format.md 6.4).

    speaker := [form-of-address] capitalised-word{1,5} ["(" … ")"] ":"

A label counts as a speaker's when the text uses it twice or more, or when it has a form of address; a word that
labels other things (`Date:`, `Subject:`) does not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from .formulas import opener_role
from .passages import Passage

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.’'\]\[-]{0,30})(?: (?:[^\W\d_a-z][\w.’'\]\[-]{0,30}|of|de|von|the)){0,5}"
    r"(?: ?\([^()]{1,40}\))?) ?:(?= )"
)
_ADDRESS = frozenset(
    word
    for word in (Path(__file__).parent / "data" / "forms_of_address.txt").read_text("utf-8").split()
    if not word.startswith("#")
)
_LONGEST = 90


def _label(text: str) -> str | None:
    """The words before a colon at the beginning of a passage, colon included, if they look like a name."""
    if ":" not in text[:_LONGEST] or not text[0].isupper():
        return None
    match = _LABEL.match(text)
    if not match or opener_role(match[0]):
        return None
    return match[0]


def find_speakers(passages: Sequence[Passage]) -> frozenset[str]:
    """The labels of speakers in a text."""
    labels = Counter(label for passage in passages if (label := _label(passage.text)))
    return frozenset(
        label for label, count in labels.items() if count > 1 or label.split(" ", 1)[0].rstrip(".:").lower() in _ADDRESS
    )


def speaker_of(text: str, speakers: frozenset[str]) -> str | None:
    """The speaker's label that a passage begins with, its colon included."""
    if not speakers:
        return None
    label = _label(text)
    return label if label in speakers else None
