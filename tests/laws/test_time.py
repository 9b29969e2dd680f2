"""The law of linear time: four times the text takes about four times as long, at every entry point.

Time is what the process itself used, so that other programs on the machine do not count; what looks bad is measured
again. Four times the text takes sixteen times as long where the work grows with the square.
"""

import gc
import time
from collections.abc import Callable
from typing import NamedTuple

import pytest

import telegrams
from telegrams.formats.keys import unique
from telegrams.model import Citation, Document, SourceStatement, Title
from telegrams.values.dates import find_dates
from telegrams.values.languages import parse_contents_item, parse_language

_LENGTH = 4_000
_LIMIT = 8
_NOISE = 0.01

_TITLE = (
    " to ",
    " from ",
    "(",
    ")",
    "[",
    "'",
    '"',
    ", ",
    " and ",
    " of ",
    " in ",
    "5 May 1950 ",
    " (1)",
    "Ambassador to ",
)
_CITATION = ("(", '"', "f. 1, ", "translated by ", "(a, 1990) ", "AB-", "Archive, ", "ll. 1-2 ", "[x: ", " (copy of X)")
_NAMES = ("Institute, ", "Oslo, ", "Port Norway, ", "Institute and ")
_DATE = (" ", "[", ",", "1", "1 ", "1.", "May ", "5 May ", "1 and ", "30.X.62 ", "A ", "from A ", "10:", " year")
_TEXT = (
    *(" ", "[", "]", "“", '"', "*", "_", "|", "#", "-", "(", "<", "\t", "\r", "\f", "\u200b"),
    *("a\n", "\n\n", "a  \n", "[a", "[a] ", "**a", "| a |\n", "> a\n", "- a\n", "1. a\n\n", "a:\n", "A: b\n\n"),
    *("Lee: Yes.\n\n", "A. Lee\n\n", "TOP SECRET\n\n", "Enclosure\n\n", "[1] a\n\n", "[1] ", "[a](b) ", "1 May 1950, "),
    *("**Date:** ", "**Summary:**\n\n", "Citation: ", "Summary: ", "                         a\n", "No. 5 ", "a- \n"),
)
_WEB = (
    *("a\n", "a b\n\n", "[1] a\n", "Source\n", "Author(s):\n", "Associated Places\na\n", "Document Information\n"),
    *("Type a\n", "http://a/document/1\n", "share document\n", "English HTML\n", "“a,” May 1, 1950\n"),
)
_VALUE = (" ", "(", ",", ";", ".", "translated ", "by ", "obtained by ", "A. ", '"', "<b>", "{")


class _Entrance(NamedTuple):
    """A way into the library."""

    make: Callable[[str], object]
    """Prepares the input, untimed."""
    run: Callable[..., object]
    pieces: tuple[str, ...]
    """What the input repeats."""
    lead: str = ""
    """What the input begins with."""


def _dates(text):
    find_dates(text, "1950-05-03")
    telegrams.parse_date(f"x{text}")


def _contents(text):
    parse_language(text)
    parse_contents_item(text)


def _document(text):
    """A document whose header values all hold the text."""
    line = " ".join(f"x{text}x".split())
    statement = SourceStatement(
        verbatim=line,
        contributors=({"role": "translator", "name": "x"},),
        custody=({"action": "obtained", "agent": line[-50:].strip()}, {"action": "provided", "agent": "y"}),
    )
    return Document(
        title=Title(verbatim=line, kind="letter", senders=({"name": line},), recipients=({"organisation": line},)),
        citation=Citation(verbatim=line, title=line, publisher=line, source=statement, url=f"https://a.example/{line}"),
        summary=(line,),
    )


def _convert(text):
    return telegrams.convert(text, "text")


def _read_tei(data):
    return telegrams.read(data, "tei")


def _keys(wanted):
    taken: dict[str, int] = {}
    return [unique(key, taken) for key in wanted]


def _results(result):
    """What is asked of a result, for the first time."""
    fresh = type(result)(result.documents, result.source, result.name, result.found, result.drafts)
    return fresh.diagnostics, fresh.spans


def _written(text):
    return telegrams.write(_convert(text).document, "tei")


_ENTRANCES = {
    "title": _Entrance(str, telegrams.parse_title, _TITLE, "Letter from A"),
    "citation": _Entrance(str, telegrams.parse_citation, _CITATION),
    "custody": _Entrance(str, telegrams.parse_source, (*_CITATION, *_NAMES), "Obtained by A, "),
    "dates": _Entrance(str, _dates, _DATE),
    "contents": _Entrance(str, _contents, _DATE),
    "text": _Entrance(str, _convert, _TEXT),
    "web page": _Entrance(str, _convert, _WEB, "Skip to content\nMay 1, 1950\nNote\n"),
    "older web page": _Entrance(str, _convert, _WEB, "Note\nget citation\n"),
    "findings and spans": _Entrance(_convert, _results, _TEXT, "**May 1, 1950**\n\n**Note**\n\n**Contents:**\n\n"),
    "TEI": _Entrance(lambda text: _convert(text).document, lambda each: telegrams.write(each, "tei"), _TEXT),
    "TEI read": _Entrance(_written, _read_tei, _TEXT),
    "keys": _Entrance(str.split, _keys, ("a ", "a a-2 ")),
    **{
        f"{name} of long values": _Entrance(_document, lambda each, name=name: telegrams.write(each, name), _VALUE)
        for name in ("csl", "csl-yaml", "ris", "biblatex", "csv")
    },
}


def _seconds(run, given):
    """Without the collector of garbage, whose time grows with what other tests left in the process."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    try:
        run(given)
        return time.process_time() - begin
    finally:
        gc.enable()


def _is_linear(entrance, piece):
    """Whether the long text takes no more than its share; what looks bad is measured again, twice."""
    short, long = (entrance.make(entrance.lead + piece * (length // len(piece))) for length in (_LENGTH, 4 * _LENGTH))
    return any(_seconds(entrance.run, long) < _LIMIT * _seconds(entrance.run, short) + _NOISE for _ in range(3))


@pytest.mark.parametrize(
    ("entrance", "piece"),
    [pytest.param(each, piece, id=f"{name}-{piece!r}") for name, each in _ENTRANCES.items() for piece in each.pieces],
)
def test_time_grows_with_the_length(entrance, piece):
    assert _is_linear(entrance, piece)


def test_work_that_grows_with_the_square_is_seen():
    assert not _is_linear(_Entrance(str, lambda text: [text.count("b") for _ in text], ()), "a")
