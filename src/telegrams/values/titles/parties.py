"""Words → one party: which of them are name, identity, office, body and place.

party  = [article] (office | body | place | name)  bracket*
office = words holding an office's head noun before the first preposition, [complement], [rank], [name]
body   = words holding a body's head noun or an acronym before the first preposition, [complement], [name]
name   = the longest run of words at the end that the vocabulary does not know
"""

from dataclasses import dataclass

from telegrams.model.parties import Party
from telegrams.values.titles.masking import protected, shape
from telegrams.values.titles.names import name_start
from telegrams.values.titles.tokens import (
    ACRONYM,
    ARTICLE,
    BODY,
    BRACKET,
    HONORIFIC,
    JOINER,
    LOWER,
    MODIFIER,
    NAME,
    OFFICE,
    PARTICLE,
    PREPOSITION,
    QUOTE,
    RANK,
    STATE,
    TOPIC,
    Tokens,
    place_end,
    zone_end,
)
from telegrams.values.titles.vocabulary import vocabulary

_OPENERS = (ARTICLE, HONORIFIC, JOINER)
_NAMES = (NAME, PARTICLE)
_WORDS = (OFFICE, BODY, MODIFIER, TOPIC, LOWER)
_BRACKET_OPENERS = frozenset(("then", "now", "aka", "alias", "i.e", "in", "at"))
_LONGEST_SEAT = 4
_LONGEST_ACRONYM = 5
_HEADS = (OFFICE, BODY)


@dataclass(slots=True)
class Draft:
    """A party in the making; `start` and `end` are its words."""

    start: int
    end: int
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
    joined: bool = False
    """True where `and` stands in front of it."""
    later: "tuple[Tokens, int] | None" = None
    """The words of a bracket that holds offices, and the first of them."""
    plural: bool = False
    """True where the head noun of the office or body is a plural."""

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
            name=self.name, identity=self.identity, role=self.role, organisation=self.organisation, place=self.place
        )


def read_party(tokens: Tokens, start: int, end: int, *, inner: bool = False) -> Draft:
    """Read the words `start` to `end` as one party; all fields empty where they are none.

    `inner` is set for the words of a bracket: brackets inside it are left alone.
    """
    draft = Draft(start, end)
    first, last = start, end
    while last > first and tokens.classes[last - 1] == BRACKET:
        last -= 1
    while first < last and tokens.classes[first] in _OPENERS and place_end(tokens, first, last) != last:
        first += 1
    draft.core_end = last
    if first < last:
        _read_core(tokens, first, last, draft)
    if not inner and (draft.sort or first == last):
        for at in range(last, end):
            _read_bracket(tokens.slice(at, at + 1), draft, closest=at == last)
    return draft


def _read_core(tokens: Tokens, start: int, end: int, draft: Draft) -> None:
    """Read a party without brackets and opening words."""
    classes = tokens.classes
    if place_end(tokens, start, end) == end:
        if tokens.phrase(start, end) in vocabulary().organisations:
            draft.organisation = tokens.slice(start, end)
        else:
            draft.place = tokens.slice(start, end)
        return
    name = name_start(tokens, start, end)
    if name == start:
        if tokens.owners.isdisjoint(range(start, end - 1)):
            draft.name = _unpossessed(tokens, start, end)
        return
    zone = zone_end(tokens, start, end)
    if ARTICLE in classes[start + 1 : zone]:
        return
    if classes[start] in (NAME, BRACKET) and _read_name_first(tokens, start, zone, end, draft):
        return
    inner = name_start(tokens, start, zone) if zone < end else zone
    if start < inner < zone and _head(tokens, start, inner) is not None and classes[inner - 1] != BODY:
        draft.core_end = zone
        _read_core(tokens, start, zone, draft)
        draft.place = draft.place or seat(tokens, zone, end, embassy=False)
        return
    head = _head(tokens, start, min(zone, name))
    if head is not None and not _is_topic(tokens, start, name, end):
        _read_office(tokens, start, head, name, draft)


def _read_office(tokens: Tokens, start: int, head: int, name: int, draft: Draft) -> None:
    """Read an office or body with this head noun; a name may begin at word `name`."""
    letter, end = tokens.classes[head], draft.core_end
    if letter == BODY and name < end and not _addressed(tokens, name):
        name = end
    office_end = _without_rank(tokens, start, name)
    text = _unpossessed(tokens, start, office_end)
    draft.ranked = letter == RANK
    if letter in (OFFICE, RANK):
        draft.role = text
    else:
        draft.organisation = text
    draft.plural = tokens.keys[head].endswith(("s", "men"))
    draft.place = seat(tokens, head + 1, office_end, embassy=letter == BODY)
    if letter == BODY and head + 1 < end and place_end(tokens, head + 1, end) == end:
        draft.place = tokens.slice(head + 1, end)
    if name < end:
        draft.name = _unpossessed(tokens, name, end)


def _addressed(tokens: Tokens, name: int) -> bool:
    """Whether a name behind a body is sure to be one: `Politburo Comrade Ann Lee`."""
    return tokens.classes[name - 1] in (HONORIFIC, RANK)


def _is_topic(tokens: Tokens, start: int, name: int, end: int) -> bool:
    classes = tokens.classes
    if classes[start] == TOPIC or (classes[end - 1] == TOPIC and PREPOSITION not in classes[start:end]):
        return True
    return not tokens.owners.isdisjoint(range(name, end - 1))


def _unpossessed(tokens: Tokens, start: int, end: int) -> str:
    text = tokens.slice(start, end)
    return text[:-2] if tokens.owners and tokens.possessive(end - 1) and text[-1:] == "s" else text


def _head(tokens: Tokens, start: int, end: int) -> int | None:
    """The head noun: the last office or body before the first preposition, else a rank, else an acronym."""
    spare: int | None = None
    for at in range(end - 1, start - 1, -1):
        letter = tokens.classes[at]
        if letter in _HEADS:
            return at
        if letter == RANK or (letter == ACRONYM and spare is None):
            spare = at
    return spare


def _without_rank(tokens: Tokens, start: int, end: int) -> int:
    """The end of the office without the rank behind it; a rank that stands alone or completes the office stays."""
    at = end
    while at > start and tokens.classes[at - 1] in (RANK, HONORIFIC):
        if tokens.keys[at - 1] == "general" and at > start + 1 and tokens.keys[at - 2] in vocabulary().general_offices:
            return at
        at -= 1
    if at == start or (tokens.classes[at - 1] in (STATE, MODIFIER) and _head(tokens, start, at) is None):
        return end
    return at


def _read_name_first(tokens: Tokens, start: int, zone: int, end: int, draft: Draft) -> bool:
    """`A. Smith in Lagos`, `A. Smith of the Planning Staff`, `Ann Smith Secretary of the League`."""
    classes = tokens.classes
    stop = start
    while stop < end and classes[stop] in (*_NAMES, QUOTE, BRACKET):
        stop += 1
    if stop == zone and stop < end:
        draft.name = tokens.slice(start, stop)
        key, first = tokens.keys[stop], stop + 1
        while first < end and classes[first] == ARTICLE:
            first += 1
        if key in ("in", "at"):
            known = place_end(tokens, first, end)
            if known == first and not any(letter in _WORDS for letter in classes[first:end]):
                known = end
            draft.place = tokens.slice(first, known) or None
        elif key in ("of", "from") and _head(tokens, first, end) is not None:
            draft.organisation = tokens.slice(first, end)
        return True
    if stop - start < 2 or stop >= zone or _head(tokens, stop, zone) is None or name_start(tokens, stop, end) < end:
        return False
    draft.name, draft.role = tokens.slice(start, stop), tokens.slice(stop, end)
    return True


def seat(tokens: Tokens, start: int, end: int, *, embassy: bool) -> str | None:
    """The place that `in` or `at` names inside an office or body; for an embassy also `to`."""
    for at in range(start, end - 1):
        key = tokens.keys[at]
        if key in ("in", "at") or (embassy and key == "to"):
            first = at + 1 + (tokens.classes[at + 1] == ARTICLE)
            last = place_end(tokens, first, end)
            if (
                last == first
                and end - first <= _LONGEST_SEAT
                and all(letter == NAME for letter in tokens.classes[first:end])
            ):
                last = end
            elif first < last < end - 1 and tokens.classes[last] == PARTICLE:
                last += 2
            if last > first and tokens.phrase(first, last) not in vocabulary().organisations:
                return tokens.slice(first, last)
    return None


def _read_bracket(bracket: str, draft: Draft, *, closest: bool) -> None:
    """A bracket behind a party: name behind a body or office, identity behind a name, else place or parent body."""
    inner = bracket[1:-1].strip()
    if not inner or (
        draft.organisation and not draft.name and inner[-1].isupper() and inner.isalpha() and len(inner) > 1
    ):
        return
    tokens = Tokens(inner, shape(inner, protected(inner)))
    first = 1 if tokens.keys[0] in _BRACKET_OPENERS and len(tokens) > 1 else 0
    found = read_party(tokens, first, len(tokens), inner=True)
    if found.place and not draft.place and draft.sort != "place":
        draft.place = found.place
    elif found.name and draft.name:
        draft.identity = draft.identity or inner[tokens.starts[first] :]
    elif found.name and _is_alias(draft.organisation):
        draft.name, draft.identity, draft.organisation = draft.organisation, inner, None
    elif found.name:
        draft.name, draft.role = found.name, draft.role or found.role
    elif found.role and draft.name:
        draft.later = (tokens, first)
    elif found.role and not draft.role:
        draft.role = found.role
    elif found.organisation and draft.role and not draft.organisation:
        draft.organisation = found.organisation
    elif found.organisation and bracket[0] == "[" and draft.organisation and len(tokens) > 1 and closest:
        draft.organisation += " " + bracket


def _is_alias(word: str | None) -> bool:
    """Whether a word in capitals in front of a person's name is a code name, too long for an acronym: `PAVLOV`."""
    if word is None or len(word) <= _LONGEST_ACRONYM or word.lower() in vocabulary().organisations:
        return False
    return word.isalpha() and word.isupper()
