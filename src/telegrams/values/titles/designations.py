"""What the words at the head of a title designate: the kind, and whose paper it is."""

import re
from typing import Literal, NamedTuple

from telegrams.model.parties import Kind
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

Extent = Literal["excerpt", "draft"]
_AUTHORS = (
    WordClass.ACRONYM,
    WordClass.BODY,
    WordClass.NAME,
    WordClass.PARTICLE,
    WordClass.HONORIFIC,
    WordClass.OFFICE,
)
_INSIDE = (*_AUTHORS, WordClass.MODIFIER, WordClass.PLACE, WordClass.RANK)
_HEADS = (WordClass.BODY, WordClass.OFFICE)
_LONGEST_CITY = 3
_HYPHENED = re.compile("-[^\\W\\d_]")
BODIES = (WordClass.BODY, WordClass.ACRONYM)


class Designation(NamedTuple):
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
    owner: Stretch | None = None
    """The author or partner named in the possessive, or the body, in front of the word."""
    recorder: Stretch | None = None
    """Who recorded a conversation, where that is named in front of the word."""


def kind_of(span: Stretch, word: int) -> tuple[Kind, int] | None:
    """The kind of the longest phrase that ends in this word, and where it begins: `Intelligence Note` is no note."""
    kinds = vocabulary().kinds
    for first in range(max(span.start, word - 2), word + 1):
        if (kind := kinds.get(span.part(first, word + 1).phrase)) is not None:
            return ("intelligence" if _is_intelligence(span, first) else kind), first
    return None


def _is_intelligence(span: Stretch, at: int) -> bool:
    """`Intelligence Note`, `Intelligence Weekly Summary`: the word in front of the kind, or of its adjective."""
    adjective = span.key(at - 1) != "intelligence" and span.key(at - 1) in vocabulary().kind_adjectives
    return span.key(at - 1 - adjective) == "intelligence"


def owner_of(span: Stretch, word: int) -> Stretch | None:
    """The words in front of the kind that name its author: a possessive up to its `'s`, or a body."""
    before = span.before(word)
    for at in range(before.end - 1, before.start - 1, -1):
        if at in span.words.owners and not before.after(at + 1).has(*_HEADS, WordClass.PREPOSITION):
            return _behind_record(span.before(at + 1))
    at = next((at for at in before if before.words.classes[at] is WordClass.PREPOSITION), span.start)
    if at > before.start and behind_seat(span, at) > at:
        return _trimmed(before)
    if before and before.first is not WordClass.PREPOSITION and "of" in before.keys:
        return _trimmed(before) if before.zone().has(*BODIES, WordClass.OFFICE) else None
    known, pair = vocabulary(), before
    while pair and ((key := pair.key(pair.start)) in known.kind_adjectives or key in known.ordinals):
        pair = pair.after(pair.start + 1)
    if (span.key(word) in known.talks or span.key(word) in known.sessions) and is_pair(pair):
        return pair
    return _author(before, span, word)


def behind_seat(span: Stretch, at: int) -> int:
    """Where the kind stands behind the seat of a mission, `Embassy in Lima Telegram 920`; `at` where it does not."""
    known, words = vocabulary(), span.words
    if span.key(at) not in ("in", "at", "to"):
        return at
    posted = span.before(at).keys
    mission = not known.missions.isdisjoint(posted)
    if not mission and known.posts.isdisjoint(posted):
        return at
    goal = span.after(at + 1).without_article()
    end = goal.place().end
    while end < goal.start + _LONGEST_CITY and end < span.end and words.classes[end] is WordClass.NAME:
        end += 1
    adjective = end
    while adjective < span.end and span.key(adjective) in known.kind_adjectives:
        adjective += 1
    owned = mission or end - 1 in words.owners
    named = (
        end > goal.start and owned and span.key(adjective) in known.kind_ends and kind_of(span, adjective) is not None
    )
    return end if named and not any(words.breaks[at:adjective]) else at


def _behind_record(owner: Stretch) -> Stretch:
    """Who talked, in `the Main Points of Premier Lu's` Conversation."""
    known = vocabulary()
    of = next((at for at in owner if owner.key(at) == "of"), owner.start)
    return owner.after(of + 1) if owner.key(of - 1) in known.records else owner


def _author(before: Stretch, span: Stretch, word: int) -> Stretch | None:
    """The body, or the mere name, that stands in front of the kind: `Danish Embassy Cable`, `Holm Report`."""
    known, owner = vocabulary(), _trimmed(before)
    seated = owner.last is WordClass.PLACE and WordClass.BODY in owner.classes
    while owner and not seated and owner.last not in _AUTHORS and owner.phrase not in known.organisations:
        if owner.last is WordClass.TOPIC and not owner.has(*BODIES):
            return None
        owner = owner.before(owner.end - 1)
    first, classes = owner.end, span.words.classes
    while first > span.start and (classes[first - 1] in _INSIDE or _joins(classes[:first])):
        first -= 1
    while first < owner.end and span.key(first) in known.kind_adjectives:
        first += 1
    owner = owner.after(first)
    if owner.has(*BODIES) or owner.phrase in known.organisations:
        return owner
    found = kind_of(span, word)
    unlike = len(owner) == 1 and owner.key(owner.start).endswith(known.endings)
    named = bool(owner) and first == span.start and span.key(word) in known.kinds and not unlike
    return owner if named and found is not None and found[0] != "other" else None


def _joins(classes: list[WordClass]) -> bool:
    """`Foreign and` in front of `Commonwealth Office`."""
    return classes[-1] is WordClass.JOINER and classes[-2:-1] == [WordClass.MODIFIER]


def _trimmed(before: Stretch) -> Stretch:
    """The words up to the last one that can end the name of an author."""
    end, adjectives = before.end, vocabulary().kind_adjectives
    while end > before.start and before.key(end - 1) in adjectives and before.key(end - 2) != "of":
        end -= 1
    return before.before(end)


def is_pair(owner: Stretch) -> bool:
    """`Ann Lee – Bo Ek Meeting`, `Lee and Ek Conversation`, `Ann Lee Meeting with …`."""
    joint = owner.has(WordClass.DASH, WordClass.JOINER)
    names = (WordClass.NAME, WordClass.PARTICLE, WordClass.DASH, WordClass.JOINER, WordClass.OFFICE)
    named = bool(owner) and owner.first in (WordClass.NAME, WordClass.OFFICE) and owner.last is WordClass.NAME
    several = joint or len(owner) > 1 or _HYPHENED.search(owner.text) is not None
    return named and all(found in names for found in owner.classes) and several
