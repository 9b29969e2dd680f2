"""What stands behind a party and belongs to it: its office, its name, its body, its seat."""

from telegrams.facts.names import OFFICES_IN_ADDRESS
from telegrams.facts.places import CITIES
from telegrams.values.titles.drafts import PartyDraft
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.units import PartyUnit
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_LONGEST_INITIAL = 3


def is_aside(unit: PartyUnit, last: PartyDraft) -> bool:
    """`, at Lima`, `, of the Department of Trade`: where the last party is, or the body it belongs to."""
    if last.name and not unit.joined and _is_initials(unit.span):
        if " " in last.name or unit.span.place():
            return True
        last.name = unit.span.part(last.span.start, unit.span.end).text
        last.name = last.name[last.name.rfind(last.span.text.split(" ")[-1].rstrip(",")) :]
        return True
    timed = unit.span.key(unit.span.start) in vocabulary().party.for_a_time
    where = unit.span.after(unit.span.start + timed)
    rest = where.after(where.start + 1).without_article()
    key = where.key(where.start)
    if unit.joined or not rest or last.sort == "place":
        return False
    if key in ("in", "at") and (timed or rest.is_place()):
        last.place = last.place or rest.text
        return True
    if key == "of" and (body := read_party(rest)).sort == "organisation":
        last.organisation = last.organisation or rest.text
        last.cost += body.cost
        return True
    return False


def _is_initials(span: Stretch) -> bool:
    """`Mikoyan, A. I.`; an order behind a whole name: `Sir Edgar Wynne, K. C. B.`"""
    words = span.text.split(" ")
    return all(len(word) <= _LONGEST_INITIAL and word.endswith(".") for word in words)


def take_office(unit: PartyUnit, draft: PartyDraft, last: PartyDraft) -> bool:
    """Give the last person the office behind his name, whose bracket is not its holder.

    `Ann Lee, Assistant to the Director (Rusk)`: it names the Director; `Ann Lee, First Secretary (Pol)`: its field.
    """
    span = draft.span
    if unit.joined or not last.name or last.role or not draft.role or span.last is not WordClass.BRACKET:
        return False
    whole = " " in last.name and not unit.listed and WordClass.PREPOSITION not in span.classes
    if not whole and not ("to" in span.keys and WordClass.OFFICE in span.classes):
        return False
    last.role = span.without_article().text if whole else draft.role
    last.cost += draft.cost
    return True


def completes(unit: PartyUnit, draft: PartyDraft, last: PartyDraft) -> bool:
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
    elif _is_office_in(draft, last):
        last.role = draft.role
    elif sort == "place" and last.sort in ("role", "organisation", "name") and not last.place:
        last.place = draft.place
    elif sort == "place" and last.place in CITIES and draft.place not in CITIES and not last.plural:
        last.place = f"{last.place}, {draft.place}"
    elif _is_city(draft, last):
        last.place = draft.name
    elif sort == "name" and not last.name and _is_whole(unit, last) and _is_mere_name(unit, draft, last):
        last.name, last.identity, last.added = draft.name, draft.identity, last.sort == "organisation"
    else:
        return False
    return True


def _is_office_in(draft: PartyDraft, last: PartyDraft) -> bool:
    """`Ministry of Defense, Chief of Staff`: a bare office behind a body is one in it."""
    bare = draft.sort == "role" and not draft.plural and draft.span.first is not WordClass.ARTICLE
    return bare and last.sort == "organisation" and not last.plural and not draft.organisation and not draft.place


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


def _is_mere_name(unit: PartyUnit, draft: PartyDraft, last: PartyDraft) -> bool:
    """`Lee`, `General Lee`; outside a list, or behind an office with a complement, also `Ambassador Lee`."""
    if draft.ranked or not draft.role or draft.span.first is WordClass.RANK or _is_full_rank(draft):
        return True
    described = not last.plural and (not unit.listed or WordClass.PREPOSITION in last.span.classes)
    return described and draft.role.lower() in OFFICES_IN_ADDRESS


def _is_full_rank(draft: PartyDraft) -> bool:
    """`Army General`, `Fleet Admiral`; not `Consul General`."""
    words = (draft.role or "").lower().split()
    known = vocabulary()
    return known.classes.get(words[-1]) is WordClass.RANK and words[-2] not in known.general_offices


def _is_accredited(party: PartyDraft) -> bool:
    """Whether an office is one that is held abroad, so that a place behind it is its seat."""
    return party.span.key(party.core_end - 1) in vocabulary().posts


def extend_lands(unit: PartyUnit, last: PartyDraft) -> None:
    """Take a further land into an office or body: `Ambassadors of Peru and Chile`."""
    text = last.span.part(last.span.start, unit.span.end).without_article().text
    last.role, last.organisation = (text, None) if last.role else (None, text)


def is_of_lands(last: PartyDraft) -> bool:
    """`Ambassadors of Peru`: a further land belongs to them; `Embassies in Lima` are one in each place."""
    body = last.span.before(last.core_end)
    behind = body.after(body.zone().end)
    land = behind.after(behind.start + 1)
    lands = land.is_place() or land.without_article().first is WordClass.PLACE
    return last.plural and not last.name and behind.key(behind.start) == "of" and lands
