"""The year of a day that the words give without one: the document's date and the words around the day tell it.

A day is of the year that puts it nearest to the document: `your message of December 10` in a letter of 17 January
1961 is of 1960. Where a weekday stands before it, the year must have that weekday. Where the nearest day is more
than two months away, the words of its sentence say on which side of the document it lies (`last`, `letter of`,
`was`; `next`, `will`, `scheduled`). Where they contradict each other the year stays open.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from telegrams.facts.calendar import MONTHS, WEEKDAY_NUMBERS
from telegrams.facts.rules import inference
from telegrams.model.edtf import edtf_bounds
from telegrams.values.patterns import compiled

from .figures import Default, Moment, exists
from .words import AHEAD, BEHIND, PROMISES, RELATIVE_YEARS, WRITINGS

_NEAR = 62
"""So many days around the document, a day without a year is nearly always of the nearest year."""
_SEASON = 120
"""So many days before it comes, a day is more often ahead than a year ago, unless something was written on it."""
_QUARTER = 100
"""A document whose own date is a longer span than this tells the year, but not on which side a day lies."""
_YEAR = 366
_HALF_YEAR, _MONTH, _FORTNIGHT = 183, 31, 14
_RELATIVE_TO = MappingProxyType(
    {"document": inference("year-relative-to-document"), "mention": inference("year-relative-to-mention")}
)
_SURE = ("year-last-next", "year-by-weekday")
_REACH = 120
_FIGURES = re.compile(r"(?<![\d.,/#])(?:1[6-9]|20)\d\d(?![\d/]|[.,]\d)")
_RELATIVE = re.compile(
    rf",? (?:of |in )?({'|'.join(sorted(RELATIVE_YEARS, key=len, reverse=True))}) year\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = r"(?<![A-Z])[.;:!?][\"”’)\]]* (?=[\"“(\[]*[A-Z])|; |\n"
_PARTICIPLE_BEHIND = frozenset(("be", "is", "are", "being"))
_BEFORE_DAY = re.compile(r"\b([Ll]ast|[Nn]ext) $")
_ADJACENT = (" last", " next")
_BEHIND_DAY = re.compile(r" (last|next)(?![^,.; )])")
_NUMBER = r"(?:(?:nos?|number)\.? |#)?(?:[a-z][\w-]{0,7} )?\d[\w./-]{0,10}"
_OTHER_DAY = r"(?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}),?(?: and)?"
_DATED = rf"(?i)(?:,? {_NUMBER})?(?:,? (?:of|dated)(?: the)?)?(?:,? {_OTHER_DAY})?,? ?"
_DAY_AND_MONTH = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? [^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?)"
_SHARED_DAYS = re.compile(r"(?:, \d{1,2}){0,6},? (?:and|or|&) \d{1,2}(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_JOINTS = (",", " and", " or", " &")
_AND = r",? (?:and|or|&) (?:(?:on|of) )?(?:the )?"
_SHARED = rf"(?:, (?:the )?{_DAY_AND_MONTH}){{0,3}}{_AND}({_DAY_AND_MONTH}),? (\d{{4}})(?!\d)"

_PROMISED = (
    rf"\b(?:{'|'.join(PROMISES)})(?: [^\W\d_]+){{0,6}} (?:on|for|by|until|before|after)"
    r"(?: or about| about)?(?: the)? ?$"
)

_PROMISE_BEHIND = re.compile(
    r",?(?: (?!(?:that|which|who|whether|if|what|how|when)\b)[^\W\d_]+){1,5}? (?:will|shall)\b"
)

Side = Literal["before", "after"]
_SIDES: tuple[Side, ...] = get_args(Side)


class Words(NamedTuple):
    """The words `text[start:end]`."""

    text: str
    start: int
    end: int


class Origin(NamedTuple):
    """The first and the last day on which a document may have been written."""

    first: date
    last: date


@lru_cache(maxsize=64)
def origin_of(written: str | None) -> Origin | None:
    """The days that a document's date (EDTF) means; none without one, or where they are more than a year."""
    if written is None:
        return None
    first, last = edtf_bounds(written)
    return Origin(first, last) if (last - first).days <= _YEAR else None


def default_year(words: Words, moment: Moment, origin: Origin, told: Callable[[], date | None]) -> Default:
    """The year of the month and day in `text[start:end]`, and by which rule; none where it stays open.

    `told` finds the last day that the text gave with its year: a report that tells of another year may go on in that.
    It is only asked where the words leave a doubt.
    """
    near = origin.last.year
    if words.text.startswith(_JOINTS, words.end):
        if shared := compiled(_SHARED).match(words.text, words.end):
            return _shared_year(shared, moment, near)
        if listed := _SHARED_DAYS.match(words.text, words.end):
            return Default(int(listed[1]), inference("shared-year"), near)
    if (origin.last - origin.first).days > _QUARTER:
        known = origin.first.year == near and _adjacent(words) is None
        return Default(near, inference("year-from-document"), near) if known else Default(near=near)
    days = _nearest(moment, origin)
    side, rule = _side(words, days, origin)
    day = getattr(days, side) if side else None
    sure = rule in _SURE or (rule == "year-nearest" and _apart(day, origin) <= _MONTH)
    if not sure and (last := told()) and _goes_on(moment, last, day, origin):
        return Default(near=near)
    return Default(day.year, inference(rule), near) if day and rule else Default(near=near)


def _goes_on(moment: Moment, told: date, day: date | None, origin: Origin) -> bool:
    """Whether a report that named a day of another year may go on in that: within half a year, or far back."""
    days = _days_in((told.year, told.year + 1), moment)
    following = next((each for each in days if 0 <= (each - told).days <= _HALF_YEAR), day)
    return following != day or (origin.first - told).days > _YEAR


def _days_in(years: Iterable[int], moment: Moment) -> list[date]:
    _, month, day = moment
    return [date(year, month or 1, day or 1) for year in years if exists(Moment(year, month, day))]


def _apart(day: date | None, origin: Origin) -> int:
    return min(abs((day - origin.first).days), abs((day - origin.last).days)) if day else _YEAR


def relative_year(text: str, position: int, origin: Origin | None, mentioned: int | None) -> tuple[int, Default] | None:
    """`of this year`, `the following year` at a position: where the words end, and the year that they mean.

    `this`, `last` and `next` go by the document, the others by `mentioned`, the year that the text named before.
    """
    match = _RELATIVE.match(text, position)
    if not match:
        return None
    anchor, shift = RELATIVE_YEARS[match[1].lower()]
    year = mentioned if anchor == "mention" else _own_year(origin)
    near = origin.last.year if origin else None
    if year is None:
        return match.end(), Default(near=near)
    return match.end(), Default(year + shift, _RELATIVE_TO[anchor], near)


def _own_year(origin: Origin | None) -> int | None:
    return origin.last.year if origin and origin.first.year == origin.last.year else None


def mentioned_year(text: str, start: int, end: int) -> int | None:
    """The last year of four figures in `text[start:end]`."""
    years = _FIGURES.findall(text, start, end)
    return int(years[-1]) if years else None


def _shared_year(match: re.Match[str], moment: Moment, near: int) -> Default:
    """The year behind the last of several days, `24 June and 27 June 1957`; none where they turn back in the year."""
    names = _WORD.findall(match[1])
    month = next((MONTHS[word.lower()] for word in names if word.lower() in MONTHS), 0)
    if month < (moment.month or 1):
        return Default(near=near)
    return Default(int(match[2]), inference("shared-year"), near)


class _Days(NamedTuple):
    """The last such day up to the document, and the first one after it."""

    before: date | None
    after: date | None


@lru_cache(maxsize=64)  # a text names the same few days again and again
def _nearest(moment: Moment, origin: Origin) -> _Days:
    before = after = None
    for day in _days_in(range(origin.first.year - 1, origin.last.year + 2), moment):
        if day > origin.last:
            after = day
            break
        before = day
    return _Days(before, after)


def _side(words: Words, days: _Days, origin: Origin) -> tuple[Side | None, str | None]:
    """On which side of the document the day lies, and the rule that says so."""
    adjacent = _adjacent(words)
    if adjacent:
        return adjacent, "year-last-next"
    back = max(0, (origin.first - days.before).days) if days.before else _YEAR
    ahead = (days.after - origin.last).days if days.after else _YEAR
    if min(back, ahead) > _MONTH and (weekday := _weekday(words)):
        side = _on_weekday(weekday, days)
        return side, "year-by-weekday" if side else None
    if ahead < back:
        return _after_or_open(words, ahead)
    if back > _FORTNIGHT and _is_promised(words):
        return "after", "year-after"
    return "before", "year-nearest" if back <= _NEAR else "year-before"


def _after_or_open(words: Words, ahead: int) -> tuple[Side | None, str | None]:
    """On which side lies a day that comes in no more than half a year."""
    written = _is_of_writing(words)
    if not written and ahead > _SEASON and _is_promised(words):
        return "after", "year-after"
    if ahead <= _NEAR:
        return (None, None) if written else ("after", "year-nearest")
    told = "before" if written else "after" if ahead <= _SEASON else _told(words)
    return told, "year-before" if told == "before" else "year-after"


def _adjacent(words: Words) -> Side | None:
    """`last November 17`, `on the 27th July last`, `next 3 May`."""
    text, start, end = words
    # Nearly no day has one of these words beside it.
    if not text.endswith(("last ", "Last ", "next ", "Next "), 0, start) and not text.startswith(_ADJACENT, end):
        return None
    match = _BEFORE_DAY.search(text, max(0, start - 6), start) or _BEHIND_DAY.match(text, end)
    return None if match is None else "before" if match[1].lower() == "last" else "after"


def _is_of_writing(words: Words) -> bool:
    """`your letter of`, `telegram 1263 dated`: what is dated is older than the document that names it."""
    text, start, _ = words
    return any(
        word[0].lower().rstrip("s") in WRITINGS and compiled(_DATED).fullmatch(text, word.end(), start)
        for word in _WORD.finditer(text, max(0, start - 60), start)
    )


def _is_promised(words: Words) -> bool:
    """`will expire on`, `scheduled for`, `are to meet by`; `on 14 August the ships shall`."""
    text, start, end = words
    if compiled(_PROMISED).search(text[max(0, start - 60) : start]):
        return True
    return (
        _PROMISE_BEHIND.match(text, end) is not None and not _is_of_writing(words) and _told_before(words) != "before"
    )


def _on_weekday(weekday: int, days: _Days) -> Side | None:
    """`Monday, May 10`: the side on which the day falls on that weekday; never both, which are a year apart."""
    return next((side for side in _SIDES if _falls_on(getattr(days, side), weekday)), None)


def _weekday(words: Words) -> int | None:
    head = words.text[max(0, words.start - 14) : words.start].rstrip(" ,(").rpartition(" ")[2].lower().rstrip(".")
    return WEEKDAY_NUMBERS.get(head)


def _falls_on(day: date | None, weekday: int) -> bool:
    return day is not None and day.isoweekday() == weekday


def _told(words: Words) -> Side | None:
    """What the verbs of the sentence say: the one nearest before the day, or else the first behind it."""
    behind = _lowered(compiled(_SENTENCE_END).split(words.text[words.end : words.end + _REACH])[0])
    return _told_before(words) or _first_side(behind, range(len(behind)))


def _told_before(words: Words) -> Side | None:
    before = _lowered(compiled(_SENTENCE_END).split(words.text[max(0, words.start - _REACH) : words.start])[-1])
    return _first_side(before, range(len(before) - 1, -1, -1))


def _first_side(words: list[str], order: Iterable[int]) -> Side | None:
    return next(filter(None, (_side_of_word(words, index) for index in order)), None)


def _lowered(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _side_of_word(words: list[str], index: int) -> Side | None:
    word = words[index]
    if word in AHEAD:
        return "after"
    if word in BEHIND:
        return "before"
    participle = word.endswith("ed") and len(word) > 4 and words[index + 1 : index + 2] != ["to"]
    return "before" if participle and (index == 0 or words[index - 1] not in _PARTICIPLE_BEHIND) else None
