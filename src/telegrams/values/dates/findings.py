"""What a reader should know about a date: impossible, ambiguous, without year, not understood, or at odds."""

from telegrams.findings import finding
from telegrams.model import Diagnostic, HistoricalDate
from telegrams.model.edtf import edtf_bounds

from .parse import REACH, first_date
from .words import NO_DATE


def date_findings(date: HistoricalDate) -> tuple[Diagnostic, ...]:
    """The findings about one date, without span; the caller knows where it stands.

    TG301 the calendar has no such day; TG302 day and month may be exchanged; TG303 the year is missing;
    TG304 no date was recognised; TG305 a second date stands in the text.
    """
    if date.edtf and not date.doubtful:
        return ()
    words = date.verbatim
    if date.edtf:
        if first_date(words)[0].problem == "two-dates":
            return (finding("TG305", f"“{words}” holds more than one date; {date.edtf} is taken"),)
        return (finding("TG302", f"“{words}” may have day and month in either order; {date.edtf} is taken"),)
    problem = first_date(words)[0].problem
    if problem == "impossible":
        return (finding("TG301", f"the calendar does not have the date “{words}”"),)
    if problem == "no-year":
        return (finding("TG303", f"“{words}” does not state the year"),)
    if date.time or words.rpartition(", ")[2].strip("()[]. ").lower() in NO_DATE:
        return ()
    where = " in its first 1,000 characters" if len(words) > REACH else ""
    return (finding("TG304", f"no date was recognised in “{words[:80]}”{where}"),)


def date_disagreement(head: HistoricalDate, other: HistoricalDate, where: str) -> tuple[Diagnostic, ...]:
    """TG306 if `other`, the date `where` says (`the closer`, `the citation`), cannot be the date of the head.

    Dates agree when the days they may mean overlap: `1962-10` agrees with `1962-10-30`.
    """
    if not head.edtf or not other.edtf:
        return ()
    first, last = edtf_bounds(head.edtf)
    other_first, other_last = edtf_bounds(other.edtf)
    if first <= other_last and other_first <= last:
        return ()
    message = f"the heading is dated {head.edtf}, {where} {other.edtf}"
    return (finding("TG306", message, hint="both are kept as they stand"),)
