"""A line that is nothing but a place and a date: `Oslo, May 4, 1960, 8 p.m.` → the date with its place and time.

dateline := "(" dateline ")" | [institution ","] [place ","] [weekday ","] date [[","] (time | place)] [bracket]
"""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from telegrams.facts import entries
from telegrams.facts.calendar import WEEKDAYS, date_words
from telegrams.facts.places import COUNTRIES, REGIONS, SETTLEMENTS
from telegrams.facts.running import running_words
from telegrams.model.dates import HistoricalDate
from telegrams.values.dates import find_dates, parse_date
from telegrams.values.dates.parse import first_date
from telegrams.values.dates.places import is_institution

_LONGEST = 120
_LONGEST_PLACE = 70
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_BRACKET = re.compile(r" ?[\[(]")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|of|the|de|da|do|la|am|an|upon|and))*(?: \([^\W\d_][^()]{1,20}\))?"
)
_CLOCK = re.compile(
    r"\b(?:[apAP]\.? ?[mM]|noon|midnight|hours|hrs|hs|o['’]clock|local time|GMT|to|and|at)\b|(?<=\d)(?:Z|h)\b"
)
_BEFORE_DATE = WEEKDAYS | frozenset(date_words("article"))
_HALF_OF_DAY = re.compile(r"[apAP]\. ?[mM]$")
_ENDS = " .,;:–—-*_"
_AROUND = MappingProxyType({"(": ")"})
_first_date = lru_cache(maxsize=64)(first_date)
_whole_date = lru_cache(maxsize=64)(parse_date)
"""Several stages ask of the same few lines, with and without the date of the document."""
_MOST_SMALL = 6
"""Words in small letters that a dateline has at most: `de`, `of`, `the`, `o'clock`."""
_NO_BRACKETS = {ord("["): None, ord("]"): None}
_KNOWN = frozenset(name.title() for name in SETTLEMENTS | COUNTRIES | REGIONS)
_NO_PLACE = frozenset(entries("no_names")) | running_words("leading") | running_words("verb")


class Dateline(NamedTuple):
    """The date of a line, and where its words stand with those of the place and the time."""

    start: int
    end: int
    date: HistoricalDate


def read_dateline(line: str, written: str | None = None, *, at_end: bool = False) -> Dateline | None:
    """The date of a line that says no more than where and when; `written`, the document's date, completes its year.

    At the end of a text `Ann Berg, 4 May 1960` may name a person as well: only a place that the facts know counts.
    """
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    # Nothing completes a date with a year: the same reading serves the stages that know `written` and those before.
    return _read(line, None if written and line[0] not in _AROUND and _first_date(line)[0].edtf else written, at_end)


@lru_cache(maxsize=64)  # several stages ask of the same few lines
def _read(line: str, written: str | None, at_end: bool) -> Dateline | None:
    if line[0] in _AROUND and line.endswith(_AROUND[line[0]]):
        inner = read_dateline(line[1:-1], written, at_end=at_end)
        return inner and inner._replace(start=inner.start + 1, end=inner.end + 1)
    if line.count(" ") > _MOST_SMALL and sum([word[0].islower() for word in line.split(" ")]) > _MOST_SMALL:
        return None
    found = _date_in(line, written)
    if found is None:
        return None
    date, start, end = found
    bracket = _BRACKET.search(line, end)
    stop = bracket.start() if bracket else len(line)
    stop = end + len(line[end:stop].rstrip(_ENDS))
    stop += _HALF_OF_DAY.search(line, end, stop) is not None and line.startswith(".", stop)
    before = _place_before(line[:start])
    if before is None:
        return None
    place, begin = before
    if at_end and place and not _is_known(place):
        place = None
    after = line[end:stop]
    if not all(word.lower() in WEEKDAYS for word in _WORD.findall(_CLOCK.sub("", after))):
        place = _whole_date(line[start:stop]).place if not place else None
        if place is None or after.lstrip(_ENDS) != place or (at_end and not _is_known(place)):
            return None
    words = line[begin if place and "[" not in line[:start] else start : stop]
    whole = _whole_date(words)
    if whole.verbatim != words:
        return None
    date = whole if whole.edtf else date
    begin = stop - len(words)
    return Dateline(begin, stop, date.model_copy(update={"verbatim": words, "time": whole.time, "place": place}))


def _is_known(place: str) -> bool:
    return any(part.title() in _KNOWN for part in place.split(", "))


def _date_in(line: str, written: str | None) -> tuple[HistoricalDate, int, int] | None:
    figured, start, end = _first_date(line)
    if figured.edtf:
        date = HistoricalDate(
            verbatim=line[start:end], edtf=figured.edtf, doubtful=figured.doubtful, inferred=figured.inferred
        )
        return date, start, end
    mentions = find_dates(line, written)
    return (mentions[0].date, mentions[0].start, mentions[0].end) if mentions else None


def _place_before(words: str) -> tuple[str | None, int] | None:
    """The place that the words before a date name, and where it begins; none where they say something else.

    Of an institution and its place (`Legation of Ruritania, Oslo, `) the place counts.
    """
    plain = words.translate(_NO_BRACKETS).strip(" ")
    while (last := plain.rstrip(", ").rpartition(" ")[2]) and last.rstrip(".").lower() in _BEFORE_DATE:
        plain = plain.rstrip(", ")[: -len(last)].rstrip(" ")
    if not plain.strip(_ENDS):
        return None, len(words)
    named = plain.rstrip(_ENDS if plain.rstrip(_ENDS) in SETTLEMENTS else " ,–—")
    if (named == plain and named not in SETTLEMENTS) or len(named) > _LONGEST_PLACE:
        return None
    first, *others = named.split(", ")
    parts = [first, *(part.removeprefix("the ") for part in others)]
    if any(is_institution(bracket[1]) for bracket in _IN_BRACKETS.finditer(named)):
        return None
    if not all(_PART.fullmatch(part) and part.partition(" ")[0].lower() not in _NO_PLACE for part in parts):
        return None
    at = next((at for at, part in enumerate(parts) if not is_institution(part)), None)
    if at is None or any(map(is_institution, parts[at:])):
        return None, len(words)
    place = ", ".join(named.split(", ")[at:]).removeprefix("the ").strip(" ")
    return place, max(words.find(place), 0)
