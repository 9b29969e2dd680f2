"""Grammar, its XML form and its documentation say the same."""

from pathlib import Path
from typing import get_args

import pytest
from lxml import etree

from telegrams.findings import codes
from telegrams.formats.tei.inline import ELEMENTS
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


def inlines_in_the_grammar():
    named = {each.get("name"): each for each in tree("telegrams.rng").iter(f"{RNG}define")}

    def elements(node):
        for child in node:
            if child.tag == f"{RNG}element":
                yield child.get("name")
            else:
                yield from elements(named[child.get("name")] if child.tag == f"{RNG}ref" else child)

    return set(elements(named["inline"]))


def test_the_grammar_has_the_inlines_of_the_table():
    assert inlines_in_the_grammar() == {each.names[0] for each in ELEMENTS} | {"lb", "pb", "date"}


WORDS = [
    (each, attribute, word)
    for each in ELEMENTS
    for attribute in each.attributes
    if attribute.field
    for word in get_args(each.made.model_fields[attribute.field].annotation)
]


@pytest.mark.parametrize(
    ("element", "attribute", "word"), WORDS, ids=lambda each: each if isinstance(each, str) else ""
)
def test_each_word_of_a_closed_list_is_written_read_and_in_the_grammar(element, attribute, word):
    written = attribute.write(element.made.model_construct(**{attribute.field: word}), None)
    read = etree.fromstring(f"<x{written}/>")
    assert attribute.read(read) == word
    for name, value in read.attrib.items():
        assert value in in_the_grammar()[element.names[0]][name]


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
