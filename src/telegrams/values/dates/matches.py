"""A match of a form of date → what it says. The groups of the patterns are told in `forms`."""

import re
from collections.abc import Mapping

from telegrams.facts.calendar import MONTHS, ROMAN_MONTHS, SEASONS
from telegrams.model import Inference

from .calendars import is_one_day
from .figures import (
    BOTH_CALENDARS,
    CENTURY,
    CENTURY_FROM_DOCUMENT,
    IMPOSSIBLE,
    MISREAD_ROMAN,
    PREVIOUS_YEAR,
    SHARED_YEAR,
    SUPPLIED,
    Default,
    Figured,
    Moment,
    interval,
    single,
)
from .words import DAY_FIRST

_AFTER_DOCUMENT = 20
_TWENTIETH = 1900
_FIGURES = re.compile(r"\d+")


def _year_of(match: re.Match[str], group: str, default: Default) -> tuple[int | None, Inference | None]:
    """The year of a group or else the default, and how it was completed."""
    figures = match.groupdict().get(group)
    if not figures:
        return default.year, default.inferred
    if len(figures) == 4 and match.string[match.start(group) - 1] != "[":
        return int(figures), None
    plain = "".join(filter(str.isdecimal, figures))
    if len(plain) == 2:
        return _nearest_century(int(plain), default.near)
    bracketed = match.string[match.start(group) - 1 : match.start(group)] == "[" and match.string.startswith(
        ("]", "?]"), match.end(group)
    )
    return int(plain), SUPPLIED if bracketed or "[" in figures else None


def _nearest_century(figures: int, near: int | None) -> tuple[int, Inference]:
    """Two figures of a year: of the twentieth century, or those of the document's time, not long after it."""
    latest = near + _AFTER_DOCUMENT if near else _TWENTIETH + 99
    year = latest - (latest - figures) % 100
    return year, CENTURY if _TWENTIETH <= year < _TWENTIETH + 100 else CENTURY_FROM_DOCUMENT


def _month(name: str) -> int | None:
    return int(name) if name.isdecimal() else MONTHS.get(name.lower()) or ROMAN_MONTHS.get(name)


def last_moment(groups: Mapping[str, str | None]) -> Moment:
    """The month and day at the end of a match without a year."""
    roman, name = groups.get("r2") or groups.get("r1"), groups.get("m2") or groups.get("m1")
    day = groups.get("d2") or groups.get("d1")
    month = ROMAN_MONTHS.get(roman.upper()) if roman else _month(name) if name else None
    return Moment(None, month, int(day) if day else None)


def read_named(match: re.Match[str], default: Default) -> Figured | None:
    """`October 20, 1962`, `12-14 October 1960`, `July 1970`: none where the word is not a month."""
    groups = match.groupdict()
    month, qualifier = groups.get("m1"), "?" if "?" in match[0] else ""
    start_month = _month(month) if month else None
    if month and not start_month:
        return None
    day = int(groups["d1"]) if groups.get("d1") else None
    if "y2" not in groups:
        year, inferred = _year_of(match, "y1", default)
        if year is None and day and day > 31:
            return None
        return single(Moment(year, start_month, day), inferred, qualifier)
    end_month = _month(groups["m2"]) if "m2" in groups else start_month
    if not end_month:
        return None
    end_day = int(groups["d2"]) if "d2" in groups else None
    start_year = _year_of(match, "y1", Default(near=default.near))[0] if "y1" in groups else None
    end_year, inferred = _year_of(match, "y2", default)
    if start_year and not groups.get("y2"):
        turn = (end_month, end_day or 0) < (start_month or 0, day or 0)
        end_year, inferred = start_year + turn, SHARED_YEAR
    figured = interval(Moment(start_year, start_month, day), Moment(end_year, end_month, end_day), inferred, qualifier)
    if _is_in_both_calendars(match, figured):
        return single(Moment(end_year, end_month, end_day), BOTH_CALENDARS, qualifier)
    apart = _is_either(match) or (" and " in match[0] and end_day != (day or 0) + 1 and not _between(match))
    return figured._replace(doubtful=True, problem="two-dates") if apart and figured.edtf else figured


def _is_either(match: re.Match[str]) -> bool:
    """`3 or 4 May`: the interval from the one to the other holds both, and is doubtful."""
    return " or " in match[0]


def _is_in_both_calendars(match: re.Match[str], figured: Figured) -> bool:
    """`16/29 January 1918`: one day, in the Julian and in the Gregorian calendar."""
    return "/" in match[0] and figured.edtf is not None and is_one_day(figured.edtf)


def _between(match: re.Match[str]) -> bool:
    return _before(match, 10).rstrip().lower().endswith("between")


def _before(match: re.Match[str], length: int) -> str:
    return match.string[max(0, match.start() - length) : match.start()]


def read_day_list(match: re.Match[str], default: Default) -> Figured | None:
    """`5, 6 and 7 May 1950`: a span where the days follow each other, else with doubt."""
    days = [int(day) for day in _FIGURES.findall(match["days"])]
    figured = read_named(match, default)
    gaps = days != list(range(days[0], days[0] + len(days))) or int(match["d2"]) != days[-1] + 1
    apart = gaps or _is_either(match)
    return (
        figured._replace(doubtful=apart, problem="two-dates" if apart else None)
        if figured and figured.edtf
        else figured
    )


def read_roman(match: re.Match[str], default: Default) -> Figured | None:
    """`30.X.62`, `31/XII`, `ON/27/28/X/62`; a small `l` in `xl` is read as `I`, with a question mark."""
    figure = match["r1"].replace("l", "I").upper()
    month = ROMAN_MONTHS.get(figure)
    if month is None:
        return None
    year, inferred = _year_of(match, "y1", default)
    misread = "l" in match["r1"]
    figured = single(
        Moment(year, month, int(match["d1"])),
        MISREAD_ROMAN if misread else inferred,
        "?" if misread or "?" in match[0] else "",
    )
    received = match.groupdict().get("d2")
    if received:
        days = interval(Moment(year, month, int(match["d1"])), Moment(year, month, int(received)))
        if days.edtf and is_one_day(days.edtf):
            return single(Moment(year, month, int(received)), BOTH_CALENDARS)
    other_day = bool(received) and int(received or 0) != int(match["d1"])
    return figured._replace(doubtful=other_day, problem="two-dates" if other_day else figured.problem)


def read_figures(match: re.Match[str], default: Default) -> Figured | None:
    """`10.1.1949`, `8/23/1983`: the figures decide which is the day; where both may be, the first is, with doubt.

    A word that only languages with the day first put before a date (`den 4. 11. 1975`) leaves no doubt.
    """
    first, second = int(match["d1"]), int(match["n1"])
    year, inferred = _year_of(match, "y1", default)
    if second > 12 >= first:
        return single(Moment(year, first, second), inferred)
    figured = single(Moment(year, second, first), inferred)
    ambiguous = first <= 12 and first != second and figured.edtf is not None
    ambiguous = ambiguous and not f" {_before(match, 5)}".lower().endswith(DAY_FIRST)
    return figured._replace(doubtful=True, problem="day-or-month") if ambiguous else figured


def read_day_figures(match: re.Match[str], default: Default) -> Figured | None:
    """`20./21.11.1997`: days, then the month in figures."""
    year, inferred = _year_of(match, "y1", default)
    start, end = (Moment(year, int(match["n1"]), int(match[name])) for name in ("d1", "d2"))
    return interval(start, end, inferred)


def read_year_and_figures(match: re.Match[str], _: Default) -> Figured | None:
    """`1949-05`: a month, but `1949-51` two years; where the figures may be both, a month, with doubt."""
    year, second = int(match["y1"]), int(match["n1"])
    ambiguous = second > year % 100
    if second > 12:
        return interval(Moment(year), Moment(year - year % 100 + second)) if ambiguous else None
    return single(Moment(year, second))._replace(doubtful=ambiguous, problem="day-or-month" if ambiguous else None)


def read_years(match: re.Match[str], _: Default) -> Figured | None:
    """`1950-53`, `1949/1950`, `1921 - circa 1970s`: years or decades, of which the second may be about."""
    start, end = int(match["y1"]), int(match["y2"])
    end = end if end > 99 else start - start % 100 + end
    if (" and " in match[0] and not _between(match)) or ("/" in match[0] and end != start + 1):
        return None
    first, last = _year_or_decade(start, match["s1"]), _year_or_decade(end, match["s2"])
    if start > end:
        return IMPOSSIBLE
    if first == last:
        return Figured(first)
    figured = Figured(f"{first}/{last}{'~' if match['about'] else ''}")
    return figured._replace(doubtful=True, problem="two-dates") if _is_either(match) else figured


def _year_or_decade(year: int, decade: str | None) -> str:
    return f"{year // 10}X" if decade else f"{year:04}"


def read_decade(match: re.Match[str], _: Default) -> Figured | None:
    """`1950s`."""
    return Figured(f"{match['y1']}X")


def read_season(match: re.Match[str], default: Default) -> Figured | None:
    """`Spring 1968`, `winter 1949-50`, `summer of '68`."""
    season = SEASONS.get(match["s1"].lower())
    year, inferred = _year_of(match, "y1", default)
    return Figured(f"{year:04}-{season}{'?' if '?' in match[0] else ''}", inferred) if season else None


def read_seasons(match: re.Match[str], _: Default) -> Figured | None:
    """`Spring/Summer 1955`, `Spring 1955 - Summer 1956`, `winter or spring of 1955` (it began a year before)."""
    first, last = SEASONS.get(match["s1"].lower()), SEASONS.get(match["s2"].lower())
    if not first or not last or (first == last and "y2" not in match.groupdict()):
        return None
    year = match.groupdict().get("y2")
    turn = first > last and not year
    edtf = f"{int(match['y1']) - turn:04}-{first}/{year or match['y1']}-{last}"
    if edtf[:7] > edtf[8:] or (year and match["y1"] > year):
        return IMPOSSIBLE
    figured = Figured(edtf, PREVIOUS_YEAR if turn else None)
    return figured._replace(doubtful=True, problem="two-dates") if _is_either(match) else figured


def read_roman_span(match: re.Match[str], default: Default) -> Figured | None:
    """`20.VIII - 3.IX.1968`, `20-25.VIII.68`."""
    groups = match.groupdict()
    last = ROMAN_MONTHS.get(match["r2"].upper())
    first = ROMAN_MONTHS.get(groups["r1"].upper()) if groups.get("r1") else last
    if not first or not last or (" and " in match[0] and not _between(match)):
        return None
    year, inferred = _year_of(match, "y2", default)
    start_year = _year_of(match, "y1", Default(near=default.near))[0] if groups.get("y1") else None
    return interval(Moment(start_year, first, int(match["d1"])), Moment(year, last, int(match["d2"])), inferred)


def read_both_calendars(match: re.Match[str], default: Default) -> Figured | None:
    """One day in both calendars, or no date; the new style stands last, or first.

    `3 (16) May 1917`, `25 October (7 November) 1917`, `May 3 (16), 1917`, `7 November (25 October O.S.) 1917`
    """
    groups = match.groupdict()
    month = _month(groups.get("m2") or match["m1"])
    first = _month(groups.get("m1") or match["m2"])
    year, _ = _year_of(match, "y2" if match["y2"] or not groups.get("y1") else "y1", default)
    days = (Moment(year, first, int(match["d1"])), Moment(year, month, int(match["d2"])))
    for old, new in (days, days[::-1]):
        both = interval(old._replace(year=None), new)
        if month and both.edtf and is_one_day(both.edtf):
            return single(new, BOTH_CALENDARS)
    return None


def read_figures_span(match: re.Match[str], default: Default) -> Figured | None:
    """`20.8. - 3.9.1968`, `20.08.1968-03.09.1968`: days first; with doubt where the figures allow months first."""
    figures = [int(match[name]) for name in ("d1", "n1", "d2", "n2")]
    year, inferred = _year_of(match, "y2", default)
    start_year = _year_of(match, "y1", Default(near=default.near))[0] if match["y1"] else None
    figured = interval(Moment(start_year, *figures[1::-1]), Moment(year, *figures[:1:-1]), inferred)
    doubtful = figured.edtf is not None and max(figures) <= 12
    return figured._replace(doubtful=True, problem="day-or-month") if doubtful else figured
