"""Files that are there whole or not at all."""

import errno
import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from telegrams.corpus import atomic
from telegrams.corpus.atomic import TEMPORARY, Files, replacing, sweep, sync


def write_file(path, pieces):
    with replacing(path) as handle:
        for piece in pieces:
            handle.write(piece)


def write_files(path, pieces):
    with Files() as files:
        files.write(path, pieces)


@pytest.fixture(params=[write_file, write_files])
def write(request):
    return request.param


def test_a_new_file_is_whole_and_alone(tmp_path, write):
    write(tmp_path / "out.json", [b"one ", b"two"])
    assert (tmp_path / "out.json").read_bytes() == b"one two"
    assert [each.name for each in tmp_path.iterdir()] == ["out.json"]


def test_a_new_file_has_the_rights_that_the_user_gives_to_new_files(tmp_path, write):
    before = os.umask(0o027)
    try:
        write(tmp_path / "out", [b"x"])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path, write):
    path = tmp_path / "out"
    path.write_bytes(b"a longer old content")
    path.chmod(0o604)
    write(path, [b"new"])
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_is_followed(tmp_path, write):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", [b"new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def _failing():
    yield b"half"
    raise RuntimeError("the second half never comes")


@pytest.mark.parametrize("old", [None, b"old"])
def test_a_failure_leaves_everything_as_it_was(tmp_path, old, write):
    if old is not None:
        (tmp_path / "out").write_bytes(old)
    with pytest.raises(RuntimeError):
        write(tmp_path / "out", _failing())
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([] if old is None else [old])


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the system has no limit to file sizes")
def test_a_disk_that_refuses_leaves_everything_as_it_was(tmp_path, write):
    (tmp_path / "out").write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError) as refused:
            write(tmp_path / "out", [b"x" * 100_000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert refused.value.errno == errno.EFBIG
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def full(_descriptor):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_at_the_last_moment(tmp_path, monkeypatch, write):
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "out", [b"x"])
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced():
    with pytest.raises(OSError) as refused:
        write_file(Path("/dev/full"), [b"x"])
    assert refused.value.errno == errno.ENOSPC
    write_file(Path("/dev/null"), [b"x"])
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_folder_that_is_not_there(tmp_path, write):
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "no" / "out", [b"x"])


def test_an_interruption_leaves_nothing(tmp_path):
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "out") as handle:
        handle.write(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced_is_no_error(tmp_path, monkeypatch):
    sync(tmp_path / "nowhere")
    monkeypatch.setattr("os.fsync", full)
    sync(tmp_path)


def test_many_files_take_their_names_in_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "TOGETHER", 3)

    def named():
        return sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("."))

    with Files() as files:
        files.write(tmp_path / "1", [b"x"])
        files.write(tmp_path / "2", [b"x"])
        assert named() == []
        files.write(tmp_path / "3", [b"x"])
        files.write(tmp_path / "4", [b"x"])
        assert named() == ["1", "2", "3"]
    assert [path.name for path in sorted(tmp_path.iterdir())] == named() == ["1", "2", "3", "4"]


def test_files_that_were_whole_before_a_failure_stay(tmp_path):
    with pytest.raises(RuntimeError), Files() as files:
        files.write(tmp_path / "first", [b"x"])
        files.write(tmp_path / "second", _failing())
    assert [path.name for path in tmp_path.iterdir()] == ["first"]


def test_a_group_that_cannot_be_flushed_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"), Files() as files:
        files.write(tmp_path / "first", [b"x"])
        files.write(tmp_path / "second", [b"x"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="processes are not asked there")
def test_what_a_killed_process_left_is_swept_away(tmp_path):
    (tmp_path / "1962").mkdir()
    dead = 4_000_000  # above the highest number of a process on Linux by default
    left = [tmp_path / f"{TEMPORARY}{dead}-0a.tmp", tmp_path / "1962" / f"{TEMPORARY}{10**30}-0b.tmp"]
    stay = [tmp_path / f"{TEMPORARY}{os.getpid()}-0c.tmp", tmp_path / f"{TEMPORARY}1-0d.tmp", tmp_path / "a.tmp"]
    stay += [tmp_path / f"{TEMPORARY}journal.jsonl", tmp_path / f"{TEMPORARY}x.tmp"]
    for path in (*left, *stay):
        path.write_bytes(b"x")
    sweep(tmp_path)
    assert [path for path in (*left, *stay) if path.exists()] == stay


def test_a_process_of_another_user_runs(tmp_path, monkeypatch):
    path = tmp_path / f"{TEMPORARY}77-0a.tmp"
    path.write_bytes(b"x")

    def refused(_process, _signal):
        raise PermissionError

    monkeypatch.setattr(os, "kill", refused)
    sweep(tmp_path)
    assert path.exists()
