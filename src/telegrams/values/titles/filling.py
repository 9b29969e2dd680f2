"""Clauses → parties, subject and the kind that a quoted title names."""

from collections.abc import Callable
from dataclasses import dataclass, field

from telegrams.model.parties import Kind
from telegrams.values.titles.clauses import MEETINGS, Clause, read_clauses
from telegrams.values.titles.kinds import Extent, Heading, read_heading
from telegrams.values.titles.lists import as_states, read_parties, with_affiliation, without_venue
from telegrams.values.titles.parties import Draft
from telegrams.values.titles.tokens import BODY, LOWER, NAME, PREPOSITION, TOPIC, Tokens, article, zone_end
from telegrams.values.titles.vocabulary import vocabulary
from telegrams.values.titles.words import tokenise

_QUOTES = "\"'“”„«»‘’"

_NEWSPAPER_WORDS = 3
_SUBJECT_KINDS = frozenset(("list", "article", "intelligence"))


@dataclass(slots=True)
class Parts:
    """The parties and the subject in the making."""

    senders: list[Draft] = field(default_factory=list)
    recipients: list[Draft] = field(default_factory=list)
    via: list[Draft] = field(default_factory=list)
    participants: list[Draft] = field(default_factory=list)
    subject: str | None = None
    kind: Kind = "other"
    number: str | None = None
    word: str = ""
    """The word that names the kind."""
    following: str = ""
    """The label of the clause behind the one that is read."""
    extent: Extent | None = None


def fill(tokens: Tokens, heading: Heading, at: int, end: int, parts: Parts) -> None:
    """Read the clauses from word `at` up to `end` into the parts."""
    clauses = read_clauses(tokens, at, end, heading.kind)
    if heading.owner[1]:
        owners, _ = read_parties(tokens, *heading.owner)
        spoke = parts.kind in MEETINGS and parts.kind != "journal" and not heading.recorded
        (parts.participants if spoke else parts.senders).extend(owners)
    for position, clause in enumerate(clauses):
        filler = _FILLERS.get(clause.label)
        if filler is None:
            continue
        following = parts.following = clauses[position + 1].label if position + 1 < len(clauses) else ""
        rest = filler(tokens, clause, parts)
        if rest == clause.end or (parts.kind in MEETINGS and not _is_prose(tokens, rest, clause.end)):
            continue
        if clause.label == "of" or following not in ("from", "by", "to", "for"):
            if tokens.classes[rest] == PREPOSITION:
                continue
            parts.subject = parts.subject or tokens.slice(rest, end) or None
            break


def _is_prose(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words behind the parties of a meeting speak of a matter rather than of a place."""
    return any(letter in (LOWER, TOPIC) for letter in tokens.classes[start:end])


def read_talkers(tokens: Tokens, heading: Heading, end: int, parts: Parts) -> None:
    """The partners of a conversation that a journal or a quoted title records."""
    if heading.owner[1]:
        parts.participants += read_parties(tokens, *heading.owner)[0]
    for clause in read_clauses(tokens, heading.end, end, "conversation"):
        if clause.label in ("of", "with", "between", "by"):
            _participants(tokens, clause, parts, meeting=True)


def _open(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    """Words before any marker: in `Cable, Holm to Ek` the sender; behind a kind and a comma else the subject."""
    if parts.kind == "conversation" and (parts.following == "with" or _is_pair(tokens, clause)):
        return _participants(tokens, clause, parts)
    if parts.kind in MEETINGS:
        return clause.end
    found, stop = read_parties(tokens, clause.start, clause.end)
    if clause.start == 0 and parts.following not in ("to", "quote"):
        return clause.end
    if found and not parts.senders and (parts.following in ("to", "for") or stop == clause.end):
        parts.senders = found
        return stop
    if found and not parts.senders and len(found) == 1 and found[0].sort == "organisation":
        parts.senders = found
        return stop
    return clause.start


def _is_pair(tokens: Tokens, clause: Clause) -> bool:
    """`Memorandum of Conversation, Ann Lee and Premier Holm, Lima`."""
    found, _ = read_parties(tokens, clause.start, clause.end)
    return len(found) > 1 and found[1].joined and found[0].sort == found[1].sort == "name"


def _senders(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    found, stop = read_parties(tokens, clause.start, clause.end)
    parts.senders += found if len(found) == 1 else with_affiliation(found)
    return stop


def _of(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    if parts.kind == "agreement":
        return clause.end
    if parts.kind in ("conversation", "minutes", "protocol"):
        return _participants(tokens, clause, parts)
    if parts.kind in _SUBJECT_KINDS or parts.word in vocabulary().matters:
        return clause.start
    if parts.kind in ("report", "other") and _is_gathering(tokens, clause):
        return clause.start
    return _senders(tokens, clause, parts)


def _is_gathering(tokens: Tokens, clause: Clause) -> bool:
    """`Report of the Second Meeting of Ministers`: what it is about, not who sends it."""
    known = vocabulary()
    for at in range(clause.start, zone_end(tokens, clause.start, clause.end)):
        if tokens.keys[at] in known.sessions and tokens.classes[at] != BODY:
            return True
    return False


def _recipients(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    found, stop = read_parties(tokens, clause.start, clause.end)
    if not found:
        stop, first = clause.end, article(tokens, clause.start)
        sits = not vocabulary().sessions.isdisjoint(tokens.keys[first:stop])
        if sits and tokens.classes[clause.start] != NAME:
            found = [Draft(first, stop, organisation=tokens.slice(first, stop))]
    parts.recipients += found if len(found) == 1 else with_affiliation(found)
    return stop


def _participants(tokens: Tokens, clause: Clause, parts: Parts, *, meeting: bool = False) -> int:
    start = clause.start
    while start < clause.end - 1 and tokens.classes[start] == PREPOSITION:
        start += 1
    found, stop = read_parties(tokens, start, clause.end)
    if parts.kind in ("minutes", "protocol"):
        _leave_hall(found)
    if meeting or parts.kind in MEETINGS:
        parts.participants += (
            as_states(found)
            if parts.kind == "agreement"
            else without_venue(found, 2 if clause.label == "between" else 1)
        )
    else:
        parts.senders += found
        parts.recipients += found
    return stop


def _leave_hall(sitting: list[Draft]) -> None:
    """A name behind the body in session is the hall it sat in: `Minutes of the Council, Hotel Astoria`."""
    for party in sitting:
        if party.organisation:
            party.name = None


def _bracketed_sender(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    inner, _ = tokenise(tokens.slice(clause.start, clause.end)[6:-1].strip() or "-")
    parts.senders += read_parties(inner, 0, len(inner))[0]
    return clause.end


def _relay(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    found, stop = read_parties(tokens, clause.start, clause.end)
    parts.via += found
    return stop


def _number(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    parts.number = tokens.slice(clause.start, clause.end)
    return clause.end


def _via(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    inner, _ = tokenise(tokens.slice(clause.start, clause.end)[5:-1].strip() or "-")
    parts.via += read_parties(inner, 0, len(inner))[0]
    return clause.end


def _subject(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    parts.subject = parts.subject or tokens.slice(clause.start, clause.end) or None
    return clause.end


def _quote(tokens: Tokens, clause: Clause, parts: Parts) -> int:
    """A quoted title: the subject; where no kind is named outside, its own kind; in a journal, its partners.

    What is sent to somebody is about a talk, not its record: `Ann Lee to Premier Holm, 'Meeting with Ek'`.
    """
    inner = tokens.slice(clause.start, clause.end).strip(_QUOTES).rstrip(", ").lstrip()
    if inner[-3:-2] != ".":
        inner = inner.rstrip(",. ")
    if not inner:
        return clause.end
    if (
        parts.kind == "other"
        and parts.extent == "excerpt"
        and not parts.senders
        and inner.count(" ") < _NEWSPAPER_WORDS
    ):
        parts.kind = "article"
        parts.senders.append(Draft(clause.start, clause.end, organisation=inner))
        return clause.end
    parts.subject = parts.subject or inner
    words, _ = tokenise(inner)
    heading = read_heading(words, 0, len(words))
    if parts.recipients and heading.kind == "conversation" and words.keys[heading.word] in vocabulary().talks:
        return clause.end
    if parts.kind == "other" and heading.named:
        parts.kind = heading.kind
    if heading.extent or words.keys[0] == "draft":
        parts.extent = parts.extent or heading.extent or "draft"
    reception = words.keys[0] in vocabulary().talks
    if parts.kind in ("journal", "conversation") and (heading.kind == "conversation" or reception):
        talk = heading if heading.kind == "conversation" else Heading(end=1)
        read_talkers(words, talk, len(words), parts)
    return clause.end


_FILLERS: dict[str, Callable[[Tokens, Clause, Parts], int]] = {
    "open": _open,
    "from": _senders,
    "by": _senders,
    "of": _of,
    "to": _recipients,
    "for": _recipients,
    "between": _participants,
    "with": _participants,
    "via": _via,
    "bracket from": _bracketed_sender,
    "relay": _relay,
    "number": _number,
    "subject": _subject,
    "quote": _quote,
}
