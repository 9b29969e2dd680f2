"""`correspDesc` of other hands → who wrote to whom, when and from where (P5 2.4.6; CMIF)."""

from typing import NamedTuple

from lxml import etree

from telegrams.formats.xml import NAMESPACE
from telegrams.model.dates import HistoricalDate
from telegrams.model.parties import Party, Title

from .dates import read_date_element
from .reader import TEI, line, name_of
from .words import ForeignReader

Parties = dict[str, tuple[Party, ...]]
"""The parties by the field of a title: `senders`, `recipients`, `via`; none that is empty."""

_ACTIONS = (("sent", "senders"), ("received", "recipients"), ("transmitted", "via"))
_PLACES = frozenset({"placeName", "settlement"})
_PERSON = frozenset({"roleName", "@type"})
_PLACE = frozenset({"settlement", "@type"})
_ACTION = frozenset({"@type"})
_DESCRIPTION = frozenset({f"@{NAMESPACE}id"})
DATE = frozenset({"placeName", "@when", "@when-custom", "@from", "@to", "@notBefore", "@notAfter"})
"""What is understood of these elements."""


class Correspondence(NamedTuple):
    """What a `correspDesc` states."""

    parties: Parties
    date: HistoricalDate | None
    """The first date of the letter's way."""


def read_correspondence(description: etree._Element, reader: ForeignReader) -> Correspondence:
    """The parties and the date. What else it holds (`correspContext`, `note`, another action) is not taken."""
    found: Parties = {}
    date = None
    reader.report_attributes(description, _DESCRIPTION)
    for kind, role in _ACTIONS:
        parties: list[Party] = []
        for action in description.iterfind(f"{TEI}correspAction[@type='{kind}']"):
            before = len(parties)
            reader.report_attributes(action, _ACTION)
            walker = etree.iterwalk(action, events=("start",))
            for _, element in walker:
                if element.tag == f"{TEI}date" and date is None:
                    date = read_date_element(reader.take(element, DATE), reader)
                elif _add_party(parties, element, reader):
                    reader.take(element, linked(_PLACE if name_of(element) in _PLACES else _PERSON, element, reader))
                    walker.skip_subtree()
            if len(action.findall(f"{TEI}placeName")) == 1:
                parties[before:] = _together(parties[before:])
        if parties:
            found[role] = tuple(parties)
    return Correspondence(found, date)


def _together(parties: list[Party]) -> list[Party]:
    """Who acted together, all at the place that is stated once, behind the last of them."""
    last = parties[-1] if parties else Party()
    place = {"place": last.place, "place_ref": last.place_ref}
    return [party if party.place else party.model_copy(update=place) for party in parties]


def linked(understood: frozenset[str], element: etree._Element, reader: ForeignReader) -> frozenset[str]:
    """What is understood of an element, with its `@ref` where that leads to an address, which a party keeps."""
    return understood | {"@ref"} if reader.address(element) else understood


def _add_party(parties: list[Party], element: etree._Element, reader: ForeignReader) -> bool:
    """Add the party that an element names, or a place to the party before it; whether its words have a place now."""
    name = name_of(element)
    if name == "persName" or (name in {"name", "rs"} and element.get("type") in {None, "person"}):
        parties += filter(None, [read_person(element, reader)])
    elif name == "orgName" or (name in {"name", "rs"} and element.get("type") in {"org", "organisation"}):
        words = reader.string(element)
        parties += [Party(organisation=words, ref=reader.address(element))] if words else []
    elif name in _PLACES:
        return _add_place(parties, element, reader)
    else:
        return False
    return True


def _add_place(parties: list[Party], element: etree._Element, reader: ForeignReader) -> bool:
    words, known = reader.string(element), reader.address(element)
    if words is None or (parties and parties[-1].place):
        return False
    if parties:
        parties[-1] = parties[-1].model_copy(update={"place": words, "place_ref": known})
    else:
        parties.append(Party(place=words, place_ref=known))
    return True


def read_person(element: etree._Element, reader: ForeignReader) -> Party | None:
    """The person that `persName` or `author` names, its `roleName` as office; None without words."""
    words = reader.string(element)
    if words is None:
        return None
    role = reader.child(element, "roleName")
    shorter = line(words.removeprefix(role).lstrip(",")) if role else words
    return Party(name=shorter, role=role, ref=reader.address(element))


def title_of(parties: Parties) -> Title:
    """A title for a letter that has none: the names of its senders and recipients."""
    named = [" and ".join(_called(party) for party in parties.get(role, ())) for role in ("senders", "recipients")]
    verbatim = line(" to ".join(each or "Unknown" for each in named)) or "Unknown"
    return Title.model_validate({"verbatim": verbatim, **parties})


def _called(party: Party) -> str:
    return party.name or party.organisation or party.role or "Unknown"
