"""Speed, as ratios measured in one run and printed beside their goals.

    python -m benchmarks            about a minute
    python -m benchmarks --full     20,000 documents, inputs up to 100 MB

Both sides of a ratio are measured alternately, and the least of several runs counts: other work on the machine
can only make a run longer. Nothing here is part of the test suite.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SOURCES = ROOT / "src"


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    value: float
    goal: float
    unit: str = "×"
    at_least: bool = False
    detail: str = ""

    @property
    def met(self) -> bool:
        return self.value >= self.goal if self.at_least else self.value <= self.goal


def least(first: Callable[[], object], second: Callable[[], object], rounds: int, repeat: int) -> tuple[float, float]:
    """The least time of each, in seconds for one call; the two are called in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for kept, call in zip(times, (first, second), strict=True):
            start = time.perf_counter()
            for _ in range(repeat):
                call()
            kept.append((time.perf_counter() - start) / repeat)
    return min(times[0]), min(times[1])


def parsing() -> Iterator[Figure]:
    """Parse a seed, every field, against merely tokenising its text as Markdown."""
    from markdown_it import MarkdownIt

    import telegrams

    for seed in SEEDS:
        data = seed.read_bytes()
        text = data.decode("utf-8")
        ours, theirs = least(partial(telegrams.parse, data), partial(MarkdownIt().parse, text), 30, 5)
        yield Figure(
            f"parse {seed.stem} / markdown-it-py tokenising it", ours / theirs, 0.5, detail=_both(ours, theirs)
        )
        bare, _ = least(partial(_read, text), lambda: None, 30, 5)
        yield Figure(
            f"  of that, reading without the layout, {seed.stem}", bare / theirs, 0.5, detail=f"{1e3 * bare:.2f} ms"
        )


def _read(text: str) -> object:
    from telegrams.reading import read_source
    from telegrams.reading.source import from_text

    return read_source(from_text(text)).document


def writing() -> Iterator[Figure]:
    """Text → TEI bytes, against lxml parsing and serialising that TEI."""
    for seed in SEEDS:
        data = seed.read_bytes()
        tei = _tei(data)
        ours, theirs = least(
            partial(_tei, data),
            partial(_through_lxml, tei),
            30,
            5,
        )
        yield Figure(
            f"text → TEI, {seed.stem} / lxml parsing and writing it", ours / theirs, 5, detail=_both(ours, theirs)
        )


def _tei(data: bytes) -> bytes:
    import telegrams

    return telegrams.write(telegrams.parse(data), "tei")


def _through_lxml(tei: bytes) -> bytes:
    from lxml import etree

    return etree.tostring(etree.fromstring(tei))


def layouts() -> Iterator[Figure]:
    """How many edits lead from the canonical text to the source: how well the model understands the text."""
    import telegrams

    for seed in SEEDS:
        layout = telegrams.parse(seed.read_bytes()).layout
        yield Figure(f"layout edits of {seed.stem}", len(layout.edits) if layout else 0, 12, unit="edits")


def start() -> Iterator[Figure]:
    """A cold `telegrams convert`, against importing its two largest dependencies."""
    convert = [sys.executable, "-m", "telegrams", "convert", str(SEEDS[0]), "--to", "tei"]
    dependencies = [sys.executable, "-c", "import pydantic, lxml.etree"]
    models = [sys.executable, "-c", "from pydantic import BaseModel; import lxml.etree"]
    ours, theirs = least(lambda: _process(convert), lambda: _process(dependencies), 9, 1)
    loaded, _ = least(lambda: _process(models), lambda: None, 9, 1)
    yield Figure("cold convert to TEI / import pydantic, lxml.etree", ours / theirs, 1.5, detail=_both(ours, theirs))
    yield Figure("  the same / from pydantic import BaseModel; …", ours / loaded, 1.5, detail=_both(ours, loaded))
    shown, bare = least(
        lambda: _process([sys.executable, "-m", "telegrams", "--help"]),
        lambda: _process([sys.executable, "-c", "pass"]),
        9,
        1,
    )
    yield Figure("telegrams --help, above the bare interpreter", 1e3 * (shown - bare), 60, unit="ms")


def _process(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(SOURCES)}


def folders(count: int) -> Iterator[Figure]:
    """A folder of documents: one worker against two, and the peak of memory with a twentieth of it."""
    with tempfile.TemporaryDirectory() as name:
        many, few = Path(name, "many"), Path(name, "few")
        _fill(many, count)
        _fill(few, count // 20)
        rounds = 3 if count <= 2000 else 1
        runs: dict[int, list[tuple[float, int]]] = {1: [], 2: []}
        for _ in range(rounds):
            for jobs, kept in runs.items():
                kept.append(_converted(many, jobs))
        one, two = (min(seconds for seconds, _ in runs[jobs]) for jobs in (1, 2))
        detail = f"{_both(one, two)}, {1e3 * one / count:.2f} ms each"
        yield Figure(
            f"{count:,} documents to TEI in a folder, 1 worker / 2", one / two, 1.7, at_least=True, detail=detail
        )
        for jobs in (1, 2):
            peak, small = runs[jobs][0][1], _converted(few, jobs)[1]
            yield Figure(
                f"peak memory, {count:,} documents / {count // 20:,}, jobs {jobs}",
                peak / small,
                1.1,
                detail=f"{peak / 1024:.0f} MB, {small / 1024:.0f} MB",
            )


_CONVERT = """
import resource, sys, time
from telegrams.cli.main import commands
start = time.perf_counter()
try:
    commands(sys.argv[1:], standalone_mode=False)
finally:
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(time.perf_counter() - start, peak)
"""


def _converted(folder: Path, jobs: int) -> tuple[float, int]:
    """Seconds, and the peak of memory of the largest process in kB."""
    with tempfile.TemporaryDirectory() as out:
        options = ["convert", str(folder), "--to", "tei", "--output-dir", out, "--jobs", str(jobs), "--quiet"]
        command = [sys.executable, "-c", _CONVERT, *options]
        ended = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment())
    seconds, peak = ended.stdout.split()
    return float(seconds), int(peak)


def _fill(folder: Path, count: int) -> None:
    """Documents made of the seeds, with other numbers in each."""
    folder.mkdir()
    texts = [seed.read_text("utf-8") for seed in SEEDS]
    for place in range(count):
        text = re.sub(r"(?<=/document/)\d+", str(200_000 + place), texts[place % len(texts)])
        (folder / f"{place:06}.txt").write_text(text, "utf-8", newline="")


def sizes(largest: int) -> Iterator[Figure]:
    """Ten times the input, from 100 kB on: paragraphs, and one paragraph without end."""
    import telegrams

    header, _, body = SEEDS[0].read_text("utf-8").partition("Translation - English\n")
    header += "Translation - English\n"
    for what, unit in (("paragraphs", body + "\n\n"), ("one line", body.replace("\n", " "))):
        before = 0.0
        size = 100_000
        while size <= largest:
            data = (header + "\n" + unit * (size // len(unit) + 1))[:size].encode("utf-8")
            repeat = max(1, 1_000_000 // size)
            seconds, _ = least(partial(telegrams.convert, data), lambda: None, 3 if size <= 10**7 else 1, repeat)
            if before:
                label = f"{size / 1e6:g} MB of {what} / a tenth of it"
                yield Figure(label, seconds / before, 11, detail=_both(seconds, before))
            before, size = seconds, size * 10


def _both(ours: float, theirs: float) -> str:
    return f"{_time(ours)} / {_time(theirs)}"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1e3 * seconds:.2f} ms"


def main() -> None:
    """Measure and print; the exit code says nothing of the figures."""
    options = argparse.ArgumentParser(description="Speed, as ratios beside their goals.")
    options.add_argument("--full", action="store_true", help="20,000 documents, inputs up to 100 MB")
    full = options.parse_args().full
    sys.path.insert(0, str(SOURCES))
    measured = (
        parsing(),
        writing(),
        layouts(),
        start(),
        folders(20_000 if full else 2_000),
        sizes(100_000_000 if full else 10_000_000),
    )
    print(f"{'what':62} {'measured':>14} {'goal':>12}")
    for group in measured:
        for figure in group:
            measure = f"{figure.value:.2f} {figure.unit}" if figure.unit == "×" else f"{figure.value:.0f} {figure.unit}"
            goal = f"{'≥' if figure.at_least else '≤'} {figure.goal:g}"
            print(
                f"{figure.what:62} {measure:>14} {goal:>12}  {'met ' if figure.met else 'MISS'}  {figure.detail}",
                flush=True,
            )


if __name__ == "__main__":
    main()
