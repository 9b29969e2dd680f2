"""What the tests of the command line share."""

import pytest
from click.testing import CliRunner

from telegrams.cli.main import commands

LETTER = b"""**May 4, 1955**

**Letter, Ivanov to Petrov**

**Citation:**

"Letter, Ivanov to Petrov," May 4, 1955, Wilson Center Digital Archive, Archive of Letters, fond 1, delo 2.
<https://digitalarchive.wilsoncenter.org/document/101>

**Summary:**

All is well.

**Original Language:**

Russian

**Contents:**

Translation - English

Dear Comrade Petrov, all is well.
"""
NOTE = "**June 1, 1955**\n\n**Note by Kádár**\n\nA wide world: 電報.\n".encode()


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch):
    """Nothing of a test has to last through a loss of power; tests/unit/test_corpus_atomic.py flushes in earnest."""
    monkeypatch.setattr("os.fsync", lambda _descriptor: None)


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A folder with two documents, which is the current folder."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "letter.txt").write_bytes(LETTER)
    (tmp_path / "in" / "note.txt").write_bytes(NOTE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(tree):
    """The command line in `tree` without a new process; gives `exit_code`, `stdout_bytes`, `stderr`."""
    assert tree.is_dir()

    def called(*arguments, stdin=None):
        return CliRunner().invoke(commands, [str(each) for each in arguments], input=stdin)

    return called
