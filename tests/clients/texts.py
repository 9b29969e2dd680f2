"""The texts that clients are tried with: the seeds, and the corpus beside the repository where it is there."""

import os
from functools import cache
from pathlib import Path

import telegrams

SHARED = os.environ.get("TELEGRAMS_SHARED", "")
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
CORPUS = sorted(Path(SHARED, "corpus").glob("*/*.txt")) if SHARED else []
TEXTS = {path.stem: path for path in (*SEEDS, *CORPUS)}


def source(name):
    return TEXTS[name].read_bytes()


@cache
def document(name):
    return telegrams.convert(source(name)).document


@cache
def tei(name):
    return telegrams.write(document(name), "tei")


def put_files(folder):
    """All texts as TEI files in a folder; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TEXTS:
        (folder / f"{name}.xml").write_bytes(tei(name))
    return list(TEXTS)
