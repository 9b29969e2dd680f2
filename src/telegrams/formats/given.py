"""What a caller gives → its content: bytes, a text, a path or an open file."""

import os
from pathlib import Path
from typing import Protocol

_LONGEST_PATH = 1000


class Readable(Protocol):
    """An open file, of bytes or of text."""

    def read(self) -> bytes | str:
        """All that is left in it."""


Given = bytes | bytearray | memoryview | str | os.PathLike[str] | Readable


def content_of(given: Given) -> bytes | str:
    """The content; a `str` is text, never a path. Raises `OSError` for a file that cannot be read, else `TypeError`."""
    match given:
        case bytes() | str():
            return given
        case bytearray() | memoryview():
            return bytes(given)
        case os.PathLike():
            return Path(given).read_bytes()
    read = getattr(given, "read", None)
    content = read() if callable(read) else None
    if isinstance(content, bytes | str):
        return content
    raise TypeError(f"bytes, text, a path or an open file is needed, and this is {type(given).__name__}")


def file_name(given: Given) -> str | None:
    """The name of the file that is given, where it has one."""
    name = os.fspath(given) if isinstance(given, os.PathLike) else getattr(given, "name", None)
    return name if isinstance(name, str) else None


def is_path_of_a_file(text: str) -> bool:
    """Whether a text is the path of a file that exists, and so perhaps was meant as one."""
    if len(text) > _LONGEST_PATH or "\n" in text:
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
