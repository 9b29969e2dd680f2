"""Blanks are blanks: no-break and other space characters change no field, nor do marks without width before a label."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import telegrams
from telegrams.formats.text import canonical_text
from telegrams.model import Document, Paragraph, Table, Text
from telegrams.reading.blanks import with_blanks_of
from telegrams.values.blanks import MARKS, folded, one_line

from .records import records

SPACES = "\u00a0\u1680\u2002\u2007\u2009\u202f\u205f\u3000"
READERS = (telegrams.parse_title, telegrams.parse_date, telegrams.parse_source, telegrams.parse_citation)
RECORD = """**May 3, 1951**

**Letter from Ann Lee to Bo Ek**

**Citation:**

"Letter from Ann Lee to Bo Ek", May 3, 1951, Wilson Center Digital Archive, AVP RF

**Summary:**

They talk.

**Original Language:**

Russian

**Contents:**

Translation - English

On 3 May he said [one word missing], see No. 123."""
VALUES = ["Telegram from Ann Lee, London, to Bo Ek, No. 12, May 3, 1951", "AVP RF, f. 5, op. 3, copy obtained by Bo Ek"]


@st.composite
def respaced(draw, text):
    """The text with some of the blanks between its words as other space characters."""
    blanks = [at for at, each in enumerate(text) if each == " "]
    places = [at for at in blanks if text[at - 1 : at].strip() and text[at + 1 : at + 2].strip()]
    chosen = draw(st.sets(st.sampled_from(places), max_size=20)) if places else ()
    letters = list(text)
    for at in chosen:
        letters[at] = draw(st.sampled_from(SPACES))
    return "".join(letters)


def described(document):
    """The fields of a document but its text."""
    return document.model_copy(update={"body": (), "layout": None})


def text_of(document):
    """The text of a document, its blocks as JSON, with plain blanks."""
    return folded(Document(body=document.body).model_dump_json())


@given(records().flatmap(lambda text: st.tuples(st.just(text), respaced(text))))
def test_other_space_characters_change_no_field(texts):
    plain, other = (telegrams.convert(each, "text").document for each in texts)
    assert described(other) == described(plain)
    assert text_of(other) == text_of(plain)


@given(records().flatmap(respaced))
def test_the_text_keeps_its_space_characters(text):
    document = telegrams.convert(text, "text").document
    assert telegrams.write(document, "text").decode() == text
    again = telegrams.convert(canonical_text(document), "text").document
    assert again.body == document.body


@pytest.mark.parametrize("space", SPACES)
def test_a_space_character_stands_where_it_stood(space):
    head, _, last = RECORD.rpartition("\n\n")
    words = last.replace(" ", space)
    document = telegrams.convert(f"{head}\n\n{words}", "text").document
    assert canonical_text(document).rpartition("\n\n")[2] == words


@pytest.mark.parametrize("record", [RECORD, RECORD.replace("**", "")], ids=["bold", "plain"])
@given(st.text(MARKS, min_size=1, max_size=3), st.sampled_from(["Citation:", "Summary:", "Original Lang", "Contents:"]))
def test_marks_without_width_before_a_label_change_no_field(record, marks, label):
    plain = telegrams.convert(record, "text").document
    assert plain.original_languages
    label = "**" * (record == RECORD) + label
    other = telegrams.convert(record.replace(label, marks + label), "text").document
    assert described(other) == described(plain)
    assert other.body == plain.body


@pytest.mark.parametrize("reader", READERS, ids=lambda each: each.__name__)
@given(st.sampled_from(VALUES), st.data())
def test_the_readers_of_values_know_every_blank(reader, text, data):
    assert reader(data.draw(respaced(text))) == reader(text)


@given(st.text())
def test_one_line(text):
    assert one_line(one_line(text)) == one_line(text)
    assert len(folded(text)) == len(text)


def test_words_that_the_source_does_not_have_keep_plain_blanks():
    block = Paragraph(content=(Text(text="one two three four"),))
    expected = Paragraph(content=(Text(text="one\u00a0two three\u00a0four"),))
    assert with_blanks_of("one\u00a0two [\u00a03\u00a0] three\u00a0four", block) == expected
    assert with_blanks_of("one\u00a0X", block) == Paragraph(content=(Text(text="one two three four"),))


def test_the_cells_of_a_table_keep_their_blanks():
    words, other = (Text(text="one two"),), (Text(text="one\u2009two"),)
    assert with_blanks_of("| one\u2009two | |\n", Table(rows=((words, None),))) == Table(rows=((other, None),))
