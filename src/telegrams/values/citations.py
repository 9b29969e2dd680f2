"""The archive's citation line → its parts.

::

    citation     := [ title "," date "," ] archive-name "," source [ url | "<" url ">" ]
    title        := quote words [","] quote | words
    archive-name := "Wilson Center Digital Archive" | "History and Public Policy Program Digital Archive"

The archive's name is looked for first, because titles hold quotation marks, commas and dates of their own.
"""

import re
from typing import NamedTuple

from telegrams.facts.hosts import ARCHIVE_NAMES
from telegrams.findings import finding
from telegrams.model.citation import Citation
from telegrams.model.dates import HistoricalDate
from telegrams.model.diagnostics import Diagnostic

from .blanks import one_line
from .dates import date_span, parse_date
from .holdings import parse_source

_LAST_URL = re.compile(r"<?(https?://[^\s<>]+)>?[.,;]?$", re.IGNORECASE)
_RECORD = re.compile(r"/document/(?:([0-9]{1,12})(?=[/.?#]|$))?")
_CLOSING = {'"': '"', "“": '”“"', "„": "“”", "«": "»", "‘": "’", "'": "'"}
_LONGEST_DATE = 40


class _Head(NamedTuple):
    """What stands before the archive's name."""

    title: str | None
    date: HistoricalDate | None


def split_url(text: str) -> tuple[str, str | None]:
    """Part a citation from the URL that closes it, bare or in angle brackets; the URL is `None` where there is none.

    A URL inside the text, with words behind it, stays where it is.
    """
    begin = max(text.rfind("http://"), text.rfind("https://"))
    if begin < 0 or text[begin - 1 : begin] not in ("", " ", "<") or not (found := _LAST_URL.match(text, begin)):
        return text, None
    url = found[1].rstrip(".,;")
    before = text[:begin].rstrip()
    return before.removesuffix("<").rstrip(), url


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
    line, last = split_url(whole)
    if last is None or _RECORD.search(last) is None:
        line, last = whole, None
    printed = (one_line(url) if url else "") or last
    number = _RECORD.search(printed) if printed else None
    head, publisher, statement = _parts(line)
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
    for name in ARCHIVE_NAMES:
        at = line.find(f", {name}") + 2
        if at > 1 or (at := line.find(name)) >= 0:
            return _head(line[:at].rstrip(" ,")), name, line[at + len(name) :].strip(" ,")
    quote = _closing_quote(line)
    if quote is not None:
        begin = len(line) - len(line[quote + 1 :].lstrip(" ,"))
        end = date_span(line, begin)
        if end is not None and line[end : end + 1] in ("", ","):
            return _Head(_title(line[1:quote]), parse_date(line[begin:end])), None, line[end:].strip(" ,")
    return _Head(None, None), None, line


def _head(text: str) -> _Head:
    """Title and date from what stands before the archive's name."""
    quote = _closing_quote(text)
    if quote is not None:
        title, date = text[1:quote], text[quote + 1 :].strip(" ,")
    else:
        tail = _tail_date(text)
        title, date = text[:tail], text[tail:]
    return _Head(_title(title), parse_date(date) if date else None)


def _closing_quote(text: str) -> int | None:
    """Where the quotation that opens the text ends: the last closing mark, for titles quote in their turn."""
    closing = _CLOSING.get(text[:1])
    if closing is None:
        return None
    end = max(text.rfind(mark, 1) for mark in closing)
    return end if end > 0 else None


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
