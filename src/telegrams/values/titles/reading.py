"""Title → its parts."""

import re
from dataclasses import dataclass, field

from telegrams.model.parties import Kind, Title
from telegrams.values.titles.clauses import MEETINGS, Clause, read_clauses
from telegrams.values.titles.dating import find_dates, read_date
from telegrams.values.titles.kinds import Extent, Heading, read_heading
from telegrams.values.titles.lists import read_parties, without_venue
from telegrams.values.titles.masking import DATE, FILL, protected, shape
from telegrams.values.titles.parties import Draft
from telegrams.values.titles.tokens import ACRONYM, QUOTE, Tokens
from telegrams.values.titles.trailing import Tail, read_number, read_tail
from telegrams.values.titles.vocabulary import vocabulary

_UNCLEAN = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]|  |^ | $")
_CONTROL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_QUOTES = "\"'“”„«»‘’"
_REACH = 16
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
    extent: Extent | None = None


def clean(text: str) -> str:
    """`text` as one line: white space and control characters become single blanks."""
    if not _UNCLEAN.search(text):
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
    parts = Parts(extent=tail.extent)
    heading = read_heading(tokens, 0, tail.end)
    if not heading.named:
        heading = _later_heading(tokens, heading, tail.end, parts)
    parts.kind, parts.extent = heading.kind, parts.extent or heading.extent
    at = _own_number(tokens, heading, tail)
    _markings(tokens, heading, tail)
    _fill(tokens, heading, read_clauses(tokens, at, tail.end, heading.kind), tail.end, parts)
    if tail.dateline and len(parts.senders) == 1 and not parts.senders[0].place and parts.kind not in MEETINGS:
        parts.senders[0].place = tail.dateline
    return Title(
        verbatim=text,
        kind=parts.kind,
        number=tail.number,
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
    if not heading.named or heading.kind in ("conversation", "minutes"):
        return at
    number, end = read_number(tokens, at, tail.end)
    if number is None and at + 1 < tail.end and tokens.classes[at] == ACRONYM and not tokens.breaks[at]:
        number, end = read_number(tokens, at + 1, tail.end)
    if number is None:
        return at
    tail.number = number
    return end


def _fill(tokens: Tokens, heading: Heading, clauses: list[Clause], end: int, parts: Parts) -> None:
    if heading.owner[1]:
        owners, _ = read_parties(tokens, *heading.owner)
        (parts.participants if parts.kind in MEETINGS and parts.kind != "journal" else parts.senders).extend(owners)
    for position, clause in enumerate(clauses):
        following = clauses[position + 1].label if position + 1 < len(clauses) else ""
        rest = _FILLERS[clause.label](tokens, clause, following, parts)
        if rest < clause.end and parts.kind not in MEETINGS and following not in ("from", "by", "to", "for"):
            parts.subject = parts.subject or tokens.slice(rest, end) or None
            break
    if parts.kind == "journal" and parts.participants:
        parts.participants[:0] = parts.senders


def _open(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    """Words before any marker: in `Cable, Stalin to Mao` the sender; behind a kind and a comma else the subject."""
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
    if parts.kind in ("conversation", "minutes", "agreement", "protocol"):
        return _participants(tokens, clause, following, parts)
    if parts.kind in _SUBJECT_KINDS:
        return clause.start
    return _senders(tokens, clause, following, parts)


def _recipients(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    found, stop = read_parties(tokens, clause.start, clause.end)
    parts.recipients += found
    return stop if found else clause.end


def _participants(tokens: Tokens, clause: Clause, following: str, parts: Parts) -> int:
    del following
    found, stop = read_parties(tokens, clause.start, clause.end)
    if parts.kind in MEETINGS:
        parts.participants += without_venue(tokens, found)
    else:
        parts.senders += found
    return stop


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
    parts.subject = parts.subject or inner
    words, _ = tokenise(inner)
    heading = read_heading(words, 0, len(words))
    if parts.kind == "other" and heading.named:
        parts.kind = heading.kind
    if heading.extent or words.keys[0] == "draft":
        parts.extent = parts.extent or heading.extent or "draft"
    if parts.kind == "journal" and (heading.kind == "conversation" or words.keys[0] in vocabulary().talks):
        at = heading.end if heading.kind == "conversation" else 1
        for found in read_clauses(words, at, len(words), "conversation"):
            if found.label in ("of", "with", "between"):
                parts.participants += read_parties(words, found.start, found.end)[0]
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
    "subject": _subject,
    "quote": _quote,
    "after": _ignore,
    "rest": _ignore,
}
