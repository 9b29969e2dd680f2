"""The heading of a document by another hand → its title, the parties as the editors tagged them.

    <head>25. Telegram From the Commander in Chief (<persName type="from">Hull</persName>)
      to the <gloss type="to">Joint Chiefs of Staff</gloss></head>

`@type` (or `@role`) tells who a name in a heading is; often only the name is tagged, without the office before it. So
the words are read as every title is, and then held against the tags, which are stated: a party that no tag of its field
names gives way where none of that field's parties is one that a tag names, one in another field moves, and a name that
reading did not find is added. This is the one room of TEI that reads values from strings (decision 0020).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from telegrams.model.dates import HistoricalDate
from telegrams.model.parties import Party, Title
from telegrams.values.blanks import one_line
from telegrams.values.dates import parse_date
from telegrams.values.titles import parse_title

from .correspondence import Parties, linked
from .reader import name_of
from .words import ForeignReader, element_words

_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("from", "sender", "sent", "author"), "senders"),
        **dict.fromkeys(("to", "addressee", "recipient", "received"), "recipients"),
        "via": "via",
    }
)
_NUMBER = re.compile(r"\[?[0-9]{1,5}[a-z]?\]?\.?\s+(?=\S)")
"""The number that an edition gives a document: `25. `, `[611] `."""
_SIGN = re.compile(r"(?<=[^\W\d_]\.)[0-9]{1,2}\Z")
"""The sign of a note right behind the last full stop: `to Mr. Buchanan.1`."""

_PERSONS = frozenset({"persName", "name", "roleName"})
_NOTES = frozenset({"note"})
_TOLD = frozenset({"@type", "@role"})
_WORD = re.compile(r"\w+")


class Tag(NamedTuple):
    """A name that a heading says to be that of a sender, a recipient or a relay."""

    field: str
    words: str
    is_body: bool
    ref: str | None


def tags_of(head: etree._Element, reader: ForeignReader) -> Iterator[Tag]:
    """The tagged names of a heading, in order, without those of its notes; other mark-up in it is reported."""
    for element in reader.inside(head, _NOTES):
        field = _FIELDS.get(element.get("type", "")) or _FIELDS.get(element.get("role", ""))
        words = reader.string(element) if field else None
        if field and words:
            reader.report_attributes(element, linked(_TOLD, element, reader))
            yield Tag(field, words, name_of(element) not in _PERSONS, reader.address(element))
        elif name_of(element) != "lb" or element.attrib:
            reader.report.unknown(element)


def head_words(head: etree._Element) -> str:
    """The words of a heading without its notes, white space as it is."""
    return element_words(head, _NOTES)


def dated(date: HistoricalDate) -> HistoricalDate:
    """The date; where no attribute gives a normal form, with that of its words, if they are a day, month or year."""
    if not one_line(date.verbatim):  # blanks that no date can be read of
        return date
    read = date if date.edtf else parse_date(date.verbatim)
    return read.model_copy(update={"place": date.place or read.place}) if read.edtf else date


def read_title(verbatim: str, tags: tuple[Tag, ...] = (), stated: Parties | None = None) -> Title:
    """The title of these words, read without the number before them and the sign of a note behind them.

    The tags of a heading win over what is read, and the parties that are stated elsewhere over both, field by field.
    """
    number, sign = _NUMBER.match(verbatim), _SIGN.search(verbatim)
    words = verbatim[number.end() if number else 0 : sign.start() if sign else None]
    try:
        read = parse_title(words)
    except ValueError:  # without a visible character
        read = Title(verbatim=verbatim)
    parties = {
        field: tuple(party for party in getattr(read, field) if not _is_of_several(party, tags))
        for field in ("senders", "recipients", "via", "participants")
    }
    for field in dict.fromkeys(tag.field for tag in tags):
        _reconcile(parties, field, tags)
    return read.model_copy(update={"verbatim": verbatim, **parties, **(stated or {})})


def _reconcile(parties: Parties, field: str, tags: tuple[Tag, ...]) -> None:
    """Make the parties of a field those that its tags name, and those beside them that reading found."""
    own = [tag for tag in tags if tag.field == field]
    found = list(parties[field])
    missing = [tag for tag in own if not any(_names(party, tag) for party in found)]
    if len(missing) == len(own):
        found = []
    for tag in missing:
        others = ((other, each) for other in parties for each in parties[other])
        moved = next((pair for pair in others if _is_of(pair[1], tag, pair[0], tags)), None)
        if moved is None:
            found.append(_party(tag))
        else:
            other, party = moved
            parties[other] = tuple(each for each in parties[other] if each is not party)
            found.append(party)
    parties[field] = tuple(_linked(party, own) for party in found)


def _is_of_several(party: Party, tags: tuple[Tag, ...]) -> bool:
    """Whether a party is cut wrongly: its words hold those of two tags of different fields."""
    held = [tag for tag in tags if _words(tag.words) <= _told(party)]
    return any(one.field != other.field and one.words != other.words for one in held for other in held)


def _is_of(party: Party, tag: Tag, field: str, tags: tuple[Tag, ...]) -> bool:
    """Whether a tag names the party of another field, and no tag of that field does."""
    return _names(party, tag) and not any(each.field == field and _names(party, each) for each in tags)


def _names(party: Party, tag: Tag) -> bool:
    """Whether a tag's words are those of a party: `Mr. Madison` and `Madison`, `Rusk` and `Secretary of State Rusk`."""
    wanted, named = _words(tag.words), _words(party.name or "")
    return bool(wanted) and (wanted <= _told(party) or bool(named and named <= wanted))


def _told(party: Party) -> frozenset[str]:
    """All words of a party."""
    fields = (party.role, party.name, party.identity, party.organisation, party.place)
    return _words(" ".join(filter(None, fields)))


def _words(value: str) -> frozenset[str]:
    return frozenset(_WORD.findall(value.casefold()))


def _party(tag: Tag) -> Party:
    """The party that a tag alone names, read as if it were the sender of a letter."""
    read = parse_title(f"Letter from {tag.words} to the Embassy").senders
    if len(read) == 1 and (tag.is_body or read[0].name):
        return read[0]
    return Party(organisation=tag.words) if tag.is_body else Party(name=tag.words)


def _linked(party: Party, tags: Iterable[Tag]) -> Party:
    """The party with the address that its tag gives."""
    ref = next((tag.ref for tag in tags if tag.ref and _names(party, tag)), None)
    return party.model_copy(update={"ref": ref}) if ref and not party.ref else party
