"""Records of talks and sessions: whether a head names one, who met, and where what follows it begins."""

from telegrams.model.parties import Kind
from telegrams.values.titles.designations import BODIES, Designation, is_pair, kind_of, owner_of
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_REACH = 16
_TALK_REACH = 14
_NOTED = frozenset(("note", "memorandum", "minutes", "protocol", "other"))
_PARTNERS = frozenset(("between", "with"))


def with_talk(span: Stretch, word: int) -> Designation:
    """The head whose kind is named by this word: what kind it is where a talk or a session is recorded."""
    known, key = vocabulary(), span.key(word)
    found = kind_of(span, word)
    kind, phrase = found or ("other", word)
    heading = Designation(kind, found is not None, span.start, word, word + 1, None, owner_of(span, phrase))
    partner = span.key(word + 1) in _PARTNERS
    if found is None and key in known.sessions and is_session(span, word):
        return _bare_session(span, heading)
    noted = key in known.records and span.key(word - 1) in known.talks
    if partner and (kind == "minutes" or noted):
        return heading._replace(kind="conversation", named=True)
    if key in known.talks:
        bare = _bare_talk(span, heading)
        return bare._replace(end=_joined_end(span, bare.end))
    if kind not in _NOTED or key not in known.records or span.words.breaks[word]:
        return heading
    behind = behind_number(span, word + 1)
    talk = _talk(span, behind + (span.key(behind) in known.participles))
    if talk is None and noted and span.key(word + 1) == "of":
        return heading._replace(kind="conversation", named=True)
    return heading if talk is None or _is_matter(span, heading, talk) else _recorded(span, heading, talk)


def _bare_session(span: Stretch, heading: Designation) -> Designation:
    """`Session of the Council`, `Council Meeting`, `Meeting of Ann Lee and Bo Ek`."""
    rest = span.part(heading.word + 1, min(span.end, heading.word + _REACH))
    partners = "with" in rest.keys or is_pair(span.after(heading.word + 2))
    owner = None if _holds_body(span.after(heading.word + 1)) else span.before(heading.word)
    return heading._replace(kind="conversation" if partners else "minutes", named=True, owner=owner)


def _is_matter(span: Stretch, heading: Designation, talk: int) -> bool:
    """About a talk, not its record: `Memorandum on the Results of Talks`, `Note on Talks in Lima` without a partner."""
    word = heading.word
    direct = span.key(word + 1) == "of" or span.after(word + 2).without_article().start == talk
    if heading.kind == "memorandum" and not direct and "of" not in span.part(word + 1, talk).keys:
        return True
    known, behind = vocabulary(), span.after(talk + 1)
    if span.key(word) == "information" and span.key(word + 1) == "about" and span.key(talk) in known.sessions:
        return True
    content = not known.records.isdisjoint(span.part(word + 1, talk).keys)
    if span.key(word + 1) not in ("on", "about") or content or not behind or behind.key(talk + 1) == "of":
        return False
    named = owner_of(span.after(word + 2).without_article(), talk) is not None
    return not named and _PARTNERS.isdisjoint(span.after(talk + 1).before(talk + _REACH).keys)


def _recorded(span: Stretch, heading: Designation, talk: int) -> Designation:
    """The record of a talk or a session, whose word stands at `talk`; who is named in front recorded it."""
    if heading.owner is not None and (heading.owner.owned or not heading.owner.has(*BODIES)):
        heading = heading._replace(recorder=heading.owner, owner=None)
    if (session := _session(span, heading, talk)) is not None:
        return session
    protocol = heading.kind == "protocol"
    if span.words.classes[talk] is WordClass.BODY and _PARTNERS.isdisjoint(span.after(talk).before(talk + _REACH).keys):
        return heading._replace(kind="protocol" if protocol else "minutes", named=True, end=heading.word + 1)
    first = heading.word + 2
    if span.key(talk + 1) in ("from", "during") and (later := _talk(span, talk + 1)):
        first, talk = talk + 2, later
    partner = owner_of(span.after(first).without_article(), talk)
    alone = _PARTNERS.isdisjoint(span.after(talk + 1).before(talk + _REACH).keys)
    sits = alone and partner is not None and not partner.owned and partner.last in BODIES
    kind: Kind = "protocol" if protocol else "minutes" if sits else "conversation"
    return heading._replace(
        kind=kind, named=True, end=talk + 1, owner=partner, recorder=heading.recorder or heading.owner
    )


def is_session(span: Stretch, at: int) -> bool:
    """Whether a bare word for a session is all there is: `Session of the Council`, `Council Meeting`."""
    classes = span.words.classes
    if classes[at] is WordClass.BODY:
        return False
    ends = at + 1 == span.end or span.words.breaks[at] not in ("", ".")
    ends = ends or span.key(at + 1) in ("on", "about", "regarding")
    if ends or classes[at + 2 : at + 3] == [WordClass.DATE]:
        body = classes[at - 1] in BODIES or (classes[at - 1] is WordClass.OFFICE and WordClass.BODY in classes[:at])
        return at > span.start and body
    if span.key(at + 1) != "of" or span.words.breaks[at]:
        return False
    rest = span.after(at + 2)
    return _holds_body(rest) or "with" in rest.before(at + _REACH).keys or is_pair(rest)


def is_gathering(span: Stretch) -> bool:
    """`the Second Meeting of Ministers`, `22nd Session of the Council`: an occasion, not a party."""
    sessions, zone = vocabulary().sessions, span.zone()
    return any(zone.key(at) in sessions and zone.words.classes[at] is not WordClass.BODY for at in zone)


def sitting(span: Stretch) -> Stretch:
    """The body in `the 42nd Meeting of the Council`, `the Council Session`: what it resolves is its own."""
    sessions, zone = vocabulary().sessions, span.zone()
    at = next((at for at in zone if zone.key(at) in sessions and zone.words.classes[at] is not WordClass.BODY), None)
    if at is None:
        return span
    return span.after(at + 2) if span.key(at + 1) == "of" else span.before(at)


def behind_number(span: Stretch, at: int) -> int:
    """The position behind `No. 8` at `at`, or `at`."""
    while at < span.end and (span.key(at) in vocabulary().number_words or span.words.classes[at] is WordClass.NUMBER):
        at += 1
    return at


def _session(span: Stretch, heading: Designation, talk: int) -> Designation | None:
    """The minutes of a body: `of the third session of the Council`, `of the Council meeting`."""
    known = vocabulary()
    if span.key(talk) not in known.sessions or span.key(talk + 1) in _PARTNERS:
        return None
    first = span.after(behind_number(span, heading.word + 1) + 1).without_article().start
    behind = behind_number(span, talk + 1)
    kind: Kind = "protocol" if heading.kind == "protocol" else "minutes"
    if span.words.classes[behind + 1 : behind + 2] == [WordClass.DATE]:
        behind += 2
    if behind + 1 < span.end and span.key(behind) == "of" and not span.words.breaks[behind - 1]:
        rest = span.after(behind + 1)
        near = rest.before(behind + _TALK_REACH)
        talked = not _PARTNERS.isdisjoint(near.keys)
        met = span.key(talk) == "meeting" and any(near.key(at) == "with" and not near.after(at).stopped for at in near)
        if (_holds_body(rest) and not met) or not (talked or heading.kind == "other"):
            return heading._replace(kind=kind, named=True, end=behind)
        return None
    pair = span.part(first, talk)
    if is_pair(pair) and pair.has(WordClass.DASH, WordClass.JOINER):
        return heading._replace(kind="conversation", named=True, end=behind, owner=pair)
    if span.part(first, talk).has(*BODIES):
        while span.words.classes[first] is WordClass.NUMBER or span.key(first) in known.ordinals:
            first += 1
        return heading._replace(kind=kind, named=True, end=behind, owner=span.part(first, talk))
    return heading._replace(end=behind) if heading.kind in ("minutes", "protocol") else None


def _holds_body(span: Stretch) -> bool:
    return span.before(span.start + 7).has(*BODIES)


def _joined_end(span: Stretch, end: int) -> int:
    """The end of `Interview and Discussion`."""
    return end + 2 if span.key(end) == "and" and span.key(end + 1) in vocabulary().talks else end


def _bare_talk(span: Stretch, heading: Designation) -> Designation:
    """`Conversation with …`, `Conversation from X's Audience with …`, `Politburo Discussion of …`."""
    word, owner = heading.word, heading.owner
    if span.key(word + 1) in ("from", "during") and (later := _talk(span, word + 1)):
        partner = owner_of(span.after(word + 2).without_article(), later)
        return heading._replace(kind="conversation", named=True, end=later + 1, owner=partner or owner)
    alone = _PARTNERS.isdisjoint(span.after(word + 1).before(word + _REACH).keys)
    bodily = owner is not None and not owner.owned and owner.has(WordClass.BODY)
    sits = span.key(word + 1) == "of" and span.after(word + 2).without_article().zone().last is WordClass.BODY
    if alone and (sits or (bodily and span.key(word + 1) in ("of", "on", "about"))):
        return heading._replace(kind="minutes", named=True)
    if alone and span.key(word) == "talk":
        return heading._replace(kind="speech", named=True)
    return heading._replace(kind="conversation", named=True)


def _talk(span: Stretch, at: int) -> int | None:
    """The word for a talk in `of a telephone conversation`, `on the meeting`, `of the content of X's talk`."""
    known, opener = vocabulary(), span.key(at)
    if opener not in ("of", "on", "about", "from", "during"):
        return None
    for position in span.part(at + 1, min(span.end, at + _TALK_REACH)):
        key = span.key(position)
        if key in known.talks or key in known.sessions:
            last = position + (span.key(position + 1) in ("meeting", "session"))
            return _at_session(span, last) or last
        if (span.words.classes[position] is WordClass.PREPOSITION and key != "of") or span.words.breaks[position]:
            return None
        if opener in ("on", "about") and (key in known.kind_ends or span.words.classes[position] is WordClass.TOPIC):
            return None
    return None


def _at_session(span: Stretch, talk: int) -> int | None:
    """The session in `discussion at the 12th meeting of …`."""
    if span.key(talk + 1) != "at":
        return None
    near = span.part(talk + 2, min(span.end, talk + 6))
    return next((at for at in near if span.key(at) in vocabulary().sessions), None)
