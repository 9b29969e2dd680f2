"""What is done already: a run that was cut short goes on where it stopped.

The journal is a file of JSON Lines in the output folder, to which one line is added for each source:

    {"source": …, "sha256": …, "settings": …, "outputs": {"name": "sha256", …}}

A source is left out only where its bytes, the settings and versions, and the bytes of all its outputs are still the
same. Sources with errors have no line, so they are tried again. A line that was cut short is passed over.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Self

from telegrams.model.document import SCHEMA_VERSION
from telegrams.version import VERSION

from .plan import Input
from .work import Request

NAME = ".telegrams-journal.jsonl"


class Journal:
    """The journal of one output folder under certain settings; a block that ends closes it."""

    def __init__(self, folder: Path, request: Request) -> None:
        self._folder = folder
        self._settings = settings_digest(request)
        path = folder / NAME
        self._done = _entries(path, self._settings)
        self._handle = path.open("ab")
        if path.stat().st_size and not path.read_bytes().endswith(b"\n"):
            self._handle.write(b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._handle.close()

    def has(self, source: Input) -> bool:
        """Whether the source is done: nothing that went in or came out has changed since."""
        entry = self._done.get(source.name)
        if entry is None:
            return False
        sha256, outputs = entry
        data = source.data if source.data is not None else _content(Path(source.name))
        if data is None or digest(data) != sha256:
            return False
        written = {name: _content(self._folder / name) for name in outputs}
        return all(data is not None and digest(data) == outputs[name] for name, data in written.items())

    def add(self, source: str, sha256: str, outputs: Mapping[str, str]) -> None:
        """Note that a source is done; `outputs` holds the name and digest of each file that was written."""
        entry = {"source": source, "sha256": sha256, "settings": self._settings, "outputs": dict(outputs)}
        self._handle.write(json.dumps(entry).encode("ascii") + b"\n")
        self._handle.flush()


def settings_digest(request: Request) -> str:
    """A digest of everything besides the source that the output depends on."""
    chosen = request._asdict() | {"options": asdict(request.options)}
    return digest(json.dumps([VERSION, SCHEMA_VERSION, chosen], sort_keys=True).encode("utf-8"))


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _entries(path: Path, chosen: str) -> dict[str, tuple[str, dict[str, str]]]:
    """The last entry of each source under the chosen settings: the source's digest, and the outputs' digests."""
    found = {}
    for line in (_content(path) or b"").split(b"\n"):
        try:
            entry = json.loads(line)
            if entry["settings"] == chosen and entry["outputs"]:
                found[entry["source"]] = (entry["sha256"], entry["outputs"])
        except (ValueError, KeyError, TypeError):  # a line that was cut short, or is not ours
            continue
    return found


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (OSError, ValueError):
        return None
