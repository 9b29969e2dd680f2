"""The head of a title: what kind of document it is, and where the words for that stand."""

from typing import Literal, NamedTuple

from telegrams.model.parties import Kind
from telegrams.values.titles.tokens import (
    ACRONYM,
    ARTICLE,
    BODY,
    DASH,
    DATED,
    PREPOSITION,
    QUOTE,
    STATE,
    Tokens,
)
from telegrams.values.titles.vocabulary import vocabulary

_REACH = 9
Extent = Literal["excerpt", "draft"]
_EXTENTS: dict[str, Extent] = {
    "excerpt": "excerpt",
    "excerpts": "excerpt",
    "extract": "excerpt",
    "extracts": "excerpt",
    "fragment": "excerpt",
    "fragments": "excerpt",
    "draft": "draft",
    "drafts": "draft",
}
_COPIES = frozenset(("copy", "text", "translation", "transcript", "version", "transcription", "stenogram"))
_NOTED = frozenset(("note", "memorandum", "minutes", "protocol", "other"))


class Heading(NamedTuple):
    """What the head of a title says; positions are words."""

    kind: Kind = "other"
    named: bool = False
    """True where a word for a kind stands there."""
    start: int = 0
    """Where the words for the kind begin, adjectives and author included."""
    word: int = 0
    """The word that names the kind."""
    end: int = 0
    """Where what follows the words for the kind begins."""
    extent: Extent | None = None
    owner: tuple[int, int] = (0, 0)
    """The author or partner named in the possessive, or the body, in front of the word."""


def article(tokens: Tokens, at: int) -> int:
    """The position behind an article at `at`, or `at`."""
    return at + 1 if at < len(tokens) and tokens.classes[at] == ARTICLE else at


def extent_of(word: str) -> Extent | None:
    """`excerpt` or `draft` for the words that say so."""
    return _EXTENTS.get(word)


def read_heading(tokens: Tokens, start: int, end: int) -> Heading:
    """Rule: [extent ("of" | "from")] ["from" article] [copy "of"] {adjective | owner} kind [("of" | "on") … talk]."""
    extent: Extent | None = None
    at = start
    while at + 1 < end:
        key, following = tokens.keys[at], tokens.keys[at + 1]
        if key in _EXTENTS and (following in ("of", "from") or tokens.classes[at + 1] != PREPOSITION):
            extent = _EXTENTS[key]
            at = article(tokens, at + 1 + (following in ("of", "from")))
        elif key == "from" and at == start:
            at = article(tokens, at + 1)
        elif key in _COPIES and following == "of" and _kind_at(tokens, article(tokens, at + 2), end) is not None:
            at = article(tokens, at + 2)
        else:
            break
    word = _kind_at(tokens, at, end)
    if word is None:
        return Heading(start=at, word=at, end=at, extent=extent)
    return _with_talk(tokens, at, word, end)._replace(extent=extent)


def _kind_at(tokens: Tokens, at: int, end: int) -> int | None:
    """The word that names the kind in the head zone: up to the first preposition, stop, quotation or dash."""
    kinds, records, talks = vocabulary().kinds, vocabulary().records, vocabulary().talks
    found = None
    for position in range(at, min(end, at + _REACH)):
        key = tokens.keys[position]
        if key in kinds or key in records or (key in talks and _has_partners(tokens, position + 1, end)):
            found = position
        elif found is not None or tokens.classes[position] in (PREPOSITION, QUOTE, DASH, DATED):
            break
        if tokens.breaks[position]:
            break
    return found


def _has_partners(tokens: Tokens, at: int, end: int) -> bool:
    return at < end and tokens.keys[at] in ("between", "with")


def _with_talk(tokens: Tokens, start: int, word: int, end: int) -> Heading:
    known = vocabulary()
    kind = _kind(tokens, start, word)
    owner = _owner(tokens, start, word)
    named = tokens.keys[word] in known.kinds
    heading = Heading(kind, named, start, word, word + 1, None, owner)
    if tokens.keys[word] in known.talks:
        return heading._replace(kind="conversation", named=True)
    talk = None
    if (kind in _NOTED and tokens.keys[word] in known.records) and not tokens.breaks[word]:
        talk = _talk(tokens, word + 1, end)
    if talk is None:
        return heading
    if kind == "minutes" and tokens.keys[talk] in known.sessions and not _has_partners(tokens, talk + 1, end):
        return heading
    first = article(tokens, word + 2)
    partner = _owner(tokens, first, talk)
    session = tokens.keys[talk] in known.sessions and _holds_body(tokens, talk, end)
    return heading._replace(
        kind="minutes" if session else "conversation", named=True, end=talk + 1, owner=partner if partner[1] else owner
    )


def _holds_body(tokens: Tokens, talk: int, end: int) -> bool:
    """Whether a meeting is the session of a body: `… of the Council`."""
    return (
        talk + 2 < end
        and tokens.keys[talk + 1] == "of"
        and any(letter in (BODY, ACRONYM) for letter in tokens.classes[talk + 2 : talk + 8])
    )


def _talk(tokens: Tokens, at: int, end: int) -> int | None:
    """The word for a talk in `of a telephone conversation`, `on the meeting`, `of the content of X's talk`."""
    if at >= end or tokens.keys[at] not in ("of", "on", "about", "from"):
        return None
    talks = vocabulary().talks
    for position in range(at + 1, min(end, at + _REACH)):
        key = tokens.keys[position]
        if key in talks:
            return position
        if (tokens.classes[position] == PREPOSITION and key != "of") or tokens.breaks[position]:
            return None
    return None


def _kind(tokens: Tokens, start: int, word: int) -> Kind:
    kinds = vocabulary().kinds
    for first in range(max(start, word - 2), word):
        if (phrase := tokens.phrase(first, word + 1)) in kinds:
            return kinds[phrase]
    return kinds.get(tokens.keys[word], "other")


def _owner(tokens: Tokens, start: int, word: int) -> tuple[int, int]:
    """The words in front of the kind that name its author: a possessive up to its `'s`, or a body."""
    for position in range(word - 1, start - 1, -1):
        if tokens.possessive(position):
            return start, position + 1
    last = start
    while last < word and tokens.classes[last] in (STATE, ACRONYM, BODY):
        last += 1
    acting = any(letter in (ACRONYM, BODY) for letter in tokens.classes[start:last])
    return (start, last) if acting else (0, 0)
