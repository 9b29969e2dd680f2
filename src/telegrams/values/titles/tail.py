"""The end of a title: serial, extent, date, number, secrecy and urgency, cut off from the last one inwards."""

from dataclasses import dataclass

from telegrams.facts.calendar import ENGLISH_MONTHS, WEEKDAYS
from telegrams.facts.places import CITIES
from telegrams.model.parties import Kind
from telegrams.values.titles.designations import Extent
from telegrams.values.titles.drafts import inside
from telegrams.values.titles.remarks import extent_of, is_about_copy
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_RELEASE_WORDS = ("approved", "release", "declassified", "sanitized", "undated", "date", "attachment", "attached")
_TIME_WORDS = frozenset(("of", "this", "year", "to", "and", "-", "–"))
_SENT: tuple[Kind | None, ...] = (
    "telegram",
    "letter",
    "memorandum",
    "note",
    "message",
    "airgram",
    "despatch",
    "instruction",
)
_LONGEST = 5
_DRAFTED = 2
"""`Draft`, `Second Draft`."""


@dataclass(slots=True)
class Tail:
    """What the end of a title says; `body` is what is left in front of it."""

    body: Stretch
    sequence: int | None = None
    extent: Extent | None = None
    number: str | None = None
    classification: str | None = None
    urgency: str | None = None
    kind: Kind | None = None
    """The kind named with the number at the end: `…, Telegram number 538`."""
    dateline: str | None = None
    """The place in front of the date at the end."""


def read_tail(span: Stretch) -> Tail:
    """Rule: title = words {"," (class | urgency | number | date | time)} {"(" (serial | extent | release note) ")"}."""
    tail = Tail(span)
    while len(tail.body) > 1 and (_cut_bracket(tail) or _cut_segment(tail) or _cut_mark(tail) or _cut_city(tail)):
        pass
    return tail


def _cut_mark(tail: Tail) -> bool:
    """`#4-8` at the end, with no comma before it."""
    last = tail.body.after(tail.body.end - 1)
    if tail.number is not None or last.text[:1] != "#" or len(last.text) == 1:
        return False
    tail.number, tail.body = last.text[1:], tail.body.before(last.start)
    return True


def _cut_bracket(tail: Tail) -> bool:
    body = tail.body
    at = body.end - 1
    if body.last is not WordClass.BRACKET:
        return False
    inner = body.after(at).text[1:-1].strip()
    words = inner.lower().split()
    first = words[0].strip(".,:") if words else ""
    if inner.isdecimal() and inner.isascii() and len(inner) < 4:
        if tail.sequence is not None:
            return False
        tail.sequence = int(inner)
    elif extent := next((found for word in words[-1:] + words[:1] if (found := extent_of(word.strip(".,:")))), None):
        tail.extent = tail.extent or extent
    elif len(words) == 2 and first in vocabulary().kinds and words[1].isdecimal():
        pass
    elif number := _bracketed_number(words):
        tail.number = tail.number or number
    elif _is_day(words):
        pass
    elif first not in _RELEASE_WORDS and not (inner.isdecimal() and len(inner) == 4):
        held = inside(body.after(at))
        if held is None or not (is_about_copy(held) or _kind(held, tail)):
            return False
    tail.body = body.before(at)
    return True


def _bracketed_number(words: list[str]) -> str | None:
    """`[Cipher Telegram No. 88]`, `(No. 12.)`: the number under which it went out."""
    named = len(words) == 2 or (len(words) > 2 and words[-3] in vocabulary().kinds)
    return words[-1].rstrip(".") if named and words[-2].rstrip(".") in vocabulary().number_words else None


def _is_day(words: list[str]) -> bool:
    """`(May 3-9 of This Year)`, `(3 to 9 May 1951)`: the time and no more."""
    months = [word for word in words if word.strip(".,").capitalize() in ENGLISH_MONTHS]
    figures = [word for word in words if word[0].isdecimal()]
    last = words[-1] if words else ""
    in_year = last == "year" or (last.isdecimal() and len(last) == len("1951"))
    return bool(months) and in_year and _TIME_WORDS.issuperset(set(words).difference(months, figures))


def _last_segment(body: Stretch) -> Stretch | None:
    """The words behind the last stop."""
    start = body.end - 1
    while start > body.start and not body.words.breaks[start - 1] and body.end - start <= _LONGEST:
        start -= 1
    if start == body.start or not body.words.breaks[start - 1]:
        return None
    return body.after(start)


def _cut_segment(tail: Tail) -> bool:
    """Cut the last comma segment if it is a marking, a number, a date, a time or a remark on the copy."""
    segment = _last_segment(tail.body)
    if segment is None:
        return False
    marked = read_marking(segment, tail) or _remark(segment, tail) or _number(segment, tail) or _is_time(segment)
    marked = marked or _kind(segment, tail)
    if not marked:
        return False
    dated = segment.last is WordClass.DATE
    tail.body = tail.body.before(segment.start)
    if dated:
        _dateline(tail)
    return True


def _cut_city(tail: Tail) -> bool:
    """Cut `Yalta` in `Letter from Ann Lee to Bo Ek, Yalta`: behind a person's name it is where the sender wrote."""
    segment = _last_segment(tail.body)
    if segment is None or tail.dateline or segment.text not in CITIES:
        return False
    before = tail.body.before(segment.start)
    if before.last is not WordClass.NAME or "to" not in before.keys:
        return False
    tail.dateline, tail.body = segment.text, before
    return True


def _remark(segment: Stretch, tail: Tail) -> bool:
    """`, Unsigned`, `, Part II`, `, Second Draft`."""
    extent = extent_of(segment.key(segment.end - 1))
    if extent and len(segment) <= _DRAFTED and vocabulary().kind_adjectives.issuperset(segment.keys[:-1]):
        tail.extent = tail.extent or extent
        return True
    return is_about_copy(segment)


def _dateline(tail: Tail) -> None:
    """Cut `Sofia` in `…, Sofia, 5 May 1960`, unless it is the seat of the embassy or the last of the cities named."""
    segment = _last_segment(tail.body)
    if segment is None or not segment.is_place() or segment.phrase in vocabulary().organisations:
        return
    before = tail.body.before(segment.start)
    last = before.end - 1
    seated = before.last is WordClass.PLACE and before.key(last - 1) != "of"
    if seated or before.key(last) in vocabulary().posts:
        return
    tail.dateline = segment.text
    tail.body = before


def read_marking(words: Stretch, tail: Tail) -> bool:
    """Whether the words are a marking of secrecy or urgency; if so, it is noted."""
    if words.phrase in vocabulary().classifications:
        tail.classification = words.text
    elif words.phrase in vocabulary().urgencies:
        tail.urgency = words.text
    else:
        return False
    return True


def _number(segment: Stretch, tail: Tail) -> bool:
    kind = vocabulary().kinds.get(segment.key(segment.start)) if len(segment) > 1 else None
    found, end = read_number(segment.after(segment.start + 1) if kind else segment)
    if found and kind and end == segment.end and tail.number is None:
        tail.number, tail.kind = found, kind
        return True
    if found is None or end != segment.end:
        return False
    tail.number = found
    return True


def _kind(segment: Stretch, tail: Tail) -> bool:
    """`Mr. Lee to Mr. Holm: Telegram`."""
    kind = vocabulary().kinds.get(segment.phrase)
    if kind not in _SENT or "to" not in tail.body.keys:
        return False
    tail.kind = kind
    return True


def _is_time(segment: Stretch) -> bool:
    first = segment.key(segment.start)
    if segment.last is WordClass.DATE:
        day = segment.before(segment.end - 1)
        return len(segment) == 1 or (len(day) == 1 and first in (*WEEKDAYS, "dated", "on")) or day.is_place()
    if first in WEEKDAYS or first == "undated":
        return len(segment) == 1
    return segment.first is WordClass.NUMBER and segment.key(segment.end - 1).replace(".", "") in (
        "am",
        "pm",
        "m",
        "hours",
    )


def read_number(words: Stretch) -> tuple[str | None, int]:
    """A document number at the first word and the word behind it.

    Forms: `No. 76.020`, `No.061.074`, `#177`, `057026`, `RAR-8`, `No. 12ss/op`. Of `SNIE 93-83` the figures are it.
    """
    at = words.start
    if not words:
        return None, at
    key, word = words.key(at), words.before(at + 1).text
    for mark in ("no.:", "no.", "nr.", "no:", "nº", "№", "#"):
        if key.startswith(mark) and len(key) > len(mark):
            return word[len(mark) :], at + 1
    if key in vocabulary().number_words:
        following = words.after(at + 1)
        if following and (_has_figure(words, at + 1) or words.words.breaks[at] == ":"):
            end = at + 2 + (not words.words.breaks[at + 1] and _goes_on(words, at + 2))
            return following.before(end).text.lstrip("#"), end
        return None, at
    if _has_figure(words, at) and not key.endswith(("st", "nd", "rd", "th")):
        return word, at + 1
    return None, at


def _goes_on(words: Stretch, at: int) -> bool:
    """`06/TT 73`, `210 s`: the rest of a number behind a blank."""
    tail = words.key(at) in vocabulary().clause.number_tails and words.words.classes[at] is not WordClass.ARTICLE
    return tail or words.key(at).isdecimal()


def _has_figure(words: Stretch, at: int) -> bool:
    key = words.key(at)
    figures = not key.isalpha() and any(map(str.isdecimal, key))
    return figures and words.words.classes[at] not in (WordClass.DATE, WordClass.BRACKET)
