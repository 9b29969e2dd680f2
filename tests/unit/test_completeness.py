"""Tables keyed by kind are complete. Writers dispatch by `match` with `assert_never`, which mypy proves; readers of a
foreign vocabulary have tables keyed by its words, and what those make must be all that the model has.
"""

from typing import get_args, get_type_hints

import pytest

from telegrams.formats.tei import read_inline
from telegrams.model.body import Container, Inline, Mark, Text
from telegrams.model.known import known, one_of


def classes(union):
    """The classes of a union of the model, such as `Inline`, or of what a function returns."""
    found = get_args(union) or (union,)
    return {each for part in found for each in (classes(part) if get_args(part) else {part}) if isinstance(each, type)}


def inlines():
    return {each for each in classes(Inline) if hasattr(each, "model_fields") and "type" in each.model_fields}


def test_every_inline_is_text_a_mark_or_a_container():
    assert inlines() == {Text, *get_args(Mark), *get_args(Container)}
    assert {each for each in inlines() if "content" in each.model_fields} == set(get_args(Container))


def test_some_element_is_read_as_each_inline():
    made = {each for read in read_inline.READERS.values() for each in classes(get_type_hints(read)["return"])}
    assert made - {type(None)} == inlines() - {Text}, "an inline that no element of TEI gives: read_inline.READERS"


def test_a_word_of_a_closed_list():
    words = ("high", "low")
    assert known(words, "low") == "low"
    assert known(words, "Low") is None
    assert known(words, None) is None
    assert one_of(words, "high") == "high"
    with pytest.raises(ValueError, match="'middle' is none of high, low"):
        one_of(words, "middle")
