"""A party in the making, and the parts of an office that are read in one way everywhere."""

from dataclasses import dataclass
from typing import NamedTuple

from telegrams.facts.rules import inference
from telegrams.model.parties import Party
from telegrams.values.titles.masking import protected, shape
from telegrams.values.titles.names import NAMES
from telegrams.values.titles.offices import inner_cost
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch, TitleWords

HEADS = (WordClass.OFFICE, WordClass.BODY)
_LONGEST_SEAT = 4
_TOPICS = (WordClass.TOPIC, WordClass.KIND)
_ODD = {WordClass.LOWER: 0.5, WordClass.TOPIC: 0.3, WordClass.KIND: 0.6, WordClass.NUMBER: 0.2, WordClass.DATE: 2.0}
"""What a word costs that an office or body seldom holds."""
_ODD_CLASSES = tuple(_ODD)
_ADDRESSED = (WordClass.HONORIFIC, WordClass.RANK)
_UNFINISHED = (WordClass.PREPOSITION, WordClass.ARTICLE)
"""Words that no office or body ends with."""
BARE_PLACE = 0.4
"""What it costs to take a mere place for a party."""


@dataclass(slots=True)
class PartyDraft:
    """A party in the making, and the words it was read from."""

    span: Stretch
    core_end: int = 0
    """Where the words in front of its brackets end."""
    name: str | None = None
    identity: str | None = None
    role: str | None = None
    organisation: str | None = None
    place: str | None = None
    ranked: bool = False
    """True where the office is a mere rank."""
    apposed: bool = False
    """True where the office stands behind the name: `Ann Lee, Director`."""
    added: bool = False
    """True where the name stands behind a body and a comma."""
    joined: bool = False
    """True where `and` stands in front of it."""
    later: Stretch | None = None
    """The words of a bracket that holds offices or several names."""
    plural: bool = False
    """True where the head noun of the office or body is a plural."""
    cost: float = 0.0
    """How doubtful the reading is."""
    rule: str = "party-before-kind"
    """The rule by which it is a party."""

    @property
    def sort(self) -> str:
        """`name`, `role`, `organisation` or `place` for what there is of it (a person with an office: `name`)."""
        if self.name:
            return "name"
        if self.role:
            return "role"
        if self.organisation:
            return "organisation"
        return "place" if self.place else ""

    def party(self) -> Party:
        """The party of the model."""
        return Party(
            name=self.name,
            identity=self.identity,
            role=self.role,
            organisation=self.organisation,
            place=self.place,
            inferred=inference(self.rule),
        )


def is_noun(party: PartyDraft) -> bool:
    """`Submission`: one unknown word that no surname ends like."""
    name = (party.name or " ").lower()
    return " " not in name and not party.role and name.endswith(vocabulary().noun_endings)


class Core(NamedTuple):
    """The words of a party without brackets and opening words, and what the rules ask of them."""

    span: Stretch
    name: int
    """Where a name at the end begins."""
    zone: Stretch
    """The words in front of the first preposition."""
    closed: bool
    """True where a bracket with the holder's name follows."""
    draft: PartyDraft


def inside(bracket: Stretch) -> Stretch | None:
    """The words of a bracket; nothing where it is empty."""
    held = bracket.words.held
    if bracket.start not in held:
        inner = bracket.text[1:-1].strip()
        held[bracket.start] = TitleWords(inner, shape(inner, protected(inner))).whole() if inner else None
    return held[bracket.start]


def first_stop(words: Stretch) -> int:
    """Behind the first word with a stop; the end where there is none."""
    return next((at + 1 for at in words if words.words.breaks[at]), words.end)


def read_office(core: Stretch, head: int, name: int, draft: PartyDraft, *, closed: bool) -> None:
    """Read an office or body with this head noun; a name may begin at word `name`."""
    found, end = core.words.classes[head], core.end
    if found is WordClass.BODY and name < end and core.words.classes[name - 1] not in _ADDRESSED:
        name = end
    known, last = vocabulary(), core.key(name - 1)
    named = last in known.given_names or last in known.family_names
    if named and name - 1 > core.start and all(given in NAMES for given in core.before(name - 1).classes):
        draft.name = core.text
        return
    office = _without_rank(core.before(name))
    if name < end and office.last in _UNFINISHED:
        office, name = core, end
    unfinished = office.last in _UNFINISHED
    while office.last in _UNFINISHED or (name < end and _is_short_form(office.after(office.end - 1))):
        office = office.before(office.end - 1)
    draft.ranked = found is WordClass.RANK
    if found is WordClass.BODY and head + 1 < name < end and set(core.part(head + 1, name).classes) == {WordClass.RANK}:
        found, office = WordClass.RANK, core.before(name)
    if found in (WordClass.OFFICE, WordClass.RANK, WordClass.MODIFIER, WordClass.NAME):
        draft.role = unpossessed(office)
    else:
        draft.organisation = unpossessed(office)
    draft.plural = core.key(head).endswith(("s", "men"))
    behind = office.after(head + 1)
    draft.place = seat(behind, embassy=found is WordClass.BODY)
    if found is WordClass.BODY and core.after(head + 1).is_place():
        draft.place = core.after(head + 1).text
    if name < end:
        draft.name = unpossessed(core.after(name))
    draft.cost += inner_cost(office, closed=closed) + (0.0 if closed else oddity(office))
    if unfinished:
        draft.cost += 2.0


def _is_short_form(word: Stretch) -> bool:
    """`(CNEN)` behind `National Nuclear Energy Commission`, `(Stasi)`: the body again, as it is called in short."""
    if word.first is not WordClass.BRACKET or word.text[0] != "(":
        return False
    return word.text.isupper() or word.text[1:-1].lower() in vocabulary().organisations


def oddity(office: Stretch) -> float:
    """What the words cost that an office or body seldom holds."""
    return sum([_ODD[found] for found in office.classes if found in _ODD_CLASSES])


def is_topic(core: Stretch, name: int) -> bool:
    """Whether the words are rather a matter: `Situation in Chile`, `Secretary Holm's Visit to Chile`."""
    named = core.before(name).zone().last is WordClass.OFFICE
    if (core.first in _TOPICS and not named) or core.zone().last in _TOPICS:
        return True
    return core.last not in HEADS and not core.words.owners.isdisjoint(range(name, core.end - 1))


def unpossessed(span: Stretch) -> str:
    """The words without the `'s` of the last one."""
    text = span.text
    return (text[:-2].rstrip(" ") or text) if span.owned and text[-1:] == "s" and text[-2:-1] in "'’" else text


def head_noun(span: Stretch) -> int | None:
    """The head noun: the last office or body, else a rank, else an acronym."""
    spare: int | None = None
    for at in range(span.end - 1, span.start - 1, -1):
        found = span.words.classes[at]
        if found in HEADS and not _is_complement(span, at):
            return at
        if found is WordClass.RANK or (found is WordClass.ACRONYM and spare is None):
            spare = at
    return spare


def _is_complement(span: Stretch, at: int) -> bool:
    """`Cabinet` in `Chef de Cabinet`."""
    return span.before(at).classes[-2:] == [WordClass.OFFICE, WordClass.PARTICLE]


def _without_rank(office: Stretch) -> Stretch:
    """The office without the rank behind it; a rank that stands alone or completes the office stays."""
    at, classes = office.end, office.words.classes
    while at > office.start and classes[at - 1] in (WordClass.RANK, WordClass.HONORIFIC):
        if office.key(at - 1) == "general" and office.key(at - 2) in vocabulary().general_offices:
            return office.before(at)
        at -= 1
    return office if head_noun(office.before(at)) is None else office.before(at)


def seat(words: Stretch, *, embassy: bool) -> str | None:
    """The place that `in` or `at` names inside an office or body; for an embassy also `to`."""
    known_words, keys = vocabulary(), words.keys
    if "in" not in keys and "at" not in keys and not (embassy and "to" in keys):
        return None
    for at in words:
        key = words.key(at)
        if key not in ("in", "at") and not (
            embassy and key == "to" and words.words.keys[at - 1] in known_words.missions
        ):
            continue
        goal = words.after(at + 1).without_article()
        known = goal.place()
        if known and known.end < words.end and _holds_body(goal):
            return None
        end = known.end
        named = goal.before(goal.end - (goal.key(goal.end - 1) in known_words.divisions))
        if not known and 0 < len(named) <= _LONGEST_SEAT and all(found is WordClass.NAME for found in named.classes):
            end = goal.end
        elif known and end < words.end - 1 and words.words.classes[end] is WordClass.PARTICLE:
            end += 2
        place = goal.before(end)
        if place and place.phrase not in vocabulary().organisations:
            return unpossessed(place)
    return None


def _holds_body(goal: Stretch) -> bool:
    """`in the USSR Embassy`: the land is not where it is."""
    zone = goal.zone()
    return goal.before(zone.end).last is WordClass.BODY
