"""Where a date stands in a line: for readers that cut lines at their dates."""

from .figures import NO_YEAR
from .parse import dates_in
from .words import UNDATED

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
