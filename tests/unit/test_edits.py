"""The edit script: short where the texts agree, right where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegrams.formats.edits import apply_edits, canonical_digest, edits_between
from telegrams.model import Edit

words = st.lists(
    st.sampled_from(["a", "bb", "the", "the", "war", "x", "\x00", "\\", "\n", "\f", "  ", "\r\n", "é"]), max_size=60
)


@given(words, words, st.integers(0, 60))
def test_applying_the_edits_gives_the_other_text(first, second, cut):
    canonical = " ".join(first)
    for base in (" ".join(second), "\n".join(first), " ".join([*first[:cut], *second, *first[cut:]])):
        assert apply_edits(canonical, edits_between(canonical, base)) == base


def test_equal_texts_need_no_edits():
    assert edits_between("a b", "a b") == ()


def test_white_space_is_one_edit_for_each_place():
    assert edits_between("one two three", "one\ntwo  three") == (
        Edit(skip=3, delete=1, insert="\n"),
        Edit(skip=4, delete=0, insert=" "),
    )


def test_a_word_that_the_end_of_a_line_divides_is_one_edit():
    edits = edits_between("the government met", "the govern-\nment met")
    assert edits == (Edit(skip=10, delete=0, insert="-\n"),)
    for canonical, base in (("ab", "a-b"), ("ab", "a-\nc"), ("a b", "a - b"), ("ab", "a-\n")):
        assert apply_edits(canonical, edits_between(canonical, base)) == base


def test_words_that_are_missing_are_found_by_looking_ahead():
    text = "The one who came in the morning went away in the evening."
    (edit,) = edits_between(text, f"Digital Archive\n\n{text}")
    assert (edit.skip, edit.delete, edit.insert) == (0, 0, "Digital Archive\n\n")


def test_a_long_stretch_of_other_words_is_bridged_by_unique_words():
    tail = " ".join(f"word{number}" for number in range(50))
    inserted = "other words " * 400
    edits = edits_between(f"begin {tail}", f"begin {inserted}{tail}")
    assert apply_edits(f"begin {tail}", edits) == f"begin {inserted}{tail}"
    assert sum(edit.delete for edit in edits) == 0


def test_nothing_in_common():
    assert edits_between("abc", "xyz") == (Edit(skip=0, delete=3, insert="xyz"),)


def test_characters_that_xml_cannot_carry_are_escaped():
    (edit,) = edits_between("ab", "a\x00\\\fb")
    assert edit.insert == "\\u0000\\u005C\\u000C"
    assert apply_edits("ab", (edit,)) == "a\x00\\\fb"


def test_many_places_that_differ_take_the_anchored_way():
    text = " ".join(f"w{number} and" for number in range(400))
    other = text.replace(" and", " but")
    assert apply_edits(text, edits_between(text, other)) == other


def test_an_edit_behind_the_end_is_refused():
    with pytest.raises(ValueError, match="longer"):
        apply_edits("ab", (Edit(skip=1, delete=5, insert=""),))


def test_the_digest_tells_texts_apart():
    assert canonical_digest("a") != canonical_digest("b")
    assert len(canonical_digest("a")) == 32
