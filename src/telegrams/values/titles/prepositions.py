"""What the prepositions of a title open: `from`, `to`, `by`, `between`, `on` … and when they open nothing."""

from collections.abc import Callable, Iterator

from telegrams.facts.calendar import ENGLISH_MONTHS, WEEKDAYS
from telegrams.values.titles.offices import Inner, inner
from telegrams.values.titles.senses import MEETINGS, ClauseOpening, Marker, Sense
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_DATED = (WordClass.DATE, WordClass.NUMBER)
_ENDED = (None, WordClass.PREPOSITION, WordClass.BRACKET)
_REACH = 12
_BELONGING = 0.3
"""What it costs to open a clause with the `to` of `Ambassador to Chile`."""


def at_preposition(point: Marker) -> Iterator[ClauseOpening]:
    """What the preposition at this word opens."""
    goal = point.body.after(point.at + 1).without_article()
    if point.key == "of" and not _opens_with_of(point, goal):
        return
    if (end := _time(point, goal)) is not None:
        yield ClauseOpening(Sense.REST, point.at, end)
    elif goal.first is WordClass.DATE and point.key == "on":
        yield from point.opens(Sense.SUBJECT)
    elif (instead := _stead(point)) is not None:
        yield ClauseOpening(Sense.STEAD, point.at, instead)
    elif point.key in ("in", "with") and (behind := _regarding(point)) is not None:
        yield ClauseOpening(Sense.SUBJECT, point.at, behind)
    elif point.key in vocabulary().subject_words:
        yield from _subject(point)
    elif point.key in ("at", "in", "during", "before") and (point.begins or _is_occasion(point)):
        yield from point.opens(Sense.REST)
    elif rule := _BY_WORD.get(point.key):
        yield from rule(point)


def _opens_with_of(point: Marker, goal: Stretch) -> bool:
    """An `of` opens a clause behind the kind, its number or date, and in front of a date; not `Department 2 of …`."""
    if point.body.before(point.at).classes[-2:] == [WordClass.BODY, WordClass.NUMBER]:
        return False
    if _is_matter(point):
        return True
    behind = point.begins or point.body.words.classes[point.at - 1] in _DATED
    return behind or goal.first is WordClass.DATE or _is_behind_genre(point)


def _is_matter(point: Marker) -> bool:
    """Whether what an analysis by somebody is of stands behind this `of`."""
    words, start = point.body.words, point.body.start
    if point.begins or words.keys[start] != "by" or words.keys[start - 1] not in vocabulary().matters:
        return False
    zone = point.body.after(point.at + 1).without_article().zone()
    return start > 0 and (zone.last in (WordClass.TOPIC, WordClass.KIND) or not words.owners.isdisjoint(zone))


def _is_behind_genre(point: Marker) -> bool:
    """`Letter of Credence of Ann Lee`."""
    body = point.body
    return point.at == body.start + 2 and body.key(body.start) == "of" and body.key(point.at - 1) in vocabulary().genres


def _time(point: Marker, goal: Stretch) -> int | None:
    """Where what follows a time or surroundings begins: `on 3 May 1951`, `on May 3`, `between 3 and 5 hours`."""
    if goal.first is WordClass.DATE and point.key != "with":
        return None if point.key == "on" and _is_event(goal) else goal.start + 1
    if point.key == "on" and (day := _day(goal)):
        return None if _is_event(goal.after(goal.start + day - 1)) else goal.start + day
    first = goal.key(goal.start)
    if point.key == "on" and (first in WEEKDAYS or first in vocabulary().clause.surroundings):
        return point.at + 1
    timed = point.key in ("from", "between", "at") and _is_hour(goal)
    return point.at + 1 if timed or (point.key == "during" and not point.begins) else None


def _regarding(point: Marker) -> int | None:
    """Where the subject begins: behind `in connection with`, `with respect to`, with `in response to`."""
    words, clause = point.ahead(2), vocabulary().clause
    if len(words) < 2 or words[1] not in ("with", "to", "of"):
        return None
    return point.at + 3 if words[0] in clause.regard else point.at if words[0] in clause.replies else None


def is_means(goal: Stretch) -> bool:
    """`by Courier`, `by Special Courier`; not `by Post Commander Holm`."""
    while goal.first is WordClass.MODIFIER and goal.key(goal.start) not in vocabulary().clause.means:
        goal = goal.after(goal.start + 1)
    rest = goal.after(goal.start + 1)
    return goal.key(goal.start) in vocabulary().clause.means and (
        rest.stopped or rest.first in (None, WordClass.PREPOSITION)
    )


def _stead(point: Marker) -> int | None:
    """Where those begin for whom somebody writes: `on behalf of`, `in the name of`."""
    if point.key not in ("on", "in"):
        return None
    goal = point.body.after(point.at + 1).without_article()
    named = goal.key(goal.start) in vocabulary().clause.stead and goal.key(goal.start + 1) == "of"
    return goal.start + 2 if named else None


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
    """`between 17:00 and 19:00 hours`; not `at the 17th Session`, `from 25 Members`."""
    counted = words.after(words.start + 1).zone().has(WordClass.OFFICE, WordClass.BODY)
    return words.first is WordClass.NUMBER and words.key(words.start)[-1:].isdecimal() and not counted


def _is_occasion(point: Marker) -> bool:
    """`Speech by Ann Lee at a Meeting of …`: behind a person, not the post of a delegation or of an observer."""
    before = point.body.words.classes[point.at - 1]
    held = before is WordClass.OFFICE and point.body.key(point.at - 1) not in vocabulary().posts
    named = before in (WordClass.NAME, WordClass.BRACKET) or point.kind == "speech"
    if not named and not held and not point.stopped:
        return False
    return not vocabulary().occasions.isdisjoint(point.body.after(point.at + 1).zone().keys)


def _names_title(point: Marker) -> bool:
    """`on the Topic 'Trade'`: the title is quoted behind it."""
    titled, body = vocabulary().clause.titled, point.body
    last = point.at + 1 + (point.key == "on")
    return body.key(last) in titled and body.after(last + 1).first is WordClass.QUOTE


def _is_duty(point: Marker) -> bool:
    """`Minister of Norway on Special Mission`, `Consul on Leave`: what somebody is on, not what a paper is about."""
    goal = point.body.after(point.at + 1).before(point.at + 3)
    ended = (at for at in goal if goal.words.breaks[at] or point.body.after(at + 1).first in _ENDED)
    last = next(ended, goal.start)
    return point.key == "on" and not point.begins and goal.key(last) in vocabulary().clause.duties


def _subject(point: Marker) -> Iterator[ClauseOpening]:
    if _names_title(point) or _is_duty(point):
        return
    belongs = not point.begins and inner(point.body, point.at) in (Inner.COMPLEMENT, Inner.SERVICE)
    yield from point.opens(Sense.SUBJECT, 0.8 if belongs else 0.0)


def _of(point: Marker) -> Iterator[ClauseOpening]:
    """`of Protest`, `of Ann Lee`; `Evaluation by the Danish Embassy of Trade Relations`: the matter."""
    if _is_matter(point):
        yield from point.opens(Sense.SUBJECT)
        return
    if point.begins and not vocabulary().genres.isdisjoint(point.ahead(1)):
        yield from point.opens(Sense.GENRE)
    else:
        yield from point.opens(Sense.OF)


def _to(point: Marker) -> Iterator[ClauseOpening]:
    """`to Ann Lee`; not `to Adopt …`, which belongs to a body (`Commission to Negotiate Peace`) or to an order."""
    if point.body.key(point.at + 1) in vocabulary().infinitives or _is_intended(point):
        named = point.body.words.classes[point.at - 1] is WordClass.BODY and point.kind != "resolution"
        yield from point.opens(Sense.REST, _BELONGING if named else 0.0)
    elif _is_called(point):
        yield from point.opens(Sense.WITH)
    elif point.kind != "conversation":
        price = Inner.LOOSE if point.begins else inner(point.body, point.at)
        belongs = price in (Inner.POST, Inner.SERVICE, Inner.LATE_SERVICE, Inner.ACCREDITED)
        yield from point.opens(Sense.TO, _BELONGING if belongs else 0.0, price.cost)


def _is_intended(point: Marker) -> bool:
    """`Plan to Kill Bo Ek`: a verb that the vocabulary lacks; an addressee would be an office, have initials …"""
    words, goal = point.body.words, point.body.after(point.at + 1).before(point.at + 2)
    named = goal.first is WordClass.NAME and "." not in goal.text
    before = {words.keys[at - 1] for at in (point.at, point.body.start) if at}
    return named and not vocabulary().clause.intends.isdisjoint(before)


def _is_called(point: Marker) -> bool:
    """`Telephone Call from Ann Lee to Bo Ek`: both talk."""
    before = point.body.words.keys[max(point.body.start - 1, point.at - _REACH, 0) : point.at]
    return point.kind == "conversation" and ("call" in before or "calls" in before)


def _from(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.WITH if _is_called(point) else Sense.FROM, 0.0, 0.5)


def _is_time_or_place(point: Marker) -> bool:
    """`for the Period 1950-51`, `for 1951`, `for the Files`, `for the Council Meeting`: for nobody."""
    goal = point.body.after(point.at + 1).without_article().zone()
    stop = next((at + 1 for at in goal if goal.words.breaks[at]), goal.end)
    year = goal.key(goal.start).isdecimal() and len(goal.key(goal.start)) == len("1951")
    gathering = goal.key(stop - 1) in vocabulary().sessions
    return (
        year
        or gathering
        or not vocabulary().clause.periods.isdisjoint(point.ahead(3))
        or not vocabulary().clause.files.isdisjoint(point.ahead(2))
    )


def _for(point: Marker) -> Iterator[ClauseOpening]:
    if point.kind in ("conversation", "agreement"):
        if point.body.after(point.at + 1).without_article().first is WordClass.KIND:
            yield from point.opens(Sense.REST)
        return
    if _is_time_or_place(point):
        yield from point.opens(Sense.REST)
        return
    if point.ahead(2)[1:] == ["to"] and point.ahead(1)[0] in vocabulary().clause.passing:
        yield ClauseOpening(Sense.TO, point.at, point.at + 3)
        return
    if (
        point.body.start > 0
        and point.body.words.keys[point.body.start - 1] in vocabulary().clause.calls
        and not _is_addressee(point)
        and (point.begins or not _is_scoped(point))
    ):
        yield from point.opens(Sense.SUBJECT)
        return
    sure = point.begins or point.stopped or point.body.words.classes[point.at - 1] is WordClass.BRACKET
    scoped = not sure and inner(point.body, point.at) is Inner.COMPLEMENT
    if (
        not scoped
        and (point.begins or not sure)
        and point.body.after(point.at + 1).without_article().first is WordClass.TOPIC
    ):
        yield from point.opens(Sense.SUBJECT)
        return
    named = not sure and point.body.words.classes[point.at - 1] is WordClass.NAME
    yield from point.opens(Sense.FOR, 0.0 if sure else 0.1 if named else 1.5 if scoped else 0.0)


def _is_scoped(point: Marker) -> bool:
    """`Committee for`, `Adviser for`; not `Ministry of Defense for`, whose field is told."""
    told = point.body.key(point.at - 2) == "of" and point.body.words.classes[point.at - 3] is WordClass.BODY
    return not told and point.body.key(point.at - 1) in vocabulary().scopes


def _is_addressee(point: Marker) -> bool:
    """`Proposal by Ann Lee for the Politburo`."""
    return not point.begins and is_served(point.body.after(point.at + 1))


def is_served(goal: Stretch) -> bool:
    """Whether words behind `for` name an addressee: not `for Trade`, `for the Release of Bo Ek`, `for the Meeting`."""
    goal = goal.without_article().zone()
    heads = (WordClass.OFFICE, WordClass.BODY, WordClass.RANK, WordClass.HONORIFIC)
    gathers = not vocabulary().occasions.isdisjoint(goal.keys)
    return goal.has(*heads) and not gathers and not goal.has(WordClass.TOPIC, WordClass.LOWER)


def _with(point: Marker) -> Iterator[ClauseOpening]:
    if point.kind in MEETINGS:
        matter = point.body.after(point.at + 1).without_article().first is WordClass.TOPIC
        belongs = not point.begins and inner(point.body, point.at) is Inner.COMPLEMENT
        yield from point.opens(Sense.REST if matter else Sense.WITH, 0.8 if belongs else 0.0)
    elif _names_title(point):
        yield from point.opens(Sense.REST)
    elif vocabulary().occasions.isdisjoint(point.body.before(point.at).keys[-3:]):
        belongs = not point.begins and inner(point.body, point.at) is Inner.COMPLEMENT
        yield from point.opens(Sense.SUBJECT, 0.8 if belongs else 0.1)


def _via(point: Marker) -> Iterator[ClauseOpening]:
    """`via Ann Lee`; at the beginning a line: `Message via VCh, Ann Lee to …`."""
    return point.opens(Sense.REST if point.begins else Sense.VIA)


def _through(point: Marker) -> Iterator[ClauseOpening]:
    return point.opens(Sense.VIA, 0.1)


def _by(point: Marker) -> Iterator[ClauseOpening]:
    """`by Ann Lee`; not `Delegation Headed by Ann Lee`, `Dinner Given by Ann Lee`, `Participation by Ann Lee`."""
    before = point.body.words.keys[point.at - 1]
    known = vocabulary()
    if is_means(point.body.after(point.at + 1)):
        yield from point.opens(Sense.GENRE)
        return
    verb = before.endswith("ed") or before == "led"
    passive = before in known.participles or before in known.clause.took_place
    if passive and point.body.key(point.at - 2) in known.occasions:
        return
    if not point.begins and verb and not passive:
        yield ClauseOpening(Sense.REST, point.at - 1, point.at + 1)
    else:
        matter = not point.begins and before in known.topics and before not in known.clause.files
        yield from point.opens(Sense.REST if matter else Sense.BY)


def _between(point: Marker) -> Iterator[ClauseOpening]:
    """`Letters between Ann Lee and Bo Ek`; not `Report of the Differences between …`."""
    if point.kind in MEETINGS or point.begins:
        yield from point.opens(Sense.BETWEEN)


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
