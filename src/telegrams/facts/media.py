"""Kinds of files: the ends of their names and their first bytes."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from . import table


class Medium(NamedTuple):
    """A kind of file."""

    format: str | None
    """The name of the format, where the package reads or writes it."""
    name: str
    """With its article: `a PNG image`."""
    suffixes: tuple[str, ...]
    """The ends of file names, the one that is written first."""
    read: bool
    """Whether a folder is searched for files with these ends."""
    beginning: re.Pattern[bytes] | None
    """The first bytes by which the file is known; none for text."""
    instead: str | None
    """What to do with a file that is not read."""

    def suffix_of(self, name: str) -> str | None:
        """The longest of these ends that a file's name has."""
        return max((end for end in self.suffixes if name.lower().endswith(end)), key=len, default=None)


MEDIA = table("media", Medium)
SUFFIX_OF_FORMAT: Mapping[str, str] = MappingProxyType(
    {medium.format: medium.suffixes[0] for medium in MEDIA if medium.format}
)
"""The end of a file name that is written for a format, with its dot."""
_READ = {suffix: medium.format or "" for medium in MEDIA if medium.read for suffix in medium.suffixes}
FORMAT_OF_SUFFIX = MappingProxyType({suffix: _READ[suffix] for suffix in sorted(_READ, key=len, reverse=True)})
"""The ends of file names by which a folder is searched, and the format they promise; the longer ones first."""


def medium_of(data: bytes) -> Medium | None:
    """The kind of a file that is no text, by its first bytes; none for text."""
    return next((medium for medium in MEDIA if medium.beginning and medium.beginning.match(data)), None)


def medium_named(name: str) -> Medium | None:
    """The kind that the end of a file's name promises; of several the one with the longest end."""
    named = (medium for medium in MEDIA if medium.suffix_of(name))
    return max(named, key=lambda medium: len(medium.suffix_of(name) or ""), default=None)
