"""On the package index `telegrams` is a stranger's project: no text of ours may make anyone install it."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from telegrams.version import DISTRIBUTION, VERSION, install

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = ("*", ".ci/*", "benchmarks/**/*", "docs/**/*", "schemas/*", "seeds/*.md", "src/**/*", "tests/**/*")
KINDS = {
    ".md",
    ".txt",
    ".py",
    ".toml",
    ".cff",
    ".sh",
    ".html",
    ".tsv",
    ".xml",
    ".json",
    ".cfg",
    ".yaml",
    ".yml",
    ".in",
    "",
}
TEXTS = sorted(
    {
        path
        for pattern in OURS
        for path in ROOT.glob(pattern)
        if path.is_file() and path.suffix in KINDS and not path.name.startswith(".coverage")
    }
)

NAME = r"(?<![\w./@#-])telegrams(?![\w/-]|\.\w)"
"""The bare name: no part of a longer name, a path, or a module."""
INSTALLER = r"\b(?:pip[0-9.]*|pipx|uvx?|conda|mamba|micromamba|poetry|pdm|rye|hatch|easy_install)\b"
ASKING = re.compile(
    rf"""
      (?:{INSTALLER}|\binstall(?:s|ing)?\b|--with\b) (?:[^.;&|\n]|\.(?=[0-9])){{0,100}}? {NAME}
    | (?<![\w-])telegrams\[ *(?:{"|".join(PROJECT["optional-dependencies"])}) \b   # with an extra
    | {NAME}["']? [ ]* (?:[=<>~!]=|[<>]) [ ]* [0-9]                             # with a version
    | ^[ ]*-?[ ]* {NAME} [ ]* @ [ ]* \w                                         # with an address
    | \b(?:version|metadata|distribution|requires|files|require)\( ["']telegrams["'] \)
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def asked(text):
    """Where a text asks for the stranger's project; words broken over lines belong together."""
    joined = re.sub(r"(?<=\w)[ ]*\n[ ]*(?=[`\"'\w])", " ", text)
    return [found[0] for each in (text, joined) for found in ASKING.finditer(each)]


@pytest.mark.parametrize(
    "line",
    [
        "pip install NAME",
        "`pip3 install -U NAME`",
        'pip install "NAME[pdf]"',
        "python -m pip install --upgrade 'NAME[cite,pdf]>=0.1'",
        "pip download --no-deps NAME",
        "pip install lxml==6.1 NAME",
        "pipx install NAME",
        "pipx run NAME convert x.txt",
        "uv add NAME",
        "uv tool install NAME",
        "uvx NAME check x.txt",
        "uv run --with NAME python",
        "poetry add NAME",
        "conda install -c conda-forge NAME",
        "Install a newer version of NAME",
        "the extra NAME[pdf]",
        "NAME==0.1.0",
        'dependencies = ["NAME>=0.1", "lxml"]',
        "NAME @ https://example.org/x.whl",
        "importlib.metadata.version('NAME')",
        "needs the extra:\n    pip install\n    NAME",
    ],
)
def test_what_asks_for_it_is_recognised(line):
    assert asked(line.replace("NAME", "telegrams"))
    assert not asked(line.replace("NAME", DISTRIBUTION))


@pytest.mark.parametrize(
    "line",
    [
        "pip install . && telegrams convert seeds/112634.txt --to tei",
        "import telegrams",
        "$ make run        # installs into .venv and converts",
        "`. .venv/bin/activate` puts `telegrams` on the path.",
        "[tool.telegrams]",
        "They may install missiles; telegrams say so.",
    ],
)
def test_what_does_not_is_left_alone(line):
    assert not asked(line)


def test_no_text_of_ours_asks_for_it():
    assert len(TEXTS) > 400
    found = {str(path.relative_to(ROOT)): asked(path.read_text("utf-8", "replace")) for path in TEXTS}
    assert {path: what for path, what in found.items() if what} == {}


def test_nor_does_the_project_itself():
    assert PROJECT["name"] == DISTRIBUTION != "telegrams"
    wanted = [
        *PROJECT["dependencies"],
        *(each for extra in PROJECT["optional-dependencies"].values() for each in extra),
    ]
    assert "telegrams" not in {re.split(r"[^\w.-]", each, maxsplit=1)[0].lower() for each in wanted}


def test_every_extra_that_is_named_exists():
    named = {
        found.groups()
        for path in TEXTS
        for found in re.finditer(r"([\w.-]*telegrams)\[([a-z, ]+)\]", path.read_text("utf-8", "replace"))
    }
    assert {name for name, _ in named} == {DISTRIBUTION}
    extras = {each.strip() for _, listed in named for each in listed.split(",")}
    assert extras <= set(PROJECT["optional-dependencies"])


@pytest.mark.parametrize("extra", ["pdf", "cite"])
def test_a_hint_names_the_distribution(extra):
    assert install(extra) == f'pip install "{PROJECT["name"]}[{extra}]"'


def test_the_name_stands_once_in_code():
    """Docstrings are texts, like pages; a string that the program puts together takes the name from `DISTRIBUTION`."""
    assert {path.name for path in (ROOT / "src").rglob("*.py") if DISTRIBUTION in "\n".join(_strings(path))} == {
        "version.py"
    }


def _strings(path):
    tree = ast.parse(path.read_text("utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.value


def test_the_citation_names_it_with_its_version():
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f'title: "{DISTRIBUTION}"\n' in citation
    assert f"\nversion: {VERSION}\n" in citation
