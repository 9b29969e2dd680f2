"""What the program concludes, and by which rule (`telegrams.facts.rules`)."""

from typing import Literal, get_args

from .base import Value
from .strings import Token

Certainty = Literal["high", "medium", "low"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


class Inference(Value):
    """Marks a value that the program concluded and the text does not state."""

    certainty: Certainty
    """How sure the rule is."""
    rule: Token
    """The name of the rule that drew the conclusion, such as `year-from-document`."""
