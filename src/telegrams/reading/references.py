"""Mentions of telegrams by their number: `your #1255`, `telegram No. 49201`, `Embtels 92 and 93` (format.md 6.1, 6.4).

    reference := [sender] {kind} noun [","] [mark] number      our ciphered telegram No. 49201, Embassy telegram 1263
               | noun "of" date "," mark number                dispatch of the 1st instant, No. 255
               | sender {kind} vague number | [sender] {kind} vague mark number       your cable 12, message No. 12
               | [sender] series [mark] number                 Secto 41, Embtel 924, mytel 556, Reurtel 388
               | whose [mark] number                           your #1255, see our 424
               | cue [agency] town number                      Ref: Cairo 12, re CAS Saigon 291
               | town "'s" number | "(" town number            Moscow's 2957, (State 195609)
               | reference joint [town] number                 the second of Embtels 536 and 544
    sender    := whose | post | town

An editor may have supplied the noun or the mark (`your [telegram] No. 12`, `telegram [No.] 12`): the reference begins
behind the bracket then, which stays what it is.

A series is one of a list, or a word that ends in `tel`. A number behind any other noun is that noun's (`NSC Action
No. 62`), and what counts things is no number of a telegram (`our 22 divisions`). The words stand in
`telegram_words.tsv`.
"""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from telegrams.facts.calendar import ENGLISH_MONTHS
from telegrams.facts.places import CITIES
from telegrams.facts.running import running_words
from telegrams.facts.telegram_words import telegram_words
from telegrams.values.patterns import compiled
from telegrams.values.scanning import starts_of_figures

from .numbered import NUMBER_MARKS, WINDOW, MarkedNumber, NumberWord, number_at

_NOUNS, _VAGUE = frozenset(telegram_words("noun")), frozenset(telegram_words("vague"))
_KINDS, _WHOSE = frozenset(telegram_words("kind")), frozenset(telegram_words("whose"))
_SENDERS = _WHOSE | frozenset(telegram_words("their"))
_SERIES = frozenset(word.lower() for word in telegram_words("series"))
_CUES, _THINGS = frozenset((*telegram_words("cue"), *telegram_words("copied"))), frozenset(telegram_words("thing"))
_NO_TELEGRAMS = frozenset(telegram_words("other"))
_PLACES = CITIES | frozenset(telegram_words("post"))
_MEASURES = running_words("measure")
_GOES_ON = running_words("leading") | running_words("verb")
_LAST = (
    _NOUNS
    | _VAGUE
    | _WHOSE
    | {f"re{word}" for word in _WHOSE}
    | _SERIES
    | _KINDS
    | {mark.rstrip(".") for mark in NUMBER_MARKS}
)
_LAST_OF_PLACES = frozenset(name.rpartition(" ")[2].lower().rstrip("s") for name in _PLACES)
_ENDINGS, _OPENS = ("tel", "tels", "#", "№"), '(["“—–'

_NUMBER = re.compile(
    r"(?:[A-Z]{1,4}-)?[0-9][0-9A-Za-z]{0,8}(?:(?:[-/][0-9A-Za-z]|\.[0-9])[0-9A-Za-z]{0,7}){0,3}(?![0-9A-Za-z])"
)
_PREFIX = re.compile(r"(?<![\w-])[A-Z]{1,4}-")
_TEL = re.compile(r"[a-z]{2,16}tels?")
_COUNTED = re.compile(r",[0-9]{3}|:[0-9]| ?[%½°]")
_NEXT_WORD = re.compile(r" ([A-Za-z'.]*[A-Za-z])")
_ENDS = re.compile(r"[.,;:)\]!?…\n\f\v]| [(\[]| ?(?:--|[–—])|$")
_DAY_BEHIND = re.compile(r" [A-Z][a-z]+\.? (?:[12]?[0-9]|3[01])\b")
_WHOSE_VAGUE = rf"(?:{'|'.join(sorted(_WHOSE))}) (?:{'|'.join(sorted(_VAGUE))})"
"""`your message of 3 March, No. 67`"""
_OF_A_BODY = re.compile(r" of the [A-Z]")
_DATED_NOUN = rf"(?i)\b(?:{'|'.join((*sorted(_NOUNS), _WHOSE_VAGUE))}),? (?:of|dated) [^.;()]{{3,40}}, $"
_JOINT = (
    r"(?: to [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r"(?: \([A-Z][a-z]+\))?(?:(?:,?(?: of)? [A-Z][a-z]+\.? [0-9]{1,2}(?:, [0-9]{4})?)?(?:,? (?:and|or|&) |; )|, )"
    rf"(?:(?:{'|'.join(telegram_words('copied'))}) ){{0,2}}(?:\(?[A-Za-z][.)] )?"
)
_LABEL = re.compile(r"[A-Z]\.?")
_AGENCY = re.compile(r"[A-Z]{2,6}")
_TITLE_CASE = re.compile(r"[A-Z][a-z]+")
_REFS = re.compile(r"\b[Rr]efs?: [^.:]*\Z")
_LONGEST_WORD, _LONGEST_JOINT = 24, 48


class Reference(NamedTuple):
    """A mention: where it stands, its words, and the telegram's number."""

    start: int
    end: int
    verbatim: str
    number: str


def find_references(text: str, figures: Sequence[int] | None = None) -> list[Reference]:
    """The mentions of telegrams in a text, in order; `figures` is where runs of figures begin, if that is known."""
    found: list[Reference] = []
    several = False  # whether the last mention that no other goes before announces several numbers
    for figure in starts_of_figures(text) if figures is None else figures:
        start = _start(text, figure)
        joint = found[-1].end if found and start - found[-1].end <= _LONGEST_JOINT else None
        if joint is None and not _may_lead(text, start):
            continue
        match = _NUMBER.match(text, start)
        if match is None or match[0][-1].islower() or _COUNTED.match(text, match.end()):
            continue
        number = number_at(text, start, match.end())
        begin = _beginning(number)
        if begin is not None:
            several = _names_several(number.words)
        elif joint is not None:
            begin = _joined(number, joint, several=several)
        if begin is not None:
            begin = _behind_bracket(text, begin, start)
            found.append(Reference(begin, match.end(), text[begin : match.end()], match[0]))
    return found


def _start(text: str, figures: int) -> int:
    """Where a number begins, with the letters of its series behind a noun: `airgram A-123`, but `our B-52`."""
    if text[figures - 1 : figures] != "-":
        return figures
    begin = text.rfind(" ", 0, figures) + 1
    noun = text[max(0, begin - _LONGEST_WORD) : begin].rstrip(" ").rpartition(" ")[2].lower()
    return begin if (noun in _NOUNS or noun in _VAGUE) and _PREFIX.fullmatch(text, begin, figures) else figures


def _may_lead(text: str, start: int) -> bool:
    """Whether the word before a number may lead to it; quick, for most figures are no telegram's."""
    word = text[max(0, start - _LONGEST_WORD) : start].rstrip(" ").rpartition(" ")[2].lstrip(_OPENS)
    bare = word.lower().rstrip(".]")
    if bare in _LAST or bare.endswith(_ENDINGS):
        return True
    if not bare or not word[0].isupper():
        return False
    return bare.rstrip("s").rstrip("'’") in _LAST_OF_PLACES or text.find("ef", max(0, start - WINDOW), start) >= 0


def _behind_bracket(text: str, begin: int, start: int) -> int:
    """Where a mention begins whose words stand partly in a bracket that an editor supplied: behind it."""
    bracket = text.rfind("]", begin, start)
    while bracket >= 0 and text[bracket + 1] == " ":
        bracket += 1
    return max(begin, bracket + 1)


def _beginning(number: MarkedNumber) -> int | None:
    """Where a mention begins that ends with this number; none where the number is no telegram's."""
    words, mark = number.words, number.mark
    if not words:
        return None
    word = words[0]
    if word.apart:
        if mark is None:
            return None
        is_dated = compiled(_DATED_NOUN).search(number.text, max(0, number.start - WINDOW), mark)
        return mark if word.apart == "," and (word.bare in _NOUNS or is_dated) else None
    marked = mark is not None
    kinds = _while_in(words, _KINDS)
    sender = kinds + _sender(words[kinds + 1 :])
    begin = words[sender].start
    if word.bare in _NOUNS:
        return begin if (marked or not _measures(number)) and not _is_own(number, begin) else None
    if word.bare in _VAGUE:
        known = (marked and not (sender == kinds and _OF_A_BODY.match(number.text, number.end))) or (
            sender > kinds and _ends(number)
        )
        return begin if known and not _is_own(number, begin) else None
    if word.bare in _KINDS and _place(words[1:]) and not (words[1:] and words[1].apart) and _ends(number):
        return words[_sender(words[1:])].start  # `Department's priority 204`
    if _is_series(word) or _is_tel(word.bare):
        begin = words[_sender(words[1:])].start
        return begin if not _is_own(number, begin) else None
    if word.bare.removeprefix("re") in _WHOSE:
        return word.start if marked or (_ends(number) and not number.is_year) else None
    return None if marked or number.is_year or not _ends(number) else _from_town(number)


def _while_in(words: tuple[NumberWord, ...], known: Container[str]) -> int:
    """How many words before the first one are known, one behind the other."""
    count = 0
    while count + 1 < len(words) and not words[count + 1].apart and words[count + 1].bare in known:
        count += 1
    return count


def _sender(words: tuple[NumberWord, ...]) -> int:
    """How many words, nearest first, say whose telegram it is."""
    if not words or words[0].apart:
        return 0
    return 1 if words[0].bare.removeprefix("re") in _SENDERS else _place(words)


def _place(words: tuple[NumberWord, ...]) -> int:
    """How many words, nearest first, name a town or a post, be it in the genitive."""
    for count in (3, 2, 1):
        named = words[:count]
        if len(named) == count and not any(word.apart for word in named[1:]):
            name = " ".join(word.text for word in reversed(named))
            if name in _PLACES or (named[0].is_genitive and name.rstrip("s").rstrip("'’") in _PLACES):
                return count
    return 0


def _is_series(word: NumberWord) -> bool:
    return word.bare in _SERIES and word.text[0].isupper()


def _is_tel(bare: str) -> bool:
    return _TEL.fullmatch(bare) is not None and bare.rstrip("s") not in _NO_TELEGRAMS


def _is_own(number: MarkedNumber, begin: int) -> bool:
    """Whether a number is the text's own: it stands alone in its line, or that of a series at the very beginning.

    `CIPHERED TELEGRAM No. 709`, `Secto 41. Eyes only.`, `1143. Vipto 27. For the Secretary.`
    """
    behind = number.text[number.end : number.end + 1]
    if behind in ("", "\n"):
        return number.text[begin - 1 : begin] in ("", "\n") and not _is_tel(number.words[0].bare)
    return _is_series(number.words[0]) and behind == "." and number.text[:begin].strip(" .0123456789") == ""


def _from_town(number: MarkedNumber) -> int | None:
    """Where the name of a town or post begins that makes a number the number of its telegram."""
    words = number.words
    count = _place(words) or _unknown_place(words)
    if not count:
        return None
    begin, before = words[count - 1].start, words[count:]
    if len(before) > 1 and _AGENCY.fullmatch(before[0].text) and before[1].bare in _CUES:
        begin, before = before[0].start, before[1:]
    if before and _LABEL.fullmatch(before[0].text):
        before = before[1:]
    if before and before[0].bare == "in":
        before = before[1:]
    cued = bool(before) and before[0].bare in _CUES
    if words[0].is_genitive or cued or number.text[begin - 1 : begin] == "(":
        return begin
    alone = not before or before[0].apart or before[0].text.islower()
    return begin if words[0].text == "State" and number.end - number.start > 2 and alone else None


def _unknown_place(words: tuple[NumberWord, ...]) -> int:
    """How many words behind `Ref:` name a post that is no town we know (`Refs: Port Sample 636`)."""
    for count in (2, 1):
        named, before = words[:count], words[count : count + 1]
        if (
            before
            and before[0].apart == ":"
            and before[0].bare.startswith("ref")
            and not any(word.apart for word in named[1:])
            and all(_TITLE_CASE.fullmatch(word.text) and word.bare not in _THINGS for word in named)
        ):
            return count
    return 0


def _names_several(words: tuple[NumberWord, ...]) -> bool:
    """Whether the word for telegrams is in the plural: `Embtels`, `your cables`."""
    bare = words[0].bare if words else ""
    return bare.endswith("s") and (bare in _NOUNS or bare in _VAGUE or _is_tel(bare))


def _joined(number: MarkedNumber, end: int, *, several: bool) -> int | None:
    """Where a mention begins that another one, which ends at `end`, goes on with (`Embtels 536 and 544`).

    Behind `several` another number follows for sure, but for one that counts things: `Embtels 5 and 7 ships`.
    """
    alone = _ends(number) or (several and not _counts(number))
    if number.mark is not None or not alone or _measures(number):
        return None
    count = 0 if not number.words or number.words[0].apart else _place(number.words) or _listed_place(number, end)
    begin = number.words[count - 1].start if count else number.start
    # A year behind a comma belongs to a date.
    if number.is_year and not count and number.text[begin - 2 : begin] == ", ":
        return None
    return begin if compiled(_JOINT).fullmatch(number.text, end, begin) else None


def _listed_place(number: MarkedNumber, end: int) -> int:
    """How many words name a post that is no town we know, in a list behind `Refs:` that goes on from `end`."""
    word = number.words[0]
    listed = _REFS.search(number.text, max(0, end - WINDOW), end)
    return 1 if listed and _TITLE_CASE.fullmatch(word.text) and word.bare not in _THINGS else 0


def _ends(number: MarkedNumber) -> bool:
    """Whether the words behind a number show that it counts nothing: a stop, a bracket, a month, `and`, `of`, `is`."""
    if _ENDS.match(number.text, number.end):
        return True
    word = _NEXT_WORD.match(number.text, number.end)
    return word is not None and (word[1] in _GOES_ON or word[1].rstrip(".") in ENGLISH_MONTHS)


def _counts(number: MarkedNumber) -> bool:
    """Whether a word behind a number may be the plural of what it counts."""
    word = _NEXT_WORD.match(number.text, number.end)
    return word is not None and (word[1].endswith("s") or word[1][0].isupper())


def _measures(number: MarkedNumber) -> bool:
    """Whether a number behind a noun counts something else, or is the day of a date (`the telegram 12 May 1951`)."""
    word = _NEXT_WORD.match(number.text, number.end)
    if word is None:
        return False
    month = word[1].rstrip(".") in ENGLISH_MONTHS and not _DAY_BEHIND.match(number.text, number.end)
    return month or word[1].lower() in _MEASURES
