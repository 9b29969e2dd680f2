"""The `one-line` layout: a whole record on one line → the lines it would have stood on (format.md 1.1).

furniture date title "Citation:" … "Summary:" … ["Credits:" …] "Original Language:" … "Contents:" items text
"""

import re
from collections.abc import Iterator, Sequence

from telegrams.facts.labels import FIELD_OF_LABEL, FURNITURE, LABELS
from telegrams.values.languages import parse_contents_item

from .head import head_date
from .lines import BLANK, Line, read_line, squeeze

LABELS_INSIDE = re.compile(rf"(?<= )({'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))}):(?= )")
"""A label among the words of a line."""
_HEAD = 6000
_LONGEST_ITEM = 5
LONGEST_DATE = 4
"""In words."""
_MOST_LINES = 3


def is_one_line(lines: Sequence[Line]) -> bool:
    """Whether a text has at least two labels inside its first line, and hardly a line more."""
    texts = [line for line in lines if line.text]
    return (
        0 < len(texts) <= _MOST_LINES
        and len({match[0] for match in LABELS_INSIDE.finditer(texts[0].text, 0, _HEAD)}) > 1
        and "**" not in texts[0].text[:_HEAD]
    )


def unfold(lines: Sequence[Line], clean: str) -> list[Line]:
    """Cut the first line at its labels; the others follow unchanged."""
    first = next(index for index, line in enumerate(lines) if line.text)
    line = lines[first]
    text = clean[line.start : line.end]
    cuts = _first_of_each(text)
    parts = list(_head(text, cuts[0][0]))
    for (start, label), (end, _) in zip(cuts, [*cuts[1:], (len(text), "")], strict=True):
        behind = start + len(label)
        if _ends_header(label):
            parts += [(start, behind), *_items(text, behind)]
        else:
            parts += [(start, behind), (behind, end)]
    return [*lines[:first], *_lines(text, line.start, parts), *lines[first + 1 :]]


def _first_of_each(text: str) -> list[tuple[int, str]]:
    """Where each label stands first, up to that of the contents, behind which the text begins."""
    found: dict[str, int] = {}
    for match in LABELS_INSIDE.finditer(text):
        found.setdefault(match[0], match.start())
        if _ends_header(match[0]):
            break
    return sorted((start, label) for label, start in found.items())


def _ends_header(label: str) -> bool:
    return FIELD_OF_LABEL[label.removesuffix(":").lower()] == "contents"


def _head(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Furniture, date and title before the first label."""
    start = 0
    for cut in (_after_furniture(text, end), after_date(text, _after_furniture(text, end), end)):
        if cut > start:
            yield start, cut
            start = cut
    yield start, end


def _after_furniture(text: str, end: int) -> int:
    """Where the words behind the furniture begin that stands at the beginning of a line; 0 where none stands there."""
    begin = squeeze(text[:end]).lower()
    known = (words for words in sorted(FURNITURE, key=len, reverse=True) if begin.startswith(f"{words} "))
    furniture = next(known, None)
    return _after_words(text, 0, furniture.count(" ") + 1) if furniture else 0


def after_date(text: str, start: int, end: int) -> int:
    """Where the words behind a date begin that stands here; `start` where none does, or it goes over `end`."""
    for words in range(LONGEST_DATE, 0, -1):
        stop = _after_words(text, start, words)
        found = squeeze(text[start:stop]).strip(" ")
        if stop <= end and any(map(str.isdigit, found)) and head_date(found):
            return stop
    return start


def _items(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Items of the contents, each as long as possible, then the text."""
    while end := _item_end(text, start):
        yield start, end
        start = end
    yield start, len(text)


def _item_end(text: str, start: int) -> int:
    """Where the item that begins here ends; 0 where none does.

    A language that we know wins over a longer one that we do not: `Translation - English Dear friend` ends early.
    """
    longest = 0
    for words in range(_LONGEST_ITEM, 0, -1):
        end = _after_words(text, start, words)
        item = parse_contents_item(squeeze(text[start:end]).strip(" "))
        if item and (item.language or item.kind == "scan"):
            return end
        if item and not longest:
            longest = end
    return longest


def _after_words(text: str, start: int, count: int) -> int:
    """The offset behind the next `count` words and the blanks after them."""
    for _ in range(count):
        while start < len(text) and text[start] in " \t":
            start += 1
        while start < len(text) and text[start] not in " \t":
            start += 1
    while start < len(text) and text[start] in " \t":
        start += 1
    return start


def _lines(text: str, offset: int, parts: Sequence[tuple[int, int]]) -> Iterator[Line]:
    for start, end in parts:
        line = read_line(text[start:end], offset + start, page=False)
        if line.text:
            yield line._replace(indent=0, hard=True)
            yield BLANK
