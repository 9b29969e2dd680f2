"""What this package wrote, as digests in the file (`tg:written`): of the whole description, and of the facts in it.

The first tells that nothing was changed, which is the quick way; the others, which of several copies of a fact an
editor has changed.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable, Iterator
from struct import pack, unpack
from zlib import crc32

from lxml import etree

from telegrams.formats.xml import attribute
from telegrams.model.citation import Citation
from telegrams.model.dates import HistoricalDate
from telegrams.model.document import Document

from .dates import normal_form
from .description import TEXT, is_note
from .parties import is_person
from .register import Register

NAMESPACE = "tag:telegrams,2026:written/1"
LATER = "\0"
"""Stands for what only the whole corpus knows, as a document's identifier; no value of a document holds it."""
_FORM = "2"
"""Which parts a header has; in that of the first form, the fixed ones were others."""
_ELEMENT = f"{{{NAMESPACE}}}written"
_START, _END = "<tg:written ", "</tg:written>"
_BODY = "<body"
FULL_FORM = " when-custom="
"""Of a date; the last of its attributes."""
_DECLARATION = re.compile(r"<\?xml[ \t\r\n][^<>]{0,200}>")
_EDITION = re.compile(r"<TEI[\s>]")


def write_digests(before: str, behind: str, facts: Iterable[tuple[str, str | None]], *, amended: bool) -> str:
    """The edition with the digests between its two parts; what is `amended` has to be compared."""
    before, behind = f"{before}\n    <xenoData>", f"</xenoData>{behind}"
    seen = "" if amended else f' edition="{_digest(before, behind)}"'
    digests = [crc32(f"{name}={said}".encode()) for name, said in facts if said]
    packed = b64encode(pack(f">{len(digests)}I", *digests)).decode()
    return f'{before}{_START}xmlns:tg="{NAMESPACE}" form="{_FORM}"{seen}>{packed}{_END}{behind}'


def _digest(before: str, behind: str) -> str:
    """Of all but the body; line ends before the edition do not count, for many programs write others there."""
    start = before.find("<TEI")
    prolog = before[:start].replace("\r", "").replace("\n", "")
    return f"{crc32(behind[: behind.find(_BODY)].encode(), crc32((prolog + before[start:]).encode())):08x}"


def stated_facts(document: Document, register: Register) -> Iterator[tuple[str, str | None]]:
    """The facts that stand in several places, with their names, each as a copy of it says it."""
    title, citation, setting = document.title, document.citation, document.setting
    if title:
        yield "the title", title.verbatim
        yield "the kind of document", title.kind
    yield "the language", next((entry.language for entry in document.contents if entry.language), None)
    for name, part in (("date", document), ("day", title), ("date of the citation", citation), ("day", setting)):
        if part and part.date:
            yield from _stated_date(f"the {name}", part.date, register)
    if citation:
        yield from _cited(citation)
    for party, given in register.parties.items():
        yield f"the name of {given}", party.name if is_person(party) else party.organisation
        yield f"the role of {given}", party.role
        yield f"the identity of {given}", party.identity
        yield f"the authority of {given}", party.ref
        yield f"the place of {given}", party.place
        yield f"the authority of the place of {given}", party.place_ref


def _stated_date(name: str, date: HistoricalDate, register: Register) -> Iterator[tuple[str, str]]:
    form = normal_form(date)
    yield name, date.verbatim
    yield name, form
    yield f"how sure {name} is", register.plain(register.inferred(date.inferred))
    if FULL_FORM in form:
        yield "a full form", form[form.index(FULL_FORM) :]


def _cited(citation: Citation) -> Iterator[tuple[str, str | None]]:
    yield "the record number", citation.record_id
    yield "the title of the citation", citation.title
    yield "the publisher of the citation", citation.publisher
    if source := citation.source:
        yield "the statement of the source", source.verbatim
        for holding in source.holdings:
            yield "the repository", holding.repository
            yield "the settlement", holding.settlement
        for contributor in source.contributors:
            yield "the name of a contributor", contributor.name


def said_by(pairs: Iterable[tuple[str, str]]) -> str:
    """A fact as it is digested: words, or attributes as they are written."""
    return "".join(f' {name}="{attribute(value)}"' if name else value for name, value in pairs)


class Written:
    """The digests of facts in a file; `known` is False where it has none, as one that an older version wrote.

    `current` tells that its header has the parts which are written now.
    """

    def __init__(self, edition: etree._Element) -> None:
        element = next(edition.iter(_ELEMENT), None)
        packed = _unpacked("" if element is None else element.text or "")
        self._digests = frozenset(packed)
        self.known = element is not None
        self.current = element is not None and element.get("form") == _FORM

    def has(self, name: str, said: str) -> bool:
        """Whether the fact of this name was written so."""
        return crc32(f"{name}={said}".encode()) in self._digests


def _unpacked(words: str) -> tuple[int, ...]:
    """The digests; none of what is damaged."""
    try:
        packed = b64decode("".join(words.split()), validate=True)
    except (Error, ValueError):
        return ()
    return unpack(f">{len(packed) // 4}I", packed[: len(packed) // 4 * 4])


def editions_in(source: str, count: int, *, alone: bool) -> list[str]:
    """The source of each edition of a file that has so many; empty strings where they cannot be told apart.

    To one that is `alone` belongs what stands before it, but the XML declaration.
    """
    starts = [found.start() for found in _EDITION.finditer(source)]
    if len(starts) != count:
        return [""] * count
    if alone:
        declaration = _DECLARATION.match(source)
        starts[0] = declaration.end() if declaration else 0
    return [source[start:end] for start, end in zip(starts, [*starts[1:], len(source)], strict=True)]


def is_as_written(edition: etree._Element, source: str, own: str | None) -> bool:
    """Whether all of an edition but its body is as this package wrote it; `own` is its identifier in a corpus."""
    element = next(edition.iter(_ELEMENT), None)
    before, _, behind = source.partition(_START)
    around = (edition.getprevious() if own else None, edition.getnext())
    notes = any(each is not None and is_note(each) for each in around)
    if element is None or notes or [each.tag for each in edition][1:] != [TEXT]:
        return False
    if own:
        before, behind = (_without(own, each) for each in (before, behind))
    return element.get("edition") == _digest(before, behind.partition(_END)[2])


def _without(own: str, part: str) -> str:
    """A part of an edition of a corpus, before it got its identifier."""
    part = part.replace(f' xml:id="{own}"', f' xml:id="{LATER}"')
    return part.replace(f'"{own}.', f'"{LATER}.').replace(f"#{own}.", f"#{LATER}.")
