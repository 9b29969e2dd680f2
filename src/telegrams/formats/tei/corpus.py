"""Many documents in one `teiCorpus`, with one list of persons, of bodies and of places for all.

Each document stays a whole `TEI` element, but for its `particDesc`: the entries stand once in the header of the corpus,
and the documents point there. An entry's identifier is made of its content, so that it is the same in every corpus.
The other identifiers of a document get the document's own before them, as `wcda-112634.citation`, so that each is
given once in the file. How a person signs is no part of the identifier: the entry has the signatures of all documents.
`undo` is the way back: it gives each document its own entries and identifiers again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from hashlib import blake2b

from lxml import etree

from telegrams.errors import WriteError
from telegrams.formats.contract import Piece, Shared, WriteOptions
from telegrams.formats.keys import unique
from telegrams.formats.spool import spool, spooled
from telegrams.formats.xml import NAMESPACE, attribute, parse_written, text
from telegrams.model.document import Document
from telegrams.model.parties import Party

from . import accept
from .association import MODELS
from .description import ENTRIES, is_declared, is_model
from .header import publication
from .parties import entry, entry_tag, place_name, signature
from .policy import application, declaration
from .reader import POINTERS, TEI, Report, in_tei, is_own
from .register import Register, identifier_stem, parties_of
from .unkept import Unkept, said_in
from .write import edition_identifier, write_edition
from .written import LATER

__all__ = ["accept", "item", "join"]

_ID = f"{NAMESPACE}id"
_XMLNS = f' xmlns="{TEI[1:-1]}"'
_LISTS = (("person", "listPerson"), ("org", "listOrg"), ("place", "listPlace"))


def item(document: Document, options: WriteOptions) -> Piece:
    """The document around its identifier; shared are the publication and the entries. Raises `WriteError` as `tei`."""
    stated = Shared("publication", "", publication(options, document.publication))
    if document.amendments:
        return _amended(document, options, stated)
    entries = {party: identifiers(party) for party in parties_of(document)}
    register = Register(document, f"{LATER}.", entries)
    edition = write_edition(document, options, register, f' xml:id="{LATER}"', declared=False)
    shared = [stated, *_declared(options)]
    for party in entries:
        shared += _shared(party, register)
    return Piece(tuple(edition.encode().split(LATER.encode())), _key(document), tuple(shared))


def _key(document: Document) -> str:
    record = document.citation.record_id if document.citation else None
    return f"wcda-{record}" if record else ""


def _amended(document: Document, options: WriteOptions, stated: Shared) -> Piece:
    """A document whose header an editor has changed: it keeps its own entries, which may have been changed, too."""
    edition = write_edition(document, options, Register(document), f"{_XMLNS}{edition_identifier(document)}")
    later = "later"
    while later in edition:
        later += "-"
    tree = parse_written(f"<x>{edition}</x>")
    (root,) = tree.iterfind(f"{TEI}TEI")
    key = root.get(_ID, "")
    for element in root.iter(f"{TEI}*"):
        if given := element.get(_ID):
            element.set(_ID, f"{later}.{given}")
        for name in POINTERS:
            if "#" in (value := element.get(name, "")):
                element.set(name, " ".join(_further(each, later) for each in value.split()))
    _put_first(root, _ID, later)
    written = "\n".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in tree)
    return Piece(
        tuple(written.replace(_XMLNS, "", 1).encode().split(later.encode())), key, (stated, *_declared(options))
    )


def _declared(options: WriteOptions) -> Iterator[Shared]:
    """How the corpus was made, and which schema it follows; nothing in a lean one."""
    if not options.lean:
        yield Shared("declaration", "", declaration())


def _put_first(element: etree._Element, name: str, value: str) -> None:
    others = [(str(key), str(held)) for key, held in element.items() if key != name]
    element.attrib.clear()
    for key, held in ((name, value), *others):
        element.set(key, held)


def _further(pointer: str, prefix: str) -> str:
    return f"#{prefix}.{pointer[1:]}" if pointer.startswith("#") and len(pointer) > 1 else pointer


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """One file with all documents; nothing where there is none. The publisher and licence are those of the first."""
    taken: dict[str, int] = {}
    shared: dict[Shared, None] = {}
    with spool() as editions:
        for number, piece in enumerate(pieces, 1):
            editions.write(b"\n" + piece.under(unique(piece.key or f"document-{number}", taken, number)))
            shared |= dict.fromkeys(piece.shared)
        if taken:
            begin = f'<?xml version="1.0" encoding="UTF-8"?>\n{_models(shared)}<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">'
            yield (begin + _header(shared)).encode()
            yield from spooled(editions)
            yield b"\n</teiCorpus>\n"


def identifiers(party: Party) -> tuple[str, str]:
    """The identifiers of the party's entry and of its place's, made of what they hold; empty for no place."""
    words = (party.name, party.identity, party.role, party.organisation, party.place, party.ref)
    given = _identifier(entry_tag(party), words, "".join(entry(party, place_name(party))))
    place = _place(party)
    return given, _identifier("place", (party.place, party.place_ref), place) if place else ""


def _identifier(tag: str, words: Iterable[str | None], content: str) -> str:
    """The identifier of an entry: its first words, for people, and a digest of it all."""
    first = next((each for each in map(text, filter(None, words)) if len(each) <= 200), "")
    digest = blake2b(f"{tag}:{content}".encode(), digest_size=8).hexdigest()
    return f"{identifier_stem(first)}-{digest}"


def _shared(party: Party, register: Register) -> Iterator[Shared]:
    """The party's entry, its signatures, the entry of its place."""
    given, place = register.entries[party]
    yield Shared(entry_tag(party), given, LATER.join(entry(party, place_name(party, place))))
    for words in register.signatures.get(given, ()):
        yield Shared("signature", given, signature(words))
    if place:
        yield Shared("place", place, _place(party))


def _place(party: Party) -> str:
    """What stands in the entry of the party's place; empty where it has none."""
    address = f'<idno type="URI">{attribute(party.place_ref)}</idno>' if party.place_ref else ""
    return f"<placeName>{text(party.place or '')}</placeName>{address}" if party.place or address else ""


def _header(shared: Iterable[Shared]) -> str:
    published = next(each.text for each in shared if each.kind == "publication")
    stated = "".join(each.text for each in shared if each.kind == "declaration")
    found = sorted(shared)
    signatures: dict[str, str] = defaultdict(str)
    for each in found:
        if each.kind == "signature":
            signatures[each.key] += each.text
    lists = {tag: _list(tag, name, found, signatures) for tag, name in _LISTS}
    parties = f"\n      <particDesc>{lists['person']}{lists['org']}\n      </particDesc>"
    profile = parties if lists["person"] or lists["org"] else ""
    profile += f"\n      <settingDesc>{lists['place']}\n      </settingDesc>" if lists["place"] else ""
    return (
        "\n  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>Diplomatic documents</title>"
        f"\n      </titleStmt>\n      <publicationStmt>{published}\n      </publicationStmt>"
        "\n      <sourceDesc><p>The source of each document is stated in its own header.</p></sourceDesc>"
        f"\n    </fileDesc>\n    <encodingDesc>{stated}{application('telegrams')}\n    </encodingDesc>"
        + (f"\n    <profileDesc>{profile}\n    </profileDesc>" if profile else "")
        + "\n  </teiHeader>"
    )


def _models(shared: Iterable[Shared]) -> str:
    """What names the schema before the root, where the header says how the corpus was made."""
    return "".join(f"{model}\n" for model in MODELS) if any(each.kind == "declaration" for each in shared) else ""


def _list(tag: str, name: str, found: Iterable[Shared], signatures: Mapping[str, str]) -> str:
    """The entries of one kind in the order of their identifiers, which begin with the names; empty without any."""
    lines = "".join(
        f'\n          <{tag} xml:id="{each.key}">{each.text.replace(LATER, signatures.get(each.key, ""))}</{tag}>'
        for each in found
        if each.kind == tag
    )
    return f"\n        <{name}>{lines}\n        </{name}>" if lines else ""


def entries_of(root: etree._Element) -> Mapping[str, etree._Element] | None:
    """The persons and bodies in the header of a corpus that this package wrote; None for other files."""
    header = root.find(f"{TEI}teiHeader")
    if header is None or root.tag != f"{TEI}teiCorpus" or not is_own(root):
        return None
    return {each.get(f"{NAMESPACE}id", ""): each for each in header.iter(f"{TEI}person", f"{TEI}org")}


def report_header(root: etree._Element, documents: Iterable[Document], report: Report) -> None:
    """Reports what an editor changed in the header of a corpus of ours, or before it (TG631): it is of no document.

    A change of an entry is in the documents that point there; what the model has no field for is not.
    """
    options = WriteOptions(layout=False, lean=not is_declared(root))
    try:
        pieces = (item(document.model_copy(update={"amendments": ()}), options) for document in documents)
        shared = dict.fromkeys(each for piece in pieces for each in piece.shared)
    except WriteError:  # of a text that nests too deep
        return
    found = _with_notes(root)
    models = _models(shared) if any(map(is_model, found)) else ""
    ours = parse_written(f"<x{_XMLNS}>{models}{_header(shared)}</x>")
    unkept = Unkept(found, ours, report)
    unkept.report(Counter())
    unkept.report_back(said_in(ours))


def _with_notes(root: etree._Element) -> etree._Element:
    """The header of a corpus and what stands before the root, as an element of no meaning."""
    whole = etree.Element("x")
    header = next(root.iterfind(f"{TEI}teiHeader"))
    whole.extend(map(deepcopy, (*reversed(list(root.itersiblings(preceding=True))), header)))
    return whole


def undo(edition: etree._Element, entries: Mapping[str, etree._Element]) -> None:
    """Gives a document of a corpus its own entries and its own identifiers again."""
    own = edition.get(_ID, "")
    prefix = f"{own}."
    wanted: dict[str, None] = {}
    for element in edition.iter("{*}*"):
        given = element.get(_ID)
        if given is not None:
            element.set(_ID, given.removeprefix(prefix))
        for name in POINTERS:
            value = element.get(name, "")
            if "#" in value:
                pointers = [
                    f"#{each[1:].removeprefix(prefix)}" if each.startswith("#") else each for each in value.split()
                ]
                element.set(name, " ".join(pointers))
                wanted.update((each[1:], None) for each in pointers if each[1:] in entries)
    _restore_identifier(edition, own)
    header = edition.find(f"{TEI}teiHeader")
    if header is not None and wanted:
        profile = etree.SubElement(header, f"{TEI}profileDesc", {ENTRIES: "shared"})
        etree.SubElement(profile, f"{TEI}particDesc").extend(deepcopy(entries[each]) for each in wanted)


def has_shared_entries(edition: etree._Element) -> bool:
    """Whether a document of a corpus has got its entries from the header of the corpus."""
    return any(ENTRIES in child.attrib for child in edition.iterfind(in_tei("teiHeader/profileDesc")))


def _restore_identifier(edition: etree._Element, own: str) -> None:
    """The document's own identifier, without the number that makes it the only one; none where it was made."""
    record = edition.find(in_tei("teiHeader/fileDesc/publicationStmt/idno[@type='wcda']"))
    alone = "" if record is None else f"wcda-{record.text}"
    if alone and re.fullmatch(rf"{re.escape(alone)}-[0-9]{{1,9}}", own):
        edition.set(_ID, alone)
    elif re.fullmatch("document-[0-9]{1,9}", own):
        del edition.attrib[_ID]
