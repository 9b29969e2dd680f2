"""Documents of facts: the parts of a record, given one by one, make the document that the record makes."""

from hypothesis import given
from hypothesis import strategies as st

import telegrams
from telegrams.errors import ParseError
from telegrams.formats.catalogue import labelled_entries
from telegrams.formats.text import canonical_text
from telegrams.model import Catalogue
from telegrams.reading.unwrap import WIDEST

from .records import PARAGRAPHS, records

_ONE = ("title", "date", "citation", "catalogue")
_SEVERAL = ("summary", "credits", "original_languages", "contents", "other_fields")
_FACT = st.text(max_size=40) | st.sampled_from(
    ["Secret", "3 May 1951", "Letter from Ada Berg", "Translation - English"]
)


def facts_of(document):
    """What a platform would have of a document: its fields as they are printed, and its text."""
    title, date, citation = document.title, document.date, document.citation
    text = canonical_text(document.model_copy(update=dict.fromkeys(_SEVERAL, ()) | dict.fromkeys(_ONE)))
    catalogue = [(label, entries) for label, _, entries in labelled_entries(document.catalogue or Catalogue())]
    return {
        "title": title.verbatim if title else None,
        "date": date.verbatim if date else None,
        "citation": citation.verbatim if citation else None,
        "url": citation.url if citation else None,
        "summary": document.summary,
        "credits": document.credits,
        "original_languages": [language.verbatim for language in document.original_languages],
        "contents": [item.verbatim for item in document.contents],
        "other_fields": [*catalogue, *((field.label, field.paragraphs) for field in document.other_fields)],
        "text": text.replace("**Contents:**", "", 1),
    }


def may_be_set_for_pages(text):
    """Without its header, nothing tells a short Markdown text with form feeds or centred lines from a page's."""
    lines = text.split("\n")
    return "\f" in text or (max(map(len, lines)) <= WIDEST and any(line.startswith(" " * 8) for line in lines))


@given(records())
def test_the_parts_of_a_record_make_its_document(text):
    for document in telegrams.convert(text, "text").documents:
        facts = facts_of(document)
        built = telegrams.build(**facts)
        assert built.model_copy(update={"body": document.body}) == document.model_copy(update={"layout": None})
        if not may_be_set_for_pages(facts["text"]):
            assert built.body == document.body


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2).map("\n\n".join))
def test_a_text_alone_is_read_as_in_a_file_without_a_header(text):
    result = telegrams.convert(text, "text")
    (draft,) = result.drafts
    if draft.header is None and draft.layout == "none":  # no line in it is a label
        assert telegrams.build(text=text).body == result.document.body


@given(st.dictionaries(st.sampled_from(["title", "date", "citation", "source", "url", "text", *_SEVERAL[:4]]), _FACT))
def test_any_facts_make_a_document_or_are_refused(facts):
    try:
        built = telegrams.build(**facts)
    except ParseError as error:
        assert {found.code for found in error.diagnostics} <= {"TG001", "TG022"}
        return
    for format in ("json", "tei"):
        assert telegrams.read(telegrams.write(built, format), format).documents == (built,)
