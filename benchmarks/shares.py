"""How much of a TEI file is what: `python -m benchmarks.shares [INPUT …]`.

For each document, as it is written to a file of its own, the bytes and which share of them is

    fixed     said alike in every file: the schema, how it was made, the program, the kinds and rules it names
    layout    how the source was set out (`tg:layout`)
    digests   by which changes are found (`tg:written`)
    header    all of `teiHeader`, the three before included

and the median and largest share by the layout of the text. Inputs: texts or folders; else the seeds and, where
TELEGRAMS_SHARED is set, its corpus.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from lxml import etree

from benchmarks.outputs import inputs

HEADER = "{http://www.tei-c.org/ns/1.0}teiHeader"
FIXED = ("encodingDesc", "revisionDesc")
PARTS = ("fixed", "layout", "digests", "header")


def sizes(data: bytes) -> dict[str, int]:
    """The bytes of each part of a file."""
    root = etree.fromstring(data)
    (header,) = root.iterfind(HEADER)
    before = data.index(b"<TEI") - data.index(b"?>") - 2
    fixed = [each for each in header if etree.QName(each).localname in FIXED]
    return {
        "fixed": before + sum(map(written, fixed)),
        "layout": sum(map(written, root.iter("{tag:telegrams,2026:layout/1}layout"))),
        "digests": sum(map(written, root.iter("{tag:telegrams,2026:written/1}written"))),
        "header": data.index(b"</teiHeader>") - data.index(b"<teiHeader"),
    }


def written(element: etree._Element) -> int:
    """The bytes of an element, without the declaration of TEI's namespace that stands above it in the file."""
    return len(
        etree.tostring(element, with_tail=False, encoding="utf-8").replace(b' xmlns="http://www.tei-c.org/ns/1.0"', b"")
    )


def measured(paths: Iterable[Path]) -> Iterator[tuple[str, str, int, dict[str, float]]]:
    """Of each document the layout of its text, its name, its bytes and the shares."""
    import telegrams

    for path in paths:
        for document in telegrams.convert(path.read_bytes(), name=path.name).documents:
            data = telegrams.write(document, "tei")
            shares = {part: size / len(data) for part, size in sizes(data).items()}
            yield path.parent.name, path.name, len(data), shares


def main(arguments: list[str] | None = None) -> None:
    """Print a line for each document, then the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shares", description=__doc__.split("\n", 1)[0])
    parser.add_argument("inputs", nargs="*", type=Path)
    chosen = [path for path in inputs(parser.parse_args(arguments).inputs) if path.suffix == ".txt"]
    groups: dict[str, list[dict[str, float]]] = defaultdict(list)
    print(f"{'':32}{'bytes':>9}" + "".join(f"{part:>9}" for part in PARTS))
    for group, name, size, shares in measured(chosen):
        groups[group].append(shares)
        print(f"{group + '/' + name:32}{size:9,}" + "".join(f"{shares[part]:9.1%}" for part in PARTS))
    for group, found in groups.items():
        for word, value in (("median", median), ("largest", max)):
            told = "".join(f"{value(each[part] for each in found):9.1%}" for part in PARTS)
            print(f"{word + ' of ' + group:41}{told}")


if __name__ == "__main__":
    main()
