"""Names on the command line → sources."""

import os

import pytest

from telegrams.corpus import plan
from telegrams.corpus.plan import Input, PassedOver, chunks, counted, found, sources


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in (
        "b.txt",
        "a.txt",
        "d/c.json",
        "d/c.csl.json",
        "d/x.schema.json",
        ".hidden/h.txt",
        ".h.txt",
        "pic.png",
        "README.md",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _names(*inputs, **options):
    return [source.name.replace(os.sep, "/") for source in sources(inputs, **options)]


def test_a_folder_gives_its_readable_files_sorted(tree):
    assert _names("in") == ["in/a.txt", "in/b.txt", "in/d/c.json"]
    assert _names(str(tree / "in"))[0] == str(tree / "in" / "a.txt")


@pytest.mark.usefixtures("tree")
def test_a_format_narrows_a_folder():
    assert _names("in", format="json") == ["in/d/c.json"]
    assert _names("in", format="csl") == ["in/d/c.csl.json"]


@pytest.mark.usefixtures("tree")
def test_files_are_taken_as_they_are_named():
    assert _names("in/pic.png", "nowhere.txt", "-") == ["in/pic.png", "nowhere.txt", "-"]


@pytest.mark.usefixtures("tree")
def test_patterns_are_expanded_here():
    assert _names("in/*.txt") == ["in/a.txt", "in/b.txt"]
    assert _names("in/**/c*.json") == ["in/d/c.csl.json", "in/d/c.json"]
    assert _names("i*") == ["in/a.txt", "in/b.txt", "in/d/c.json"]


@pytest.mark.usefixtures("tree")
def test_two_stars_at_the_end_give_each_file_once():
    assert "in/d/c.json" in _names("in/**")
    assert len(_names("in/**")) == len(set(_names("in/**")))


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tree):
    (tree / "a[1].txt").write_text("x")
    assert _names("a[1].txt") == ["a[1].txt"]


@pytest.mark.usefixtures("tree")
def test_each_file_is_read_once():
    assert _names("in/b.txt", "in", "./in/a.txt") == ["in/b.txt", "in/a.txt", "in/d/c.json"]


@pytest.mark.usefixtures("tree")
def test_nothing_found_is_a_problem_of_its_own():
    assert list(sources(["empty", "*.tif"])) == [
        Input("empty", problem="no file with a readable suffix is here"),
        Input("*.tif", problem="no file matches"),
    ]


def test_what_a_folder_has_besides_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    others = ["A.DOCX", "b.tar.gz", "c", "d.xyz", "e.schema.json", "f.csl.json", "g.ris", "Readme.md", ".h.docx"]
    for name in [*others, "i.txt"]:
        (tmp_path / "in" / name).write_text("x")
    passed = [each for each in found(["in", "in/*.txt", "i*"]) if isinstance(each, PassedOver)]
    assert [(each.kind, each.instead) for each in passed] == [
        (".docx", "save it as text or PDF"),
        ("README", None),
        (".gz", "unpack it"),
        ("without a suffix", None),
        (".xyz", None),
        (".schema.json", None),
        (".csl.json", "--from csl reads it"),
        (".ris", None),
    ]
    assert counted(passed[:3] * 2 + passed[:1]) == "3 .docx, 2 .gz, 2 README"
    assert next(found(["in/c", "in"])) == Input("in/c")
    behind = list(found(["in", "./in/c"]))
    assert behind[-1] == Input("./in/c")
    assert sum(isinstance(each, PassedOver) for each in behind) == len(passed) - 1


@pytest.mark.usefixtures("tree")
def test_what_another_format_is_asked_for_is_passed_over():
    kinds = [each.kind for each in found(["in"], "json") if isinstance(each, PassedOver)]
    assert kinds == ["README", ".txt", ".txt", ".png", ".csl.json", ".schema.json"]


def test_a_name_that_the_system_refuses_is_kept_for_later():
    assert _names("a\x00b") == ["a\x00b"]
    assert _names("x" * 5000) == ["x" * 5000]


@pytest.mark.usefixtures("tree")
def test_the_path_below_the_named_folder():
    found = {str(each.relative).replace(os.sep, "/") for each in sources(["in"])}
    assert found == {"a.txt", "b.txt", "d/c.json"}
    assert [str(each.relative) for each in sources(["in/d/c.json"])] == ["c.json"]


def test_chunks_by_number(monkeypatch):
    monkeypatch.setattr(plan, "CHUNK_FILES", 3)
    assert [len(each) for each in chunks(Input(str(n)) for n in range(7))] == [3, 3, 1]
    assert list(chunks([])) == []


@pytest.mark.usefixtures("tree")
def test_chunks_by_size(monkeypatch):
    monkeypatch.setattr(plan, "CHUNK_BYTES", 2)
    assert [len(each) for each in chunks(sources(["in"]))] == [2, 1]
