"""What differs in the parties of a meeting, of an agreement, of a letter."""

from telegrams.facts.names import NAME_WORDS
from telegrams.values.titles.drafts import HEADS, PartyDraft
from telegrams.values.titles.sharing import before_seat
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_PARTICLES = frozenset(map(str.lower, NAME_WORDS["particle"]))


def without_venue(parties: list[PartyDraft], least: int) -> list[PartyDraft]:
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


def _leave_venue(party: PartyDraft) -> None:
    if party.organisation and not party.name and (hall := _hall(party.span.before(party.core_end))):
        party.organisation = party.organisation.removesuffix(hall)
    if not party.place or party.sort == "place":
        return
    if party.role and party.place in party.role:
        closed = party.name and party.role.endswith(party.place) and party.core_end < party.span.end
        if closed or not vocabulary().posts.isdisjoint(party.role.lower().replace("-", " ").split()):
            return
        if party.role.endswith(party.place):
            party.role = before_seat(party.role)
    elif party.organisation:
        if not vocabulary().missions.isdisjoint(party.organisation.lower().split()):
            return
        party.organisation = party.organisation.removesuffix(f" in {party.place}")
    party.place = None


def _hall(body: Stretch) -> str:
    """The place behind a body, ` at the Border`; not ` at the Council of Ministers`, to which the body belongs."""
    at = next((at for at in body.after(body.zone().end) if body.key(at) in ("at", "under")), body.end)
    bodily = body.after(at + 1).zone().has(*HEADS)
    return "" if bodily or at == body.end else body.words.text[body.words.ends[at - 1] : body.words.ends[body.end - 1]]


def without_hall(sitting: list[PartyDraft], *, named: bool) -> list[PartyDraft]:
    """A name behind a body and a comma is the hall or town it sat in: `Minutes of the Council, Hotel Astoria`.

    `named` is set where the name in a bracket is none of a person either.
    """
    for party in sitting:
        if party.organisation and (named or party.added):
            party.name = None
    return sitting


def with_affiliation(parties: list[PartyDraft]) -> list[PartyDraft]:
    """One person and, behind a comma, one body: where the person works (`from Ann Lee, Planning Staff, to …`)."""
    if len(parties) == 2 and not parties[1].joined and parties[0].sort == "place" and parties[1].sort == "name":
        parties[1].place = parties[1].place or parties[0].place
        return parties[1:]
    if len(parties) == 2 and not parties[1].joined and _is_lone(parties[1]) and _is_full(parties[0].name or ""):
        return parties[:1]
    if len(parties) == 2 and not parties[1].joined and parties[1].sort == "organisation":
        person, body = parties
        if person.sort in ("name", "role") and not person.organisation and not body.plural:
            person.organisation, person.place = body.organisation, person.place or body.place
            return [person]
    return parties


def _is_full(name: str) -> bool:
    """A name with a surname: `Ann Lee`, not `Ann L.`"""
    return " " in name and len(name.rpartition(" ")[2].strip(".")) > 1


def _is_lone(party: PartyDraft) -> bool:
    """One unknown word behind a comma and a full name may be a place as well as a person: `to Ann Lee, Yalta`."""
    return party.sort == "name" and not party.role and not party.identity and " " not in (party.name or "")


def as_states(parties: list[PartyDraft]) -> list[PartyDraft]:
    """The contracting parties of an agreement, or who declares something: a state is a body, not a place."""
    for party in parties:
        if party.sort == "place":
            party.organisation, party.place = party.place, None
    return parties


def as_bodies(owners: list[PartyDraft]) -> list[PartyDraft]:
    """`Tinco Minutes`: an unknown word in front of minutes is the body that sat."""
    for party in owners:
        if party.sort == "name" and not party.role and " " not in (party.name or ""):
            party.organisation, party.name = party.name, None
    return owners


def as_pair(owners: list[PartyDraft]) -> list[PartyDraft]:
    """`Holm-Ek Talks`, `Holm-Ann Lee Meeting`: two names joined by a hyphen; not `Al-Rashid`, `Sang-jo`.

    One word alone is a matter rather than a name: `Tin Talks`, `Tin Agreement`.
    """
    lone = len(owners) == 1 and owners[0].span.classes == [WordClass.NAME]
    if lone and "-" not in (owners[0].name or ""):
        return []
    names = (owners[0].name or "").partition("-") if len(owners) == 1 else ("", "", "")
    if not names[2][:1].isupper() or names[0].lower() in _PARTICLES:
        return owners
    return [PartyDraft(owners[0].span, owners[0].core_end, name=name) for name in names[::2]]
