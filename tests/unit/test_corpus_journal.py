"""What is done already."""

import json

import pytest

from telegrams.corpus.journal import NAME, Journal, digest, settings_digest
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
