"""Rules of inference: by which the program concludes what the text does not state."""

from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from telegrams.model.inference import Certainty, Inference

from . import table


class Reason(NamedTuple):
    """A rule as the table has it."""

    rule: str
    """Its name, such as `year-from-document`."""
    certainty: Certainty
    sentence: str
    """What the rule says, for people."""
    right: str | None
    """How many conclusions were right of those judged by hand: `34 of 60`; none where none was seen."""


REASONS = MappingProxyType({each.rule: each for each in table("rules", Reason)})
"""All rules by their names, in the order of the table."""


@cache
def inference(rule: str) -> Inference:
    """The conclusion by a rule. Raises `KeyError` for a rule that the table does not have."""
    return Inference(certainty=REASONS[rule].certainty, rule=rule)
