"""The head of a title: what kind of document it is, and where the words for that stand."""

from typing import Literal, NamedTuple

from telegrams.model.parties import Kind
from telegrams.values.titles.tokens import (
    ACRONYM,
    BODY,
    DASH,
    DATED,
    HONORIFIC,
    MODIFIER,
    NAME,
    NUMBER,
    OFFICE,
    PARTICLE,
    PREPOSITION,
    QUOTE,
    STATE,
    Tokens,
    article,
)
from telegrams.values.titles.vocabulary import vocabulary

_REACH = 16
_TALK_REACH = 9
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
_COPIES = frozenset(
    (
        "copy",
        "exchange",
        "exchanges",
        "series",
        "stenogram",
        "text",
        "transcript",
        "transcription",
        "translation",
        "version",
    )
)
_AUTHORS = (ACRONYM, BODY, NAME, PARTICLE, HONORIFIC, OFFICE)
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
    recorded: bool = False
    """True where that is who recorded the conversation, not who spoke."""


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
        elif key in vocabulary().kind_adjectives and following in _COPIES:
            at += 1
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
    known = vocabulary()
    ends, records, talks, sessions = known.kind_ends, known.records, known.talks, known.sessions
    found = None
    for position in range(at, min(end, at + _REACH)):
        key = tokens.keys[position]
        named = key in ends and _kind(tokens, at, position) is not None
        if position + 1 < end and tokens.classes[position + 1] == BODY and not tokens.breaks[position]:
            continue
        if named or key in records or (key in talks and _has_partners(tokens, position + 1, end)):
            found = position
        elif key in sessions and found is None and _is_session(tokens, at, position, end):
            return position
        elif key == "of" and found is None and position > at and _names_body(tokens, at, position):
            continue
        elif found is not None or tokens.classes[position] in (PREPOSITION, QUOTE, DASH, DATED):
            break
        if tokens.breaks[position]:
            break
    return found


def _names_body(tokens: Tokens, start: int, at: int) -> bool:
    """Whether the words in front of an `of` are the beginning of a body: `Council`, `Council of the Republic`."""
    return tokens.classes[at - 1] == BODY or (tokens.classes[at - 1] == MODIFIER and BODY in tokens.classes[start:at])


def _has_partners(tokens: Tokens, at: int, end: int) -> bool:
    return at < end and tokens.keys[at] in ("between", "with")


def _is_session(tokens: Tokens, start: int, at: int, end: int) -> bool:
    """Whether a bare word for a session is all there is: `Session of the Council`, `Council Meeting`."""
    if tokens.classes[at] == BODY:
        return False
    if at + 1 == end or tokens.classes[at + 2 : at + 3] == [DATED]:
        return at > start and tokens.classes[at - 1] in (BODY, ACRONYM)
    if tokens.keys[at + 1] != "of" or tokens.breaks[at]:
        return False
    return _holds_body(tokens, at + 2, end) or "with" in tokens.keys[at + 2 : min(end, at + _REACH)]


def behind_number(tokens: Tokens, at: int, end: int) -> int:
    """The position behind `No. 8` at `at`, or `at`."""
    while at < end and (tokens.keys[at] in ("no", "nos", "number") or tokens.classes[at] == NUMBER):
        at += 1
    return at


def _session(tokens: Tokens, heading: Heading, talk: int, end: int) -> Heading | None:
    """The minutes of a body: `of the third session of the Council`, `of the Council meeting`."""
    if tokens.keys[talk] not in vocabulary().sessions or _has_partners(tokens, talk + 1, end):
        return None
    first = article(tokens, behind_number(tokens, heading.word + 1, end) + 1)
    behind = behind_number(tokens, talk + 1, end)
    kind: Kind = "protocol" if heading.kind == "protocol" else "minutes"
    if behind + 1 < end and tokens.classes[behind + 1] == DATED:
        behind += 2
    if behind + 1 < end and tokens.keys[behind] == "of" and not tokens.breaks[behind - 1]:
        talked = not {"with", "between"}.isdisjoint(tokens.keys[behind : behind + _TALK_REACH])
        if _holds_body(tokens, behind + 1, end) or not (talked or heading.kind == "other"):
            return heading._replace(kind=kind, named=True, end=behind)
        return None
    if any(letter in (BODY, ACRONYM) for letter in tokens.classes[first:talk]):
        while tokens.classes[first] == NUMBER or tokens.keys[first] in vocabulary().ordinals:
            first += 1
        return heading._replace(kind=kind, named=True, end=behind, owner=(first, talk))
    return heading._replace(end=behind) if heading.kind in ("minutes", "protocol") else None


def _holds_body(tokens: Tokens, start: int, end: int) -> bool:
    return any(letter in (BODY, ACRONYM) for letter in tokens.classes[start : min(end, start + 7)])


def _with_talk(tokens: Tokens, start: int, word: int, end: int) -> Heading:
    known = vocabulary()
    found = _kind(tokens, start, word)
    kind, phrase = found or ("other", word)
    owner = _owner(tokens, start, phrase)
    heading = Heading(kind, found is not None, start, word, word + 1, None, owner)
    if found is None and tokens.keys[word] in known.sessions and _is_session(tokens, start, word, end):
        named_owner = (0, 0) if _holds_body(tokens, word + 1, end) else (start, word)
        sort: Kind = "conversation" if "with" in tokens.keys[word + 1 : min(end, word + _REACH)] else "minutes"
        return heading._replace(kind=sort, named=True, owner=named_owner)
    if tokens.keys[word] in known.talks:
        return heading._replace(kind="conversation", named=True)
    if kind == "minutes" and _has_partners(tokens, word + 1, end):
        return heading._replace(kind="conversation")
    if kind not in _NOTED or tokens.keys[word] not in known.records or tokens.breaks[word]:
        return heading
    talk = _talk(tokens, behind_number(tokens, word + 1, end), end)
    if talk is None:
        return heading
    if (session := _session(tokens, heading, talk, end)) is not None:
        return session
    if tokens.keys[talk + 1 : talk + 2] in (["from"], ["during"]):
        talk = _talk(tokens, talk + 1, end) or talk
    partner = _owner(tokens, article(tokens, word + 2), talk)
    talked: Kind = "protocol" if kind == "protocol" else "conversation"
    return heading._replace(
        kind=talked, named=True, end=talk + 1, owner=partner if partner[1] else owner, recorded=not partner[1]
    )


def _talk(tokens: Tokens, at: int, end: int) -> int | None:
    """The word for a talk in `of a telephone conversation`, `on the meeting`, `of the content of X's talk`."""
    if at >= end or tokens.keys[at] not in ("of", "on", "about", "from", "during"):
        return None
    talks = vocabulary().talks
    about = tokens.keys[at] in ("on", "about")
    for position in range(at + 1, min(end, at + _TALK_REACH)):
        key = tokens.keys[position]
        if key in talks or key in vocabulary().sessions:
            last = position + (tokens.keys[position + 1 : position + 2] in (["meeting"], ["session"]))
            return _at_session(tokens, last, end) or last
        if (tokens.classes[position] == PREPOSITION and key != "of") or tokens.breaks[position]:
            return None
        if about and key in vocabulary().kind_ends:
            return None
    return None


def _at_session(tokens: Tokens, talk: int, end: int) -> int | None:
    """The session in `discussion at the 12th meeting of …`."""
    if talk + 1 >= end or tokens.keys[talk + 1] != "at":
        return None
    for position in range(talk + 2, min(end, talk + 6)):
        if tokens.keys[position] in vocabulary().sessions:
            return position
    return None


def _kind(tokens: Tokens, start: int, word: int) -> tuple[Kind, int] | None:
    """The kind of the longest phrase that ends in this word, and where the phrase begins."""
    kinds = vocabulary().kinds
    for first in range(max(start, word - 2), word):
        if (phrase := tokens.phrase(first, word + 1)) in kinds:
            return kinds[phrase], first
    kind = kinds.get(tokens.keys[word])
    return (kind, word) if kind else None


def _owner(tokens: Tokens, start: int, word: int) -> tuple[int, int]:
    """The words in front of the kind that name its author: a possessive up to its `'s`, or a body."""
    for position in range(word - 1, start - 1, -1):
        if tokens.possessive(position):
            return start, position + 1
    if tokens.classes[start] != PREPOSITION and "of" in tokens.keys[start:word]:
        return start, word
    letters, adjectives = tokens.classes, vocabulary().kind_adjectives
    last = word
    while last > start and (letters[last - 1] not in _AUTHORS or tokens.keys[last - 1] in adjectives):
        last -= 1
    first = last
    while first > start and letters[first - 1] in (*_AUTHORS, MODIFIER, STATE):
        first -= 1
    while first < last and (tokens.keys[first] in adjectives or tokens.keys[first][-2:] == "ed"):
        first += 1
    recorded = tokens.keys[word] in vocabulary().kinds
    if ACRONYM not in letters[first:last] and BODY not in letters[first:last] and first > start:
        return 0, 0
    if first == last or (not recorded and ACRONYM not in letters[first:last] and BODY not in letters[first:last]):
        return 0, 0
    return first, last
