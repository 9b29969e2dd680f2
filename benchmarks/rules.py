"""How often each rule of inference is right: `python -m benchmarks.rules [--write] [--misses] [FILE.jsonl …]`.

Whatever the program concluded by a rule is held against the labelled data that say it: parties against the labelled
titles, completed dates against the labelled dates and the labelled days of the FRUS set; page ends, datelines and
signatures against its editors' marking. A rule of which no label tells is left as it was judged by hand.

`--write` puts the figures of both halves into the column `right` of `rules.tsv`, and how sure the rule is by them into
`certainty` (the head of that table says how). `--misses` lists what was wrong in the seen half. A further rule is
judged as soon as it is used on labelled data; a further kind of conclusion is one more function in `JUDGES`.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.accuracy import dates, frus, titles
from benchmarks.accuracy.__main__ import labelled_files, module_for
from benchmarks.accuracy.normal import without_blanks, words_of
from benchmarks.accuracy.scoring import Half, Item, halved
from telegrams.formats.block_text import block_text
from telegrams.model.body import Closer, Opener
from telegrams.model.inference import Certainty, Inference
from telegrams.model.marks import Date
from telegrams.values.dates import parse_date
from telegrams.values.titles import parse_title

TABLE = Path(__file__).parents[1] / "src" / "telegrams" / "facts" / "data" / "rules.tsv"
SEED = 9
"""What the halves are drawn by, as in `benchmarks.accuracy`."""
_HALVES: tuple[Half, ...] = ("unseen", "seen")
_ENOUGH = 20
"""Of fewer conclusions nothing is said: those that were judged by hand are as many."""
_ENOUGH_UNSEEN = 10
_SURE, _LIKELY = 19 / 20, 3 / 4

_MEASURED = re.compile(r"(\d+) of (\d+) unseen, (\d+) of (\d+) seen")


class Conclusion(NamedTuple):
    """What was concluded by a rule, and whether the labels say the same."""

    rule: str
    right: bool
    words: str


class Judged(NamedTuple):
    """How many conclusions by one rule were right, of how many."""

    right: int = 0
    uses: int = 0

    def __str__(self) -> str:
        return f"{self.right} of {self.uses}"


class Figures(NamedTuple):
    """The figures of a rule on the half of the labelled data whose misses nobody sees, and on the other."""

    unseen: Judged = Judged()
    seen: Judged = Judged()

    @property
    def certainty(self) -> Certainty | None:
        """How sure the rule is: by the unseen half, or where that holds too few by both; none where these are few."""
        both = Judged(self.unseen.right + self.seen.right, self.unseen.uses + self.seen.uses)
        told = self.unseen if self.unseen.uses >= _ENOUGH_UNSEEN else both
        if both.uses < _ENOUGH:
            return None
        return "high" if told.right >= _SURE * told.uses else "medium" if told.right >= _LIKELY * told.uses else "low"

    def __str__(self) -> str:
        return f"{self.unseen} unseen, {self.seen} seen"

    @classmethod
    def written(cls, cell: str | None) -> "Figures | None":
        """The figures that a cell of the table has; none where it was judged by hand."""
        found = _MEASURED.fullmatch(cell or "")
        return cls(Judged(int(found[1]), int(found[2])), Judged(int(found[3]), int(found[4]))) if found else None


def parties(item: Item) -> Iterator[Conclusion]:
    """The parties of a title; one is right where all five fields are as labelled."""
    title, wanted = parse_title(titles.label(item)), titles.expected(item)
    for sort in titles.PARTIES:
        left = Counter(wanted[sort])
        for party in getattr(title, sort):
            fields = titles.fields_of(party)
            yield from _by(party.inferred, left[fields] > 0, f"{sort}: {fields} of {titles.label(item)}")
            left[fields] -= 1


def single_dates(item: Item) -> Iterator[Conclusion]:
    """A date by itself."""
    date = parse_date(dates.label(item))
    yield from _by(date.inferred, date.edtf == item["edtf"], f"{date.edtf} of {dates.label(item)}")


def days(item: Item) -> Iterator[Conclusion]:
    """The days of a text whose year was concluded."""
    left = Counter(frus.expected(item)["days without year"])
    for inline in frus.inlines(frus.read(item).body):
        if isinstance(inline, Date) and frus.is_completed(inline.date):
            words = f"{inline.date.verbatim} = {inline.date.edtf}"
            yield from _by(inline.date.inferred, left[words] > 0, f"{frus.label(item)}: {words}")
            left[words] -= 1


def page_ends(item: Item) -> Iterator[Conclusion]:
    """The ends of pages that were concluded in the sentences of a text."""
    labelled = [(without_blanks(each["left"]), without_blanks(each["right"])) for each in item["page_breaks"]]
    for before, after, inference in frus.page_ends(frus.read(item)):
        place = without_blanks(before), without_blanks(after)
        right = any(frus.is_same_place(each, place) for each in labelled)
        yield from _by(inference, right, f"{frus.label(item)}: {before[-30:]} | {after[:30]}")


def signatures(item: Item) -> Iterator[Conclusion]:
    """The signatures of a text that the editors print with one; those of an enclosure they do not mark."""
    shown = {word for text in frus.optional(item, "signature") for word in words_of(text)}
    last = [block for block in frus.read(item).body if isinstance(block, Closer) and block.role == "signature"][-1:]
    for block in last if shown else ():
        right = not shown.isdisjoint(words_of(block_text(block)))
        yield from _by(block.inferred, right, f"{frus.label(item)}: {block_text(block)}")


def datelines(item: Item) -> Iterator[Conclusion]:
    """The first dateline of a text that the editors print with one; those of an enclosure they do not mark."""
    labelled = {without_blanks(text).strip(".[]") for text in frus.optional(item, "dateline")}
    blocks = frus.read(item).body
    first = [block for block in blocks if isinstance(block, Opener | Closer) and block.role == "dateline"][:1]
    for block in first if labelled else ():
        right = without_blanks(block_text(block)).strip(".[]") in labelled
        yield from _by(block.inferred, right, f"{frus.label(item)}: {block_text(block)}")


JUDGES: Mapping[object, Sequence[Callable[[Item], Iterator[Conclusion]]]] = MappingProxyType(
    {titles: (parties,), dates: (single_dates,), frus: (days, page_ends, signatures, datelines)}
)
"""By the module that scores a labelled file, what is judged of each of its items."""


def _by(inference: Inference | None, right: bool, words: str) -> Iterator[Conclusion]:
    if inference:
        yield Conclusion(inference.rule, right, words)


def conclusions(items: Sequence[Item]) -> Iterator[Conclusion]:
    """What was concluded on the items of a labelled file by any rule; those marked `doubt` are left out."""
    for judge in JUDGES.get(module_for(items[0]), ()) if items else ():
        for item in items:
            if not item.get("doubt"):
                yield from judge(item)


def concluded(files: Iterable[Path]) -> dict[Half, list[Conclusion]]:
    """What was concluded on each half of labelled files."""
    found: dict[Half, list[Conclusion]] = {half: [] for half in _HALVES}
    for path in files:
        items = [{**json.loads(line), "folder": str(path.parent)} for line in path.read_text("utf-8").splitlines()]
        for half in _HALVES:
            found[half] += conclusions(halved(items, module_for(items[0]).label, SEED, half))
    return found


def figures(halves: Mapping[Half, Sequence[Conclusion]]) -> dict[str, Figures]:
    """The figures of each rule that was used, by its name."""
    rules = sorted({each.rule for half in _HALVES for each in halves[half]})
    return {rule: Figures(*(_judged(rule, halves[half]) for half in _HALVES)) for rule in rules}


def _judged(rule: str, told: Iterable[Conclusion]) -> Judged:
    own = [each.right for each in told if each.rule == rule]
    return Judged(sum(own), len(own))


def rows(table: str, found: Mapping[str, Figures]) -> str:
    """The table with what was found in the rows of these rules, but where that is too little to say anything."""
    lines = []
    for line in table.splitlines():
        rule, *cells = line.split("\t")
        if rule in found and (certainty := found[rule].certainty):
            cells = [certainty, cells[1], str(found[rule])]
        lines.append("\t".join((rule, *cells)))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print or write what the labelled data say of each rule."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.jsonl", help="default: all labelled files")
    parser.add_argument("--write", action="store_true", help="write the figures into rules.tsv")
    parser.add_argument("--misses", action="store_true", help="list what was wrong in the seen half")
    options = parser.parse_args()
    halves = concluded(options.files or labelled_files())
    found = figures(halves)
    for rule, each in found.items():
        print(f"{rule:<36}{each.certainty or 'few':<8}{each}")
    for conclusion in halves["seen"] if options.misses else ():
        if not conclusion.right:
            print(f"{conclusion.rule}: {conclusion.words}")
    if options.write:
        TABLE.write_text(rows(TABLE.read_text("utf-8"), found), "utf-8")


if __name__ == "__main__":
    main()
