"""The units of archival files: `f. 45`, `fond (f.) 45`, `Ll. 47-53`, `RG 59`, `Box 12`.

::

    unit  := word ["."] ["(" word ")"] ["No." | "№" | ":"] value
    value := a token with a figure in it; pages may be ranges and enumerations; a fond may be named in words

What a word such as `f.` means is said by the tradition of the archive; where none is known, the unit is rest.
"""

import re
from typing import NamedTuple

from telegrams.facts.holding_units import UNIT_OF_WORD, UnitField
from telegrams.facts.traditions import LOCAL_WORDS, Tradition
from telegrams.values.patterns import compiled

from .vocabulary import alternatives, call_words


class Unit(NamedTuple):
    """One unit of a file."""

    field: str
    """The field of the holding it fills: `fond`, `opis` …; `rest` where the word may mean several things."""
    value: str
    """Its number, without the unit word; with it in `rest`."""
    end: int
    """Where it ends in the text."""


_FIGURED = r"[^\s,;:]*\d[^\s,;]*"
_GAP = (
    r"(?:(?<=\.)|(?<=[^\W\d_])(?=[\s№#(:])|(?<=[rR][gG])(?=-?\d))"
    r" ?(?:\([^()\s]{1,8}\) ?)?(?:[Nn]o\. ?|[№#:] ?|-)?"
)
_UNIT = re.compile(
    rf"(?P<word>{alternatives((*UNIT_OF_WORD, *LOCAL_WORDS))})\.?{_GAP}(?P<value>{_FIGURED})", re.IGNORECASE
)
_NAMED_FOND = re.compile(r"(?:[Ff]onds?\.?|[Фф]онд) (?P<value>[^\W\d_]\S*(?: \S+){0,6})")
_MORE_PAGES = r"(?: ?[-–—] ?\d+\w{0,3}| (?:ob|verso|об)\b\.?| (?:and|&) \d[\d–-]*(?![./\w]))+"
_BARE_PAGES = re.compile(r"\d{1,4}[a-z]?(?: ?[-–—] ?\d{1,4}[a-z]?)?$")
_RANGE = re.compile(r"\d+\w{0,2} ?[-–—] ?\d+\w{0,2}$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_YEARS = re.compile(r"(?:1[89]|20)\d\d[-–](?:\d\d|(?:1[89]|20)\d\d)$")
_FIRST = frozenset(spelling[0].casefold() for spelling in (*UNIT_OF_WORD, *LOCAL_WORDS))
_LOCAL = re.compile(rf"(?<!\w)(?:{alternatives((*LOCAL_WORDS, 'p.'))})(?![^\W\d_])", re.IGNORECASE)
_NOT_A_FOND = re.compile(r"\W{0,2}[Nn]o\b")
_BARE = re.compile(
    r"(?P<fond>(?:[RPРП]-?)?\d{1,5}[а-яa-z]?)(?P<between>[ /]|-)(?P<opis>\d{1,6}[а-яa-z]?)(?P=between)"
    r"(?P<delo>\d{1,5}[а-яa-z]?)(?=$|[,:;]| \D)"
)
_DATE = r"(?:0?[1-9]|[12]\d|3[01])([ /-])(?:0?[1-9]|1[0-2])(?:\1(?:1[89]|20)\d\d|(?<! \d)(?<! \d\d)[/-]\d\d)$"
_NUMBERS = re.compile(r"\d+")
_MOST_PAGES = 500
_CALL = call_words()
_CALL_WORD = re.compile(r"[\w№]+(?:\.\w)*\.?")


def has_local_units(text: str) -> bool:
    """Whether the text has a word that means different things in different archives."""
    return _LOCAL.search(text) is not None


def unit_at(text: str, at: int, in_file: bool, tradition: Tradition | None = None) -> Unit | None:
    """The unit that begins at `at`; `in_file`: a fond or opis stands before it, so that `p. 253` is a papka.

    A `p.` with a range of numbers is pages everywhere; one number may be either where the `tradition` is not known.
    """
    if text[at : at + 1].casefold() not in _FIRST:
        return None
    found = _UNIT.match(text, at)
    if found is None:
        named = _NAMED_FOND.match(text, at)
        return Unit("fond", named["value"], named.end()) if named else None
    word, value, end = found["word"].casefold(), found["value"], found.end()
    field = _local_field(found, tradition) if word in LOCAL_WORDS else UNIT_OF_WORD[word]
    if field in {"list", "box"} and (more := compiled(_MORE_PAGES).match(text, end)):
        end = more.end()
        value = text[found.start("value") : end]
    if word == "p." and in_file and not _RANGE.match(value):
        field = "rest" if tradition is None else "papka" if tradition.bare == "file" else field
    return Unit(field, text[at:end] if field == "rest" else value, end)


def _local_field(found: re.Match[str], tradition: Tradition | None) -> UnitField:
    """What a word means in a tradition; `F. No. 12` is a file's number everywhere but where numbers stand alone too."""
    if tradition is None or (_NOT_A_FOND.match(found.string, found.end("word")) and tradition.bare != "file"):
        return "rest"
    shape = "range" if _RANGE.match(found["value"]) else "stroked" if "/" in found["value"] else ""
    rows = tradition.units.get(found["word"].casefold(), ())
    return next((field for form, field in rows if form in ("", shape)), "rest")


def bare_file(text: str) -> tuple[list[tuple[str, str]], int] | None:
    """Fond, opis and delo written as three numbers, and where they end: `Р7523 105 168`, `17/162/8`; not a date."""
    found = _BARE.match(text)
    if found is None or compiled(_DATE).match(found[0]):
        return None
    return [(name, found[name]) for name in ("fond", "opis", "delo")], found.end()


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
    """Whether a part begins with a word of call numbers: `File No. 3`, `vol. 2`, `folder`, `ff`; not `C. Douglas`."""
    word = _CALL_WORD.match(text)
    if word is None:
        return False
    if word[0].casefold() in _CALL:
        return len(word[0]) > len("c.") or _NUMBERS.search(text) is not None
    return text == "ff"
