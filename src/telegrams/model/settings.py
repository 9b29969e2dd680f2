"""Where, when and among whom a conversation took place, as the head of its record says."""

from .base import Value
from .dates import HistoricalDate
from .parties import Party
from .strings import Line


class Participant(Party):
    """A party that takes part, in the group of the list in which it stands."""

    side: Line | None = None
    """The heading of the group, as written: `Soviet Side`, `Department of State`."""


class Setting(Value):
    """What the labels PARTICIPANTS, DATE, TIME and PLACE at the head of a text say (TEI `setting`)."""

    participants: tuple[Participant, ...] = ()
    date: HistoricalDate | None = None
    time: Line | None = None
    """What stands under a label of its own for the time, as written."""
    place: Line | None = None
    """What stands under a label of its own for the place, as written."""
