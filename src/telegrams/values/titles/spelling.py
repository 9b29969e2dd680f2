"""Misspelt words of the vocabulary: `Deparment`, `Governer`, `Secreatry`.

Only long words can be told from names, and only one slip is forgiven: a letter that is missing, added, wrong or changed
with its neighbour. The first letter is right, and the end is at most cut off: there a name may differ from an office
(`Cardinale`).
"""

from functools import cache

from telegrams.values.titles.vocabulary import WordClass, vocabulary

SHORTEST = 8
"""Letters of a word that is recognised though it is misspelt."""
_FORGIVEN = (WordClass.OFFICE, WordClass.BODY, WordClass.KIND)


@cache
def _long_words() -> frozenset[str]:
    known = vocabulary()
    words = [word for word, found in known.classes.items() if found in _FORGIVEN]
    return frozenset(word for word in (*words, *known.subject_words) if len(word) >= SHORTEST and word.isalpha())


@cache
def _shortened() -> dict[str, str]:
    """Each long word without one of its letters, its first apart → the word."""
    return {short: word for word in sorted(_long_words()) for short in _without_one(word)}


def _without_one(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(1, len(word))]


def respelt(word: str) -> str | None:
    """The word of the vocabulary that an unknown word in lower case is meant to be."""
    if len(word) < SHORTEST - 1:
        return None
    shortened = _shortened()
    if meant := shortened.get(word):
        return meant
    for at, short in enumerate(_without_one(word)[:-1], 1):
        meant = shortened.get(short)
        if meant and len(meant) == len(word) and _is_slip(word, meant, at):
            return meant
        if short in _long_words():
            return short
    return None


def _is_slip(word: str, meant: str, at: int) -> bool:
    """Whether letter `at` is wrong, or changed with the one behind it."""
    return word[at + 1 :] == meant[at + 1 :] or (
        word[at : at + 2] == meant[at : at + 2][::-1] and word[at + 2 :] == meant[at + 2 :]
    )
