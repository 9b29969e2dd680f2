"""Files that are there whole or not at all.

The bytes go to a temporary file in the same folder, are flushed to the disk, and only then take the final name in
one step; where anything fails, the temporary file is removed and what stood under the final name stays as it was.
"""

import contextlib
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".telegrams-"
"""How the names of temporary files begin."""


def write_file(path: Path, pieces: Iterable[bytes], *, sync_folder: bool = True) -> None:
    """Write the pieces to `path`, whole or not at all. Raises `OSError` where the disk refuses.

    A link is followed. What is not a regular file (a device, a pipe) is written to directly. With
    `sync_folder=False` the caller calls `sync` on the folder after its last file.
    """
    with replacing(path, sync_folder=sync_folder) as handle:
        for piece in pieces:
            handle.write(piece)


@contextlib.contextmanager
def replacing(path: Path, *, sync_folder: bool = True) -> Iterator[BinaryIO]:
    """An open file whose content takes the name `path` when the block ends without an exception."""
    final = Path(path).resolve()
    mode = _mode(final)
    if mode is not None and not stat.S_ISREG(mode):
        with final.open("wb") as handle:
            yield handle
        return
    temporary = final.parent / f"{TEMPORARY}{os.getpid()}-{secrets.token_hex(6)}.tmp"
    try:
        with temporary.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(final)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if sync_folder:
        sync(final.parent)


def sync(folder: Path) -> None:
    """Make the names in a folder last through a loss of power, where the system can do that."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows cannot open a folder
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
