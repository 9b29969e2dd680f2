"""Clauses → parties and subject."""

import re
from collections.abc import Callable

from telegrams.facts.places import CITIES
from telegrams.values.titles.authors import author_behind
from telegrams.values.titles.clauses import Clause, Clauses, TitleCut
from telegrams.values.titles.designations import Designation
from telegrams.values.titles.drafts import PartyDraft, is_noun
from telegrams.values.titles.meetings import (
    as_bodies,
    as_pair,
    as_states,
    with_affiliation,
    without_hall,
    without_venue,
)
from telegrams.values.titles.parts import Parts, marked
from telegrams.values.titles.quotations import read_quotation, unquoted
from telegrams.values.titles.senses import MEETINGS, Sense
from telegrams.values.titles.series import Series, read_series
from telegrams.values.titles.talks import is_gathering, sitting
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch, tokenise

_LONG_DASH = re.compile("(?<=[^\\W\\d_])[–—](?=[^\\W\\d_])")
_MATTERS = frozenset(("report", "list", "article", "intelligence", "memorandum", "other"))
"""Kinds behind which a comma leads to the matter rather than to the author."""
_DISCUSSIONS = frozenset(("discussion", "discussions"))
_SUBJECT_KINDS = frozenset(("list", "article", "intelligence"))
_PARTY_MARKS = (Sense.FROM, Sense.BY, Sense.TO, Sense.FOR)


class Filler:
    """Fills the parts from the clauses behind one heading."""

    def __init__(self, heading: Designation, body: Stretch, parts: Parts) -> None:
        self.heading, self.body, self.parts = heading, body, parts
        self.clauses = Clauses(body, heading.kind)
        self.following: Sense | None = None
        """The label of the clause behind the one that is read."""
        self.met = False
        """True where somebody whom the parties met is named behind them."""
        self.addressed = False
        """True where an addressee or a quoted title follows: what stands in front is who writes."""

    def fill(self) -> None:
        """Read all clauses into the parts."""
        parts, reading = self.parts, self.clauses.cut()
        letterhead = self._is_letterhead(reading)
        if not letterhead:
            self._own(reading)
        parts.rival = reading.rival
        for number, clause in enumerate(reading.clauses):
            filler = _FILLERS.get(clause.label)
            if filler is None:
                continue
            following = reading.clauses[number + 1 :]
            self.following = following[0].label if following else None
            labels = [later.label for later in following if later.label not in (Sense.REST, Sense.NUMBER)]
            self.met = Sense.WITH in labels or Sense.BETWEEN in labels
            self.addressed = labels[:1] in ([Sense.TO], [Sense.QUOTE])
            rest = filler(self, clause)
            stopped = bool(self.body.words.breaks[clause.span.end - 1])
            if rest is clause.span and self.following in _PARTY_MARKS and (stopped or self.following is Sense.BY):
                parts.subject = parts.subject or rest.text
            elif rest and not self._goes_on(clause, rest):
                parts.subject = parts.subject or rest.after(rest.start).part(rest.start, self.body.end).text or None
                break
        if letterhead:
            self._affiliate()

    def _own(self, reading: TitleCut) -> None:
        """Who is named in front of the kind: who wrote or recorded it, or who met."""
        parts, heading = self.parts, self.heading
        if heading.recorder:
            parts.senders += read_series(heading.recorder).parties
        if not heading.owner:
            return
        owners = [owner for part in _dashed(heading.owner) for owner in read_series(part).parties]
        cut = {clause.label for clause in reading.clauses}
        if parts.kind not in MEETINGS or parts.kind == "journal":
            parts.senders += owners
        elif heading.owner.owned or (Sense.WITH in cut and Sense.BETWEEN not in cut):
            parts.participants += owners
        elif Sense.BETWEEN not in cut:
            parts.participants += as_bodies(owners) if parts.kind in ("minutes", "protocol") else as_pair(owners)

    def _affiliate(self) -> None:
        """The body before the kind: where the one sender works, `Tin Board Memorandum from Ann Lee`, or who it is.

        `Danish Embassy Report from Lima`: behind `from` is only the place.
        """
        owner, senders = self.heading.owner, self.parts.senders
        if owner is None or len(senders) != 1 or not owner.has(WordClass.BODY):
            return
        sender, body = senders[0], owner.without_article().text
        bare = sender.sort == "name" and not (sender.organisation or sender.role or sender.place)
        if bare or sender.sort == "place":
            sender.organisation = body

    def _is_letterhead(self, reading: TitleCut) -> bool:
        """`Action Memorandum From …`, `CDS Report from …`: what stands before the kind where a sender follows."""
        owner = self.heading.owner
        if owner is None or owner.owned or self.heading.kind in MEETINGS:
            return False
        return any(clause.label in (Sense.FROM, Sense.BY) for clause in reading.clauses)

    def _goes_on(self, clause: Clause, rest: Stretch) -> bool:
        """Whether words that are no party are left aside: those of a meeting, or in front of a further party."""
        if rest.words.classes[rest.start - 1] is WordClass.JOINER:
            return True
        if self.parts.kind in MEETINGS and not rest.has(WordClass.LOWER, WordClass.TOPIC, WordClass.KIND):
            return True
        if clause.label is not Sense.OF and self.following in _PARTY_MARKS:
            return True
        return rest.first is WordClass.PREPOSITION or self.following is Sense.QUOTE

    def _series(self, clause: Clause) -> Series:
        return marked(self._read(clause), clause.label)

    def _read(self, clause: Clause) -> Series:
        span = clause.span
        if span.first is WordClass.BRACKET and len(span) == 1:
            inner = span.text[1:-1]
            words, _ = tokenise((inner if clause.label is Sense.OPEN else inner.partition(" ")[2]).strip() or "-")
            series = read_series(words)
            return Series(series.parties, span.end, series.cost)
        return self.clauses.series(span, clause.label)

    def open(self, clause: Clause) -> Stretch | None:
        """Words before any marker: in `Cable, Holm to Ek` the sender; behind a kind and a comma else the subject."""
        parts, span = self.parts, clause.span
        series = self._series(clause)
        found = series.parties
        if parts.kind == "conversation" and (self.following is Sense.WITH or _is_pair(found)):
            return self.participants(clause)
        whole = series.stop == span.end
        if parts.kind == "journal" and whole and not parts.senders:
            parts.senders = with_affiliation(found)
        if parts.kind in MEETINGS:
            return None
        bodily = len(found) == 1 and found[0].sort == "organisation" and not whole
        noun = len(found) == 1 and is_noun(found[0])
        if not self.heading.named and (noun or not (self.addressed or bodily)):
            return None
        if self.body.words.breaks[self.body.start - 1] == ":" and not self.addressed and self.heading.named:
            return span
        if self.following in (Sense.BY, Sense.FROM) and not span.stopped:
            return None
        led = self.addressed or self.following in (Sense.FOR, Sense.SUBJECT)
        if found and not parts.senders and (led or self._is_sure(found[0], whole=whole)):
            parts.senders = with_affiliation(found)
            return span.after(series.stop)
        return span

    def _is_sure(self, first: PartyDraft, *, whole: bool) -> bool:
        """A body, or all the words where they are rather a person than a matter: not `Estimate 93-1, Tin in Peru`."""
        told = first.sort != "name" or first.role or first.identity or "." in (first.name or "")
        bare = self.parts.kind not in _MATTERS and "in" not in first.span.keys
        return first.sort == "organisation" or (whole and bool(told or bare))

    def senders(self, clause: Clause) -> Stretch | None:
        """Who sends or writes."""
        if not self.heading.named and not self.clauses.begins(clause):
            return None
        series = self._series(clause)
        found = as_states(series.parties) if clause.label is Sense.BY else series.parties
        self.parts.senders += with_affiliation(found)
        if series.parties:
            return clause.span.after(series.stop)
        matter = clause.label is Sense.OF and clause.span.has(WordClass.TOPIC, WordClass.KIND)
        return clause.span if matter else None

    def of(self, clause: Clause) -> Stretch | None:
        """`of`: the author, the parties of a meeting, or the matter of a list."""
        parts, span = self.parts, clause.span
        if parts.kind == "agreement":
            return None
        if parts.kind in ("conversation", "minutes", "protocol"):
            rest = self.participants(clause)
            alone = len(parts.participants) == 1 and not self.met
            if parts.kind == "conversation" and alone and parts.participants[0].sort == "organisation":
                parts.kind = "minutes"
            elif parts.kind == "minutes" and _are_persons(parts.participants):
                parts.kind = "conversation"
            return rest
        if parts.kind in _SUBJECT_KINDS or parts.word in vocabulary().matters:
            return span
        if parts.kind in ("report", "other") and is_gathering(span):
            return span
        return self.senders(clause._replace(span=sitting(span)) if parts.kind == "resolution" else clause)

    def recipients(self, clause: Clause) -> Stretch | None:
        """Whom it is addressed to; a session is nobody."""
        series, parts = self._series(clause), self.parts
        found = series.parties
        if _is_dateline(parts) and found:
            (origin,), (goal, *writers) = parts.senders, parts.recipients
            parts.senders, parts.recipients = _placed(writers, origin), _placed(found, goal)
        else:
            parts.recipients += with_affiliation(found)
        return clause.span.after(series.stop) if found else None

    def participants(self, clause: Clause) -> Stretch | None:
        """Who talks, sits or contracts; of letters `between` two, both write and receive."""
        parts, span = self.parts, clause.span
        series = self._series(clause)
        found = series.parties
        if parts.kind in ("minutes", "protocol", "conversation"):
            found = without_hall(found, named=parts.kind != "conversation")
        if self._is_discussed(clause, found):
            return span
        several = len(found) > 1 or (clause.label is Sense.WITH and span.text not in CITIES)
        states = parts.kind != "journal" and several and all(party.sort == "place" for party in found)
        if parts.kind == "agreement" or states:
            parts.participants += as_states(found)
        elif parts.kind in MEETINGS:
            parts.participants += without_venue(found, 2 if clause.label is Sense.BETWEEN else 1)
        else:
            parts.senders += found
            parts.recipients += found
        return span.after(series.stop)

    def _is_discussed(self, clause: Clause, found: list[PartyDraft]) -> bool:
        """`Discussion of Tin with Ann Lee`."""
        bare = len(found) == 1 and found[0].sort == "name" and not found[0].role and " " not in (found[0].name or "")
        return bare and clause.label is Sense.OF and self.parts.word in _DISCUSSIONS and self.following is Sense.WITH

    def relay(self, clause: Clause) -> Stretch | None:
        """Who passes it on."""
        self.parts.via += self._series(clause).parties
        return None

    def number(self, clause: Clause) -> Stretch | None:
        """A number behind the parties."""
        self.parts.number = clause.span.text
        return None

    def subject(self, clause: Clause) -> Stretch | None:
        """What it is about, and who stands behind it."""
        text = clause.span.text
        if not self.parts.senders and self.parts.kind not in MEETINGS and (authored := author_behind(clause.span)):
            self.parts.senders.append(authored.author)
            text = authored.subject.text
        bare = clause.span.stopped or clause.span.words.keys[clause.span.start - 1] == "with"
        if bare and not self.heading.named and not self.parts.senders:
            return None
        if bare and _is_serial(clause.span):
            return None
        if clause.span.first is WordClass.BRACKET and len(clause.span) == 1:
            text = text[1:-1].partition(" ")[2]
        elif clause.span.first is WordClass.QUOTE and len(clause.span) == 1:
            text = unquoted(text)
        self.parts.subject = self.parts.subject or text or None
        return None

    def quote(self, clause: Clause) -> Stretch | None:
        """A quoted title."""
        read_quotation(clause.span, self.parts)
        return None


_FILLERS: dict[Sense, Callable[[Filler, Clause], Stretch | None]] = {
    Sense.OPEN: Filler.open,
    Sense.FROM: Filler.senders,
    Sense.BY: Filler.senders,
    Sense.OF: Filler.of,
    Sense.TO: Filler.recipients,
    Sense.FOR: Filler.recipients,
    Sense.BETWEEN: Filler.participants,
    Sense.WITH: Filler.participants,
    Sense.VIA: Filler.relay,
    Sense.NUMBER: Filler.number,
    Sense.SUBJECT: Filler.subject,
    Sense.QUOTE: Filler.quote,
}


def _dashed(owner: Stretch) -> list[Stretch]:
    """The two sides of a dash that joins words: `Premier Lu–President Ek`."""
    sides = _LONG_DASH.split(owner.text, maxsplit=1)
    return [owner] if len(sides) == 1 else [tokenise(side)[0] for side in sides]


def _is_dateline(parts: Parts) -> bool:
    """`Telegram from Baku to Moscow, Ann Lee to Bo Ek`: behind two cities the persons in them."""
    cities = [*parts.senders, *parts.recipients[:1]]
    writers = parts.recipients[1:]
    persons = bool(writers) and all(party.sort == "name" for party in writers)
    return len(cities) == 2 and all(party.sort == "place" for party in cities) and persons


def _placed(persons: list[PartyDraft], city: PartyDraft) -> list[PartyDraft]:
    for person in persons:
        person.place = person.place or city.place
    return persons


def _is_pair(found: list[PartyDraft]) -> bool:
    """`Memorandum of Conversation, Ann Lee and Premier Holm, Lima`."""
    return len(found) > 1 and found[-1].joined and all(party.sort == "name" for party in found)


def _are_persons(parties: list[PartyDraft]) -> bool:
    """`Minutes of the Meeting of Ann Lee and Bo Ek`: a talk, not the session of a body."""
    return len(parties) > 1 and all(party.sort == "name" for party in parties)


def _is_serial(span: Stretch) -> bool:
    """`…: First Meeting`: which one it is, not what it is about."""
    return span.key(span.start) in vocabulary().ordinals and set(span.classes[1:]) == {WordClass.KIND}
