"""`convert_many`, for programs that embed the library."""

import io

import pytest

import telegrams
from telegrams.corpus import convert_many, many, plan
from telegrams.corpus.plan import Input

TEXT = b"**May 4, 1955**\n\n**Letter, Ivanov to Petrov**\n\nDear Comrade Petrov, all is well.\n"


@pytest.fixture
def paths(tmp_path):
    for name, data in (
        ("a.txt", TEXT),
        ("b.txt", b"na\xefve"),
        ("c.txt", b""),
        ("d.json", b"{\n  oops"),
        ("e.txt", TEXT),
    ):
        (tmp_path / name).write_bytes(data)
    return [*sorted(tmp_path.iterdir()), tmp_path, str(tmp_path / "missing.txt")]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_result_for_each_path_in_order(paths, jobs):
    results = list(convert_many(paths, jobs))
    assert [result.name for result in results] == [str(path) for path in paths]
    assert [len(result.documents) for result in results] == [1, 0, 0, 0, 1, 0, 0]
    assert results[0].documents == telegrams.convert(TEXT).documents
    codes = [[each.code for each in result.diagnostics] for result in results]
    assert [codes[place] for place in (1, 2, 5, 6)] == [["TG001"], ["TG002"], ["TG003"], ["TG004"]]
    assert results[3].diagnostics[0].severity == "error"
    assert results[3].source == "{\n  oops"


def test_limits_and_encodings_are_the_callers(paths):
    (first,) = convert_many(paths[:1], max_bytes=10)
    assert [each.code for each in first.diagnostics] == ["TG006"]
    (second,) = convert_many(paths[1:2], format="text", encoding="cp1252")
    assert second.source == "naïve"


def test_a_source_that_killed_its_worker():
    result = many._lost(Input("bad.txt"))
    assert ([each.code for each in result.diagnostics], result.documents) == (["TG905"], ())


def test_a_fault_in_one_document_does_not_lose_the_others(paths, monkeypatch):
    def faulty(data, *_arguments):
        if data == TEXT:
            raise KeyError("x")
        return telegrams.Result((), "", None)

    monkeypatch.setattr(many, "convert", faulty)
    codes = [[each.code for each in result.diagnostics] for result in convert_many(paths[:2])]
    assert codes == [["TG900"], []]


@pytest.mark.parametrize("jobs", [1, 2])
def test_bytes_and_open_files_are_inputs_too(paths, jobs):
    with paths[0].open("rb") as binary, paths[4].open(encoding="utf-8") as text:
        results = list(convert_many([binary, TEXT, bytearray(TEXT), paths[0], text, io.BytesIO(b"")], jobs))
    assert [result.name for result in results] == [str(paths[0]), None, None, str(paths[0]), str(paths[4]), None]
    assert [len(result.documents) for result in results] == [1, 1, 1, 1, 1, 0]
    assert results[5].diagnostics[0].code == "TG002"


def test_a_text_in_the_place_of_a_path_says_what_to_do():
    (result,) = convert_many([TEXT.decode()])
    assert result.diagnostics[0].code == "TG004"
    assert result.diagnostics[0].hint == "a text is given as bytes: text.encode()"


def test_what_is_no_input_is_refused():
    with pytest.raises(TypeError, match="bytes, text, a path or an open file is needed, and this is int"):
        list(convert_many([3]))  # type: ignore[list-item]  # what is no input


def test_bytes_that_are_given_have_their_weight(monkeypatch):
    monkeypatch.setattr(plan, "CHUNK_BYTES", 10)
    assert [len(each) for each in plan.chunks(Input("", data=b"12345") for _ in range(5))] == [2, 2, 1]
