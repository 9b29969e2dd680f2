"""What a preposition inside an office or body costs, when it is taken as part of it.

An office keeps its whole complement: `Chairman of the Board of Trade`, `Ambassador to Chile`, `Adviser on Trade`. The
same words can also open a clause (`Letter from the Ambassador to the Board`), so each has a price; the grammar of the
title (`clauses`) compares it with the price of opening a clause there.
"""

from enum import Enum

from telegrams.facts.places import CITIES
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch


class Inner(Enum):
    """Why a word belongs to the office, and what that costs."""

    COMPLEMENT = 0.0
    """`of`, `in`, `at`; `for` and `on` behind a word whose field follows so."""
    POST = 0.01
    """`Ambassador to Chile`."""
    LATE_SERVICE = 0.5
    """`Assistant for Trade to the Director`."""
    SERVICE = 0.02
    """`Assistant to the Director`, `Commission to Negotiate Peace`, `Delegation to the Trade Conference`."""
    CLOSED = 0.4
    """A bracket with the holder's name closes the office: `Member on the Board of Trade (Lee)`."""
    ACCREDITED = 0.6
    """`Mission to the Tin Treaty Organization and the Copper Board`."""
    UNKNOWN_POST = 0.8
    """`Envoy to Ruritania`."""
    POST_OR_BODY = 1.5
    """`Ambassador to Chile Foreign Ministry`."""
    PURPOSE = 1.2
    """`Scientist for the Nuclear Effort`."""
    LOOSE = 2.4
    """No reason but that the words stand there."""

    @property
    def cost(self) -> float:
        """The price."""
        return self.value


_REACH = 10
_SUPERIORS = [[found, WordClass.NAME] for found in (WordClass.OFFICE, WordClass.RANK, WordClass.HONORIFIC)]
"""`Aide to General Holm`"""
_LOOSE_WORDS = frozenset(("from", "by", "between", "among", "about", "regarding", "concerning", "re", "via", "through"))
_FREE = frozenset(("of", "in", "at", "as", "into", "d'affaires"))
_FOLLOWED = (WordClass.BODY, WordClass.OFFICE, WordClass.MODIFIER, WordClass.ACRONYM, WordClass.PLACE)


def inner_cost(office: Stretch, *, closed: bool) -> float:
    """What the prepositions inside an office or body cost; `closed` where a bracket with the holder's name follows."""
    total = 0.0
    if WordClass.PREPOSITION not in office.classes:
        return total
    classes, breaks = office.words.classes, office.words.breaks
    for at in office:
        if classes[at] is WordClass.PREPOSITION and office.key(at) not in _FREE:
            price = inner(office, at).cost
            goes_on = at > office.start and classes[at - 1] is not WordClass.BRACKET and not breaks[at - 1]
            if closed and goes_on:
                price = min(
                    price, Inner.SERVICE.cost if office.key(at - 1) in vocabulary().party.sitting else Inner.CLOSED.cost
                )
            total += price
    return total


def inner(office: Stretch, at: int) -> Inner:
    """Why the preposition `at` belongs to the office."""
    key, before = office.key(at), office.key(at - 1)
    if key == "to":
        return _to(office, at)
    if key in _LOOSE_WORDS:
        return Inner.LOOSE
    if key == "for":
        goal = office.after(at + 1)
        some = goal.key(goal.start) in ("a", "an") and before not in vocabulary().scopes
        if some or _is_person(goal.without_article()):
            return Inner.LOOSE
        scoped = any(word in vocabulary().scopes for word in office.before(at).keys[-_REACH:])
        return Inner.COMPLEMENT if scoped else Inner.PURPOSE
    if key in ("on", "upon"):
        if _is_topical(office, at):
            return Inner.COMPLEMENT
        sits = (
            before in vocabulary().party.sitting
            and office.after(at + 1).without_article().zone().last is WordClass.BODY
        )
        return Inner.SERVICE if sits else Inner.LOOSE
    return Inner.COMPLEMENT if key == "with" and before in ("relations", "liaison") else Inner.LOOSE


def _is_person(goal: Stretch) -> bool:
    """`for Ann Lee`, `for Mr. Holm`, `for Minister Holm`, `for the Director of Trade`; not `for Latin America`."""
    if goal.first in (WordClass.HONORIFIC, WordClass.OFFICE, WordClass.RANK):
        return True
    return goal.classes[:2] == [WordClass.NAME, WordClass.NAME] or goal.zone().last is WordClass.OFFICE


def _is_topical(office: Stretch, at: int) -> bool:
    """`Adviser on Trade`, `Joint Committee on Trade`; not `Political Committee on Trade`, nor `on the Trade`."""
    known, classes = vocabulary(), office.words.classes
    if office.key(at - 1) not in known.topical_bodies or office.after(at + 1).first is WordClass.ARTICLE:
        return False
    if at - 2 < office.start or office.words.breaks[at - 2] or office.key(at - 2) in known.committees:
        return True
    return classes[at - 2] in (
        WordClass.ARTICLE,
        WordClass.PREPOSITION,
        WordClass.JOINER,
        WordClass.OFFICE,
    ) or (classes[at - 2] is WordClass.NAME and classes[at - 1] is not WordClass.BODY)


def _to(office: Stretch, at: int) -> Inner:
    known, key = vocabulary(), office.key(at - 1)
    if office.key(at + 1) in known.infinitives:
        return Inner.SERVICE if office.words.classes[at - 1] is WordClass.BODY else Inner.LOOSE
    goal = office.after(at + 1).without_article()
    place = goal.place()
    if key in known.missions and office.key(at - 2) in known.places and place.text in CITIES:
        return Inner.LOOSE
    if _behind_post(office, at):
        if not known.sessions.isdisjoint(goal.zone().keys):
            return Inner.SERVICE
        if place:
            return _post(goal, place)
        if goal.start > at + 1 and _serves(office, goal):
            return Inner.SERVICE if key in vocabulary().party.serving else Inner.LATE_SERVICE
        if key in vocabulary().party.serving and goal.classes[:2] in _SUPERIORS:
            return Inner.LATE_SERVICE
        if goal.zone().has(WordClass.BODY) and goal.start > at + 1:
            return Inner.ACCREDITED
        if goal.first is WordClass.NAME:
            return Inner.UNKNOWN_POST
    return Inner.UNKNOWN_POST if place and key == "mission" else Inner.LOOSE


def _post(goal: Stretch, place: Stretch) -> Inner:
    following = goal.after(place.end)
    if not following or following.stopped or following.first not in _FOLLOWED:
        return Inner.POST
    if place.phrase in vocabulary().organisations:
        named = WordClass.NAME in goal.words.classes[goal.end : goal.end + 1]
        return Inner.POST_OR_BODY if following.last is WordClass.OFFICE and not named else Inner.POST
    return Inner.POST_OR_BODY


def _serves(office: Stretch, goal: Stretch) -> bool:
    """`Assistant to the Director`, `Consultant to the Department (Holm)`: an office, or a body at the end."""
    near = goal.classes[:3]
    whole = goal.end == office.end or goal.last is WordClass.BRACKET
    return WordClass.OFFICE in near or (WordClass.BODY in near and whole)


def _behind_post(office: Stretch, at: int) -> bool:
    """Whether an accredited office stands in front: `Ambassador`, `Ambassador of the Kingdom of Norway`."""
    posts = vocabulary().posts
    if office.key(at - 1).rpartition("-")[2] in posts:
        return True
    for before in range(at - 1, max(office.start, at - _REACH), -1):
        if office.words.breaks[before] or office.words.classes[before] is WordClass.BRACKET:
            return False
        if office.key(before) == "of":
            land = office.part(before + 1, at)
            if office.key(before - 1) in posts:
                return land.last in (WordClass.PLACE, WordClass.BODY) or land.without_article().is_place()
        if office.key(before) in ("for", "on") and office.key(before - 1) in vocabulary().party.serving:
            return True
    return False
