"""Where a date stands in a line: for readers that cut lines at their dates."""

import re

from telegrams.facts.calendar import WEEKDAYS

from .figures import NO_YEAR
from .parse import dates_in, first_date
from .words import ABOUT, DOUBT, NO_DATE, NOT_AFTER, NOT_BEFORE, OR_EARLIER, OR_LATER, PART, UNDATED

_WORD = re.compile(r"[^\W_]+")
_AROUND = WEEKDAYS | {
    part
    for words in (ABOUT, DOUBT, NO_DATE, NOT_AFTER, NOT_BEFORE, OR_EARLIER, OR_LATER, PART)
    for word in words
    for part in _WORD.findall(word)
}
"""Words that may stand around a date which is all that a line says."""

_LONGEST = 60
_LOOK_BACK = 13


def date_span(text: str, start: int = 0) -> int | None:
    """Where the date that begins at `start` ends; none where no date with a year and no `undated` begins there.

    Every form of `telegrams.values.dates.forms` counts, also a day that the calendar does not have. The next 60
    characters are looked at.
    """
    folded = text[start : start + _LONGEST].lower()
    for words in UNDATED:
        if folded.startswith(words) and not folded[len(words) : len(words) + 1].isalnum():
            return start + len(words)
    before = max(0, start - _LOOK_BACK)
    for begin, end, figured in dates_in(text[before : start + _LONGEST], start - before):
        dated = begin == start - before and figured.problem != NO_YEAR.problem
        return before + end if dated else None
    return None


def is_only_date(text: str) -> bool:
    """Whether a line says nothing but a date, or that there is none: `Thursday, May 3, 1951`, `[1951]`, `undated`.

    A weekday, brackets and the words that change a date (`circa`, `not later than`) may stand around it.
    """
    if text.lower().strip(" .,()[]") in NO_DATE:
        return True
    if not any(map(str.isdigit, text)):
        return False
    _, start, end = first_date(text)
    around = _WORD.findall(f"{text[:start]} {text[end:]}".lower())
    return end > 0 and all(word in _AROUND for word in around)
