"""The edit script from the canonical text to the source text, and its application.

Both texts have the same non-blank characters in the same order in all normal documents, so one walk that gallops
over equal stretches and compares runs of white space finds the edits. Where other characters differ (a bold mark, a
page's furniture) a bounded look-ahead finds the next place where the texts agree; where that fails too often, words
that are unique in both texts anchor the rest (patience difference). All steps are linear in the size of the texts.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from hashlib import blake2b

from telegrams.model.layout import Edit

Change = tuple[int, int, str]
"""Start and end of a stretch of the canonical text, and what the source has instead."""

_WORD = re.compile(r"\S+")
_ESCAPED = re.compile("[\\\\\x00-\x08\x0b\x0c\r\x0e-\x1f\ufffe\uffff]")
_ESCAPE = re.compile(r"\\u([0-9A-F]{4})")
_WINDOW = 600
_LOOK_AHEADS = 64


def canonical_digest(canonical: str) -> str:
    """The digest by which a layout knows the canonical text it belongs to."""
    return blake2b(canonical.encode("utf-8"), digest_size=16).hexdigest()


def edits_between(canonical: str, base: str) -> tuple[Edit, ...]:
    """The edits that make `base` of `canonical`."""
    if canonical == base:
        return ()
    edits, position = [], 0
    for change in _changes(canonical, base):
        start, end, text = _cut(canonical, change)
        edits.append(Edit(skip=start - position, delete=end - start, insert=_ESCAPED.sub(_escaped, text)))
        position = end
    return tuple(edits)


def apply_edits(canonical: str, edits: Iterable[Edit]) -> str:
    """`base` from the canonical text. Raises `ValueError` where an edit points behind the text's end."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        start = position + edit.skip
        pieces += canonical[position:start], _ESCAPE.sub(_unescaped, edit.insert)
        position = start + edit.delete
    if position > len(canonical):
        raise ValueError("the edit script is longer than the text")
    pieces.append(canonical[position:])
    return "".join(pieces)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _cut(canonical: str, change: Change) -> Change:
    """The change without what both sides have at its ends."""
    start, end, text = change
    old = canonical[start:end]
    head = _common_prefix(old, 0, text, 0)
    tail = 0
    while tail < min(len(old), len(text)) - head and old[-1 - tail] == text[-1 - tail]:
        tail += 1
    return start + head, end - tail, text[head : len(text) - tail]


def _common_prefix(first: str, i: int, second: str, j: int) -> int:
    """How many characters agree from `first[i]` and `second[j]` on, by galloping slices."""
    length, step = 0, 64
    while True:
        if first[i + length : i + length + step] == second[j + length : j + length + step]:
            if i + length + step >= len(first) or j + length + step >= len(second):
                return min(len(first) - i, len(second) - j)
            length += step
            step *= 2
        elif step == 1:
            return length
        else:
            step = max(1, step // 2) if step <= 64 else 64


def _changes(canonical: str, base: str) -> Iterator[Change]:
    i = j = looks = 0
    while i < len(canonical) or j < len(base):
        run = _common_prefix(canonical, i, base, j)
        i, j = i + run, j + run
        if i == len(canonical) and j == len(base):
            return
        # The run may have ended inside white space: compare whole runs of it.
        back = run - len(canonical[i - run : i].rstrip())
        i, j = i - back, j - back
        i_end, j_end = _after_blanks(canonical, i), _after_blanks(base, j)
        if canonical[i_end : i_end + 1] == base[j_end : j_end + 1]:
            yield i, i_end, base[j:j_end]
            i, j = i_end, j_end
            continue
        if base.startswith("-", j) and i == i_end:
            j_end = _after_blanks(base, j + 1)
            if j_end > j + 1 and canonical[i : i + 1] == base[j_end : j_end + 1]:
                yield i, i, base[j:j_end]  # a word that the end of a line divides
                j = j_end
                continue
        looks += 1
        found = _look_ahead(canonical, i_end, base, j_end) if looks <= _LOOK_AHEADS else None
        if found is None:
            yield from _anchored(canonical, i, base, j)
            return
        yield i, found[0], base[j : found[1]]
        i, j = found


def _after_blanks(text: str, start: int) -> int:
    word = _WORD.search(text, start)
    return word.start() if word else len(text)


def _look_ahead(canonical: str, i: int, base: str, j: int) -> tuple[int, int] | None:
    """The next places where both texts agree for some words, inside a window of bounded size."""
    ours = list(_WORD.finditer(canonical, i, i + _WINDOW))
    theirs = list(_WORD.finditer(base, j, j + _WINDOW))
    match = SequenceMatcher(None, [m[0] for m in ours], [m[0] for m in theirs], autojunk=False).find_longest_match()
    if match.size < min(3, len(ours), len(theirs)) or not match.size:
        return None
    return ours[match.a].start(), theirs[match.b].start()


def _anchored(canonical: str, i: int, base: str, j: int) -> Iterator[Change]:
    """Changes between words that stand exactly once in both texts, in the same order."""
    ours = dict(_unique_words(canonical, i))
    pairs = [(ours[word], at, len(word)) for word, at in _unique_words(base, j) if word in ours]
    for a, b, size in [*_increasing(pairs), (len(canonical), len(base), 0)]:
        if canonical[i:a] != base[j:b]:
            yield i, a, base[j:b]
        i, j = a + size, b + size


def _unique_words(text: str, start: int) -> Iterator[tuple[str, int]]:
    words = [(match[0], match.start()) for match in _WORD.finditer(text, start)]
    counts = Counter(word for word, _ in words)
    return ((word, at) for word, at in words if counts[word] == 1)


def _increasing(pairs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest subsequence whose first members increase (patience sorting); the second ones increase already."""
    ends: list[int] = []
    chosen: list[int] = []
    before: list[int] = []
    for index, (a, _, _) in enumerate(pairs):
        place = len(ends) if not ends or a > ends[-1] else bisect_left(ends, a)
        before.append(chosen[place - 1] if place else -1)
        ends[place : place + 1] = [a]
        chosen[place : place + 1] = [index]
    path, index = [], chosen[-1] if chosen else -1
    while index >= 0:
        path.append(pairs[index])
        index = before[index]
    return path[::-1]
