"""Where a clause can open: which word opens which clause, behind which other clause, at what price."""

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from telegrams.facts.calendar import ENGLISH_MONTHS, WEEKDAYS
from telegrams.values.titles.offices import Inner, inner
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

MEETINGS = frozenset(("conversation", "minutes", "agreement", "protocol", "journal"))
_TOOK_PLACE = frozenset(("held", "convened", "conducted"))
_PASSED_ON = frozenset(("conveyed", "delivered", "forwarded", "handed", "presented", "relayed", "sent", "transmitted"))
_PERIODS = frozenset(("period", "year", "years", "month", "months", "week", "quarter", "half", "day", "days"))
_RELATIVE = frozenset(("which", "who", "that", "where", "when"))
_RECEIVES = frozenset(("receives", "meets"))
DISCUSSES = frozenset(("discuss", "discussing"))
_SURROUNDINGS = frozenset(
    ("outskirts", "sidelines", "margins", "eve", "morning", "evening", "afternoon", "way", "occasion")
)
_REGARD = frozenset(("connection", "response", "regard", "relation", "reference", "reply", "answer"))
_CALLS = frozenset(("request", "call", "plan", "proposal", "appeal", "program", "programme", "demand"))
_SERIES = frozenset(("a", "b", "c", "d", "e", "k", "s", "ss", "op", "sh"))
_TITLES = frozenset(("topic", "subject", "theme", "question", "titled", "entitled"))
_LONGEST_NAME = 4
_RELATED = frozenset(("relative", "relating", "related", "pertaining"))
_VERBS = _RELATIVE | _RECEIVES | DISCUSSES | _RELATED
_DATED = (WordClass.DATE, WordClass.NUMBER)
_SELDOM = (WordClass.NAME, WordClass.OFFICE, WordClass.BODY, WordClass.PLACE, WordClass.MODIFIER, WordClass.ARTICLE)
"""Words of parties: they open a clause only behind a stop."""
_FILES = frozenset(("record", "records", "file", "files", "distribution"))
_REACH = 12
_BELONGING = 0.3
"""What it costs to open a clause with the `to` of `Ambassador to Chile`."""


class Sense(Enum):
    """What a clause says."""

    OPEN = auto()
    """No marker yet: behind the kind, or at the start of a title without one."""
    FROM = auto()
    BY = auto()
    OF = auto()
    TO = auto()
    FOR = auto()
    BETWEEN = auto()
    WITH = auto()
    VIA = auto()
    GENRE = auto()
    """`of Protest`."""
    NUMBER = auto()
    SUBJECT = auto()
    QUOTE = auto()
    END = auto()
    """Behind the last word."""
    REST = auto()
    """What says nothing about parties or subject: time, place, occasion."""


class ClauseOpening(NamedTuple):
    """A clause that can open at word `at`; its own words begin at `first` and end at the next opening or at `last`."""

    label: Sense
    at: int
    first: int
    cost: float = 0.0
    last: int | None = None
    """Where the clause ends, if that is known: a bracket, a number."""
    inside: float = 0.0
    """What it costs at least that the word is part of an office instead."""


class Marker(NamedTuple):
    """Where the reader stands: word `at` of the words behind the kind."""

    body: Stretch
    at: int
    kind: str

    @property
    def key(self) -> str:
        """The word in lower case."""
        return self.body.key(self.at)

    @property
    def found(self) -> WordClass:
        """The class of the word."""
        return self.body.words.classes[self.at]

    @property
    def begins(self) -> bool:
        """True for the first word behind the kind."""
        return self.at == self.body.start

    @property
    def stopped(self) -> bool:
        """True where a comma or another stop stands in front."""
        return self.at > 0 and bool(self.body.words.breaks[self.at - 1])

    def opens(self, label: Sense, cost: float = 0.0, inside: float = 0.0) -> Iterator[ClauseOpening]:
        """A clause whose words begin behind this word."""
        yield ClauseOpening(label, self.at, self.at + 1, cost, None, inside)

    def ahead(self, count: int) -> list[str]:
        """The keys of the next words."""
        return self.body.part(self.at + 1, min(self.body.end, self.at + 1 + count)).keys


def openings(body: Stretch, kind: str) -> Iterator[ClauseOpening]:
    """All clauses that can open among the words behind the kind, in order."""
    classes, keys, breaks = body.words.classes, body.words.keys, body.words.breaks
    markers = vocabulary().markers
    for at in body:
        found = classes[at]
        if found in _SELDOM and not (breaks[at - 1] or keys[at] in markers or keys[at] in _VERBS):
            continue
        rule = _BY_CLASS.get(found)
        if rule is not None:
            yield from rule(Marker(body, at, kind))
        elif keys[at] in markers or keys[at] in _VERBS or (at > 0 and breaks[at - 1]):
            yield from _by_word(Marker(body, at, kind))


def _by_word(point: Marker) -> Iterator[ClauseOpening]:
    known = vocabulary()
    if point.key in known.participles:
        yield from _participle(point)
    elif point.key in ("no", "#"):
        yield from _later_number(point)
    elif point.key in known.subject_words:
        doubled = point.body.key(point.at + 1) in known.subject_words
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at + 1 + doubled)
    elif point.key in _VERBS:
        yield from _verb(point)
    elif _is_matter(point):
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at)
    elif not point.begins and (
        point.body.words.classes[point.at - 1] in (WordClass.DATE, WordClass.NUMBER)
        or point.body.key(point.body.start) == "via"
    ):
        yield ClauseOpening(Sense.OPEN, point.at, point.at, 0.1)


def _verb(point: Marker) -> Iterator[ClauseOpening]:
    """`which occurred …`, `Relating to Trade`, `Minister Lee Receives Ambassador Ek`."""
    if point.key in _RELATIVE:
        yield from point.opens(Sense.REST)
    elif point.key in _RELATED and point.body.key(point.at + 1) == "to":
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at + 2)
    elif point.key in DISCUSSES and (point.begins or point.key == "discussing"):
        yield from point.opens(Sense.SUBJECT)
    elif point.key in _RECEIVES and point.kind == "conversation" and not point.begins:
        yield from point.opens(Sense.WITH)


def _is_matter(point: Marker) -> bool:
    """Whether the word itself begins the subject: `Protesting`, a gerund behind a stop, behind a colon."""
    if point.key in vocabulary().acts:
        return True
    return not point.begins and ((point.stopped and _is_gerund(point)) or point.body.words.breaks[point.at - 1] == ":")


def _is_gerund(point: Marker) -> bool:
    return point.key.endswith("ing") and point.found is WordClass.NAME and len(point.key) > len("ening")


def _preposition(point: Marker) -> Iterator[ClauseOpening]:
    dated = point.body.after(point.at + 1).without_article()
    inside = not point.begins and point.body.words.classes[point.at - 1] not in _DATED
    if point.key == "of" and inside and dated.first is not WordClass.DATE:
        return
    if dated.first is WordClass.DATE and point.key == "on" and _is_event(dated):
        yield from point.opens(Sense.SUBJECT)
    elif dated.first is WordClass.DATE and point.key != "with":
        yield ClauseOpening(Sense.REST, point.at, dated.start + 1)
    elif point.key == "on" and (day := _day(dated)):
        yield ClauseOpening(Sense.REST, point.at, dated.start + day)
    elif point.key == "on" and (dated.key(dated.start) in WEEKDAYS or dated.key(dated.start) in _SURROUNDINGS):
        yield from point.opens(Sense.REST)
    elif point.key == "in" and (behind := _regarding(point)):
        yield ClauseOpening(Sense.SUBJECT, point.at, behind)
    elif (point.key in ("from", "between", "at") and _is_hour(dated)) or (point.key == "during" and not point.begins):
        yield from point.opens(Sense.REST)
    elif point.key in vocabulary().subject_words:
        yield from _subject(point)
    elif point.key in ("at", "in", "during", "before") and (point.begins or _is_occasion(point)):
        yield from point.opens(Sense.REST)
    elif rule := _BY_WORD.get(point.key):
        yield from rule(point)


def _regarding(point: Marker) -> int:
    """Where the subject begins behind `in connection with`, `in response to`; 0 where nothing of the kind stands."""
    words = point.ahead(2)
    return point.at + 3 if len(words) == 2 and words[0] in _REGARD and words[1] in ("with", "to") else 0


def _day(words: Stretch) -> int:
    """The length of `May 3`, `3 May`, `the 3rd of May`: a day without its year is no subject."""
    near = words.before(words.start + 3).keys
    figures = [at for at, key in enumerate(near) if key[:1].isdecimal()]
    months = [at for at, key in enumerate(near) if key.capitalize() in ENGLISH_MONTHS]
    return max(figures[0], months[0]) + 1 if figures and months and min(figures[0], months[0]) == 0 else 0


def _is_event(dated: Stretch) -> bool:
    """`on 3 May 1951 Conversation between …`: a matter that is called by its date."""
    matter = dated.after(dated.start + 1)
    return not matter.stopped and matter.first in (WordClass.KIND, WordClass.TOPIC)


def _is_hour(words: Stretch) -> bool:
    """`between 17:00 and 19:00 hours`; not `at the 17th Session`."""
    return words.first is WordClass.NUMBER and words.key(words.start)[-1:].isdecimal()


def _is_occasion(point: Marker) -> bool:
    """`Speech by Ann Lee at a Meeting of …`: behind a person, not the post of a delegation."""
    if point.body.words.classes[point.at - 1] not in (WordClass.NAME, WordClass.BRACKET) and not point.stopped:
        return False
    return not vocabulary().occasions.isdisjoint(point.ahead(_REACH))


def _participle(point: Marker) -> Iterator[ClauseOpening]:
    """`Paper prepared by …`, `Statement prepared in the Office of …`, `sent to …`, `held on …`."""
    following = point.body.key(point.at + 1)
    if not following:
        return
    if following in ("by", "from"):
        if point.key in _PASSED_ON:
            yield ClauseOpening(Sense.VIA, point.at, point.at + 2)
        yield ClauseOpening(Sense.BY, point.at, point.at + 2)
    elif point.key in _TOOK_PLACE:
        yield from point.opens(Sense.REST)
    elif following == "to":
        yield ClauseOpening(Sense.TO, point.at, point.at + 2)
    elif following in ("via", "through"):
        yield ClauseOpening(Sense.VIA, point.at, point.at + 2)
    elif following == "in" and point.begins:
        yield ClauseOpening(Sense.BY, point.at, point.at + 2)
    elif point.body.words.classes[point.at + 1] is WordClass.PREPOSITION:
        yield from point.opens(Sense.REST)


def _later_number(point: Marker) -> Iterator[ClauseOpening]:
    """`Order of the Defence Committee No. 9168`."""
    at = point.at + 1
    if at < point.body.end and any(char.isdecimal() for char in point.body.key(at)):
        last = at + 1
        if last < point.body.end and point.body.words.breaks[at] != "," and point.body.key(last) in _SERIES:
            last += 1
        yield ClauseOpening(Sense.NUMBER, point.at, at, 0.0, last)


def _quotation(point: Marker) -> Iterator[ClauseOpening]:
    """A quotation is a title unless it is a nickname or the name of a journal, a party … in front of it."""
    words, at = point.body.words, point.at
    nickname = words.text[words.ends[at] - 2] != ","
    if nickname and at + 1 < point.body.end and words.classes[at + 1] is WordClass.NAME and not words.breaks[at]:
        return
    before = words.classes[at - 1]
    closed = before in (WordClass.NAME, WordClass.BRACKET, WordClass.NUMBER, WordClass.DATE, WordClass.PLACE)
    if point.begins or point.stopped or closed or point.body.key(at - 1) in _TITLES or _is_long(point):
        yield ClauseOpening(Sense.QUOTE, at, at, 0.0, at + 1)


def _is_long(point: Marker) -> bool:
    """`Decree of the Presidium 'On Trade'`: a title, not the name of the body."""
    words = point.body.part(point.at, point.at + 1).text[1:].split(" ")
    return words[0].lower() in vocabulary().subject_words or len(words) > _LONGEST_NAME


_BRACKETED = {
    "via": Sense.VIA,
    "through": Sense.VIA,
    "from": Sense.FROM,
    "about": Sense.SUBJECT,
    "on": Sense.SUBJECT,
    "regarding": Sense.SUBJECT,
    "concerning": Sense.SUBJECT,
}


def _bracket(point: Marker) -> Iterator[ClauseOpening]:
    """`[via Holm]`, `[from Holm]`, `[about Trade]`."""
    word = point.body.part(point.at, point.at + 1).text[1:].partition(" ")
    if word[1] and (label := _BRACKETED.get(word[0].lower())):
        yield ClauseOpening(label, point.at, point.at, 0.0, point.at + 1)


def _date(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.REST)


def _dash(point: Marker) -> Iterator[ClauseOpening]:
    numbers = (WordClass.NUMBER, WordClass.DATE)
    if point.body.words.classes[point.at - 1] not in numbers or point.body.after(point.at + 1).first not in numbers:
        yield from point.opens(Sense.SUBJECT, 0.2 if point.kind in MEETINGS else 0.0)


def _names_title(point: Marker) -> bool:
    """`on the Topic 'Trade'`: the title is quoted behind it."""
    ahead = point.ahead(2)
    return ahead[-1:] != [] and ahead[-1] in _TITLES and point.body.after(point.at + 3).first is WordClass.QUOTE


def _subject(point: Marker) -> Iterator[ClauseOpening]:
    if _names_title(point):
        return
    belongs = not point.begins and inner(point.body, point.at) is Inner.COMPLEMENT
    yield from point.opens(Sense.SUBJECT, 0.8 if belongs else 0.0)


def _of(point: Marker) -> Iterator[ClauseOpening]:
    if point.begins and not vocabulary().genres.isdisjoint(point.ahead(1)):
        yield from point.opens(Sense.GENRE)
    else:
        yield from point.opens(Sense.OF)


def _to(point: Marker) -> Iterator[ClauseOpening]:
    """`to Ann Lee`; not `to Adopt …`."""
    if point.body.key(point.at + 1) in vocabulary().infinitives:
        yield from point.opens(Sense.REST)
    elif _is_called(point):
        yield from point.opens(Sense.WITH)
    elif point.kind != "conversation":
        price = Inner.LOOSE if point.begins else inner(point.body, point.at)
        belongs = price in (Inner.POST, Inner.SERVICE, Inner.LATE_SERVICE)
        yield from point.opens(Sense.TO, _BELONGING if belongs else 0.0, price.cost)


def _is_called(point: Marker) -> bool:
    """`Telephone Call from Ann Lee to Bo Ek`: both talk."""
    before = point.body.words.keys[point.body.start - 1] if point.body.start else ""
    return point.kind == "conversation" and before in ("call", "calls")


def _from(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.WITH if _is_called(point) else Sense.FROM, 0.0, 0.5)


def _is_time_or_place(point: Marker) -> bool:
    """`for the Period 1950-51`, `for 1951`, `for the Files`, `for the Council Meeting`: for nobody."""
    goal = point.body.after(point.at + 1).without_article().zone()
    stop = next((at + 1 for at in goal if goal.words.breaks[at]), goal.end)
    year = goal.key(goal.start).isdecimal() and len(goal.key(goal.start)) == len("1951")
    gathering = goal.key(stop - 1) in vocabulary().sessions
    return year or gathering or not _PERIODS.isdisjoint(point.ahead(3)) or not _FILES.isdisjoint(point.ahead(2))


def _for(point: Marker) -> Iterator[ClauseOpening]:
    if point.kind in ("conversation", "agreement"):
        return
    if _is_time_or_place(point):
        yield from point.opens(Sense.REST)
        return
    if point.body.start > 0 and point.body.words.keys[point.body.start - 1] in _CALLS and not _is_addressee(point):
        yield from point.opens(Sense.SUBJECT)
        return
    sure = point.begins or point.stopped or point.body.words.classes[point.at - 1] is WordClass.BRACKET
    scoped = not sure and inner(point.body, point.at) is Inner.COMPLEMENT
    named = not sure and point.body.words.classes[point.at - 1] is WordClass.NAME
    yield from point.opens(Sense.FOR, 0.0 if sure else 0.1 if named else 1.5 if scoped else 0.0)


def _is_addressee(point: Marker) -> bool:
    """`Proposal by Ann Lee for the Politburo`; not `for Trade`, nor `for the Release of Bo Ek`."""
    goal = point.body.after(point.at + 1).without_article().zone()
    heads = (WordClass.OFFICE, WordClass.BODY, WordClass.RANK, WordClass.HONORIFIC)
    return not point.begins and goal.has(*heads) and not goal.has(WordClass.TOPIC, WordClass.LOWER)


def _with(point: Marker) -> Iterator[ClauseOpening]:
    if point.kind in MEETINGS:
        yield from point.opens(Sense.WITH)
    elif vocabulary().occasions.isdisjoint(point.body.before(point.at).keys[-3:]):
        yield from point.opens(Sense.SUBJECT, 0.1)


def _via(point: Marker) -> Iterator[ClauseOpening]:
    """`via Ann Lee`; at the beginning a line: `Message via VCh, Ann Lee to …`."""
    return point.opens(Sense.REST if point.begins else Sense.VIA)


def _through(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.VIA, 0.1)


def _by(point: Marker) -> Iterator[ClauseOpening]:
    """`by Ann Lee`; not `Delegation Headed by Ann Lee`, `with Participation by Ann Lee`."""
    before = point.body.words.keys[point.at - 1]
    known = vocabulary()
    verb = before.endswith("ed") or before == "led"
    passive = before in known.participles or before in _TOOK_PLACE
    if not point.begins and verb and not passive:
        yield ClauseOpening(Sense.REST, point.at - 1, point.at + 1)
    else:
        matter = not point.begins and before in known.topics - _FILES
        yield from point.opens(Sense.REST if matter else Sense.BY)


def _between(point: Marker) -> Iterator[ClauseOpening]:
    """`Letters between Ann Lee and Bo Ek`; not `Report of the Differences between …`."""
    if point.kind in MEETINGS or point.begins:
        yield from point.opens(Sense.BETWEEN)


_BY_CLASS: dict[WordClass, Callable[[Marker], Iterator[ClauseOpening]]] = {
    WordClass.PREPOSITION: _preposition,
    WordClass.QUOTE: _quotation,
    WordClass.BRACKET: _bracket,
    WordClass.DATE: _date,
    WordClass.DASH: _dash,
}
_BY_WORD: dict[str, Callable[[Marker], Iterator[ClauseOpening]]] = {
    "from": _from,
    "by": _by,
    "of": _of,
    "to": _to,
    "for": _for,
    "between": _between,
    "among": _between,
    "with": _with,
    "via": _via,
    "through": _through,
}
