"""`convert_many`, for programs that embed the library."""

import pytest

import telegrams
from telegrams.corpus import convert_many, many
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
