"""Catalogue ⇄ the places that a header has for it.

People and bodies are entries of a `listPerson` of their own, told apart by `@role`; places are a `listPlace`; subjects
and the archive's word for the kind are `keywords`; the rights are paragraphs of `availability`; the rest are notes of
`notesStmt`. A heading is written whole, its parts marked in its words; a part that they do not hold is an empty element
with its value in `@n`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from lxml import etree

from telegrams.facts.catalogue import NameField
from telegrams.formats.xml import attribute, exact, leaf, text
from telegrams.model.catalogue import Catalogue, NameHeading, NameKind, SubjectHeading

from .reader import TEI, TeiReader, in_tei, line, name_of

_Part = tuple[str, str, str]
"""The words of a part, its element, and what tells that from others."""
CATALOGUE = "catalogue"
"""The type of the lists that hold what the catalogue says."""
_ROLES: Mapping[NameField, str] = MappingProxyType(
    {"authors": "author", "associated": "associated", "contributors": "contributor", "donors": "donor"}
)
_NOTES: Mapping[Literal["classification", "original_archives", "uploaded", "related"], str] = MappingProxyType(
    {
        "classification": "original-classification",
        "original_archives": "original-archive",
        "uploaded": "uploaded",
        "related": "related",
    }
)
_PARTS = (
    ("family", "surname", ""),
    ("given", "forename", ""),
    ("suffix", "genName", ""),
    ("variant", "addName", ' type="variant"'),
    ("dates", "date", ""),
)
"""The parts of a name, with the element of each and its attribute."""
_ELEMENTS: Mapping[NameKind | None, tuple[str, str]] = MappingProxyType(
    {"person": ("person", "persName"), "body": ("org", "orgName"), None: ("org", "name")}
)
"""The elements of an entry and of its name; a name that may be of a person or a body is a mere `name`."""
_KINDS = MappingProxyType({name: kind for kind, (_, name) in _ELEMENTS.items()})
_IN = "\n        "


def write_people(catalogue: Catalogue | None) -> str:
    """The `listPerson` of the catalogue; empty where it names nobody."""
    if catalogue is None:
        return ""
    entries = [
        f"{_IN}  {_entry(heading, role)}" for field, role in _ROLES.items() for heading in getattr(catalogue, field)
    ]
    return f'{_IN}<listPerson type="{CATALOGUE}">{"".join(entries)}{_IN}</listPerson>' if entries else ""


def _entry(heading: NameHeading, role: str) -> str:
    entry, name = _ELEMENTS[heading.kind]
    groups = [[(words, tag, given)] for field, tag, given in _PARTS if (words := getattr(heading, field))]
    groups.append([(unit, "orgName", "") for unit in heading.units])
    return f'<{entry} role="{role}">{_marked(name, heading.verbatim, groups)}</{entry}>'


def _marked(name: str, verbatim: str, groups: Iterable[Sequence[_Part]]) -> str:
    """The heading with its parts; those of a group keep their order."""
    places: list[tuple[int, int, str]] = []
    absent = ""
    for group in groups:
        if found := _places(verbatim, group, places):
            places += found
        else:
            absent += "".join(f'<{tag}{given} n="{attribute(words)}"/>' for words, tag, given in group)
    content, reached = "", 0
    for start, end, element in sorted(places):
        content += text(verbatim[reached:start]) + element
        reached = end
    return exact(name, "", content + text(verbatim[reached:]) + absent)


def _places(verbatim: str, group: Iterable[_Part], taken: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Where the parts of a group stand one behind the other, apart from what is taken; nothing where one does not."""
    found: list[tuple[int, int, str]] = []
    cursor = 0
    for words, tag, given in group:
        at = verbatim.find(words, cursor)
        cursor = at + len(words)
        if at < 0 or any(at < end and start < cursor for start, end, _ in taken):
            return []
        found.append((at, cursor, f"<{tag}{given}>{text(words)}</{tag}>"))
    return found


def write_places(catalogue: Catalogue | None) -> str:
    """The `listPlace` of the catalogue; empty where it names no place."""
    if catalogue is None or not catalogue.places:
        return ""
    entries = "".join(f"{_IN}  <place>{leaf('placeName', place)}</place>" for place in catalogue.places)
    return f'{_IN}<listPlace type="{CATALOGUE}">{entries}{_IN}</listPlace>'


def write_keywords(catalogue: Catalogue | None) -> str:
    """`keywords` for the subjects, and for the archive's word for the kind."""
    if catalogue is None:
        return ""
    kind = leaf("term", catalogue.document_type)
    subjects = "".join(map(_subject, catalogue.subjects))
    return (f'<keywords n="type">{kind}</keywords>' if kind else "") + (
        f'<keywords n="{CATALOGUE}">{subjects}</keywords>' if subjects else ""
    )


def _subject(subject: SubjectHeading) -> str:
    return _marked("term", subject.verbatim, ([(division, "term", "") for division in subject.divisions],))


def write_rights(catalogue: Catalogue | None) -> str:
    """The paragraphs on rights for `availability`."""
    return "".join(leaf("p", paragraph, ' n="rights"') for paragraph in (catalogue.rights if catalogue else ()))


def write_notes(catalogue: Catalogue | None) -> Iterator[str]:
    """The notes for `notesStmt`: what TEI has no other place for."""
    for field, kind in _NOTES.items():
        value = getattr(catalogue, field, ())
        for words in value if isinstance(value, tuple) else (value,):
            yield leaf("note", words, f' type="{kind}"')


def read_catalogue(header: etree._Element, reader: TeiReader) -> Catalogue | None:
    """What a header of ours has of the catalogue; None where it has nothing."""
    people = list(_of_catalogue(header, "profileDesc/particDesc/listPerson"))
    notes = header.findall(in_tei("fileDesc/notesStmt/note"))
    terms = {each.get("n"): each.findall(f"{TEI}term") for each in header.iterfind(in_tei("profileDesc/textClass/*"))}
    rights = header.findall(in_tei("fileDesc/publicationStmt/availability/p[@n='rights']"))
    fields: dict[str, Any] = {
        field: tuple(filter(None, (_read_entry(each, reader) for each in people if each.get("role") == role)))
        for field, role in _ROLES.items()
    }
    for field, kind in _NOTES.items():
        found = _strings((each for each in notes if each.get("type") == kind), reader)
        fields[field] = found if field in {"original_archives", "related"} else next(iter(found), None)
    places = _of_catalogue(header, "profileDesc/settingDesc/listPlace")
    fields["places"] = _strings(places, reader)
    fields["document_type"] = next(iter(_strings(iter(terms.get("type", ())), reader)), None)
    fields["subjects"] = tuple(filter(None, (_read_subject(each, reader) for each in terms.get(CATALOGUE, ()))))
    fields["rights"] = _strings(iter(rights), reader)
    catalogue = Catalogue(**fields)
    return None if catalogue == Catalogue() else catalogue


def _of_catalogue(header: etree._Element, path: str) -> Iterator[etree._Element]:
    """The entries of the lists of the catalogue at a path."""
    return (entry for each in header.iterfind(in_tei(path)) if each.get("type") == CATALOGUE for entry in each)


def _strings(elements: Iterator[etree._Element], reader: TeiReader) -> tuple[str, ...]:
    return tuple(filter(None, map(reader.string, elements)))


def _read_entry(entry: etree._Element, reader: TeiReader) -> NameHeading | None:
    """The heading of an entry; None where it has no words."""
    name = next((each for each in entry if name_of(each) in _KINDS), None)
    verbatim = None if name is None else reader.string(name)
    if name is None or verbatim is None:
        return None
    parts = {tag: _part(each, reader) for each in name if (tag := name_of(each)) != "orgName"}
    return NameHeading(
        verbatim=verbatim,
        kind=_KINDS[name_of(name)],
        units=tuple(filter(None, (_part(each, reader) for each in name.iterfind(f"{TEI}orgName")))),
        **{field: parts.get(tag) for field, tag, _ in _PARTS},
    )


def _read_subject(term: etree._Element, reader: TeiReader) -> SubjectHeading | None:
    verbatim = reader.string(term)
    if verbatim is None:
        return None
    return SubjectHeading(verbatim=verbatim, divisions=tuple(filter(None, (_part(each, reader) for each in term))))


def _part(element: etree._Element, reader: TeiReader) -> str | None:
    return line(element.get("n", "")) or reader.string(element)
