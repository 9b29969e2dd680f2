"""The design's promises about text: nothing is lost, the canonical text is stable, every value has its evidence."""

import re

from hypothesis import given
from hypothesis import strategies as st

import telegrams
from telegrams.formats.text import canonical_text, item
from telegrams.model import Document
from telegrams.reading import Draft, read_source
from telegrams.reading.evidence import _at, _values
from telegrams.reading.source import Source
from telegrams.values.blanks import folded

from .records import encoded, hostile_records, records

texts = st.one_of(records(), hostile_records(), st.text(max_size=400))


def without_layout(document: Document) -> Document:
    return document.model_copy(update={"layout": None})


def without_line_end_mark(line: str) -> str:
    """A line without the backslash that ends it on purpose (Markdown); two are a backslash in the text."""
    while line.rstrip(" \t").endswith("\\") and not line.rstrip(" \t").endswith("\\\\"):
        line = line.rstrip(" \t")[:-1]
    return line


@given(texts, st.integers(0, 3))
def test_the_source_comes_back_byte_for_byte(text, choice):
    data = encoded(text, choice)
    assert item(telegrams.convert(data, "text").document) == data


@given(texts)
def test_the_canonical_text_gives_the_document_again(text):
    document = telegrams.convert(text, "text").document
    canonical = canonical_text(document)
    again = telegrams.convert(canonical, "text").document
    assert without_layout(again) == without_layout(document)
    assert again.layout is not None
    assert again.layout.edits == ()


@given(st.binary(max_size=600))
def test_any_bytes_give_a_document_or_a_decode_error(data):
    try:
        result = telegrams.convert(data, "text")
    except telegrams.DecodeError as error:
        assert 0 <= error.offset < len(data)
    else:
        assert item(result.document) == data
        assert isinstance(result.diagnostics, tuple)


@given(texts)
def test_what_is_read_is_valid(text):
    document = telegrams.convert(text, "text").document
    assert Document.model_validate(document.model_dump()) == document


@given(texts, st.integers(0, 3))
def test_every_value_has_its_evidence(text, choice):
    result = telegrams.convert(encoded(text, choice), "text")
    draft = result.draft
    assert isinstance(draft, Draft)
    for path, start, end in draft.evidence:
        assert 0 <= start <= end <= len(draft.source.clean)
        for place, value in _values(_at(result.document, path), path):
            if place in result.spans:
                span = result.spans[place]
                words = result.source[span.start : span.end]
                words = re.sub("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]", "", words)
                *lines, last = re.split("[\n\r]+", words)
                words = " ".join([*map(without_line_end_mark, lines), last])
                words = re.sub(r"(?<!\\)\\(?=[\[\]])", "", words)
                # A run of blanks of several kinds is one blank in the value.
                assert re.sub("[ \t\n\f\r]+", " ", folded(words)).strip(" ") == re.sub(" +", " ", folded(value)).strip(
                    " "
                )


@given(texts)
def test_findings_stand_inside_the_source(text):
    result = telegrams.convert(text, "text")
    for found in result.diagnostics:
        if found.span:
            assert 0 <= found.span.start <= found.span.end <= len(result.source)


@given(texts)
def test_reading_is_deterministic(text):
    assert read_source(Source(text)) == read_source(Source(text))
