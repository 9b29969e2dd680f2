"""The class of a word that the vocabulary lacks, by its shape."""

import re

from telegrams.values.titles.masking import DATE, FILL
from telegrams.values.titles.vocabulary import WordClass

_LONGEST_MIXED = 6
_DASHES = frozenset("-–—")
_HEADS = (WordClass.OFFICE, WordClass.BODY, WordClass.RANK)


def by_case(word: str) -> WordClass:
    """The class of an unknown word of letters: lower case, an acronym, or a name."""
    if word.islower():
        return WordClass.LOWER
    if len(word) == 1 or not (word[:2].isupper() or (len(word) < _LONGEST_MIXED - 1 and word[-1:].isupper())):
        return WordClass.NAME
    return WordClass.ACRONYM if word.isupper() or len(word) <= _LONGEST_MIXED else WordClass.NAME


def class_of_unknown(word: str, piece: str, known: dict[str, WordClass]) -> WordClass:
    """The class of a word that the vocabulary lacks, by its shape."""
    if (marked := _marked(word, piece)) is not None:
        return marked
    compound = known.get(piece.rpartition("-")[2].rstrip(".")) if "-" in piece else None
    if compound is not None and compound in (*_HEADS, WordClass.PLACE):
        return compound
    if any(dash in piece for dash in "–—") and (joined := known.get(re.split("[–—]", piece)[0])):
        return joined
    if "/" in piece and (joined := known.get(piece.partition("/")[0])):
        return joined
    return WordClass.NAME if ("." in word or "-" in word) and not word.islower() else by_case(word)


def _marked(word: str, piece: str) -> WordClass | None:
    first, last = piece[:1], piece[-1:]
    if first == DATE:
        return WordClass.DATE
    if first in ("(", "[") and (last in (")", "]") or FILL in piece):
        return WordClass.BRACKET if last in (")", "]") else WordClass.NAME
    if first == "«":
        return WordClass.QUOTE
    if word in _DASHES:
        return WordClass.DASH
    code = word.isupper() and any(char.isdigit() for char in word)
    return WordClass.NUMBER if first == "#" or first.isdigit() or code else None
