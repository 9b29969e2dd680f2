"""What tei_all allows in each element, taken out of the grammar itself, so that no element or attribute is forgotten.

That a name is allowed is no more than the first half of validity: order, number and values are for the validator. But a
change drawn from what is allowed is valid one time in four, and one drawn from all names one time in a hundred.
"""

import os
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from lxml import etree

from tests.laws import referees

TEI = "{http://www.tei-c.org/ns/1.0}"
_RNG = "{http://relaxng.org/ns/structure/1.0}"


class Allowed(NamedTuple):
    """What an element may have: the names of the elements in it and of its attributes, in order."""

    elements: tuple[str, ...]
    attributes: tuple[str, ...]


@cache
def allowed() -> Mapping[str, Allowed]:
    """For each element of TEI what it may have."""
    root = etree.parse(os.fspath(referees.TEI_ALL)).getroot()
    definitions = {each.get("name"): each for each in root.iter(f"{_RNG}define")}
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for element in root.iter(f"{_RNG}element"):
        if name := element.get("name"):
            elements, attributes = found[name]
            for kind, inside in _patterns(element, definitions, set()):
                (attributes if kind == "attribute" else elements).add(inside)
    return {name: Allowed(*(tuple(sorted(each)) for each in both)) for name, both in found.items()}


def _patterns(pattern, definitions, seen):
    """The elements and attributes that a pattern names directly, through whatever it refers to."""
    for each in pattern.iterchildren(f"{_RNG}*"):
        kind = each.tag.removeprefix(_RNG)
        if kind in {"element", "attribute"}:
            if name := each.get("name"):
                yield kind, name
        elif kind != "ref":
            yield from _patterns(each, definitions, seen)
        elif (name := each.get("name")) not in seen:
            seen.add(name)
            yield from _patterns(definitions[name], definitions, seen)


def allowed_in(element) -> Allowed:
    """The same of an element of a file; nothing for one that is not of TEI."""
    return allowed().get(element.tag.removeprefix(TEI), Allowed((), ()))
