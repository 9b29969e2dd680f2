"""One string → one date."""

import re
from collections.abc import Iterator

from telegrams.facts.calendar import MONTHS
from telegrams.model import HistoricalDate
from telegrams.values.blanks import folded, one_line
from telegrams.values.patterns import compiled

from .calendars import in_our_calendar
from .figures import NO_YEAR, SUPPLIED, Default, Figured, Moment, single
from .forms import forms_from, matches
from .places import find_place
from .times import find_noon, find_time
from .words import (
    ABOUT,
    ABOUT_BEHIND,
    DISPATCH,
    DOUBT,
    NO_DATE,
    NOT_AFTER,
    NOT_BEFORE,
    NUMBER,
    OR_EARLIER,
    OR_LATER,
    PART,
)

REACH = 1_000
"""So many characters of a text are searched for a date."""
_USUAL = re.compile(r"([A-Z][a-z]{2,8})(?: (\d{1,2}),|,?) (\d{4})")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_BARE = {"year", "years", "decade", "year-figures"}
_JOINERS = ("/", "-", ".", "#", ",")
_SIC = re.compile(r"\[(?:sic|SIC|Sic)\]")
_STAGE = rf"(?: the)?(?: (?:{'|'.join(word.strip(' -') for word in PART)}|(?:beginning|middle|end) of(?: the)?))?-?$"
_WRITTEN = rf"(?: (?:{'|'.join(sorted(DISPATCH))}))?(?: (?:in|on|of|from))?$"
_OPEN = r"\]? ?[-–—] ?(?:present|now|today|\[?n\.d\.\]?|\?)$"
_DASH = r"\]? ?[-–—]$"
_RECEIVED = r"[^\w] ?(?:and )?[Rr]ec(?:eived|['’]d|d)\b"
_ALONE = re.compile(r"(?:^|[(\[;:,] ?)(before|prior to|after)$")
"""`before 3 May`, `no date (before May 1949)`; not `the week before 3 May`."""
_QUESTION = re.compile(r" ?[\])]?[\[(]?\?")


def parse_date(text: str) -> HistoricalDate:
    """Read one date in the words of the source: `October 20, 1962`, `30.X.62`, `Moscow, 12-14 October 1960, 4 p.m.`

    `text` is one line; runs of white space and control characters become a blank. Words around the date are ignored,
    except those that change it (`circa`, `not later than` …) and its place. What no form of the tables in
    `telegrams.values.dates.forms` knows, or the calendar does not, has no `edtf`; nothing is more precise than the
    words. A two-figure year is read as 19xx and marked. `doubtful` is set where the day may be the month and where a
    second date stands in the text. Only the first 1,000 characters are searched.

    Raises `ValueError` only for a text without any visible character.
    """
    usual = _USUAL.fullmatch(text)
    if usual and (month := MONTHS.get(usual[1].lower())):
        figured = single(Moment(int(usual[3]), month, int(usual[2]) if usual[2] else None))
        return HistoricalDate(verbatim=text, edtf=figured.edtf)
    line = one_line(text)
    if not line:
        raise ValueError("a text without visible characters is no date")
    figured, start, end = first_date(line)
    return HistoricalDate(
        verbatim=line,
        edtf=figured.edtf,
        time=_time(line, start, end),
        place=find_place(line[:start], line[end:]) if end else _place_without_date(line),
        doubtful=figured.doubtful,
        inferred=figured.inferred if figured.edtf else None,
    )


def first_date(line: str) -> tuple[Figured, int, int]:
    """What the first date in a line says, and where its words stand; `(…, 0, 0)` where there is none.

    A date with a year goes before one without.
    """
    plain = folded(line[:REACH])
    if "[" in plain:
        plain = _SIC.sub(lambda match: " " * len(match[0]), plain)
    without_year = (Figured(None), 0, 0)
    for start, end, figured in dates_in(plain):
        if figured.problem == NO_YEAR.problem:
            without_year = without_year if without_year[2] else (figured, start, end)
            continue
        ours, behind = in_our_calendar(figured, plain, end)
        return _with_other_dates(_qualify(ours, plain, start, behind), plain, behind), start, behind
    return without_year


def dates_in(plain: str, start: int = 0) -> Iterator[tuple[int, int, Figured]]:
    """The dates of a text from `start` on, without overlap: where each begins and ends, and what it says."""
    end = start
    for token in _TOKEN.finditer(plain, start):
        position = token.start()
        if position < end or plain.startswith(":", position - 1):
            continue
        word = token[0].lower()
        forms = forms_from(word)
        if not forms or (not word.isdecimal() and plain.startswith("de ", position - 3)):
            continue
        without_year = None
        for form, match in matches(forms, plain, position, len(plain)):
            figured = form.read(match, Default())
            if not figured or (form.name in _BARE and numbers_something(plain, position)):
                continue
            if figured.problem == NO_YEAR.problem:
                without_year = without_year or (position, match.end(), figured)
                continue
            end = match.end()
            yield position, end, figured
            break
        else:
            if without_year:
                yield without_year


def numbers_something(plain: str, position: int) -> bool:
    """Whether bare figures are part of a number: `00303/1954`, `No. 1797`; not so in `c.1950`, `mid-1950`."""
    head = f" {plain[max(0, position - 12) : position].lower()}"
    if head.endswith(_JOINERS):
        return not head.endswith((*ABOUT, *PART))
    return head.rstrip().endswith(NUMBER)


def _qualify(figured: Figured, plain: str, start: int, end: int) -> Figured:
    """Add what the words right before and behind a date say: about, doubt, the first or last day possible."""
    edtf = figured.edtf
    if not edtf or (not start and end == len(plain)):
        return figured
    head = f" {plain[max(0, start - 30) : start].lower()}".replace("[", " ").replace("(", " ").rstrip(" ")
    head = compiled(_STAGE).sub("", head)
    alone = _ALONE.search(compiled(_STAGE).sub("", plain[max(0, start - 30) : start].lower().rstrip(" ")))
    supplied = head.endswith(DOUBT) and plain[start - 1 : start] in {"[", "("}
    about = head.endswith(ABOUT) or plain[end : end + 12].lower().lstrip(" ([,").startswith(ABOUT_BEHIND)
    doubt = compiled(_WRITTEN).sub("", head).endswith(DOUBT) or edtf.endswith("?") or bool(_QUESTION.match(plain, end))
    qualifier = "%" if about and doubt else "~" if about else "?" if doubt else ""
    if qualifier:
        edtf = "/".join(part.rstrip("?~%") + qualifier for part in edtf.split("/"))
    if "/" not in edtf:
        tail = plain[end : end + 20].lower()
        if head.endswith(NOT_AFTER) or (alone and alone[1] != "after") or tail.startswith(OR_EARLIER):
            edtf = f"../{edtf}"
        elif (
            head.endswith(NOT_BEFORE)
            or (alone and alone[1] == "after")
            or tail.startswith(OR_LATER)
            or _goes_on(edtf, plain, end)
        ):
            edtf = f"{edtf}/.."
    return figured._replace(edtf=edtf, inferred=SUPPLIED if supplied else figured.inferred)


def _goes_on(edtf: str, plain: str, end: int) -> bool:
    """`1951-present`, `1951-`; a dash behind a day leads to its time as well."""
    return bool(compiled(_OPEN).match(plain, end) or (edtf.isdecimal() and compiled(_DASH).match(plain, end)))


def _with_other_dates(figured: Figured, plain: str, end: int) -> Figured:
    """Mark a date as doubtful where another day stands behind it: sent and received."""
    for _, _, other in dates_in(plain, end):
        if other.edtf and len(other.edtf) >= len("1962-10-20") and other.edtf != figured.edtf:
            return figured._replace(doubtful=True, problem="two-dates")
    return figured


def _place_without_date(line: str) -> str | None:
    """`Oslo, undated`."""
    place, comma, words = line.rpartition(", ")
    return find_place(place + comma, "") if words.lower().rstrip(".") in NO_DATE else None


def _time(line: str, start: int, end: int) -> str | None:
    """The time of day behind a date, or else before it; not that of receipt."""
    received = compiled(_RECEIVED).search(line, end, end + 60) if end else None
    stop = received.start() if received else min(len(line), end + 60)
    return (
        find_noon(line, start, end)
        or find_time(line, end, stop)
        or (find_time(line, max(0, start - 60), start) if end else None)
    )
