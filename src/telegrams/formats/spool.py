"""Pieces that are needed twice, or after something that is known only at their end: kept in a temporary file.

Memory stays flat however many pieces there are.
"""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

_IN_MEMORY = 4_000_000
_PIECE = 65_536


class Spool:
    """Takes bytes, and gives them back in order; the block that opens it removes the file at its end."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `__exit__`

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, data: bytes) -> None:
        """Put the bytes behind all others."""
        self._file.write(data)

    def pieces(self) -> Iterator[bytes]:
        """All bytes, in pieces of any size."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
