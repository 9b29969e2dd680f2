"""The general vocabulary of titles, as classes of words."""

from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from telegrams.facts import entries, table
from telegrams.facts.calendar import ORDINALS
from telegrams.facts.names import FORMS_OF_ADDRESS, NAME_WORDS
from telegrams.facts.places import CITIES, STATES
from telegrams.model.parties import Kind


class WordClass(Enum):
    """What a word can be in a title. Those of the vocabulary come first, those told by shape after them."""

    NAME = auto()
    """An unknown word with a capital."""
    OFFICE = auto()
    BODY = auto()
    RANK = auto()
    PLACE = auto()
    """A state, a city, or the adjective of one."""
    MODIFIER = auto()
    """A word inside the name of an office or body."""
    TOPIC = auto()
    """A noun that begins a subject rather than a party."""
    KIND = auto()
    """A word that names a kind of document, a record or a talk."""
    PARTICLE = auto()
    HONORIFIC = auto()
    PREPOSITION = auto()
    ARTICLE = auto()
    JOINER = auto()
    ACRONYM = auto()
    LOWER = auto()
    NUMBER = auto()
    BRACKET = auto()
    QUOTE = auto()
    DATE = auto()
    DASH = auto()


POSSESSIVES = frozenset(("his", "her", "its", "their", "our"))
_SMALL_WORDS = {
    WordClass.ARTICLE: " ".join(("the a an", *sorted(POSSESSIVES))),
    WordClass.JOINER: "and & und or",
    WordClass.PREPOSITION: "of to from in at for by with between among on about regarding concerning re via through "
    "upon during dated as into before after since until despite against toward towards without within amid behind",
}


_BEFORE_OFFICES = (
    "cde",
    "cdes",
    "com",
    "comr",
    "comrade",
    "comrades",
    "cmrade",
    "majesty",
    "highness",
    "excellency",
    "eminence",
)
"""Forms of address that an office follows as well as a surname."""
_FORMS_OF_STATE = ("pr", "pdr", "fr", "sr", "sfr")
"""`PR China`, `FR Germany`: letters in front of the name of a state."""


class ClauseWords(NamedTuple):
    """Words by what they do inside a title; `clause_words.tsv` tells each sort."""

    discusses: frozenset[str]
    receives: frozenset[str]
    related: frozenset[str]
    relative: frozenset[str]
    took_place: frozenset[str]
    relays: frozenset[str]
    receipt: frozenset[str]
    regard: frozenset[str]
    replies: frozenset[str]
    passing: frozenset[str]
    calls: frozenset[str]
    periods: frozenset[str]
    files: frozenset[str]
    surroundings: frozenset[str]
    duties: frozenset[str]
    titled: frozenset[str]
    intends: frozenset[str]
    number_tails: frozenset[str]
    means: frozenset[str]
    stead: frozenset[str]

    def is_verb(self, word: str) -> bool:
        """Whether the word opens a clause as a verb or a relative."""
        return any(word in words for words in (self.discusses, self.receives, self.related, self.relative))


class PartyWords(NamedTuple):
    """Words inside the name of a party; `party_words.tsv` tells each sort."""

    serving: frozenset[str]
    sitting: frozenset[str]
    whole_offices: frozenset[str]
    for_a_time: frozenset[str]
    others: frozenset[str]
    retinue: frozenset[str]
    owning: frozenset[str]
    name_ends: frozenset[str]
    bracket_openers: frozenset[str]
    no_persons: frozenset[str]
    restricting: frozenset[str]


class PaperWords(NamedTuple):
    """Words for a paper and its copy; `paper_words.tsv` tells each sort."""

    copies: frozenset[str]
    entries: frozenset[str]
    additions: frozenset[str]
    parts: frozenset[str]
    versions: frozenset[str]
    distributed: frozenset[str]
    undone: frozenset[str]


class Vocabulary(NamedTuple):
    """Word lists, all in lower case and without a final full stop."""

    classes: dict[str, WordClass]
    persons: frozenset[str]
    """Forms of address that a surname follows: `Mr.`, not `Comrade`."""
    places: frozenset[str]
    """Names of states and cities, of one word or several."""
    organisations: frozenset[str]
    """Those of the places that are international organisations."""
    matters: frozenset[str]
    divisions: frozenset[str]
    endings: tuple[str, ...]
    place_lengths: dict[str, tuple[int, ...]]
    """First word of a place → how many words names that begin so have, the most first."""
    kinds: dict[str, Kind]
    """Kind phrase → kind of the model."""
    kind_ends: frozenset[str]
    """The last words of the kind phrases."""
    talks: frozenset[str]
    sessions: frozenset[str]
    occasions: frozenset[str]
    """Sessions, talks and gatherings at which somebody speaks."""
    records: frozenset[str]
    classifications: frozenset[str]
    urgencies: frozenset[str]
    subject_words: frozenset[str]
    posts: frozenset[str]
    given_names: frozenset[str]
    family_names: frozenset[str]
    missions: frozenset[str]
    scopes: frozenset[str]
    topical_bodies: frozenset[str]
    committees: frozenset[str]
    general_offices: frozenset[str]
    articled: frozenset[str]
    ordinals: frozenset[str]
    kind_adjectives: frozenset[str]
    participles: frozenset[str]
    questions: frozenset[str]
    headline_verbs: frozenset[str]
    """`Complains`: what somebody does in a title that is a sentence."""
    noun_endings: tuple[str, ...]
    """Ends of nouns that no surname has."""
    number_words: frozenset[str]
    """Words in front of a number: `No.`"""
    acts: frozenset[str]
    infinitives: frozenset[str]
    """Verbs behind a `to` that is followed by no addressee: `Decision to Adopt …`."""
    topics: frozenset[str]
    genres: frozenset[str]
    clause: ClauseWords
    party: PartyWords
    paper: PaperWords
    markers: frozenset[str]
    """Words that may open a clause though they are no prepositions."""


def _rows(name: str) -> tuple[str, ...]:
    return entries(f"titles/{name}")


class _WordsOfSort(NamedTuple):
    sort: str
    words: tuple[str, ...]


class _KindWords(NamedTuple):
    words: str
    kind: Kind


def _sorts(name: str) -> dict[str, frozenset[str]]:
    """The words of each sort in a table of words by what they do."""
    return {row.sort: frozenset(row.words) for row in table(f"titles/{name}", _WordsOfSort)}


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _with_plurals(name: str) -> frozenset[str]:
    words = frozenset(_rows(name))
    return words | frozenset(map(_plural, words))


def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Names of places, and the adjectives made from them."""
    names = {name.lower().rstrip(".") for name in (*CITIES, *(name for state in STATES for name in state.names))}
    adjectives = {people.lower() for state in STATES for people in state.peoples}
    names |= {f"{form} {name.lower()}" for form in _FORMS_OF_STATE for state in STATES for name in state.names}
    names |= {name.replace(".", " ") for name in names if "." in name}
    return frozenset(names), frozenset(adjectives | set(map(_plural, adjectives)))


def _place_lengths(places: frozenset[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for place in places:
        words = place.split(" ")
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


def _classes(places: frozenset[str], adjectives: frozenset[str], kinds: Iterable[str]) -> dict[str, WordClass]:
    """Later lines win: a form of address is never taken for a modifier."""
    classes = {phrase.rpartition(" ")[2]: WordClass.PLACE for phrase in adjectives}
    classes.update({place: WordClass.PLACE for place in places if " " not in place})
    for name in ("participles", "acts", "subject_words"):
        classes.update({word: WordClass.LOWER for word in _rows(name) if word.isalpha()})
    classes.update(dict.fromkeys(_with_plurals("occasions"), WordClass.KIND))
    for part in ("particle", "joiner", "numeral"):
        classes.update(dict.fromkeys(map(str.lower, NAME_WORDS[part]), WordClass.PARTICLE))
    classes.update(dict.fromkeys(_rows("office_words"), WordClass.MODIFIER))
    classes.update(dict.fromkeys((*kinds, *_with_plurals("talks"), *_with_plurals("records")), WordClass.KIND))
    classes.update({adjective: WordClass.PLACE for adjective in adjectives if " " not in adjective})
    classes.update(dict.fromkeys(_with_plurals("bodies"), WordClass.BODY))
    classes.update(dict.fromkeys(_with_plurals("offices"), WordClass.OFFICE))
    classes.update(dict.fromkeys(_with_plurals("ranks"), WordClass.RANK))
    classes.update(dict.fromkeys(_rows("topics"), WordClass.TOPIC))
    classes.update(dict.fromkeys((*FORMS_OF_ADDRESS, "professor"), WordClass.HONORIFIC))
    classes.update(dict.fromkeys((suffix.rstrip(".").lower() for suffix in NAME_WORDS["suffix"]), WordClass.PARTICLE))
    classes["sir"] = WordClass.NAME
    for kind, words in _SMALL_WORDS.items():
        classes.update(dict.fromkeys(words.split(), kind))
    return classes


def _kinds() -> dict[str, Kind]:
    singular = {row.words: row.kind for row in table("titles/kinds", _KindWords)}
    return {_plural(phrase): kind for phrase, kind in singular.items()} | singular


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    places, adjectives = _places()
    organisations = frozenset(row.lower().rstrip(".") for row in _rows("organisations"))
    places |= organisations
    kinds = _kinds()
    subject_words = frozenset(row.rstrip(":") for row in _rows("subject_words"))
    participles = frozenset(_rows("participles"))
    acts = frozenset(_rows("acts"))
    number_words = frozenset(_rows("number_words"))
    classifications, urgencies = frozenset(_rows("classification")), frozenset(_rows("urgency"))
    clause, paper = ClauseWords(**_sorts("clause_words")), PaperWords(**_sorts("paper_words"))
    verbs = clause.discusses | clause.receives | clause.related | clause.relative
    marking_words = frozenset(word for marking in classifications | urgencies for word in marking.split(" "))
    return Vocabulary(
        classes=_classes(places, adjectives, kinds),
        persons=frozenset(FORMS_OF_ADDRESS.difference(_BEFORE_OFFICES)),
        places=places,
        organisations=organisations,
        matters=frozenset(_rows("matters")),
        divisions=frozenset(_rows("divisions")),
        endings=_rows("endings"),
        questions=frozenset(_rows("questions")),
        headline_verbs=frozenset(map(_plural, (*_rows("headline_verbs"), *_rows("infinitives")))),
        noun_endings=_rows("noun_endings"),
        place_lengths=_place_lengths(places),
        kinds=kinds,
        kind_ends=frozenset(phrase.rpartition(" ")[2] for phrase in kinds),
        talks=_with_plurals("talks"),
        sessions=_with_plurals("sessions"),
        occasions=_with_plurals("sessions") | _with_plurals("talks") | _with_plurals("occasions"),
        records=_with_plurals("records"),
        classifications=classifications,
        urgencies=urgencies,
        subject_words=subject_words,
        acts=acts,
        infinitives=frozenset(_rows("infinitives")),
        topics=frozenset(_rows("topics")),
        genres=frozenset(_rows("genres")),
        clause=clause,
        party=PartyWords(**_sorts("party_words")),
        paper=paper,
        markers=subject_words | participles | acts | verbs | number_words,
        posts=frozenset(_rows("posts")),
        given_names=frozenset(_rows("given_names")),
        family_names=frozenset(_rows("family_names")),
        missions=frozenset(_rows("missions")),
        committees=frozenset(_rows("committees")),
        topical_bodies=frozenset(_rows("topical_bodies")),
        scopes=frozenset(_rows("scopes")),
        ordinals=frozenset(ORDINALS),
        articled=frozenset(_rows("articled")),
        general_offices=frozenset(_rows("general_offices")),
        kind_adjectives=marking_words | frozenset(_rows("kind_adjectives")) | frozenset(_rows("genres")),
        participles=participles,
        number_words=number_words,
    )
