"""Where the name of a person begins, and which words of the vocabulary are rather names."""

from telegrams.values.titles.tokens import (
    ARTICLE,
    BODY,
    BRACKET,
    HONORIFIC,
    JOINER,
    LOWER,
    MODIFIER,
    NAME,
    OFFICE,
    PARTICLE,
    PREPOSITION,
    QUOTE,
    RANK,
    STATE,
    TOPIC,
    Tokens,
    place_end,
)
from telegrams.values.titles.vocabulary import vocabulary

_NAMES = (NAME, PARTICLE)
_GIVEN = (MODIFIER, OFFICE, STATE)


def name_start(tokens: Tokens, start: int, end: int) -> int:
    """Where the name at the end begins; `end` where there is none. What follows a preposition is no name."""
    classes = tokens.classes
    at = end
    if classes[start:end] == [NAME, STATE]:
        return start
    if end - start > 1 and classes[end - 1] != NAME == classes[end - 2] and _is_surname(tokens, start, end):
        at -= 1
    while at > start and (
        classes[at - 1] in _NAMES
        or (classes[at - 1] == QUOTE and at < end)
        or (classes[at - 1] == BRACKET and at < end and (at - 1 == start or classes[at - 2] in _NAMES))
    ):
        at -= 1
    if at == end or NAME not in classes[at:end]:
        return end
    if at == start:
        return at
    if classes[at - 1] in _GIVEN and _is_given_name(tokens, start, at - 1):
        at -= 1
    return at if at == start else _behind_place(tokens, start, at, end)


def _behind_place(tokens: Tokens, start: int, at: int, end: int) -> int:
    """Where the name begins when a place, preposition or article in front of word `at` takes words from it."""
    classes = tokens.classes
    if at > start + 1 and classes[at] == PARTICLE and classes[at - 1] == STATE and classes[at - 2] == PREPOSITION:
        at = min(at + 2, end)
    if classes[at - 1] == STATE and (known := place_end(tokens, at - 1, end)) > at:
        return known
    if at < end and classes[at - 1] == PREPOSITION:
        if (known := place_end(tokens, at, end)) > at:
            return known
        return at + 1 if at + 1 < end and tokens.keys[at - 1] != "by" else end
    if at > start + 1 and classes[at - 1] == ARTICLE and classes[at - 2] == PREPOSITION:
        return end
    return end if classes[at - 1] in (LOWER, JOINER) else at


def _is_given_name(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a word of the vocabulary in front of a name is rather a given name: `Dean Ek`, `Premier Milan Ek`."""
    known, key = vocabulary(), tokens.keys[at]
    if key in known.given_names:
        return True
    if key not in known.places or tokens.slice(at, at + 1).isupper():
        return False
    return at == start or tokens.classes[at - 1] == OFFICE


def _is_surname(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a last word of the vocabulary is rather a surname: `Minister Michael Foot`, `in Paris Anna Lima`."""
    classes = tokens.classes
    last = classes[end - 1]
    if tokens.keys[end - 1] in vocabulary().family_names:
        return True
    if end - start == classes[start:end].count(NAME) + 1:
        return last == MODIFIER
    before = classes[end - 3]
    if last not in (BODY, MODIFIER, OFFICE, STATE, TOPIC):
        return False
    if before in (OFFICE, RANK, HONORIFIC):
        return last != BODY
    return before == STATE and end - 4 >= start and classes[end - 4] == PREPOSITION
