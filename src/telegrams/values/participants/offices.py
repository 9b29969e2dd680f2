"""What is said of a participant: his name and form of address, then his office, his body and where that is.

person      := [style] [form of address | rank | office] name | [article] office
description := [office ("," office)*] ["," body ("," body)*] ["," place]
"""

import re
from functools import lru_cache
from typing import NamedTuple

from telegrams.facts.names import FORMS_OF_ADDRESS, NAME_WORDS, OFFICES_IN_ADDRESS
from telegrams.facts.participants import participant_words
from telegrams.model.settings import Participant
from telegrams.values.titles.phrases import read_party
from telegrams.values.titles.vocabulary import WordClass, vocabulary
from telegrams.values.titles.words import Stretch, tokenise

_STYLE = re.compile(rf"(?:{'|'.join(map(re.escape, participant_words('style')))})\.? ", re.IGNORECASE)
_SYMBOL = re.compile(r"(?:[A-Z]{1,6}[./:&-]?){1,4}")
"""Letters that name a division: `EUR`, `S/P`, `EUR:WE`, `B.J.S.M.`"""
_DIVISION_FIRST = re.compile(r"([A-Z/]{1,6})-(?=[A-Z][a-z])")
_LETTERS_BEHIND = frozenset(participant_words("honour")) | NAME_WORDS["degree"]
_UNNAMED = frozenset(participant_words("count"))
_LONGEST_NAME = 5
_HELD = (WordClass.OFFICE, WordClass.RANK, WordClass.MODIFIER)
"""One of these is in every office."""
_PERSONAL = (WordClass.NAME, WordClass.PARTICLE, WordClass.HONORIFIC, WordClass.RANK)


class Person(NamedTuple):
    """A person or office, as the first words of an entry say."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    place: str | None = None

    @property
    def known(self) -> bool:
        """Whether the words name somebody."""
        return bool(self.name or self.role)


@lru_cache(maxsize=256)  # the same few words are asked whether they are a person, a body, a place
def stretch_of(text: str) -> Stretch:
    """The words of a text with their classes."""
    return tokenise(text)[0]


@lru_cache(maxsize=256)  # a line is asked for its columns, its persons and their words, and forms of address recur
def person_of(words: str) -> Person:
    """The person or office that words name: `Mr. Holm`, `Ambassador Berg`, `The Secretary`; empty for none."""
    words = _STYLE.sub("", words, count=1)
    division = _DIVISION_FIRST.match(words)
    if division:
        return person_of(words[division.end() :])._replace(organisation=division[1])
    whole = stretch_of(words)
    if not words or whole.key(whole.start) in _UNNAMED:
        return Person()
    if addressed := _addressed(whole):
        return addressed
    draft = read_party(whole)
    if draft.name:
        told = draft.role and any(each in _HELD for each in stretch_of(draft.role).classes)
        return Person(draft.name, draft.role if told else None, draft.organisation, draft.place)
    if draft.sort == "role":
        return Person() if draft.plural else Person(role=draft.role, organisation=draft.organisation)
    shaped = 1 < len(whole) <= _LONGEST_NAME and all(found in _NAME_LIKE for found in whole.classes)
    return Person(whole.text) if shaped and not any(whole.words.breaks) else Person()


_NAME_LIKE = (*_PERSONAL, WordClass.ACRONYM)


def _addressed(whole: Stretch) -> Person | None:
    """`Ambassador Milan T. Merchant`: behind a form of address words are a name, be they words of the vocabulary."""
    key = whole.key(whole.start)
    rest = whole.after(whole.start + 1)
    office = key in OFFICES_IN_ADDRESS or whole.first is WordClass.RANK
    if not office and (key not in FORMS_OF_ADDRESS or key == "sir"):
        return None
    if not 0 < len(rest) <= _LONGEST_NAME or any(whole.words.breaks):
        return None
    others = (*_PERSONAL, WordClass.PLACE, WordClass.MODIFIER)
    if not all(found in others for found in rest.classes) or rest.text.islower():
        return None
    ranks = 0
    while ranks < len(rest) - 1 and rest.classes[ranks] in (WordClass.RANK, WordClass.HONORIFIC):
        ranks += 1
    named = rest.after(rest.start + ranks)
    if WordClass.NAME not in named.classes or named.is_place():
        return None
    role = whole.before(named.start).text if office else None
    return Person(named.text, role)


@lru_cache(maxsize=256)
def begins_person(words: str) -> bool:
    """Whether words begin with a form of address, a rank or an office and a name: `Mr. Holm`, `General Berg`."""
    whole = stretch_of(words)
    key, classes = whole.key(whole.start), whole.classes
    if len(classes) < 2 or classes[1] not in _PERSONAL:
        return False
    if key in FORMS_OF_ADDRESS or key == "messrs" or _STYLE.match(words):
        return True
    held = classes[0] in (WordClass.RANK, WordClass.OFFICE)
    office = held and (key in OFFICES_IN_ADDRESS or key in vocabulary().posts)
    return (office or classes[0] is WordClass.RANK) and person_of(words).name is not None


@lru_cache(maxsize=256)
def is_plain_name(words: str) -> bool:
    """Whether words are nothing but a name, of words that the vocabulary knows for nothing else: `Ada Berg`."""
    classes = stretch_of(words).classes
    named = all(found in (WordClass.NAME, WordClass.PARTICLE) for found in classes) and WordClass.NAME in classes
    return named and len(classes) <= _LONGEST_NAME and person_of(words).name == words


class Description(NamedTuple):
    """What stands behind a person: parts of a line between commas."""

    line: str
    parts: tuple[tuple[int, int], ...] = ()

    def words(self, first: int, end: int) -> str:
        """The words of some neighbouring parts, with what stands between them."""
        return self.line[self.parts[first][0] : self.parts[end - 1][1]] if first < end else ""


def described(person: Person, told: Description, side: str | None, *, sure: bool) -> Participant:
    """The participant, with what stands behind the name: offices first, then bodies, then a place.

    Parts that are neither are taken for an office, because that is what such a list gives; where that is not `sure`
    (in brackets), or where nobody is named, not instead of an office that is known.
    """
    start, end = 0, len(told.parts)
    while start < end and told.words(start, start + 1) in _LETTERS_BEHIND:
        start += 1
    first, last = start, end
    if last > first and _is_place(told.words(last - 1, last)):
        last -= 1
    middle = last
    while middle > first and _is_body(told.words(middle - 1, middle)):
        middle -= 1
    role = told.words(first, middle)
    if person.role and (not person.name or (not sure and person_of(role).role is None)):
        role = ""
    return Participant(
        name=person.name,
        role=role or person.role,
        organisation=told.words(middle, last) or person.organisation,
        place=told.words(last, end) or person.place,
        side=side,
    )


def _is_place(part: str) -> bool:
    whole = stretch_of(part)
    return whole.is_place() and whole.phrase not in vocabulary().organisations and _SYMBOL.fullmatch(part) is None


def _is_body(part: str) -> bool:
    """`Danish Embassy`, `NSC Staff`, `EUR`; not `and Australian Ministry of Tin`, with which an office goes on."""
    if _SYMBOL.fullmatch(part):
        return True
    whole = stretch_of(part)
    if whole.phrase in vocabulary().organisations or read_party(whole).sort == "organisation":
        return not part.startswith("and ")
    return whole.has(WordClass.BODY) and not whole.has(WordClass.OFFICE, WordClass.RANK, WordClass.LOWER)
