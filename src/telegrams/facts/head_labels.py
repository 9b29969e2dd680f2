"""The labels at the head of a text: `SUBJECT`, `PARTICIPANTS`, and of what they tell."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from telegrams.facts import table

HeadField = Literal["subject", "participants", "date", "time", "place", "copies", "other"]
How = Literal["is", "heads", "either", "begins", "labels", "ends"]


class OpenerRow(NamedTuple):
    """A row of the table `openers`; `telegrams.reading.formulas` says how it is read."""

    role: str
    how: How
    field: HeadField
    words: tuple[str, ...]


OPENERS = table("openers", OpenerRow)
HEAD_FIELDS: Mapping[str, HeadField] = MappingProxyType(
    {words: row.field for row in OPENERS if row.field != "other" for words in row.words}
)
"""The labels that tell something of the conversation or of the paper, in lower case."""
