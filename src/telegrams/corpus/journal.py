"""What was written, and of what: a run that was cut short goes on where it stopped, and no mended file is lost.

The journal is a file of JSON Lines in the output folder, to which one line is added for each source:

    {"source": …, "sha256": …, "settings": …, "outputs": {"name": "sha256", …}, "records": [[number, words], …]}

With `--resume` a source is left out only where its bytes, the settings and versions, and the bytes of all its outputs
are still the same; sources with errors have no `sha256`, so they are tried again. A file whose bytes are in no line
under its name was mended by an editor, or never ours. A line that was cut short is passed over.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import starmap
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple, Self

from telegrams.model.document import SCHEMA_VERSION
from telegrams.version import VERSION

from .identity import Identity
from .plan import Input
from .work import Request

NAME = ".telegrams-journal.jsonl"


class _Line(NamedTuple):
    """What a line says of its source."""

    sha256: str | None
    settings: str
    outputs: Mapping[str, str]
    records: tuple[Identity, ...] = ()


_NOTHING = _Line(None, "", MappingProxyType({}))


class Journal:
    """The journal of one output folder under certain settings; a block that ends closes it."""

    def __init__(self, folder: Path, request: Request) -> None:
        self._folder = folder
        self._settings = settings_digest(request)
        self._last = dict(_lines(folder / NAME))
        self._handle: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._handle is not None:
            self._handle.close()

    def has(self, source: Input) -> bool:
        """Whether the source is done: nothing that went in or came out has changed since."""
        line = self._last.get(source.name, _NOTHING)
        if line.sha256 is None or line.settings != self._settings or not line.outputs:
            return False
        data = source.data if source.data is not None else _content(Path(source.name))
        if data is None or digest(data) != line.sha256:
            return False
        written = {name: _content(self._folder / name) for name in line.outputs}
        return all(data is not None and digest(data) == line.outputs[name] for name, data in written.items())

    def records(self, source: Input) -> tuple[Identity, ...]:
        """The records that were written of a source that is done."""
        return self._last[source.name].records

    def add(
        self, source: str, sha256: str | None, outputs: Mapping[str, str], records: tuple[Identity, ...] = ()
    ) -> None:
        """Note what was written of a source: the name and digest of each file; no `sha256` where it had errors."""
        line = _Line(sha256, self._settings, outputs, records)
        if self._last.get(source) == line:
            return
        entry = {"source": source, **line._asdict(), "outputs": dict(outputs)}
        if self._handle is None:
            self._handle = _opened(self._folder / NAME)
        self._handle.write(json.dumps(entry).encode("ascii") + b"\n")
        self._handle.flush()


def not_ours(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """Those of the names, below the folder, whose file has bytes that the program never wrote there.

    Any earlier writing counts, not the last alone: a run that was cut short may have noted what it did not come to.
    """
    written = {each for _, line in _lines(folder / NAME) for each in line.outputs.items()}
    for name in names:
        data = _content(folder / name)
        if data is not None and (name, digest(data)) not in written:
            yield name


def settings_digest(request: Request) -> str:
    """A digest of everything besides the source that the output depends on."""
    chosen = request._asdict() | {"options": asdict(request.options)}
    return digest(json.dumps([VERSION, SCHEMA_VERSION, chosen], sort_keys=True).encode("utf-8"))


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _lines(path: Path) -> Iterator[tuple[str, _Line]]:
    """Each line with its source."""
    for line in (_content(path) or b"").split(b"\n"):
        try:
            entry = json.loads(line)
            records = tuple(starmap(Identity, entry.get("records", ())))  # earlier releases noted none
            yield entry["source"], _Line(entry["sha256"], entry["settings"], dict(entry["outputs"]), records)
        except (ValueError, KeyError, TypeError, AttributeError):  # a line that was cut short, or is not ours
            continue


def _opened(path: Path) -> BinaryIO:
    """The journal, ready for the next line."""
    handle = path.open("ab")
    if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
        handle.write(b"\n")
    return handle


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None
