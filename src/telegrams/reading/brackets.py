"""What stands between square brackets → the editor's mark it is (format.md 6.3).

    footnote   came[1]  1997[1]
    gap        [...] […] [one word missing] [illegible] [one word unclear]
    sic        [sic] [SIC] [sic, probably “can”]
    note       the editor speaks of the text: [Here follows a list.] [applause] [in French in the original] [p. 6]
    doubt      [?]
    supplied   the author's sentence goes on in the bracket, or its words are explained: [and] Com[rade] [my?]

An editor's remark is told by words about texts and by whole sentences, supplied words by their place in the author's
sentence. What cannot be told is a plain bracket, a note of the kind `bracket`.
"""

import re
from typing import Literal, NamedTuple

from telegrams.facts import table
from telegrams.facts.calendar import ENGLISH_MONTHS
from telegrams.facts.languages import LANGUAGE_OF_NAME
from telegrams.facts.running import running_words
from telegrams.values.patterns import compiled

from .supplied import supplied_kind

Sort = Literal["footnote", "gap", "sic", "note", "supplied"]

_DOTS = re.compile(r"[.…\s]{1,12}|-{2,6}")
_FOOTNOTE = re.compile(r"[0-9]{1,3}|[ivxlc]{1,9}")
_FIGURES = re.compile(r"[0-9]+\??|(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = "0123456789"
_YEAR_LENGTH = 4
_PAGE = re.compile(
    r"(?:[Pp]{1,2}\.|[Pp]ages?|[Ff]ols?\.|[Ff]olios?|[Ss]heets?|[Ll]eaf) ?(?:[0-9]|[ivxl]+\b)|pp? ?[0-9]"
)
_IN_LANGUAGE = re.compile(r"(?:written |spoken |typed |text )?in ([A-Z][a-z]+)\b")
_TERM = re.compile(r"(?:in )?([A-Z][a-z]+): ?\w")
_SENTENCE = re.compile(r"[^\W\d_a-z].* .*[.!]", re.DOTALL)
_UNFIT = re.compile(r"\w\w[.!]\s|[;:]\s|[=<>|{}@]")
_WORDS = re.compile(r"[a-z]+")
_LONGEST_SUPPLIED = 80
_NUMBERED = re.compile(r"([A-Z][a-z]+)\.? (?:No\. ?)?[0-9]{1,4}[a-z]?")
_ENDED = re.compile(r"\s*|.*[.!?…][\"'”’»)]*\s+", re.DOTALL)
_BEGINS = re.compile(r"\s+[^\w\s]*[^\Wa-z]")
_CLOSING_MARKS = " .\"'”’»)"
_MOST_GOVERNED = 3
_ARTICLES = ("the ", "a ", "an ")
_VERBS = running_words("verb")
_PARTS = "|".join(sorted(running_words("part")))
_ANYTHING = r".{0,200}?(?:\b|(?=['’]))"


class Meaning(NamedTuple):
    """What a bracket means."""

    sort: Sort
    kind: str
    """The reason of a gap, the kind of a note or of a supplied word."""
    doubtful: bool = False


class _Words(NamedTuple):
    sort: Literal["gap", "sic", "note"]
    kind: str
    how: Literal["is", "begins", "holds", "part"]
    words: tuple[str, ...]

    def pattern(self) -> str:
        words = "|".join(map(re.escape, self.words))
        lead = {"holds": _ANYTHING, "part": rf"(?={_ANYTHING}(?:{_PARTS})\b){_ANYTHING}"}.get(self.how, "")
        tail = r"[.!]?\Z" if self.how == "is" else r"(?<=[^A-Za-z])|(?![A-Za-z])"
        return rf"(?is){lead}(?:{words})(?:{tail})"

    def firsts(self) -> frozenset[str]:
        """The characters with which a bracket begins that has the words; empty where that does not matter."""
        firsts = {word[0] for word in self.words if self.how in ("is", "begins")}
        return frozenset(firsts | set(map(str.upper, firsts)))


_RULES = tuple((row.firsts(), row.pattern(), row.sort, row.kind) for row in table("brackets", _Words))
BRACKET = Meaning("note", "bracket")
"""A bracket of unknown sense."""


def read_bracket(inner: str, before: str, after: str) -> Meaning:
    """The meaning of a bracket, by its words and by the text before and behind it. Total."""
    if _DOTS.fullmatch(inner):
        return Meaning("gap", "omitted")
    if inner == "?":
        return Meaning("note", "doubt")
    if _FIGURES.fullmatch(inner):
        return _figures(inner, before, after)
    if not _is_governed(inner, after):
        for firsts, pattern, sort, kind in _RULES:
            if (not firsts or inner[:1] in firsts) and compiled(pattern).match(inner):
                return Meaning(sort, kind)
        if _speaks_of_text(inner, before, after):
            return Meaning("note", "page" if _PAGE.match(inner) else "editor")
    term = _TERM.match(inner)
    if term and term[1].lower() in LANGUAGE_OF_NAME:
        return Meaning("supplied", "term")
    if _cannot_be_told(inner) or _stands_apart(inner, before, after):
        return BRACKET
    return Meaning("supplied", supplied_kind(inner, before, after), inner.endswith("?"))


def _figures(inner: str, before: str, after: str) -> Meaning:
    """The marker of a footnote, figures that complete a year, or none of these.

    `1997[1]` and `came[1]` have a footnote, `19[51]` and `[19]51` a year; what stands behind a number and a blank
    corrects it (`March 24 [23]`).
    """
    figures = inner.rstrip("?")
    doubtful = figures != inner
    if not before.strip() and not after.strip():
        return BRACKET  # alone in its line: the number of a page, or of a note, or of neither
    run = len(before) - len(before.rstrip(_DIGITS))
    behind = len(after) - len(after.lstrip(_DIGITS))
    if figures.isdecimal() and run + behind and run + len(figures) + behind == _YEAR_LENGTH:
        return Meaning("supplied", "expansion", doubtful)
    if doubtful:
        return Meaning("supplied", "word", doubtful)
    behind_stop = before[-1:].strip() and not before[-1:].isalnum()
    if not figures.isdecimal() and (not behind_stop or after[:1].isalpha()):
        return Meaning("supplied", supplied_kind(inner, before, after))
    corrects = before.endswith(" ") and before.rstrip(" ")[-1:].isdigit()
    goes_on = after[:1].isdigit() or after[:1].islower() or 0 < run < _YEAR_LENGTH - 1
    return BRACKET if corrects or goes_on or not _FOOTNOTE.fullmatch(inner) else Meaning("footnote", inner)


def _cannot_be_told(inner: str) -> bool:
    """Whether words are too long, unlike words of a sentence, or a thing with its number: `[Document 5]`, not a day."""
    numbered = _NUMBERED.fullmatch(inner)
    if numbered:
        return numbered[1] not in ENGLISH_MONTHS
    return len(inner) > _LONGEST_SUPPLIED or _UNFIT.search(inner) is not None


def _stands_apart(inner: str, before: str, after: str) -> bool:
    """Whether words stand between whole sentences and are no part of one: `… left. [He leaves the room.] Then …`

    A sentence of its own does, and several words with a small letter (`[reads from a note]`); `. [In] Ruritania` and
    `. [General] Sample` belong to the sentence that follows.
    """
    if not _ENDED.fullmatch(before) or (after.strip(_CLOSING_MARKS) and not _BEGINS.match(after)):
        return False
    if not before and after.strip(_CLOSING_MARKS) and inner[-1] not in ".!":
        return False
    return (inner[0].islower() and " " in inner) or (inner[-1] in ".!" and inner.count(" ") > 1)


def _is_governed(inner: str, after: str) -> bool:
    """Whether the author's sentence needs the words: an article and a noun or two, and the sentence goes on.

    `[the missing] ship` is no gap, and `[the printed] version` no remark.
    """
    return (
        inner.startswith(_ARTICLES) and inner.count(" ") < _MOST_GOVERNED and after[:1] == " " and after[1:2].islower()
    )


def _speaks_of_text(inner: str, before: str, after: str) -> bool:
    """Whether an editor speaks: of a page, of the language of the words, or in a sentence that stands for itself."""
    if _PAGE.match(inner):
        return True
    language = _IN_LANGUAGE.match(inner)
    if language and language[1].lower() in LANGUAGE_OF_NAME:
        return True
    alone = not before.strip(" ") and not after.strip(" ")
    return alone and _SENTENCE.fullmatch(inner) is not None and any(word in _VERBS for word in _WORDS.findall(inner))
