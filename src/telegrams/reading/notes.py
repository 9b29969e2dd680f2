"""Notes at the end of a text without brackets, and the figures in the text that point to them (format.md 6.4).

end-note := figure "." words            `1. On tin see …`, only where the text points to every one of them
pointer  := word figure | "[" figure "]"        `KRAJEWSKI1`, `of this month70`
"""

import re
from collections.abc import Sequence

from telegrams.model.inline import Content, Inline
from telegrams.model.marks import FootnoteReference, Text
from telegrams.values.patterns import compiled

from .passages import Passage

FOOTNOTE = re.compile(r"\[([0-9]{1,3})\] (?=\S)")
END_NOTE = re.compile(r"([0-9]{1,3})\. (?=\S)")
_POINTER = r"(?<=[^\W\d_]{3})([.,;:!?)”’\"]{0,2})([0-9]{1,3})(?![\w%’'/-]|[.,][0-9])|\[([0-9]{1,3})\]"


def find_end_notes(passages: Sequence[Passage]) -> frozenset[int]:
    """The passages at the end that are notes `1.`, `2.` …: the text before them points to each."""
    first = len(passages)
    while first and END_NOTE.match(passages[first - 1].text):
        first -= 1
    numbers = [match[1] for passage in passages[first:] if (match := END_NOTE.match(passage.text))]
    start = len(numbers) - next((at for at, number in enumerate(reversed(numbers), 1) if number == "1"), 0)
    if start == len(numbers) or numbers[start:] != [str(number) for number in range(1, len(numbers) - start + 1)]:
        return frozenset()
    pointers = {
        match[2] or match[3]
        for passage in passages[: first + start]
        for match in compiled(_POINTER).finditer(passage.text)
    }
    return frozenset(range(first + start, len(passages))) if pointers.issuperset(numbers[start:]) else frozenset()


def numbers_of_notes(passages: Sequence[Passage], end_notes: frozenset[int]) -> frozenset[str]:
    """The numbers of all notes of a text, to which a bare figure behind a word may point."""
    footnotes = {match[1] for passage in passages if passage.text[0] == "[" and (match := FOOTNOTE.match(passage.text))}
    return frozenset(footnotes | {passages[index].text.partition(".")[0] for index in end_notes})


def with_pointers(content: Content, notes: frozenset[str]) -> Content:
    """The same inlines with the bare figures that point to a note marked."""
    if not notes:
        return content
    marked: list[Inline] = []
    for inline in content:
        marked += _marked(inline.text, notes) if isinstance(inline, Text) else (inline,)
    return tuple(marked)


def _marked(text: str, notes: frozenset[str]) -> list[Inline]:
    pieces: list[Inline] = []
    cursor = 0
    for match in compiled(_POINTER).finditer(text):
        if match[2] not in notes:
            continue
        start, end = match.span(2)
        pieces.append(Text(text=text[cursor:start]))  # a word stands before every figure
        pieces.append(FootnoteReference(verbatim=match[2], number=match[2]))
        cursor = end
    if cursor < len(text):
        pieces.append(Text(text=text[cursor:]))
    return pieces
