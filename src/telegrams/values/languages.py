"""Names of languages → BCP 47 tags; lines of a contents list → what they offer, and in which language."""

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from telegrams.model import ContentsItem

_DATA = Path(__file__).parent / "data"
_DASH = re.compile(r" ?[-–—] ")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]{1,30}(?: \(?[^\W\d_a-z][\w'’-]{1,30}\)?){0,2}")
_LONGEST = 80

_Kind = Literal["translation", "transcript", "scan", "other"]


def _lines(name: str) -> list[str]:
    return [line for line in (_DATA / name).read_text("utf-8").splitlines() if not line.startswith("#")]


@cache
def _first_column_by_word(name: str) -> MappingProxyType[str, str]:
    rows = (line.split("\t") for line in _lines(name))
    return MappingProxyType({word: key for key, words in rows for word in words.split("|")})


@cache
def _scans() -> frozenset[str]:
    return frozenset(_lines("contents_scans.txt"))


def parse_language(name: str) -> str | None:
    """The BCP 47 tag of a language as archives name it (`Farsi` → `fa`); none for an unknown name.

    Case, white space around the name and a closing full stop do not matter; a tag is never guessed from a part.
    """
    if len(name) > _LONGEST:
        return None
    return _first_column_by_word("languages.tsv").get(name.strip(" \t\r\n").rstrip(".").lower())


def parse_contents_item(line: str) -> ContentsItem | None:
    """A line of a contents list; none for a line that is nothing of the kind, such as the first line of a text.

    item = kind, ( "-" | "–" ), language | language, kind | scan ;

    Kinds and scans are the words of `data/contents_kinds.tsv` and `data/contents_scans.txt`, languages those of
    `data/languages.tsv`; behind a kind and a dash, up to three capitalised words may be a language we do not know.
    """
    words = line.strip(" \t")
    if not words or len(words) > _LONGEST or "  " in words or not words.isprintable():
        return None
    lower = words.lower()
    if lower in _scans():
        return ContentsItem(verbatim=words, kind="scan")
    kinds = _first_column_by_word("contents_kinds.tsv")
    parts = _DASH.split(words)
    if len(parts) == 2:
        kind = kinds.get(parts[0].lower())
        tag = parse_language(parts[1])
        known = kind and (tag or _NAME.fullmatch(parts[1]))
        return ContentsItem(verbatim=words, kind=cast("_Kind", kind), language=tag) if known else None
    for blank in _blanks(lower):
        kind, tag = kinds.get(lower[blank + 1 :]), parse_language(lower[:blank])
        if kind and tag:
            return ContentsItem(verbatim=words, kind=cast("_Kind", kind), language=tag)
    return None


def _blanks(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if character == " "]
