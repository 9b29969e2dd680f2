"""Words behind the kind → clauses: who from, whom to, between whom, about what.

clauses = { ["," ] ("from" | "of" | "by" | "to" | "for" | "between" | "with") parties } [subject]
subject = ("on" | "about" | "regarding" | "re:" | …) words | quotation

The words are cut by best-first search: `openings` says where a clause can open and at what price, `series` what it
costs to read the words between two openings as parties; the cheapest way through wins. A `to` is thus part of an office
(`Ambassador to Chile to …`) exactly where the office with it and the rest without it are read more cheaply.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from telegrams.values.titles.following import follows
from telegrams.values.titles.openings import openings
from telegrams.values.titles.phrases import is_personal
from telegrams.values.titles.senses import MEETINGS, ClauseOpening, Sense
from telegrams.values.titles.series import Series, read_pair, read_series
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

MOST_OPENINGS = 16
"""Behind so many openings the words belong to the last clause: no title that somebody wrote has as many."""
MARGIN = 0.05
"""Two readings whose costs differ by less are equally good: then the text does not say who writes to whom."""
_PARTIES = (
    Sense.FROM,
    Sense.BY,
    Sense.OF,
    Sense.TO,
    Sense.FOR,
    Sense.BETWEEN,
    Sense.WITH,
    Sense.VIA,
    Sense.STEAD,
)
_NO_PARTY = 1.5
_DANGLING = 1.0
_BARE_SUBJECT = 0.7
_LEFT_OVER = 2.0
_VENUE = 0.3
_SWALLOWED = 1.5
_MISSED = 0.6
_QUOTED = 0.4
_CONTRACTED = 0.9
_LEAST = 0.3
_WAYS = 2
_UNCUT = 0.06
_PASSED = 4.0


class Clause(NamedTuple):
    """The words under a label."""

    label: Sense
    span: Stretch


class Path(NamedTuple):
    """A way to cut the words up to the clause that is open."""

    cost: float
    opening: ClauseOpening
    clauses: tuple[Clause, ...] = ()

    @property
    def cuts(self) -> tuple[tuple[Sense, int, int], ...]:
        """The clauses that name parties, to tell two ways apart."""
        return tuple((label, span.start, span.end) for label, span in self.clauses if label in _PARTIES)


class _Step(NamedTuple):
    """A way, open or about to be closed by the next opening; `number` parts those of the same cost."""

    cost: float
    number: int
    path: Path
    closes: tuple[ClauseOpening, float] | None = None

    def __lt__(self, other: "_Step") -> bool:  # type: ignore[override]  # the heap compares steps only
        return self.cost < other.cost or (self.cost == other.cost and self.number < other.number)


class TitleCut(NamedTuple):
    """The cheapest way; `rival` is another one that costs nearly the same."""

    clauses: tuple[Clause, ...]
    rival: tuple[Clause, ...] = ()


def read_clause(label: Sense, span: Stretch) -> Series:
    """The parties that the words under a label name."""
    return read_pair(span) if label is Sense.BETWEEN else read_series(span)


class Clauses:
    """The clauses of one title, with what was read of them."""

    def __init__(self, body: Stretch, kind: str) -> None:
        self.body, self.kind = body, kind
        self.read: dict[tuple[int, int], Series] = {}
        self.openings: list[ClauseOpening] = []
        self.end = ClauseOpening(Sense.END, body.end, body.end)
        self.least_inside: list[tuple[int, float]] = []
        """What each opening that is not for nothing costs at least where a party's words go on over it."""

    def series(self, span: Stretch, label: Sense) -> Series:
        """The parties of a clause, read once."""
        at = span.start, span.end
        if at not in self.read:
            self.read[at] = read_clause(label, span)
        return self.read[at]

    def begins(self, clause: Clause) -> bool:
        """Whether a clause is the first one, or the second behind a stop."""
        return clause.span.start <= self.body.start + 1 or self.body.after(clause.span.start - 1).stopped

    def cut(self) -> TitleCut:
        """The cheapest way to cut the words.

        Ways are taken up in the order of their costs. What a clause costs is only found out when nothing that may be
        cheaper is left: until then `_least` stands for it.
        """
        body = self.body
        self.openings = list(islice(openings(body, self.kind), MOST_OPENINGS))
        self.least_inside = [(each.at, min(each.inside, _LEAST)) for each in self.openings if each.inside]
        heap: list[_Step] = [_Step(0.0, 0, Path(0.0, ClauseOpening(Sense.OPEN, body.start - 1, body.start)))]
        visits: dict[ClauseOpening, int] = {}
        best: Path | None = None
        while heap:
            step = heappop(heap)
            path = step.path
            if best is not None and step.cost - best.cost >= MARGIN:
                break
            if step.closes is not None:
                heappush(heap, self._taken(step, *step.closes))
            elif path.opening.label is not Sense.END:
                visits[path.opening] = visit = visits.get(path.opening, 0) + 1
                if visit <= _WAYS:
                    for following in self._steps(path, step.number):
                        heappush(heap, following)
            elif best is None:
                best = path
            elif path.cuts != best.cuts:
                return TitleCut(best.clauses, path.clauses)
        return TitleCut(best.clauses if best else ())

    def _steps(self, path: Path, number: int) -> Iterator["_Step"]:
        """All ways on: to each later opening that can follow, and to the end."""
        words, here = self.body.words, path.opening
        for opening in (*self.openings, self.end):
            if here.first > opening.at or here.at == opening.at:
                continue
            stopped = opening.at > 0 and bool(words.breaks[opening.at - 1])
            price = follows(opening, here.label, stopped=stopped, kind=self.kind)
            if price is not None:
                price += opening.cost
                least = path.cost + price + self._least(here, opening.at)
                number += 1
                yield _Step(least, number * MOST_OPENINGS, path, (opening, price))

    def _taken(self, step: "_Step", opening: ClauseOpening, price: float) -> "_Step":
        """The step when the open clause is closed, at its true cost."""
        path = step.path
        paid, clauses = self._close(path.opening, opening.at)
        cost = path.cost + paid + price
        return _Step(cost, step.number + 1, Path(cost, opening, (*path.clauses, *clauses)))

    def _least(self, here: ClauseOpening, end: int) -> float:
        """What the words under a label cost at least: each opening among them is part of an office, or left aside."""
        if here.label not in _PARTIES or here.last is not None:
            return 0.0
        return sum([price for at, price in self.least_inside if here.first <= at < end])

    def _close(self, opening: ClauseOpening, end: int) -> tuple[float, list[Clause]]:
        """What the open clause costs when it is closed at word `end`, and its words with those behind its last one."""
        span = self.body.part(opening.first, end if opening.last is None else min(end, opening.last))
        price = self._price(opening.label, span)
        clauses = [Clause(opening.label, span)] if span else []
        if opening.last is not None and (rest := self.body.part(opening.last, end)):
            clauses.append(Clause(Sense.REST, rest))
            price += self._price_missed(rest)
        return price, clauses

    def _price(self, label: Sense, span: Stretch) -> float:
        if label in _PARTIES:
            return self._price_parties(label, span) if span else _DANGLING
        if label is Sense.OPEN and span:
            return self._price_open(span)
        if label is Sense.SUBJECT:
            return _SWALLOWED if _swallows(span) else self._price_marked(span)
        return self._price_missed(span) if label in (Sense.REST, Sense.GENRE) else 0.0

    def _price_marked(self, span: Stretch) -> float:
        """What it costs that a subject holds contracting parties, a quoted title or `submitted to …` behind a stop."""
        inside = [opening for opening in self.openings if opening.at in span]
        if self.kind in ("agreement", "protocol") and any(each.label is Sense.BETWEEN for each in inside):
            return _CONTRACTED
        quoted = any(
            span.after(each.at).stopped and (each.label in (Sense.QUOTE, Sense.BY, Sense.FROM) or each.is_passive_to)
            for each in inside
        )
        return _QUOTED if quoted else 0.0

    def _price_missed(self, span: Stretch) -> float:
        """What it costs to leave aside words in which a clause could open."""
        return _MISSED * sum(opening.at in span and opening.label is not Sense.REST for opening in self.openings)

    def _price_uncut(self, span: Stretch) -> float:
        """What it costs that words in which a clause could open are part of a party."""
        start, end = span.start, span.end
        inside = [opening for opening in self.openings if start <= opening.at < end]
        return sum([_UNCUT if opening.last is None else _MISSED for opening in inside])

    def _price_open(self, span: Stretch) -> float:
        missed = self._price_missed(span)
        if self.openings and self.openings[0].at == span.start and self.openings[0].label is not Sense.OPEN:
            return missed + _PASSED
        if self.kind in MEETINGS:
            return missed
        series = self.series(span, Sense.OPEN)
        if series.parties and series.stop == span.end:
            return 0.2 + series.cost + self._price_uncut(span)
        return missed + 0.5

    def _price_parties(self, label: Sense, span: Stretch) -> float:
        if span.first is WordClass.BRACKET and span.end == span.start + 1:
            return 0.0
        series = self.series(span, label)
        missed = self._price_uncut(span)
        if not series.parties:
            sits = label in (Sense.TO, Sense.FOR) and not vocabulary().sessions.isdisjoint(span.zone().keys)
            missed += self._price_missed(span)
            return missed + (0.3 if sits else 0.5 if label is Sense.OF else _NO_PARTY)
        if series.stop == span.end:
            return missed + series.cost
        stopped = bool(span.words.breaks[series.stop - 1])
        rest = span.after(series.stop)
        missed += self._price_missed(rest)
        if self.kind in MEETINGS:
            return missed + series.cost + (_VENUE if stopped else _LEFT_OVER)
        return missed + series.cost + (_BARE_SUBJECT if stopped else _LEFT_OVER)


def _swallows(subject: Stretch) -> bool:
    """`on the Board of Trade (Lee) to the Minister`, `on Special Mission (Lee)`: the words of an office, no subject."""
    words = subject.words
    at = next((at for at in subject if words.classes[at] is WordClass.BRACKET), None)
    if at is None:
        return False
    field = subject.before(at)
    ended = at + 1 == len(words.keys) or words.breaks[at] or words.classes[at + 1] is WordClass.PREPOSITION
    held = ended and is_personal(subject.part(at, at + 1))
    matter = field.has(WordClass.OFFICE, WordClass.TOPIC, WordClass.KIND, WordClass.LOWER, WordClass.DATE)
    return subject.key(at + 1) == "to" or (held and not matter and _is_unheld(subject.part(0, subject.start - 1)))


def _is_unheld(before: Stretch) -> bool:
    """Whether an office without a name stands in front of the word that opens a subject."""
    for at in range(before.end - 1, before.start, -1):
        found = before.words.classes[at]
        if found is WordClass.BRACKET or (at == before.end - 1 and found in (WordClass.NAME, WordClass.QUOTE)):
            return False
        if found is WordClass.OFFICE:
            return True
    return False
