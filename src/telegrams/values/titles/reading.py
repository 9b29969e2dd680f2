"""Title → its parts."""

from telegrams.model.parties import Title
from telegrams.values.blanks import one_line
from telegrams.values.titles.dating import read_date
from telegrams.values.titles.designations import Designation
from telegrams.values.titles.drafts import PartyDraft, is_noun
from telegrams.values.titles.filling import Filler
from telegrams.values.titles.heads import read_heading
from telegrams.values.titles.lead import cut_lead, once
from telegrams.values.titles.parts import Parts
from telegrams.values.titles.quotations import read_talkers
from telegrams.values.titles.senses import MEETINGS
from telegrams.values.titles.series import DOUBTFUL, Series, read_series
from telegrams.values.titles.tail import Tail, read_marking, read_number, read_tail
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch, tokenise

_REACH = 16
_LONGEST_HEAD = 3
_PAPERS = {"telegram", "letter", "memorandum", "note", "report", "message"}


def parse_title(title: str) -> Title:
    """Take a title apart: `Telegram from the Danish Embassy in Lima (Holm), 3 May 1951`.

    Rule: [adjectives] kind [number] {("from" | "to" | "between" | "with" | "via" …) parties} [subject] {"," marking}.
    Every value is a contiguous part of the title; what the title does not say stays empty. White space and control
    characters become single blanks. Raises `ValueError` only for a text without any visible character.
    """
    text = one_line(title)
    if not text:
        raise ValueError("a title needs a visible character")
    words, dates = tokenise(once(text))
    tail, parts = _read(words)
    return Title(
        verbatim=text,
        kind=parts.kind,
        number=tail.number or parts.number,
        sequence=tail.sequence,
        classification=tail.classification,
        urgency=tail.urgency,
        senders=tuple([draft.party() for draft in parts.senders if draft.sort]),
        recipients=tuple([draft.party() for draft in parts.recipients if draft.sort]),
        via=tuple([draft.party() for draft in parts.via if draft.sort]),
        participants=tuple([draft.party() for draft in parts.participants if draft.sort]),
        subject=parts.subject if any(map(str.isalnum, parts.subject or "")) else None,
        date=read_date(words.words.text, _own_dates(words, dates)) if dates else None,
        extent=parts.extent,
    )


def _own_dates(words: Stretch, dates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The dates without that of another paper: `Telegram from Ann Lee conveying 3 May 1951 letter from Bo Ek`."""
    others = set()
    for at in words.after(words.start + _LONGEST_HEAD):
        if words.words.classes[at] is WordClass.DATE and not words.words.breaks[at]:
            following = words.after(at + 1).before(at + 3)
            kinds = {vocabulary().kinds.get(key) for key in following.keys}
            if kinds & _PAPERS or not vocabulary().clause.replies.isdisjoint(following.keys):
                others.add(words.words.starts[at])
    return [date for date in dates if date[0] not in others]


def rival_parties(title: str) -> str:
    """The other way to tell the parties apart, where two are equally good; empty where one is better."""
    parts = _read(tokenise(once(one_line(title)))[0])[1]
    return "; ".join(f"{clause.label.name.lower()} “{clause.span.text}”" for clause in parts.rival)


def _read(words: Stretch) -> tuple[Tail, Parts]:
    """Read all words: what is cut from the end, then what stands in front of it."""
    tail, parts = read_tail(words), Parts()
    parts.subject = cut_lead(tail)
    _read_body(tail, parts)
    return tail, parts


def _read_body(tail: Tail, parts: Parts) -> None:
    """Read what stands in front of the tail."""
    heading = read_heading(tail.body)
    parts.extent = heading.extent or tail.extent
    if not heading.named:
        heading = _told_talk(tail.body) or _later_heading(tail.body, heading, parts)
    if not heading.named and tail.kind:
        heading = heading._replace(kind=tail.kind, named=True)
    parts.kind = heading.kind
    parts.word = tail.body.key(heading.word) if heading.named else ""
    at = _own_number(heading, tail)
    _markings(heading, tail)
    body = tail.body.after(at)
    entry = _entry(heading, body)
    recorded = _record(heading, body)
    if entry and heading.kind != "journal":
        heading, parts.kind = entry, entry.kind
        body, entry = body.after(entry.end), None
    entry = entry or recorded
    Filler(heading, body.before(entry.start) if entry else body, parts).fill()
    if recorded:
        parts.kind = recorded.kind
    if entry:
        _markings(entry, tail)
        read_talkers(entry, body, parts)
    _finish(heading, tail, parts)


def _finish(heading: Designation, tail: Tail, parts: Parts) -> None:
    """What can only be said when all clauses are read."""
    if parts.kind == "journal" and parts.participants:
        surnames = {_surname(talker) for talker in parts.participants}
        parts.participants[:0] = [writer for writer in parts.senders if _surname(writer) not in surnames]
    if parts.kind == "minutes" and not parts.participants and parts.senders[:1] and not parts.senders[0].name:
        parts.participants, parts.senders = parts.senders, []
    if parts.kind == "other" and not heading.named:
        if not parts.senders:
            parts.recipients.clear()
        if not parts.recipients and not parts.subject:
            parts.senders.clear()
    if tail.dateline and len(parts.senders) == 1 and parts.kind not in MEETINGS:
        placed = parts.senders[0]
        if placed.place and len(parts.recipients) == 1 and parts.recipients[0].organisation:
            placed = parts.recipients[0]
        placed.place = placed.place or tail.dateline
    if parts.rival:
        parts.senders, parts.recipients, parts.via, parts.participants = [], [], [], []


def _surname(party: PartyDraft) -> str | None:
    """The last word of a name: `A. Holm` and `Anders Holm` are one diarist."""
    return party.name and party.name.rpartition(" ")[2]


def _entry(heading: Designation, body: Stretch) -> Designation | None:
    """The record of a conversation behind a journal (`From the Journal of X, Record of …`) or bare `Minutes, …`."""
    if not body:
        return None
    if heading.kind == "journal":
        starts = list(body.after(body.start + 1).before(body.start + _REACH))
    elif heading.kind in ("minutes", "note", "protocol", "conversation", "memorandum") and body.stopped:
        starts = [body.start]
    else:
        return None
    for start in starts:
        rest, told = body.after(start), heading.kind == "journal" and body.key(start) in vocabulary().subject_words
        dashed = body.words.classes[start - 1] is WordClass.DASH
        if told:
            rest = rest.after(start + 1).without_article()
        if (told or dashed or rest.stopped) and rest.first is not WordClass.QUOTE:
            entry = read_heading(rest)
            talks = heading.kind != "conversation" or entry.owner or rest.key(entry.end) in ("with", "between", "from")
            if entry.kind == "conversation" and talks:
                return entry._replace(start=start)
            if entry.kind == "minutes" and heading.kind in ("minutes", "protocol"):
                return entry._replace(start=start, kind=heading.kind)
            if rest.key(start) in vocabulary().talks and rest.key(start + 1) == "of":
                return Designation("conversation", named=True, start=start, word=start, end=start + 1)
    return None


def _record(heading: Designation, body: Stretch) -> Designation | None:
    """The talk in `Notes of Ann Lee from a Meeting with Bo Ek`: who noted it is the sender."""
    if heading.kind != "note" or body.key(body.start) not in ("of", "by"):
        return None
    for at in body.after(body.start + 2).before(body.start + _REACH):
        talk = body.after(at + 1).without_article()
        if body.key(at) not in ("from", "on", "about"):
            continue
        if body.key(talk.start) in vocabulary().talks and body.key(talk.start + 1) in ("with", "between"):
            return Designation("conversation", named=True, start=at, word=talk.start, end=talk.start + 1)
        if body.key(talk.start) in vocabulary().sessions and body.key(talk.start + 1) == "of":
            return Designation("minutes", named=True, start=at, word=talk.start, end=talk.start + 1)
    return None


def _told_talk(body: Stretch) -> Designation | None:
    """`Lee and Officials Discussing Trade`, `Premier Lee Receives Bo Ek`: a talk that a verb tells."""
    clause = vocabulary().clause
    verbs = clause.discusses | clause.receives
    verb = next((at for at in body.before(body.start + _REACH) if body.key(at) in verbs), None)
    if verb is None or not body.before(verb):
        return None
    owner = body.before(verb)
    series = read_series(owner)
    if series.stop < verb or not series.parties or not series.parties[0].name:
        return None
    guest = verb + 1 + (body.key(verb + 1) == "with")
    guests = read_series(body.after(guest)).parties if body.key(verb) in clause.receives else series.parties[1:]
    if not guests or guests[0].sort not in ("name", "role"):
        return None
    return Designation("conversation", named=True, start=body.start, word=verb, end=verb, owner=owner)


def _later_heading(body: Stretch, heading: Designation, parts: Parts) -> Designation:
    """`Danish Legation, Lima (Holm), Cable to …`: the author first, or, in a sentence of its own, the matter."""
    for at in body.after(body.start + 1).before(body.start + _REACH):
        stop, found = body.words.breaks[at - 1], body.words.classes[at]
        if WordClass.QUOTE in (found, body.words.classes[at - 1]):
            break
        later = read_heading(body.after(at)) if stop in (",", ".") and found is not WordClass.JOINER else heading
        if later.named and later.word - at < _LONGEST_HEAD:
            if body.key(at - 1) in vocabulary().paper.copies and at - body.start < _LONGEST_HEAD:
                return later
            author = body.before(at)
            series = read_series(author)
            if series.parties and series.stop == author.end and series.cost < DOUBTFUL and not _is_matter(series):
                parts.senders = series.parties
                return later
            if stop == ".":
                matter = author.after(author.start + (author.key(author.start) in vocabulary().subject_words))
                parts.subject = matter.text if author.key(at - 1) not in vocabulary().records else None
                return later
    return heading


def _is_matter(series: Series) -> bool:
    """`Tin in Peru. Report by Ann Lee`: unknown words in a land."""
    first = series.parties[0]
    bare = first.sort == "name" and not (first.role or first.organisation)
    if bare and is_noun(first):
        return True
    return len(series.parties) == 1 and bare and bool(first.place)


def _markings(heading: Designation, tail: Tail) -> None:
    """Secrecy and urgency as adjectives: `Secret Memorandum`, `Urgent Telegram`."""
    known, body = vocabulary(), tail.body
    for at in range(heading.start, heading.word):
        for end in range(min(heading.word, at + 3), at, -1):
            words = body.part(at, end)
            if words.phrase in known.classifications:
                tail.classification = tail.classification or words.text
                break
            if words.phrase in known.urgencies:
                tail.urgency = tail.urgency or words.text
                break


def _own_number(heading: Designation, tail: Tail) -> int:
    """Read the number behind the kind; where what follows it begins."""
    body, at = tail.body, heading.end
    if not heading.named or heading.kind == "conversation":
        return at
    if heading.kind in ("minutes", "protocol"):
        at = heading.word + 1
    rest = body.after(at)
    number, end = read_number(rest)
    if number is None and len(rest) > 1 and not body.words.breaks[at] and _is_series(rest):
        number, end = read_number(body.after(at + 1))
    if number is None:
        return heading.end
    tail.number = number
    return _marked(max(end, heading.end), tail)


def _is_series(rest: Stretch) -> bool:
    """`Telegram MOSTO 12`, `Telegram TNr. 12`: an abbreviation in front of the number."""
    return rest.first in (WordClass.ACRONYM, WordClass.KIND) or rest.before(rest.start + 1).text.endswith(("r.", "o."))


def _marked(at: int, tail: Tail) -> int:
    """Cut markings behind the number: `Telegram No. 8, Secret, from …`."""
    body, end = tail.body, at
    while end < min(body.end, at + 3) and body.words.breaks[at - 1]:
        end += 1
        if body.words.breaks[end - 1] and read_marking(body.part(at, end), tail):
            at = end
    return at
