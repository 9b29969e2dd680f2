"""The end of a title: serial, extent, date, number, secrecy and urgency, cut off from the last one inwards."""

from dataclasses import dataclass

from telegrams.facts.calendar import WEEKDAYS
from telegrams.values.titles.kinds import Extent, extent_of
from telegrams.values.titles.tokens import BRACKET, DATED, NUMBER, STATE, Tokens, place_end
from telegrams.values.titles.vocabulary import vocabulary

_RELEASE_WORDS = ("approved", "release", "declassified", "sanitized", "undated", "date")
_NUMBER_WORDS = frozenset(("no", "nr", "number", "numbers", "nos", "#"))
_LONGEST = 5


@dataclass(slots=True)
class Tail:
    """What the end of a title says; the words before `end` are left."""

    end: int
    sequence: int | None = None
    extent: Extent | None = None
    number: str | None = None
    classification: str | None = None
    urgency: str | None = None
    dateline: str | None = None
    """The place in front of the date at the end."""


def read_tail(tokens: Tokens) -> Tail:
    """Rule: title = words {"," (class | urgency | number | date | time)} {"(" (serial | extent | release note) ")"}."""
    tail = Tail(len(tokens))
    while tail.end > 1 and (_cut_bracket(tokens, tail) or _cut_segment(tokens, tail)):
        pass
    return tail


def _cut_bracket(tokens: Tokens, tail: Tail) -> bool:
    at = tail.end - 1
    if tokens.classes[at] != BRACKET:
        return False
    inner = tokens.slice(at, at + 1)[1:-1].strip()
    first = inner.partition(" ")[0].lower().strip(".,:")
    if inner.isdecimal() and inner.isascii() and len(inner) < 4:
        if tail.sequence is not None:
            return False
        tail.sequence = int(inner)
    elif extent := extent_of(first):
        tail.extent = tail.extent or extent
    elif first not in _RELEASE_WORDS and not (inner.isdecimal() and len(inner) == 4) and not _numbered(tokens, at):
        return False
    tail.end = at
    return True


def _numbered(tokens: Tokens, at: int) -> bool:
    """Whether the bracket explains a number: `No. 31 (12 of the old series)`."""
    return at > 1 and tokens.classes[at - 1] == NUMBER and tokens.keys[at - 2] in _NUMBER_WORDS


def _cut_segment(tokens: Tokens, tail: Tail) -> bool:
    """Cut the last comma segment if it is a marking, a number, a date or a time."""
    start = tail.end - 1
    while start > 0 and not tokens.breaks[start - 1] and tail.end - start <= _LONGEST:
        start -= 1
    if start == 0 or not tokens.breaks[start - 1]:
        return False
    marked = read_marking(tokens, start, tail.end, tail) or _number(tokens, start, tail)
    if not marked and not _is_time(tokens, start, tail.end):
        return False
    dated = tokens.classes[tail.end - 1] == DATED
    tail.end = start
    if dated:
        _dateline(tokens, tail)
    return True


def _dateline(tokens: Tokens, tail: Tail) -> None:
    """Cut `Sofia` in `…, Sofia, 5 May 1960`, unless it is the seat of the embassy or the last of the cities named."""
    start = tail.end - 1
    while start > 0 and not tokens.breaks[start - 1] and tail.end - start < _LONGEST:
        start -= 1
    if start == 0 or not tokens.breaks[start - 1] or place_end(tokens, start, tail.end) != tail.end:
        return
    if tokens.classes[start - 1] == STATE or tokens.keys[start - 1] in vocabulary().posts:
        return
    tail.dateline = tokens.slice(start, tail.end)
    tail.end = start


def read_marking(tokens: Tokens, start: int, end: int, tail: Tail) -> bool:
    """Whether the words are a marking of secrecy or urgency; if so, it is noted."""
    phrase = tokens.phrase(start, end)
    if phrase in vocabulary().classifications:
        tail.classification = tokens.slice(start, end)
    elif phrase in vocabulary().urgencies:
        tail.urgency = tokens.slice(start, end)
    else:
        return False
    return True


def _number(tokens: Tokens, start: int, tail: Tail) -> bool:
    found, end = read_number(tokens, start, tail.end)
    if found is None or end != tail.end:
        return False
    tail.number = found
    return True


def _is_time(tokens: Tokens, start: int, end: int) -> bool:
    classes, keys = tokens.classes, tokens.keys
    if classes[end - 1] == DATED:
        return end - start == 1 or (end - start == 2 and keys[start] in (*WEEKDAYS, "dated", "on"))
    if keys[start] in WEEKDAYS or (keys[start] == "undated" and end - start == 1):
        return end - start == 1
    return classes[start] == NUMBER and keys[end - 1].replace(".", "") in ("am", "pm", "m", "hours")


def read_number(tokens: Tokens, start: int, end: int) -> tuple[str | None, int]:
    """A document number at word `start` and the word behind it: `No. 76.020`, `No.061.074`, `#177`, `057026`, `RAR-8`.

    Of `SNIE 93-83` the figures are the number.
    """
    if start >= end:
        return None, start
    key, word = tokens.keys[start], tokens.slice(start, start + 1)
    for mark in ("no.:", "no.", "nr.", "no:", "#"):
        if key.startswith(mark) and len(key) > len(mark):
            return word[len(mark) :], start + 1
    if key in _NUMBER_WORDS:
        if start + 1 < end and _has_figure(tokens, start + 1):
            return tokens.slice(start + 1, start + 2).lstrip("#"), start + 2
        if start + 1 < end and tokens.breaks[start] == ":":
            return tokens.slice(start + 1, start + 2), start + 2
        return None, start
    if _has_figure(tokens, start) and tokens.classes[start] != DATED and not key.endswith(("st", "nd", "rd", "th")):
        return word, start + 1
    return None, start


def _has_figure(tokens: Tokens, at: int) -> bool:
    return any(char.isdecimal() for char in tokens.keys[at]) and tokens.classes[at] not in (DATED, BRACKET)
