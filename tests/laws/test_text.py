"""The design's promises about text: nothing is lost, the canonical text is stable, every value has its evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

import telegrams
from telegrams.formats import read, write, write_many
from telegrams.formats.text import canonical_text
from telegrams.model import Document
from telegrams.reading import read_records
from telegrams.reading.evidence import _at, _values
from telegrams.reading.source import Source
from telegrams.values.blanks import folded

from .records import GAPS, TAME, encoded, hostile_records, records, web_pages, whole_records

texts = st.one_of(records(), hostile_records(), st.text(max_size=400))


def without_layout(document: Document) -> Document:
    return document.model_copy(update={"layout": None})


def written(documents: Iterable[Document]) -> bytes:
    return b"".join(write_many(documents, "text"))


def slices(result: telegrams.Result) -> Iterator[str]:
    """The slices of the source, each with its byte order mark where it is not the source's own."""
    for number, draft in enumerate(result.drafts):
        yield "\ufeff" * (draft.source.bom and number > 0) + draft.source.raw


def without_line_end_mark(line: str) -> str:
    """A line without the backslash that ends it on purpose (Markdown); two are a backslash in the text."""
    while line.rstrip(" \t").endswith("\\") and not line.rstrip(" \t").endswith("\\\\"):
        line = line.rstrip(" \t")[:-1]
    return line


@given(texts, st.integers(0, 3))
def test_the_source_comes_back_byte_for_byte(text, choice):
    data = encoded(text, choice)
    assert written(telegrams.convert(data, "text").documents) == data


@given(texts)
def test_the_canonical_text_gives_the_document_again(text):
    for document in telegrams.convert(text, "text").documents:
        canonical = canonical_text(document)
        (again,) = telegrams.convert(canonical, "text").documents
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
        assert written(result.documents) == data
        assert isinstance(result.diagnostics, tuple)


@given(texts)
def test_what_is_read_is_valid(text):
    for document in telegrams.convert(text, "text").documents:
        assert Document.model_validate(document.model_dump()) == document


@given(texts, st.integers(0, 3))
def test_every_value_has_its_evidence(text, choice):
    result = telegrams.convert(encoded(text, choice), "text")
    evidence = ((number, draft, each) for number, draft in enumerate(result.drafts) for each in draft.evidence)
    for number, draft, (path, start, end) in evidence:
        assert 0 <= start <= end <= len(draft.source.clean)
        for place, value in _values(_at(draft.document, path), path):
            if result.path(number, place) in result.spans:
                span = result.spans[result.path(number, place)]
                words = result.source[span.start : span.end]
                words = re.sub("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]", "", words)
                *lines, last = re.split("[\n\r]+", words)
                words = " ".join([*map(without_line_end_mark, lines), last])
                words = re.sub(r"(?<!\\)\\(?=[\[\]])", "", words)
                words = re.sub("&(?:amp|lt|gt|quot);", lambda entity: unescape(entity[0]), words)
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
    assert read_records(Source(text)) == read_records(Source(text))


@given(st.lists(texts, min_size=1, max_size=4), st.sampled_from(GAPS), st.integers(0, 3))
def test_texts_that_are_joined_come_back_byte_for_byte(found, gap, choice):
    data = encoded(gap.join(found), choice)
    result = telegrams.convert(data, "text")
    assert "".join(slices(result)) == result.source
    assert written(result.documents) == data
    assert written(read(b"".join(write_many(result.documents, "jsonl")), "jsonl").documents) == data
    assert written(read(b"".join(write_many(result.documents, "tei-corpus")), "tei").documents) == data
    assert len(result.documents) == 1 or [each.code for each in result.found if each.code == "TG020"] == ["TG020"]


@given(st.lists(st.tuples(whole_records(), st.sampled_from(GAPS), st.booleans()), min_size=1, max_size=4))
def test_records_that_are_joined_are_the_same_documents(found):
    joined = b"".join(b"\xef\xbb\xbf" * marked + (text + gap).encode() for text, gap, marked in found)
    alone = [without_layout(telegrams.convert(text, "text").document) for text, _, _ in found]
    assert [without_layout(each) for each in telegrams.convert(joined, "text").documents] == alone
    again = [telegrams.parse(write(each, "text")) for each in alone]
    assert list(read(written(alone), "text").documents) == again


@given(web_pages(st.lists(st.sampled_from(TAME), max_size=3)), st.sampled_from(["\n", "\n\n", "\n\f"]), whole_records())
def test_a_web_page_before_a_record_is_a_document_of_its_own(page, gap, record):
    alone = [telegrams.convert(each, "text") for each in (page, record)]
    if alone[0].drafts[0].layout == "web":
        joined = telegrams.convert(page + gap + record, "text").documents
        assert list(map(without_layout, joined)) == [without_layout(each.document) for each in alone]


@given(st.lists(texts, min_size=1, max_size=3))
def test_a_slice_is_one_record(found):
    for draft in telegrams.convert("\n".join(found), "text").drafts:
        assert len(read_records(replace(draft.source, start=0))) == 1
