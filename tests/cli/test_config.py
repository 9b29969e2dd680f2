"""The configuration: where it is looked for, what it sets, what is said of a wrong one."""

import re
from pathlib import Path

import click
import pytest

from telegrams.cli.config import configurable, nearest, settings
from telegrams.cli.main import commands
from telegrams.formats import read

OPTIONS = configurable(commands, click.Context(commands))
CONVERT = ("convert", "in/letter.txt", "--to")


def publisher(result):
    return result.stdout.partition("<publisher>")[2].partition("<")[0]


def test_options_come_from_the_file_and_the_command_line_wins(call, tree):
    (tree / "telegrams.toml").write_text('publisher = "Us"\nlean = true\nlayout = false\n', "utf-8")
    lean = call(*CONVERT, "tei")
    assert publisher(lean) == "Us"
    assert "<projectDesc>" not in lean.stdout
    assert read(lean.stdout_bytes, "tei").documents[0].layout is None
    full = call(*CONVERT, "tei", "--publisher", "Them", "--no-lean", "--layout")
    assert publisher(full) == "Them"
    assert "<projectDesc>" in full.stdout
    assert read(full.stdout_bytes, "tei").documents[0].layout is not None


def test_without_configuration(call, tree):
    (tree / "telegrams.toml").write_text('publisher = "Us"', "utf-8")
    assert "<publisher>Us" not in call(*CONVERT, "tei", "--no-config").stdout


def test_another_file(call, tree):
    (tree / "telegrams.toml").write_text('publisher = "Us"', "utf-8")
    (tree / "other.toml").write_text('publisher = "Others"', "utf-8")
    assert publisher(call(*CONVERT, "tei", "--config", "other.toml")) == "Others"


@pytest.mark.parametrize("order", [("--config", "a.toml", "--no-config"), ("--no-config", "--config", "a.toml")])
def test_both_exclude_each_other(call, tree, order):
    (tree / "a.toml").write_text("", "utf-8")
    result = call(*CONVERT, "tei", *order)
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_check_is_configured_too(call, tree):
    assert call("check", "in/note.txt").exit_code == 0
    (tree / "telegrams.toml").write_text("max-bytes = 5\npublisher = 'Us'\n", "utf-8")
    assert "TG006" in call("check", "in/note.txt").output


def test_the_nearest_folder_counts_and_in_it_the_own_file(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project, own = tmp_path / "pyproject.toml", tmp_path / "a" / "telegrams.toml"
    project.write_text("[tool.other]\nx = 1\n", "utf-8")
    assert nearest(inner) not in (project, own)
    project.write_text('[tool.telegrams]\npublisher = "P"\n', "utf-8")
    assert nearest(inner) == project
    assert settings(project, OPTIONS) == {"publisher": "P"}
    own.write_text("", "utf-8")
    assert nearest(inner) == own
    assert settings(own, OPTIONS) == {}
    (tmp_path / "telegrams.toml").write_text("", "utf-8")
    assert nearest(tmp_path) == tmp_path / "telegrams.toml"


def test_the_authority_file_is_beside_the_configuration(tmp_path):
    path = tmp_path / "telegrams.toml"
    path.write_text('authority = "names.csv"\nmax-bytes = 7\njobs = 0\n', "utf-8")
    assert settings(path, OPTIONS) == {"authority": str(tmp_path / "names.csv"), "max_bytes": 7, "jobs": 0}


@pytest.mark.parametrize(
    "case",
    [
        ("telegrams.toml", 'publisher = "Us"\nlicense = "CC0"\n', ":2:1:", "license: there is no such option"),
        ("telegrams.toml", "\r\nlean = 1\r\n", ":2:1:", "lean: input should be a valid boolean"),
        ("telegrams.toml", "jobs = -1", ":1:1:", "jobs: input should be greater than or equal to 0"),
        ("telegrams.toml", "lean = true\npublisher = \n", ":2:1:", "no TOML"),
        ("telegrams.toml", "publisher = '''", "telegrams.toml: error", "no TOML"),
        ("pyproject.toml", "lean = 1\n[tool.telegrams]\nlean = 2\n", ":3:1:", "lean: input should be a valid boolean"),
        ("pyproject.toml", "tool.telegrams.lean = 2\n#[tool.telegrams]", "pyproject.toml: error", "lean: input should"),
    ],
)
def test_a_wrong_configuration_ends_the_run_with_its_line(call, tree, case):
    name, text, place, words = case
    (tree / name).write_bytes(text.encode())
    result = call(*CONVERT, "json")
    assert result.exit_code == 2
    assert place in result.stderr
    assert f"error[TG916] {words}" in result.stderr
    assert result.stdout == ""


def test_a_configuration_that_cannot_be_read(call):
    result = call(*CONVERT, "json", "--config", "nowhere.toml")
    assert result.exit_code == 2
    assert "error[TG916] cannot read the configuration nowhere.toml" in result.stderr


def test_the_keys_are_those_of_the_how_to():
    page = (Path(__file__).parents[2] / "docs/how-to/publish-a-collection.md").read_text("utf-8")
    listed = page.partition("Every key is an option")[2].partition("its dashes:")[2].partition(". What you write")[0]
    assert set(re.findall(r"`([a-z-]+)`", listed)) == set(OPTIONS)


def test_every_key_takes_its_options_own_default(tmp_path):
    """The default of each option, written as TOML, is a value that the configuration takes and gives back."""
    written = {
        "publisher": '"Us"',
        "licence": '"CC0"',
        "url": '"u"',
        "published": '"2026"',
        "authority": '"n.csv"',
        "map": '{ title = "Titel" }',
    }
    for name, option in OPTIONS.items():
        default = option.default if name not in written else None
        told = written.get(name) or (f'"{default}"' if isinstance(default, str) else str(default).lower())
        path = tmp_path / "telegrams.toml"
        path.write_text(f"{name} = {told}\n", "utf-8")
        ((parameter, value),) = settings(path, {name: option}).items()
        assert parameter.rstrip("_") == name.replace("-", "_")
        assert name in written or (value == default and type(value) is type(default))


def test_a_command_of_its_own_is_configured_by_its_own_options():
    alone = click.Command("alone", params=[*OPTIONS.values(), click.Option(["--other"])])
    assert configurable(alone, click.Context(alone)) == OPTIONS
