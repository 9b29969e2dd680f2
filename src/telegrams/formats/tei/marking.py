"""Words and the parts known to stand in them → mixed content."""

from collections.abc import Iterable

from telegrams.formats.xml import text


def mark(verbatim: str, parts: Iterable[tuple[str | None, str]]) -> tuple[str, set[str]]:
    """The text with the first free place of each part's words replaced by its element; and the elements left out.

    Parts without words are passed over.
    """
    places: list[tuple[int, int, str]] = []
    absent = set()
    cursor = 0
    for words, element in parts:
        if not words:
            continue
        at = verbatim.find(words, cursor)
        if at < 0:
            at = verbatim.find(words)
        if at >= 0 and all(at + len(words) <= start or end <= at for start, end, _ in places):
            places.append((at, at + len(words), element))
            cursor = at + len(words)
        else:
            absent.add(element)
    pieces, reached = [], 0
    for start, end, element in sorted(places):
        pieces += [text(verbatim[reached:start]), element]
        reached = end
    return "".join(pieces) + text(verbatim[reached:]), absent
