"""What stands between square brackets → the editor's mark it is (format.md 6.3).

gap        [...] […] [one word missing] [illegible] [sic, the remainder of the document is missing]
sic        [sic] [SIC] [sic, probably “can”]
doubt      [?] [my?] [5?]
note       [Translator's note: …] [handwritten …] [signature] [page break] [stamp …]
expansion  Com[rade] F[oreign]            identity  Filippov [Stalin]  Beiping [Beijing]
term       a word of another language     word      anything else that is short
"""

import re
from typing import Literal, NamedTuple

from telegrams.facts import table

_DOTS = re.compile(r"[.…\s]{1,12}|-{2,6}")
_LONGEST_SUPPLIED = 80

Sort = Literal["gap", "sic", "note", "supplied"]


class Meaning(NamedTuple):
    """What a bracket means."""

    sort: Sort
    kind: str
    """The reason of a gap, the kind of a note or of a supplied word."""
    doubtful: bool = False


class _Words(NamedTuple):
    sort: Sort
    kind: str
    how: Literal["begins", "holds"]
    words: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, self.words))
        lead = "" if self.how == "begins" else ".{0,200}?\\b"
        return re.compile(rf"{lead}(?:{words})\b", re.IGNORECASE | re.DOTALL)


_RULES = tuple((row.pattern(), row.sort, row.kind) for row in table("brackets", _Words))


def read_bracket(inner: str, before: str, after: str) -> Meaning:
    """The meaning of a bracket, by its words and by the characters before and behind it. Total."""
    if _DOTS.fullmatch(inner):
        return Meaning("gap", "omitted")
    for pattern, sort, kind in _RULES:
        if pattern.match(inner):
            return Meaning(sort, kind)
    if inner == "?":
        return Meaning("note", "doubt")
    if len(inner) > _LONGEST_SUPPLIED:
        return Meaning("note", "bracket")
    doubtful = inner.endswith("?")
    if before.isalnum() or after.isalpha() or (before == "." and inner[0].islower()):
        return Meaning("supplied", "expansion", doubtful)
    return Meaning("supplied", "word", doubtful)


def supplied_kind(inner: str, word_before: str) -> str:
    """Whether supplied words name who or what is meant by the word before them.

    Rule: capitalised words right behind a capitalised word are another name of it; anything else is a supplied `word`.
    """
    capitals = all(word[0].isupper() and word.replace(".", "").isalpha() for word in inner.split(" ") if word)
    return "identity" if capitals and word_before[:1].isupper() and word_before[-1:].isalpha() else "word"
