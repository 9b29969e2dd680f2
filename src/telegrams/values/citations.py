"""The archive's citation line → its parts.

::

    citation     := [ title "," date "," ] archive-name "," source [ [access] url [access] ]
    title        := [number] ( quote words [","] quote | words )
    archive-name := "Wilson Center Digital Archive" | "History and Public Policy Program Digital Archive"

The archive's name is looked for first, because titles hold quotation marks, commas and dates of their own. The number
that a list of notes puts before a citation and the day on which somebody looked it up (`accessed May 3, 2019`) are
of no field. A quotation mark may be an entity of HTML: `&quot;`.
"""

import re
from typing import NamedTuple

from telegrams.facts import entries
from telegrams.facts.hosts import ARCHIVE_NAMES
from telegrams.findings import finding
from telegrams.model.citation import Citation
from telegrams.model.dates import HistoricalDate
from telegrams.model.diagnostics import Diagnostic
from telegrams.values.patterns import compiled

from .blanks import one_line
from .dates import date_span, parse_date
from .holdings import parse_source

_WRAPPERS = (("<", ">"), ("&lt;", "&gt"), ("\\url{", "}"), ("](", ")"), ("(", ")"), ("", ""))
"""What an address may stand in: brackets, the command of LaTeX, a link of Markdown, nothing; the `;` is punctuation."""
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\)|[-–*•]) (?=[^\W\d_]|[\"“„«‘'&])|\d{1,3} (?=[\"“„«&])")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_RECORD = re.compile(r"/document/(?:([0-9]{1,12})(?=[/.?#]|$))?")
_CLOSING = {'"': '"', "“": '”“"', "„": "“”", "«": "»", "‘": "’", "'": "'"}
_LONGEST_DATE = 40
_ACCESS_WORDS = sorted(entries("sources/access_words"), key=len, reverse=True)
_ACCESS = rf"\b(?:{'|'.join(_ACCESS_WORDS)})\b:? ?"
_ACCESS_FIRST = frozenset(words.partition(" ")[0] for words in _ACCESS_WORDS)
"""A quick test before the pattern is tried."""
_LONGEST_ACCESS = 60


class _Head(NamedTuple):
    """What stands before the archive's name."""

    title: str | None
    date: HistoricalDate | None


def split_url(text: str) -> tuple[str, str | None]:
    """Part a citation from the URL that closes it, bare or wrapped: `<u>`, `(u)`, `\\url{u}`, `[u](u)`.

    The URL is `None` where none closes it.
    A URL inside the text, with words behind it, stays where it is.
    """
    begin = max(text.rfind("http://"), text.rfind("https://"))
    if begin < 0:
        return text, None
    opening, closing = next(pair for pair in _WRAPPERS if text.endswith(pair[0], 0, begin))
    tail = text[begin:].rstrip(".,;")
    url = tail.removesuffix(closing).rstrip(".,;")
    end = begin - len(opening)
    if opening == "](":
        end -= len(f"[{url}")
        closed = tail.endswith(closing) and end >= 0 and text.startswith(f"[{url}](", end)
    else:
        closed = tail.endswith(closing) or opening == "<"
    if not closed or text[max(0, end - 1) : end] not in ("", " ") or not _ADDRESS.fullmatch(url):
        return text, None
    return text[:end].rstrip(), url


def _split_record(text: str) -> tuple[str, str | None]:
    """The same for the URL of a record; another one stays in the text."""
    before, url = split_url(text)
    return (before, url) if url is not None and _RECORD.search(url) else (text, None)


def _without_access(text: str) -> str:
    """The text without the day on which an address was looked up, and without words that lead to the address."""
    begin = max(0, len(text) - _LONGEST_ACCESS)
    small = text[begin:].lower()
    if _ACCESS_FIRST.isdisjoint(small.replace(":", " ").replace("(", " ").replace("[", " ").split()):
        return text
    for found in compiled(_ACCESS).finditer(small):
        behind = min(begin + found.end(), len(text))
        end = date_span(text, behind) or behind
        if not text[end:].strip(" .,;:)]"):
            return text[: begin + found.start()].rstrip(" .,;([")
    return text


def parse_citation(verbatim: str, url: str | None = None) -> Citation:
    """Take a citation apart.

    Takes the citation in one line, with its URL at the end or given apart. Only a URL of a record (`…/document/111779`)
    is the citation's; another one belongs to the source statement. White space that is not single blanks and characters
    that XML cannot carry are made single blanks. Where the archive's name is missing, the line is a source statement,
    unless it begins with a quoted title and a date. A citation of nothing but blanks is none: `ValueError`.
    """
    whole = one_line(verbatim)
    if not whole:
        raise ValueError("an empty citation")
    line, last = _split_record(whole)
    cited, before = _split_record(_without_access(line)) if "://" in line else (line, None)
    if before is not None and last in (None, before):
        # Where the day of access stands behind the URL, both stay in the citation as printed.
        last = before
    else:
        cited = line
    printed = (one_line(url) if url else "") or last
    number = _RECORD.search(printed) if printed else None
    head, publisher, statement = _parts(_without_access(cited) if printed else cited)
    return Citation(
        verbatim=line or whole,
        title=head.title,
        date=head.date,
        publisher=publisher,
        source=parse_source(statement) if statement else None,
        url=printed,
        record_id=number[1] if number else None,
    )


def citation_findings(citation: Citation) -> tuple[Diagnostic, ...]:
    """A finding TG202 where the citation does not name the archive that published the record."""
    if citation.publisher is not None:
        return ()
    return (finding("TG202", "the citation names no digital archive; it was read as a source statement"),)


def _parts(line: str) -> tuple[_Head, str | None, str]:
    """Title and date, the archive's name, and the source statement behind it."""
    numbered = _NUMBER.match(line)
    start = numbered.end() if numbered else 0
    for name in ARCHIVE_NAMES:
        at = line.find(f", {name}") + 2
        if at > 1 or (at := line.find(name)) >= 0:
            return _head(line[start:at].rstrip(" ,")), name, line[at + len(name) :].strip(" ,")
    quoted = _quoted(line, start)
    if quoted is not None:
        begin = len(line) - len(line[quoted.end :].lstrip(" ,"))
        end = date_span(line, begin)
        if end is not None and line[end : end + 1] in ("", ","):
            return _Head(_title(quoted.words), parse_date(line[begin:end])), None, line[end:].strip(" ,")
    return _Head(None, None), None, line


def _head(text: str) -> _Head:
    """Title and date from what stands before the archive's name."""
    quoted = _quoted(text)
    if quoted is not None:
        title, date = quoted.words, text[quoted.end :].strip(" ,")
    else:
        tail = _tail_date(text)
        title, date = text[:tail], text[tail:]
    return _Head(_title(title), parse_date(date) if date else None)


class _Quoted(NamedTuple):
    words: str
    end: int
    """Behind the closing mark."""


def _quoted(text: str, start: int = 0) -> _Quoted | None:
    """The quotation that begins at `start`; it ends with the last closing mark, for titles quote in their turn."""
    entity = _ENTITY.match(text, start)
    opening = entity[0] if entity else text[start : start + 1]
    closing = _CLOSING.get(_meant(opening) if entity else opening)
    if closing is None:
        return None
    begin = start + len(opening)
    ends = [(at, at + 1) for mark in closing if (at := text.rfind(mark, begin)) >= 0]
    ends += [found.span() for found in _ENTITY.finditer(text, begin) if _meant(found[0]) in closing]
    if not ends:
        return None
    end, behind = max(ends)
    return _Quoted(text[begin:end], behind)


def _meant(entity: str) -> str:
    """The character that an entity stands for; its table is loaded where one occurs, which is seldom."""
    from html import unescape

    return unescape(entity)


def _tail_date(text: str) -> int:
    """Where the date at the end of an unquoted title begins; the length of the text if there is none."""
    begin = max(0, len(text) - _LONGEST_DATE)
    comma = text.find(", ", begin)
    while comma >= 0:
        if date_span(text, comma + 2) == len(text):
            return comma + 2
        comma = text.find(", ", comma + 2)
    return len(text)


def _title(text: str) -> str | None:
    return text.strip(" ,") or None
