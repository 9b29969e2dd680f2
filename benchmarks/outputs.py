"""Everything the package writes, for comparing two commits: `python -m benchmarks.outputs FOLDER [INPUT …]`.

Writes each input in every format that can be written, FOLDER/FORMAT/NAME, all inputs of a collecting format in one
file, and what was found where. A change that should change no output shows it with

    git worktree add ../base COMMIT
    python -m benchmarks.outputs ../before --with ../base/src
    python -m benchmarks.outputs ../after
    diff -r ../before ../after

`--with SRC` reads the package from another checkout's `src`. Inputs: files or folders; else the seeds and, where
TELEGRAMS_SHARED is set, its corpus and its texts of FRUS. An input that cannot be read, or a format that refuses a
document, is a line in FOLDER/refused.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def inputs(named: Iterable[Path]) -> Iterator[Path]:
    """The files to read, in a fixed order."""
    shared = os.environ.get("TELEGRAMS_SHARED")
    chosen = list(named) or [ROOT / "seeds"] + (
        [Path(shared) / "corpus", Path(shared) / "frus" / "raw"] if shared else []
    )
    for place in chosen:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (file for file in files if file.suffix in {".txt", ".pdf", ".xml"} and file.is_file())


def write_all(folder: Path, named: Iterable[Path]) -> None:
    """Write every input in every format below `folder`."""
    import telegrams

    refused: list[str] = []
    documents = []
    for number, path in enumerate(inputs(named)):
        name = f"{number:04}-{path.stem}"
        try:
            result = telegrams.convert(path.read_bytes(), name=path.name)
        except telegrams.TelegramsError as error:
            refused.append(f"{name}: {type(error).__name__}: {error}")
            continue
        keep(folder / "findings" / name, "\n".join(map(repr, result.diagnostics)).encode())
        keep(folder / "spans" / name, "\n".join(f"{path}: {span}" for path, span in result.spans.items()).encode())
        documents += [(f"{name}-{place}", document) for place, document in enumerate(result.documents)]
    options = telegrams.WriteOptions(licence=LICENCE, published="2026", url="https://example.org/letters")
    for format in telegrams.FORMATS.values():
        if not format.writes:
            continue
        written = []
        for name, document in documents:
            try:
                keep(folder / format.name / name, telegrams.write(document, format.name, options))
                written.append(document)
            except telegrams.TelegramsError as error:
                refused.append(f"{format.name}: {name}: {type(error).__name__}: {error}")
        if format.collects:
            keep(folder / format.name / "all", b"".join(telegrams.write_many(written, format.name, options)))
    keep(folder / "refused", "\n".join(refused).encode())


def keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main(arguments: list[str]) -> None:
    """Write all outputs below the named folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outputs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("inputs", nargs="*", type=Path)
    parser.add_argument("--with", dest="source", type=Path, metavar="SRC", help="the `src` folder of another checkout")
    options = parser.parse_args(arguments)
    if options.source:
        sys.path.insert(0, str(options.source.resolve()))
    write_all(options.folder, options.inputs)


if __name__ == "__main__":
    main(sys.argv[1:])
