"""The archive that a holding clause names, and the place it stands in.

::

    archive   := name ["," (state | parent body)] ["(" abbreviation ")"] | abbreviation [":"]
    place     := town ["," region] ["," country]

The archive may stand before or behind its files; its place stands behind it, or at the end of the clause.
"""

import re

from telegrams.facts.bodies import nouns_of_bodies
from telegrams.facts.places import COUNTRIES, INITIALS_OF_STATES, REGIONS, SETTLEMENTS

from .marks import trimmed
from .parts import Part
from .signs import (
    bracketed_initials,
    head_of,
    initials_end,
    is_abbreviation_first,
    is_custodian,
    is_initials,
    is_repository,
    names_papers,
)
from .units import is_call_number, unit_at
from .vocabulary import words

_PARENTS = nouns_of_bodies("parent")
_COLLECTIONS = words("collection_nouns")
_DIVISIONS = words("division_words")
_KEEPERS = nouns_of_bodies("keeper")
_LEARNED = nouns_of_bodies("learned")
_JOINED_INITIALS = frozenset(initials.upper() for initials in words("state_initials"))
_STATE_FORMS = ("Republic", "Kingdom", "Federation", "Union", "State")
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_NUMBER_OR_CODE = re.compile(r" ?\d| [A-Z]{1,5}-[A-Z]")
_TOWN = re.compile(r"[^\W\d_]{2,30}(?:[ -][^\W\d_]{1,30}){0,2}$")
_BRACKETED_TOWN = re.compile(r" \(([^()\d]{2,40})\)$")


def leading_initials(text: str) -> int:
    """The end of the archive's initials that a clause begins with; 0 if it begins otherwise.

    Before punctuation all of them count; before a number or a code more than the first word only up to a state's
    initials among them, as in `PRC FMA 106-00100-03` and `MNL OL M-KS 288`.
    """
    if not is_abbreviation_first(text):
        return 0
    end = initials_end(text)
    if _NUMBER_OR_CODE.match(text, end):
        first, *more = text[:end].split(" ")
        joined = [index for index, word in enumerate(more) if word.upper() in _JOINED_INITIALS]
        if joined or (more and first.upper() in _JOINED_INITIALS):
            return len(" ".join((first, *more[: max(joined, default=0) + 1])))
        return len(first)
    return end


def name_archive(parts: list[Part], found: dict[str, str]) -> None:
    """Find the archive: a part with an archive's noun, with bracketed initials, of initials, or with a body's noun."""
    for index, part in enumerate(parts):
        if is_repository(part.text) and unit_at(part.text, 0, in_file=False) is None:
            return _take_archive(parts, index, found)
    for index, part in enumerate(parts):
        if _bracketed(part.text) is not None and _may_be_archive(parts, index):
            return _take_archive(parts, index, found)
    for index, part in enumerate(parts):
        if is_initials(part.text) and part.text not in INITIALS_OF_STATES and _stands_by_place(parts, index):
            part.kind, found["abbreviation"] = "archive", part.text
            return None
    index = _custodian(parts)
    if index < 0 and len(parts) > 1 and parts[1].text in SETTLEMENTS and not _FIGURE.search(parts[0].text):
        index = 0
    if index >= 0:
        _take_archive(parts, index, found)
    return None


def _may_be_archive(parts: list[Part], index: int) -> bool:
    """Whether a part with initials in brackets may be an archive: it opens the clause, is a body, or a place follows.

    `Folder "Tin" (CI)` is no archive wherever it stands, and `Special Group (CI)` behind a box is none.
    """
    text = parts[index].text
    noun = (_WORDS.findall(head_of(text.partition(" (")[0]).casefold()) or [""])[-1]
    if is_call_number(text) or is_call_number(noun) or (noun in _COLLECTIONS and not is_custodian(noun)):
        return False
    return index == 0 or is_custodian(text) or (index + 1 < len(parts) and _is_place(parts[index + 1].text))


def _custodian(parts: list[Part]) -> int:
    """The part with a body's noun that opens the clause, or the first of those that close it; -1 if none does."""
    if parts and (_is_body(parts[0].text) or _is_keeper(parts)):
        return 0
    index = len(parts)
    while index > 1 and _is_body(parts[index - 1].text) and not _FIGURE.search(parts[index - 1].text):
        index -= 1
    return index if index < len(parts) else -1


def _is_keeper(parts: list[Part]) -> bool:
    """Whether an agency or a council opens the clause and keeps what is named next: `… Agency, Office Files, Box 3`."""
    if parts[0].text.rpartition(" ")[2].casefold() not in _KEEPERS:
        return False
    return any(names_papers(part.text) or is_call_number(part.text) for part in parts[1:])


def _is_body(text: str) -> bool:
    return is_custodian(text) and not names_papers(text)


def name_places(parts: list[Part], found: dict[str, str]) -> None:
    """Find the town and the country: right behind the archive, or a known town at the end or before the archive."""
    behind = next((index + 1 for index in range(len(parts) - 1, -1, -1) if parts[index].kind == "archive"), 0)
    if behind == 0 and "abbreviation" not in found:
        return
    if behind < len(parts) and _take_place(parts, behind, found, sure=behind == 0):
        return
    for index in (len(parts) - 2, len(parts) - 1, behind - 2):
        if 0 <= index != behind and not parts[index].kind and _closes_as_place(parts, index):
            _take_place(parts, index, found, sure=True)
            return


def _closes_as_place(parts: list[Part], index: int) -> bool:
    """Whether a part is the archive's town: a known one, and not the end of a collection: `Countries, Norway, Oslo`."""
    text, before = parts[index].text, parts[index - 1] if index else None
    return text in SETTLEMENTS and (before is None or bool(before.kind) or _FIGURE.search(before.text) is not None)


def _take_archive(parts: list[Part], index: int, found: dict[str, str]) -> None:
    """Make this part the archive, with the state or the parent body that follows as part of its name."""
    last = index
    bracket = _bracketed(parts[last].text)
    while bracket is None and last + 1 < len(parts) and _goes_on(parts, last + 1):
        last += 1
        bracket = _bracketed(parts[last].text)
    if index and _leads_on(parts[index - 1].text, opens=index == 1):
        index -= 1
    for part in parts[index : last + 1]:
        part.kind = "archive"
    name = ", ".join(part.text for part in parts[index : last + 1])
    if bracket is not None:
        found["abbreviation"] = bracket[1]
        name = _without_bracket(parts, last, name, bracket)
    elif (town := _BRACKETED_TOWN.search(name)) is not None and town[1] in SETTLEMENTS:
        found["settlement"] = town[1]
        name = name[: town.start()]
    given = initials_end(name) if name.endswith(")") else 0
    if given and name.startswith(" (", given) and is_repository(name[given:]):
        found["abbreviation"], name = name[:given], name[given + 2 : -1]
    if name := trimmed(name):
        found["repository"] = name
    if "abbreviation" not in found:
        _take_initials(parts, last + 1, found)


def _without_bracket(parts: list[Part], last: int, name: str, bracket: re.Match[str]) -> str:
    """The name up to the bracket in its last part; an archive's noun behind it goes on with the name."""
    text = bracket.string
    after = text[bracket.end() :].strip()
    if is_repository(after):
        return name
    if after:
        end = parts[last].end
        parts.insert(last + 1, Part(parts[last].start + text.index(after, bracket.end()), end, after))
    return name[: len(name) - len(text) + bracket.start()]


def _take_initials(parts: list[Part], at: int, found: dict[str, str]) -> None:
    """Take initials behind a name and before a place as its abbreviation: `Foreign Ministry Archive, AMSZ, Warsaw`."""
    if at < len(parts) and is_initials(parts[at].text) and _stands_by_place(parts, at):
        parts[at].kind, found["abbreviation"] = "archive", parts[at].text


def _bracketed(text: str) -> re.Match[str] | None:
    """Initials in brackets; not those of a state, which belong to the name: `The National Archives (UK)`."""
    bracket = bracketed_initials(text)
    return None if bracket is None or bracket[1] in INITIALS_OF_STATES else bracket


def _goes_on(parts: list[Part], index: int) -> bool:
    """Whether a part goes on with the archive's name: its state, or its parent body before a place or the end."""
    text = parts[index].text
    bracket = _bracketed(text)
    bare = text[: bracket.start()].strip() if bracket else text
    if _is_state_name(bare) or bare.casefold() in _DIVISIONS:
        return True
    if (
        bare in SETTLEMENTS
        or names_papers(bare)
        or _FIGURE.search(text)
        or _PARENTS.isdisjoint(_WORDS.findall(text.casefold()))
    ):
        return False
    return index + 1 == len(parts) or _is_place(parts[index + 1].text) or _is_of_a_state(text)


def _is_of_a_state(text: str) -> bool:
    """Whether a body's name ends in its state's: `Ministry of Foreign Affairs of Japan`."""
    return text.rpartition(" of ")[2] in COUNTRIES


def _leads_on(text: str, *, opens: bool) -> bool:
    """Whether a part belongs to the archive named behind it: a division, or a parent body that `opens` the clause."""
    small = text.casefold()
    if small in _DIVISIONS:
        return True
    return opens and not _LEARNED.isdisjoint(_WORDS.findall(small)) and not _FIGURE.search(text)


def _is_place(text: str) -> bool:
    return text in SETTLEMENTS or text in REGIONS or _is_state(text)


def _stands_by_place(parts: list[Part], index: int) -> bool:
    if index + 1 == len(parts) or _is_place(parts[index + 1].text):
        return True
    return index == 1 and parts[0].text in SETTLEMENTS


def _take_place(parts: list[Part], at: int, found: dict[str, str], *, sure: bool) -> bool:
    """Take the part as a town, with the region and country behind it; `sure`: only a known town will do."""
    text = parts[at].text
    bracket = _bracketed(text)
    bare = text[: bracket.start()].strip() if bracket else text
    if bare not in SETTLEMENTS and (sure or not _is_town(parts, at, bare)):
        if not sure and _is_state(bare):
            parts[at].kind, found["country"] = "place", bare
            return True
        return False
    parts[at].kind = "place"
    if bracket:
        found.setdefault("abbreviation", bracket[1])
    town = bare
    if at + 1 < len(parts) and parts[at + 1].text in REGIONS:
        at += 1
        parts[at].kind = "place"
        town = f"{bare}, {parts[at].text}"
    found.setdefault("settlement", town)
    if at + 1 < len(parts):
        state = parts[at + 1].text
        if (initials := _bracketed(state)) is not None and "abbreviation" not in found and initials.end() == len(state):
            state = state[: initials.start()].rstrip()
        if _is_state(state):
            parts[at + 1].kind, found["country"] = "place", state
            if initials is not None:
                found["abbreviation"] = initials[1]
    return True


def _is_state(text: str) -> bool:
    return text in INITIALS_OF_STATES or _is_state_name(text)


def _is_state_name(text: str) -> bool:
    """Whether the text names a state in words, shortly or in full: `Ireland`, `Republic of Korea`."""
    if text in COUNTRIES:
        return True
    form, _, name = text.rpartition(" of ")
    return name in COUNTRIES and form.endswith(_STATE_FORMS)


def _is_town(parts: list[Part], at: int, text: str) -> bool:
    """Whether an unknown name behind the archive is a town: it ends the clause, or a state or region follows."""
    if not text[:1].isupper() or not _TOWN.match(text) or initials_end(text):
        return False
    if not _COLLECTIONS.isdisjoint(_WORDS.findall(text.casefold())):
        return False
    return at + 1 == len(parts) or _is_state(parts[at + 1].text) or parts[at + 1].text in REGIONS
