"""Text → words, with the dates in it as one word each."""

from telegrams.values.titles.dating import find_dates
from telegrams.values.titles.masking import DATE, FILL, protected, shape
from telegrams.values.titles.tokens import Tokens


def tokenise(text: str) -> tuple[Tokens, list[tuple[int, int]]]:
    """The words of a clean text, and where its dates stand."""
    form, dates = shape(text, protected(text)), find_dates(text)
    if dates:
        pieces, done = [], 0
        for start, end in dates:
            if form[start] != FILL:
                pieces += [form[done:start], DATE * (end - start)]
                done = end
        form = "".join([*pieces, form[done:]])
    return Tokens(text, form), dates
