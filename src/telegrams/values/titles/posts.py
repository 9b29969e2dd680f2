"""The `to` of an office: `Ambassador to Cuba`, `Assistant to the Director`; any other opens an addressee."""

from telegrams.values.titles.tokens import ACRONYM, BODY, BRACKET, MODIFIER, OFFICE, QUOTE, Tokens, article, place_end
from telegrams.values.titles.vocabulary import vocabulary

_REACH = 12
_POST_REACH = 9
_SERVING = frozenset(("assistant", "aide", "consultant", "adviser", "advisor", "deputy"))


def belongs_to_office(tokens: Tokens, first: int, at: int, end: int) -> bool:
    """Whether the `to` at word `at` is part of the office in front of it, whose clause is `first` to `end`."""
    known = vocabulary()
    if at > first + 1 and tokens.keys[at - 1] in known.missions and tokens.keys[at - 2] in known.places:
        return False
    if _behind_post(tokens, first, at):
        return _belongs(tokens, at, end)
    return _placed_office(tokens, at, end)


def _behind_post(tokens: Tokens, first: int, at: int) -> bool:
    """Whether an accredited office stands in front: `Ambassador`, `Ambassador of the Kingdom of Norway`."""
    keys, posts = tokens.keys, vocabulary().posts
    if at <= first or keys[at - 1].rpartition("-")[2] in posts:
        return at > first
    if "of" not in keys[max(first + 1, at - _POST_REACH) : at - 1]:
        return False
    before = at - 2
    while keys[before] != "of":
        before -= 1
    return keys[before - 1] in posts and place_end(tokens, article(tokens, before + 1), at) == at


def _placed_office(tokens: Tokens, at: int, end: int) -> bool:
    """Whether another `to` follows an office with its place: `Chairman of the Mission of Experts to Iran`."""
    first = article(tokens, at + 1)
    if tokens.classes[at - 1] not in (OFFICE, BODY) or place_end(tokens, first, end) == first:
        return False
    return "to" in tokens.keys[first : min(end, first + _REACH)]


def _serves(tokens: Tokens, to: int, first: int, end: int) -> bool:
    """`Assistant to the Director`, `Consultant to the Department (Holm)`: with an article, and an office or a name."""
    if tokens.keys[to - 1] not in _SERVING or first == to + 1:
        return False
    near = tokens.classes[first : first + 3]
    return OFFICE in near or (BODY in near and tokens.classes[end - 1] == BRACKET)


def _belongs(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the `to` behind an accredited office opens its post: `Ambassador to Cuba`, not `Ambassador to MFA`."""
    first = article(tokens, at + 1)
    last = place_end(tokens, first, end)
    if last > first and tokens.phrase(first, last) in vocabulary().organisations:
        return True
    if last > first:
        if last == end or tokens.breaks[last - 1]:
            return True
        if tokens.classes[last] not in (BODY, OFFICE, MODIFIER, ACRONYM):
            return True
    if _serves(tokens, at, first, end):
        return True
    for later in range(first, end):
        if tokens.keys[later] == "to":
            return True
        if tokens.classes[later] == QUOTE or tokens.keys[later] in ("on", "about", "regarding", "concerning"):
            return False
    return False
