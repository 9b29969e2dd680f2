"""Files that are there whole or not at all.

The bytes go to a temporary file in the same folder, are flushed to the disk, and only then take the final name in
one step; where anything fails, the temporary file is removed and what stood under the final name stays as it was.
"""

import contextlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, Self

TEMPORARY = ".telegrams-"
"""How the names of temporary files begin."""
TOGETHER = 64
"""How many files wait to be flushed together: a disk flushes many hardly slower than one."""


class _Waiting(NamedTuple):
    handle: BinaryIO
    temporary: Path
    final: Path
    mode: int | None


class Files:
    """Many files, each whole or not at all. They take their names in groups, the last ones when the block ends.

    Where a file cannot be written, `OSError` is raised, and the files that were whole before it still take their names.
    """

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.settle()

    def write(self, path: Path, parts: Iterable[bytes]) -> None:
        """Write the parts to what will be `path`; a link is followed."""
        waiting = _opened(path.resolve())
        try:
            waiting.handle.writelines(parts)
            waiting.handle.flush()
        except BaseException:
            _discard(waiting)
            raise
        self._waiting.append(waiting)
        if len(self._waiting) >= TOGETHER:
            self.settle()

    def settle(self) -> None:
        """Give the waiting files their names."""
        waiting, self._waiting = self._waiting, []
        for place, each in enumerate(waiting):
            try:
                _settle(each)
            except BaseException:
                for other in waiting[place:]:
                    _discard(other)
                raise
        for folder in {each.final.parent for each in waiting}:
            sync(folder)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """An open file whose content takes the name `path` when the block ends without an exception.

    A link is followed. What is not a regular file (a device, a pipe) is written to directly. Raises `OSError` where
    the disk refuses.
    """
    final = path.resolve()
    mode = _mode(final)
    if mode is not None and not stat.S_ISREG(mode):
        with final.open("wb") as handle:
            yield handle
        return
    waiting = _opened(final)
    try:
        yield waiting.handle
        waiting.handle.flush()
        _settle(waiting)
    except BaseException:
        _discard(waiting)
        raise
    sync(final.parent)


def backup_of(path: Path) -> Path:
    """A name beside `path` that no file has: `letter.tei.xml.bak`, then `letter.tei.xml.bak2` and so on."""
    name = path.with_name(f"{path.name}.bak")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.bak{number}")
        number += 1
    return name


def sweep(folder: Path) -> None:
    """Remove the temporary files below a folder whose process is no more: those that a killed run left."""
    if os.name == "nt":  # there a signal that asks whether a process runs would interrupt it
        return
    for path in folder.rglob(f"{TEMPORARY}*.tmp"):
        process = path.name.removeprefix(TEMPORARY).partition("-")[0]
        if process.isdecimal() and not _runs(int(process)):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:  # another user's
        return True
    return True


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


def _opened(final: Path) -> _Waiting:
    temporary = final.parent / f"{TEMPORARY}{os.getpid()}-{os.urandom(6).hex()}.tmp"
    return _Waiting(temporary.open("xb"), temporary, final, _mode(final))


def _settle(waiting: _Waiting) -> None:
    with waiting.handle as handle:
        os.fsync(handle.fileno())
    if waiting.mode is not None:
        waiting.temporary.chmod(stat.S_IMODE(waiting.mode))
    waiting.temporary.replace(waiting.final)


def _discard(waiting: _Waiting) -> None:
    with contextlib.suppress(OSError):
        waiting.handle.close()
    with contextlib.suppress(OSError):
        waiting.temporary.unlink()


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
