"""Languages: their BCP 47 tags, names and scripts."""

from types import MappingProxyType
from typing import NamedTuple

from . import table


class KnownLanguage(NamedTuple):
    """A language as the table has it."""

    tag: str
    """BCP 47."""
    english: str
    babel: str | None
    """The name in babel and biblatex."""
    names: tuple[str, ...]
    """Further names, in lower case."""
    scripts: tuple[str, ...]
    """By the first word of their letters' Unicode names: `LATIN`."""


LANGUAGES = table("languages", KnownLanguage)
LANGUAGE_OF_TAG = MappingProxyType({each.tag.lower(): each for each in LANGUAGES})
"""A language by its tag in lower case."""
LANGUAGE_OF_NAME = MappingProxyType({name: each for each in LANGUAGES for name in (each.english.lower(), *each.names)})
"""A language by any of its names, in lower case."""


def language_of(tag: str) -> KnownLanguage | None:
    """The language of a BCP 47 tag in any case; of its first part where the whole is not known: `en-GB` is English."""
    folded = tag.lower()
    return LANGUAGE_OF_TAG.get(folded) or LANGUAGE_OF_TAG.get(folded.partition("-")[0])
