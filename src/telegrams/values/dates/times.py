"""Times of day: `4.45 p.m.`, `700hs`, `between 1000 and 1130 hours`."""

import re

from telegrams.values.patterns import compiled

_SPAN = r" {0,2}(?:[-–—]|(?:to|until|till|and|through)\b) {0,2}"
_HALF = r" ?(?:[apAP]\.? ?[mM]\b\.?|noon\b|midnight\b)"
_HOURS = r" {0,2}(?:hours|hrs|hs|h|o['’]clock|Uhr|Z|GMT)\b"
_TIME = (
    rf"(?<![\d.:/,])(?P<h1>\d{{1,2}})(?P<mark1>[:.]|h(?=[0-5]))?(?P<n1>[0-5]\d)?(?!\d)(?::[0-5]\d(?!\d))?(?P<half1>{_HALF})?"
    rf"(?:(?:{_HOURS})?{_SPAN}(?P<h2>\d{{1,2}})[:.]?(?P<n2>[0-5]\d)?(?!\d)(?P<half2>{_HALF})?)?(?P<hours>{_HOURS})?"
    r"(?![./:]\d)"
)
_NOON = r"(?i)[ ,;:.—–-]{0,4}(?:at |12 )?noon\b"
_NOON_BEFORE = re.compile(r"\bnoon,?(?: (?:on|of))? $", re.IGNORECASE)
_LEAD_IN = r"(?i)(?:^[ .,;:]*|\b(?:at|time|um|from|between)[ :.]{1,3})$"


def find_time(text: str, start: int, end: int) -> str | None:
    """The first time of day in `text[start:end]` as `hh:mm` or `hh:mm/hh:mm`; none without a sign that it is a time.

    time = figures, ( ":" | half of the day | "hours" ) | lead-in, figures, ".", figures ;  half = "a.m." | "p.m." …

    A bare dotted figure counts after `at` or right at `start` (where the date ended).
    """
    for match in compiled(_TIME).finditer(text, start, end):
        if match["mark1"] and not match["n1"]:
            continue
        before = text[max(start, match.start() - 10) : match.start()]
        dotted = match["mark1"] == "." and compiled(_LEAD_IN).search(before)
        colon = match["mark1"] in {":", "h"}
        if colon or match["half1"] or match["half2"] or match["hours"] or dotted:
            time = _clock_times(match)
            if time:
                return time
    return None


def find_noon(text: str, start: int, end: int) -> str | None:
    """`12:00` for a bare `noon` before or behind the date in `text[start:end]`."""
    return "12:00" if compiled(_NOON).match(text, end) or _NOON_BEFORE.search(text[:start]) else None


def _clock_times(match: re.Match[str]) -> str | None:
    first_half, last_half = match["half1"], match["half2"]
    stated = match["h2"] and (match["n2"] or last_half or match["hours"])
    end = _clock_time(match["h2"], match["n2"], last_half) if stated else None
    begin = _clock_time(match["h1"], match["n1"], first_half or last_half)
    if end and begin and begin > end and not first_half:
        begin = _clock_time(match["h1"], match["n1"], None)
    if not begin:
        return None
    return f"{begin}/{end}" if end else begin


def _clock_time(hour: str, minute: str | None, half: str | None) -> str | None:
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            half = None
        else:
            sign = half.strip()[0].lower()
            number = number % 12 + (12 if sign in "pn" else 0)
    return f"{number:02}:{minute or '00'}" if number < 24 else None
