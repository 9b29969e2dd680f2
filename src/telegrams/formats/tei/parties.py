"""Party ⇄ `particDesc`, `correspDesc` and `settingDesc`.

A party's fields stand once, in `particDesc` (`person` where a name, identity or office is known, else `org`). Who
sends, receives and relays is said by the pointers of `correspAction`, who takes part by `setting/@who`, in order: as
the title says, and (`setting[@n='head']`) as the head of the text says, with the date, time and place that it gives.
What goes to nobody that is known, as a report, has no `correspDesc`; its `author` points to whom it is from.
"""

from collections.abc import Iterable
from itertools import starmap

from lxml import etree

from telegrams.facts.genres import is_correspondence
from telegrams.formats.publication import address
from telegrams.formats.xml import NAMESPACE, attribute, exact, leaf, text
from telegrams.model.dates import HistoricalDate
from telegrams.model.document import Document
from telegrams.model.parties import Party, Title
from telegrams.model.settings import Participant, Setting

from .catalogue import write_people, write_places
from .dates import date_attributes, read_child_date, read_inference, write_date_element
from .reader import TEI, TeiReader, in_tei, line, name_of
from .register import Register, as_entry

UNKNOWN = "Unknown"
"""Stood for the name of a party that has none, in files of earlier versions."""
_IN = "\n        "


def is_person(party: Party) -> bool:
    """True where the party names a person or an office."""
    return bool(party.name or party.identity or party.role)


def short_form(party: Party, register: Register) -> str:
    """`persName` or `orgName` with a pointer to the party's entry, and how the party was told."""
    ref = f' ref="#{register.entry(party)}{f" {attribute(party.ref)}" if party.ref else ""}"'
    ref += register.inferred(party.inferred)
    if not is_person(party):
        words = text(party.organisation) if party.organisation else leaf("placeName", party.place)
        return f"<orgName{ref}>{words}</orgName>" if words else f"<orgName{ref}/>"
    role, identity = leaf("roleName", party.role), leaf("addName", party.identity, ' type="identity"')
    return exact("persName", ref, " ".join(filter(None, (role, _name(party.name), identity))))


def _name(name: str | None) -> str:
    """A name of one word is a surname; longer ones are not taken apart, because the order of names differs."""
    return leaf("name" if name and " " in name else "surname", name)


def is_nameless(name: etree._Element) -> bool:
    """Whether a short form names no body: it holds nothing, or the place that stands for one."""
    return line(name.text or "") in {None, UNKNOWN} and all(name_of(each) == "placeName" for each in name)


def is_sent(title: Title) -> bool:
    """Whether a document is correspondence: it goes to somebody who is known, or its kind always goes to somebody.

    A report, a speech or a record of conversation by somebody is from an author, who sends it to nobody.
    """
    return bool(title.recipients or title.via or (title.senders and is_correspondence(title.kind)))


def correspondence(document: Document, register: Register, record: str | None) -> str:
    """`correspDesc`: the actions of which something is known, and the telegrams referred to as context."""
    title = document.title
    if title is None or not is_sent(title):
        return ""
    pieces = [
        _action("sent", title.senders, document.date, register),
        _action("transmitted", title.via, None, register),
        _action("received", title.recipients, None, register),
    ]
    mentioned = dict.fromkeys((each.number, each.verbatim) for each in register.references)
    if mentioned:
        refs = "".join(f'{_IN}  <ref type="refersTo" n="{number}">{text(words)}</ref>' for number, words in mentioned)
        pieces.append(f"<correspContext>{refs}{_IN}</correspContext>")
    ref = f' ref="wcda:{record}"' if record else ""
    return f"\n      <correspDesc{ref}>{_IN}{_IN.join(filter(None, pieces))}\n      </correspDesc>"


def _action(kind: str, parties: tuple[Party, ...], date: HistoricalDate | None, register: Register) -> str:
    """What is known of an action; empty for nothing."""
    inner = _IN + "  "
    pieces = []
    for party in parties:
        place = place_name(party, register.entries[as_entry(party)][1] if register.entries else "")
        pieces.append(short_form(party, register) + (inner + place if place else ""))
    if date is not None:
        pieces.append(f"<date{date_attributes(date, register)}/>")
    return f'<correspAction type="{kind}">{inner}{inner.join(pieces)}{_IN}</correspAction>' if pieces else ""


def participation(document: Document, register: Register) -> str:
    """`particDesc` with an entry for each party, and `settingDesc` for those who take part."""
    here = {} if register.entries else register.parties
    entries = [(entry_tag(party), _entry(party, given, register)) for party, given in here.items()]
    persons, bodies = ("".join(each for tag, each in entries if tag == wanted) for wanted in ("person", "org"))
    lists = f"{_IN}<listPerson>{persons}{_IN}</listPerson>" if persons else ""
    lists += f"{_IN}<listOrg>{bodies}{_IN}</listOrg>" if bodies else ""
    lists += write_people(document.catalogue)
    stated = f"\n      <particDesc>{lists}\n      </particDesc>" if lists else ""
    there = document.title.participants if document.title else ()
    settings = _element("", there, "", register) if there else ""
    settings += _setting(document.setting, register) if document.setting else ""
    settings += write_places(document.catalogue)
    return stated + (f"\n      <settingDesc>{settings}</settingDesc>" if settings else "")


def _who(parties: Iterable[Party], register: Register) -> str:
    pointers = " ".join(f"#{register.entry(party)}" for party in parties)
    return f' who="{pointers}"' if pointers else ""


def _element(kind: str, parties: tuple[Party, ...], stated: str, register: Register) -> str:
    """A `setting` with who takes part; where one of them was told by a rule, with the names of all, in order."""
    told = any(party.inferred for party in parties)
    content = "".join(short_form(party, register) for party in parties if told) + stated
    return f"<setting{kind}{_who(parties, register)}" + (f">{content}</setting>" if content else "/>")


def _setting(setting: Setting, register: Register) -> str:
    """What the head of the text says: who, when and where."""
    date = write_date_element(setting.date, register) if setting.date else ""
    stated = date + leaf("time", setting.time) + leaf("locale", setting.place)
    return _element(' n="head"', setting.participants, stated, register)


def entry_tag(party: Party) -> str:
    """The element of the party's entry."""
    return "person" if is_person(party) else "org"


def _entry(party: Party, given: str, register: Register) -> str:
    signatures = "".join(map(signature, register.signatures.get(given, ())))
    tag, content = entry_tag(party), signatures.join(entry(party, place_name(party)))
    return f'{_IN}  <{tag} xml:id="{given}">{content}</{tag}>'


def entry(party: Party, place: str) -> tuple[str, str]:
    """What stands in the entry of a party before and behind its signatures; `place` is its `placeName`, if any."""
    address, body = leaf("idno", party.ref, ' type="URI"'), leaf("orgName", party.organisation)
    beside = leaf("orgName", party.side, ' type="side"') if isinstance(party, Participant) else ""
    if not is_person(party):
        return "", body + beside + place + address
    name = f"<persName>{_name(party.name)}</persName>" if party.name else ""
    identity, role = leaf("persName", party.identity, ' type="identity"'), leaf("occupation", party.role)
    affiliation = f"<affiliation>{body}</affiliation>" if body else ""
    affiliation += f"<affiliation>{beside}</affiliation>" if beside else ""
    residence = f"<residence>{place}</residence>" if place else ""
    return name + identity, role + affiliation + residence + address


def signature(words: str) -> str:
    """A form in which a person signs, for the entry."""
    return leaf("persName", words, ' type="signature"')


def place_name(party: Party, given: str = "") -> str:
    """The place with its entry and its authority; a place without a name has its authority alone. Empty for none."""
    pointers = " ".join(filter(None, (given and f"#{given}", attribute(party.place_ref or ""))))
    ref = f' ref="{pointers}"' if pointers else ""
    return f"<placeName{ref}>{text(party.place or '')}</placeName>" if party.place or ref else ""


class Parties:
    """The entries of `particDesc` by their identifiers, and what points to them."""

    def __init__(self, header: etree._Element, reader: TeiReader) -> None:
        self._reader = reader
        self._header = header
        entries = header.iter(f"{TEI}person", f"{TEI}org")
        self._entries = {given: each for each in entries if (given := each.get(f"{NAMESPACE}id"))}

    def identifiers(self) -> dict[Party, str]:
        """The parties of all entries, each with its identifier: the first of those that are alike."""
        found: dict[Party, str] = {}
        for given, element in self._entries.items():
            for party in (self._party(element, None), self._participant(element, None)):
                found.setdefault(party, given)
        return found

    def of_action(self, kind: str) -> tuple[Party, ...]:
        """The parties of a `correspAction`, in order."""
        return self._named_at(f"profileDesc/correspDesc/correspAction[@type='{kind}']/*")

    def of_author(self) -> tuple[Party, ...]:
        """Whom the document is from: its senders, or the authors of one that is sent to nobody."""
        return self.of_action("sent") or self._named_at("fileDesc/titleStmt/author/*")

    def _named_at(self, path: str) -> tuple[Party, ...]:
        named = [each for each in self._header.findall(in_tei(path)) if name_of(each) in {"persName", "orgName"}]
        return tuple(party for each in named if (party := self._pointed(each.get("ref", ""), each)))

    def of_title(self) -> tuple[Party, ...]:
        """The parties who take part as the title says, in order."""
        setting = next((each for each in self._settings() if each.get("n") is None), None)
        return () if setting is None else tuple(filter(None, starmap(self._pointed, _named(setting))))

    def of_head(self) -> Setting | None:
        """The setting as the head of the text says."""
        setting = next((each for each in self._settings() if each.get("n") == "head"), None)
        if setting is None:
            return None
        return Setting(
            participants=tuple(
                self._participant(entry, name)
                for each, name in _named(setting)
                if (entry := self._entry_of(each)) is not None
            ),
            date=read_child_date(setting, "date", self._reader),
            time=self._reader.child(setting, "time"),
            place=self._reader.child(setting, "locale"),
        )

    def _settings(self) -> list[etree._Element]:
        return self._header.findall(f"{TEI}profileDesc/{TEI}settingDesc/{TEI}setting")

    def _participant(self, element: etree._Element, name: etree._Element | None) -> Participant:
        return Participant(**self._party(element, name).model_dump(), side=self._body(element, "side"))

    def _body(self, element: etree._Element, sort: str | None = None) -> str | None:
        """The body, or the side, that an entry names."""
        named = (each for each in element.iter(f"{TEI}orgName") if each.get("type") == sort)
        found = next(named, None)
        return None if found is None else self._reader.string(found)

    def _entry_of(self, pointer: str) -> etree._Element | None:
        return self._entries.get(next((each[1:] for each in pointer.split() if each.startswith("#")), ""))

    def _pointed(self, pointer: str, name: etree._Element | None) -> Party | None:
        element = self._entry_of(pointer)
        return None if element is None else self._party(element, name)

    def _party(self, element: etree._Element, pointing: etree._Element | None) -> Party:
        child, named = self._reader.child, element.iterfind(f"{TEI}persName")
        name = next((self._reader.string(each) for each in named if each.get("type") is None), None)
        place = element.find(f".//{TEI}placeName")
        return Party(
            name=name,
            identity=child(element, "persName[@type='identity']"),
            role=child(element, "occupation"),
            organisation=self._body(element),
            place=child(element, "residence/placeName") or child(element, "placeName"),
            ref=address(child(element, "idno") or ""),
            place_ref=None if place is None else address(place.get("ref", "")),
            inferred=None if pointing is None else read_inference(pointing),
        )


def _named(setting: etree._Element) -> Iterable[tuple[str, etree._Element | None]]:
    """Who takes part: each pointer, with the name in the setting where there is one for each."""
    pointers = setting.get("who", "").split()
    names = [each for each in setting if name_of(each) in {"persName", "orgName"}]
    return zip(pointers, names if len(names) == len(pointers) else [None] * len(pointers), strict=True)
