"""Words → several parties: where one ends and the next begins, and what belongs to the one before.

parties = party { ("," | "and" | ", and" | "–") (party | office of the last one | its name | its seat) }
"""

from typing import NamedTuple

from telegrams.values.titles.parties import Draft, read_party
from telegrams.values.titles.tokens import (
    ACRONYM,
    ARTICLE,
    BODY,
    BRACKET,
    DASH,
    DATED,
    HONORIFIC,
    JOINER,
    NAME,
    OFFICE,
    PARTICLE,
    PREPOSITION,
    QUOTE,
    RANK,
    Tokens,
    article,
    place_end,
    zone_end,
)
from telegrams.values.titles.vocabulary import vocabulary

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "t", "dc", "d.c"))
_REACH = 24


_PARTY_LETTERS = frozenset((OFFICE, BODY, RANK, ACRONYM, NAME, BRACKET, QUOTE))
_HEAD_LETTERS = frozenset((OFFICE, BODY, RANK, ACRONYM))


class Unit(NamedTuple):
    """A stretch of words between separators."""

    start: int
    end: int
    joined: bool
    """True where `and` or a dash stands in front of it."""


def read_parties(tokens: Tokens, start: int, end: int, *, inner: bool = False) -> tuple[list[Draft], int]:
    """The parties from word `start` on, and the word at which the list ends because what follows is no party."""
    parties: list[Draft] = []
    units = _units(tokens, start, end)
    at = 0
    while at < len(units):
        unit = units[at]
        draft = read_party(tokens, unit.start, unit.end, inner=inner)
        draft.joined = unit.joined
        used = 1
        if not parties:
            if not draft.sort:
                return parties, start
            parties.append(draft)
        elif not unit.joined and _is_office_of(tokens, draft, parties[-1]):
            parties[-1].role = draft.role
        elif not unit.joined and draft.sort == "role" and parties[-1].name:
            used = _take_roles(tokens, units, at, parties)
            if not used:
                parties.append(draft)
                used = 1
        elif not _attach(tokens, unit, draft, parties):
            return parties, unit.start
        at += used
    if parties and parties[-1].later:
        words, first = parties[-1].later
        give_roles(words, read_parties(words, first, len(words), inner=True)[0], parties)
    return _shared(parties), end


def _is_office_of(tokens: Tokens, draft: Draft, last: Draft) -> bool:
    """`Ann Lee, Assistant to the Director (Rusk)`: the bracket names the Director."""
    if not last.name or last.role or not draft.role or tokens.classes[draft.end - 1] != BRACKET:
        return False
    return "to" in tokens.keys[draft.start : draft.end] and OFFICE in tokens.classes[draft.start : draft.end]


def _units(tokens: Tokens, start: int, end: int) -> list[Unit]:
    letters = tokens.classes[start:end]
    if JOINER not in letters and DASH not in letters and not any(tokens.breaks[start : end - 1]):
        return [Unit(start, end, False)]
    units: list[Unit] = []
    first, joined = start, False
    for at, letter in enumerate(letters, start):
        if letter not in (DASH, JOINER) and not tokens.breaks[at]:
            continue
        if letter == DASH or (letter == JOINER and _parts(tokens, first, at, end)):
            if at > first:
                units.append(Unit(first, at, joined))
            first, joined = at + 1, True
        elif tokens.breaks[at] and not (at + 1 < end and tokens.keys[at + 1] in _SUFFIXES):
            units.append(Unit(first, at + 1, joined))
            first, joined = at + 1, False
    if first < end:
        units.append(Unit(first, end, joined))
    return units


def _parts(tokens: Tokens, start: int, joiner: int, end: int) -> bool:
    """Whether `and` parts two parties, rather than two words inside one office (`Trade and Industry`)."""
    first = joiner + 1
    if start == joiner or first >= end:
        return True
    classes = tokens.classes
    opening = classes[first]
    if opening in (HONORIFIC, NAME, BRACKET, PARTICLE):
        return True
    start = max(start, joiner - _REACH)
    left = classes[start : zone_end(tokens, start, joiner)]
    before = article(tokens, start)
    if _PARTY_LETTERS.isdisjoint(left) and place_end(tokens, before, joiner) != joiner:
        return False
    stop = first
    while stop < min(end, first + _REACH) and not tokens.breaks[stop] and classes[stop] not in (JOINER, DASH):
        stop += 1
    right = classes[first : zone_end(tokens, first, min(stop + 1, end))]
    if _HEAD_LETTERS.isdisjoint(right):
        named = article(tokens, first)
        return place_end(tokens, before, joiner) == joiner and place_end(tokens, named, end) > named
    if OFFICE not in left or classes[joiner - 1] in (NAME, BRACKET, QUOTE):
        return True
    return classes[start] == ARTICLE if OFFICE not in right else opening == ARTICLE


def _attach(tokens: Tokens, unit: Unit, draft: Draft, parties: list[Draft]) -> bool:
    """Add a further party, or complete the last one. False where the unit is no party at all."""
    last = parties[-1]
    sort = draft.sort
    if not sort:
        return _extend(tokens, unit, parties)
    if not unit.joined:
        if _complete(tokens, unit, draft, last):
            return True
        if sort == "place" and last.sort != "place" and not last.plural:
            return False
    elif sort == "place" and last.plural and last.sort == "role" and last.place and last.place not in (last.role or ""):
        last.role, last.place = tokens.slice(article(tokens, last.start), unit.end), None
        return True
    parties.append(draft)
    return True


def _complete(tokens: Tokens, unit: Unit, draft: Draft, last: Draft) -> bool:
    """Whether what stands behind a comma completes the last party: its seat, its body or its name."""
    sort = draft.sort
    if draft.name and not draft.role and last.sort == "role" and (draft.place or draft.organisation):
        if draft.place and _accredited(tokens, last):
            last.place = draft.place
        else:
            last.role = tokens.slice(article(tokens, last.start), unit.end - 1)
        last.name = draft.name
    elif draft.place and draft.name and not draft.role and last.sort == "organisation" and not last.place:
        last.place, last.name = draft.place, draft.name
    elif sort == "organisation" and last.apposed and not last.organisation and not draft.place:
        last.organisation = draft.organisation
    elif sort == "place" and last.sort in ("role", "organisation", "name") and not last.place:
        last.place = draft.place
    elif sort == "name" and (draft.ranked or not draft.role) and not last.name and _is_whole(tokens, unit, last):
        last.name, last.identity = draft.name, draft.identity
    else:
        return False
    return True


def _is_whole(tokens: Tokens, unit: Unit, last: Draft) -> bool:
    """Whether a name behind an office or body is a mere name: not `Structure of the Navy`."""
    return last.sort in ("role", "organisation") and PREPOSITION not in tokens.classes[unit.start : unit.end]


def _accredited(tokens: Tokens, party: Draft) -> bool:
    """Whether an office is one that is held abroad, so that a place behind it is its seat."""
    return tokens.keys[party.core_end - 1] in vocabulary().posts


def _extend(tokens: Tokens, unit: Unit, parties: list[Draft]) -> bool:
    """`Secretary for Near Eastern` + `South Asian` + `and African Affairs (Smith)` is one office."""
    last = parties[-1]
    if unit.end - last.start > _REACH or PREPOSITION not in tokens.classes[last.start : last.end] or last.name:
        return False
    if any(letter in (PREPOSITION, NAME, DATED, QUOTE, "T", "x") for letter in tokens.classes[unit.start : unit.end]):
        return False
    parties[-1] = read_party(tokens, last.start, unit.end)
    return True


def _take_roles(tokens: Tokens, units: list[Unit], at: int, parties: list[Draft]) -> int:
    """Give the offices from unit `at` on to the named parties before it; the number of units used, 0 for none."""
    roles = [read_party(tokens, units[at].start, units[at].end)]
    used = 1
    for unit in units[at + 1 :]:
        role = read_party(tokens, unit.start, unit.end)
        if not unit.joined or role.sort != "role":
            break
        roles.append(role)
        used += 1
    return used if give_roles(tokens, roles, parties) else 0


def give_roles(tokens: Tokens, roles: list[Draft], parties: list[Draft]) -> bool:
    """Distribute offices named behind persons: one for all if plural, one each if as many, else all to the last.

    Of several offices in one body (`Leader and Deputy Leader of the League`) the body becomes the organisation.
    """
    bare = 0
    while bare < len(parties) and _lacks_office(parties[-1 - bare]):
        bare += 1
    if not bare:
        return False
    if len(roles) == 1 < bare and not roles[0].plural:
        roles = _offices(tokens, roles[0], bare)
    if len(roles) == bare > 1:
        _share_body(tokens, roles, parties[-bare:])
    elif len(roles) == 1 and roles[0].plural:
        for party in parties[-bare:]:
            party.role = roles[0].role
    else:
        first, last = roles[0], roles[-1]
        start = first.start + (tokens.classes[first.start] == ARTICLE)
        parties[-1].role, parties[-1].apposed = tokens.slice(start, last.end), True
        parties[-1].place = parties[-1].place or last.place
    return True


def _lacks_office(party: Draft) -> bool:
    """Whether a person has no office yet; a rank does not count beside one."""
    return bool(party.name) and (not party.role or party.ranked)


def _offices(tokens: Tokens, role: Draft, wanted: int) -> list[Draft]:
    """`Leader and Deputy Leader of the League` as two offices, if as many are wanted."""
    first = role.start
    offices = []
    for at in range(role.start, zone_end(tokens, role.start, role.end)):
        if tokens.classes[at] == JOINER:
            offices.append(read_party(tokens, first, at))
            first = at + 1
    offices.append(read_party(tokens, first, role.end))
    return offices if len(offices) == wanted and all(office.role for office in offices) else [role]


def _share_body(tokens: Tokens, roles: list[Draft], parties: list[Draft]) -> None:
    body = None
    last = roles[-1]
    zone = zone_end(tokens, last.start, last.end)
    if zone + 1 < last.end and tokens.keys[zone] == "of":
        body = tokens.slice(zone + 1 + (tokens.classes[zone + 1] == ARTICLE), last.end)
        last.role = tokens.slice(last.start + (tokens.classes[last.start] == ARTICLE), zone)
    for party, role in zip(parties, roles, strict=True):
        party.role, party.organisation = role.role, body


def _shared(parties: list[Draft]) -> list[Draft]:
    """Spread what is said once for several: a plural office, plural embassies, the place of a pair of names."""
    if len(parties) == 1:
        return parties
    result: list[Draft] = []
    plural: str | None = None
    for party in parties:
        if plural and party.sort == "name" and not party.role:
            party.role = plural
        else:
            plural = party.role if party.plural and party.name else None
        if party.sort == "place" and result and result[-1].plural and result[-1].organisation:
            party.organisation, party.plural = result[-1].organisation, True
        elif party.plural and party.organisation and party.place:
            party.organisation = _before_seat(party.organisation)
        result.append(party)
    for before, party in zip(parties[-2::-1], parties[:0:-1], strict=True):
        if not (party.joined and party.place and party.sort == before.sort == "name"):
            break
        if before.role or party.role or before.place:
            break
        before.place = party.place
    return result


def _before_seat(body: str) -> str:
    return body.partition(" in ")[0].partition(" at ")[0].rstrip(",")


def without_venue(parties: list[Draft], least: int) -> list[Draft]:
    """The parties of a meeting, without the place where it was held: a seat stays with an accredited office only.

    A list without `and` ends when it has the `least` number of parties; one with `and` ends behind it.
    """
    for party in parties:
        _leave_venue(party)
    last_joined = max((number for number, party in enumerate(parties) if party.joined), default=0)
    for number, party in enumerate(parties):
        settled = last_joined or number >= least or party.sort == "organisation" == parties[number - 1].sort
        if party.sort == "place" or (number > last_joined and settled and not party.role):
            return parties[:number]
    return parties


def _leave_venue(party: Draft) -> None:
    if not party.place or party.sort == "place":
        return
    if party.role and party.place in party.role:
        if not vocabulary().posts.isdisjoint(party.role.lower().split()):
            return
        if party.role.endswith(party.place):
            party.role = _before_seat(party.role)
    elif party.organisation and vocabulary().missions.isdisjoint(party.organisation.lower().split()):
        party.organisation = party.organisation.removesuffix(f" in {party.place}")
    party.place = None


def with_affiliation(parties: list[Draft]) -> list[Draft]:
    """One person and, behind a comma, one body: where the person works (`from Ann Lee, Planning Staff, to …`)."""
    if len(parties) == 2 and not parties[1].joined and parties[1].sort == "organisation":
        person, body = parties
        if person.sort in ("name", "role") and not person.organisation and not body.plural:
            person.organisation, person.place = body.organisation, person.place or body.place
            return [person]
    return parties


def as_states(parties: list[Draft]) -> list[Draft]:
    """The contracting parties of an agreement: a state is a body, not a place."""
    for party in parties:
        if party.sort == "place":
            party.organisation, party.place = party.place, None
    return parties
