"""Many documents in one `teiCorpus`, with one list of persons, of bodies and of places for all.

Each document stays a whole `TEI` element, but for its `particDesc`: the entries stand once in the header of the corpus,
and the documents point there. An entry's identifier is made of its content, so that it is the same in every corpus.
The other identifiers of a document get the document's own before them, as `wcda-112634.citation`, so that each is
given once in the file. How a person signs is no part of the identifier: the entry has the signatures of all documents.
`read_corpus.undo` is the way back.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from telegrams.formats.contract import WriteOptions
from telegrams.formats.publication import publication_date
from telegrams.formats.spool import Spool
from telegrams.model.document import Document

from .policy import APPLICATION
from .read_corpus import POINTERS
from .write import item as write_item

_TAG = re.compile(r'<(?!/|tg:)[^<>]*(?: xml:id="|#)[^<>]*>')
_ATTRIBUTE = re.compile(r' ([A-Za-z][A-Za-z:-]*)="([^"]*)"')
_ROOT = re.compile(r'<TEI xmlns="[^"]*"(?: xml:id="([^"]*)")?')
_PARTIES = re.compile(r"\n {6}<particDesc>[^\0]*?</particDesc>")
_ENTRY = re.compile(r'<(person|org) xml:id="([^"]*)">(.*)</\1>')
_CORRESPONDENCE = re.compile(r"<correspDesc[^\0]*?</correspDesc>")
_PLACE = re.compile(r'<placeName(?: ref="([^"]*)")?>([^<]*)</placeName>')
_PUBLICATION = re.compile(r"<publicationStmt>[^\0]*?</publicationStmt>")
_NUMBER = re.compile(r"\n {8}<idno[^<]*</idno>")
_SIGNATURE = re.compile(r'<persName type="signature">[^<]*</persName>')
_FIRST_WORDS = re.compile(r">([^<>]{1,200})<")
_UNFIT = re.compile(r"[^a-z0-9]{1,200}")
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">'
_LISTS = (("person", "listPerson"), ("org", "listOrg"), ("place", "listPlace"))


def item(document: Document, options: WriteOptions) -> bytes:
    """The document as a file of its own. Raises `WriteError` as `tei` does."""
    return write_item(document, options)


def accept(options: WriteOptions) -> None:
    """Raises `WriteError` for a date of publication that is none."""
    if options.published:
        publication_date(options.published)


def join(items: Iterable[bytes]) -> Iterator[bytes]:
    """One file with all documents; nothing where there is none. The publisher and licence are those of the first."""
    registers = _Registers()
    publication = ""
    with Spool() as spool:
        for number, data in enumerate(items, 1):
            edition = data.decode("utf-8").partition("\n")[2].rstrip("\n")
            publication = publication or _NUMBER.sub("", _PUBLICATION.findall(edition)[0])
            spool.add(registers.absorbed(edition, number).encode("utf-8"))
        if publication:
            yield (_BEGIN + _header(publication, registers)).encode("utf-8")
            yield from spool.pieces()
            yield b"\n</teiCorpus>\n"


class _Registers:
    """The entries of all documents by their identifiers, and the identifiers given to documents."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str, str]] = {kind: {} for kind, _ in _LISTS}
        self._signatures: dict[str, dict[str, None]] = {}
        self._documents: set[str] = set()

    def absorbed(self, edition: str, number: int) -> str:
        """The document without its entries, which it now points to."""
        given = self._identifier(edition, number)
        shared: dict[str, str] = {}
        for kind, local, content in _ENTRY.findall("".join(_PARTIES.findall(edition))):
            bare = _SIGNATURE.sub("", content)
            shared[local] = _stable(kind, bare)
            self._entries[kind][shared[local]] = _PLACE.sub(self._placed, bare)
            self._signatures.setdefault(shared[local], {}).update(dict.fromkeys(_SIGNATURE.findall(content)))
        bare = _PARTIES.sub("", edition)
        renamed = _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: _renamed(found, given, shared), tag[0]), bare)
        placed = _CORRESPONDENCE.sub(lambda found: _PLACE.sub(self._placed, found[0]), renamed)
        return "\n" + _ROOT.sub(f'<TEI xml:id="{given}"', placed, count=1)

    def entries(self, kind: str) -> Iterator[tuple[str, str]]:
        """The entries of a kind with all signatures, sorted by their identifiers, which begin with the names."""
        for given, bare in sorted(self._entries[kind].items()):
            signatures = "".join(sorted(self._signatures.get(given, ())))
            names, end, others = bare.rpartition("</persName>")
            yield given, names + end + signatures + others

    def _identifier(self, edition: str, number: int) -> str:
        found = _ROOT.match(edition)
        given = (found and found[1]) or f"document-{number}"
        while given in self._documents:
            given = f"{given}-{number}"
        self._documents.add(given)
        return given

    def _placed(self, found: re.Match[str]) -> str:
        """The place with a pointer to its entry before its authority."""
        address, name = found.groups()
        idno = f'<idno type="URI">{address}</idno>' if address else ""
        content = f"<placeName>{name}</placeName>{idno}"
        given = _stable("place", content)
        self._entries["place"][given] = content
        return f'<placeName ref="#{given}{f" {address}" if address else ""}">{name}</placeName>'


def _stable(kind: str, content: str) -> str:
    """The identifier of an entry: its first words, for people, and a digest of it all."""
    words = _FIRST_WORDS.search(content)
    folded = unicodedata.normalize("NFKD", words[1] if words else "").encode("ascii", "ignore").decode().lower()
    stem = _UNFIT.sub("-", folded).strip("-")[:40].strip("-")
    begin = stem if stem[:1].isalpha() and not stem.startswith("xml") else f"id-{stem}".rstrip("-")
    digest = blake2b(f"{kind}:{content}".encode(), digest_size=8).hexdigest()
    return f"{begin}-{digest}"


def _renamed(found: re.Match[str], given: str, shared: Mapping[str, str]) -> str:
    """An attribute with the identifiers that hold for the whole corpus."""
    name, value = found.groups()
    if name == "xml:id":
        return f' xml:id="{given}.{value}"'
    if name not in POINTERS or "#" not in value:
        return found[0]
    return f' {name}="{" ".join(_pointer(each, given, shared) for each in value.split(" "))}"'


def _pointer(pointer: str, given: str, shared: Mapping[str, str]) -> str:
    if not pointer.startswith("#"):
        return pointer
    local = pointer[1:]
    return f"#{shared[local]}" if local in shared else f"#{given}.{local}"


def _header(publication: str, registers: _Registers) -> str:
    lists = {kind: _list(kind, name, registers.entries(kind)) for kind, name in _LISTS}
    parties = f"\n      <particDesc>{lists['person']}{lists['org']}\n      </particDesc>"
    profile = parties if lists["person"] or lists["org"] else ""
    profile += f"\n      <settingDesc>{lists['place']}\n      </settingDesc>" if lists["place"] else ""
    return (
        "\n  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>Diplomatic documents</title>"
        f"\n      </titleStmt>\n      {publication}"
        "\n      <sourceDesc><p>The source of each document is stated in its own header.</p></sourceDesc>"
        f"\n    </fileDesc>\n    <encodingDesc>{APPLICATION}\n    </encodingDesc>"
        + (f"\n    <profileDesc>{profile}\n    </profileDesc>" if profile else "")
        + "\n  </teiHeader>"
    )


def _list(kind: str, name: str, entries: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f'\n          <{kind} xml:id="{given}">{content}</{kind}>' for given, content in entries)
    return f"\n        <{name}>{lines}\n        </{name}>" if lines else ""
