"""Words → several parties, and what belongs to the one before.

parties = party { ("," | "and" | ", and" | "–") (party | office of the last one | its name | its seat) } ["and others"]
"""

from typing import NamedTuple

from telegrams.values.titles.apposition import completes, extend_lands, is_aside, is_of_lands, take_office
from telegrams.values.titles.drafts import BARE_PLACE, PartyDraft
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.sharing import give_roles, shared
from telegrams.values.titles.talks import is_gathering
from telegrams.values.titles.units import PartyUnit, is_others, read_units
from telegrams.values.titles.vocabulary import WordClass
from telegrams.values.titles.words import Stretch

_REACH = 24
DOUBTFUL = 0.5
"""What an office costs that is rather something else."""


class Series(NamedTuple):
    """Parties, the word at which they end because what follows is none, and how doubtful they are."""

    parties: list[PartyDraft]
    stop: int
    cost: float = 0.0


def read_series(span: Stretch, *, inner: bool = False) -> Series:
    """The parties from the first word on."""
    units = read_units(span)
    parties: list[PartyDraft] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if parties and (is_others(unit.span) or is_aside(unit, parties[-1])):
            at += 1
            continue
        gathers = bool(parties) and is_gathering(unit.span)
        draft = PartyDraft(unit.span) if gathers else read_party(unit.span, inner=inner)
        draft.joined = unit.joined
        used = _take(units, at, draft, parties)
        if not used:
            stop = unit.span.start if parties else span.start
            return Series(shared(parties, whole=False), stop, _cost(parties))
        at += used
    for number, party in enumerate(parties[:-1], 1):
        if party.later:
            give_roles(read_series(party.later, inner=True).parties, parties[:number])
    if parties and (later := parties[-1].later):
        _take_bracket(later, parties)
    return Series(shared(parties, whole=True), span.end, _cost(parties))


def read_pair(span: Stretch) -> Series:
    """The parties behind `between`: two at least, so that an `and` which looks like part of an office parts them."""
    whole = read_series(span)
    if len(whole.parties) != 1 or whole.stop < span.end or whole.parties[0].plural:
        return whole
    found: list[Series] = []
    for at in span.after(span.start + 1).before(min(span.end - 1, span.start + _REACH)):
        if span.words.classes[at] is WordClass.JOINER:
            left, right = read_series(span.before(at)), read_series(span.after(at + 1))
            if left.parties and right.parties and left.stop == at:
                right.parties[0].joined = True
                found.append(Series([*left.parties, *right.parties], right.stop, left.cost + right.cost))
    return min(found, key=lambda series: series.cost, default=whole)


def _take(units: list[PartyUnit], at: int, draft: PartyDraft, parties: list[PartyDraft]) -> int:
    """Take the unit as a further party, or into the last one; the number of units used, 0 where it is no party."""
    unit = units[at]
    if not parties:
        if draft.sort:
            parties.append(draft)
        return len(parties)
    if take_office(unit, draft, parties[-1]):
        return 1
    if not unit.joined and draft.sort == "role" and parties[-1].name:
        if used := _take_roles(units, at, parties):
            return used
        if not _is_second_office(unit, draft):
            parties.append(draft)
        return 1
    if draft.sort == "place" and unit.listed and is_of_lands(parties[-1]):
        extend_lands(unit, parties[-1])
        return 1
    return int(_attach(unit, draft, parties))


def _is_second_office(unit: PartyUnit, draft: PartyDraft) -> bool:
    """`Ambassador Lee, Undersecretary of Trade`: a second office of the same person, not a further one."""
    listed = draft.plural or unit.span.first is WordClass.ARTICLE
    return not listed and draft.cost < DOUBTFUL


def _cost(parties: list[PartyDraft]) -> float:
    if len(parties) == 1:
        return parties[0].cost
    places = [party for party in parties if party.sort == "place"]
    return sum([party.cost for party in parties]) - BARE_PLACE * max(len(places) - 1, 0)


def _take_bracket(later: Stretch, parties: list[PartyDraft]) -> None:
    """The offices, or the several names, that a bracket behind the last party holds."""
    found = read_series(later, inner=True).parties
    last = parties[-1]
    if found and not last.name and all(party.sort == "name" for party in found):
        for number, party in enumerate(found):
            draft = last if not number else PartyDraft(last.span, last.core_end)
            draft.name, draft.role = party.name, party.role or last.role
            draft.organisation, draft.place = last.organisation, last.place
            if number:
                parties.append(draft)
    else:
        give_roles(found, parties)


def _attach(unit: PartyUnit, draft: PartyDraft, parties: list[PartyDraft]) -> bool:
    """Add a further party, or complete the last one. False where the unit is no party at all."""
    last, sort = parties[-1], draft.sort
    if not sort:
        return False
    if not unit.joined:
        if completes(unit, draft, last):
            return True
        if sort == "place" and last.sort != "place" and not last.plural:
            return False
    parties.append(draft)
    return True


def _take_roles(units: list[PartyUnit], at: int, parties: list[PartyDraft]) -> int:
    """Give the offices from unit `at` on to the named parties before it; the number of units used, 0 for none."""
    roles = [read_party(units[at].span)]
    used = 1
    for unit in units[at + 1 :]:
        role = read_party(unit.span)
        if not unit.joined or role.sort != "role":
            break
        roles.append(role)
        used += 1
    if not give_roles(roles, parties):
        return 0
    parties[-1].cost += _cost(roles)
    return used
