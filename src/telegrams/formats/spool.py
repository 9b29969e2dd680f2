"""Bytes that stand behind something that is known only at their end: kept in a temporary file.

Memory stays flat however many there are.
"""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

_IN_MEMORY = 4_000_000
_CHUNK = 65_536


def spool() -> SpooledTemporaryFile[bytes]:
    """A file to write into; the block that opens it removes it at its end."""
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


def spooled(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    """All that was written, in chunks."""
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk
