"""What writing and reading citations share: dates, hosts of the archive."""

from urllib.parse import urlsplit

from telegrams.facts.hosts import host_sort, record_address
from telegrams.model import Document, HistoricalDate


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
