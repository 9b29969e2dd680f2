"""Title → words with classes; everything in quotes, brackets or a date is one word."""

from itertools import accumulate

from telegrams.values.titles.masking import DATE, FILL
from telegrams.values.titles.vocabulary import vocabulary

NAME, OFFICE, BODY, RANK, STATE, MODIFIER = "N", "O", "B", "R", "S", "M"
ACRONYM, PARTICLE, HONORIFIC, PREPOSITION, ARTICLE, JOINER = "A", "n", "H", "p", "a", "&"
NUMBER, LOWER, BRACKET, QUOTE, DATED, DASH, TOPIC = "#", "x", "(", '"', "D", "-", "T"

_DASHES = frozenset("-–—")
_STOPS = frozenset(",;:")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_EDGE = ".,;:'’!?"
_HEADS = (OFFICE, BODY, RANK)


class Tokens:
    """The words of a title in parallel lists; `text[starts[i]:ends[i]]` is word i without the stop behind it."""

    __slots__ = ("breaks", "classes", "ends", "keys", "owners", "starts", "text")

    def __init__(self, text: str, shape: str) -> None:
        self.text = text
        known = vocabulary().classes
        pieces = shape.split(" ")
        nexts = list(accumulate([len(piece) + 1 for piece in pieces]))
        self.starts = [0, *nexts[:-1]]
        self.ends = [following - 1 for following in nexts]
        self.keys = pieces
        """The word in lower case, without possessive ending and outer stops."""
        self.breaks = [""] * len(pieces)
        """The stop behind the word: `,` `;` `:` or nothing."""
        self.owners: set[int] = set()
        """The words that end in `'s`."""
        found = list(map(known.get, pieces))
        capitals = text.isupper() and len(pieces) > 1
        self.classes = [letter or "" for letter in found]
        for at, letter in enumerate(found):
            if letter is None:
                self._classify(at, known, capitals=capitals)
        if not _STOPS.isdisjoint(self.keys):
            self._join_stops()
        if "'" in text or "’" in text:
            ends_in = (self.slice(at, at + 1).rstrip(")]")[-2:] for at in range(len(self.keys)))
            self.owners = {at for at, ending in enumerate(ends_in) if ending in _POSSESSIVES}

    def _classify(self, at: int, known: dict[str, str], *, capitals: bool) -> None:
        """Give word `at`, which is not in the vocabulary as it stands, its key, stop and class."""
        piece = self.keys[at]
        if piece.isalpha():
            self.classes[at] = NAME if capitals else _by_case(self.text[self.starts[at] : self.ends[at]])
            return
        if len(piece) > 1 and piece[-1] in _STOPS:
            self.breaks[at], piece = piece[-1], piece[:-1]
            self.ends[at] -= 1
        key = piece.strip(_EDGE) or piece
        if key[-2:] in ("'s", "’s"):
            key = key[:-2]
        self.keys[at] = key
        letter = known.get(key) if len(key) > 1 or piece == key else None
        self.classes[at] = letter or _unknown(self.text[self.starts[at] : self.ends[at]], piece, known)

    def _join_stops(self) -> None:
        """Give a stop that stands alone to the word before it."""
        kept = [0]
        for at in range(1, len(self.keys)):
            if self.keys[at] in _STOPS:
                self.breaks[kept[-1]] = self.keys[at]
            else:
                kept.append(at)
        for name in ("starts", "ends", "keys", "classes", "breaks"):
            column = getattr(self, name)
            column[:] = [column[at] for at in kept]

    def __len__(self) -> int:
        return len(self.starts)

    def slice(self, start: int, end: int) -> str:
        """The verbatim words from `start` up to `end`, without the stop behind the last one."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def phrase(self, start: int, end: int) -> str:
        """The keys from `start` up to `end`, with single blanks."""
        return self.keys[start] if end == start + 1 else " ".join(self.keys[start:end])

    def possessive(self, at: int) -> bool:
        """True where word `at` ends in `'s`, brackets left aside."""
        return at in self.owners


def _by_case(word: str) -> str:
    """The class of an unknown word of letters: lower case, an acronym, or a name."""
    if word.islower():
        return LOWER
    return ACRONYM if word.isupper() and len(word) > 1 else NAME


def _unknown(word: str, piece: str, known: dict[str, str]) -> str:
    """The class of a word that the vocabulary lacks, by its shape."""
    first, last = piece[:1], piece[-1:]
    if first == DATE:
        return DATED
    if first in ("(", "[") and (last in (")", "]") or FILL in piece):
        return BRACKET if last in (")", "]") else NAME
    if first == "«":
        return QUOTE
    if word in _DASHES:
        return DASH
    if first.isdigit() or first == "#":
        return NUMBER
    if "-" in piece and (compound := known.get(piece.rpartition("-")[2])) in (*_HEADS, STATE):
        return compound
    if "/" in piece and (joined := known.get(piece.partition("/")[0])):
        return joined
    return NAME if "." in word or "-" in word else _by_case(word)


def article(tokens: Tokens, at: int) -> int:
    """The position behind an article at `at`, or `at`."""
    return at + 1 if at < len(tokens) and tokens.classes[at] == ARTICLE else at


def place_end(tokens: Tokens, at: int, end: int) -> int:
    """Where the longest name of a known place that begins at word `at` ends; `at` where none does."""
    if at >= end:
        return at
    known = vocabulary()
    for length in known.place_lengths.get(tokens.keys[at], ()):
        if at + length <= end and tokens.phrase(at, at + length) in known.places:
            return at + length
    return at


def zone_end(tokens: Tokens, start: int, end: int) -> int:
    """Where the words in front of the first preposition end."""
    at = start
    while at < end and tokens.classes[at] != PREPOSITION:
        at += 1
    return at
