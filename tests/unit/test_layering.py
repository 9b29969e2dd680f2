"""Imports point one way: model ← facts ← findings ← values ← reading ← formats.text ← corpus ← cli."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from telegrams.cli.main import COMMANDS

SOURCE = Path(__file__).parents[2] / "src" / "telegrams"
ALLOWED = {
    "model": {"model"},
    "errors": {"model"},
    "findings": {"model"},
    "version": set(),
    "options": set(),
    "values": {"model", "facts", "findings", "values"},
    "reading": {"model", "facts", "findings", "errors", "values", "reading"},
    "formats": {"model", "facts", "findings", "errors", "formats", "options", "version"},
    "formats.text": {"model", "facts", "findings", "errors", "values", "reading", "formats"},
    "formats.block_text": {"model", "facts", "reading"},
    "formats.tei.heads": {"model", "values", "formats"},
    "formats.tei.credited": {"values", "formats"},
    "formats.csl.facts": {"model", "facts", "values", "formats"},
    "authority": {"model", "facts", "findings", "errors", "authority"},
    "schema": {"model", "formats"},
    "formats.table_rows": {"model", "formats", "tables"},
    "formats.jsonl": {"model", "errors", "formats", "tables"},
    "formats.pdf": {"model", "facts", "findings", "errors", "reading", "formats", "pdf"},
    "pdf": {"model", "facts", "findings", "errors", "pdf", "version"},
    "web": {"model", "facts", "findings", "errors", "building", "web"},
    "formats.html": {"formats", "web"},
    "tables": {"model", "facts", "findings", "errors", "building", "tables"},
    "building": {"model", "facts", "findings", "errors", "values", "reading"},
    "conversion": {"model", "facts", "findings", "errors", "reading", "formats", "pdf"},
    "cite": {"model", "facts", "findings", "errors", "formats", "cite", "options", "version"},
    "corpus": {
        "model",
        "facts",
        "findings",
        "errors",
        "authority",
        "formats",
        "conversion",
        "corpus",
        "options",
        "tables",
        "version",
    },
    "facts": {"model", "facts"},
    "cli": None,
}


def room(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts) if ".".join(parts) in ALLOWED else parts[0]


def imports(path: Path) -> set[str]:
    """The rooms of the package that a module imports, relative imports resolved."""
    package = ("telegrams", *path.relative_to(SOURCE).parent.parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            found.add(".".join([*base, node.module] if node.module else base))
    return {name.split(".")[1] for name in found if name.startswith("telegrams.")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_one_way(path):
    if path.parent == SOURCE and path.name in ("__init__.py", "__main__.py"):
        return
    allowed = ALLOWED[room(path)]
    if allowed is not None:
        assert imports(path) <= allowed, f"{path} imports {sorted(imports(path) - allowed)}"


def neighbours(path: Path) -> set[str]:
    """The modules of the command line that a module of it imports, wherever in it and for whatever use."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").removeprefix("telegrams.cli").lstrip(".")
            if node.level == 1 or (node.module or "").startswith("telegrams.cli"):
                found |= {module} if module else {each.name for each in node.names}
        elif isinstance(node, ast.Import):
            found |= {each.name.rpartition(".")[2] for each in node.names if each.name.startswith("telegrams.cli.")}
    return found


def test_the_command_line_has_no_circle():
    files = {path.stem: path for path in (SOURCE / "cli").glob("*.py")}
    arrows = {name: neighbours(path) for name, path in files.items()}
    assert set().union(*arrows.values()) <= set(files)
    assert "parameters" in arrows["convert"]
    list(TopologicalSorter(arrows).static_order())  # raises CycleError


def test_a_command_has_one_file():
    """Its name is that of the command; no command imports another, and what a file holds beside them, several need."""
    files = {path.stem: path for path in (SOURCE / "cli").glob("*.py")}
    assert set(COMMANDS) <= set(files)
    assert {name: module for name, module in COMMANDS.items() if module != f"telegrams.cli.{name}"} == {}
    for name, path in files.items():
        if name not in ("__init__", "main"):
            assert not neighbours(path) & set(COMMANDS), name
