"""Names of their own: for keys as such, and for the documents of every format that collects."""

import json
import re
from collections import Counter
from collections.abc import Callable

import pytest

from telegrams.errors import LeftOutError
from telegrams.formats import FORMATS, write_many
from telegrams.formats.contract import Piece, WriteOptions
from telegrams.formats.keys import distinct, unique
from telegrams.model import Citation, Document, Party, Title

FREE = WriteOptions(licence="CC0")


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        ("a b", "a b"),
        ("a a a", "a a-2 a-3"),
        ("a a a-2", "a a-2 a-2-2"),
        ("a a-2 a", "a a-2 a-3"),
        ("a-2 a a a", "a-2 a a-3 a-4"),
        ("a a-3 a a a-2", "a a-3 a-2 a-4 a-2-2"),
    ],
)
def test_a_second_name_gets_a_number(keys, given):
    taken: dict[str, int] = {}
    assert [unique(key, taken) for key in keys.split()] == given.split()


def test_numbers_can_begin_higher():
    taken: dict[str, int] = {}
    assert [unique("a", taken, number) for number in (1, 2, 5, 3)] == ["a", "a-2", "a-5", "a-6"]


def test_a_piece_stands_under_the_key_wherever_it_has_one():
    pieces = [Piece((b"<", b"|", b">"), "k"), Piece((b"(", b")"), "k"), Piece((b"-",), "k")]
    assert list(distinct(pieces)) == [b"<k|k>", b"(k-2)", b"-"]
    assert pieces[0].whole == b"<k|k>"
    assert Piece(()).whole == b""


def record(*, name=None, kind=None, number=None, recipients=()):
    """A document that wants to be called by its record number, or else by its kind and sender."""
    senders = (Party(name=name),) if name else ()
    citation = Citation(verbatim="-", record_id=number) if number else None
    return Document(title=Title(verbatim="T", kind=kind, senders=senders, recipients=recipients), citation=citation)


def ids_of_csl(text):
    return [each["id"] for each in json.loads(text)]


KEYS: dict[str, Callable[[str], list[str]]] = {
    "csl": ids_of_csl,
    "csl-yaml": re.compile(r'^- id: "(.*)"$', re.MULTILINE).findall,
    "ris": re.compile(r"^ID  - (.*)$", re.MULTILINE).findall,
    "biblatex": re.compile(r"^@[a-z]+\{(.*),$", re.MULTILINE).findall,
    "tei-corpus": re.compile(r'<TEI xml:id="([^"]*)"').findall,
}
"""The keys in a file of each format that has any."""
CITATIONS = [name for name in KEYS if name != "tei-corpus"]


def keys(format, *documents):
    return KEYS[format](b"".join(write_many(documents, format)).decode())


def test_every_format_that_collects_has_keys_or_needs_none():
    assert {name for name, each in FORMATS.items() if each.collects} == {*KEYS, "text", "jsonl", "csv", "cmif"}


@pytest.mark.parametrize("format", CITATIONS)
@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([record(number="7")] * 3, "wcda-7 wcda-7-2 wcda-7-3"),
        ([record(kind="report")] * 2 + [record(kind="report", name="2")], "report report-2 report-2-2"),
        ([record(kind="report"), record(kind="report", name="2")] * 2, "report report-2 report-3 report-2-2"),
        ([Document(summary=("S",))] * 2, "document document-2"),
        ([record(name="Id")] * 2, "id id-2"),
        ([record(name="Type")] * 3, "type type-2 type-3"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_citations_have_keys_of_their_own(format, documents, expected):
    assert keys(format, *documents) == expected.split()


@pytest.mark.parametrize("name", ["Id", "Citation-Key"])
def test_a_name_that_csl_uses_itself_is_only_a_key(name):
    first, second = json.loads(b"".join(write_many([record(name=name)] * 2, "csl")))
    assert second == first | {"id": f"{first['id']}-2", "citation-key": f"{first['id']}-2"}


def test_entries_of_two_types_have_two_keys():
    letter = record(number="7", kind="letter", name="Berg", recipients=(Party(name="Moe"),))
    letter = letter.model_copy(
        update={
            "citation": Citation(verbatim="-", record_id="7", url="https://digitalarchive.wilsoncenter.org/document/7")
        }
    )
    report = record(number="7", kind="report", name="Berg")
    text = b"".join(write_many([letter, report], "biblatex")).decode()
    assert re.findall(r"^@.*", text, re.MULTILINE) == ["@letter{wcda-7,", "@unpublished{wcda-7-2,"]


def test_documents_of_a_corpus_are_numbered_by_their_place():
    documents = [record(number="7"), Document(), record(number="7"), record(number="7"), Document()]
    assert keys("tei-corpus", *documents) == ["wcda-7", "document-2", "wcda-7-3", "wcda-7-4", "document-5"]


def test_letters_of_one_record_are_told_apart_by_their_content_alone():
    letter = record(number="7", name="Berg")
    text = b"".join(write_many([letter] * 3, "cmif", FREE)).decode()
    assert text.count('<correspDesc key="7"') == 3
    assert Counter(re.findall(r'xml:id="([^"]*)"', text)).most_common(1)[0][1] == 1
    with pytest.raises(LeftOutError):
        FORMATS["cmif"].piece(Document(), FREE)
