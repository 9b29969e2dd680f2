"""Hypothesis strategies for the small values of Documents: hostile but legal strings, tokens, dates."""

import random
from datetime import date
from typing import Literal, get_args, get_origin

from hypothesis import strategies as st

from telegrams.model import (
    HistoricalDate,
    Inference,
)

HOSTILE = (
    "\u0085", "\u2028", "\u2029", "\u00a0", "\u007f", "\u009f", "e\u0301", "\u200b", "\u200f\u05d0", "\u202e", "\ufeff",
    "\U0001d11e", "\U0010ffff", "\ufdd0", "\u3000", "\ue000", "]]>", "&amp;", "&#10;", "<b>", "</p>", "<!--", "-->",
    "<?x?>", '"', "'", "“x”", "[x]", "(", ")", "**", "\\", "\\u000C", "%", "{", "|", "#", "`", "*", "_", "- x", "1.",
)  # fmt: skip
WORDS = ("Kuznetsov", "telegram", "Moscow", "No.", "1255", "the", "30.X.62", "ЦК", "北京", "a", "B.", "of", "Date:")

_CHARACTERS = st.characters(min_codepoint=0x21, codec="utf-8", exclude_characters="\ufffe\uffff")


def _pool(count):
    """Lines made of the words and the hostile pieces: one draw for a whole line keeps the laws quick."""
    rng = random.Random(1962)
    pieces = (*WORDS, *HOSTILE)
    made = {
        " ".join("".join(rng.choices(pieces, k=rng.choice((1, 1, 2)))) for _ in range(rng.choice((1, 2, 3))))
        for _ in range(count)
    }
    return (*pieces, *sorted(made))


_LINES = _pool(300)
lines = st.sampled_from(_LINES)
"""Strings of the type `Line`."""
maybe_lines = st.sampled_from((*[None] * (len(_LINES) // 2), *_LINES))
_free = st.text(_CHARACTERS, min_size=1, max_size=4)
runs = st.one_of(
    st.sampled_from(
        (
            " ",
            *_LINES,
            *(f" {line}" for line in _LINES),
            *(f"{line} " for line in _LINES),
            *(f" {line} " for line in _LINES),
        )
    ),
    _free,
)
"""Strings of the type `Run`."""
tokens = st.sampled_from(("year-from-document", "a", "0", "A.b:c_d-e", "x:", "9..", "cut-sentence", "Z" * 200))
numbers = st.sampled_from(("1", "2", "1255", "a", "B", "7/8", "1.2", "-", ".", "/", "0", "999999999", "9" * 20, "1-a"))
record_ids = st.sampled_from(("1", "111779", "0", "000", "9" * 12))
language_tags = st.sampled_from(("en", "ru", "zh-Hant", "und", "EN", "sr-Latn-RS", "abc-12345678", "xx-1a"))
clock_times = st.sampled_from(("09:30", "00:00", "23:59", "29:59", "24:00", "09:00/10:30", "29:00/00:00"))
_days = st.one_of(
    st.sampled_from(("1962-10-20", "1962-10-30", "1000-01-01", "9999-12-31", "1964-02-29")),
    st.dates(min_value=date(1000, 1, 1)).map(str),
)
_qualified = st.builds(
    lambda day, cut, mark: day[:cut] + mark,
    _days,
    st.sampled_from((4, 7, 10)),
    st.sampled_from(("", "", "?", "~", "%")),
)
edtf = st.one_of(
    _days,
    _qualified,
    st.builds(lambda first, last: "/".join(sorted((first, last))), _days, _days),
    st.builds("{}/{}".format, _qualified, st.sampled_from(("", ".."))),
    st.builds("{}/{}".format, st.sampled_from(("", "..")), _qualified),
    st.sampled_from(
        ("196X", "19XX", "1962-XX", "1962-XX-XX", "1962-10-XX", "1962-21", "9999-24", "0001", "00XX", "000X~")
    ),
)
"""Strings of the type `Edtf`."""


def optional(strategy):
    return st.one_of(st.none(), strategy)


def some(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


inferences = st.builds(Inference, certainty=st.sampled_from(("high", "medium", "low")), rule=tokens)


@st.composite
def dates(draw):
    """A `HistoricalDate`; its place often stands in its words."""
    place = draw(maybe_lines)
    verbatim = draw(lines)
    if place is not None and draw(st.booleans()):
        verbatim = f"{place}, {verbatim}"
    return HistoricalDate(
        verbatim=verbatim,
        edtf=draw(optional(edtf)),
        time=draw(optional(clock_times)),
        place=place,
        doubtful=draw(st.booleans()),
        inferred=draw(optional(inferences)),
    )


def values_of(model, field):
    """The values that a `Literal` or `bool` field allows, None with them where the field may be empty."""
    annotation = model.model_fields[field].annotation
    if annotation is bool:
        return st.booleans()
    options = [annotation, *get_args(annotation)] if get_origin(annotation) is not Literal else [annotation]
    found = [value for option in options if get_origin(option) is Literal for value in get_args(option)]
    return st.sampled_from(found + [None] * (len(options) > 1)) if found else None
