"""What the program concludes, and by which rule. All rules, how sure each is and what it says stand in `rules.tsv`."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from .base import Value
from .known import one_of
from .strings import Token

Certainty = Literal["high", "medium", "low"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


class Inference(Value):
    """Marks a value that the program concluded and the text does not state."""

    certainty: Certainty
    """How sure the rule is."""
    rule: Token
    """The name of the rule that drew the conclusion, such as `year-from-document`."""


class Reason(NamedTuple):
    """A rule by which the program concludes something."""

    certainty: Certainty
    sentence: str
    """What the rule says, for people."""
    right: str
    """How many conclusions were right of those judged by hand: `34 of 60`; empty where none was seen."""


@cache
def reasons() -> MappingProxyType[str, Reason]:
    """All rules by their names, in the order of the table."""
    lines = (Path(__file__).parent / "rules.tsv").read_text("utf-8").splitlines()
    _, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return MappingProxyType({rule: Reason(one_of(CERTAINTIES, sure), *words) for rule, sure, *words in rows})


@cache
def inference(rule: str) -> Inference:
    """The conclusion by a rule. Raises `KeyError` for a rule that the table does not have."""
    return Inference(certainty=reasons()[rule].certainty, rule=rule)
