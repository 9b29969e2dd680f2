"""A number in a text, with the words before it that may say what it numbers.

An editor may have supplied the nearest of them, or the mark: `your [telegram] No. 12`, `telegram [No.] 12`.
"""

import re
from typing import NamedTuple

NUMBER_MARKS = frozenset(("#", "№", "no.", "nos.", "nr.", "number", "numbers"))
_WORD = re.compile(r"(?!-)(?:(?!--)[^\s(\[“„\"#№—–])+|[#№]")
_SUPPLIED_MARK = re.compile(r"\[(?:[Nn]o\.?|[Nn]os\.?|[Nn]r\.?|#|№) ?\] ?$")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_LONGEST_BRACKET = 2
"""Words of a bracket in which an editor supplies the word for a telegram: `[ciphered telegram]`."""
WINDOW = 72
"""So many characters before a number are looked at."""


class NumberWord(NamedTuple):
    """A word before a number."""

    start: int
    text: str
    apart: str
    """What parts it from the word behind it, but for a blank: a comma, a bracket."""

    @property
    def bare(self) -> str:
        """In small letters, without the stop of an abbreviation."""
        return self.text.lower().rstrip(".")

    @property
    def is_genitive(self) -> bool:
        """Whether it ends as `Moscow's` does."""
        return self.text.endswith(("'s", "’s", "'", "’"))


class MarkedNumber(NamedTuple):
    """A number in a text, with the words before it, nearest first."""

    text: str
    start: int
    end: int
    words: tuple[NumberWord, ...]
    mark: int | None
    """Where a mark of numbers begins, which is none of the words."""

    @property
    def is_year(self) -> bool:
        """Whether the figures may be those of a year."""
        return _YEAR.fullmatch(self.text, self.start, self.end) is not None


def number_at(text: str, start: int, end: int) -> MarkedNumber:
    """The number that stands in `text[start:end]`, with the words and the mark before it."""
    words: list[NumberWord] = []
    first = max(0, start - WINDOW)
    supplied = _SUPPLIED_MARK.search(text, first, start) if text.find("]", start - 2, start) >= 0 else None
    behind = before = supplied.start() if supplied else start
    for word in reversed(list(_WORD.finditer(text, first, before))):
        bare = word[0].rstrip(",;:)]")
        apart = word[0][len(bare) :] + text[word.end() : behind].strip(" ")
        words.append(NumberWord(word.start(), bare, apart))
        behind = word.start()
    if supplied:
        return MarkedNumber(text, start, end, tuple(words), start)
    marked = bool(words) and not words[0].apart and (words[0].text.lower() in NUMBER_MARKS or words[0].text == "No")
    mark = words.pop(0).start if marked else None
    return MarkedNumber(text, start, end, _without_bracket(text, words), mark)


def _without_bracket(text: str, words: list[NumberWord]) -> tuple[NumberWord, ...]:
    """Words before a number of which the nearest were supplied in a bracket, as if they stood without it."""
    if not words or words[0].apart != "]":
        return tuple(words)
    for at, word in enumerate(words[:_LONGEST_BRACKET], 1):
        if text[word.start - 1 : word.start] == "[":
            words[0] = words[0]._replace(apart="")
            words[at : at + 1] = [each._replace(apart="") for each in words[at : at + 1]]
            break
    return tuple(words)
