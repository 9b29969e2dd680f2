"""The documentation says what is: made pages are current, the README's examples run, its commands exist."""

import re
import runpy
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from telegrams.cli.main import commands

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]
COMMANDS = re.findall(r"^\$ telegrams (.*?)(?:\s+#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_made_pages_are_current(name):
    assert (ROOT / "docs" / name).read_text("utf-8") == PAGES[name](), "run `make docs`"


def test_the_python_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    for example in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(example, "README.md", "exec"), {"__name__": "readme"})


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_work(command, monkeypatch, tmp_path):
    arguments = [str(ROOT / each) if each.startswith("seeds/") else each for each in shlex.split(command)]
    arguments = [
        path for each in arguments for path in (sorted(map(str, ROOT.glob("seeds/1*.txt"))) if "*" in each else [each])
    ]
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(commands, arguments)
    assert result.exit_code == 0, result.output


def test_there_are_commands():
    assert len(COMMANDS) >= 5


def test_local_links_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
