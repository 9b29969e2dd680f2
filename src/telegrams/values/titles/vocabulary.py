"""The general vocabulary of titles, as classes of words."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from telegrams.facts import entries, table
from telegrams.facts.calendar import ORDINALS
from telegrams.facts.names import FORMS_OF_ADDRESS, NAME_WORDS
from telegrams.facts.places import CITIES, STATES
from telegrams.model.parties import Kind

_SMALL_WORDS = {
    "article": "the a an his her its their our",
    "joiner": "and & und",
    "preposition": "of to from in at for by with between among on about regarding concerning re via through upon "
    "during dated as into",
}


class Vocabulary(NamedTuple):
    """Word lists, all in lower case and without a final full stop."""

    classes: dict[str, str]
    """Word → class letter; see `telegrams.values.titles.tokens`."""
    places: frozenset[str]
    """Names of states and cities, of one word or several."""
    organisations: frozenset[str]
    """Those of the places that are international organisations."""
    matters: frozenset[str]
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
    ordinals: frozenset[str]
    kind_adjectives: frozenset[str]
    participles: frozenset[str]
    acts: frozenset[str]
    genres: frozenset[str]
    markers: frozenset[str]
    """Words that may open a clause though they are no prepositions."""


def _rows(name: str) -> tuple[str, ...]:
    return entries(f"titles/{name}")


class _KindWords(NamedTuple):
    words: str
    kind: Kind


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _with_plurals(name: str) -> frozenset[str]:
    words = frozenset(_rows(name))
    return words | frozenset(map(_plural, words))


def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Names of places, and the adjectives made from them."""
    names = {name.lower().rstrip(".") for name in (*CITIES, *(name for state in STATES for name in state.names))}
    adjectives = {people.lower() for state in STATES for people in state.peoples}
    return frozenset(names), frozenset(adjectives | set(map(_plural, adjectives)))


def _place_lengths(places: frozenset[str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for place in places:
        words = place.split(" ")
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


def _classes(places: frozenset[str], adjectives: frozenset[str], kinds: Iterable[str]) -> dict[str, str]:
    """Later lines win: a form of address is never taken for a modifier."""
    classes = {word: "S" for phrase in adjectives for word in phrase.split(" ")}
    classes.update({place: "S" for place in places if " " not in place})
    for part in ("particle", "joiner", "numeral"):
        classes.update(dict.fromkeys(map(str.lower, NAME_WORDS[part]), "n"))
    classes.update(dict.fromkeys(_rows("office_words"), "M"))
    classes.update(dict.fromkeys(kinds, "T"))
    for name in ("talks", "records"):
        classes.update(dict.fromkeys(_with_plurals(name), "T"))
    classes.update(dict.fromkeys(_rows("topics"), "T"))
    for adjective in adjectives:
        if " " not in adjective:
            classes[adjective] = "S"
    classes.update(dict.fromkeys(_with_plurals("bodies"), "B"))
    classes.update(dict.fromkeys(_with_plurals("offices"), "O"))
    classes.update(dict.fromkeys(_with_plurals("ranks"), "R"))
    classes.update(dict.fromkeys(FORMS_OF_ADDRESS, "H"))
    for letter, words in zip("a&p", _SMALL_WORDS.values(), strict=True):
        classes.update(dict.fromkeys(words.split(), letter))
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
    classifications, urgencies = frozenset(_rows("classification")), frozenset(_rows("urgency"))
    marking_words = frozenset(word for marking in classifications | urgencies for word in marking.split(" "))
    return Vocabulary(
        classes=_classes(places, adjectives, kinds),
        places=places,
        organisations=organisations,
        matters=frozenset(_rows("matters")),
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
        genres=frozenset(_rows("genres")),
        markers=subject_words | participles | acts | {"no"},
        posts=frozenset(_rows("posts")),
        given_names=frozenset(_rows("given_names")),
        family_names=frozenset(_rows("family_names")),
        missions=frozenset(_rows("missions")),
        committees=frozenset(_rows("committees")),
        topical_bodies=frozenset(_rows("topical_bodies")),
        scopes=frozenset(_rows("scopes")),
        ordinals=frozenset(ORDINALS),
        general_offices=frozenset(_rows("general_offices")),
        kind_adjectives=marking_words | frozenset(_rows("kind_adjectives")),
        participles=participles,
    )
