"""The contract of the command, through the real process: output, exit codes, pipes, signals."""

import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import telegrams
from telegrams.cli.exits import unwritten
from telegrams.corpus.journal import NAME as JOURNAL
from tests.cli.conftest import LETTER

door = importlib.import_module("telegrams.cli.main")  # the package has a function of the same name
TELEGRAMS = [sys.executable, "-m", "telegrams"]


@pytest.fixture(autouse=True)
def found_by_new_processes(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(telegrams.__file__).parents[1]))


def _run(*arguments, **options):
    return subprocess.run([*TELEGRAMS, *map(str, arguments)], capture_output=True, timeout=60, check=False, **options)


def test_there_and_back_through_pipes(tree):
    there = _run("convert", "in/letter.txt", "--to", "tei", cwd=tree)
    assert (there.returncode, there.stderr) == (0, b"")
    back = _run("convert", "-", "--from", "tei", "--to", "text", input=there.stdout)
    assert (back.returncode, back.stdout, back.stderr) == (0, LETTER, b"")


def test_a_closed_pipe_ends_quietly(tree):
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [*TELEGRAMS, "convert", "in/letter.txt", "--to", "text"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        cwd=tree,
    )
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_a_full_standard_output(tree):
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*TELEGRAMS, "convert", "in/letter.txt", "--to", "text"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tree,
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"telegrams: error[TG902] cannot write to standard output: No space left on device")
    assert b"Traceback" not in ended.stderr


def test_a_file_of_100_megabytes_is_refused_at_once(tree):
    with (tree / "large.txt").open("wb") as large:
        large.truncate(100_000_000)
    ended = _run("convert", "large.txt", "--to", "tei", cwd=tree)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert b"error[TG006] the file has 100,000,000 bytes; the limit is 50,000,000" in ended.stderr


def many_letters(folder):
    folder.mkdir()
    for place in range(1500):
        (folder / f"{place}.txt").write_bytes(
            LETTER.replace(b"/101>", b"/%d>" % place).replace(b"all is", b"%d are" % place)
        )


@pytest.fixture
def _heard():
    """The signal of Ctrl-C is heard by what a test starts, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_heard")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_whole_files_only(tree, number, code):
    many_letters(tree / "many")
    command = [*TELEGRAMS, "convert", "many", "--to", "json", "--output-dir", "out", "--jobs", "2"]
    running = subprocess.Popen(command, cwd=tree, stderr=subprocess.PIPE)
    while not list(tree.glob("out/*.json")) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(number)
    _, errors = running.communicate(timeout=30)
    assert running.returncode == code, errors
    written = [path for path in (tree / "out").iterdir() if path.name != JOURNAL]
    assert 0 < len(written) < 1500
    assert all(path.suffix == ".json" and path.read_bytes().endswith(b"}\n") for path in written)
    assert b"Traceback" not in errors


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to find the workers")
def test_workers_end_when_the_program_is_killed(tree):
    many_letters(tree / "many")
    command = [*TELEGRAMS, "convert", "many", "--to", "json", "--output-dir", "out", "--jobs", "2"]
    running = subprocess.Popen(command, cwd=tree)
    while not list(tree.glob("out/*.json")) and running.poll() is None:
        time.sleep(0.01)
    workers = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    assert len(workers) == 2
    running.kill()
    running.wait(30)
    late = time.monotonic() + 20
    while any(Path(f"/proc/{worker}/exe").exists() for worker in workers) and time.monotonic() < late:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{worker}/exe").exists() for worker in workers)
    assert all(path.read_bytes().endswith(b"}\n") for path in (tree / "out").glob("*.json"))


def test_help_loads_nothing_slow():
    script = (
        "import sys; from telegrams.cli.main import commands; commands(['--help'], standalone_mode=False);"
        "sys.exit(sorted({'pydantic', 'lxml', 'rich', 'concurrent.futures'} & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Exit codes" in ended.stdout


def test_converting_does_not_load_what_only_draws(tree):
    script = (
        "import sys; from telegrams.cli.main import commands;"
        "commands(['convert', 'in/letter.txt', '--to', 'tei'], standalone_mode=False);"
        "sys.exit(sorted({'rich', 'concurrent.futures', 'multiprocessing', 'asyncio'} & set(sys.modules)) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, cwd=tree)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_fault_of_the_program(call, monkeypatch):
    from telegrams.cli import reporting

    def faulty(*_arguments):
        raise KeyError("x")

    monkeypatch.setattr(reporting, "gathered", faulty)
    result = call("convert", "in/letter.txt", "--to", "json")
    assert result.exit_code == 3
    assert "error[TG900] a fault of the program, please report it: KeyError: 'x'" in result.stderr


@pytest.mark.parametrize(("cut", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_a_run_cut_short(call, monkeypatch, cut, code):
    from telegrams.cli import reporting

    def cutting(*_arguments):
        raise cut

    monkeypatch.setattr(reporting, "gathered", cutting)
    assert call("convert", "in/letter.txt", "--to", "json").exit_code == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["explain", "TG001"], None), (["explain", "TG999"], 2), (["convert", "no.txt", "--to", "text"], 1)],
)
def test_the_door(monkeypatch, arguments, code):
    monkeypatch.setattr(sys, "argv", ["telegrams", *arguments])
    with pytest.raises(SystemExit) as ended:
        door.main()
    assert ended.value.code in (code, code or 0)


@pytest.mark.parametrize(("cut", "code"), [(door.click.Abort(), 130), (SystemExit(143), 143)])
def test_the_door_on_an_interruption(monkeypatch, cut, code):
    def interrupted(**_options):
        raise cut

    ended: list[object] = []
    monkeypatch.setattr(door.commands, "main", interrupted)
    monkeypatch.setattr("os._exit", ended.append)
    with pytest.raises(SystemExit):
        door.main()
    assert ended == [code]


def test_a_broken_pipe_is_no_fault_of_the_disk():
    with pytest.raises(BrokenPipeError), unwritten("x"):
        raise BrokenPipeError


def test_the_end_by_the_system_ends_the_workers(monkeypatch):
    worker = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(60,))
    worker.start()
    with pytest.raises(SystemExit) as ended:
        door._terminated(signal.SIGTERM, None)
    assert ended.value.code == 143
    worker.join(30)
    assert worker.exitcode == -signal.SIGTERM
    monkeypatch.delitem(sys.modules, "multiprocessing")
    door.stop_workers()
    assert "multiprocessing" not in sys.modules


def test_a_silenced_output_takes_nothing_more(tmp_path, monkeypatch):
    with (tmp_path / "out").open("w") as output:
        monkeypatch.setattr(sys, "stdout", output)
        door.silence()
        output.write("lost")
    assert (tmp_path / "out").read_bytes() == b""
