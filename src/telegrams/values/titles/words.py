"""Text → words, with the dates in it as one word each."""

import re

from telegrams.values.titles.dating import find_dates
from telegrams.values.titles.masking import DATE, FILL, protected, shape
from telegrams.values.titles.tokens import Tokens

_CONTROL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]+")


def clean(text: str) -> str:
    """`text` as one line: white space and control characters become single blanks."""
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text
    return " ".join(filter(None, _CONTROL.sub(" ", text).split(" ")))


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
