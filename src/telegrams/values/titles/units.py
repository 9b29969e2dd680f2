"""Words → units: where one party ends and the next begins.

units = unit { ("," | "and" | ", and" | "–") unit }
"""

from typing import NamedTuple

from telegrams.values.titles.names import name_start
from telegrams.values.titles.phrases import holds
from telegrams.values.titles.vocabulary import POSSESSIVES, WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_ADJECTIVES = ("al", "ic", "an", "ern", "ive", "ary", "ese", "ish", "ed", "ous")
_REACH = 24
_SHORTEST_FIELD = 3
"""`Ministry of Tin`"""
_MISSIONS = frozenset(("to", "at"))
_SEPARATORS = (WordClass.JOINER, WordClass.DASH)
_NAMED = (WordClass.HONORIFIC, WordClass.NAME, WordClass.BRACKET, WordClass.PARTICLE)
_HEADS = (WordClass.OFFICE, WordClass.BODY, WordClass.RANK, WordClass.ACRONYM)
_ADJECTIVAL = (WordClass.MODIFIER, WordClass.PLACE, WordClass.TOPIC)
_BEFORE_NOUN = (*_ADJECTIVAL, WordClass.JOINER)
_PARTIES = (*_HEADS, WordClass.NAME, WordClass.BRACKET, WordClass.QUOTE)


class PartyUnit(NamedTuple):
    """A stretch of words between separators."""

    span: Stretch
    joined: bool
    """True where `and` or a dash stands in front of it."""
    listed: bool = False
    """True where `and` or a dash stands in front of it or of a later one."""


def read_units(span: Stretch) -> list[PartyUnit]:
    """The units of a series; a comma or `and` inside an office that a bracket closes parts nothing."""
    classes, breaks = span.words.classes, span.words.breaks
    if not any(breaks[span.start : span.end - 1]) and not span.has(*_SEPARATORS) and "et" not in span.keys:
        return [PartyUnit(span, joined=False)]
    units: list[PartyUnit] = []
    first, joined = span.start, False
    bracketed = WordClass.BRACKET in span.classes
    closed = _closed_at(span) if bracketed else first
    for at in span:
        if at < closed:
            continue
        if bracketed and at == first:
            closed = _closed_at(span.after(at))
        dash = classes[at] is WordClass.DASH
        if dash or (classes[at] is WordClass.JOINER and _parts(span.part(first, at), span.after(at + 1))):
            if at > first:
                units.append(PartyUnit(span.part(first, at), joined))
            first, joined = at + 1, True
        elif breaks[at] and at + 1 > first and not _continues(span.part(first, at + 1), span.after(at + 1)):
            units.append(PartyUnit(span.part(first, at + 1), joined))
            first, joined = at + 1, False
        elif span.key(at) == "et" and span.key(at + 1) == "al" and at > first:
            units.append(PartyUnit(span.part(first, at), joined))
            first, joined = at, False
    if first < span.end:
        units.append(PartyUnit(span.part(first, span.end), joined))
    last = max((at for at, unit in enumerate(units) if unit.joined), default=-1)
    return [unit._replace(listed=True) for unit in units[: last + 1]] + units[last + 1 :]


def _continues(left: Stretch, right: Stretch) -> bool:
    """Whether a comma stands inside a name or an office: `Lee, Jr.`, `Bureau of African, Asian and Near Affairs`."""
    if right.first in _BEFORE_NOUN and (_is_open(left) or _are_peoples(left)):
        return True
    return right.key(right.start) in vocabulary().party.name_ends


def _are_peoples(left: Stretch) -> bool:
    """`the British, Danish` in front of `and Swedish Ambassadors`: adjectives, not lands."""
    peoples = left.without_article()
    return bool(peoples) and all(
        peoples.words.classes[at] is WordClass.PLACE and not peoples.part(at, at + 1).is_place() for at in peoples
    )


def is_others(span: Stretch) -> bool:
    """`and others`, `et al.`, `and other countries`; not `and Other Officials`, who are a party."""
    party = vocabulary().party
    if span.key(span.start) not in party.others:
        owned = span.key(span.start) in party.owning
        return len(span) == 1 + owned and span.key(span.end - 1) in party.retinue
    return WordClass.OFFICE not in span.zone().classes


def _closed_at(span: Stretch) -> int:
    """Where the bracket stands that closes the office with which the words begin, whatever commas stand in it.

    `Regional Director, Far East, Office of the Assistant Secretary (Lee)`; the first word where there is none.
    """
    classes = span.words.classes
    close = next((at for at in span if classes[at] is WordClass.BRACKET), span.start)
    office = span.before(close)
    if close == span.start or not holds(office, span.part(close, close + 1)):
        return span.start
    headed = office.without_article().zone().has(WordClass.OFFICE, WordClass.RANK)
    if not headed or office.has(WordClass.HONORIFIC, WordClass.QUOTE, WordClass.DATE):
        return span.start
    for at in office:
        rest = office.after(at + 1)
        if not (classes[at] is WordClass.JOINER or span.words.breaks[at]):
            continue
        left = office.before(at if classes[at] is WordClass.JOINER else at + 1)
        if not _goes_on(rest) or name_start(left) < left.end - 1:
            return span.start
        if span.words.breaks[at] and span.key(at) in vocabulary().posts and rest.is_place():
            return span.start
    return close


def _goes_on(rest: Stretch) -> bool:
    """Whether the words behind a comma or `and` can belong to the office in front: no article, office or name."""
    words = rest.words
    stop = next((at for at in rest if words.breaks[at] or words.classes[at] is WordClass.JOINER), rest.end - 1)
    near = rest.before(stop + 1)
    if near.first is WordClass.JOINER:
        return _goes_on(rest.after(rest.start + 1))
    zone = near.zone()
    if near.first is WordClass.ARTICLE or zone.has(WordClass.OFFICE, WordClass.RANK):
        return False
    return not (len(zone) > 1 and all(found is WordClass.NAME for found in zone.classes))


def _parts(left: Stretch, right: Stretch) -> bool:
    """Whether `and` parts two parties, rather than two words inside one office (`Trade and Industry`)."""
    matter = right.without_article().first in (WordClass.KIND, WordClass.TOPIC)
    if left.classes == [WordClass.HONORIFIC]:
        return False
    if not left or not right or is_others(right) or left.last is WordClass.BRACKET or matter:
        return True
    if right.key(right.start) in POSSESSIVES:
        return True
    left = left.after(left.end - _REACH)
    if _is_field(left, right) or (left.owned and not right.words.owners.isdisjoint(right.before(right.start + 2))):
        return False
    if right.first in _NAMED and not _is_open(left):
        return True
    if left.key(left.start) in ("in", "at") and left.after(left.start + 1).without_article().is_place():
        return True
    zone = left.zone()
    if not zone.has(*_PARTIES) and not left.without_article().is_place():
        return False
    head = _near(right).zone()
    if head.has(WordClass.HONORIFIC):
        return True
    if _is_seat(left) and right.without_article().place():
        return True
    return _parts_offices(left, right, head) if head.has(*_HEADS) else _parts_unknown(left, right)


def _parts_unknown(left: Stretch, right: Stretch) -> bool:
    """Whether `and` parts two lands, or a person from somebody unknown: `Ann Lee and the Porte`."""
    whole = left.last in (WordClass.NAME, WordClass.OFFICE) and WordClass.PREPOSITION not in left.classes
    if right.first is WordClass.ARTICLE and whole:
        return True
    return bool(left.without_article().is_place() and right.without_article().place())


def _near(right: Stretch) -> Stretch:
    """The words up to the next separator; `and` between adjectives is none: `Diplomatic and Consular Posts`."""
    words = right.words
    reach = right.before(right.start + _REACH)
    for at in reach:
        if words.breaks[at]:
            return right.before(at + 1)
        if words.classes[at] in _SEPARATORS and not set(right.before(at).classes).issubset(_ADJECTIVAL):
            return right.before(at)
    return reach


def _parts_offices(left: Stretch, right: Stretch, head: Stretch) -> bool:
    """Whether `and` parts two offices or bodies; `head` is the right one up to its first preposition."""
    if right.first is not WordClass.ARTICLE:
        doubled = right.first is WordClass.BODY and head.classes.count(WordClass.BODY) > 1
        whole = left.without_article()
        if doubled and set(whole.before(whole.end - 1).classes) <= {WordClass.PLACE}:
            return False
        several = head.last is WordClass.BODY and head.key(head.end - 1).endswith("s")
        if _is_open(left) or (not _MISSIONS.isdisjoint(left.keys) and several):
            return False
    shared = (
        left.last is WordClass.BODY and WordClass.PREPOSITION not in left.classes and _is_plural_office(right, head)
    )
    if shared:
        return False
    if not left.zone().has(WordClass.OFFICE) or left.last in (WordClass.NAME, WordClass.BRACKET, WordClass.QUOTE):
        return True
    if head.has(WordClass.OFFICE) and WordClass.JOINER in left.classes:
        return True
    opened = left.first is WordClass.ARTICLE
    return opened if not head.has(WordClass.OFFICE) else right.first in (WordClass.ARTICLE, WordClass.PLACE)


def _is_plural_office(right: Stretch, head: Stretch) -> bool:
    """`Party and Government Leaders`: the offices belong to both bodies."""
    bodily = right.first in (WordClass.BODY, WordClass.MODIFIER)
    return bodily and head.last is WordClass.OFFICE and head.key(head.end - 1).endswith(("s", "men"))


def _is_seat(left: Stretch) -> bool:
    """`Danish Embassies in Rome`: a further city may follow."""
    at = next((at for at in range(left.end - 1, left.start, -1) if left.key(at) in ("in", "at")), left.start)
    head = left.before(at)
    return at > left.start and left.after(at + 1).is_place() and head.key(head.end - 1).endswith("s")


def _is_field(left: Stretch, right: Stretch) -> bool:
    """`Ministry of Tin and Copper`, `Governors of Ohio and Utah`: unknown words behind a head noun's preposition."""
    classes = left.words.classes
    ended = right.after(right.start + 1)
    lone = right.first is WordClass.NAME and (ended.first is not WordClass.NAME or ended.stopped)
    on = next((at for at in range(left.end - 1, left.start, -1) if left.key(at) == "on"), left.start)
    if lone and on > left.start and left.key(on - 1) in vocabulary().topical_bodies:
        return True
    if not lone or len(left) < _SHORTEST_FIELD or classes[left.end - 2] is not WordClass.PREPOSITION:
        return False
    zone = left.zone()
    if zone.last is WordClass.OFFICE and zone.key(zone.end - 1).endswith("s"):
        return left.last in (WordClass.NAME, WordClass.MODIFIER, WordClass.PLACE)
    field = left.key(left.end - 2) in ("of", "for", "on") and left.has(WordClass.BODY)
    if left.last is WordClass.MODIFIER:
        return field
    return left.last is WordClass.NAME and (field or zone.has(WordClass.BODY))


def _is_open(left: Stretch) -> bool:
    """Whether the last words are adjectives that wait for their noun: `of the Arms Control`, `of Scientific`."""
    at = left.end
    while at > left.start and left.words.classes[at - 1] in _ADJECTIVAL:
        at -= 1
    if at == left.end or at <= left.start + 1:
        return False
    article = left.words.classes[at - 1] is WordClass.ARTICLE
    preposition = left.words.classes[at - 1 - article]
    if preposition is not WordClass.PREPOSITION or left.part(at, left.end).place().end == left.end:
        return False
    last = left.key(left.end - 1)
    return last.endswith(_ADJECTIVES) or (article and left.end - at > 1 and not last.endswith("s"))
