"""Where a clause can open: which word opens which clause, at what price."""

from collections.abc import Callable, Iterator

from telegrams.values.titles.prepositions import at_preposition, is_means, is_served
from telegrams.values.titles.senses import MEETINGS, ClauseOpening, Marker, Sense
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_LONGEST_NAME = 4
_NEAR = 24
_SELDOM = (WordClass.NAME, WordClass.OFFICE, WordClass.BODY, WordClass.PLACE, WordClass.MODIFIER, WordClass.ARTICLE)
"""Words of parties: they open a clause only behind a stop."""


def openings(body: Stretch, kind: str) -> Iterator[ClauseOpening]:
    """All clauses that can open among the words behind the kind, in order."""
    classes, keys, breaks = body.words.classes, body.words.keys, body.words.breaks
    markers = vocabulary().markers
    for at in body:
        found = classes[at]
        first = at == body.start
        if found in _SELDOM and not (first or breaks[at - 1] or keys[at] in markers):
            continue
        rule = _BY_CLASS.get(found)
        if rule is not None:
            yield from rule(Marker(body, at, kind))
        elif first or keys[at] in markers or breaks[at - 1]:
            yield from _by_word(Marker(body, at, kind))


def _by_word(point: Marker) -> Iterator[ClauseOpening]:
    known = vocabulary()
    if point.key in known.participles:
        yield from _participle(point)
    elif point.key in known.number_words:
        yield from _later_number(point)
    elif point.key in known.subject_words:
        doubled = point.body.key(point.at + 1) in known.subject_words
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at + 1 + doubled)
    elif point.stopped and (point.key in known.questions or _is_sentence(point)):
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at)
    elif known.clause.is_verb(point.key):
        yield from _verb(point)
    elif _is_matter(point) or (point.found is WordClass.KIND and point.begins and point.stopped and _is_paper(point)):
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at)
    elif not point.begins and point.found in (WordClass.TOPIC, WordClass.KIND):
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at, 0.3 if point.kind in MEETINGS else 0.0)
    elif not point.begins and (
        point.body.words.classes[point.at - 1] in (WordClass.DATE, WordClass.NUMBER)
        or point.body.key(point.body.start) == "via"
        or (point.body.key(point.body.start) == "by" and is_means(point.body.after(point.body.start + 1)))
    ):
        yield ClauseOpening(Sense.OPEN, point.at, point.at, 0.1)


def _verb(point: Marker) -> Iterator[ClauseOpening]:
    """`which occurred …`, `Relating to Trade`, `Minister Lee Receives Ambassador Ek`."""
    known = vocabulary()
    if point.key in known.clause.relative:
        yield from point.opens(Sense.REST)
    elif point.key in known.clause.related and point.body.key(point.at + 1) == "to":
        yield ClauseOpening(Sense.SUBJECT, point.at, point.at + 2)
    elif point.key in known.clause.discusses and (point.begins or point.key == "discussing"):
        yield from point.opens(Sense.SUBJECT)
    elif point.key in known.clause.receives and point.kind == "conversation":
        yield from point.opens(Sense.WITH)


def _is_matter(point: Marker) -> bool:
    """Whether the word itself begins the subject: `Protesting`, a gerund behind the kind or a stop, behind a colon."""
    if point.key in vocabulary().acts:
        return True
    if point.begins:
        behind_kind = point.at > 0 and point.body.words.classes[point.at - 1] is WordClass.KIND and not point.stopped
        following = point.body.after(point.at + 1).first
        return behind_kind and _is_gerund(point) and following not in (None, WordClass.PREPOSITION)
    return (point.stopped and _is_gerund(point)) or point.body.words.breaks[point.at - 1] == ":"


def _is_sentence(point: Marker) -> bool:
    """`Cable, Peru Looks to Chile`: what happened, told behind the kind."""
    told = point.body.zone().before(point.body.start + _LONGEST_NAME)
    verbs = [
        at for at in told if told.key(at) in vocabulary().headline_verbs and told.words.classes[at] is WordClass.NAME
    ]
    return point.begins and verbs[:1] > [point.at]


def _is_paper(point: Marker) -> bool:
    """`Telegram, Statement by Ann Lee on Trade`: another paper, which the telegram is about."""
    return point.kind not in MEETINGS and point.body.key(point.at + 1) in ("by", "from", "of")


def _is_gerund(point: Marker) -> bool:
    return point.key.endswith("ing") and point.found is WordClass.NAME and len(point.key) > len("ening")


def _participle(point: Marker) -> Iterator[ClauseOpening]:
    """`Paper prepared by …`, `Statement prepared in the Office of …`, `sent to …`, `held on …`."""
    following = point.body.key(point.at + 1)
    if not following:
        return
    if following in ("by", "from"):
        yield from _agent(point, by=following == "by")
    elif point.key in vocabulary().clause.took_place:
        yield from point.opens(Sense.REST)
    elif following == "to":
        yield ClauseOpening(Sense.TO, point.at, point.at + 2)
    elif following in ("via", "through"):
        yield ClauseOpening(Sense.VIA, point.at, point.at + 2)
    elif following == "for" and point.kind not in MEETINGS and is_served(point.body.after(point.at + 2)):
        yield ClauseOpening(Sense.FOR, point.at, point.at + 2)
    elif following == "in" and point.begins:
        yield ClauseOpening(Sense.BY, point.at, point.at + 2)
    elif point.body.words.classes[point.at + 1] is WordClass.PREPOSITION:
        yield from point.opens(Sense.REST)


def _agent(point: Marker, *, by: bool) -> Iterator[ClauseOpening]:
    """`prepared by Ann Lee`, `conveyed by Ann Lee`, `received by Ann Lee`, `sent by Courier`, `Dinner given by …`."""
    if by and point.key in vocabulary().clause.took_place and point.kind == "conversation":
        yield ClauseOpening(Sense.WITH, point.at, point.at + 2)
    elif by and point.key in vocabulary().clause.receipt:
        yield ClauseOpening(Sense.TO if point.key == "received" else Sense.REST, point.at, point.at + 2)
    elif by and not point.begins and point.body.key(point.at - 1) in vocabulary().occasions:
        yield ClauseOpening(Sense.REST, point.at, point.at + 2)
    elif by and is_means(point.body.after(point.at + 2)):
        yield ClauseOpening(Sense.GENRE, point.at, point.at + 2)
    else:
        relayed = point.key in vocabulary().clause.relays
        if relayed:
            yield ClauseOpening(Sense.VIA, point.at, point.at + 2)
        yield ClauseOpening(Sense.BY, point.at, point.at + 2, 0.1 if relayed else 0.0)


def _later_number(point: Marker) -> Iterator[ClauseOpening]:
    """`Order of the Defence Committee No. 9168`."""
    at = point.at + 1
    if at < point.body.end and any(char.isdecimal() for char in point.body.key(at)):
        last = at + 1
        if (
            last < point.body.end
            and point.body.words.breaks[at] != ","
            and point.body.key(last) in vocabulary().clause.number_tails
        ):
            last += 1
        yield ClauseOpening(Sense.NUMBER, point.at, at, 0.0, last)


def _quotation(point: Marker) -> Iterator[ClauseOpening]:
    """A quotation is a title unless it is a nickname or the name of a journal, a party … in front of it."""
    words, at = point.body.words, point.at
    nickname = words.text[words.ends[at] - 2] != ","
    if nickname and at + 1 < point.body.end and words.classes[at + 1] is WordClass.NAME and not words.breaks[at]:
        return
    before = words.classes[at - 1]
    if _is_inside_name(point):
        return
    closed = before in (WordClass.NAME, WordClass.BRACKET, WordClass.NUMBER, WordClass.DATE, WordClass.PLACE)
    if (
        point.begins
        or point.stopped
        or closed
        or point.body.key(at - 1) in vocabulary().clause.titled
        or _is_long(point)
    ):
        yield ClauseOpening(Sense.QUOTE, at, at, 0.0, at + 1)


def _is_inside_name(point: Marker) -> bool:
    """`of the Danish “National Conference”`, `The 'Voice of Tin' Newspaper`: between an article and its noun."""
    words, at = point.body.words, point.at
    following = point.body.after(at + 1)
    if at == 0 and following.first in (WordClass.KIND, WordClass.BODY, WordClass.TOPIC) and not following.stopped:
        return True
    first = at
    while (
        first > 0 and words.classes[first - 1] in (WordClass.PLACE, WordClass.MODIFIER) and not words.breaks[first - 1]
    ):
        first -= 1
    if first == 0 or words.classes[first - 1] is not WordClass.ARTICLE or point.body.part(first, at).is_place():
        return False
    return words.classes[first - 2 : first - 1] == [WordClass.PREPOSITION] or bool(following and not following.stopped)


def _is_long(point: Marker) -> bool:
    """`Decree of the Presidium 'On Trade'`: a title, not the name of the body."""
    words = point.body.part(point.at, point.at + 1).text[1:].split(" ")
    return words[0].lower() in vocabulary().subject_words or len(words) > _LONGEST_NAME


_BRACKETED = {
    "via": Sense.VIA,
    "through": Sense.VIA,
    "from": Sense.FROM,
    "for": Sense.FOR,
    "to": Sense.TO,
    "about": Sense.SUBJECT,
    "on": Sense.SUBJECT,
    "regarding": Sense.SUBJECT,
    "concerning": Sense.SUBJECT,
}


def _bracket(point: Marker) -> Iterator[ClauseOpening]:
    """`[via Holm]`, `[from Holm]`, `[about Trade]`."""
    word = point.body.part(point.at, point.at + 1).text[1:].partition(" ")
    label = _BRACKETED.get(word[0].lower())
    if word[1] and label is not None and (label not in (Sense.FOR, Sense.TO) or point.begins):
        yield ClauseOpening(label, point.at, point.at, 0.0, point.at + 1)


def _date(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.REST)


def _dash(point: Marker) -> Iterator[ClauseOpening]:
    numbers = (WordClass.NUMBER, WordClass.DATE)
    if point.body.words.classes[point.at - 1] not in numbers or point.body.after(point.at + 1).first not in numbers:
        pair = point.kind in MEETINGS and WordClass.JOINER not in point.body.before(point.at).classes[-_NEAR:]
        yield from point.opens(Sense.SUBJECT, 0.2 if pair else 0.0)


_BY_CLASS: dict[WordClass, Callable[[Marker], Iterator[ClauseOpening]]] = {
    WordClass.PREPOSITION: at_preposition,
    WordClass.QUOTE: _quotation,
    WordClass.BRACKET: _bracket,
    WordClass.DATE: _date,
    WordClass.DASH: _dash,
}
