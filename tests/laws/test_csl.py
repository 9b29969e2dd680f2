"""Laws of the citation formats, for any valid Document."""

import csv
import io
import json
import os
from itertools import accumulate
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from telegrams.errors import ParseError
from telegrams.formats import csl, ris, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.csl.custom import as_stated
from telegrams.formats.csl.rules import violations
from telegrams.formats.recommended import is_described, recommended_citation
from telegrams.model import Document
from tests.laws.strategies import documents

SCHEMA = (
    jsonschema_rs.validator_for(json.loads(Path(os.environ["TELEGRAMS_CSL_SCHEMA"]).read_bytes()))
    if "TELEGRAMS_CSL_SCHEMA" in os.environ
    else None
)
OPTIONS = st.builds(WriteOptions, lean=st.booleans(), profile=st.sampled_from(("wcda", "holding")))


def described(document: Document) -> Document:
    """What CSL holds of a document: its description, not its text."""
    without = dict.fromkeys(("credits", "other_fields", "subjects", "body", "amendments"), ())
    return as_stated(document).model_copy(update=without | dict.fromkeys(("setting", "publication", "layout")))


@given(documents(), OPTIONS)
@settings(deadline=None)
def test_an_item_keeps_the_rules_and_gives_the_description_back(document, options):
    assume(is_described(document))
    data = b"".join(csl.join([csl.item(document, options)] * 2))
    first, second = json.loads(data)
    assert violations(first) == []
    assert second["id"] == second["citation-key"] == f"{first['id']}-2"
    if SCHEMA is not None:
        assert SCHEMA.is_valid([first, second])
    reading = csl.read(data)
    assert reading.documents == (described(document),) * 2
    assert reading.diagnostics == ()


@given(documents())
@settings(deadline=None)
def test_the_other_formats_keep_their_form(document):
    assume(is_described(document))
    assert "\n" not in recommended_citation(document)
    *lines, end, rest = ris.item(document, WriteOptions()).whole.decode().split("\n")
    assert (end, rest) == ("ER  - ", "")
    assert all(line[:2].isalnum() and line[2:6] == "  - " and line[6:].strip() for line in lines)
    header, row = csv.reader(io.StringIO(b"".join(write_many([document], "csv")).decode(), newline=""))
    assert len(header) == len(row)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    entry = b"".join(write_many([document], "biblatex")).decode()
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in entry))
    assert entry.startswith("@")
    assert min(depths) >= 0
    assert depths[-1] == 0


def test_the_schema_is_there():
    if SCHEMA is None:
        pytest.skip("TELEGRAMS_CSL_SCHEMA does not name csl-data.json: items are not validated")
    assert not SCHEMA.is_valid([{"id": "x", "type": "telegram"}])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = (
    *("title", "number", "author", "recipient", "translator", "issued", "archive", "archive_location", "source"),
    *("language", "abstract", "URL", "custom", "genre", "type"),
)
NAMES = st.lists(st.dictionaries(st.sampled_from(("family", "given", "literal", "suffix", "x")), JSON), max_size=2)
CUSTOM = st.dictionaries(
    st.sampled_from(
        (
            *(
                "wcda-id",
                "original-language",
                "document-type",
                "author-roles",
                "author-authorities",
                "recipient-authorities",
                "source-statement",
                "holding-archive",
            ),
            *("custody", "translators", "translator-affiliations", "source-url", "recommended-citation"),
            *("title-facts", "date-facts", "citation-facts", "summary-facts", "language-facts", "contents-facts"),
        )
    ),
    JSON
    | st.lists(st.text(max_size=5), max_size=2)
    | st.dictionaries(st.sampled_from(("name", "verbatim")), st.text()),
)
DATES = st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.integers(0, 9999), max_size=3), max_size=2)})
ITEMS = st.dictionaries(st.sampled_from(FIELDS), JSON | NAMES | CUSTOM | DATES).map(lambda item: {"id": "x", **item})


@given(st.lists(ITEMS, max_size=2))
@settings(deadline=None)
@example([{"id": 1, "title": "\ud800", "author": [{"family": "\udfff"}], "URL": "http://[x"}])
def test_any_json_is_read_and_can_be_written_again(items):
    documents = csl.read(json.dumps(items).encode()).documents
    assert len(documents) == len(items)
    again = csl.read(b"".join(write_many(documents, "csl"))).documents
    assert again == tuple(filter(is_described, documents))


@given(st.binary(max_size=60) | st.text(alphabet='[]{}",:12ab \\u', max_size=30).map(str.encode))
@settings(deadline=None)
@example(b"[" * 100_000)
@example(b"[" + b"9" * 5_000 + b"]")
def test_any_bytes_give_a_reading_or_a_parse_error(data):
    try:
        reading = csl.read(data)
    except ParseError as error:
        assert [found.severity for found in error.diagnostics] == ["error"]
    else:
        assert isinstance(reading.documents, tuple)
