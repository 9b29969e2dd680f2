"""JSON and JSON Lines: nothing is lost, and every fault of a file has its place."""

import json

import jsonschema_rs
import pytest
from hypothesis import given

import telegrams
from telegrams.formats import json as json_format
from telegrams.formats import jsonl
from telegrams.schema import schema, schema_text

from ..laws.strategies import documents
from .case_files import CASES

ROOT = CASES.parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


VALIDATOR = jsonschema_rs.validator_for(schema())


@given(document=documents())
def test_a_document_comes_back(document):
    data = telegrams.write(document, "json")
    assert telegrams.read(data, "json").documents == (document,)
    assert telegrams.write(telegrams.read(data, "json").documents[0], "json") == data


@given(document=documents())
def test_lines_come_back(document):
    data = b"\n".join([telegrams.write(document, "jsonl"), telegrams.write(document, "jsonl")])
    assert telegrams.read(data, "jsonl").documents == (document, document)


@given(document=documents())
def test_what_is_written_is_valid(document):
    VALIDATOR.validate(json.loads(telegrams.write(document, "json")))


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_a_file_of_an_older_version_is_read(version):
    """Files that older programs wrote of one record: no value is lost, and the text comes back."""
    stored = (CASES / "json" / f"{version}.json").read_bytes()
    (document,) = telegrams.read(stored, "json").documents
    written = json.loads(telegrams.write(document, "json"))
    assert json.loads(stored)["schema_version"] == version
    assert _lost(json.loads(stored), written) == ["$.schema_version"]
    assert telegrams.write(document, "text") == (CASES / "json" / "record.txt").read_bytes()


def _lost(old, new, path="$"):
    """The paths of the values that stand in the old file and not in the new one."""
    if isinstance(old, dict):
        return [each for key in old for each in _lost(old[key], new.get(key), f"{path}.{key}")]
    if isinstance(old, list):
        pairs = enumerate(zip(old, new, strict=True))
        return [each for at, (before, after) in pairs for each in _lost(before, after, f"{path}[{at}]")]
    return [] if old == new else [path]


def test_the_published_schema_is_current():
    assert (ROOT / "schemas" / "document.schema.json").read_text("utf-8") == schema_text()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_seeds_come_back_through_json(seed):
    document = telegrams.parse(seed.read_bytes())
    data = telegrams.write(document, "json")
    VALIDATOR.validate(json.loads(data))
    assert telegrams.write(telegrams.read(data, "json").documents[0], "text") == seed.read_bytes()


def test_the_layout_can_be_left_out():
    document = telegrams.parse(SEEDS[0].read_bytes())
    options = telegrams.WriteOptions(layout=False)
    again = telegrams.read(telegrams.write(document, "json", options), "json").documents[0]
    assert again.layout is None
    assert again.body == document.body


def fault(data: bytes | str, read=json_format.read):
    with pytest.raises(telegrams.ParseError) as caught:
        read(data.encode() if isinstance(data, str) else data)
    return caught.value.diagnostics


def words_at(found, text: str) -> str:
    return text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('{"date": }', "TG701", "}"),
        ("", "TG701", ""),
        ('{"date": NaN}', "TG701", None),
        ("[]", "TG702", "["),
        ('{"schema": "something/else"}', "TG702", '"something/else"'),
        ('{"schema_version": "3.0"}', "TG703", '"3.0"'),
        ('{"schema_version": "2.7"}', "TG703", '"2.7"'),
        ('{"schema_version": "new"}', "TG703", '"new"'),
        ('{"summary": [], "summary": []}', "TG704", '"summary"'),
        ('{"summary": ["good", "two  blanks"]}', "TG705", '"two  blanks"'),
        ('{"date": {"verbatim": "x", "edtf": "1962-13"}}', "TG705", '"1962-13"'),
        ('{"body": [{"type": "paragraph", "content": [{"type": "text", "text": ""}]}]}', "TG705", '""'),
        ('{"nothing": 1}', "TG705", "1"),
        ('{"title": {"verbatim": "x", "sequence": "one"}}', "TG705", '"one"'),
    ],
)
def test_faults_have_code_and_place(text, code, place):
    found = fault(text)[0]
    assert found.code == code
    assert (found.span and words_at(found, text)) == place


def test_a_key_twice_in_a_nested_object_with_the_name_elsewhere():
    assert fault('{"layout": {"bom": true, "bom": true}}')[0].code == "TG704"


def test_json_that_is_not_utf_8():
    assert "byte 1" in fault(b"{\xff}")[0].message


def test_json_nested_too_deeply():
    assert "deeply" in fault("[" * 100_000)[0].message


def test_a_number_too_long_to_read():
    assert fault('{"a": ' + "9" * 5000 + "}")[0].code == "TG701"


def test_faults_in_lines_count_from_the_beginning_of_the_file():
    text = '{}\n\n{"summary": ["a  b"]}\n{"date": NaN}\n'
    first, second = fault(text, jsonl.read)
    assert words_at(first, text) == '"a  b"'
    assert text[second.span.start] == "{"
    assert text.count("\n", 0, second.span.start) == 3


def test_a_byte_order_mark_is_passed_over():
    assert json_format.read(b"\xef\xbb\xbf{}").documents[0].body == ()
