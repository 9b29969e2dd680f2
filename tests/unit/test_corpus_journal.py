"""What is done already."""

import json

import pytest

from telegrams.corpus.identity import Identity
from telegrams.corpus.journal import NAME, Journal, digest, not_ours, settings_digest
from telegrams.corpus.plan import Input
from telegrams.corpus.work import Request
from telegrams.options import WriteOptions

REQUEST = Request(to="json")


@pytest.fixture
def source(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"in")
    (tmp_path / "a.json").write_bytes(b"out")
    found = Input(str(tmp_path / "a.txt"))
    with Journal(tmp_path, REQUEST) as journal:
        assert not journal.has(found)
        journal.add(found.name, digest(b"in"), {"a.json": digest(b"out")})
    return found


def _has(folder, source, request=REQUEST):
    with Journal(folder, request) as journal:
        return journal.has(source)


def test_a_source_is_done_while_nothing_changes(tmp_path, source):
    assert _has(tmp_path, source)
    assert _has(tmp_path, source._replace(data=b"in"))


def test_the_records_of_a_source_are_known_again(tmp_path, source):
    with Journal(tmp_path, REQUEST) as journal:
        assert journal.records(source) == ()
        journal.add(source.name, digest(b"in"), {"a.json": digest(b"out")}, (Identity(1, None), Identity(None, 2)))
    with Journal(tmp_path, REQUEST) as journal:
        assert journal.has(source)
        assert journal.records(source) == (Identity(1, None), Identity(None, 2))


def test_a_line_of_an_earlier_release_has_no_records(tmp_path, source):
    entry = {"source": source.name, "sha256": digest(b"in"), "settings": settings_digest(REQUEST)}
    line = json.dumps(entry | {"outputs": {"a.json": digest(b"out")}})
    (tmp_path / NAME).write_text(f"{line}\n")
    with Journal(tmp_path, REQUEST) as journal:
        assert journal.has(source)
        assert journal.records(source) == ()


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
@pytest.mark.parametrize("change", ["other bytes", "no file"])
def test_a_source_is_not_done_when_a_file_changes(tmp_path, source, name, change):
    if change == "no file":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(b"other")
    assert not _has(tmp_path, source)


@pytest.mark.parametrize("other", [Request(to="tei"), REQUEST._replace(options=WriteOptions(lean=True))])
def test_a_source_is_not_done_under_other_settings(tmp_path, source, other):
    assert settings_digest(other) != settings_digest(REQUEST)
    assert not _has(tmp_path, source, other)


def test_a_line_that_was_cut_short_is_passed_over(tmp_path, source):
    path = tmp_path / NAME
    whole = path.read_bytes()
    path.write_bytes(
        whole + b"[1]\n" + json.dumps({"settings": settings_digest(REQUEST)}).encode() + b"\n" + whole[:-20]
    )
    other = Input(str(tmp_path / "a.json"))
    with Journal(tmp_path, REQUEST) as journal:
        assert journal.has(source)
        journal.add(other.name, digest(b"out"), {"a.txt": digest(b"in")})
    assert _has(tmp_path, source)
    assert _has(tmp_path, other)


def test_a_source_without_output_is_never_done(tmp_path, source):
    with Journal(tmp_path, REQUEST) as journal:
        journal.add("b.txt", digest(b"in"), {})
    assert not _has(tmp_path, Input("b.txt", data=b"in"))
    assert _has(tmp_path, source)


def test_a_source_with_errors_is_tried_again_but_its_files_are_known(tmp_path, source):
    (tmp_path / "b.json").write_bytes(b"b")
    with Journal(tmp_path, REQUEST) as journal:
        journal.add("b.txt", None, {"b.json": digest(b"b")})
    assert not _has(tmp_path, Input("b.txt", data=b"in"))
    assert list(not_ours(tmp_path, ("a.json", "b.json"))) == []
    assert _has(tmp_path, source)


def test_a_file_is_ours_as_long_as_it_has_bytes_that_were_written_there(tmp_path, source):
    with Journal(tmp_path, REQUEST) as journal:
        journal.add(source.name, digest(b"in"), {"a.json": digest(b"later")})
    (tmp_path / "b.json").write_bytes(b"out")
    assert list(not_ours(tmp_path, ("a.json", "b.json", "c.json"))) == ["b.json"]
    (tmp_path / "a.json").write_bytes(b"mended")
    assert list(not_ours(tmp_path, ("a.json", "b.json", "c.json"))) == ["a.json", "b.json"]


def test_what_is_noted_already_is_not_noted_twice(tmp_path, source):
    before = (tmp_path / NAME).read_bytes()
    with Journal(tmp_path, REQUEST) as journal:
        journal.add(source.name, digest(b"in"), {"a.json": digest(b"out")})
    assert (tmp_path / NAME).read_bytes() == before
