"""What is said once for several parties: an office, a body, a seat; and several names in one word."""

from telegrams.values.titles.drafts import PartyDraft
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.vocabulary import WordClass

_SHORTEST = 2
"""Letters of a particle or a syllable that a hyphen joins to a name: `Al-Said-Bek`, `Kim-Il-Sung`."""


_OFFICE_AND_BODY = 2


def shared(parties: list[PartyDraft], *, whole: bool) -> list[PartyDraft]:
    """The parties with what is said once for several; `whole` where nothing but parties stood there."""
    if whole and len(parties) > 1:
        _split_body(parties)
        _give_each(parties)
        parties = _nested(parties)
    return _spread(_hyphened(parties))


def _hyphened(parties: list[PartyDraft]) -> list[PartyDraft]:
    """`Holm-Ek-Lee`: three surnames and more that hyphens join are as many persons."""
    if not any("-" in (party.name or "") for party in parties):
        return parties
    found: list[PartyDraft] = []
    for party in parties:
        names = (party.name or "").split("-")
        several = len(names) > 2 and all(
            name.isalpha() and name[0].isupper() and len(name) > _SHORTEST for name in names
        )
        found += [PartyDraft(party.span, party.core_end, name=name, role=party.role) for name in names if several]
        found += [] if several else [party]
    return found


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


def _give_each(parties: list[PartyDraft]) -> None:
    """`the Chairman and Secretary of the Tin Board, Ann Lee and Bo Ek`: one office each."""
    first, second = parties[-2:]
    if second.joined and second.name and not second.role and first.role and (first.name or "") not in first.span.text:
        roles = _offices(first, 2)
        if len(roles) == 2:
            _share_body(roles, [first, second])


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
        _give_last(roles, parties[-1])
    return True


def _give_last(roles: list[PartyDraft], last: PartyDraft) -> None:
    """All offices to one person; a body with its seat behind an office stays apart: `Envoy, Danish Legation, Lima`."""
    office, body = roles[0], roles[-1]
    if len(roles) == _OFFICE_AND_BODY and office.sort == "role" and body.sort == "organisation" and body.place:
        last.role, last.organisation = office.role, last.organisation or body.organisation
    else:
        last.role = office.span.part(office.span.start, body.span.end).without_article().text
    last.apposed = True
    last.place = last.place or roles[-1].place


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


def _spread(parties: list[PartyDraft]) -> list[PartyDraft]:
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
