"""Dates as historians write them, and what the program adds to them."""

from .base import Value
from .edtf import Edtf
from .inference import Inference
from .strings import ClockTime, Line


class HistoricalDate(Value):
    """A date as written, with its machine-readable form where the text allows one."""

    verbatim: Line
    """The words of the source."""
    edtf: Edtf | None = None
    """Extended Date/Time Format (ISO 8601-2), level 0 or 1, as precise as the text and no more."""
    time: ClockTime | None = None
    """Local time of day, or a span of times."""
    place: Line | None = None
    """The place of a dateline, as written."""
    doubtful: bool = False
    """True where the form allows another reading, such as day and month in either order."""
    inferred: Inference | None = None
    """Set where part of `edtf` is not in the words, such as a year taken from the document's date."""
