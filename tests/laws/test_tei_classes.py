"""The table of the TEI's classes says what the grammar of tei_all says."""

from typing import get_args

import pytest
from lxml import etree

from telegrams.facts.tei_elements import ElementModel, members
from tests.laws import referees

RNG = "{http://relaxng.org/ns/structure/1.0}"


def elements_of(definitions, name):
    """The elements that a class of the grammar leads to."""
    found = set()
    for each in definitions[name].iter(f"{RNG}ref"):
        if each.get("name").startswith("model."):
            found |= elements_of(definitions, each.get("name"))
        elif (element := definitions[each.get("name")].find(f"{RNG}element")) is not None:
            found.add(element.get("name"))
    return found


@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@pytest.mark.parametrize("model", get_args(ElementModel))
def test_a_class_has_the_elements_of_the_grammar(model):
    grammar = etree.parse(referees.TEI_ALL)
    definitions = {each.get("name"): each for each in grammar.iter(f"{RNG}define")}
    assert len(members(model)) > 5
    assert members(model) == elements_of(definitions, f"model.{model}")
