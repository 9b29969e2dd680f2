"""What each cost in the grammar of titles is worth: `python -m benchmarks.costs [FILE.jsonl …]`.

Every named cost is halved and doubled in turn; printed is by how many titles more or fewer every field is then right,
on the half that may be looked at and on the other. Where both stand at nothing, the cost parts no two readings.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from benchmarks.accuracy import titles
from benchmarks.accuracy.__main__ import labelled_files
from benchmarks.accuracy.scoring import Half, Item, halved, score
from telegrams.values.titles import clauses, prepositions

SEED = 9
"""What the halves are drawn by, as in `benchmarks.accuracy`."""
COSTS: tuple[tuple[ModuleType, str], ...] = (
    (clauses, "_NO_PARTY"),
    (clauses, "_DANGLING"),
    (clauses, "_BARE_SUBJECT"),
    (clauses, "_LEFT_OVER"),
    (clauses, "_VENUE"),
    (clauses, "_SWALLOWED"),
    (clauses, "_MISSED"),
    (clauses, "_QUOTED"),
    (clauses, "_UNCUT"),
    (clauses, "_PASSED"),
    (clauses, "MARGIN"),
    (prepositions, "_BELONGING"),
)


def right(items: list[Item], half: Half) -> int:
    """How many titles of one half have every field right."""
    chosen = halved(items, titles.label, SEED, half)
    return score(chosen, titles.label, titles.expected, titles.predicted).right


def main(arguments: Iterable[str]) -> None:
    """Print the gain or loss of each cost, halved and doubled."""
    files = [Path(name) for name in arguments] or [path for path in labelled_files() if "titles" in path.name]
    items: list[Item] = [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines()]
    seen, unseen = right(items, "seen"), right(items, "unseen")
    print(f"{'cost':<16}{'value':>7}{'times':>7}{'seen':>6}{'unseen':>8}    right today: {seen}, {unseen}")
    for module, name in COSTS:
        value = getattr(module, name)
        for factor in (0.5, 2.0):
            setattr(module, name, value * factor)
            gains = (right(items, "seen") - seen, right(items, "unseen") - unseen)
            print(f"{name:<16}{value:>7}{factor:>7}{gains[0]:>+6}{gains[1]:>+8}")
        setattr(module, name, value)


if __name__ == "__main__":
    main(sys.argv[1:])
