"""CMIF 1.1, the Correspondence Metadata Interchange Format of correspSearch: one file for a collection. Written only.

Every document with a sender or a recipient is a `correspDesc`; others raise `LeftOutError`. Lost: everything but
senders, recipients, their places and authority URIs, the date, the record's number and address, and the
publication.

The licence is a choice that the program does not make: CC BY or CC0, as correspSearch asks. The date of the file is the
one that the caller gives; else it says only what is certain: not before the newest document was written. The address of
the file is the caller's too; else it is a URN. Nothing comes from a clock.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from telegrams.errors import LeftOutError, WriteError
from telegrams.facts.hosts import record_address
from telegrams.model.citation import Citation
from telegrams.model.dates import HistoricalDate
from telegrams.model.document import Document
from telegrams.model.edtf import edtf_bounds
from telegrams.model.parties import Party, Title

from .contract import Piece, Shared, WriteOptions
from .csl.tables import dates_of, is_archive_host, public_url
from .publication import UNPUBLISHED, is_address, licence_address, option_words, publication_date
from .spool import spool, spooled
from .xml import attribute, text

NAMESPACE = UUID("3a1de3bb-10fa-52a2-9533-256d5dffae44")
"""The UUID namespace of the publications that documents are taken from; changing it would change all identifiers."""

_PLAIN = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z")
_UNKNOWN = "<persName>Unknown</persName>"
_LATER = "\0"
"""Stands for the date of the file, which is known when all letters are; no value of a document holds it."""
_BETWEEN = "\n      </sourceDesc>\n    </fileDesc>\n    <profileDesc>"
_END = b"\n    </profileDesc>\n  </teiHeader>\n  <text><body><p/></body></text>\n</TEI>\n"


def item(document: Document, options: WriteOptions) -> Piece:
    """The document's `correspDesc`; shared are the head of the file around its date, the date, the publication.

    Raises `WriteError` where the options name no licence that correspSearch takes, or a date that is none;
    `LeftOutError` where the document has neither sender nor recipient.
    """
    title, citation = document.title, document.citation
    accept(options)
    if title is None or not (title.senders or title.recipients):
        raise LeftOutError("it has neither sender nor recipient")
    publisher = option_words(options.publisher) or UNPUBLISHED
    source = (citation.publisher if citation else None) or publisher
    identifier = f"uuid-{uuid5(NAMESPACE, source)}"
    address = _address(citation) if citation else None
    letter = _letter(document, title, identifier, address)
    head = Shared("head", "", _head(options, source, publisher))
    date = Shared("date", "", _published(options, document))
    publication = Shared("source", identifier, _source(source, identifier, address))
    return Piece((letter.encode(),), shared=(head, date, publication))


def _head(options: WriteOptions, source: str, publisher: str) -> str:
    """The beginning of the file up to the publications, with `_LATER` for its date."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <teiHeader>\n    <fileDesc>\n      <titleStmt>'
        f"\n        <title>Letters and telegrams: metadata of the correspondence in {text(source)}</title>"
        f"\n        <editor>{text(publisher)}</editor>\n      </titleStmt>\n      <publicationStmt>"
        f"\n        <publisher>{text(publisher)}</publisher>"
        f'\n        <idno type="url">{text(_file_address(options, source))}</idno>'
        f"\n        <date {_LATER}/>"
        f"\n        {_availability(options.licence)}\n      </publicationStmt>\n      <sourceDesc>"
    )


def accept(options: WriteOptions) -> None:
    """Raises `WriteError` for options that no file can be written with."""
    _availability(options.licence)
    _file_address(options, "")
    if options.published:
        publication_date(options.published)


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """One file with the letters of all: the head of the first, every publication once, the latest of the dates.

    Of the publications with one identifier the first: another may name another host of the same archive.
    """
    begin = latest = ""
    sources: dict[str, str] = {}
    with spool() as letters:
        for piece in pieces:
            head, date, source = piece.shared
            begin, latest = begin or head.text, max(latest, date.text)
            sources.setdefault(source.key, source.text)
            letters.write(piece.whole)
        if begin:
            yield (begin.replace(_LATER, latest) + "".join(sources.values()) + _BETWEEN).encode()
            yield from spooled(letters)
            yield _END


def _availability(licence: str | None) -> str:
    hint = "name CC BY or CC0, or the address of one of them, with --licence"
    if not licence:
        raise WriteError(f"correspSearch takes no file without a licence, and none is given: {hint}")
    address = licence_address(licence)
    if address is None:
        raise WriteError(f"correspSearch does not take the licence {option_words(licence)!r}: {hint}")
    stated = text(option_words(licence))
    return f'<availability><licence target="{attribute(address)}">{stated}</licence></availability>'


def _file_address(options: WriteOptions, source: str) -> str:
    if options.url is None:
        return uuid5(NAMESPACE, f"file:{source}").urn
    if not is_address(options.url):
        raise WriteError(f"{options.url!r} is no address of a file: give a whole URL with --url")
    return options.url


def _published(options: WriteOptions, document: Document) -> str:
    """The attribute of the file's `date`: the day given, or that before which nobody can have written the document."""
    if options.published:
        return f'when="{publication_date(options.published)}"'
    known = next((each.edtf for each in dates_of(document) if each.edtf), "0001")
    return f'notBefore="{edtf_bounds(known)[0]}"'


def _address(citation: Citation) -> str | None:
    """The address of the record: the canonical one for a record of the archive, as its hosts come and go."""
    if citation.url and citation.record_id and is_archive_host(citation.url):
        return record_address(citation.record_id)
    return public_url(citation.url, citation.record_id)


def _source(title: str, identifier: str, address: str | None) -> str:
    """The publication that the document stands in, with the address of its site."""
    site = urlsplit(address or "")
    root = f"{site.scheme}://{site.netloc}/"
    ref = f' <ref target="{attribute(root)}">{text(root)}</ref>' if is_address(root) else ""
    return f'\n        <bibl type="online" xml:id="{identifier}">{text(title)}{ref}</bibl>'


def _letter(document: Document, title: Title, identifier: str, address: str | None) -> str:
    citation = document.citation or Citation(verbatim="-")
    key = f' key="{citation.record_id}"' if citation.record_id else ""
    ref = f' ref="{attribute(address)}"' if address and is_address(address) else ""
    date = document.date or citation.date
    sent = [*_parties(title.senders), *([write_date(date)] if date else [])]
    received = _parties(title.recipients)
    return (
        f'\n      <correspDesc{key}{ref} source="#{identifier}">'
        f"{_action('sent', sent)}{_action('received', received)}\n      </correspDesc>"
    )


def _action(kind: str, pieces: Iterable[str]) -> str:
    inside = "".join(f"\n          {piece}" for piece in pieces if piece)
    return f'\n        <correspAction type="{kind}">{inside}\n        </correspAction>'


def _parties(parties: tuple[Party, ...]) -> list[str]:
    """Names, then places, each once; `Unknown` where there is no name, which CMIF asks for."""
    names = dict.fromkeys(named for party in parties if (named := _named(party)))
    places = dict.fromkeys(
        f"<placeName{_ref(party.place_ref)}>{text(party.place)}</placeName>" for party in parties if party.place
    )
    return [*(names or (_UNKNOWN,)), *places]


def _named(party: Party) -> str:
    """A person by name, with the real name behind an alias; else the office; else the body; else nothing."""
    if party.name and party.identity:
        return f"<persName{_ref(party.ref)}>{text(party.name)} [{text(party.identity)}]</persName>"
    person = party.name or party.identity or party.role
    if person:
        return f"<persName{_ref(party.ref)}>{text(person)}</persName>"
    return f"<orgName{_ref(party.ref)}>{text(party.organisation)}</orgName>" if party.organisation else ""


def _ref(address: str | None) -> str:
    return f' ref="{attribute(address)}"' if address else ""


def write_date(date: HistoricalDate) -> str:
    """The `date`; empty where it has no normal form, because CMIF wants one, of years, months and days only.

    CMIF knows low certainty and none other.

    `1955?` is `when="1955"` with low certainty; `1962-10-XX` is `when="1962-10"`; `196X` and seasons are `notBefore`
    and `notAfter`; `a/b` is `from` and `to`, or the others if doubtful; an interval with an open end has one of those.
    """
    if date.edtf is None:
        return ""
    unsure = date.edtf[-1] in "?~%" or date.doubtful or (date.inferred and date.inferred.certainty == "low")
    cert = ' cert="low"' if unsure else ""
    evidence = ' evidence="conjecture"' if date.inferred else ""
    return f"<date{_normal_form(date.edtf, lasting=not date.doubtful)}{cert}{evidence}>{text(date.verbatim)}</date>"


def _normal_form(edtf: str, *, lasting: bool) -> str:
    start, slash, end = (part.rstrip("?~%") for part in edtf.partition("/"))
    start, end = (part.removesuffix("-XX").removesuffix("-XX") for part in (start, end))
    if not slash and _PLAIN.match(start):
        return f' when="{start}"'
    if lasting and _PLAIN.match(start) and _PLAIN.match(end):
        return f' from="{start}" to="{end}"'
    earliest, latest = edtf_bounds(edtf)
    before = "" if earliest == datetime.date.min else f' notBefore="{earliest}"'
    after = "" if latest == datetime.date.max else f' notAfter="{latest}"'
    return before + after or f' notBefore="{earliest}"'
