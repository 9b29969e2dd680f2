"""A line of a signature → its date, names and offices (format.md 6.2).

    line   := [mark] [date] signer ((";" | "/" | "and") signer)* [date]
    mark   := "/s/" | "(-)" | "(Sd)." | "Signed:" | "gez." …, or behind the signers "(Signed)" | "v. r." …
    signer := name [[","] office] | office [name]
    name   := [form-of-address] (initial | short | word | particle)+ [suffix]
    office := qualifier* head (qualifier | head)* [("of" | "for" | ",") …]

Square brackets inside are an editor's and count as their words: `A[NNA] B[ERG]`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from telegrams.facts.names import FORMS_OF_ADDRESS, NAME_WORDS
from telegrams.facts.offices import BODIES, NO_NAMES, OFFICE_WORDS, OFFICES, ORGANISATIONS
from telegrams.facts.places import CITIES, INITIALS_OF_STATES
from telegrams.model.dates import HistoricalDate
from telegrams.values.dates import find_dates

_LONGEST, _LONGEST_LETTERHEAD = 160, 60
_SIGNED = "|".join(sorted(NAME_WORDS["signed"] - {"s"}, key=len, reverse=True))
_MARK = re.compile(
    rf"(?:/(?:s|-|{_SIGNED})/|\((?:{_SIGNED}|s|[-–—])\.?\)|\[(?:{_SIGNED}|s)(?: [^\[\]]{{1,20}})?:?\]|"
    rf"s/d|(?:{_SIGNED}|s)/-?|(?:{_SIGNED})(?=[.:,]{{0,2}} ))[.:,]{{0,2}} ?",
    re.IGNORECASE,
)
_MARK_BEHIND = re.compile(
    rf" [(\[](?:{_SIGNED})[)\]]\.?$|,? \(?(?:{'|'.join(map(re.escape, NAME_WORDS['in-hand']))})\)?$", re.IGNORECASE
)
_SET_OFF = re.compile(r"(?P<office>[^/()]{3,120}?) ?[/(](?P<name>[^/()]{3,40})[/)]$")
"""An office and a name in slashes or brackets: `Head of the Department /N. Larsen/`"""
_BETWEEN = re.compile(r" ?(?:;|/| and | & ) ?")
_COMMA = re.compile(", ")
_TOKEN = re.compile(r"[aA]\. ?[iI]\.|[^\W\d_](?:[\w’'-]{0,40}[^\W_])?(?:\.(?=$|\W|[^\W\d_a-z]))?|,|[^ ]")
_ACTING = re.compile(r"\b[aA]\. ?[iI]\.$")
_AROUND = ' ()/"“”‘’*_'
_PARTICLES = NAME_WORDS["particle"]
_SUFFIXES = frozenset(word.lower().rstrip(".") for part in ("suffix", "numeral", "degree") for word in NAME_WORDS[part])
_SHORT = frozenset(word.lower() for word in NAME_WORDS["short"])
_LINKS = frozenset({"of", "the", "for", "to", "in", "at", "on", "and", "a.i.", "a. i.", "ad", "interim"})
_SHORTENED = re.compile(r"(?:Mc|Mac|O['’])?[^\W\d_a-z]\.")
_MOST_WORDS = 5


class Word(StrEnum):
    """What a word may be in a line of a signature; one letter each, so that a line's words make a string."""

    INITIAL = "i"
    NAME = "n"
    PARTICLE = "p"
    SUFFIX = "s"
    ADDRESS = "a"
    OFFICE = "o"
    LINK = "l"
    OTHER = "x"
    COMMA = ","


_I, _N, _P, _S, _A, _O, _L, _X = (
    Word.INITIAL, Word.NAME, Word.PARTICLE, Word.SUFFIX, Word.ADDRESS, Word.OFFICE, Word.LINK, Word.OTHER,
)  # fmt: skip
_NAME = rf"(?P<name>{_P}?[{_I}{_N}](?:{_P}?[{_I}{_N}])*(?:,?{_S})?)"
_POST = rf"[{_X}{_N}]*{_O}[{_O}{_X}]*,?(?:{_L}+[{_N}{_X}{_O},]+)*(?:{_L}*|{_I}{_I})"
_SIGNER = re.compile(
    rf"{_A}{{0,3}}{_NAME}(?:,?(?P<office>{_POST}))?|(?P<before>{_X}*{_O}+){_A}{{0,3}}{_NAME.replace('name', 'behind')}"
)
_SIDES = re.compile(rf"({_I}+{_N})({_I}+{_N})")
_OFFICE = re.compile(rf"{_POST}|{_L}{{1,2}}{_POST}")


class SignedLine(NamedTuple):
    """A line of a signature: offsets of the date and of the names, where there are any."""

    date: tuple[int, int, HistoricalDate] | None
    names: tuple[tuple[int, int], ...]
    rule: str
    """The name of the rule that tells the names, or else the date."""
    sure: bool = True
    """False where the words may be names, but only their place in the text can tell."""


@lru_cache(maxsize=64)  # both who closes a text and what its lines say is asked of the same few lines
def read_signed_line(line: str, names: frozenset[str], written: str | None) -> SignedLine | None:
    """A line that is nothing but a date, names with or without their offices, or both.

    `names` holds the surnames and aliases of the document's parties in lower case.
    """
    if len(line) > _LONGEST or not line.strip(_AROUND + ".,"):
        return None
    cut = _cut_date(line, written)
    if cut is None:
        return None
    start, end, date = cut
    if date and not line[start:end].strip(" ,;."):
        return SignedLine(date, (), "closer-dateline")
    mark = _MARK.match(line, start)
    if behind := _MARK_BEHIND.search(line[:end]):
        mark, end = mark or behind, behind.start()
    begin = mark.end() if mark and not behind else start
    if set_off := _SET_OFF.match(line[:end], begin):
        begin = set_off.start("name") if is_office(set_off["office"]) else begin
    found = _signers(line, begin, end, names)
    if not found:
        return None
    told = tuple(_with_brackets(line, *name) for signer in found for name in signer.names)
    if mark:
        return SignedLine(date, told, "closer-signature-begins")
    if set_off and begin == set_off.start("name"):
        return SignedLine(date, told, "closer-signature-office")
    least = min(found, key=lambda signer: signer.sure)
    if date and not least.sure:
        return SignedLine(date, told, "closer-signature-dated")
    return SignedLine(date, told, least.rule, least.sure)


def is_office(line: str) -> bool:
    """Whether a line is nothing but an office: `First Secretary of Embassy`, `For the Ambassador:`"""
    if len(line) > _LONGEST or any(map(str.isdigit, line)) or (line[-1] in ".;!?" and not _ACTING.search(line)):
        return False
    words = _words(line.rstrip(" :,"), 0)
    return words is not None and _OFFICE.fullmatch("".join(word.sort for word in words)) is not None


def is_letterhead(line: str) -> bool:
    """Whether a line is nothing but a body or an office: `MINISTRY OF FOREIGN AFFAIRS`, `THE WHITE HOUSE`"""
    if len(line) > _LONGEST_LETTERHEAD or line[-1] in ".:;!?,":
        return False
    if line.lower().removeprefix("the ") in ORGANISATIONS:
        return True
    words = _words(line, 0)
    if words is None or any(word.sort not in (_O, _X, _L) for word in words):
        return False
    return any(word.sort is _O or line[word.start : word.end].lower() in BODIES for word in words)


def _cut_date(line: str, written: str | None) -> tuple[int, int, tuple[int, int, HistoricalDate] | None] | None:
    """Where the line begins and ends without the date before or behind, and that; none if it stands in the middle."""
    dates = find_dates(line, written) if any(map(str.isdigit, line)) else []
    if not dates:
        return 0, len(line), None
    found = dates[0] if dates[0].start == 0 else dates[-1]
    told = (found.start, found.end, found.date)
    if found.start == 0:
        return found.end, len(line), told
    return (0, found.start, told) if found.end >= len(line) - 1 else None


def _signers(line: str, start: int, end: int, names: frozenset[str]) -> list["_Signer"]:
    """The signers of a line, parted by a sign for several, or else by commas; empty where any part is none."""
    signers = _parted_by(_BETWEEN, line, start, end, names)
    return signers if signers or ", " not in line else _parted_by(_COMMA, line, start, end, names)


def _parted_by(sign: re.Pattern[str], line: str, start: int, end: int, names: frozenset[str]) -> list["_Signer"]:
    signers: list[_Signer] = []
    for span in _stretches(line, start, end, sign):
        signer = _signer(line, *span, names)
        if signer is None:
            return []
        signers.append(signer)
    return signers


def _with_brackets(line: str, start: int, end: int) -> tuple[int, int]:
    """A name's place with the square brackets that stand around it or end in it."""
    while line.count("[", start, end) > line.count("]", start, end) and line[end : end + 1] == "]":
        end += 1
    around = line[start - 1 : start] == "[" and line[end : end + 1] == "]"
    return (start - 1, end + 1) if around else (start, end)


def _stretches(line: str, start: int, end: int, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The parts of a line between signs of two signers."""
    at = start
    for between in sign.finditer(line, start, end):
        if between.start() > start and between.end() < end:
            yield at, between.start()
            at = between.end()
    yield at, end


class _Word(NamedTuple):
    start: int
    end: int
    sort: Word


class _Signer(NamedTuple):
    names: tuple[tuple[int, int], ...]
    """More than one where names with initials stand side by side."""
    rule: str
    sure: bool


def _signer(line: str, start: int, end: int, names: frozenset[str]) -> _Signer | None:
    """The signer that a part of a line names: by a party's name, capitals, initials, an office, or plain words."""
    text = line[start:end]
    left = len(text) - len(text.lstrip(_AROUND + ","))
    start, text = start + left, text.strip(_AROUND + ",")
    bare = text.rstrip(".,:" + _AROUND)
    if not bare or bare.title() in CITIES or bare in INITIALS_OF_STATES:
        return None
    words = _words(text, start)
    party = bare.lower() in names or bare.replace(".", ". ").rpartition(" ")[2].lower() in names
    if words is None:
        return None
    if party and all(word.sort in (_I, _N, _P, _X, _O) for word in words) and len(words) <= _MOST_WORDS:
        return _Signer(((words[0].start, start + len(bare)),), "closer-signature-of-party", sure=True)
    found = _SIGNER.fullmatch("".join(word.sort for word in words))
    if not found:
        return None
    group = "name" if found["name"] else "behind"
    told = words[found.start(group) : found.end(group)]
    return _by_shape(line, told, has_office=bool(found["office"] or found["before"]))


def _by_shape(line: str, told: list[_Word], *, has_office: bool) -> _Signer | None:
    """The signer of these words: how sure depends on capitals, initials and an office beside the name."""
    sides = _SIDES.fullmatch("".join(word.sort for word in told))
    pairs = (told[: sides.start(2)], told[sides.start(2) :]) if sides else (told,)
    names = tuple((pair[0].start, _end_of_name(line, pair[-1])) for pair in pairs)
    letters = [_plain(line[word.start : word.end]).rstrip(".") for word in told if word.sort is _N]
    initials = sum(word.sort is _I for word in told)
    if len(letters) > _MOST_WORDS - 1 or (not letters and initials < 2):
        return None
    if letters and all(word.isupper() and len(word) > 1 for word in letters):
        return _Signer(names, "closer-signature-capitals", sure=True)
    if initials and len(letters) <= 3 and (told[-1].sort is not _I or not letters):
        return _Signer(names, "closer-signature-initials", sure=True)
    if has_office:
        return _Signer(names, "closer-signature-office", sure=True)
    return _Signer(names, "closer-signature-last", sure=False)


def _end_of_name(line: str, last: _Word) -> int:
    """Where a name ends, without the full stop of the line."""
    return last.end - (line[last.end - 1] == "." and last.sort is _N)


def _plain(word: str) -> str:
    return word.replace("[", "").replace("]", "")


def _words(text: str, offset: int) -> list[_Word] | None:
    """The words of a part of a line; none where one can stand in no signature."""
    words = []
    plain, places = _without_brackets(text)
    for token in _TOKEN.finditer(plain):
        sort = _sort(token[0])
        if sort is None:
            return None
        if not (sort is Word.COMMA and token.end() == len(plain)):
            words.append(_Word(offset + places[token.start()], offset + places[token.end() - 1] + 1, sort))
    return words or None


def _without_brackets(text: str) -> tuple[str, list[int]]:
    """The text without square brackets, and where each character of it stands."""
    if "[" not in text and "]" not in text:
        return text, list(range(len(text)))
    places = [at for at, character in enumerate(text) if character not in "[]"]
    return "".join(text[at] for at in places), places


def _sort(written: str) -> Word | None:
    bare = written.rstrip(".").lower()
    if written == ",":
        return Word.COMMA
    if bare in _SUFFIXES:
        return Word.SUFFIX
    if _SHORTENED.fullmatch(written) or written.lower() in _SHORT:
        return Word.INITIAL
    for words, sort in ((_LINKS, _L), (_PARTICLES, _P)):
        if written in words or (sort is _L and written.lower() in words):
            return sort
    for words, sort in ((FORMS_OF_ADDRESS, _A), (OFFICES, _O), (NO_NAMES, _X)):
        if bare in words:
            return sort if written[0].isupper() else _L if bare in OFFICE_WORDS else None
    if not written[0].isupper():
        return None
    return _O if "-" in bare and any(part in OFFICES for part in bare.split("-")) else _N
