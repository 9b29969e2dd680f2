"""Words behind the kind → clauses: who from, whom to, between whom, about what.

clauses = { ["," ] ("from" | "of" | "by" | "to" | "for" | "between" | "with") parties } [subject]
subject = ("on" | "about" | "regarding" | "re:" | …) words | quotation
"""

from collections.abc import Callable
from typing import NamedTuple

from telegrams.values.titles.posts import belongs_to_office
from telegrams.values.titles.tokens import (
    ARTICLE,
    BRACKET,
    DASH,
    DATED,
    MODIFIER,
    NAME,
    NUMBER,
    PREPOSITION,
    QUOTE,
    Tokens,
)
from telegrams.values.titles.vocabulary import vocabulary

MEETINGS = frozenset(("conversation", "minutes", "agreement", "protocol", "journal"))
_SINGLE_WORDS = ("via", "quote", "bracket from", "number")
_TOOK_PLACE = frozenset(("held", "convened", "conducted"))
_PERIODS = frozenset(("period", "year", "years", "month", "months", "week", "quarter", "half"))
_PLAIN = frozenset("OBSMRAHna&#TNx")
_REACH = 12


class Clause(NamedTuple):
    """Words `start` to `end` under a label.

    Labels: `open` (no marker yet), `from`, `of`, `by`, `to`, `for`, `between`, `with`, `via`, `relay`, `number`,
    `subject`, `quote`, `genre` (`of Protest`), and `rest` for what says nothing about parties or subject.
    """

    label: str
    start: int
    end: int


class Point(NamedTuple):
    """Where the reader stands: word `at` of a clause with this label that begins at word `first`."""

    tokens: Tokens
    label: str
    first: int
    at: int
    end: int
    kind: str

    @property
    def key(self) -> str:
        """The word in lower case."""
        return self.tokens.keys[self.at]

    @property
    def after_stop(self) -> bool:
        """True where a comma or another stop stands in front."""
        return bool(self.tokens.breaks[self.at - 1])

    def before(self) -> list[str]:
        """The last words of the clause so far."""
        return self.tokens.keys[max(self.first, self.at - _REACH) : self.at]

    def opens(self, label: str) -> "Opening":
        """A clause that begins behind this word."""
        return label, self.at + 1


Opening = tuple[str, int] | None
"""The label of the clause that opens, and where its words begin."""


def read_clauses(tokens: Tokens, start: int, end: int, kind: str) -> list[Clause]:
    """Cut the words behind the kind into clauses; empty ones are left out."""
    clauses: list[Clause] = []
    label, first, at = "open", start, start
    classes, keys, breaks = tokens.classes, tokens.keys, tokens.breaks
    markers = vocabulary().markers
    while at < end:
        plain = classes[at] in _PLAIN and keys[at] not in markers and not breaks[at - 1]
        found = None if plain else _marker(Point(tokens, label, first, at, end, kind))
        if found is None:
            at += 1
            continue
        if first < at:
            clauses.append(Clause(label, first, at))
        label, at = found
        first = at
        if label == "subject":
            break
        if label in _SINGLE_WORDS:
            clauses.append(Clause(label, at - 1, at))
            label = "open" if label == "bracket from" else "after" if label == "via" else "rest"
    if first < end:
        clauses.append(Clause(label, first, end))
    return clauses


def _marker(point: Point) -> Opening:
    letter = point.tokens.classes[point.at]
    if letter in _BY_CLASS:
        return _BY_CLASS[letter](point)
    if point.key in vocabulary().participles or point.key == "no":
        return _participle(point) or _later_number(point)
    if letter == PREPOSITION:
        return _preposition(point)
    if point.key in vocabulary().subject_words:
        return point.opens("subject")
    if point.key in vocabulary().acts:
        return "subject", point.at
    if point.label != "open" and point.tokens.breaks[point.at - 1] == ":":
        return "subject", point.at
    if point.key.endswith("ing") and letter == NAME and point.after_stop and point.label != "open":
        return "subject", point.at
    return None


def _preposition(point: Point) -> Opening:
    tokens, at = point.tokens, point.at
    dated = at + 1 + (tokens.classes[at + 1 : at + 2] == [ARTICLE])
    if dated < point.end and tokens.classes[dated] == DATED:
        return "rest", dated + 1
    if point.key in vocabulary().subject_words:
        return point.opens("subject") if _opens_subject(point) else None
    if point.key in ("at", "in", "during") and point.label == "open" and at == point.first:
        return point.opens("rest")
    if point.key in ("at", "during", "before") and _is_occasion(point):
        return point.opens("rest")
    rule = _BY_WORD.get(point.key)
    return rule(point) if rule else None


def _is_occasion(point: Point) -> bool:
    """`Speech by Ann Lee at a Meeting of …`: behind a person, not the post of a delegation."""
    if point.at == point.first or point.tokens.classes[point.at - 1] not in (NAME, BRACKET):
        return False
    ahead = point.tokens.keys[point.at + 1 : min(point.end, point.at + _REACH)]
    return not vocabulary().occasions.isdisjoint(ahead)


def _participle(point: Point) -> Opening:
    """`Paper prepared by …`, `Statement prepared in the Office of …`."""
    if point.at + 1 >= point.end or point.key == "no":
        return None
    if point.key in _TOOK_PLACE:
        return point.opens("rest")
    if point.tokens.keys[point.at + 1] == "to" and point.label in ("from", "by"):
        return "to", point.at + 2
    if point.label not in ("open", "of", "rest"):
        return point.opens("rest") if point.tokens.keys[point.at + 1] in ("by", "from") else None
    if point.tokens.keys[point.at + 1] == "in":
        return "by", point.at + 2
    return point.opens("open") if point.tokens.classes[point.at + 1] == PREPOSITION else None


def _later_number(point: Point) -> Opening:
    """`Order of the Defence Committee No. 9168`."""
    at = point.at + 1
    if point.key != "no" or point.label == "open" or at >= point.end:
        return None
    if not any(char.isdecimal() for char in point.tokens.keys[at]):
        return None
    return "number", at + 1


def _quotation(point: Point) -> Opening:
    """A quotation is a title unless it is a nickname or the name of a journal, a party … in front of it."""
    tokens, at = point.tokens, point.at
    if point.label == "rest" and not point.after_stop:
        return None
    nickname = tokens.text[tokens.ends[at] - 2] != ","
    if nickname and at + 1 < point.end and tokens.classes[at + 1] == NAME and not tokens.breaks[at]:
        return None
    if at == point.first or point.after_stop or tokens.classes[at - 1] in (NAME, BRACKET, NUMBER, DATED):
        return point.opens("quote")
    return None


def _bracket(point: Point) -> Opening:
    """`[via Holm]`, `[from Holm]`."""
    start = point.tokens.starts[point.at] + 1
    opening = point.tokens.text[start : start + 5].lower()
    if opening.startswith("via "):
        return point.opens("via")
    return point.opens("bracket from") if opening == "from " else None


def _date(point: Point) -> Opening:
    return point.opens("rest")


def _dash(point: Point) -> Opening:
    if point.kind in MEETINGS and point.label in ("between", "of", "with"):
        return None
    return point.opens("subject")


def _opens_subject(point: Point) -> bool:
    tokens, at = point.tokens, point.at
    if point.key != "on" or at == point.first or point.label == "open" or point.after_stop:
        return True
    known = vocabulary()
    if tokens.keys[at - 1] not in known.topical_bodies or tokens.classes[at + 1 : at + 2] == [ARTICLE]:
        return True
    qualified = at - 2 >= point.first and tokens.classes[at - 2] == MODIFIER
    return qualified and tokens.keys[at - 2] not in known.committees


def _sender(point: Point) -> Opening:
    if point.label in ("open", "genre", "to", "for", "rest") or (point.at > point.first and point.after_stop):
        return point.opens(point.key)
    if point.key == "by" and point.label in ("of", "with", "between"):
        return point.opens("by")
    return None


def _of(point: Point) -> Opening:
    if point.at == point.first and point.label in ("open", "rest"):
        genre = point.tokens.keys[point.at + 1 : point.at + 2]
        return point.opens("of" if vocabulary().genres.isdisjoint(genre) else "genre")
    return point.opens("of") if point.label == "rest" and point.after_stop else None


def _to(point: Point) -> Opening:
    tokens, at = point.tokens, point.at
    if point.kind == "conversation" or point.label in ("rest", "between"):
        return None
    if point.label in ("to", "for") and not point.after_stop:
        return None
    if point.label in ("with", "of") and point.kind in ("agreement", "minutes"):
        return None
    if belongs_to_office(tokens, point.first, at, point.end):
        return None
    return point.opens("to")


def _for(point: Point) -> Opening:
    if point.kind in ("conversation", "agreement") or point.label in ("between", "with", "rest"):
        return None
    if not _PERIODS.isdisjoint(point.tokens.keys[point.at + 1 : min(point.end, point.at + 4)]):
        return point.opens("rest")
    if point.at == point.first or point.after_stop or point.tokens.classes[point.at - 1] == BRACKET:
        return point.opens("for")
    before = point.before()
    if point.label == "open" or "at" in before:
        return None
    if point.tokens.classes[point.at - 1] == NAME:
        return point.opens("for")
    return None if any(key in vocabulary().scopes for key in before) else point.opens("for")


def _between(point: Point) -> Opening:
    return point.opens("between") if point.label in ("open", "of", "genre", "rest") else None


def _with(point: Point) -> Opening:
    if point.kind in MEETINGS:
        return point.opens("with") if point.label in ("open", "of", "by", "between", "from", "rest") else None
    if point.label == "rest" and not point.after_stop:
        return None
    return point.opens("subject")


def _relay(point: Point) -> Opening:
    return point.opens("relay") if point.label in ("from", "of", "to", "for") else None


_BY_CLASS: dict[str, Callable[[Point], Opening]] = {QUOTE: _quotation, BRACKET: _bracket, DATED: _date, DASH: _dash}
_BY_WORD: dict[str, Callable[[Point], Opening]] = {
    "from": _sender,
    "by": _sender,
    "of": _of,
    "to": _to,
    "for": _for,
    "between": _between,
    "with": _with,
    "via": _relay,
}
