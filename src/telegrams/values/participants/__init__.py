"""The lines under PARTICIPANTS in the head of a record → who takes part.

    list := (side | [label ":"] person {("," | ";" | "and") person})*

`sides` tells the headings of groups, `persons` cuts a line into persons, `offices` reads what is said of one.
"""

from telegrams.values.participants.lists import Listed, may_take_part, read_participants
from telegrams.values.participants.sides import read_sides

__all__ = ["Listed", "may_take_part", "read_participants", "read_sides"]
