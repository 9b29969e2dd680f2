"""Real texts of the archive, by path: they come back byte for byte, and their descriptions are right.

`TELEGRAMS_SHARED` names a folder with `corpus/` (and `seeds/`); without it these tests skip.
"""

import os
from pathlib import Path

import pytest

import telegrams
from telegrams.formats.text import canonical_text

SHARED = os.environ.get("TELEGRAMS_SHARED", "")
TEXTS = sorted(Path(SHARED, "corpus").glob("*/*.txt")) if SHARED else []
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
KINDS = {
    "111240": ("conversation", "1949-12-16"),
    "112226": ("telegram", "1949-01-10"),
    "112436": ("conversation", "1949-01-31"),
    "113239": ("conversation", "1949-02-03"),
    "113353": ("telegram", "1949-04-13"),
    "113379": ("telegram", "1949-06-18"),
    "113441": ("report", "1949-12-24"),
    "121774": ("other", "1958-09-04"),
    "134157": ("report", "1949-07-06"),
}
PAGES_OF = {"115745": "1962-05-29", "91680": "1962-01-02"}
PAGES = [path for path in TEXTS if path.stem in PAGES_OF]
RECORDS = [path for path in TEXTS if path.stem in KINDS]

needs_texts = pytest.mark.skipif(not TEXTS, reason="TELEGRAMS_SHARED names no folder with corpus/")


@needs_texts
def test_the_texts_are_there():
    assert {path.stem for path in RECORDS} == set(KINDS)


@pytest.mark.parametrize("path", [*SEEDS, *TEXTS], ids=lambda path: path.stem)
@pytest.mark.parametrize("format_name", ["text", "json", "jsonl", "tei"])
def test_a_text_comes_back_byte_for_byte(path, format_name):
    data = path.read_bytes()
    document = telegrams.convert(data, "text").document
    again = telegrams.read(telegrams.write(document, format_name), format_name).documents[0]
    assert again == document
    assert telegrams.write(again, "text") == data


@pytest.mark.parametrize("path", [*SEEDS, *TEXTS], ids=lambda path: path.stem)
def test_the_canonical_text_gives_the_document_again(path):
    document = telegrams.convert(path.read_bytes(), "text").document
    again = telegrams.convert(canonical_text(document), "text").document
    assert again.model_copy(update={"layout": None}) == document.model_copy(update={"layout": None})


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_description_is_right(path):
    document = telegrams.parse(path.read_bytes())
    title, date, citation = document.title, document.date, document.citation
    assert title is not None
    assert date is not None
    assert citation is not None
    kind, day = KINDS[path.stem]
    assert (title.kind, date.edtf, citation.record_id) == (kind, day, path.stem)
    assert title.verbatim == citation.title
    assert citation.date is not None
    assert citation.date.edtf == day
    assert [language.tag for language in document.original_languages] == ["ru"]
    assert document.contents[0].verbatim == "English Translation"
    assert (document.contents[0].kind, document.contents[0].language) == ("translation", "en")
    assert len(document.contents) == (2 if path.stem == "111240" else 1)
    assert document.summary
    assert document.other_fields == ()
    assert citation.source is not None
    assert citation.source.rest == ()
    assert citation.source.contributors or path.stem == "113441"
    assert document.body


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_that_was_copied_as_text_is_a_record(path):
    (draft,) = telegrams.convert(path.read_bytes(), "text").drafts
    document = draft.document
    assert draft.layout == "web"
    assert (document.title.kind, document.date.edtf) == ("telegram", PAGES_OF[path.stem])
    assert document.credits == ("This document was made possible with support from Leon Levy Foundation",)
    assert [party.place or party.organisation for party in document.title.senders] != []
    assert {"footnote", "paragraph"} <= {block.type for block in document.body}
    assert document.other_fields == ()


OTHERS = [path for path in TEXTS if path.stem not in KINDS and path not in PAGES]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_text_that_is_no_record_is_told_and_kept_as_body(path):
    result = telegrams.convert(path.read_bytes(), "text")
    assert [found.code for found in result.diagnostics] == ["TG101"]
    document = result.document
    assert document == telegrams.Document(body=document.body, layout=document.layout)
    assert document.body
