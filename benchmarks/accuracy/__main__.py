"""How well labelled data is understood: `python -m benchmarks.accuracy [FILE.jsonl …] [--corpus FOLDER]`.

Whoever mends a reader looks at the misses of one half only (`--half seen`) and judges by the other (`--half unseen`),
whose misses are not printed.
"""

import argparse
import importlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.accuracy.scoring import Item, Report, halved, sampled, score

SHARED = "TELEGRAMS_SHARED"
"""The environment variable that names the folder with labelled data (`data/*_gold.jsonl`) and texts (`corpus/`)."""
_MODULES = {"paragraphs": "frus", "citation": "citations", "text": "dates", "volume": "heads", "title": "titles"}
"""The module that scores a file, by a key that its items hold; a citation and a head have a title too."""
_LONGEST_LIST = 4
"""Of longer lists only the differences are printed."""


def module_for(item: Item) -> ModuleType:
    """The module that scores items like this one."""
    for key, module in _MODULES.items():
        if key in item:
            return importlib.import_module(f"benchmarks.accuracy.{module}")
    raise SystemExit(f"no known key ({', '.join(_MODULES)}) among {', '.join(item)}")


def print_report(name: str, report: Report, misses: bool) -> None:
    """A table of the fields, then what was missed."""
    share = report.right / report.documents if report.documents else 1.0
    print(f"\n{name}\nevery field right: {report.right} of {report.documents} = {share:.3f}")
    print(f"{'field':<28}{'precision':>10}{'recall':>8}{'exact':>8}{'n':>6}{'invented':>10}{'missing':>9}")
    for field, tally in report.fields.items():
        figures = f"{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.exact_match:>8.3f}{tally.documents:>6}"
        print(f"{field:<28}{figures}{tally.invented:>10}{tally.missing:>9}")
    if misses:
        for field, tally in report.fields.items():
            for text, wanted, got in tally.misses:
                missing, invented = _differences(wanted, got)
                print(f"\n{field}: {text}\n    expected {missing}\n    got      {invented}")


def _differences(wanted: list[Any], got: list[Any]) -> tuple[list[Any], list[Any]]:
    """Of two long lists only what one of them has more than the other."""
    if max(len(wanted), len(got)) <= _LONGEST_LIST:
        return wanted, got
    missing, invented = Counter(map(repr, wanted)), Counter(map(repr, got))
    return list((missing - invented).elements()), list((invented - missing).elements())


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


def labelled_files() -> list[Path]:
    """All labelled files there are."""
    return sorted(_shared("data").glob("*_gold.jsonl")) + sorted(_shared("frus").glob("*.jsonl"))


def print_accuracy(path: Path, options: argparse.Namespace) -> None:
    """Score one labelled file, whole, by half or by sample."""
    lines = path.read_text("utf-8").splitlines()
    items: list[Item] = [{**json.loads(line), "folder": str(path.parent)} for line in lines if line.strip()]
    module = module_for(items[0])
    if options.half:
        items = halved(items, module.label, options.seed, options.half)
    if options.sample is not None:
        items = sampled(items, module.label, options.seed, options.sample)
    name = f"{path.name}, {options.half} half" if options.half else path.name
    report = score(items, module.label, module.expected, module.predicted)
    print_report(name, report, options.misses and options.half != "unseen")


def _shared(folder: str) -> Path:
    root = os.environ.get(SHARED)
    if not root or not (Path(root) / folder).is_dir():
        raise SystemExit(f"name the files, or set {SHARED} to the folder that holds {folder}/")
    return Path(root) / folder


def main(arguments: Iterable[str]) -> None:
    """Print the accuracy on labelled files, or the layout edits of a folder of texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE.jsonl",
        help=f"default: ${SHARED}/data/*_gold.jsonl and frus/*.jsonl",
    )
    parser.add_argument("--misses", action=argparse.BooleanOptionalAction, default=True, help="list what was missed")
    parser.add_argument(
        "--corpus", nargs="?", type=Path, const=Path(), metavar="FOLDER", help=f"default: ${SHARED}/corpus"
    )
    parser.add_argument("--half", choices=("seen", "unseen"), help="one half of every set; unseen prints figures only")
    parser.add_argument("--sample", type=int, metavar="N", help="only N items of every set")
    parser.add_argument("--seed", type=int, default=9, help="what the halves and samples are drawn by (default: 9)")
    options = parser.parse_args(list(arguments))
    if options.corpus is not None:
        print_layout(options.corpus if options.corpus != Path() else _shared("corpus"))
    if options.corpus is None or options.files:
        for path in options.files or labelled_files():
            print_accuracy(path, options)


if __name__ == "__main__":
    main(sys.argv[1:])
