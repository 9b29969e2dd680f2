"""Who speaks: labels such as `Comrade Stalin:` at the beginning of passages (format.md 6.4).

    speaker := [form-of-address] capitalised-word{1,5} ["(" … ")"] ":"

A label counts as a speaker's when the text uses it twice or more, when it has a form of address, or when it has the
shape of a speaker's label right before or behind it; a word that labels other things (`Date:`, `Subject:`) does not.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from telegrams.facts.names import OFFICES_IN_ADDRESS, SPOKEN_FORMS_OF_ADDRESS
from telegrams.facts.offices import NO_SPEAKERS, OFFICES
from telegrams.facts.running import running_words

from .formulas import opener_formula
from .passages import Passage

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.’'\]\[-]{0,30})(?: (?:[^\W\d_a-z][\w.’'\]\[-]{0,30}|of|de|von|the)){0,5}"
    r"(?: ?\([^()]{1,40}\))?) ?:(?= )"
)
_ASKING = frozenset({"question", "answer"})
_PERSONS = running_words("person")
_WORDS = re.compile(r"[a-z']+")
_RUNS = re.compile(r"([Aa])\1+")
_LONGEST = 90
_FEWEST_TURNS = 4
_LABEL_ENDS = 20
"""Where a label that is misspelt has its colon at the latest: `VM Ch iao:`."""


def _label(text: str) -> str | None:
    """The words before a colon at the beginning of a passage, colon included, if they look like a name."""
    if ":" not in text[:_LONGEST] or not text[0].isupper():
        return None
    match = _LABEL.match(text)
    if not match or _labels_things(match[1]):
        return None
    formula = opener_formula(match[0])
    if formula and not (formula.role == "salutation" and _has_form(match[0])):
        return None
    return match[0]


def _labels_things(label: str) -> bool:
    """Whether a label names no speaker: `Comment`, `One`, `Option A`; in an interview `Question` does."""
    first, *others = label.lower().split(" ")
    if first in _ASKING or first not in NO_SPEAKERS:
        return False
    return all(word in NO_SPEAKERS or len(word) == 1 for word in others)


def find_speakers(passages: Sequence[Passage]) -> Mapping[str, str]:
    """The labels of speakers in a text, each with the name of the rule that tells it."""
    labels = [_label(passage.text) for passage in passages]
    counts = Counter(filter(None, labels))
    addressed = {label for label in counts if _is_addressed(label)}
    repeated = {label for label, count in counts.items() if count > 1}
    told = addressed | repeated
    shapes = {label: _shape(label) for label in counts}
    answering = {
        answer
        for pair in pairwise(labels)
        for label, answer in (pair, pair[::-1])
        if answer and label in told and (" " in answer or answer.isupper()) and shapes[label] == shapes[answer]
    }
    return {
        **dict.fromkeys(answering, "speaker-answering"),
        **dict.fromkeys(repeated, "speaker-repeated"),
        **dict.fromkeys(addressed, "speaker-form-of-address"),
    }


def _is_addressed(label: str) -> bool:
    """Whether a label begins with a form of address and a name, or with an office.

    `Herr Berg:`, not `Sir:`; nor `Mr. Minister:`, with which a letter may begin.
    """
    first, _, name = label.partition(" ")
    word = first.rstrip(".:").lower()
    if word in OFFICES_IN_ADDRESS:
        return True
    return _has_form(label) and not all(each in OFFICES for each in name.rstrip(":").lower().split(" "))


def _has_form(label: str) -> bool:
    """Whether a label begins with a form of address that is spoken, and something follows."""
    first, _, name = label.partition(" ")
    return first.rstrip(".:").lower() in SPOKEN_FORMS_OF_ADDRESS and name not in ("", ":")


def _shape(label: str) -> str:
    """A label with its letters as `A` and `a`: `North (ADAMS):` has the shape of `South (BAKER):`."""
    return _RUNS.sub(r"\1", "".join("A" if each.isupper() else "a" if each.isalpha() else each for each in label))


def speaker_of(text: str, speakers: Mapping[str, str]) -> str | None:
    """The speaker's label that a passage begins with, its colon included."""
    if not speakers:
        return None
    label = _label(text)
    return label if label in speakers else None


def later_paragraphs(passages: Sequence[Passage], speakers: Mapping[str, str]) -> frozenset[int]:
    """The passages that may go on with the turn before them, by where they begin.

    They stand between two turns of a text that is mostly turns, and speak: with `I`, `we` or `you`, or a question. What
    is in brackets (`(He nods.)`), has a label or begins with a speaker's name (`Mr. Ek then left.`) does not.
    """
    turns = [at for at, passage in enumerate(passages) if speaker_of(passage.text, speakers)]
    if len(turns) < _FEWEST_TURNS:
        return frozenset()
    names = tuple(label.removesuffix(":").rstrip(" ") for label in speakers)
    between = [each for each in passages[turns[0] : turns[-1]] if not each.text.startswith((*names, "(", "["))]
    later = frozenset(each.start for each in between if _speaks(each.text))
    return later if len(later) <= len(turns) else frozenset()


def _speaks(text: str) -> bool:
    """Whether a passage without a label is direct speech: `We agree.`, not `Then they left.`"""
    if ":" in text[:_LABEL_ENDS] or _label(text):
        return False
    return "?" in text or not _PERSONS.isdisjoint(_WORDS.findall(text.lower().replace("’", "'")))
