"""The facts that writing and reading citations share: genres, languages, hosts of the archive."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

_DATA = Path(__file__).parent.parent / "data"

ARCHIVE = "Wilson Center Digital Archive"
"""The name of the archive that the records are cited from."""


@cache
def _table(file: str) -> Mapping[str, tuple[str, ...]]:
    """The rows of a data file by their first column."""
    lines = (_DATA / file).read_text("utf-8").splitlines()
    rows = (tuple(line.split("\t")) for line in lines if not line.startswith("#"))
    return {row[0]: row[1:] for row in rows}


@cache
def _kinds() -> Mapping[str, str]:
    genres = _table("genres.tsv")
    return {kind: kind for kind in genres} | {word: kind for kind, (word, _) in genres.items()}


def genre(kind: str | None) -> str | None:
    """How a citation calls a document of this kind, in lower case; None for `other`."""
    return _table("genres.tsv").get(kind or "", (None,))[0]


def kind_of_genre(word: str) -> str | None:
    """The kind of document that a genre names, in any case."""
    return _kinds().get(word.lower())


def is_correspondence(kind: str | None) -> bool:
    """Whether documents of this kind go from a sender to a recipient."""
    return _table("genres.tsv").get(kind or "", ("",))[-1] == "correspondence"


def language_name(tag: str) -> str | None:
    """The English name of a BCP 47 tag's language."""
    return _table("languages.tsv").get(tag.partition("-")[0].lower(), (None,))[0]


def babel_name(tag: str) -> str | None:
    """The language's name in babel and biblatex, where they know it."""
    return _table("languages.tsv").get(tag.partition("-")[0].lower(), ("",))[-1] or None


def is_test_host(url: str) -> bool:
    """Whether the URL points to a host on which the archive is only tried out."""
    return _host_class(url) == "test"


def is_archive_host(url: str) -> bool:
    """Whether the URL points to a host, of whatever kind, that the archive's records stand on."""
    return _host_class(url) is not None


def _host_class(url: str) -> str | None:
    host, hosts = _host(url), _table("hosts.tsv")
    while host and host not in hosts:
        host = host.partition(".")[2]
    return hosts[host][0] if host else None


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
    canonical = next(name for name, (known,) in _table("hosts.tsv").items() if known == "canonical")
    return f"https://{canonical}/document/{record_id}" if record_id else None
