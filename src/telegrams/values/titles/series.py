"""Words → several parties, and what belongs to the one before.

parties = party { ("," | "and" | ", and" | "–") (party | office of the last one | its name | its seat) } ["and others"]
"""

from typing import NamedTuple

from telegrams.facts.names import OFFICES_IN_ADDRESS
from telegrams.facts.places import CITIES
from telegrams.values.titles.drafts import BARE_PLACE, PartyDraft
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.units import PartyUnit, is_others, read_units
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_REACH = 24
_LONGEST_INITIAL = 3
_DOUBTFUL = 0.5
"""What an office costs that is rather something else."""
_FOR_A_TIME = frozenset(("temporarily", "then", "now", "currently"))
_NEVER_INSIDE = (
    WordClass.PREPOSITION,
    WordClass.NAME,
    WordClass.DATE,
    WordClass.QUOTE,
    WordClass.TOPIC,
    WordClass.KIND,
    WordClass.LOWER,
)


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
        if parties and (is_others(unit.span) or _is_aside(unit, parties[-1])):
            at += 1
            continue
        draft = read_party(unit.span, inner=inner)
        draft.joined = unit.joined
        used = _take(units, at, draft, parties)
        if not used:
            stop = unit.span.start if parties else span.start
            return Series(_shared(parties), stop, _cost(parties))
        at += used
    for number, party in enumerate(parties[:-1], 1):
        if party.later:
            give_roles(read_series(party.later, inner=True).parties, parties[:number])
    if parties and (later := parties[-1].later):
        _take_bracket(later, parties)
    if len(parties) > 1:
        _split_body(parties)
        _give_each(parties)
        parties = _nested(parties)
    return Series(_shared(_hyphened(parties)), span.end, _cost(parties))


def _hyphened(parties: list[PartyDraft]) -> list[PartyDraft]:
    """`Holm-Ek-Lee`: three surnames and more that hyphens join are as many persons."""
    if not any("-" in (party.name or "") for party in parties):
        return parties
    found: list[PartyDraft] = []
    for party in parties:
        names = (party.name or "").split("-")
        several = len(names) > 2 and all(name.isalpha() and name[0].isupper() and len(name) > 1 for name in names)
        found += [PartyDraft(party.span, party.core_end, name=name, role=party.role) for name in names if several]
        found += [] if several else [party]
    return found


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


def _nested(parties: list[PartyDraft]) -> list[PartyDraft]:
    """`Department of Trade, Division of Tin`: of two bodies without `and` one is part of the other."""
    outer, inner = parties[-2:]
    led = len(parties) == 2 or (len(parties) == 3 and parties[0].name and not outer.joined)
    if not led or inner.joined or outer.sort != "organisation" or inner.sort != "organisation":
        return parties
    if outer.plural or inner.plural or inner.span.first is WordClass.ARTICLE:
        return parties
    first = outer.span.without_article()
    outer.organisation = first.part(first.start, inner.core_end).text
    outer.place = outer.place or inner.place
    return parties[:-1]


def _give_each(parties: list[PartyDraft]) -> None:
    """`the Chairman and Secretary of the Tin Board, Ann Lee and Bo Ek`: one office each."""
    first, second = parties[-2:]
    if second.joined and second.name and not second.role and first.role and (first.name or "") not in first.span.text:
        roles = _offices(first, 2)
        if len(roles) == 2:
            _share_body(roles, [first, second])


def _split_body(parties: list[PartyDraft]) -> None:
    """`Head, Deputy Head, and Members of the Tin Group`: offices in one body, which is named with the last."""
    last = parties[-1].span
    zone = last.zone()
    offices = [party.span for party in parties]
    bare = all(party.sort == "role" and not party.span.has(WordClass.PREPOSITION) for party in parties[:-1])
    several = all(office.first is not WordClass.ARTICLE for office in offices[1:])
    if not bare or not several or parties[-1].sort != "role" or last.key(zone.end) != "of":
        return
    body = last.after(zone.end + 1).without_article()
    if body.zone().has(WordClass.BODY):
        parties[-1].role = zone.text
        for party in parties:
            party.organisation = party.organisation or body.text


def _take(units: list[PartyUnit], at: int, draft: PartyDraft, parties: list[PartyDraft]) -> int:
    """Take the unit as a further party, or into the last one; the number of units used, 0 where it is no party."""
    unit = units[at]
    if not parties:
        if draft.sort:
            parties.append(draft)
        return len(parties)
    if not unit.joined and _is_office_of(draft, parties[-1]):
        parties[-1].role = draft.role
        parties[-1].cost += draft.cost
        return 1
    if not unit.joined and draft.sort == "role" and parties[-1].name:
        if used := _take_roles(units, at, parties):
            return used
        if not _is_second_office(unit, draft):
            parties.append(draft)
        return 1
    listed = unit.joined or any(later.joined for later in units[at + 1 :])
    if draft.sort == "place" and listed and _is_of_lands(parties[-1]):
        _extend_lands(unit, parties[-1])
        return 1
    return int(_attach(unit, draft, parties, listed=listed))


def _is_second_office(unit: PartyUnit, draft: PartyDraft) -> bool:
    """`Ambassador Lee, Undersecretary of Trade`: a second office of the same person, not a further one."""
    listed = draft.plural or unit.span.first is WordClass.ARTICLE
    return not listed and draft.cost < _DOUBTFUL


def _cost(parties: list[PartyDraft]) -> float:
    if len(parties) == 1:
        return parties[0].cost
    places = [party for party in parties if party.sort == "place"]
    return sum([party.cost for party in parties]) - BARE_PLACE * max(len(places) - 1, 0)


def _is_aside(unit: PartyUnit, last: PartyDraft) -> bool:
    """`, at Lima`, `, of the Department of Trade`: where the last party is, or the body it belongs to."""
    if last.name and not unit.joined and _is_initials(unit.span) and " " not in last.name:
        last.name = unit.span.part(last.span.start, unit.span.end).text
        last.name = last.name[last.name.rfind(last.span.text.split(" ")[-1].rstrip(",")) :]
        return True
    where = unit.span.after(unit.span.start + (unit.span.key(unit.span.start) in _FOR_A_TIME))
    rest = where.after(where.start + 1).without_article()
    key = where.key(where.start)
    if unit.joined or not rest or last.sort not in ("name", "role"):
        return False
    if key in ("in", "at") and rest.is_place():
        last.place = last.place or rest.text
        return True
    if key == "of" and (body := read_party(rest)).sort == "organisation":
        last.organisation = last.organisation or rest.text
        last.cost += body.cost
        return True
    return False


def _is_initials(span: Stretch) -> bool:
    """`Mikoyan, A. I.`"""
    words = span.text.split(" ")
    return all(len(word) <= _LONGEST_INITIAL and word.endswith(".") for word in words)


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


def _is_office_of(draft: PartyDraft, last: PartyDraft) -> bool:
    """`Ann Lee, Assistant to the Director (Rusk)`: the bracket names the Director."""
    span = draft.span
    if not last.name or last.role or not draft.role or span.last is not WordClass.BRACKET:
        return False
    return "to" in span.keys and WordClass.OFFICE in span.classes


def _attach(unit: PartyUnit, draft: PartyDraft, parties: list[PartyDraft], *, listed: bool) -> bool:
    """Add a further party, or complete the last one. False where the unit is no party at all."""
    last, sort = parties[-1], draft.sort
    if not sort:
        return _extend(unit, parties)
    if not unit.joined:
        if _complete(unit, draft, last, listed=listed):
            return True
        if sort == "place" and last.sort != "place" and not last.plural:
            return False
    parties.append(draft)
    return True


def _extend_lands(unit: PartyUnit, last: PartyDraft) -> None:
    text = last.span.part(last.span.start, unit.span.end).without_article().text
    last.role, last.organisation = (text, None) if last.role else (None, text)


def _is_of_lands(last: PartyDraft) -> bool:
    """`Ambassadors of Peru`: a further land belongs to them; `Embassies in Lima` are one in each place."""
    body = last.span.before(last.core_end)
    behind = body.after(body.zone().end)
    land = behind.after(behind.start + 1)
    return last.plural and not last.name and behind.key(behind.start) == "of" and land.is_place()


def _complete(unit: PartyUnit, draft: PartyDraft, last: PartyDraft, *, listed: bool) -> bool:
    """Whether what stands behind a comma completes the last party: its seat, its body or its name."""
    sort = draft.sort
    accredited = last.sort == "role" and _is_accredited(last)
    mission = last.sort == "organisation" and not last.place
    if draft.place and draft.name and not draft.role and (accredited or mission):
        last.place, last.name = draft.place, draft.name
    elif sort == "organisation" and (last.apposed or _is_workplace(draft, last)) and not last.organisation:
        last.organisation, last.place = draft.organisation, last.place or draft.place
    elif sort == "organisation" and last.name and f"{last.organisation}, {draft.span.text}" in unit.span.words.text:
        last.organisation = f"{last.organisation}, {draft.span.text}"
    elif sort == "place" and last.sort in ("role", "organisation", "name") and not last.place:
        last.place = draft.place
    elif sort == "place" and last.place in CITIES and draft.place not in CITIES and not last.plural:
        last.place = f"{last.place}, {draft.place}"
    elif _is_city(draft, last):
        last.place = draft.name
    elif sort == "name" and not last.name and _is_whole(unit, last) and _is_mere_name(draft, last, listed=listed):
        last.name, last.identity, last.added = draft.name, draft.identity, last.sort == "organisation"
    else:
        return False
    return True


def _is_workplace(draft: PartyDraft, last: PartyDraft) -> bool:
    """`Ann Lee, Danish Embassy, and Bo Ek`: a body without article behind a whole name."""
    return " " in (last.name or "") and not last.role and draft.span.first is not WordClass.ARTICLE


def _is_city(draft: PartyDraft, last: PartyDraft) -> bool:
    """`Danish Embassy, Ruritania City`: an unknown name behind a mission that has no seat yet."""
    mission = last.sort == "organisation" and not last.place and not vocabulary().missions.isdisjoint(last.span.keys)
    return mission and draft.sort == "name" and not (draft.role or draft.identity or "." in (draft.name or ""))


def _is_whole(unit: PartyUnit, last: PartyDraft) -> bool:
    """Whether a name behind an office or body is a mere name: not `Structure of the Navy`."""
    return last.sort in ("role", "organisation") and not unit.span.has(WordClass.PREPOSITION)


def _is_mere_name(draft: PartyDraft, last: PartyDraft, *, listed: bool) -> bool:
    """`Lee`, `General Lee`; outside a list, or behind an office with a complement, also `Ambassador Lee`."""
    if draft.ranked or not draft.role or draft.span.first is WordClass.RANK:
        return True
    described = not last.plural and (not listed or WordClass.PREPOSITION in last.span.classes)
    return described and draft.role.lower() in OFFICES_IN_ADDRESS


def _is_accredited(party: PartyDraft) -> bool:
    """Whether an office is one that is held abroad, so that a place behind it is its seat."""
    return party.span.key(party.core_end - 1) in vocabulary().posts


def _extend(unit: PartyUnit, parties: list[PartyDraft]) -> bool:
    """`Adviser on African` + `Asian` + `and Latin American Affairs (Holm)` is one office."""
    last = parties[-1]
    if unit.span.end - last.span.start > _REACH or not last.span.has(WordClass.PREPOSITION) or last.name:
        return False
    if unit.span.has(*_NEVER_INSIDE):
        return False
    parties[-1] = read_party(unit.span.part(last.span.start, unit.span.end))
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


def give_roles(roles: list[PartyDraft], parties: list[PartyDraft]) -> bool:
    """Distribute offices named behind persons: one for all if plural, one each if as many, else all to the last.

    Of several offices in one body (`Leader and Deputy Leader of the League`) the body becomes the organisation.
    """
    bare = 0
    while bare < len(parties) and _lacks_office(parties[-1 - bare]):
        bare += 1
    if not bare or not roles:
        return False
    if len(roles) == 1 < bare and not roles[0].plural:
        roles = _offices(roles[0], bare)
    if len(roles) == bare > 1:
        _share_body(roles, parties[-bare:])
    elif len(roles) == 1 and roles[0].plural:
        for party in parties[-bare:]:
            party.role = roles[0].role
    else:
        first, last = roles[0].span, roles[-1].span
        parties[-1].role = first.part(first.start, last.end).without_article().text
        parties[-1].apposed = True
        parties[-1].place = parties[-1].place or roles[-1].place
    return True


def _lacks_office(party: PartyDraft) -> bool:
    """Whether a person has no office yet; a rank does not count beside one."""
    return bool(party.name) and (not party.role or party.ranked or (" " not in party.role and not party.apposed))


def _offices(role: PartyDraft, wanted: int) -> list[PartyDraft]:
    """`Leader and Deputy Leader of the League` as two offices, if as many are wanted."""
    span, first = role.span, role.span.start
    offices = []
    for at in span.zone():
        if span.words.classes[at] is WordClass.JOINER:
            offices.append(read_party(span.part(first, at)))
            first = at + 1
    offices.append(read_party(span.part(first, span.end)))
    return offices if len(offices) == wanted and all(office.role for office in offices) else [role]


def _share_body(roles: list[PartyDraft], parties: list[PartyDraft]) -> None:
    body = None
    last = roles[-1].span
    zone = last.zone()
    if zone.end + 1 < last.end and last.key(zone.end) == "of":
        body = last.after(zone.end + 1).without_article().text
        roles[-1].role = zone.without_article().text
    for party, role in zip(parties, roles, strict=True):
        party.role, party.organisation = role.role, body


def _shared(parties: list[PartyDraft]) -> list[PartyDraft]:
    """Spread what is said once for several: a plural office, plural embassies, the place of a pair of names."""
    if len(parties) == 1:
        return parties
    result: list[PartyDraft] = []
    plural: str | None = None
    for party in parties:
        if plural and party.sort == "name" and not party.role:
            party.role = plural
        else:
            plural = party.role if party.plural and party.name else None
        if party.sort == "place" and result and result[-1].plural and result[-1].place:
            party.organisation, party.role, party.plural = result[-1].organisation, result[-1].role, True
        elif party.plural and party.place and not party.name and parties[-1].sort == "place":
            party.organisation = before_seat(party.organisation) if party.organisation else None
            party.role = before_seat(party.role) if party.role else None
        result.append(party)
    for before, party in zip(parties[-2::-1], parties[:0:-1], strict=True):
        if not (party.joined and party.place and party.sort == before.sort == "name"):
            break
        if before.role or party.role or before.place:
            break
        before.place = party.place
    return result


def before_seat(body: str) -> str:
    """A body without `in` its seat."""
    return body.partition(" in ")[0].partition(" at ")[0].rstrip(",")
