"""How often each rule for the parties of a title is right: `python -m benchmarks.rules [--write] [FILE.jsonl …]`.

Judged on that half of the labelled titles whose misses nobody sees; by how many are right a rule is sure or not
(the head of `rules.tsv` says how). `--write` puts both into the rows `party-…` of that table.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy import titles
from benchmarks.accuracy.__main__ import labelled_files
from benchmarks.accuracy.scoring import Item, halved
from telegrams.model.inference import Certainty
from telegrams.values.titles import parse_title

TABLE = Path(__file__).parents[1] / "src" / "telegrams" / "facts" / "data" / "rules.tsv"
SEED = 9
"""What the halves are drawn by, as in `benchmarks.accuracy`."""
_ENOUGH = 10
_SURE, _LIKELY = 19 / 20, 3 / 4


class Judged(NamedTuple):
    """How many parties by one rule were right, of how many."""

    right: int = 0
    seen: int = 0

    @property
    def certainty(self) -> Certainty:
        """How sure the rule is; of one that was seldom seen, that it is plain."""
        if self.seen < _ENOUGH:
            return "medium" if self.right >= _LIKELY * self.seen else "low"
        return "high" if self.right >= _SURE * self.seen else "medium" if self.right >= _LIKELY * self.seen else "low"

    def __str__(self) -> str:
        return f"{self.right} of {self.seen}, in titles that nobody had looked at" if self.seen else ""


def judged(items: Iterable[Item]) -> Mapping[str, Judged]:
    """The rules by which parties of these titles were told, each with how often all five fields are as labelled."""
    found: dict[str, Judged] = {}
    for item in items:
        if item.get("doubt"):
            continue
        title, wanted = parse_title(titles.label(item)), titles.expected(item)
        for sort in titles.PARTIES:
            left = Counter(wanted[sort])
            for party in getattr(title, sort):
                fields, rule = titles.fields_of(party), party.inferred.rule
                before = found.get(rule, Judged())
                found[rule] = Judged(before.right + (left[fields] > 0), before.seen + 1)
                left[fields] -= 1
    return found


def labelled(files: Iterable[Path]) -> list[Item]:
    """The unseen half of the labelled titles."""
    items: list[Item] = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    return halved(items, titles.label, SEED, "unseen")


def rows(table: str, found: Mapping[str, Judged]) -> str:
    """The table with what was found in the rows of these rules."""
    lines = []
    for line in table.splitlines():
        rule, *cells = line.split("\t")
        if rule in found:
            cells = [found[rule].certainty, cells[1], str(found[rule])]
        lines.append("\t".join((rule, *cells)))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print or write what the labelled titles say of each rule."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl", help="default: all labelled titles")
    parser.add_argument("--write", action="store_true", help="write the figures into rules.tsv")
    options = parser.parse_args()
    found = judged(labelled(options.files or [path for path in labelled_files() if "titles" in path.name]))
    for rule, each in sorted(found.items()):
        print(f"{rule:<24}{each.certainty:<8}{each}")
    if options.write:
        TABLE.write_text(rows(TABLE.read_text("utf-8"), found), "utf-8")


if __name__ == "__main__":
    main()
