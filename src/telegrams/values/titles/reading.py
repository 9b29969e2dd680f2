"""Title → its parts."""

from telegrams.model.parties import Title
from telegrams.values.blanks import one_line
from telegrams.values.titles.clauses import MEETINGS
from telegrams.values.titles.dating import read_date
from telegrams.values.titles.filling import Parts, fill, read_talkers
from telegrams.values.titles.kinds import Heading, read_heading
from telegrams.values.titles.lists import read_parties
from telegrams.values.titles.tokens import ACRONYM, QUOTE, TOPIC, Tokens
from telegrams.values.titles.trailing import Tail, read_marking, read_number, read_tail
from telegrams.values.titles.vocabulary import vocabulary
from telegrams.values.titles.words import tokenise

_REACH = 16


def parse_title(title: str) -> Title:
    """Take a title apart: `Telegram from the Danish Embassy in Lima (Holm), 3 May 1951`.

    Rule: [adjectives] kind [number] {("from" | "to" | "between" | "with" | "via" …) parties} [subject] {"," marking}.
    Every value is a contiguous part of the title; what the title does not say stays empty. White space and control
    characters become single blanks. Raises `ValueError` only for a text without any visible character.
    """
    text = one_line(title)
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
    fill(tokens, heading, at, end, parts)
    if entry:
        _markings(tokens, entry, tail)
        read_talkers(tokens, entry, tail.end, parts)
    _finish(heading, tail, parts)
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


def _finish(heading: Heading, tail: Tail, parts: Parts) -> None:
    """What can only be said when all clauses are read."""
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
            if tokens.keys[start] in vocabulary().talks and tokens.keys[start + 1 : start + 2] == ["of"]:
                return Heading("conversation", named=True, start=start, word=start, end=start + 1)
    return None


def _later_heading(tokens: Tokens, heading: Heading, end: int, parts: Parts) -> Heading:
    """`Danish Legation, Lima (Holm), Cable to …`: the author first, then the kind."""
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
    if number is None and at + 1 < tail.end and tokens.classes[at] in (ACRONYM, TOPIC) and not tokens.breaks[at]:
        number, end = read_number(tokens, at + 1, tail.end)
    if number is None:
        return heading.end
    tail.number = number
    return _marked(tokens, max(end, heading.end), tail)


def _marked(tokens: Tokens, at: int, tail: Tail) -> int:
    """Cut markings behind the number: `Telegram No. 8, Secret, from …`."""
    end = at
    while end < min(tail.end, at + 3) and tokens.breaks[at - 1]:
        end += 1
        if tokens.breaks[end - 1] and read_marking(tokens, at, end, tail):
            at = end
    return at
