"""The EDTF string type (ISO 8601-2:2019, levels 0 and 1): form and calendar are checked, nothing is guessed.

    edtf      = date, [ "/", [ date | ".." ] ] | [ ".." ], "/", date ;
    date      = ( day | month | season | year ), [ "?" | "~" | "%" ] ;
    day       = YYYY-MM-DD | YYYY-MM-XX | YYYY-XX-XX ;
    month     = YYYY-MM | YYYY-XX ;
    season    = YYYY-21 (spring) … YYYY-24 (winter) ;
    year      = YYYY | YYYX | YYXX ;

An interval's missing end is unknown, `..` is open. Left out of the standard, because no document needs them: years
before 1 and after 9999, and times of day (`HistoricalDate.time` has those).
"""

from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_MONTH_AND_DAY = "XX(?:-XX)?|2[1-4]|(?:0[1-9]|1[0-2])(?:-(?:XX|0[1-9]|[12][0-9]|3[01]))?"
_DATE = f"[0-9]{{2}}(?:XX|[0-9](?:X|[0-9](?:-(?:{_MONTH_AND_DAY}))?))[?~%]?"
_NO_DATE = ("", "..")

PATTERN = rf"^(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE})$"


def edtf_bounds(edtf: str) -> tuple[date, date]:
    """The first and the last day that an EDTF string (levels 0 and 1) may mean.

    Qualifiers do not widen the bounds. An open or unknown end gives `date.min` or `date.max`. Winter reaches from
    December to the February after it, the other seasons have three months each (northern hemisphere).
    Raises `ValueError` for a day that is not in the calendar or an interval that ends before it begins.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _bounds_of_date(start)
    first = date.min if start in _NO_DATE else _bounds_of_date(start)[0]
    last = date.max if end in _NO_DATE else _bounds_of_date(end)[1]
    if first > last:
        raise ValueError("the interval ends before it begins")
    return first, last


def _bounds_of_date(text: str) -> tuple[date, date]:
    year, _, rest = text.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in {"", "XX"}:
        return date(max(first_year, 1) if "X" in year else first_year, 1, 1), date(last_year, 12, 31)
    if month == "24":
        next_year = first_year + 1
        end = date(next_year, 2, monthrange(next_year, 2)[1]) if first_year < date.max.year else date.max
        return date(first_year, 12, 1), end
    if month > "20":
        begin = 3 * (int(month) - 20)
        return date(first_year, begin, 1), date(first_year, begin + 2, monthrange(first_year, begin + 2)[1])
    if day in {"", "XX"}:
        return date(first_year, int(month), 1), date(first_year, int(month), monthrange(first_year, int(month))[1])
    exact = date(first_year, int(month), int(day))
    return exact, exact


def _check(edtf: str) -> str:
    if len(edtf) == len("1962-10-20") and edtf[4] == edtf[7] == "-" and "X" not in edtf:
        date.fromisoformat(edtf)
    else:
        edtf_bounds(edtf)
    return edtf


Edtf = Annotated[str, StringConstraints(pattern=PATTERN), AfterValidator(_check)]
"""A date or interval in EDTF: `1962-10-20`, `1962-10`, `1949-21`, `195X`, `1955?`, `1960-10-12/1960-10-14`, `../1950`.

The pattern stands in the published JSON Schema; the calendar and the order of intervals are checked besides it.
"""
