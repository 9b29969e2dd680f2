"""Words divided at the end of a line: `infor-` / `mation` → one word, where the text itself shows that it is one.

Rule: the next line goes on in small letters, and elsewhere the text has the word without the hyphen and not with it.
Where it does not say, the hyphen may be the word's own (`co-` / `operation`): it stays, and a finding tells (TG504).
"""

import re
from collections.abc import Iterable, Sequence

from .lines import Line

_FIRST = re.compile(r"(?:^|(?<=[\s(\[\"“'‘]))([^\W\d_]{2,40})-$")
_SECOND = re.compile(r"[^\W\d_]{1,40}")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_PLURAL = 5


def divided_word(line: Line, following: Line) -> tuple[str, str] | None:
    """The two parts of the word that the end of a line divides, hyphen aside; none where it divides none."""
    if line.text[-1:] != "-" or following.page or not following.text[:1].islower():
        return None
    first, second = _FIRST.search(line.text), _SECOND.match(following.text)
    return (first[1], second[0]) if first and second else None


def words_of_lines(lines: Iterable[Line]) -> frozenset[str]:
    """The words of a text in small letters, those with hyphens whole."""
    return frozenset(word for line in lines for word in _WORDS.findall(line.text.lower()))


def is_one_word(parts: tuple[str, str], known: frozenset[str]) -> bool:
    """Whether the text has the word elsewhere, in one or with a plural's `s` more or less, and never with a hyphen."""
    whole, hyphened = "".join(parts).lower(), "-".join(parts).lower()
    forms = {whole, whole + "s", whole.removesuffix("s")} if len(whole) >= _SHORTEST_PLURAL else {whole}
    return not forms.isdisjoint(known) and hyphened not in known


def join_divided(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with every word that is certainly one in the line where it begins; the same lines where there is none.

    A line that held nothing but the rest of a word is gone; a line end set on purpose behind it counts for the first.
    """
    if not any(line.text[-1:] == "-" for line in lines):
        return lines
    known = words_of_lines(lines)
    joined: list[Line] = []
    for line in lines:
        parts = divided_word(joined[-1], line) if joined else None
        if parts is None or not is_one_word(parts, known):
            joined.append(line)
            continue
        before = joined[-1]
        rest, _, behind = line.text.partition(" ")
        end = line.start + len(rest)
        joined[-1] = before._replace(text=before.text[:-1] + rest, end=end, hard=line.hard and not behind)
        if behind:
            joined.append(line._replace(text=behind, start=line.end - len(behind)))
    return joined
