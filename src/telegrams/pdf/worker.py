"""The process that reads one PDF: bytes on standard input, one JSON object on standard output.

    {"text": …, "layer": false, "pages": 15, "silent": 9, "unreadable": 0, "hidden": 0, "struck": 0}
    {"problem": "damaged", "detail": "page 3 cannot be read"}

It holds itself to the limits (arguments, in the order of `Limits`) as far as the system can.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from telegrams.pdf.glyphs import Limits, PageGlyphs, PdfProblem
from telegrams.pdf.lines import Page, lines_of
from telegrams.pdf.rows import rows_of


def answer(pages: Iterable[PageGlyphs], limits: Limits) -> dict[str, Any]:
    """The object to answer with, from the glyphs of the pages.

    A layer of recognised characters counts only where nothing else is text: under the scan of an original that
    follows its translation it is no part of the document.
    """
    painted: list[Page] = []
    layers: list[Page] = []
    unreadable = hidden = covered = 0
    try:
        for page in pages:
            painted.append(list(rows_of(page.glyphs)))
            layers.append(list(rows_of(page.layer)))
            covered += sum(each.text != " " for each in page.layer)
            unreadable += page.unreadable
            hidden += page.hidden
    except PdfProblem as problem:
        return {"problem": problem.kind, "detail": problem.detail}
    except MemoryError:
        return {"problem": "too-large", "detail": "it needs too much memory"}
    layer = bool(covered) and not any(painted)
    rows = layers if layer else painted
    text = lines_of(rows)
    if len(text) > limits.text:
        return {"problem": "too-large", "detail": f"its text, with its blanks, has {len(text):,} characters"}
    return {
        "text": text,
        "layer": layer,
        "pages": len(rows),
        "silent": sum(not page for page in rows),
        "unreadable": unreadable,
        "hidden": hidden if layer else hidden + covered,
        "struck": sum(row.struck for page in rows for turned in page for row in turned),
    }


def restrain(limits: Limits) -> None:
    """Bound this process's memory and time, and let it write no files; Windows has no such means."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        except (ValueError, OSError):  # macOS refuses some kinds; the caller's clock still holds
            continue


def main(arguments: Sequence[str], given: BinaryIO, told: BinaryIO) -> None:
    """Read, answer."""
    limits = Limits(*map(int, arguments))
    restrain(limits)
    try:
        from telegrams.pdf.pages import read_pages
    except (ImportError, OSError) as error:
        outcome = {"problem": "missing", "detail": f"pypdfium2 cannot be loaded: {error}"}
    else:
        outcome = answer(read_pages(given.read(), limits), limits)
    told.write(json.dumps(outcome).encode("ascii"))


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer)
