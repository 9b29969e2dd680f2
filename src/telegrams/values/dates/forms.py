"""The forms of date that are understood: each has a name, a pattern and a function of `matches` that reads a match.

    day   = figure, figure?, [ "st" | "nd" | "rd" | "th" | "er" | "-го" | "." ] ;
    month = name in any known language, [ "." ] ;
    year  = four figures | two figures (19xx) | "'" two figures | two figures "[" two figures "]" ;
    to    = "-" | "–" | "/" | "to" | "until" | "through" | "and" | "or" … ;

Day, month and year may each stand in square brackets and may carry a question mark. The tables are in order: at one
place in the text the first form that matches and reads as a date wins. In a pattern the groups `y1 m1 d1` are the
date or the beginning of a span, `y2 m2 d2` its end (`r` for a roman month, `n` for one in figures, `s` for a season or
the ending of a decade); a form matches only at the place where a date may begin.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from telegrams.facts.calendar import MONTHS, SEASONS
from telegrams.values.patterns import compiled

from .figures import Default, Figured
from .matches import (
    read_both_calendars,
    read_day_figures,
    read_day_list,
    read_decade,
    read_figures,
    read_figures_span,
    read_named,
    read_roman,
    read_roman_span,
    read_season,
    read_seasons,
    read_year_and_figures,
    read_years,
)
from .words import ABOUT, PART


class Form(NamedTuple):
    """One form of date."""

    name: str
    pattern: str
    read: Callable[[re.Match[str], Default], Figured | None]
    """What a match says, with the year that holds where the words give none; none where they are no date."""
    sign: str = ""
    """A sign that stands in every such date: most texts do not have it, which is quicker told than by the pattern."""


_REACH = 80
"""So far from its beginning the sign of a date stands at most."""


_ORDINAL = r"(?:-?(?:st|nd|rd|th|d|er|ST|ND|RD|TH)|-(?:го|ого|ое|е|й|go|án|én))\b"
_DOUBT = r"(?:\?|\(\?\))?"
_BLANK_DAY = r"(?:,? (?:\?{1,2}|_{1,4}|-{2,4}|…|\[[ .…?_-]{1,5}\]))?"
_CLOCK = r" {0,2}(?:hs|hrs|hours|Z|GMT)\b"
_ABOUT = "|".join(re.escape(word.strip()) for word in ABOUT)
_PART = "|".join(re.escape(word.strip().rstrip("-")) for word in PART)


def _day(number: int) -> str:
    return rf"\[?(?P<d{number}>\d{{1,2}})(?!\d)(?:{_ORDINAL}\.?|[.º\"”»])?{_DOUBT}\]?"


def _month_name(number: int) -> str:
    return rf"\[?(?P<m{number}>[^\W\d_]{{3,12}})\.?{_DOUBT}\]?"


_NO_TIME = r"(?!\d|[.:]\d| ?[ap]\.? ?m\b| {0,2}(?:h|hs|hrs|hours)\b)"


def _year(number: int) -> str:
    long = r"\d\d\[\d\d\??\]|\d{3}\[\d\??\]|[12]\d{3}(?!\d|" + _CLOCK + ")"
    short = rf"(?:['’]\d|[2-9])\d(?![^\W\d]){_NO_TIME}"
    return rf"\[?(?P<y{number}>{long}|{short})\??\]?"


def _optional(before: str, fragment: str) -> str:
    return f"(?:{before}{fragment})?"


_DAYS = rf"(?P<days>(?P<d1>\d{{1,2}})(?:{_ORDINAL})?(?:, \d{{1,2}}(?:{_ORDINAL})?){{1,8}})"
_TO = r" {0,2}(?:[-–—/&]|(?:to|until|till|through|thru|and|or|bis)\b) {0,2}"
_OF = r",? {0,8}(?:day )?(?:(?:of|de|del) )?(?:[Tt]his [Yy]ear )?"
_STAGE = rf"(?:(?:the )?(?:{_PART}|beginning of|middle of|end of)[- ])?"
_THE = r",? {0,8}(?:the )?"
_STYLE = r"(?:,? ?(?:[ON]\. ?S\.|(?:[Oo]ld|[Nn]ew) [Ss]tyle))?"
_YEAR4 = r"\[?(?P<y1>\d{4})(?!\d)\??\]?"
_MONTH_YEAR = rf"\[?(?P<y1>[12]\d{{3}}(?!\d|{_CLOCK})|(?:['’]\d\d|3[2-9]|[4-9]\d){_NO_TIME})\??\]?"
_D1, _D2, _M1, _M2, _Y1, _Y2 = _day(1), _day(2), _month_name(1), _month_name(2), _year(1), _year(2)


def _roman(number: int) -> str:
    return rf"(?P<r{number}>[IVXivxl]{{1,4}})\b"


def _roman_year(number: int) -> str:
    return rf"(?P<y{number}>\d\d\[\d\d\]|\d{{4}}|\d\d)(?!\d)"


_ROMAN, _ROMAN_YEAR = _roman(1), _roman_year(1)
_FIGURE_DAY = r"(?P<d{0}>\d{{1,2}})\. ?(?P<n{0}>\d{{1,2}})\."

_DATE_TIME_GROUP = Form(
    "date-time-group",
    r"(?P<d1>\d\d)[0-2]\d[0-5]\dZ? (?P<m1>[A-Za-z]{3,9})\.? (?P<y1>\d{4}|\d\d)(?!\d)",
    read_named,
)
_YEAR_SUPPLIED = Form("year-supplied", r"(?P<y1>\d\d\[\d\d\??\]|\d{3}\[\d\??\])", read_named, "[")

FORMS_FROM_DAY: tuple[Form, ...] = (
    Form(
        "day-list-month-year",
        rf"{_DAYS},? (?:and|or|&) {_D2}{_OF}{_M2}{_optional(_OF, _Y2)}",
        read_day_list,
        ",",
    ),
    Form("day-day-in-brackets-month-year", rf"{_D1} ?\({_D2}\) {_M2}{_optional(_OF, _Y2)}", read_both_calendars, "("),
    Form(
        "day-month-day-month-in-brackets-year",
        rf"{_D1}{_OF}{_M1} ?\({_D2}{_OF}{_M2}{_optional(_OF, _Y1)}{_STYLE}\){_optional(_OF, _Y2)}",
        read_both_calendars,
        "(",
    ),
    Form(
        "day-month-month-day-in-brackets-year",
        rf"{_D1}{_OF}{_M1} ?\({_M2} {_D2}{_optional(_OF, _Y1)}{_STYLE}\){_optional(_OF, _Y2)}",
        read_both_calendars,
        "(",
    ),
    Form("days-month-year", f"{_D1}{_TO}{_D2}{_OF}{_M2}{_optional(_OF, _Y2)}", read_named),
    Form(
        "day-month-day-month-year",
        f"{_D1}{_OF}{_M1}{_optional(_OF, _Y1)}{_TO}{_D2}{_OF}{_M2}{_optional(_OF, _Y2)}",
        read_named,
    ),
    Form(
        "day-roman-day-roman-year",
        rf"(?P<d1>\d{{1,2}})[./ ]{{1,2}}{_roman(1)}(?:[./ ]{{1,2}}{_roman_year(1)})?\.?{_TO}"
        rf"(?P<d2>\d{{1,2}})[./ ]{{1,2}}{_roman(2)}[./ ]{{1,2}}{_roman_year(2)}",
        read_roman_span,
    ),
    Form("day-month-year", f"{_D1}{_OF}{_M1}{_optional(_OF, _Y1)}", read_named),
    Form("day-dash-month-year", r"(?P<d1>\d{1,2})-(?P<m1>[^\W\d_]{3,12})-(?P<y1>\d{4}|\d\d)(?!\d)", read_named, "-"),
    Form(
        "days-roman-year",
        rf"(?P<d1>\d{{1,2}})\.? ?[-–—] ?(?P<d2>\d{{1,2}})[./ ]{{1,2}}{_roman(2)}[./ ]{{1,2}}{_roman_year(2)}",
        read_roman_span,
    ),
    Form(
        "day-day-roman-year",
        rf"(?P<d1>\d{{1,2}})[./](?P<d2>\d{{1,2}})[./]{_ROMAN}[./ ]{{1,2}}{_ROMAN_YEAR}",
        read_roman,
    ),
    Form(
        "day-roman-year",
        rf"(?P<d1>\d{{1,2}})[./ -]{{1,2}}{_ROMAN}[./ -]{{1,2}}(?:{_ROMAN_YEAR})?",
        read_roman,
    ),
    Form("day-roman", rf"(?P<d1>\d{{1,2}})/{_ROMAN}", read_roman),
    Form(
        "days-figures",
        r"(?P<d1>\d{1,2})\.? ?[-–/] ?(?P<d2>\d{1,2})\. ?(?P<n1>\d{1,2})\. ?(?P<y1>\d{4}|\d\d)(?!\d)",
        read_day_figures,
        ".",
    ),
    Form(
        "figures-span",
        rf"{_FIGURE_DAY.format(1)} ?(?P<y1>\d{{4}})?{_TO}{_FIGURE_DAY.format(2)} ?(?P<y2>\d{{4}}|\d\d)(?!\d)",
        read_figures_span,
        ".",
    ),
    Form(
        "figures",
        r"(?P<d1>\d{1,2})(?P<sign>[./-]) ?(?P<n1>\d{1,2})(?P=sign) ?(?P<y1>\d{4}|\d\d)(?!\d|[.:/]\d)",
        read_figures,
    ),
    _YEAR_SUPPLIED,
)
"""Forms that begin with a day in figures."""

FORMS_FROM_YEAR: tuple[Form, ...] = (
    Form(
        "iso-span",
        r"(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)/(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)",
        read_named,
        "/",
    ),
    Form(
        "year-month-day-figures",
        r"(?P<y1>\d{4})(?P<sign>[-./]) ?(?P<m1>\d{1,2})(?P=sign) ?(?P<d1>\d{1,2})(?!\d)",
        read_named,
    ),
    Form("year-figures", r"(?P<y1>1[6-9]\d\d|20\d\d)[-–/](?P<n1>\d\d)(?![\w/.-])", read_year_and_figures),
    Form(
        "ideographs", r"(?P<y1>\d{4}) ?[年년](?: ?(?P<m1>\d{1,2}) ?[月월](?: ?(?P<d1>\d{1,2}) ?[日일])?)?", read_named
    ),
    Form("year-month-day", rf"{_YEAR4}\.?,? {{0,2}}{_M1} {{0,2}}{_D1}", read_named),
    Form(
        "years",
        rf"(?P<y1>1[6-9]\d\d|20\d\d)(?!\d)(?P<s1>['’]?s\b)?{_TO}(?:the )?(?P<about>(?:{_ABOUT}) ?)?(?:(?:{_PART})[- ])?"
        r"(?P<y2>(?:1[6-9]|20)?\d\d)(?P<s2>['’]?s)?(?!\w)",
        read_years,
    ),
    Form("decade", r"(?P<y1>1[6-9]\d|20\d)0['’]?s\b", read_decade),
    Form("year", r"(?P<y1>1[6-9]\d\d|20\d\d)(?!\w|/\d| {0,2}(?:hs|hrs|hours)\b)\??", read_named),
)
"""Forms that begin with a year of four figures."""

FORMS_FROM_MONTH: tuple[Form, ...] = (
    Form(
        "month-day-month-day-year",
        f"{_M1}{_THE}{_D1}{_optional(_OF, _Y1)}{_TO}{_M2}{_THE}{_D2}{_optional(_OF, _Y2)}",
        read_named,
    ),
    Form(
        "month-day-list-year",
        rf"{_M1}{_THE}{_DAYS},? (?:and|or|&) {_D2}{_optional(_OF, _Y2)}",
        read_day_list,
        ",",
    ),
    Form("month-day-day-in-brackets-year", rf"{_M1} {_D1} ?\({_D2}\){_optional(_OF, _Y2)}", read_both_calendars, "("),
    Form(
        "month-day-month-day-in-brackets-year",
        rf"{_M1} {_D1} ?\({_M2} {_D2}{_optional(_OF, _Y1)}{_STYLE}\){_optional(_OF, _Y2)}",
        read_both_calendars,
        "(",
    ),
    Form("month-days-year", f"{_M1}{_THE}{_D1}{_TO}{_D2}{_optional(_OF, _Y2)}", read_named),
    Form("month-day-year", f"{_M1}{_THE}{_D1}{_optional(_OF, _Y1)}", read_named),
    Form("month-month-year", f"{_M1}{_optional(_OF, _Y1)}{_TO}{_STAGE}{_M2}{_OF}{_Y2}", read_named),
    Form("month-year", rf"{_M1}{_BLANK_DAY}{_OF}{_MONTH_YEAR}", read_named),
)
"""Forms that begin with the name of a month."""

FORMS_FROM_SEASON: tuple[Form, ...] = (
    Form(
        "seasons-year",
        rf"(?P<s1>[^\W\d_]{{4,6}}){_TO}(?:the )?(?P<s2>[^\W\d_]{{4,6}}),? (?:of )?\[?(?P<y1>\d{{4}})(?!\d)",
        read_seasons,
    ),
    Form(
        "season-year-season-year",
        rf"(?P<s1>[^\W\d_]{{4,6}}),? (?:of )?(?P<y1>\d{{4}}){_TO}(?:the )?"
        r"(?P<s2>[^\W\d_]{4,6}),? (?:of )?(?P<y2>\d{4})(?!\d)",
        read_seasons,
    ),
    Form(
        "season-year",
        r"(?P<s1>[^\W\d_]{4,6}),? (?:of )?\[?(?P<y1>\d{4}|['’]\d\d)(?!\d)(?:[-/–]\d{2,4})?\??",
        read_season,
    ),
)
"""Forms that begin with the name of a season."""

_FORMS_FROM_FIGURES: Mapping[int, tuple[Form, ...]] = MappingProxyType(
    {1: FORMS_FROM_DAY, 2: FORMS_FROM_DAY, 3: (_YEAR_SUPPLIED,), 4: FORMS_FROM_YEAR, 6: (_DATE_TIME_GROUP,)}
)


def forms_from(word: str) -> tuple[Form, ...]:
    """The forms that may begin with a number, by the count of its figures, or with a word in lower case."""
    if word.isdecimal():
        return _FORMS_FROM_FIGURES.get(len(word), ())
    return FORMS_FROM_MONTH if word in MONTHS else FORMS_FROM_SEASON if word in SEASONS else ()


def matches(forms: Sequence[Form], text: str, start: int, end: int) -> Iterator[tuple[Form, re.Match[str]]]:
    """The forms whose pattern matches what begins at `start` of a text and ends at `end` at the latest, in order."""
    near = text[start : min(end, start + _REACH)]
    for form in forms:
        if form.sign in near and (match := compiled(form.pattern).match(text, start, end)):
            yield form, match
