"""Names of languages → BCP 47 tags; lines of a contents list → what they offer, and in which language."""

import re
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from telegrams.facts import entries, table
from telegrams.facts.languages import LANGUAGE_OF_NAME
from telegrams.model.document import ContentsItem, ContentsKind, Language
from telegrams.values.patterns import compiled

_SEPARATORS = re.compile(r" ?[,;/] ?| and ")
_DASH = re.compile(r" ?[-–—] ")
_NAME = r"[^\W\d_a-z][\w'’-]{1,30}(?: \(?[^\W\d_a-z][\w'’-]{1,30}\)?){0,2}"
_LONGEST = 80


class _Words(NamedTuple):
    kind: ContentsKind
    words: tuple[str, ...]


_KINDS = MappingProxyType({word: row.kind for row in table("contents_kinds", _Words) for word in row.words})
_SCANS = frozenset(entries("contents_scans"))


def parse_language(name: str) -> str | None:
    """The BCP 47 tag of a language as archives name it (`Farsi` → `fa`); none for an unknown name.

    Case, white space around the name and a closing full stop do not matter; a tag is never guessed from a part.
    """
    if len(name) > _LONGEST:
        return None
    known = LANGUAGE_OF_NAME.get(name.strip(" \t\r\n").rstrip(".").lower())
    return known.tag if known else None


def languages_named(names: str) -> tuple[Language, ...]:
    """The languages that a line names: `Russian and English`, `Chinese; Korean`."""
    parts = (part.strip(" \\") for part in _SEPARATORS.split(names))
    return tuple(Language(verbatim=name, tag=parse_language(name)) for name in parts if name)


@lru_cache(maxsize=64)  # the records of an archive have the same few lines, and each is asked several times
def parse_contents_item(line: str) -> ContentsItem | None:
    """A line of a contents list; none for a line that is nothing of the kind, such as the first line of a text.

    item = kind, ( "-" | "–" ), language | language, kind | scan ;

    Kinds, scans and languages are facts; behind a kind and a dash, up to three capitalised words may be a language we
    do not know.
    """
    words = line.strip(" \t")
    if not words or len(words) > _LONGEST or "  " in words or not words.isprintable():
        return None
    lower = words.lower()
    if lower in _SCANS:
        return ContentsItem(verbatim=words, kind="scan")
    parts = _DASH.split(words)
    if len(parts) == 2:
        kind = _KINDS.get(parts[0].lower())
        tag = parse_language(parts[1])
        known = kind and (tag or compiled(_NAME).fullmatch(parts[1]))
        return ContentsItem(verbatim=words, kind=kind, language=tag) if known else None
    for blank in _blanks(lower):
        kind, tag = _KINDS.get(lower[blank + 1 :]), parse_language(lower[:blank])
        if kind and tag:
            return ContentsItem(verbatim=words, kind=kind, language=tag)
    return None


def _blanks(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if character == " "]
