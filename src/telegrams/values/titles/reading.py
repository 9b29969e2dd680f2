"""Title → its parts."""

import re
from dataclasses import dataclass, field

from telegrams.model.parties import Kind, Title
from telegrams.values.titles.clauses import MEETINGS, Clause, read_clauses
from telegrams.values.titles.dating import find_dates, read_date
from telegrams.values.titles.kinds import Extent, Heading, read_heading
from telegrams.values.titles.lists import as_states, read_parties, without_venue
from telegrams.values.titles.masking import DATE, FILL, protected, shape
from telegrams.values.titles.parties import Draft
from telegrams.values.titles.tokens import ACRONYM, LOWER, PREPOSITION, QUOTE, TOPIC, Tokens
from telegrams.values.titles.trailing import Tail, read_number, read_tail
from telegrams.values.titles.vocabulary import vocabulary

_CONTROL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_QUOTES = "\"'“”„«»‘’"
_REACH = 16
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
    extent: Extent | None = None


def clean(text: str) -> str:
    """`text` as one line: white space and control characters become single blanks."""
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text
    return " ".join(filter(None, _CONTROL.sub(" ", text).split(" ")))


def tokenise(text: str) -> tuple[Tokens, list[tuple[int, int]]]:
    """The words of a clean text, and where its dates stand."""
    form, dates = shape(text, protected(text)), find_dates(text)
    if dates:
        pieces, done = [], 0
        for start, end in dates:
            if form[start] != FILL:
                pieces += [form[done:start], DATE * (end - start)]
                done = end
        form = "".join([*pieces, form[done:]])
    return Tokens(text, form), dates


def parse_title(title: str) -> Title:
    """Take a title apart: `Telegram from Polish Embassy in Havana (Jeleń), 30 October 1962`.

    Rule: [adjectives] kind [number] {("from" | "to" | "between" | "with" | "via" …) parties} [subject] {"," marking}.
    Every value is a contiguous part of the title; what the title does not say stays empty. White space and control
    characters become single blanks. Raises `ValueError` only for a text without any visible character.
    """
    text = clean(title)
    if not text:
        raise ValueError("a title needs a visible character")
    tokens, dates = tokenise(text)
    tail = read_tail(tokens)
    heading = read_heading(tokens, 0, tail.end)
    parts = Parts(extent=heading.extent or tail.extent)
    if not heading.named:
        heading = _later_heading(tokens, heading, tail.end, parts)
    parts.kind = heading.kind
    parts.word = tokens.keys[heading.word] if heading.named else ""
    at = _own_number(tokens, heading, tail)
    _markings(tokens, heading, tail)
    entry = _entry(tokens, heading, at, tail.end)
    if entry and heading.kind != "journal":
        heading, at, parts.kind, entry = entry, entry.end, entry.kind, None
    end = entry.start if entry else tail.end
    _fill(tokens, heading, read_clauses(tokens, at, end, heading.kind), end, parts)
    if entry:
        _markings(tokens, entry, tail)
        _talkers(tokens, entry, tail.end, parts)
    if parts.kind == "journal" and parts.participants:
        names = {talker.name for talker in parts.participants}
        parts.participants[:0] = [writer for writer in parts.senders if writer.name not in names]
    if parts.kind == "other" and not heading.named and not parts.recipients and not parts.subject:
        parts.senders.clear()
    if tail.dateline and len(parts.senders) == 1 and parts.kind not in MEETINGS:
        placed = parts.senders[0]
        if placed.place and len(parts.recipients) == 1 and parts.recipients[0].organisation:
            placed = parts.recipients[0]
        placed.place = placed.place or tail.dateline
    return Title(
        verbatim=text,
        kind=parts.kind,
        number=tail.number or parts.number,
        sequence=tail.sequence,
        classification=tail.classification,
        urgency=tail.urgency,
        senders=tuple([draft.party() for draft in parts.senders]),
        recipients=tuple([draft.party() for draft in parts.recipients]),
        via=tuple([draft.party() for draft in parts.via]),
        participants=tuple([draft.party() for draft in parts.participants]),
        subject=parts.subject,
        date=read_date(text, dates) if dates else None,
        extent=parts.extent,
    )


def _later_heading(tokens: Tokens, heading: Heading, end: int, parts: Parts) -> Heading:
    """`Bulgarian Legation, Washington (Shterev), Cable to …`: the author first, then the kind."""
    for at in range(1, min(end, _REACH)):
        if tokens.classes[at] == QUOTE:
            break
        if tokens.breaks[at - 1] == ",":
            later = read_heading(tokens, at, end)
            if later.named and later.word - at < 3:
                senders, stop = read_parties(tokens, 0, at)
                if senders and stop == at:
                    parts.senders = senders
                    return later
    return heading


def _markings(tokens: Tokens, heading: Heading, tail: Tail) -> None:
    """Secrecy and urgency as adjectives: `Secret Memorandum`, `Urgent Telegram`."""
    known = vocabulary()
    start = heading.start
    for at in range(start, heading.word):
        for end in range(min(heading.word, at + 3), at, -1):
            phrase = tokens.phrase(at, end)
            if phrase in known.classifications:
                tail.classification = tail.classification or tokens.slice(at, end)
                break
            if phrase in known.urgencies:
                tail.urgency = tail.urgency or tokens.slice(at, end)
                break


def _own_number(tokens: Tokens, heading: Heading, tail: Tail) -> int:
    """Read the number behind the kind; where what follows it begins."""
    at = heading.end
    if not heading.named or heading.kind == "conversation":
        return at
    if heading.kind in ("minutes", "protocol"):
        at = heading.word + 1
    number, end = read_number(tokens, at, tail.end)
    if number is None and at + 1 < tail.end and tokens.classes[at] == ACRONYM and not tokens.breaks[at]:
        number, end = read_number(tokens, at + 1, tail.end)
    if number is None:
        return heading.end
    tail.number = number
    return max(end, heading.end)


def _fill(tokens: Tokens, heading: Heading, clauses: list[Clause], end: int, parts: Parts) -> None:
    if heading.owner[1]:
        owners, _ = read_parties(tokens, *heading.owner)
        spoke = parts.kind in MEETINGS and parts.kind != "journal" and not heading.recorded
        (parts.participants if spoke else parts.senders).extend(owners)
    for position, clause in enumerate(clauses):
        following = clauses[position + 1].label if position + 1 < len(clauses) else ""
        rest = _FILLERS[clause.label](tokens, clause, following, parts)
        if rest == clause.end or (parts.kind in MEETINGS and not _is_prose(tokens, rest, clause.end)):
            continue
        if clause.label == "of" or following not in ("from", "by", "to", "for"):
            parts.subject = parts.subject or tokens.slice(rest, end) or None
            break


def _is_prose(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words behind the parties of a meeting speak of a matter rather than of a place."""
    return any(letter in (LOWER, TOPIC) for letter in tokens.classes[start:end])


def _entry(tokens: Tokens, heading: Heading, at: int, end: int) -> Heading | None:
    """The record of a conversation behind a journal (`From the Journal of X, Record of …`) or bare `Minutes, …`."""
    if heading.kind == "journal":
        starts = range(at + 1, min(end, at + _REACH))
    elif heading.kind in ("minutes", "note") and tokens.breaks[at - 1]:
        starts = range(at, min(end, at + 1))
    else:
        return None
    for start in starts:
        if tokens.breaks[start - 1] and tokens.classes[start] != QUOTE:
            entry = read_heading(tokens, start, end)
            if entry.kind == "conversation":
                return entry._replace(start=start)
    return None


def _talkers(tokens: Tokens, heading: Heading, end: int, parts: Parts) -> None:
    """The partners of a conversation that a journal or a quoted title records."""
    if heading.owner[1]:
        parts.participants += read_parties(tokens, *heading.owner)[0]
    for clause in read_clauses(tokens, heading.end, end, "conversation"):
        if clause.label in ("of", "with", "between", "by"):
            _participants(tokens, clause, "", parts, meeting=True)


def _open(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    """Words before any marker: in `Cable, Stalin to Mao` the sender; behind a kind and a comma else the subject."""
    if parts.kind == "conversation" and following == "with":
        return _participants(tokens, clause, following, parts)
    if parts.kind in MEETINGS:
        return clause.end
    found, stop = read_parties(tokens, clause.start, clause.end)
    if clause.start == 0 and following not in ("to", "quote"):
        return clause.end
    if found and not parts.senders and (following in ("to", "for") or stop == clause.end):
        parts.senders = found
        return stop
    return clause.start


def _senders(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    found, stop = read_parties(tokens, clause.start, clause.end)
    parts.senders += found
    return stop


def _of(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    if parts.kind == "agreement":
        return clause.end
    if parts.kind in ("conversation", "minutes", "protocol"):
        return _participants(tokens, clause, following, parts)
    if parts.kind in _SUBJECT_KINDS or parts.word in vocabulary().matters:
        return clause.start
    return _senders(tokens, clause, following, parts)


def _recipients(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    found, stop = read_parties(tokens, clause.start, clause.end)
    parts.recipients += found
    return stop if found else clause.end


def _participants(tokens: Tokens, clause: Clause, following: str, parts: Parts, *, meeting: bool = False) -> int:
    del following
    start = clause.start
    while start < clause.end - 1 and tokens.classes[start] == PREPOSITION:
        start += 1
    found, stop = read_parties(tokens, start, clause.end)
    if meeting or parts.kind in MEETINGS:
        parts.participants += as_states(found) if parts.kind == "agreement" else without_venue(tokens, found)
    else:
        parts.senders += found
    return stop


def _bracketed_sender(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    inner, _ = tokenise(tokens.slice(clause.start, clause.end)[6:-1].strip() or "-")
    parts.senders += read_parties(inner, 0, len(inner))[0]
    return clause.end


def _number(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    parts.number = tokens.slice(clause.start, clause.end)
    return clause.end


def _via(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    inner, _ = tokenise(tokens.slice(clause.start, clause.end)[5:-1].strip() or "-")
    parts.via += read_parties(inner, 0, len(inner))[0]
    return clause.end


def _subject(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    parts.subject = parts.subject or tokens.slice(clause.start, clause.end) or None
    return clause.end


def _quote(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    """A quoted title: the subject; where no kind is named outside, its own kind; in a journal, its partners."""
    del following
    inner = tokens.slice(clause.start, clause.end).strip(_QUOTES).rstrip(",. ").lstrip()
    if not inner:
        return clause.end
    if parts.kind == "other" and parts.extent == "excerpt" and not parts.senders and inner.count(" ") < _NEWSPAPER_WORDS:
        parts.kind = "article"
        parts.senders.append(Draft(clause.start, clause.end, organisation=inner))
        return clause.end
    parts.subject = parts.subject or inner
    words, _ = tokenise(inner)
    heading = read_heading(words, 0, len(words))
    if parts.kind == "other" and heading.named:
        parts.kind = heading.kind
    if heading.extent or words.keys[0] == "draft":
        parts.extent = parts.extent or heading.extent or "draft"
    reception = words.keys[0] in vocabulary().talks
    if parts.kind in ("journal", "conversation") and (heading.kind == "conversation" or reception):
        talk = heading if heading.kind == "conversation" else Heading(end=1)
        _talkers(words, talk, len(words), parts)
    return clause.end


def _ignore(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del tokens, following, parts
    return clause.end


_FILLERS = {
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
    "number": _number,
    "subject": _subject,
    "quote": _quote,
    "after": _ignore,
    "rest": _ignore,
}
