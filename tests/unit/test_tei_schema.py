"""Grammar, its XML form and its documentation say the same."""

from pathlib import Path

import pytest
from lxml import etree

from telegrams.findings import codes
from tests.clients import jing

SCHEMAS = Path(__file__).parents[2] / "schemas"
RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"
OURS = "tg:"


def tree(name):
    return etree.parse(SCHEMAS / name).getroot()


def in_the_grammar():
    """Each element → each attribute → its closed list of values, empty where it has none."""
    root = tree("telegrams.rng")
    named = {each.get("name"): each for each in root.iter(f"{RNG}define")}
    found: dict[str, dict[str, set[str]]] = {}

    def collect(node, attributes, met):
        for child in node:
            if child.tag == f"{RNG}attribute":
                inside = [child, *(named[each.get("name")] for each in child.iter(f"{RNG}ref"))]
                values = {value.text for each in inside for value in each.iter(f"{RNG}value")}
                attributes.setdefault(child.get("name"), set()).update(values)
            elif child.tag == f"{RNG}ref":
                if child.get("name") not in met:
                    collect(named[child.get("name")], attributes, met | {child.get("name")})
            elif child.tag != f"{RNG}element":
                collect(child, attributes, met)

    for element in root.iter(f"{RNG}element"):
        collect(element, found.setdefault(element.get("name"), {}), frozenset())
    return found


def in_the_documentation():
    found = {}
    for element in tree("telegrams.odd").iter(f"{TEI}elementSpec"):
        name = OURS * (element.get("ns") is not None) + element.get("ident")
        assert name not in found
        found[name] = {
            attribute.get("ident"): {item.get("ident") for item in attribute.iter(f"{TEI}valItem")}
            for attribute in element.iter(f"{TEI}attDef")
        }
    return found


def test_the_documentation_names_the_elements_attributes_and_values_of_the_grammar():
    assert in_the_documentation() == in_the_grammar()


def test_the_modules_include_the_elements_that_are_documented():
    modules = {
        each.get("key"): (each.get("include") or "").split() for each in tree("telegrams.odd").iter(f"{TEI}moduleRef")
    }
    stated: dict[str, list[str]] = {"tei": []}
    for element in tree("telegrams.odd").iter(f"{TEI}elementSpec"):
        if element.get("module"):
            stated.setdefault(element.get("module"), []).append(element.get("ident"))
    assert {key: sorted(names) for key, names in modules.items()} == {
        key: sorted(names) for key, names in stated.items()
    }


def test_everything_documented_is_described():
    root = tree("telegrams.odd")
    for each in (*root.iter(f"{TEI}elementSpec"), *root.iter(f"{TEI}attDef"), *root.iter(f"{TEI}constraintSpec")):
        assert each.findtext(f"{TEI}desc").endswith((".", "?")), each.get("ident")


def test_the_rules_that_no_grammar_can_say_are_findings():
    named = [each.get("ident") for each in tree("telegrams.odd").iter(f"{TEI}constraintSpec")]
    assert named == ["namespaces", "TG620", "TG621", "TG622", "TG623", "TG624", "TG625"]
    assert set(named[1:]) <= set(codes())


@pytest.mark.skipif(not jing.HERE, reason=jing.REASON)
def test_the_xml_form_is_made_from_the_grammar(tmp_path):
    jing.trang(SCHEMAS / "telegrams.rnc", tmp_path / "telegrams.rng")
    assert (tmp_path / "telegrams.rng").read_text("utf-8") == (SCHEMAS / "telegrams.rng").read_text("utf-8")
