"""Laws of files that hold many documents, and of authority data."""

import os
import pickle
from functools import cache
from itertools import chain, count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from telegrams.authority import Authority, Entry, link
from telegrams.authority.load import parse_entries
from telegrams.errors import ParseError
from telegrams.formats import find, read, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.keys import unique
from telegrams.formats.recommended import is_described
from telegrams.formats.tei import check
from tests.laws.pieces import lines
from tests.laws.strategies import documents, uris
from tests.unit.cmif_referee import ABSENT, SHARED, broken_rules, grammar
from tests.unit.test_keys import KEYS

FREE = WriteOptions(licence="CC BY 4.0")
SCHEMAS = (str(Path(__file__).parents[2] / "schemas" / "telegrams.rng"), os.environ.get("TELEGRAMS_TEI_ALL", ""))
collections = st.lists(documents(), min_size=1, max_size=3)


@cache
def schema(path):
    return etree.RelaxNG(etree.parse(path))


def corpus(found):
    return b"".join(write_many(found, "tei-corpus"))


@given(collections)
@settings(max_examples=settings().max_examples // 5)
def test_a_corpus_gives_its_documents_back(found):
    data = corpus(found)
    assert read(data, "tei").documents == tuple(found)
    assert read(data, "tei").diagnostics == ()
    assert {each.code for each in check(data)} <= {"TG622", "TG624"}
    tree = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    assert read(etree.tostring(tree, pretty_print=True), "tei").documents == tuple(found)


@pytest.mark.slow
@pytest.mark.parametrize("path", SCHEMAS, ids=["telegrams.rng", "tei_all"])
@given(collections)
@settings(max_examples=settings().max_examples // 5)
def test_a_corpus_is_valid(path, found):
    if not path:
        pytest.skip("TELEGRAMS_TEI_ALL does not name tei_all.rng")
    assert schema(path).validate(etree.fromstring(corpus(found))), schema(path).error_log


@given(st.lists(st.sampled_from(("a", "a-2", "a-3", "a-2-2", "b", ""))), st.integers(2, 4))
def test_a_key_that_is_taken_gets_the_first_free_number(keys, number):
    taken: dict[str, int] = {}
    before: set[str] = set()
    for key in keys:
        numbered = (f"{key}-{each}" for each in count(number))
        expected = next(each for each in chain((key,), numbered) if each not in before)
        assert unique(key, taken, number) == expected
        before.add(expected)


@pytest.mark.parametrize("name", KEYS)
@given(collections)
@settings(max_examples=settings().max_examples // 5)
def test_every_document_of_a_collection_has_a_key_of_its_own(name, found):
    described = [each for each in found * 2 if name == "tei-corpus" or is_described(each)]
    pieces = [find(name).piece(each, WriteOptions()) for each in described]
    assert pickle.loads(pickle.dumps(pieces)) == pieces
    keys = KEYS[name](b"".join(find(name).join(pieces)).decode())
    assert len(keys) == len(set(keys)) == len(pieces)


@given(collections)
@settings(max_examples=settings().max_examples // 5)
def test_letters_make_a_file_that_keeps_the_rules_of_cmif(found):
    data = b"".join(write_many(found, "cmif", FREE))
    letters = [each for each in found if each.title and (each.title.senders or each.title.recipients)]
    if letters:
        assert broken_rules(data) == set()
        assert len(list(etree.fromstring(data).iter("{*}correspDesc"))) == len(letters)
    else:
        assert data == b""


@pytest.mark.skipif(not SHARED, reason=ABSENT)
@given(collections)
@settings(max_examples=settings().max_examples // 5)
def test_letters_make_a_valid_file(found):
    data = b"".join(write_many(found, "cmif", FREE))
    assert not data or grammar().validate(etree.fromstring(data)), grammar().error_log


NO_ADDRESS = {"ref": None, "place_ref": None}


def without_addresses(document):
    if document.setting:
        participants = tuple(each.model_copy(update=NO_ADDRESS) for each in document.setting.participants)
        setting = document.setting.model_copy(update={"participants": participants})
        document = document.model_copy(update={"setting": setting})
    if document.title is None:
        return document
    roles = {}
    for role in ("senders", "recipients", "via", "participants"):
        parties = getattr(document.title, role)
        roles[role] = tuple(each.model_copy(update=NO_ADDRESS) for each in parties)
    return document.model_copy(update={"title": document.title.model_copy(update=roles)})


entries = st.builds(Entry, lines, st.sampled_from(("person", "organisation", "place")), uris)


@given(documents(), st.lists(entries, max_size=8))
@settings(max_examples=settings().max_examples // 5)
def test_linking_adds_addresses_and_changes_nothing_else(document, table):
    authority = Authority(table)
    linked, unlinked = link(document, authority)
    assert without_addresses(linked) == without_addresses(document)
    assert link(linked, authority) == (linked, unlinked)
    for way in ("json", "jsonl", "tei"):
        assert read(write(linked, way), way).documents == (linked,)


@given(
    st.one_of(
        st.binary(max_size=100), st.binary(max_size=100).map(b"name,kind,uri\n".__add__), st.text().map(str.encode)
    )
)
@settings(max_examples=settings().max_examples // 5)
def test_any_file_is_a_table_or_refused(data):
    try:
        parse_entries(data)
    except ParseError as error:
        assert {each.code for each in error.diagnostics} == {"TG915"}
