"""A holding clause → where the original lies.

::

    clause := part { "," part }
    part   := archive | place | unit { unit } | year | pages | collection | call-number

A part in words is a collection, one with figures a call number; behind a call number everything is call number.
"""

import re

from telegrams.facts.traditions import Tradition
from telegrams.model.citation import Holding

from .archive import leading_initials, name_archive, name_places
from .marks import trimmed
from .parts import Part, cut_parts
from .signs import is_initials, is_repository
from .traditions import tradition_of_archive, tradition_of_units
from .units import bare_file, has_local_units, is_call_number, is_pages, is_year, is_years, unit_at
from .vocabulary import words

_SEVERAL = ("collection", "rest", "list")
_FILE = frozenset({"fond", "opis"})
_FIGURE = re.compile(r"\d")
_CODE = re.compile(r"[A-Z]+-[\w/-]+ ")
_LEAD = re.compile(
    r"(?:(?:(?:(?:[Aa] )?(?:[Cc]opy|[Pp]hotocopy|[Ff]acsimile)|[Cc]opies|[Pp]hotocopies|[Dd]ocuments?) )?[Ff]rom"
    r"|[Oo]riginals? (?:is |are )?(?:in|at|from)) (?:the )?"
)
"""What leads to an archive: `From the Tin Archive`, `Copy from …`, `original in …`"""
_ROMAN_CODE = re.compile(r"[IVXL]+-[A-Z]+-[\w-]+$")
_ROMAN = re.compile(r"[IVXL]+(?:$|\. )")
_YEAR_AT_END = re.compile(r"\W(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?(?: ?\([^()]*\))?$")
_COLLECTIONS = words("collection_nouns")
_LONG_WORD = re.compile(r"[^\W\d_][^\W\d_A-Z]{3}")


def parse_holding(text: str, before: Holding | None = None) -> Holding:
    """Take a holding clause apart; what has no field of its own stands in `rest`.

    A clause that names no archive goes on with the holding `before` it: its archive says what `f. 43` is.
    """
    found: dict[str, str] = {}
    text = text[lead.end() :] if (lead := _LEAD.match(text)) and lead.end() < len(text) else text
    start = leading_initials(text)
    parts = cut_parts(text, start)
    _without_leads(parts)
    if ": " in text:
        _cut_at_colons(parts)
    if start:
        found["abbreviation"] = text[:start]
    else:
        name_archive(parts, found)
    name_places(parts, found)
    tradition = tradition_of_archive(_archive(found, before))
    _name_bare_file(parts, tradition)
    _name_units(parts, tradition or (tradition_of_units(text) if has_local_units(text) else None))
    _name_words(parts)
    names = {part.kind for part in parts}
    for part in parts:
        for name, value in part.values:
            found.setdefault(name, value)
    for name in _SEVERAL:
        if name in names or name in found:
            pieces = [piece for piece in map(trimmed, _pieces(text, parts, name)) if piece]
            if pieces:
                found[name] = ", ".join(pieces)
    return Holding(**found)


def _without_leads(parts: list[Part]) -> None:
    """Begin each part behind the words that lead to an archive."""
    for index, part in enumerate(parts):
        if (lead := _LEAD.match(part.text)) and lead.end() < len(part.text):
            parts[index] = Part(part.start + lead.end(), part.end, part.text[lead.end() :])


def _archive(found: dict[str, str], before: Holding | None) -> dict[str, str]:
    """The fields that name the clause's archive, or that of the holding before it."""
    if before is None or "abbreviation" in found or "repository" in found:
        return found
    return before.model_dump(exclude_none=True)


def _cut_at_colons(parts: list[Part]) -> None:
    """Cut a part where a colon leads from the archive's name to a number: `National Archives of Australia: A1838`."""
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        name, colon, number = part.text.partition(": ")
        if colon and _FIGURE.search(number) and not _FIGURE.search(name) and is_repository(name):
            start = part.start + len(name) + len(colon)
            parts[index : index + 1] = [Part(part.start, part.start + len(name), name), Part(start, part.end, number)]


def _name_bare_file(parts: list[Part], tradition: Tradition | None) -> None:
    """Read fond, opis and delo without their words, right behind an archive that writes them so."""
    if tradition is None or tradition.bare != "file":
        return
    index = next((index for index, part in enumerate(parts) if not part.kind), len(parts))
    several = parts[index : index + 3]
    joined = bare_file(" ".join(part.text for part in several))
    if joined and [part.text for part in several] == [value for _, value in joined[0]]:
        for part, value in zip(several, joined[0], strict=True):
            part.kind, part.values = "unit", [value]
        return
    if not several or (found := bare_file(several[0].text)) is None:
        return
    part = several[0]
    part.kind, (part.values, end) = "unit", found
    if behind := part.text[end:].lstrip(" ,:;"):
        start = part.start + part.text.index(behind, end)
        parts.insert(index + 1, Part(start, part.end, behind))


def _name_units(parts: list[Part], tradition: Tradition | None) -> None:
    """Find units, a year that stands alone, and bare page numbers: behind other leaves, or at the end of the clause."""
    seen = {name for part in parts for name, _ in part.values}
    last = next((index for index in range(len(parts) - 1, -1, -1) if not parts[index].kind), -1)
    leaves_before = numbered = False
    bare = tradition.bare if tradition else ""
    for index, part in enumerate(parts):
        if not part.kind:
            _take_units(part, seen, tradition)
            if not part.kind:
                # A single number is pages of what is numbered before it: not `Berg Papers, 119`, nor `AJ, 507`.
                item = part.text.isdecimal() and (
                    not numbered or bare == "item" or (bare == "file" and "fond" not in seen)
                )
                closes = index == last and "list" not in seen and not item
                _take_number(part, seen, leaves_before or closes)
        leaves_before = bool(part.values) and part.values[-1][0] == "list"
        numbered = numbered or _FIGURE.search(part.text) is not None or is_call_number(part.text)


def _take_units(part: Part, seen: set[str], tradition: Tradition | None) -> None:
    """Read the units of one part; `seen` holds the fields filled before, a second value for one of them is rest."""
    at = 0
    text = part.text
    while (unit := unit_at(text, at, not seen.isdisjoint(_FILE), tradition)) is not None:
        part.values.append(("rest", text[at : unit.end]) if unit.field in seen else (unit.field, unit.value))
        seen.add(unit.field)
        at = unit.end
        while at < len(text) and text[at] in " ,;:/":
            at += 1
    if part.values:
        part.kind = "unit"
        if at < len(text):
            part.values.append(("rest", text[at:]))


def _take_number(part: Part, seen: set[str], leaves: bool) -> None:
    """Read a part that is a mere number as a year or, where `leaves` allows it, as pages."""
    if is_year(part.text) and "year" not in seen:
        name = "year"
    elif leaves and is_pages(part.text):
        name = "list"
    else:
        return
    part.kind, part.values = "unit", [(name, part.text)]
    seen.add(name)


def _name_words(parts: list[Part]) -> None:
    """Tell collections, which are named in words, from call numbers."""
    called = False
    before = ""
    archive = next((index for index in range(len(parts) - 1, 0, -1) if parts[index].kind == "archive"), 0)
    for index, part in enumerate(parts):
        if part.kind:
            called = part.kind == "unit" and (called or all(name == "rest" for name, _ in part.values))
            before = part.kind
            continue
        if before == "collection" and is_years(part.text):
            part.kind = "collection"
            continue
        called = called and not (index < archive and _heads_collection(part.text))
        slash = -1 if called else _call_number_in(part.text)
        if slash > 0:
            part.values = [("rest", part.text[slash + 1 :])]
            part.kind, part.end = "collection", part.start + slash
            called = True
        else:
            called = called or not _is_collection(part.text)
            part.kind = "rest" if called else "collection"
        before = part.kind


def _heads_collection(text: str) -> bool:
    """Whether a part in words names a collection by its noun: before the archive one may follow a call number."""
    return not _FIGURE.search(text) and not _COLLECTIONS.isdisjoint(text.casefold().split())


def _call_number_in(text: str) -> int:
    """Where a slash joins a call number to a collection in words: `Department of State/6/12`; -1 if none does."""
    slash = text.find("/")
    if slash < 4 or not text[slash + 1 : slash + 2].isdigit() or not text[slash - 4 : slash].isalpha():
        return -1
    return -1 if _FIGURE.search(text, 0, slash) else slash


def _is_collection(text: str) -> bool:
    if text[0] in "([" or text[0].islower() or _ROMAN.match(text):
        return False
    if is_call_number(text) and (_FIGURE.search(text) or text.split(maxsplit=1)[0].casefold() not in _COLLECTIONS):
        return False
    if not _FIGURE.search(text) or _ROMAN_CODE.match(text):
        return True
    code = _CODE.match(text)
    if code and text[-3:].isalpha() and not _FIGURE.search(text, code.end()):
        return True
    year = _YEAR_AT_END.search(text)
    if year is None:
        return False
    return _LONG_WORD.search(text, 0, year.start()) is not None or is_initials(text[: year.start()])


def _pieces(text: str, parts: list[Part], name: str) -> list[str]:
    """The values of a field that may have several, in order; neighbouring parts are one piece, as they stand."""
    pieces: list[str] = []
    start = -1
    for part in parts:
        if part.kind == name:
            start, end = (part.start if start < 0 else start), part.end
        elif start >= 0:
            pieces.append(text[start:end])
            start = -1
        pieces += [value for field, value in part.values if field == name]
    if start >= 0:
        pieces.append(text[start:end])
    return pieces
