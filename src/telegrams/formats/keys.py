"""A name of its own for everything: the one way in which a second `zorin` becomes `zorin-2`."""

from collections.abc import Iterable, Iterator

from .contract import Piece


def unique(key: str, taken: dict[str, int], number: int = 2) -> str:
    """The key, or where it is taken the key with the first free number from `number` on: `a`, `a-2`, `a-3`.

    `taken` holds the names given so far, each with the last number that was tried for it; the new name is added.
    So a name given ten thousand times takes no longer each time.
    """
    given = key
    if key in taken:
        number = max(number, taken[key] + 1)
        while (given := f"{key}-{number}") in taken:
            number += 1
        taken[key] = number
    taken[given] = 1
    return given


def distinct(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Each document under a key that no other before it has."""
    taken: dict[str, int] = {}
    for piece in pieces:
        yield piece.under(unique(piece.key, taken))
