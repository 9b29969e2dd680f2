"""A holding clause → where the original lies.

::

    clause     := part { "," part }
    part       := repository ["(" abbreviation ")"] | abbreviation [":"] | settlement | country | collection
                | unit { unit } | year | pages | call-number

The order is free: the archive may stand before or behind its files. A part in words is a collection, one with figures
a call number; a place counts only behind the archive.
"""

import re
from dataclasses import dataclass, field

from telegrams.model.citation import Holding

from .marks import mask, trimmed
from .signs import ABBREVIATION, BRACKETED, is_abbreviation_first, is_custodian, is_repository
from .units import is_call_number, is_pages, is_year, unit_at
from .vocabulary import countries, regions, settlements, words

_PARENTS = words("parent_nouns.txt")
_COLLECTIONS = words("collection_nouns.txt")
_STATES = frozenset(initials.upper() for initials in words("state_initials.txt"))
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_COMMA = re.compile(r", ?(?!\d{3}\b(?<=,\d{3}))")
_TAIL_CALL = re.compile(r"(?<=[a-z])/(?=\d)")
_TOWN = re.compile(r"[A-ZÀ-ÞĀ-Ž][^\W\d_]+(?:[ -][A-ZÀ-ÞĀ-Ž]?[^\W\d_]+){0,2}$")
_NAMED_CODE = re.compile(r"[A-Z]+-[\w/-]+ .*[^\W\d_]{3,}$|[IVXL]+-[\w-]+$")
_DATED_WORDS = re.compile(r".*[^\W\d_]{4,}.*[^\w](?:1[89]|20)\d\d(?:[-–/]\d{2,4})?(?: ?\([^()]*\))?$")
_SMALL = re.compile(r"[^\W\d_]*[a-zß-ÿ][^\W\d_]*")


@dataclass(slots=True)
class _Part:
    start: int
    end: int
    text: str
    kind: str = ""
    """The field it fills; empty while unknown."""
    values: list[tuple[str, str]] = field(default_factory=list)
    """Fields and values of units."""


def parse_holding(text: str) -> Holding:
    """Take a holding clause apart; what has no field of its own stands in `rest`."""
    found: dict[str, str] = {}
    parts = _parts(text, found)
    _name_archive(parts, found)
    _name_places(parts, found)
    _name_units(parts)
    _name_words(parts)
    for name in ("collection", "rest"):
        if (value := _run(text, parts, name)) is not None:
            found.setdefault(name, value)
    for part in parts:
        for name, value in part.values:
            found.setdefault(name, value)
    return Holding.model_validate(found)


def _parts(text: str, found: dict[str, str]) -> list[_Part]:
    """The clause cut at commas outside brackets; an abbreviation at the very beginning is a part of its own."""
    masked = mask(text)
    start = 0
    if is_abbreviation_first(text):
        start = _abbreviation_end(text)
        found["abbreviation"] = text[:start]
    parts: list[_Part] = []
    for comma in (*_COMMA.finditer(masked, start), None):
        end = comma.start() if comma else len(text)
        while start < end and text[start] in " ,:":
            start += 1
        if start < end:
            parts.append(_Part(start, end, text[start:end].rstrip()))
        start = comma.end() if comma else end
    return parts


def _abbreviation_end(text: str) -> int:
    """The end of the leading initials: all of them before punctuation; before a number, only with a state's initials."""
    whole = ABBREVIATION.match(text)
    if whole is None:
        return text.find(" ")
    if text[whole.end() : whole.end() + 2].strip()[:1].isdigit():
        first, *more = whole[0].split(" ")
        if more and first.upper() not in _STATES and more[0].upper() not in _STATES:
            return len(first)
    return whole.end()


def _name_archive(parts: list[_Part], found: dict[str, str]) -> None:
    """Find the archive's name: a part with an archive's noun, or with an abbreviation in brackets behind it."""
    if "abbreviation" in found:
        return
    for test in (is_repository, lambda text: BRACKETED.search(text) is not None):
        for index, part in enumerate(parts):
            if test(part.text) and not unit_at(part.text, 0, in_file=False):
                _take_archive(parts, index, found)
                return
    for index, part in enumerate(parts):
        initials = ABBREVIATION.match(part.text)
        if initials and initials.end() == len(part.text) and (index + 1 == len(parts) or _is_place(parts[index + 1].text)):
            part.kind, found["abbreviation"] = "archive", part.text
            return
    if parts and is_custodian(parts[0].text):
        _take_archive(parts, 0, found)


def _take_archive(parts: list[_Part], index: int, found: dict[str, str]) -> None:
    """Make this part the archive, with the state or the parent body that follows as part of its name."""
    last = index
    while last + 1 < len(parts) and _bracketed(parts[last]) is None and _belongs_to_name(parts, last + 1):
        last += 1
    for part in parts[index : last + 1]:
        part.kind = "archive"
    bracket = _bracketed(parts[last])
    name = ", ".join(part.text for part in parts[index : last + 1])
    if bracket is not None:
        found["abbreviation"] = bracket[1]
        after = parts[last].text[bracket.end() :].strip()
        name = name[: len(name) - len(parts[last].text) + bracket.start()]
        if after:
            tail = _Part(parts[last].start + bracket.end() + 1, parts[last].end, after)
            parts.insert(last + 1, tail)
    found["repository"] = trimmed(name.removeprefix("the ")) or name.strip()


def _bracketed(part: _Part) -> re.Match[str] | None:
    return BRACKETED.search(part.text)


def _belongs_to_name(parts: list[_Part], index: int) -> bool:
    """Whether a part behind the archive's name goes on with it: its state, or its parent body before a place or the end."""
    text = parts[index].text
    bracket = BRACKETED.search(text)
    bare = text[: bracket.start()].strip() if bracket else text
    if bare in countries():
        return True
    if _PARENTS.isdisjoint(_WORDS.findall(text.casefold())) or _FIGURE.search(text):
        return False
    return all(_is_place(part.text) for part in parts[index + 1 :])


def _is_place(text: str) -> bool:
    return text in settlements() or text in countries() or text in regions()


def _name_places(parts: list[_Part], found: dict[str, str]) -> None:
    """Find the town and the country behind the archive."""
    at = next((index + 1 for index in range(len(parts) - 1, -1, -1) if parts[index].kind == "archive"), 0)
    if at == 0 and "abbreviation" not in found:
        return
    if at >= len(parts):
        return
    town = parts[at]
    bracket = BRACKETED.search(town.text)
    bare = town.text[: bracket.start()].strip() if bracket else town.text
    if not (bare in settlements() or (at > 0 and _is_town(parts, at, bare))):
        if bare in countries() and at > 0:
            town.kind, found["country"] = "place", bare
        return
    town.kind = "place"
    if bracket:
        found.setdefault("abbreviation", bracket[1])
    found["settlement"] = bare
    if at + 1 < len(parts) and parts[at + 1].text in regions():
        at += 1
        parts[at].kind = "place"
        found["settlement"] = f"{bare}, {parts[at].text}"
    if at + 1 < len(parts) and parts[at + 1].text in countries():
        parts[at + 1].kind, found["country"] = "place", parts[at + 1].text


def _is_town(parts: list[_Part], at: int, text: str) -> bool:
    """Whether an unknown name behind the archive is a town: it ends the clause, or a state or region follows."""
    if not _TOWN.match(text) or not _COLLECTIONS.isdisjoint(_WORDS.findall(text.casefold())):
        return False
    return at + 1 == len(parts) or parts[at + 1].text in countries() or parts[at + 1].text in regions()


def _name_units(parts: list[_Part]) -> None:
    """Find units, a year that stands alone, and bare page numbers at the end."""
    in_file = False
    seen: set[str] = set()
    last = next((index for index in range(len(parts) - 1, -1, -1) if not parts[index].kind), -1)
    for index, part in enumerate(parts):
        if part.kind:
            continue
        _take_units(part, in_file)
        seen.update(name for name, _ in part.values)
        in_file = in_file or "fond" in seen or "opis" in seen
        if part.kind:
            continue
        if is_year(part.text) and "year" not in seen:
            part.kind, part.values = "unit", [("year", part.text)]
        elif index == last and is_pages(part.text):
            _take_pages(parts, index, seen)


def _take_units(part: _Part, in_file: bool) -> None:
    at = 0
    text = part.text
    while (unit := unit_at(text, at, in_file)) is not None:
        in_file = in_file or unit.field == "fond"
        part.values.append((unit.field, unit.value))
        at = unit.end
        while at < len(text) and text[at] in " ,;:/":
            at += 1
    if part.values:
        part.kind = "unit"
        if at < len(text):
            name, value = part.values[-1]
            if name == "fond":
                part.values[-1] = (name, f"{value} {text[at:]}" if f"{value} {text[at:]}" in text else value)
            else:
                part.values.append(("rest", text[at:]))


def _take_pages(parts: list[_Part], index: int, seen: set[str]) -> None:
    """A bare number at the end: more leaves behind leaves, otherwise the leaves themselves."""
    part = parts[index]
    before = parts[index - 1] if index else None
    if before is not None and before.values and before.values[-1][0] == "list":
        before.values[-1] = ("list", f"{before.values[-1][1]}, {part.text}")
        part.kind = "unit"
    elif "list" not in seen:
        part.kind, part.values = "unit", [("list", part.text)]


def _name_words(parts: list[_Part]) -> None:
    """Tell collections, which are named in words, from call numbers; behind a call number everything is call number."""
    rest = False
    for index, part in enumerate(parts):
        if part.kind:
            rest = rest and part.kind == "unit"
            continue
        tail = _TAIL_CALL.search(part.text)
        if tail and not rest:
            parts[index] = _Part(part.start, part.start + tail.start(), part.text[: tail.start()], "collection")
            parts[index].values = [("rest", part.text[tail.end() :])]
            rest = True
            continue
        rest = rest or not _is_collection(part.text)
        part.kind = "rest" if rest else "collection"


def _is_collection(text: str) -> bool:
    if text[0] in "([" or is_call_number(text):
        return False
    if not _FIGURE.search(text):
        return True
    return _NAMED_CODE.match(text) is not None or _DATED_WORDS.match(text) is not None


def _run(text: str, parts: list[_Part], kind: str) -> str | None:
    """The parts of a kind as they stand in the text; runs with something else between them are joined by a comma."""
    runs: list[list[int]] = []
    for index, part in enumerate(parts):
        if part.kind != kind:
            continue
        if runs and parts[index - 1].kind == kind:
            runs[-1][1] = part.end
        else:
            runs.append([part.start, part.end])
    if not runs:
        return None
    return trimmed(", ".join(text[start:end] for start, end in runs)) or None
