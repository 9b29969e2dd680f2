"""The parties and the subject of a title in the making, and the rule by which each party is one."""

from dataclasses import dataclass, field

from telegrams.model.parties import Kind
from telegrams.values.titles.clauses import Clause
from telegrams.values.titles.designations import Extent
from telegrams.values.titles.drafts import PartyDraft
from telegrams.values.titles.senses import Sense
from telegrams.values.titles.series import Series

_RULES = {
    Sense.OPEN: "party-behind-kind",
    Sense.FROM: "party-behind-from",
    Sense.BY: "party-behind-by",
    Sense.OF: "party-behind-of",
    Sense.TO: "party-behind-to",
    Sense.FOR: "party-behind-to",
    Sense.BETWEEN: "party-behind-between",
    Sense.WITH: "party-behind-with",
    Sense.VIA: "party-behind-via",
}
"""The rule by which the words under a label are parties."""


@dataclass(slots=True)
class Parts:
    """The parties and the subject in the making."""

    senders: list[PartyDraft] = field(default_factory=list)
    recipients: list[PartyDraft] = field(default_factory=list)
    via: list[PartyDraft] = field(default_factory=list)
    participants: list[PartyDraft] = field(default_factory=list)
    subject: str | None = None
    kind: Kind = "other"
    number: str | None = None
    word: str = ""
    """The word that names the kind."""
    extent: Extent | None = None
    rival: tuple[Clause, ...] = ()
    """Another way to cut the words that is as good: then no party is named."""


def marked(series: Series, label: Sense) -> Series:
    """The parties with the rule by which they are: the mark of their clause."""
    for party in series.parties:
        party.rule = _RULES[label]
    return series
