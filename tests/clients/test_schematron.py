"""Schematron: our rules and the TEI's own find nothing in what is written, and ours find what they are for."""

import pytest
from lxml import etree

from telegrams.formats import write
from telegrams.formats.tei import check
from telegrams.model import Document, SourceNote, Text
from tests.clients import saxon, texts
from tests.laws import referees
from tests.unit.full_document import full_document
from tests.unit.tei_facts import NAMES

pytestmark = [pytest.mark.client, pytest.mark.skipif(not saxon.HERE, reason=saxon.REASON)]
OURS = referees.RULES.read_bytes()
MADE = {"full": full_document(), "empty": Document()}
ALL = [*texts.TEXTS, *MADE]
AT_THE_END = SourceNote(content=(Text(text="[Source: An archive.]"),), statement="An archive.")
BEYOND = {"TG626"}  # the grammar's: what an editor put in


def data(name):
    return write(MADE[name], "tei") if name in MADE else texts.tei(name)


@pytest.mark.parametrize("name", ALL)
def test_our_rules_find_what_check_finds(name):
    told = {each.code for each in check(data(name))} - BEYOND
    assert {pattern for pattern, *_ in saxon.found(OURS, data(name))} == told


@referees.tei_rules
@pytest.mark.parametrize("name", ALL)
def test_the_rules_of_the_tei_find_nothing(name):
    assert saxon.found(referees.TEI_RULES.read_bytes(), data(name)) == []


@referees.tei_rules
def test_the_rules_of_the_tei_find_nothing_in_the_odd():
    assert saxon.found(referees.TEI_RULES.read_bytes(), referees.OURS.with_suffix(".odd").read_bytes()) == []


@referees.tei_rules
def test_the_rules_of_the_tei_find_an_original_without_a_place():
    lost = changed("//t:msIdentifier/*", lambda each: each.getparent().remove(each))
    assert "msIdentifier must contain" in saxon.found(referees.TEI_RULES.read_bytes(), lost)[0][2]


def changed(path, change):
    """A full file with a change at each place."""
    full = MADE["full"]
    root = etree.fromstring(write(full.model_copy(update={"body": (*full.body, AT_THE_END)}), "tei"))
    places = root.xpath(path, namespaces=NAMES)
    assert places
    for each in places:
        change(each)
    return etree.tostring(root, encoding="UTF-8")


def give(**attributes):
    """Sets attributes, or takes them away."""

    def change(element):
        for name, value in attributes.items():
            if value is None:
                del element.attrib[name]
            else:
                element.set(name, value)

    return change


def put(name):
    """Puts an element inside."""
    return lambda element: etree.SubElement(element, f"{{{NAMES['t']}}}{name}")


def names_nobody(correspondence):
    """Takes away all that says who acted."""
    for action in correspondence:
        for each in list(action):
            action.remove(each)
        put("persName")(action).text = "Unknown"


# A pattern, where it looks, and a change there that it must find; test_tei_schema.py asks for one of each.
FAULTS = (
    ("inferences", "//t:docDate", give(ana=None)),
    ("places-of-title", "//t:bibl/t:title", give(type="main")),
    ("places-of-title", "//t:titleStmt/t:title", give(level="a")),
    ("places-of-editor", "//t:titleStmt/t:editor", give(role="transcriber")),
    ("places-of-bibl", "//t:sourceDesc/t:bibl", give(type="copy")),
    ("places-of-idno", "//t:msIdentifier/t:idno", give(type="URI")),
    ("places-of-persName", "//t:body//t:persName", give(type="signature")),
    ("places-of-persName", "//t:author/t:persName", put("q")),
    ("places-of-orgName", "//t:affiliation/t:orgName", give(type="agent")),
    ("order-of-divisions", "//t:body/t:div", give(type="enclosure")),
    ("beginning-of-an-enclosure", "//t:body/t:div", give(type="enclosure")),
    ("lines-of-an-opener", "//t:opener/t:seg", give(type="point")),
    ("labels-of-lists", "//t:list/t:head", give(n="1")),
    ("labels-of-lists", "//t:div/t:head", give(place="inline")),
    ("lists-under-a-label", "//t:seg/t:list", give(type=None)),
    ("lists-under-a-label", "//t:div/t:list", give(type="copies")),
    ("points", "//t:p/t:seg", give(n=None)),
    ("places-of-p", "//t:projectDesc/t:p", give(rend="right")),
    ("roles-of-ab", "//t:ab[@type='opener']", give(subtype=None)),
    ("notes-at-the-end", "//t:back/t:note", give(place=None)),
    ("places-of-note", "//t:p//t:note", give(type="credits")),
    ("places-of-note", "//t:notesStmt/t:note", give(type="translator")),
    ("breaks", "//t:pb[@type='inferred']", give(type="explicit")),
    ("words-of-a-date", "//t:correspAction/t:date", give(type="doubtful")),
    ("places-of-ref", "//t:p//t:ref", give(type="record")),
    ("places-of-abbr", "//t:teiHeader//t:abbr", put("q")),
    ("words-of-names", "//t:teiHeader//t:placeName", put("q")),
    ("both-changes", "//t:subst", lambda each: each.remove(each[0])),
    ("setting-of-title", "//t:setting[not(@n)]", give(who=None)),
    ("what-is-available", "//t:availability", put("p")),
    ("whose-persons", "//t:listPerson[@type]/t:person", give(role=None)),
    ("whose-persons", "//t:listPerson[not(@type)]/t:person", give(role="author")),
    ("catalogued-person", "//t:person[@role]", put("occupation")),
    ("catalogued-org", "//t:org[@role]", put("placeName")),
    ("whose-places", "//t:listPlace[@type]/t:place", put("idno")),
    ("whose-places", "//t:listPlace", give(type=None)),
    ("heading-in-name", "//t:repository/t:name", put("date")),
    ("divisions", "//t:keywords[not(@n)]/t:term", put("term")),
    ("divisions", "//t:keywords/t:term", give(n="1")),
    ("places-of-p", "//t:availability/t:p", put("q")),
    ("places-of-persName", "//t:person[@role]/t:persName", put("q")),
    ("places-of-orgName", "//t:org[@role]/t:orgName", put("q")),
    ("TG620", "//t:docDate", give(resp="#nobody")),
    ("TG621", "//t:correspDesc", names_nobody),
    ("TG622", "//t:closer", lambda each: put("date")(each).set("when", "1700-01-01")),
    ("TG623", "//t:body//t:p", lambda each: setattr(each, "text", "one\ntwo")),
    ("TG624", "//t:titlePart", give(**{"{http://www.w3.org/XML/1998/namespace}space": "preserve"})),
)


@pytest.mark.parametrize(("pattern", "path", "change"), FAULTS)
def test_a_rule_finds_what_it_is_for(pattern, path, change):
    assert pattern in {found for found, *_ in saxon.found(OURS, changed(path, change))}
