"""Title → words with classes; everything in quotes, in brackets or in a date is one word.

A `Stretch` is a stretch of the words of one title: what the grammar reads, and what it hands on.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise

from telegrams.facts import entries
from telegrams.facts.calendar import ROMAN_NUMBERS
from telegrams.facts.names import NAME_WORDS, OFFICES_IN_ADDRESS
from telegrams.values.titles.dating import date_places
from telegrams.values.titles.masking import DATE, FILL, protected, shape
from telegrams.values.titles.spelling import respelt
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.word_shapes import by_case, class_of_unknown

_GLUED = re.compile(f"[^\\W\\d_][.,]?([(\\[]{FILL}{{3,}}[)\\]])")
_SMALL_NAME = re.compile(r"\b(?:between|from|with|and|to|by) (?=(?:To|In|On) [A-Z])")
"""In front of a name that is written as a preposition: `from To Huu`."""
_GLUED_COMMA = re.compile("(?<=[^\\W\\d_]{2})[,;](?=[^\\W\\d_]{2}|\x02)")
_OPEN_QUOTATION = re.compile(r"[,:] (['‘\"“„])(?=\w)")
_LONGEST_SHORTENED = 2
_SHORTEST_LAST = 4
"""Shorter words keep their full stop; at the end of a title, those of two letters."""
_STOPS = frozenset(",;:")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_FIGURES = frozenset(map(str.lower, ROMAN_NUMBERS))
_EDGE = ".,;:'’!?*"
_NAME_ENDS = (None, WordClass.PREPOSITION, WordClass.JOINER, WordClass.DATE)
_OPENING = (WordClass.KIND, WordClass.HONORIFIC)
"""What can begin a sentence behind a word that may be a name written short."""
_NAMED_AFTER_ADDRESS = (
    WordClass.MODIFIER,
    WordClass.TOPIC,
    WordClass.PLACE,
    WordClass.BODY,
    WordClass.KIND,
    WordClass.RANK,
    WordClass.LOWER,
)
_BEHIND_NAME = (WordClass.PREPOSITION, WordClass.JOINER)


@cache
def _shortened() -> frozenset[str]:
    """Words that keep their full stop: `etc.`, `Chas.`"""
    names = {name.rstrip(".").lower() for name in NAME_WORDS["short"]}
    return frozenset(entries("titles/shortened")) | names


class TitleWords:
    """The words of a title in parallel lists; `text[starts[i]:ends[i]]` is word i without the stop behind it."""

    __slots__ = ("breaks", "classes", "ends", "held", "keys", "owners", "starts", "text")

    def __init__(self, text: str, form: str) -> None:
        self.text = text
        self.held: dict[int, Stretch | None] = {}
        """The words of each bracket that was opened."""
        known = vocabulary().classes
        pieces = form.split(" ")
        nexts = list(accumulate([len(piece) + 1 for piece in pieces]))
        self.starts = [0, *nexts[:-1]]
        self.ends = [following - 1 for following in nexts]
        if FILL in form or _GLUED_COMMA.search(form):
            pieces = self._part_glued(pieces)
        self.keys = pieces
        """The word in lower case, without possessive ending and outer stops."""
        self.breaks = [""] * len(pieces)
        """The stop behind the word: `,` `;` `:` or nothing."""
        self.owners: set[int] = set()
        """The words that end in `'s`."""
        found = list(map(known.get, pieces))
        capitals = text.isupper() and len(pieces) > 1
        self.classes = [kind or WordClass.NAME for kind in found]
        for at, kind in enumerate(found):
            if kind is None:
                self._classify(at, known, capitals=capitals)
        if not _STOPS.isdisjoint(self.keys):
            self._join_stops()
        if WordClass.QUOTE in self.classes:
            self._stop_quotations()
        if text.endswith("."):
            self._cut_full_stop()
        if "'" in text or "’" in text:
            ends_in = (self.text[: self.ends[at]].rstrip(")]")[-2:] for at in range(len(self.keys)))
            self.owners = {at for at, ending in enumerate(ends_in) if ending in _POSSESSIVES}
        self._classify_by_neighbours()

    def _classify_by_neighbours(self) -> None:
        """What a word is by the one beside it: `U. S. Consul`, `Mr. Church`, `Dean Lee`, `under the Auspices`."""
        if WordClass.HONORIFIC in self.classes:
            self._name_addressed()
        if not vocabulary().given_names.isdisjoint(self.keys):
            self._name_given()
        if "u" in self.keys[:-2]:
            at = self.keys.index("u")
            if self.keys[at + 1] == "s" and self.classes[at + 2] is not WordClass.NAME:
                self.classes[at] = self.classes[at + 1] = WordClass.PLACE
        self._name_small()
        if not _FIGURES.isdisjoint(self.keys[1:]):
            self._count_bodies()
        if "soviet" in self.keys:
            self._name_soviets()
        if "under" in self.keys[:-1]:
            at = self.keys.index("under")
            if self.classes[at + 1] is WordClass.ARTICLE:
                self.classes[at] = WordClass.PREPOSITION

    def _stop_quotations(self) -> None:
        """A comma inside the marks stops the quotation too: `'The Tin Question,' 3 May`."""
        for at, found in enumerate(self.classes):
            if found is WordClass.QUOTE and self.text[self.ends[at] - 2 : self.ends[at] - 1] == ",":
                self.breaks[at] = self.breaks[at] or ","

    def _cut_full_stop(self) -> None:
        """The full stop of the title is no part of its last word: `Mr. Ek to Mr. Lee.`, but not `Lee, Jr.`"""
        whole = len(self.keys[-1]) > _LONGEST_SHORTENED and self.keys[-1] not in _shortened()
        if whole and "." not in self.text[self.starts[-1] : self.ends[-1] - 1]:
            self.ends[-1] -= 1

    def _part_glued(self, pieces: list[str]) -> list[str]:
        """Words without a blank between them: `Ruritania(Lee)`, not the `(b)` of `VKP(b)`; `Ann Lee,the Envoy`."""
        parted: list[str] = []
        starts, ends = [], []
        for piece, start, end in zip(pieces, self.starts, self.ends, strict=True):
            cuts = [comma.end() for comma in _GLUED_COMMA.finditer(piece)] if "," in piece or ";" in piece else []
            if FILL in piece and (bracket := _GLUED.search(piece)):
                cuts.append(bracket.start(1))
            if not cuts:
                parted.append(piece)
                starts.append(start)
                ends.append(end)
                continue
            for first, last in pairwise([0, *cuts, len(piece)]):
                parted.append(piece[first:last])
                starts.append(start + first)
                ends.append(start + last if last < len(piece) else end)
        self.starts, self.ends = starts, ends
        return parted

    def _classify(self, at: int, known: dict[str, WordClass], *, capitals: bool) -> None:
        """Give word `at`, which is not in the vocabulary as it stands, its key, stop and class."""
        piece = self.keys[at]
        if piece.isalpha():
            if meant := respelt(piece):
                self.keys[at], self.classes[at] = meant, known[meant]
            else:
                self.classes[at] = WordClass.NAME if capitals else by_case(self.text[self.starts[at] : self.ends[at]])
            return
        if len(piece) > 1 and (piece[-1] in _STOPS or self._ends_sentence(at, piece, known)):
            self.breaks[at], piece = piece[-1], piece[:-1]
            self.ends[at] -= 1
        if len(piece) > 1 and piece[-1] in ")]" and piece[0] not in "([" and "(" not in piece and "[" not in piece:
            piece = piece[:-1]
            self.ends[at] -= 1
        key = piece.strip(_EDGE) or piece
        if key[-2:] in ("'s", "’s"):
            key = key[:-2]
        found = known.get(key) if len(key) > 1 or piece == key else None
        if found is None and key.isalpha() and (meant := respelt(key)):
            key, found = meant, known[meant]
        if piece == "no.":
            found = WordClass.MODIFIER
        self.keys[at] = key
        self.classes[at] = found or class_of_unknown(self.text[self.starts[at] : self.ends[at]], piece, known)

    def _ends_sentence(self, at: int, piece: str, known: dict[str, WordClass]) -> bool:
        """`Mr. Lee to Mr. Holm. Telegram`: a full stop behind a word that is not written short."""
        word, last = piece[:-1], at + 1 == len(self.keys)
        if piece[-1] != "." or last or not word.isalpha():
            return False
        if len(word) < _SHORTEST_LAST and (word in known or known.get(self.keys[at + 1]) is not WordClass.KIND):
            return False
        if len(self.keys[at + 1]) == len("f.") and self.keys[at + 1][-1] == ".":
            return False
        following, found = self.keys[at + 1], known.get(word)
        if found is None:
            marked = following[0] in "([" or following == "no." or known.get(following.rstrip(".")) in _OPENING
            fresh = marked or self.text[self.starts[at] : self.ends[at]].isupper()
        else:
            fresh = not self.text[self.starts[at + 1]].islower() and found not in (WordClass.HONORIFIC, WordClass.RANK)
        return fresh and word not in _shortened()

    def _join_stops(self) -> None:
        """Give a stop that stands alone to the word before it."""
        kept: list[int] = []
        for at, key in enumerate(self.keys):
            if key in _STOPS:
                self.breaks[kept[-1] if kept else 0] = key
            else:
                kept.append(at)
        kept = kept or [0]
        for name in ("starts", "ends", "keys", "classes", "breaks"):
            column = getattr(self, name)
            column[:] = [column[at] for at in kept]

    def _name_addressed(self) -> None:
        """Behind `Mr.` a word of the vocabulary is a name, but for an office: `Mr. Church`, not `Mr. President`."""
        persons = vocabulary().persons
        for at in range(1, len(self.keys)):
            if self.keys[at - 1] in persons and self.breaks[at - 1] == ",":
                self.breaks[at - 1] = ""
            if self.keys[at - 1] not in persons or not self.text[self.starts[at]].isupper():
                continue
            office = self.classes[at] is WordClass.OFFICE and (
                self.keys[at] in OFFICES_IN_ADDRESS or self.classes[at : at + 2] == [WordClass.OFFICE] * 2
            )
            if not office and self.classes[at] in (*_NAMED_AFTER_ADDRESS, WordClass.OFFICE):
                self.classes[at] = WordClass.NAME
            elif self.classes[at] is WordClass.NAME and not self.breaks[at]:
                self._name_behind_given(at + 1)

    def _name_behind_given(self, at: int) -> None:
        """`Mr. Edward Church to …`: a word of the vocabulary that ends the name behind a form of address."""
        last = len(self.keys) - 1
        while at < last and self.classes[at] is WordClass.NAME and not self.breaks[at]:
            at += 1
        ended = at == last or (at < last and (self.breaks[at] or self.classes[at + 1] in _BEHIND_NAME))
        if ended and self.classes[at] in _NAMED_AFTER_ADDRESS and self.text[self.starts[at]].isupper():
            self.classes[at] = WordClass.NAME

    def _name_given(self) -> None:
        """In front of an unknown word `Christian` or `Dean` is a given name; `Ann Christian` is one whole."""
        given = vocabulary().given_names
        for at, key in enumerate(self.keys):
            if key not in given:
                continue
            ends = at + 1 == len(self.keys) or self.breaks[at] != ""
            following = None if ends else self.classes[at + 1]
            behind = at > 0 and self.classes[at - 1] is WordClass.NAME and not self.breaks[at - 1]
            family = behind and self.classes[at] is WordClass.MODIFIER and following in _NAME_ENDS
            if family or following is WordClass.NAME:
                self.classes[at] = WordClass.NAME

    def _name_small(self) -> None:
        """`from To Huu`: in front of an unknown word the second is no preposition."""
        for small in _SMALL_NAME.finditer(self.text):
            at = self.starts.index(small.end()) if small.end() in self.starts else -1
            if at >= 0 and self.classes[at + 1] is WordClass.NAME:
                self.classes[at] = WordClass.NAME

    def _count_bodies(self) -> None:
        """`Division I`: a figure, no initial."""
        for at in range(1, len(self.keys)):
            figure = self.text[self.starts[at] : self.ends[at]] in ROMAN_NUMBERS
            if figure and self.classes[at] is WordClass.NAME and self.classes[at - 1] is WordClass.BODY:
                self.classes[at] = WordClass.NUMBER

    def _name_soviets(self) -> None:
        """`Supreme Soviet`, `Soviet of the Union`: the council; elsewhere the adjective."""
        for at, key in enumerate(self.keys):
            if key == "soviet" and (self.keys[at - 1 : at] == ["supreme"] or self.keys[at + 1 : at + 2] == ["of"]):
                self.classes[at] = WordClass.BODY

    def whole(self) -> "Stretch":
        """All words."""
        return Stretch(self, 0, len(self.starts))


class Stretch:
    """A stretch of the words of one title: words `start` up to `end`."""

    __slots__ = ("end", "start", "words")

    def __init__(self, words: TitleWords, start: int, end: int) -> None:
        self.words, self.start, self.end = words, start, end if end > start else start

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, self.end))

    def __contains__(self, at: int) -> bool:
        return self.start <= at < self.end

    @property
    def classes(self) -> list[WordClass]:
        """The class of each word."""
        return self.words.classes[self.start : self.end]

    @property
    def keys(self) -> list[str]:
        """The key of each word."""
        return self.words.keys[self.start : self.end]

    @property
    def text(self) -> str:
        """The verbatim words, without the stop behind the last one."""
        if self.start == self.end:
            return ""
        return self.words.text[self.words.starts[self.start] : self.words.ends[self.end - 1]]

    @property
    def phrase(self) -> str:
        """The keys with single blanks."""
        return self.words.keys[self.start] if self.end == self.start + 1 else " ".join(self.keys)

    @property
    def first(self) -> WordClass | None:
        """The class of the first word."""
        return self.words.classes[self.start] if self.start < self.end else None

    @property
    def last(self) -> WordClass | None:
        """The class of the last word."""
        return self.words.classes[self.end - 1] if self.start < self.end else None

    @property
    def owned(self) -> bool:
        """True where the last word ends in `'s`."""
        return self.end - 1 in self.words.owners

    @property
    def stopped(self) -> bool:
        """True where a comma or another stop stands in front of the span."""
        return self.start > 0 and bool(self.words.breaks[self.start - 1])

    def before(self, at: int) -> "Stretch":
        """The words in front of word `at`."""
        return Stretch(self.words, self.start, at if at < self.end else self.end)

    def after(self, at: int) -> "Stretch":
        """The words from word `at` on."""
        return Stretch(self.words, at if at > self.start else self.start, self.end)

    def part(self, start: int, end: int) -> "Stretch":
        """The words `start` up to `end` of the title."""
        return Stretch(self.words, start, end)

    def key(self, at: int) -> str:
        """The key of word `at`; nothing outside the span."""
        return self.words.keys[at] if self.start <= at < self.end else ""

    def has(self, *classes: WordClass) -> bool:
        """Whether one of the words is of one of these classes."""
        found = self.classes
        for wanted in classes:  # noqa: SIM110 - every rule asks, and a generator takes three times as long
            if wanted in found:
                return True
        return False

    def zone(self) -> "Stretch":
        """The words in front of the first preposition."""
        classes, at, end, preposition = self.words.classes, self.start, self.end, WordClass.PREPOSITION
        while at < end and classes[at] is not preposition:
            at += 1
        return Stretch(self.words, self.start, at)

    def without_article(self) -> "Stretch":
        """The words without an article in front."""
        return self.after(self.start + 1) if self.first is WordClass.ARTICLE else self

    def place(self) -> "Stretch":
        """The longest name of a known place with which the words begin; empty where there is none."""
        words, known = self.words, vocabulary()
        for length in known.place_lengths.get(self.key(self.start), ()):
            end = self.start + length
            if length == 1 and words.classes[self.start] is WordClass.NAME:
                continue
            if end <= self.end and " ".join(words.keys[self.start : end]) in known.places:
                if any(words.breaks[self.start : end - 1]):
                    continue
                divided = end < self.end and words.keys[end] in known.divisions and not words.breaks[end - 1]
                return Stretch(words, self.start, end + divided)
        return Stretch(words, self.start, self.start)

    def is_place(self) -> bool:
        """Whether the words are the name of a known place and no more."""
        return self.start < self.end and self.place().end == self.end


def tokenise(text: str) -> tuple[Stretch, list[tuple[int, int]]]:
    """The words of a clean text, and where its dates stand."""
    form, dates = shape(text, protected(text) or _open_quotation(text)), date_places(text)
    if dates:
        pieces, done = [], 0
        for start, end in dates:
            if form[start] != FILL:
                pieces += [form[done:start], DATE * (end - start)]
                done = end
        form = "".join([*pieces, form[done:]])
    return TitleWords(text, form).whole(), dates


def _open_quotation(text: str) -> list[tuple[int, int]]:
    """A quotation that opens behind a stop and is closed nowhere ends with the title."""
    found = _OPEN_QUOTATION.search(text)
    return [(found.start(1), len(text))] if found and len(text) - found.start(1) > 2 else []
