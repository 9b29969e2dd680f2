"""The forms of date that are understood: each has a name, a pattern and a small function that reads a match.

    day   = figure, figure?, [ "st" | "nd" | "rd" | "th" | "er" | "." ] ;
    month = name in any known language, [ "." ] ;
    year  = four figures | two figures (19xx) | "'" two figures | two figures "[" two figures "]" ;
    to    = "-" | "–" | "/" | "to" | "until" | "through" | "and" … ;

Day, month and year may each stand in square brackets and may carry a question mark. The tables are in order: at one
place in the text the first form that matches and reads as a date wins. In a pattern the groups `y1 m1 d1` are the
date or the beginning of a span, `y2 m2 d2` its end; a form matches only at the place where a date may begin.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from telegrams.facts.calendar import MONTHS, ROMAN_MONTHS, SEASONS
from telegrams.model import Inference

from .figures import CENTURY, FROM_DOCUMENT, MISREAD_ROMAN, SUPPLIED, Figured, Moment, interval, single
from .words import DAY_FIRST

_FIGURES = re.compile(r"\d+")


class Form(NamedTuple):
    """One form of date."""

    name: str
    pattern: str
    read: Callable[[re.Match[str], int | None], Figured | None]
    """What a match says, with the year that holds where the words give none; none where they are no date."""


def _year_of(match: re.Match[str], group: str, default: int | None) -> tuple[int | None, Inference | None]:
    """The year of a group or else the default, and how it was completed."""
    figures = match.groupdict().get(group)
    if not figures:
        return default, FROM_DOCUMENT
    if len(figures) == 4 and match.string[match.start(group) - 1] != "[":
        return int(figures), None
    plain = "".join(filter(str.isdecimal, figures))
    if len(plain) == 2:
        return 1900 + int(plain), CENTURY
    bracketed = match.string[match.start(group) - 1 : match.start(group)] == "[" and match.string.startswith(
        ("]", "?]"), match.end(group)
    )
    return int(plain), SUPPLIED if bracketed or "[" in figures else None


def _month(name: str) -> int | None:
    return int(name) if name.isdecimal() else MONTHS.get(name.lower()) or ROMAN_MONTHS.get(name)


def _read_named(match: re.Match[str], default: int | None) -> Figured | None:
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
    start_year = _year_of(match, "y1", None)[0] if "y1" in groups else None
    end_year, inferred = _year_of(match, "y2", default)
    figured = interval(Moment(start_year, start_month, day), Moment(end_year, end_month, end_day), inferred, qualifier)
    apart = " and " in match[0] and end_day != (day or 0) + 1 and not _between(match)
    return figured._replace(doubtful=True) if apart else figured


def _between(match: re.Match[str]) -> bool:
    return _before(match, 10).rstrip().lower().endswith("between")


def _before(match: re.Match[str], length: int) -> str:
    return match.string[max(0, match.start() - length) : match.start()]


def _read_day_list(match: re.Match[str], default: int | None) -> Figured | None:
    """`5, 6 and 7 May 1950`: a span where the days follow each other, else with doubt."""
    days = [int(day) for day in _FIGURES.findall(match["days"])]
    figured = _read_named(match, default)
    gaps = days != list(range(days[0], days[0] + len(days))) or int(match["d2"]) != days[-1] + 1
    return figured._replace(doubtful=gaps) if figured else None


def _read_roman(match: re.Match[str], default: int | None) -> Figured | None:
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
    other_day = bool(received) and int(received or 0) != int(match["d1"])
    return figured._replace(doubtful=other_day, problem="two-dates" if other_day else figured.problem)


def _read_figures(match: re.Match[str], default: int | None) -> Figured | None:
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


def _read_day_figures(match: re.Match[str], default: int | None) -> Figured | None:
    """`20./21.11.1997`: days, then the month in figures."""
    year, inferred = _year_of(match, "y1", default)
    start, end = (Moment(year, int(match["n1"]), int(match[name])) for name in ("d1", "d2"))
    return interval(start, end, inferred)


def _read_year_and_figures(match: re.Match[str], _: int | None) -> Figured | None:
    """`1949-05`: a month, but `1949-51` two years; where the figures may be both, a month, with doubt."""
    year, second = int(match["y1"]), int(match["n1"])
    ambiguous = second > year % 100
    if second > 12:
        return interval(Moment(year), Moment(year - year % 100 + second)) if ambiguous else None
    return single(Moment(year, second))._replace(doubtful=ambiguous, problem="day-or-month" if ambiguous else None)


def _read_years(match: re.Match[str], _: int | None) -> Figured | None:
    start, end = int(match["y1"]), int(match["y2"])
    end = end if end > 99 else start - start % 100 + end
    if (" and " in match[0] and not _between(match)) or ("/" in match[0] and end != start + 1):
        return None
    return interval(Moment(start), Moment(end))


def _read_decade(match: re.Match[str], _: int | None) -> Figured | None:
    return Figured(f"{match['y1']}X")


def _read_season(match: re.Match[str], _: int | None) -> Figured | None:
    season = SEASONS.get(match["s1"].lower())
    return Figured(f"{match['y1']}-{season}{'?' if '?' in match[0] else ''}") if season else None


def _day(number: int) -> str:
    return rf"\[?(?P<d{number}>\d{{1,2}})(?!\d)(?:(?:st|nd|rd|th|d|er|ST|ND|RD|TH)\b|[.º\"”»])?\??\]?"


def _month_name(number: int) -> str:
    return rf"\[?(?P<m{number}>[^\W\d_]{{3,12}})\.?\??\]?"


_NO_TIME = r"(?!\d|[.:]\d| ?[ap]\.? ?m\b| {0,2}(?:h|hs|hrs|hours)\b)"


def _year(number: int) -> str:
    long = r"\d\d\[\d\d\??\]|\d{3}\[\d\??\]|\d{4}(?!\d| {0,2}(?:hs|hrs|hours)\b)"
    short = rf"(?:['’]\d|[2-9])\d(?![^\W\d]){_NO_TIME}"
    return rf"\[?(?P<y{number}>{long}|{short})\??\]?"


def _optional(before: str, fragment: str) -> str:
    return f"(?:{before}{fragment})?"


_TO = r" {0,2}(?:[-–—/&]|(?:to|until|till|through|thru|and|bis)\b) {0,2}"
_OF = r",? {0,8}(?:day )?(?:(?:of|de|del) )?"
_THE = r",? {0,8}(?:the )?"
_YEAR4 = r"\[?(?P<y1>\d{4})(?!\d)\??\]?"
_MONTH_YEAR = rf"\[?(?P<y1>\d{{4}}(?!\d)|(?:['’]\d\d|3[2-9]|[4-9]\d){_NO_TIME})\??\]?"
_D1, _D2, _M1, _M2, _Y1, _Y2 = _day(1), _day(2), _month_name(1), _month_name(2), _year(1), _year(2)
_ROMAN = r"(?P<r1>[IVXivxl]{1,4})\b"
_ROMAN_YEAR = r"(?P<y1>\d\d\[\d\d\]|\d{4}|\d\d)(?!\d)"

FORMS_FROM_DAY: tuple[Form, ...] = (
    Form(
        "date-time-group",
        r"(?P<d1>\d\d)[0-2]\d[0-5]\dZ? (?P<m1>[A-Za-z]{3,9})\.? (?P<y1>\d{4}|\d\d)(?!\d)",
        _read_named,
    ),
    Form(
        "day-list-month-year",
        rf"(?P<days>(?P<d1>\d{{1,2}})(?:, \d{{1,2}}){{1,8}}),? (?:and|&) {_D2}{_OF}{_M2}{_optional(_OF, _Y2)}",
        _read_day_list,
    ),
    Form("days-month-year", f"{_D1}{_TO}{_D2}{_OF}{_M2}{_optional(_OF, _Y2)}", _read_named),
    Form(
        "day-month-day-month-year",
        f"{_D1}{_OF}{_M1}{_optional(_OF, _Y1)}{_TO}{_D2}{_OF}{_M2}{_optional(_OF, _Y2)}",
        _read_named,
    ),
    Form("day-month-year", f"{_D1}{_OF}{_M1}{_optional(_OF, _Y1)}", _read_named),
    Form("day-dash-month-year", r"(?P<d1>\d{1,2})-(?P<m1>[^\W\d_]{3,12})-(?P<y1>\d{4}|\d\d)(?!\d)", _read_named),
    Form(
        "day-day-roman-year",
        rf"(?P<d1>\d{{1,2}})[./](?P<d2>\d{{1,2}})[./]{_ROMAN}[./ ]{{1,2}}{_ROMAN_YEAR}",
        _read_roman,
    ),
    Form(
        "day-roman-year",
        rf"(?P<d1>\d{{1,2}})[./ -]{{1,2}}{_ROMAN}[./ -]{{1,2}}(?:{_ROMAN_YEAR})?",
        _read_roman,
    ),
    Form("day-roman", rf"(?P<d1>\d{{1,2}})/{_ROMAN}", _read_roman),
    Form(
        "days-figures",
        r"(?P<d1>\d{1,2})\.? ?[-–/] ?(?P<d2>\d{1,2})\. ?(?P<n1>\d{1,2})\. ?(?P<y1>\d{4}|\d\d)(?!\d)",
        _read_day_figures,
    ),
    Form(
        "figures",
        r"(?P<d1>\d{1,2})(?P<sign>[./-]) ?(?P<n1>\d{1,2})(?P=sign) ?(?P<y1>\d{4}|\d\d)(?!\d|[.:/]\d)",
        _read_figures,
    ),
)
"""Forms that begin with a day in figures."""

FORMS_FROM_YEAR: tuple[Form, ...] = (
    Form(
        "iso-span",
        r"(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)/(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)",
        _read_named,
    ),
    Form(
        "year-month-day-figures",
        r"(?P<y1>\d{4})(?P<sign>[-./]) ?(?P<m1>\d{1,2})(?P=sign) ?(?P<d1>\d{1,2})(?!\d)",
        _read_named,
    ),
    Form("year-figures", r"(?P<y1>1[6-9]\d\d|20\d\d)[-–/](?P<n1>\d\d)(?![\w/.-])", _read_year_and_figures),
    Form(
        "ideographs", r"(?P<y1>\d{4}) ?[年년](?: ?(?P<m1>\d{1,2}) ?[月월](?: ?(?P<d1>\d{1,2}) ?[日일])?)?", _read_named
    ),
    Form("year-month-day", rf"{_YEAR4}\.?,? {{0,2}}{_M1} {{0,2}}{_D1}", _read_named),
    Form("decade", r"(?P<y1>1[6-9]\d|20\d)0['’]?s\b", _read_decade),
    Form("years", rf"(?P<y1>1[6-9]\d\d|20\d\d)(?!\d){_TO}(?P<y2>(?:1[6-9]|20)?\d\d)(?!\w)", _read_years),
    Form("year", r"(?P<y1>1[6-9]\d\d|20\d\d)(?!\w|/\d| {0,2}(?:hs|hrs|hours)\b)\??", _read_named),
)
"""Forms that begin with a year of four figures."""

FORMS_FROM_WORD: tuple[Form, ...] = (
    Form(
        "month-day-month-day-year",
        f"{_M1}{_THE}{_D1}{_optional(_OF, _Y1)}{_TO}{_M2}{_THE}{_D2}{_optional(_OF, _Y2)}",
        _read_named,
    ),
    Form("month-days-year", f"{_M1}{_THE}{_D1}{_TO}{_D2}{_optional(_OF, _Y2)}", _read_named),
    Form("month-day-year", f"{_M1}{_THE}{_D1}{_optional(_OF, _Y1)}", _read_named),
    Form("month-month-year", f"{_M1}{_optional(_OF, _Y1)}{_TO}{_M2}{_OF}{_Y2}", _read_named),
    Form("month-year", rf"{_M1}{_OF}{_MONTH_YEAR}", _read_named),
    Form(
        "season-year",
        r"(?P<s1>[^\W\d_]{4,6}),? (?:of )?\[?(?P<y1>\d{4})(?!\d)(?:[-/–]\d{2,4})?\??",
        _read_season,
    ),
)
"""Forms that begin with a word."""
