"""How well labelled data is understood: `python -m benchmarks.accuracy [FILE.jsonl …] [--corpus FOLDER]`."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.scoring import Score, score

SHARED = "TELEGRAMS_SHARED"
"""The environment variable that names the folder with labelled data (`data/*_gold.jsonl`) and texts (`corpus/`)."""
_MODULES = {"title": "titles", "citation": "citations", "text": "dates"}
"""The module that scores a file, by the key that holds what is to be read."""


def module_for(item: dict[str, Any]) -> ModuleType:
    """The module that scores items like this one. A citation has a title too, so its key is looked for first."""
    for key in ("citation", "text", "title"):
        if key in item:
            return importlib.import_module(f"benchmarks.accuracy.{_MODULES[key]}")
    raise SystemExit(f"no known key ({', '.join(_MODULES)}) among {', '.join(item)}")


def print_scores(name: str, scores: dict[str, Score], misses: bool) -> None:
    """A table of the fields, then what was missed."""
    print(f"\n{name}\n{'field':<28}{'precision':>10}{'recall':>8}{'exact':>8}{'n':>6}")
    for field, tally in scores.items():
        figures = f"{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.exact_match:>8.3f}{tally.documents:>6}"
        print(f"{field:<28}{figures}")
    if misses:
        for field, tally in scores.items():
            for text, wanted, got in tally.misses:
                print(f"\n{field}: {text}\n    expected {wanted}\n    got      {got}")


def print_layout(folder: Path) -> None:
    """For every text: how many edits lead from the canonical text to the source, and their share of its length."""
    import telegrams

    print(f"\n{folder}\n{'edits':>6}{'share':>8}  text")
    for path in sorted(folder.rglob("*.txt")):
        source = path.read_bytes()
        document = telegrams.convert(source).document
        edits = document.layout.edits if document and document.layout else ()
        changed = sum(edit.delete + len(edit.insert) for edit in edits)
        print(f"{len(edits):>6}{changed / max(1, len(source)):>8.1%}  {path.relative_to(folder)}")


def _shared(folder: str) -> Path:
    root = os.environ.get(SHARED)
    if not root or not (Path(root) / folder).is_dir():
        raise SystemExit(f"name the files, or set {SHARED} to the folder that holds {folder}/")
    return Path(root) / folder


def main(arguments: Iterable[str]) -> None:
    """Print the accuracy on labelled files, or the layout edits of a folder of texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE.jsonl", help=f"default: ${SHARED}/data/*_gold.jsonl"
    )
    parser.add_argument("--misses", action=argparse.BooleanOptionalAction, default=True, help="list what was missed")
    parser.add_argument(
        "--corpus", nargs="?", type=Path, const=Path(), metavar="FOLDER", help=f"default: ${SHARED}/corpus"
    )
    options = parser.parse_args(list(arguments))
    if options.corpus is not None:
        print_layout(options.corpus if options.corpus != Path() else _shared("corpus"))
    if options.corpus is None or options.files:
        for path in options.files or sorted(_shared("data").glob("*_gold.jsonl")):
            items = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
            module = module_for(items[0])
            print_scores(path.name, score(items, module.label, module.expected, module.predicted), options.misses)


if __name__ == "__main__":
    main(sys.argv[1:])
