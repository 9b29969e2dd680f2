"""Names for citations that the catalogue of the record completes: `Nehru` by the heading `Nehru, Jawaharlal`."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from telegrams.facts.family_first import is_family_first
from telegrams.facts.names import NAME_WORDS
from telegrams.model.catalogue import Catalogue, NameHeading

from .names import CitationName


def catalogued_given_names(catalogue: Catalogue | None) -> Mapping[str, str]:
    """The given names of authors and other people in the catalogue, for `completed_name`."""
    return _given_names((*catalogue.authors, *catalogue.associated)) if catalogue else {}


def completed_name(name: CitationName, given_names: Mapping[str, str]) -> CitationName | None:
    """A family name alone with the given name of the one person in the catalogue who has it; None where none does.

    Rule `name-from-heading`. The family name stays as the document has it. A family-first name is literal.
    """
    given = given_names.get(_folded(name["family"])) if len(name) == 1 and "family" in name else None
    if given is None:
        return None
    whole = f"{name['family']} {given}"
    return {"literal": whole} if is_family_first(whole) else {"family": name["family"], "given": given}


def _given_names(headings: Iterable[NameHeading]) -> dict[str, str]:
    """The given name that belongs to each family name, `_folded`; none of a family name that two persons have.

    So `Nehru, Jawaharlal` completes `Nehru`, and nothing does where `Nehru, Motilal` stands there too. A particle that
    a heading has behind the given name may stand before the family name: `Gaulle, Charles de` is `de Gaulle` as well.
    """
    found: dict[str, dict[str, str]] = {}
    for heading in {each.verbatim: each for each in headings if each.family and each.given}.values():
        for family, given in _splits(heading.family or "", (heading.given or "").split(" ")):
            found.setdefault(_folded(family), {})[heading.verbatim] = given
    return {family: next(iter(given.values())) for family, given in found.items() if len(given) == 1}


def _splits(family: str, given: list[str]) -> Iterator[tuple[str, str]]:
    """Family and given name, with the particles at the end of the given name behind it or before the family name."""
    yield family, " ".join(given)
    while len(given) > 1 and given[-1] in NAME_WORDS["particle"]:
        family = f"{given.pop()} {family}"
        yield family, " ".join(given)


def _folded(name: str) -> str:
    """A name without case and accents, by which names are compared."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
