"""Dates in the words of historians: one string → one date, and the dates that running prose mentions."""

from telegrams.model.edtf import edtf_bounds as parse_edtf_bounds

from .findings import date_disagreement, date_findings
from .mentions import DateMention, find_dates
from .parse import parse_date
from .spans import date_span, is_only_date

__all__ = [
    "DateMention",
    "date_disagreement",
    "date_findings",
    "date_span",
    "find_dates",
    "is_only_date",
    "parse_date",
    "parse_edtf_bounds",
]
