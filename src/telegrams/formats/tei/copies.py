"""Facts that stand in several places of a file of ours: all are read, and the one that an editor changed wins.

The date stands in `creation`, `docDate` and `correspAction`; the title in `titleStmt` and `docTitle`; who a party is in
its entry, in `author` and `correspAction`; and so on, because programs look for each of them there. The header is read
from one place of each, which gets the changed value before. Which copy was changed the digests in the file tell. One
that was taken away was changed, too.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from telegrams.formats.xml import NAMESPACE, line_of

from .credited import names_in
from .description import TEXT
from .parties import is_nameless
from .reader import TEI, Report, in_tei, line, name_of
from .written import Written, said_by

_FORM = ("when", "from", "to", "notBefore", "notAfter", "when-custom")
_INFERENCE = ("cert", "resp", "ana")
_ID = f"{NAMESPACE}id"
_LANGUAGE = f"{NAMESPACE}lang"
_DATED = (f"{TEI}date", f"{TEI}docDate")
_SHORT_FORMS = (
    "fileDesc/titleStmt/author/*",
    "profileDesc/correspDesc/correspAction/*",
    "profileDesc/settingDesc/setting/*",
)
_DATES = ("the date", "the day", "the date of the citation")
_Said = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Copy:
    """One of the places where a fact stands."""

    element: etree._Element | None
    names: tuple[str, ...] = ()
    """The attributes that say it; none where its words do."""
    prefix: str = ""
    """What stands before the value here: `#` of a pointer."""
    beside_pointers: bool = False
    """Whether the value is what does not point into the file."""
    make: Callable[[], etree._Element] | None = None
    """Makes the element where it is missing."""

    def said(self) -> _Said:
        """The fact as it stands here: attributes with their values; the words without a name. Empty for nothing."""
        if self.element is None:
            return ()
        if not self.names:
            words = line("".join(map(str, self.element.itertext())))
            return (("", words),) if words else ()
        given = [(name, value) for name in self.names if (value := self.element.get(name)) is not None]
        if self.beside_pointers:
            addresses = " ".join(each for _, value in given for each in value.split() if each[0] != "#")
            return (("", addresses),) if addresses else ()
        if len(self.names) == 1:
            return tuple(("", value[len(self.prefix) :]) for _, value in given if value.startswith(self.prefix))
        return tuple(given)

    def say(self, said: _Said) -> None:
        """Puts the fact here; nothing, where it says nothing."""
        element = self.make() if said and self.element is None and self.make else self.element
        if element is None:
            return
        if not self.names:
            _put_words(element, said[0][1]) if said else next(element.iterancestors()).remove(element)
            return
        if self.beside_pointers:
            pointers = [each for each in element.get(self.names[0], "").split() if each[0] == "#"]
            words = " ".join([*pointers, *(value for _, value in said)])
            said = (("", words),) if words else ()
        for name in self.names:
            if name in element.attrib:
                del element.attrib[name]
        element.attrib.update({name or self.names[0]: self.prefix + value for name, value in said})

    def is_in_text(self) -> bool:
        """Whether it stands in the text or on its title page."""
        return self.element is not None and any(
            each.tag == TEXT for each in (self.element, *self.element.iterancestors())
        )

    def is_missed(self) -> bool:
        """Whether it can be seen that nothing is said where something could be."""
        return not self.said() and bool(self.make or self.beside_pointers or len(self.names) > 1)


def _put_words(element: etree._Element, words: str) -> None:
    """The words in place of those that stand there; a place among them stays marked, or stays as `@key`."""
    place = element.find(f"{TEI}placeName")
    named = None if place is None else line(place.get("key", "") or "".join(map(str, place.itertext())))
    for child in list(element):
        element.remove(child)
    element.text = words
    if named:
        before, found, after = words.partition(named)
        marked = etree.SubElement(element, f"{TEI}placeName")
        if found:
            element.text, marked.text, marked.tail = before, named, after
        else:
            marked.set("key", named)


class Change(NamedTuple):
    """A fact that an editor changed."""

    copies: list[Copy]
    """The one that is read first, those that were changed, and those in the text, which are carried."""
    before: _Said | None
    """None where no copy tells."""
    now: _Said

    def undo(self) -> None:
        """Gives the place that is read the value that was there before."""
        if self.before is not None:
            self.copies[0].say(self.before)

    def make(self) -> None:
        """Gives the value to all that are read or carried."""
        for each in self.copies:
            if each.said() != self.now:
                each.say(self.now)


def changes(edition: etree._Element, report: Report) -> Iterator[Change]:
    """The facts of which an editor has changed some of the copies.

    Two copies with two new values, or with two values where the file does not tell which is new, are reported (TG630).
    """
    written = Written(edition)
    for element in edition.iter(*_DATED):
        _take_plain_form(element, written)
    for name, copies in _facts(edition):
        stated = [each for each in copies if each.said()]
        old = [each for each in stated if written.has(name, said_by(each.said()))]
        new = [each for each in stated if each not in old]
        missed = [each for each in copies if each.is_missed()]
        changed = [*new, *missed] if old else new
        values = list(dict.fromkeys(each.said() for each in changed))
        if not values or not (old or missed or len(values) > 1):
            continue
        if len(values) > 1:
            _contradiction(name, changed, report)
        now = values[0] if len(values) == 1 or copies[0].said() not in values else copies[0].said()
        before = old[0].said() if old else () if missed else None
        yield Change([copies[0], *changed, *(each for each in copies if each.is_in_text())], before, now)


def _contradiction(name: str, changed: list[Copy], report: Report) -> None:
    one, other = changed[0], next(each for each in changed if each.said() != changed[0].said())
    there = [each.element for each in (other, one) if each.element is not None]
    message = f"{name} is {_told(one)}, but {_told(other)}"
    hint = "write the same in both places, or what was there before in one of them"
    report.contradiction(there[0], message, hint)


def _told(copy: Copy) -> str:
    said = " ".join(f'{name}="{value}"' if name else repr(value) for name, value in copy.said())
    if copy.element is None:
        return "taken away in its entry"
    return f"{said or 'nothing'} in <{name_of(copy.element)}> (line {line_of(copy.element)})"


def facts_in(edition: etree._Element) -> Iterator[tuple[str, str]]:
    """All facts of an edition as its copies say them, with their names."""
    for name, copies in _facts(edition):
        yield from ((name, said_by(each.said())) for each in copies)
    for element in edition.iter(*_DATED):
        form = Copy(element, _FORM).said()
        yield "the day", said_by(form)
        yield "a full form", said_by(form[-1:])


def _take_plain_form(element: etree._Element, written: Written) -> None:
    """Takes away the full form of a date where an editor changed the plain one beside it."""
    form = Copy(element, _FORM).said()
    if form[:-1] and form[-1][0] == "when-custom":
        known = any(written.has(name, said_by(form)) for name in _DATES)
        if not known and written.has("a full form", said_by(form[-1:])):
            del element.attrib["when-custom"]


def _facts(edition: etree._Element) -> Iterator[tuple[str, list[Copy]]]:
    """Each fact with its copies, the one that is read first; facts that stand once are left out."""
    header = next(edition.iterfind(f"{TEI}teiHeader"))
    for name, copies in (*_described(edition, header), *_cited(header), *_parties(header)):
        if len(copies) > 1:
            yield name, copies


def _described(edition: etree._Element, header: etree._Element) -> Iterator[tuple[str, list[Copy]]]:
    """Of the document itself."""
    title = _all(header, "fileDesc/titleStmt/title[@type='main']")
    title += _in_title_page(edition, "titlePart[@type='main']")
    yield "the title", [Copy(each) for each in (*title, *_all(header, "fileDesc/sourceDesc/msDesc//msItem/title"))]
    dates = [*_all(header, "profileDesc/creation/date"), *_in_title_page(edition, "docDate")]
    yield "the date", [Copy(each) for each in dates]
    dates += _all(header, "profileDesc/correspDesc/correspAction[@type='sent']/date")
    yield "the date", [Copy(each, _FORM) for each in dates]
    yield "how sure the date is", [Copy(each, _INFERENCE) for each in dates]
    kinds = [Copy(each, ("target",), "#") for each in _all(header, "profileDesc/textClass/catRef")]
    kinds += [Copy(each, ("type",)) for each in _all(edition, "text[@type]")]
    kinds += [Copy(each, ("subtype",)) for each in _all(edition, "text/body/div[@type='document']")]
    yield "the kind of document", kinds
    spoken = [each for each in _all(header, "profileDesc/langUsage/language") if each.get("cert") != "unknown"][:1]
    yield "the language", [copy for each in spoken for copy in (Copy(each, ("ident",)), Copy(edition, (_LANGUAGE,)))]
    numbers = [Copy(each) for each in _all(header, "fileDesc/publicationStmt/idno[@type='wcda']")]
    numbers += [Copy(edition, (_ID,), "wcda-")] if numbers else []
    numbers += [Copy(each, ("ref",), "wcda:") for each in _all(header, "profileDesc/correspDesc[@ref]")]
    yield "the record number", numbers


def _cited(header: etree._Element) -> Iterator[tuple[str, list[Copy]]]:
    """Of the citation: its fields, and where they are marked in its words."""
    source = header.find(in_tei("fileDesc/sourceDesc"))
    for name, field, part in (
        ("the title of the citation", "title", "title"),
        ("the publisher of the citation", "publisher", "publisher"),
        ("the statement of the source", "bibl[@type='statement']", "bibl[@type='archive']"),
        ("the date of the citation", "date", "date"),
    ):
        copies = [*_all(source, f"bibl[@type='structured']/{field}"), *_all(source, f"bibl[@type='citation']/{part}")]
        yield name, [Copy(each) for each in copies]
        if field == "date":
            yield name, [Copy(each, _FORM) for each in copies]
    archives = _all(source, "msDesc[@type='holding']/msIdentifier")
    for field, part in (("repository", "orgName[@type='repository']"), ("settlement", "placeName")):
        marked = _all(source, f"bibl[@type='citation']/bibl[@type='archive']/{part}")
        stated = [found[0] for each in archives if (found := _all(each, field))]
        if len(marked) == len(stated):
            for one, other in zip(stated, marked, strict=True):
                names = _all(one, "name")
                yield f"the {field}", [Copy(names[0] if names else one), Copy(other)]
    for editor in _all(header, "fileDesc/titleStmt/*"):
        pointer = f"#{editor.get(_ID)}"
        named = names_in(editor).get(None)
        names = [named] if named is not None and editor.get(_ID) else []
        marked = [
            each
            for each in _all(source, "bibl[@type='citation']/bibl[@type='archive']/editor")
            if each.get("corresp") == pointer
        ]
        yield "the name of a contributor", [Copy(each) for each in (*names, *marked)]


def _parties(header: etree._Element) -> Iterator[tuple[str, list[Copy]]]:
    """Of each party: its entry, and where it is named as author, sender or recipient."""
    named: dict[str, list[etree._Element]] = {}
    for path in _SHORT_FORMS:
        for each in _all(header, path):
            pointer = next((one for one in each.get("ref", "").split() if one.startswith("#")), "")
            if name_of(each) in {"persName", "orgName"} and pointer:
                named.setdefault(pointer[1:], []).append(each)
    for entry in header.iter(f"{TEI}person", f"{TEI}org"):
        short = named.get(entry.get(_ID, ""), [])
        if short:
            yield from _party(entry, short)


def _party(entry: etree._Element, short: list[etree._Element]) -> Iterator[tuple[str, list[Copy]]]:
    given = entry.get(_ID, "")
    home = ("placeName",) if name_of(entry) == "org" else ("residence", "placeName")
    if name_of(entry) == "org":
        yield (
            f"the name of {given}",
            [_entry(entry, ("orgName",)), *(Copy(each) for each in short if not is_nameless(each))],
        )
    else:
        yield f"the name of {given}", [_entry(entry, ("persName",)), *_named_parts(short)]
        yield f"the role of {given}", [_entry(entry, ("occupation",)), *_parts(short, "roleName")]
        identities = _parts(short, "addName[@type='identity']")
        yield f"the identity of {given}", [_entry(entry, ("persName",), "identity"), *identities]
    pointers = [Copy(each, ("ref",), beside_pointers=True) for each in short]
    yield f"the authority of {given}", [_entry(entry, ("idno",), "URI"), *pointers]
    places = [place for each in short if (place := each.getnext()) is not None and name_of(place) == "placeName"]
    standing = [place for each in short if is_nameless(each) for place in each]
    yield f"the place of {given}", [_entry(entry, home), *map(Copy, (*places, *standing))]
    pointers = [Copy(each, ("ref",), beside_pointers=True) for each in places]
    yield f"the authority of the place of {given}", [_entry(entry, home, names=("ref",)), *pointers]


def _entry(entry: etree._Element, steps: tuple[str, ...], kind: str | None = None, names: tuple[str, ...] = ()) -> Copy:
    """Where the entry says it, or can."""
    path = "/".join(f"{TEI}{step}" for step in steps)
    found = next((each for each in entry.iterfind(path) if each.get("type") == kind), None)

    def make() -> etree._Element:
        element = entry
        for step in steps:
            below = element.find(f"{TEI}{step}") if step != steps[-1] else None
            element = etree.SubElement(element, f"{TEI}{step}") if below is None else below
        if kind:
            element.set("type", kind)
        return element

    return Copy(found, names, beside_pointers=bool(names), make=make)


def _named_parts(short: list[etree._Element]) -> Iterator[Copy]:
    """Where the short forms have the name: in an element of its own, or as their only words."""
    for each in short:
        inner = [*_all(each, "name"), *_all(each, "surname")]
        if inner or not len(each):
            yield Copy(inner[0] if inner else each)


def _parts(short: list[etree._Element], path: str) -> list[Copy]:
    return [Copy(found[0]) for each in short if (found := _all(each, path))]


def _in_title_page(edition: etree._Element, name: str) -> list[etree._Element]:
    """The elements in the first title page, which is ours; of another, an editor says what stands there."""
    return _all(next(iter(_all(edition, "text/front//titlePage")), None), f".//{name}")


def _all(parent: etree._Element | None, path: str) -> list[etree._Element]:
    """The elements at a path of TEI names, `//` and predicates in it."""
    steps = [f"{TEI}{step}" if step not in {"", ".", "*"} else step for step in path.split("/")]
    return [] if parent is None else parent.findall("/".join(steps))
