"""Title → words with classes; everything in quotes, brackets or a date is one word."""

from telegrams.values.titles.masking import DATE, FILL
from telegrams.values.titles.vocabulary import vocabulary

NAME, OFFICE, BODY, RANK, STATE, MODIFIER = "N", "O", "B", "R", "S", "M"
ACRONYM, PARTICLE, HONORIFIC, PREPOSITION, ARTICLE, JOINER = "A", "n", "H", "p", "a", "&"
NUMBER, LOWER, BRACKET, QUOTE, DATED, DASH, TOPIC = "#", "x", "(", '"', "D", "-", "T"

_DASHES = frozenset("-–—")
_STOPS = frozenset(",;:")
_EDGE = ".,;:'’!?"
_HEADS = (OFFICE, BODY)


class Tokens:
    """The words of a title in parallel lists; `text[starts[i]:ends[i]]` is word i without the stop behind it."""

    __slots__ = ("breaks", "classes", "ends", "keys", "starts", "text")

    def __init__(self, text: str, shape: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        """The word in lower case, without possessive ending and outer stops."""
        self.classes: list[str] = []
        self.breaks: list[str] = []
        """The stop behind the word: `,` `;` `:` or nothing."""
        known = vocabulary().classes
        capitals = text.isupper() and " " in text
        starts, ends, keys, classes, breaks = self.starts, self.ends, self.keys, self.classes, self.breaks
        position = 0
        for piece in shape.split(" "):
            end = position + len(piece)
            if piece.isalpha():
                starts.append(position)
                ends.append(end)
                keys.append(piece)
                classes.append(known.get(piece) or (NAME if capitals else _by_case(text[position:end])))
                breaks.append("")
            elif piece in _STOPS and self.breaks:
                self.breaks[-1] = piece
            else:
                self._add_marked(position, end, piece, known)
            position = end + 1

    def _add(self, start: int, end: int, key: str, letter: str, stop: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.keys.append(key)
        self.classes.append(letter)
        self.breaks.append(stop)

    def _add_marked(self, start: int, end: int, piece: str, known: dict[str, str]) -> None:
        """Add a word with other characters than letters."""
        stop = piece[-1:] if len(piece) > 1 and piece[-1] in _STOPS else ""
        if stop:
            piece, end = piece[:-1], end - 1
        key = piece.strip(_EDGE) or piece
        if key[-2:] in ("'s", "’s"):
            key = key[:-2]
        letter = known.get(key) if len(key) > 1 or piece == key else None
        self._add(start, end, key, letter or _unknown(self.text[start:end], piece, known), stop)

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
        word = self.text[self.starts[at] : self.ends[at]].rstrip(")]")
        return word[-2:] in ("'s", "’s") or word[-2:] in ("s'", "s’")


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
