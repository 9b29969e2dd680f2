"""The units of archival files: `f. 45`, `fond (f.) 45`, `Ll. 47-53`, `RG 59`, `Box 12`.

::

    unit  := word ["(" word ")"] ["No." | "№" | ":"] value
    value := a token with a figure in it; pages may be ranges and enumerations; a fond may be named in words
"""

import re
from typing import NamedTuple

from telegrams.facts.holding_units import UNIT_OF_WORD

from .vocabulary import alternatives, call_words


class Unit(NamedTuple):
    """One unit of a file."""

    field: str
    """The field of the holding it fills: `fond`, `opis` …"""
    value: str
    """Its number, without the unit word."""
    end: int
    """Where it ends in the text."""


_FIGURED = r"[^\s,;:]*\d[^\s,;]*"
_GAP = (
    r"(?:(?<=\.)|(?<=[^\W\d_])(?=[\s№#(:])|(?<=[rR][gG])(?=-?\d))"
    r" ?(?:\([^()\s]{1,8}\) ?)?(?:[Nn]o\. ?|[№#:] ?|-)?"
)
_UNIT = re.compile(rf"(?P<word>{alternatives(UNIT_OF_WORD)}){_GAP}(?P<value>{_FIGURED})", re.IGNORECASE)
_NAMED_FOND = re.compile(r"(?:[Ff]onds?\.?|[Фф]онд) (?P<value>[^\W\d_]\S*(?: \S+){0,6})")
_MORE_PAGES = re.compile(r"(?: ?[-–—] ?\d+\w{0,3}| (?:ob|verso|об)\b\.?| (?:and|&) \d[\d–-]*(?![./\w]))+")
_BARE_PAGES = re.compile(r"\d{1,4}[a-z]?(?: ?[-–—] ?\d{1,4}[a-z]?)?$")
_RANGE = re.compile(r"\d+\w{0,2} ?[-–—] ?\d+\w{0,2}$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_YEARS = re.compile(r"(?:1[89]|20)\d\d[-–](?:\d\d|(?:1[89]|20)\d\d)$")
_FIRST = frozenset(spelling[0].casefold() for spelling in UNIT_OF_WORD)
_NUMBERS = re.compile(r"\d+")
_MOST_PAGES = 500
_CALL = call_words()
_CALL_WORD = re.compile(r"[\w№]+(?:\.\w)*\.?")


def unit_at(text: str, at: int, in_file: bool) -> Unit | None:
    """The unit that begins at `at`; `in_file`: a fond or opis stands before it, so that `p. 253` is a papka.

    A `p.` with a range of numbers is pages everywhere, and so is an `f.` (folio).
    """
    if text[at : at + 1].casefold() not in _FIRST:
        return None
    found = _UNIT.match(text, at)
    if found is None:
        named = _NAMED_FOND.match(text, at)
        return Unit("fond", named["value"], named.end()) if named else None
    field, value, end = UNIT_OF_WORD[found["word"].casefold()], found["value"], found.end()
    if field in {"list", "box"} and (more := _MORE_PAGES.match(text, end)):
        end = more.end()
        value = text[found.start("value") : end]
    word = found["word"].casefold()
    if word == "p." and in_file and not _RANGE.match(value):
        field = "papka"
    elif word == "f." and _RANGE.match(value):
        field = "list"
    return Unit(field, value, end)


def is_pages(text: str) -> bool:
    """Whether a part is nothing but a page number or a range: `35`, `403-410`; not a range of years, nor a wide one."""
    if _BARE_PAGES.match(text) is None or is_years(text):
        return False
    first, last = (_NUMBERS.findall(text) * 2)[:2]
    return len(last) < len(first) or 0 <= int(last) - int(first) <= _MOST_PAGES


def is_year(text: str) -> bool:
    """Whether a part is nothing but a year."""
    return _YEAR.match(text) is not None


def is_years(text: str) -> bool:
    """Whether a part is nothing but a span of years: `1956-1967`."""
    return _YEARS.match(text) is not None


def is_call_number(text: str) -> bool:
    """Whether a part begins with a word of call numbers: `File No. 3`, `vol. 2`, `folder`, bare `ff`."""
    word = _CALL_WORD.match(text)
    return word is not None and (word[0].casefold() in _CALL or text == "ff")
