"""Names on the command line → sources, in order.

input = "-"                    standard input
      | a file
      | a folder               every file below it whose suffix tells a format that can be read, sorted; the
                                   others are passed over, which is told, but for hidden ones
      | a pattern with * ? [   every such file that matches, sorted; ** stands for any folders
"""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from telegrams.facts.media import FORMAT_OF_SUFFIX, medium_named
from telegrams.formats.guess import known_suffix, no_document

if TYPE_CHECKING:
    from telegrams.model.diagnostics import Diagnostic
    from telegrams.tables.columns import Columns
    from telegrams.tables.rows import TableRow

STANDARD_INPUT = "-"
CHUNK_FILES = 64
CHUNK_BYTES = 8_000_000
_ASKED_FOR = ("csl", "csv", "sqlite")
"""Formats whose files are taken from a folder only where the user names the format: they may hold less."""


class Rows(NamedTuple):
    """Some rows of a table of records."""

    first: int = 0
    """How many rows stand before them."""
    columns: "Columns | None" = None
    rows: "tuple[TableRow, ...]" = ()
    found: "tuple[Diagnostic, ...]" = ()
    """What is said of the table as a whole: why it cannot be read, which columns are left out."""


class Input(NamedTuple):
    """One file to read, or standard input."""

    name: str
    """The path as the user will know it; `-` for standard input, nothing for bytes that a program gives."""
    folder: str = ""
    """The folder that the user named, where the file was found below one."""
    problem: str | None = None
    """Why there is nothing to read, where the plan knows already: `no file matches`."""
    data: bytes | None = None
    """The bytes, where they are at hand already, as those of standard input."""
    rows: Rows | None = None
    """Where it is a part of a table."""

    @property
    def relative(self) -> PurePath:
        """The path below the folder that the user named; the file's name where the user named the file."""
        path = PurePath(self.name)
        return path.relative_to(self.folder) if self.folder else PurePath(path.name)


_COMPANION = "_files"
"""What a browser adds to the name of a page for the folder of what belongs to it."""


class PassedOver(NamedTuple):
    """A file of a folder that is not read."""

    name: str
    kind: str
    """What it is called among others of its kind: the end of its name, `README`."""
    instead: str | None = None
    """What to do so that it is read."""


def sources(inputs: Iterable[str], format: str | None = None) -> Iterator[Input]:
    """The sources that the inputs name, each once, in the order of the inputs; below a folder sorted by path.

    `format` narrows the files of a folder to those whose suffix tells this format. A folder or pattern without
    any file gives one source with a `problem`; a file that does not exist is found out when it is read.
    """
    return (each for each in found(inputs, format) if isinstance(each, Input))


def found(inputs: Iterable[str], format: str | None = None) -> Iterator[Input | PassedOver]:
    """The same, and the files of folders that are passed over, which no input names by itself."""
    names = list(inputs)
    by_itself = set(map(os.path.normpath, names))
    seen: set[str] = set()
    for each in names:
        for file in _expanded(each, format):
            key = os.path.normpath(file.name)
            if key not in seen and not (isinstance(file, PassedOver) and key in by_itself):
                seen.add(key)
                yield file


def counted(passed: Iterable[PassedOver]) -> str:
    """How many of each kind were passed over: `3 .docx, 2 .png, 1 README`."""
    kinds = Counter(each.kind for each in passed)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda each: (-each[1], each[0])))


def _expanded(name: str, format: str | None) -> Iterator[Input | PassedOver]:
    if name == STANDARD_INPUT:
        yield Input(name)
    elif _is_folder(name):
        yield from _filled(name, _below(name, format))
    elif glob.has_magic(name) and not os.path.lexists(name):
        yield from _filled(name, _matching(name, format))
    else:
        yield Input(name)


def _filled(name: str, files: Iterable[Input | PassedOver]) -> Iterator[Input | PassedOver]:
    empty = True
    for each in files:
        empty = empty and isinstance(each, PassedOver)
        yield each
    if empty:
        yield Input(name, problem="no file with a readable suffix is here" if _is_folder(name) else "no file matches")


def _matching(pattern: str, format: str | None) -> Iterator[Input | PassedOver]:
    for path in sorted(glob.iglob(pattern, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
        if _is_folder(path):
            if not pattern.endswith("**"):
                yield from _below(path, format)
        else:
            yield Input(path)


def _below(folder: str, format: str | None) -> Iterator[Input | PassedOver]:
    """The files below a folder, without hidden ones, without following links to folders."""
    for parent, folders, files in os.walk(folder):
        pages = {each.rpartition(".")[0] + _COMPANION for each in files if each.lower().endswith((".html", ".htm"))}
        yield from (
            PassedOver(str(Path(parent, each)), "folder of a saved page") for each in sorted(pages & {*folders})
        )
        folders[:] = sorted(each for each in folders if not each.startswith(".") and each not in pages)
        for file in sorted(files):
            path = Path(parent, file)
            if not file.startswith(".") and path.is_file():
                yield _passed_over(str(path), file, format) or Input(str(path), folder)


def _passed_over(path: str, file: str, format: str | None) -> PassedOver | None:
    """The file where it is not one of a folder's sources; none where it is."""
    if file.lower().startswith("readme"):
        return PassedOver(path, "README")
    suffix = known_suffix(file)
    if suffix is None:
        medium = medium_named(file)
        end = no_document(file) or (medium.suffix_of(file) if medium else PurePath(file).suffix.lower())
        return PassedOver(path, end or "without a suffix", medium.instead if medium else None)
    known = FORMAT_OF_SUFFIX[suffix]
    if known == format or (format is None and known not in _ASKED_FOR):
        return None
    return PassedOver(path, suffix, f"--from {known} reads it")


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except OSError:  # a name that the system refuses is reported when it is read
        return False


def chunks(found: Iterable[Input]) -> Iterator[tuple[Input, ...]]:
    """The sources in bundles for one worker's turn: `CHUNK_FILES` of them, or about `CHUNK_BYTES` of input."""
    bundle: list[Input] = []
    weight = 0
    for source in found:
        bundle.append(source)
        weight += _weight(source)
        if len(bundle) == CHUNK_FILES or weight >= CHUNK_BYTES:
            yield tuple(bundle)
            bundle, weight = [], 0
    if bundle:
        yield tuple(bundle)


def _weight(source: Input) -> int:
    """How much there is to do, in bytes or characters."""
    if source.data is not None:
        return len(source.data)
    if source.rows is not None:
        return CHUNK_BYTES  # some hundreds of rows are a bundle
    try:
        return Path(source.name).stat().st_size
    except (OSError, ValueError):
        return 0
