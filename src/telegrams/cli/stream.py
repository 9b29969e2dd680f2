"""All documents into one stream: standard output or one file."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from telegrams.corpus.atomic import backup_of, replacing
from telegrams.corpus.plan import STANDARD_INPUT, Input
from telegrams.corpus.work import Outcome
from telegrams.formats import Format
from telegrams.formats.contract import Piece

from .exits import Failure, Refusal, unwritten


def refuse_output(output: str | None, found: Iterable[Input]) -> None:
    """Refuse an output that is a folder or one of the inputs."""
    if output in (None, STANDARD_INPUT):
        return
    path = Path(output)
    if path.is_dir():
        raise Refusal("TG003", f"{output} is a folder, and --output takes a file", "--output-dir takes a folder")
    if path.is_file():
        refuse_inputs([output], found, "choose another name for the output")


def refuse_inputs(outputs: Iterable[str], found: Iterable[Input], hint: str) -> None:
    """Refuse where a file that would be written is one of the inputs, by this or another name."""
    files = {identity: output for output in outputs if (identity := _identity(output))}
    if files:
        for source in found:
            if (identity := _identity(source.name)) and (taken := files.get(identity)):
                raise Refusal("TG901", f"the output {taken} is also an input", hint)


def _identity(name: str) -> tuple[int, int] | None:
    """What the system knows a file by, whatever its name; none where there is no such file."""
    try:
        status = Path(name).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def write_stream(output: str | None, target: Format, results: Iterable[Outcome], *, backup: bool = False) -> None:
    """Write the documents to the file `output`, or to standard output where it is none or `-`.

    With `backup` a file that stands there is kept under another name.

    Where errors left no document, the output file is not touched. Raises `Failure` where the system does not take
    the output, or where several documents meet a format of one.
    """
    failed: list[str] = []
    pieces = _pieces(results, failed)
    first = list(islice(pieces, 1 if target.collects else 2))
    if not first and failed:
        return
    if not target.collects and len(first) > 1:
        message = f"the input holds several documents, and {target.name} has one file for each"
        raise Failure("TG908", message, "name a folder with --output-dir")
    with unwritten("to standard output" if output in (None, STANDARD_INPUT) else output):
        _write(output, target.join(chain(first, pieces)), backup=backup)


def _pieces(results: Iterable[Outcome], failed: list[str]) -> Iterator[Piece]:
    """The documents' pieces; the names of the sources without any are added to `failed`."""
    for outcome in results:
        if not outcome.outputs and outcome.findings:
            failed.append(outcome.source)
        yield from (each.piece for each in outcome.outputs)


def _write(output: str | None, parts: Iterable[bytes], *, backup: bool) -> None:
    if output in (None, STANDARD_INPUT):
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    if backup and path.is_file():
        with replacing(backup_of(path)) as copy:
            copy.write(path.read_bytes())
    with replacing(path) as handle:
        handle.writelines(parts)
