"""What writing and reading citations share: genres, dates, hosts of the archive."""

from types import MappingProxyType
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from telegrams.facts import table
from telegrams.facts.hosts import host_sort, record_address
from telegrams.model import Document, HistoricalDate, Kind


class _Genre(NamedTuple):
    kind: Kind
    genre: str
    treated_as: Literal["correspondence", "manuscript"]


_GENRES = MappingProxyType({str(row.kind): row for row in table("citation_genres", _Genre)})
_KINDS = MappingProxyType({word: row.kind for row in _GENRES.values() for word in (row.genre, row.kind)})


def genre(kind: str | None) -> str | None:
    """How a citation calls a document of this kind, in lower case; None for `other`."""
    found = _GENRES.get(kind or "")
    return found.genre if found else None


def kind_of_genre(word: str) -> str | None:
    """The kind of document that a genre names, in any case."""
    return _KINDS.get(word.lower())


def is_correspondence(kind: str | None) -> bool:
    """Whether documents of this kind go from a sender to a recipient."""
    found = _GENRES.get(kind or "")
    return found is not None and found.treated_as == "correspondence"


def dates_of(document: Document) -> tuple[HistoricalDate, ...]:
    """The dates that a document is cited by: that of its head, then that of its citation."""
    dates = (document.date, document.citation.date if document.citation else None)
    return tuple(filter(None, dates))


def is_test_host(url: str) -> bool:
    """Whether the URL points to a host on which the archive is only tried out."""
    return host_sort(_host(url)) == "test"


def is_archive_host(url: str) -> bool:
    """Whether the URL points to a host, of whatever kind, that the archive's records stand on."""
    return host_sort(_host(url)) is not None


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:  # not a URL, such as an address with half a pair of brackets
        return ""


def public_url(url: str | None, record_id: str | None) -> str | None:
    """The URL to cite: as printed on a public host, on the canonical host instead of a test host.

    None where there is none, where it is not `http(s)`, or where a test host's page has no record number.
    """
    if url is None or not url.lower().startswith(("http://", "https://")) or not _host(url):
        return None
    if not is_test_host(url):
        return url
    return record_address(record_id) if record_id else None
