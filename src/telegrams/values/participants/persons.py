"""A line of a list of participants → its persons, each with what is said of it.

line := person {"," description | ("," | ";" | "and") person} ["vice" person] ["was present" …]
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from telegrams.facts.names import FORMS_OF_ADDRESS, NAME_WORDS, OFFICES_IN_ADDRESS
from telegrams.model.settings import Participant
from telegrams.values.participants.offices import Description, begins_person, described, is_plain_name, person_of

_PRESENT = re.compile(r",? (?:was|were) (?:also )?present\b.*")
_INSTEAD = re.compile(r" vice (?=[A-Z])")
_BEHIND = "|".join(map(re.escape, sorted(NAME_WORDS["suffix"] | NAME_WORDS["numeral"], key=len, reverse=True)))
_CUT = re.compile(
    rf",(?! ?(?:{_BEHIND})(?:[,;. (]|$)) ?(?![^()\[\]]*[)\]])|(?<=\w) ?(?:--|—) ?(?=\w)| [-–] |;", re.IGNORECASE
)
"""What parts persons, and a person from what is said of it; not within brackets, nor before `Jr.`"""
_SEVERAL = "Messrs. "
_AND = re.compile(r",? and (?=[A-Z]|the )")
_LEADING_AND = re.compile("^and (?=[A-Z])")
_OF_ANOTHER = re.compile(r"(?:for|vice|representing|accompanied by|and (?:his|her|their|the)) ")
"""What goes on behind a person with somebody else."""
_IN_BRACKETS = re.compile(r"(.*\S) ?\(([^()]{1,120})\)")
_LONGEST_SHORT = 4
_SMALL = frozenset(("and", "for", "vice", "to", "of", "in"))
_ADDRESSING = FORMS_OF_ADDRESS | OFFICES_IN_ADDRESS
_GOING_ON = _SMALL | _ADDRESSING
"""Words behind which no column begins."""
_FEWEST = 3
"""Of so many persons in one line, one may be told by an office alone."""


class _Piece(NamedTuple):
    """A piece of a line between commas, or of one that stands beside another person's."""

    words: str
    start: int
    separate: bool = False
    """True where it begins a person without a comma before it."""


class _Entry(NamedTuple):
    """The words of a person, and the pieces behind it that say what he is."""

    person: str
    description: tuple[_Piece, ...] = ()


def read_persons(line: str, side: str | None = None, *, names: bool = False) -> list[Participant]:
    """The persons that a line names, in order; none where it names none. `names`: it holds nothing but names."""
    line = _without_stop(_PRESENT.sub("", line))
    entries = map(_Entry, _names(line)) if names or line.startswith(_SEVERAL) else _entries(line)
    return [person for entry in entries for person in _named(entry, line, side)]


def _without_stop(words: str) -> str:
    """Words without the full stop of a sentence; that of an abbreviation stays: `Jr.`, `B.J.S.M.`"""
    last = words.rpartition(" ")[2]
    return words[:-1] if last.endswith(".") and last.count(".") == 1 and len(last) > _LONGEST_SHORT else words


def _names(line: str) -> list[str]:
    pieces = [piece.strip(" ") for piece in _CUT.split(line.removeprefix(_SEVERAL))]
    return [name for piece in pieces for name in _AND.split(_LEADING_AND.sub("", piece)) if name]


@lru_cache(maxsize=256)  # both the opening and the setting ask of the lines of a list
def _entries(line: str) -> tuple[_Entry, ...]:
    """The persons' words, each with the pieces behind them up to the next person."""
    pieces = list(_pieces(line))
    plain = _plain_names([_bare(piece) for piece in pieces])
    firsts = [at for at, piece in enumerate(pieces) if at in plain or _begins_entry(piece, line)]
    if len(firsts) >= _FEWEST:
        firsts = sorted({*firsts, *(at for at, piece in enumerate(pieces) if _is_mere_office(piece.words))})
    ends = pairwise([*firsts, len(pieces)])
    return tuple(_Entry(_bare(pieces[first]), tuple(pieces[first + 1 : end])) for first, end in ends)


def _begins_entry(piece: _Piece, line: str) -> bool:
    """Whether a piece begins a person: by its words, or by a semicolon before a name."""
    words = _bare(piece)
    if piece.separate or begins_person(words):
        return True
    return line[: piece.start].endswith((";", "; ")) and person_of(words).name is not None


def _plain_names(pieces: Sequence[str]) -> set[int]:
    """Which pieces are names without an office: the first always, others of two words, or all: `Marsh, Berg`."""
    names = [_plain_name(piece) for piece in pieces]
    if names[0] is None:
        return {0}
    single = all(name and " " not in name for name in names)
    return {0, *(at for at, name in enumerate(names) if name and (single or " " in name))}


def _plain_name(piece: str) -> str | None:
    """The name that words are, but for what stands in brackets behind it: `Ada Berg (Ruritania)`."""
    bracket = _IN_BRACKETS.fullmatch(piece)
    bare = bracket[1] if bracket else piece
    return bare if is_plain_name(bare) else None


def _bare(piece: _Piece) -> str:
    return _LEADING_AND.sub("", piece.words, count=1)


def _pieces(line: str) -> Iterator[_Piece]:
    start = 0
    for end, following in (*((cut.start(), cut.end()) for cut in _CUT.finditer(line)), (len(line), 0)):
        words = line[start:end].strip(" ")
        for at in _columns(words):
            yield _Piece(words[at[0] : at[1]].strip(" "), line.index(words, start) + at[0], at[0] > 0)
        start = following


def _columns(words: str) -> Iterator[tuple[int, int]]:
    """Where the persons stand that are beside each other without a comma: `Ambassador Holm Mrs. Lund`."""
    blanks = [at for at, char in enumerate(words) if char == " "]
    starts = [0]
    for blank in blanks:
        if words[blank + 1].isupper() and _begins_column(words[starts[-1] : blank], words[blank + 1 :]):
            starts.append(blank + 1)
    return pairwise([*starts, len(words)])


def _begins_column(before: str, words: str) -> bool:
    """Whether words begin a person of their own behind another's: with `The`, a form of address or an office."""
    last, (key, *more) = before.rpartition(" ")[2].rstrip(".").lower(), words.split(" ", 1)
    if not more or last in _SMALL:
        return False
    if key == "The":
        return True
    key = key.rstrip(".").lower()
    if last in _GOING_ON or key not in _ADDRESSING or key == "sir":
        return False
    return begins_person(words) and (key in FORMS_OF_ADDRESS or person_of(before).name is not None)


def _is_mere_office(piece: str) -> bool:
    """`the Attorney General` in a list of persons."""
    person = person_of(piece)
    return piece[:4].lower() == "the " and person.role is not None and person.name is None


def _are_offices(words: str) -> bool:
    """`The Minister and the Ambassador`: two offices, each with its article; not `Minister of Tin and Zinc`."""
    return all(_is_mere_office(each) for each in _AND.split(words))


def _named(entry: _Entry, line: str, side: str | None) -> list[Participant]:
    """The participants of an entry: one, or several who share what stands behind: `Ann Lee and Bo Ek, Interpreters`."""
    words, *instead = _INSTEAD.split(entry.person)
    pieces = entry.description if not instead else ()
    bracket = _IN_BRACKETS.fullmatch(words)
    if bracket and not pieces:
        pieces, words = (_Piece(bracket[2], line.index(bracket[2])),), bracket[1]
    others = next((at for at, piece in enumerate(pieces) if _OF_ANOTHER.match(piece.words)), len(pieces))
    description = Description(line, tuple((each.start, each.start + len(each.words)) for each in pieces[:others]))
    persons = [person_of(each) for each in _AND.split(words)]
    if len(persons) > 1 and not all(each.name for each in persons) and not _are_offices(words):
        persons = [person_of(words)]
    return [described(person, description, side, sure=bracket is None) for person in persons if person.known]
