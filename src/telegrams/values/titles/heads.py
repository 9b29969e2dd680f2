"""The head of a title: what kind of document it is, and where the words for that stand."""

from typing import Literal, NamedTuple

from telegrams.facts import entries
from telegrams.model.parties import Kind
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_REACH = 16
_TALK_REACH = 14
Extent = Literal["excerpt", "draft"]
_EXTENTS: dict[str, Extent] = {
    **dict.fromkeys(("excerpt", "excerpts", "extract", "extracts", "fragment", "fragments"), "excerpt"),
    **dict.fromkeys(("draft", "drafts"), "draft"),
}
COPIES = frozenset(
    {
        *("copy", "exchange", "exchanges", "paraphrase", "series", "stenogram", "text", "texts", "transcript"),
        *("transcription", "translation", "version", "round", "rounds"),
    }
)
_ENTRIES = frozenset(("entry", "entries", "page", "pages", "passage", "passages"))
_ADDITIONS = frozenset(("addition", *entries("enclosures")))
_AUTHORS = (
    WordClass.ACRONYM,
    WordClass.BODY,
    WordClass.NAME,
    WordClass.PARTICLE,
    WordClass.HONORIFIC,
    WordClass.OFFICE,
)
_INSIDE = (*_AUTHORS, WordClass.MODIFIER, WordClass.PLACE, WordClass.RANK)
_HEADS = (WordClass.BODY, WordClass.OFFICE)
_BODIES = (WordClass.BODY, WordClass.ACRONYM)
_NOTED = frozenset(("note", "memorandum", "minutes", "protocol", "other"))
_NUMBERED = frozenset(("no", "nos", "number"))
_PARTNERS = frozenset(("between", "with"))


class Designation(NamedTuple):
    """What the head of a title says; positions are words."""

    kind: Kind = "other"
    named: bool = False
    """True where a word for a kind stands there."""
    start: int = 0
    """Where the words for the kind begin, adjectives and author included."""
    word: int = 0
    """The word that names the kind."""
    end: int = 0
    """Where what follows the words for the kind begins."""
    extent: Extent | None = None
    owner: Stretch | None = None
    """The author or partner named in the possessive, or the body, in front of the word."""
    recorded: bool = False
    """True where that is who recorded the conversation, not who spoke."""


def extent_of(word: str) -> Extent | None:
    """`excerpt` or `draft` for the words that say so."""
    return _EXTENTS.get(word)


def read_heading(span: Stretch) -> Designation:
    """Rule: [extent ("of" | "from")] ["from" article] [copy "of"] {adjective | owner} kind [("of" | "on") … talk]."""
    extent: Extent | None = None
    rest = span.without_article() if len(span) > 1 else span
    known = vocabulary()
    while len(rest) > 1:
        key, following, second = rest.key(rest.start), rest.key(rest.start + 1), rest.after(rest.start + 1)
        if key in _ENTRIES and following in ("of", "from") and _kind_at(rest.after(rest.start + 2).without_article()):
            rest = rest.after(rest.start + 2).without_article()
        elif key in _EXTENTS and (following in ("of", "from") or second.first is not WordClass.PREPOSITION):
            extent = _EXTENTS[key]
            rest = (second.after(second.start + 1) if following in ("of", "from") else second).without_article()
        elif key == "from" and rest.start == span.start:
            rest = second.without_article()
        elif key in known.kind_adjectives and following in COPIES:
            rest = second
        elif (following == ("to" if key in _ADDITIONS else "of") and key in (*COPIES, *_ADDITIONS)) and _kind_at(
            rest.after(rest.start + 2).without_article()
        ):
            rest = rest.after(rest.start + 2).without_article()
        else:
            break
    word = _kind_at(rest)
    if word is None:
        return Designation(start=rest.start, word=rest.start, end=rest.start, extent=extent)
    return _with_talk(rest, word)._replace(extent=extent)


def _kind_at(span: Stretch) -> int | None:
    """The word that names the kind in the head zone: up to the first preposition, stop, quotation or dash."""
    known, classes, breaks = vocabulary(), span.words.classes, span.words.breaks
    found = None
    for at in span.before(span.start + _REACH):
        key = span.key(at)
        named = key in known.kind_ends and _kind(span, at) is not None
        if at + 1 < span.end and classes[at + 1] is WordClass.BODY and not breaks[at]:
            continue
        if named or key in known.records or (key in known.talks and span.key(at + 1) in _PARTNERS):
            found = at
        elif key in known.sessions and found is None and _is_session(span, at):
            return at
        elif key == "of" and found is None and at > span.start and _names_body(span, at):
            continue
        elif found is not None or classes[at] in _ENDS:
            break
        if breaks[at]:
            break
    return found


_ENDS = (WordClass.PREPOSITION, WordClass.QUOTE, WordClass.DASH, WordClass.DATE)


def _names_body(span: Stretch, at: int) -> bool:
    """Whether the words in front of an `of` are the beginning of a body: `Council`, `Council of the Republic`."""
    before = span.words.classes[at - 1]
    return before is WordClass.BODY or (before is WordClass.MODIFIER and WordClass.BODY in span.before(at).classes)


def _is_session(span: Stretch, at: int) -> bool:
    """Whether a bare word for a session is all there is: `Session of the Council`, `Council Meeting`."""
    classes = span.words.classes
    if classes[at] is WordClass.BODY:
        return False
    ends = at + 1 == span.end or bool(span.words.breaks[at]) or span.key(at + 1) in ("on", "about", "regarding")
    if ends or classes[at + 2 : at + 3] == [WordClass.DATE]:
        body = classes[at - 1] in _BODIES or (classes[at - 1] is WordClass.OFFICE and WordClass.BODY in classes[:at])
        return at > span.start and body
    if span.key(at + 1) != "of" or span.words.breaks[at]:
        return False
    rest = span.after(at + 2)
    return _holds_body(rest) or "with" in rest.before(at + _REACH).keys or _is_pair(rest)


def behind_number(span: Stretch, at: int) -> int:
    """The position behind `No. 8` at `at`, or `at`."""
    while at < span.end and (span.key(at) in _NUMBERED or span.words.classes[at] is WordClass.NUMBER):
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
        talked = not _PARTNERS.isdisjoint(rest.before(behind + _TALK_REACH).keys)
        if _holds_body(rest) or not (talked or heading.kind == "other"):
            return heading._replace(kind=kind, named=True, end=behind)
        return None
    pair = span.part(first, talk)
    if _is_pair(pair) and pair.has(WordClass.DASH, WordClass.JOINER):
        return heading._replace(kind="conversation", named=True, end=behind, owner=pair)
    if span.part(first, talk).has(*_BODIES):
        while span.words.classes[first] is WordClass.NUMBER or span.key(first) in known.ordinals:
            first += 1
        return heading._replace(kind=kind, named=True, end=behind, owner=span.part(first, talk))
    return heading._replace(end=behind) if heading.kind in ("minutes", "protocol") else None


def _holds_body(span: Stretch) -> bool:
    return span.before(span.start + 7).has(*_BODIES)


def _with_talk(span: Stretch, word: int) -> Designation:
    known, key = vocabulary(), span.key(word)
    found = _kind(span, word)
    kind, phrase = found or ("other", word)
    owner = _owner(span, phrase)
    heading = Designation(kind, found is not None, span.start, word, word + 1, None, owner)
    if found is None and key in known.sessions and _is_session(span, word):
        rest = span.part(word + 1, min(span.end, word + _REACH))
        partners = "with" in rest.keys or _is_pair(span.after(word + 2))
        sort: Kind = "conversation" if partners else "minutes"
        named = None if _holds_body(span.after(word + 1)) else span.before(word)
        return heading._replace(kind=sort, named=True, owner=named)
    if key in known.records and span.key(word - 1) in known.talks and span.key(word + 1) in _PARTNERS:
        return heading._replace(kind="conversation", named=True)
    if key in known.talks:
        bare = _bare_talk(span, heading)
        return bare._replace(end=_joined_end(span, bare.end))
    if kind == "minutes" and span.key(word + 1) in _PARTNERS:
        return heading._replace(kind="conversation")
    if kind not in _NOTED or key not in known.records or span.words.breaks[word]:
        return heading
    talk = _talk(span, behind_number(span, word + 1))
    if talk is None:
        return heading
    direct = span.key(word + 1) == "of" or span.after(word + 2).without_article().start == talk
    if kind == "memorandum" and not direct and "of" not in span.part(word + 1, talk).keys:
        return heading
    if key == "information" and span.key(word + 1) == "about" and span.key(talk) in known.sessions:
        return heading
    if (session := _session(span, heading, talk)) is not None:
        return session
    if span.words.classes[talk] is WordClass.BODY and _PARTNERS.isdisjoint(span.after(talk).before(talk + _REACH).keys):
        return heading._replace(kind="protocol" if kind == "protocol" else "minutes", named=True, end=word + 1)
    first = word + 2
    if span.key(talk + 1) in ("from", "during") and (later := _talk(span, talk + 1)):
        first, talk = talk + 2, later
    partner = _owner(span.after(first).without_article(), talk)
    talked: Kind = "protocol" if kind == "protocol" else "conversation"
    return heading._replace(kind=talked, named=True, end=talk + 1, owner=partner or owner, recorded=partner is None)


def _joined_end(span: Stretch, end: int) -> int:
    """The end of `Interview and Discussion`."""
    return end + 2 if span.key(end) == "and" and span.key(end + 1) in vocabulary().talks else end


def _bare_talk(span: Stretch, heading: Designation) -> Designation:
    """`Conversation with …`, `Conversation from X's Audience with …`, `Politburo Discussion of …`."""
    word, owner = heading.word, heading.owner
    if span.key(word + 1) in ("from", "during") and (later := _talk(span, word + 1)):
        partner = _owner(span.after(word + 2).without_article(), later)
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


def _kind(span: Stretch, word: int) -> tuple[Kind, int] | None:
    """The kind of the longest phrase that ends in this word, and where it begins: `Intelligence Note` is no note."""
    kinds = vocabulary().kinds
    for first in range(max(span.start, word - 2), word + 1):
        if (kind := kinds.get(span.part(first, word + 1).phrase)) is not None:
            return ("intelligence" if _is_intelligence(span, first) else kind), first
    return None


def _is_intelligence(span: Stretch, at: int) -> bool:
    """`Intelligence Note`, `Intelligence Weekly Summary`: the word in front of the kind, or of its adjective."""
    adjective = span.key(at - 1) != "intelligence" and span.key(at - 1) in vocabulary().kind_adjectives
    return span.key(at - 1 - adjective) == "intelligence"


def _owner(span: Stretch, word: int) -> Stretch | None:
    """The words in front of the kind that name its author: a possessive up to its `'s`, or a body."""
    before = span.before(word)
    for at in range(before.end - 1, before.start - 1, -1):
        if at in span.words.owners and not before.after(at + 1).has(*_HEADS, WordClass.PREPOSITION):
            return span.before(at + 1)
    if before and before.first is not WordClass.PREPOSITION and "of" in before.keys:
        return _trimmed(before) if before.zone().has(*_BODIES, WordClass.OFFICE) else None
    pair = before
    while pair and pair.key(pair.start) in vocabulary().kind_adjectives | vocabulary().ordinals:
        pair = pair.after(pair.start + 1)
    if span.key(word) in vocabulary().talks | vocabulary().sessions and _is_pair(pair):
        return pair
    return _author(before, span, word)


def _author(before: Stretch, span: Stretch, word: int) -> Stretch | None:
    """The body, or the mere name, that stands in front of the kind: `Danish Embassy Cable`, `Holm Report`."""
    known, owner = vocabulary(), _trimmed(before)
    seated = owner.last is WordClass.PLACE and WordClass.BODY in owner.classes
    while owner and not seated and owner.last not in _AUTHORS and owner.phrase not in known.organisations:
        owner = owner.before(owner.end - 1)
    first, classes = owner.end, span.words.classes
    while first > span.start and (classes[first - 1] in _INSIDE or _joins(classes[:first])):
        first -= 1
    while first < owner.end and (span.key(first) in known.kind_adjectives or _is_passive(span, first)):
        first += 1
    owner = owner.after(first)
    if owner.has(*_BODIES) or owner.phrase in known.organisations:
        return owner
    found = _kind(span, word)
    named = bool(owner) and first == span.start and span.key(word) in known.kinds
    return owner if named and found is not None and found[0] != "other" else None


def _joins(classes: list[WordClass]) -> bool:
    """`Foreign and` in front of `Commonwealth Office`."""
    return classes[-1] is WordClass.JOINER and classes[-2:-1] == [WordClass.MODIFIER]


def _is_passive(span: Stretch, at: int) -> bool:
    """`Ciphered`, `Untitled`; not `SED`, nor the `Armed` of the forces."""
    return span.key(at)[-2:] == "ed" and span.words.classes[at] not in (WordClass.ACRONYM, WordClass.MODIFIER)


def _is_pair(owner: Stretch) -> bool:
    """`Ann Lee – Bo Ek Meeting`, `Lee and Ek Conversation`, `Ann Lee Meeting with …`."""
    joint = owner.has(WordClass.DASH, WordClass.JOINER)
    names = (WordClass.NAME, WordClass.PARTICLE, WordClass.DASH, WordClass.JOINER, WordClass.OFFICE)
    named = bool(owner) and owner.first in (WordClass.NAME, WordClass.OFFICE) and owner.last is WordClass.NAME
    return named and all(found in names for found in owner.classes) and (joint or len(owner) > 1)


def _trimmed(before: Stretch) -> Stretch:
    """The words up to the last one that can end the name of an author."""
    end, adjectives = before.end, vocabulary().kind_adjectives
    while end > before.start and before.key(end - 1) in adjectives and before.key(end - 2) != "of":
        end -= 1
    return before.before(end)
