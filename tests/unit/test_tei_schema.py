"""The ODD is the schema: grammar and rules are made from it, and its closed lists are the code's."""

import copy
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree

from telegrams.facts.holding_units import HOLDING_UNITS
from telegrams.findings import codes
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import item
from telegrams.formats.tei.inline_elements import ELEMENTS
from telegrams.formats.tei.policy import declaration
from telegrams.model.body import Alignment, CloserRole, OpenerRole, Paragraph
from telegrams.model.citation import ContributorRole, CustodyAction
from telegrams.model.document import ContentsKind
from telegrams.model.inference import Certainty
from telegrams.model.layout import Encoding, Layout
from telegrams.model.parties import Kind, Title
from tests.clients import jing
from tests.clients.test_schematron import FAULTS
from tests.unit.odd_referee import compiled
from tests.unit.tei_facts import body
from tests.unit.tei_facts import words as words_of

SCHEMAS = Path(__file__).parents[2] / "schemas"
TEI = "{http://www.tei-c.org/ns/1.0}"
MAKER = runpy.run_path(str(SCHEMAS / "generate.py"))
ODD = MAKER["read"](SCHEMAS / "telegrams.odd")


@pytest.mark.parametrize(("name", "made"), [("telegrams.rng", "grammar"), ("telegrams.sch", "rules")])
def test_grammar_and_rules_are_made_from_the_odd(name, made):
    assert (SCHEMAS / name).read_bytes() == MAKER["written"](MAKER[made](ODD)), "run `make schema`"


@pytest.mark.skipif(not jing.HERE, reason=jing.REASON)
def test_the_compact_form_is_made_from_the_grammar(tmp_path):
    jing.trang(SCHEMAS / "telegrams.rng", tmp_path / "telegrams.rnc")
    assert (tmp_path / "telegrams.rnc").read_bytes() == (SCHEMAS / "telegrams.rnc").read_bytes(), "run `make schema`"


UNREAD = (
    ('<content xmlns="{}"><anyElement/></content>', "anyElement is none of the content models"),
    ('<content xmlns="{}"><valList type="semi"/></content>', "not closed"),
)


@pytest.mark.parametrize(("content", "refused"), UNREAD)
def test_what_the_maker_does_not_know_it_refuses(content, refused):
    spec = etree.Element(f"{TEI}elementSpec")
    spec.append(etree.fromstring(content.format(TEI[1:-1])))
    with pytest.raises(ValueError, match=refused):
        MAKER["content"](spec)


def test_an_order_of_attributes_is_refused():
    spec = etree.fromstring(
        f'<elementSpec xmlns="{TEI[1:-1]}"><attList><attList org="choice"/></attList></elementSpec>'
    )
    with pytest.raises(ValueError, match="attList is none of the lists"):
        list(MAKER["attributes"](spec))


def declared(kind, ident):
    return next(each for each in ODD.iter(f"{TEI}{kind}") if each.get("ident") == ident)


def listed(spec):
    """The closed list of values of a declaration; those of the data types that it names are among them."""
    named = {each.get("ident"): each for each in ODD.iter(f"{TEI}dataSpec")}
    keys = [each.get("key") for each in spec.iter(f"{TEI}dataRef")]
    of_types = [listed(named[key]) for key in keys if key]
    return {each.get("ident") for each in spec.iter(f"{TEI}valItem")}.union(*of_types)


def of_attribute(element, name):
    spec = declared("elementSpec", element)
    return listed(next(each for each in spec.iter(f"{TEI}attDef") if each.get("ident") == name))


def of_class(ident):
    return listed(declared("classSpec", ident))


def of_type(ident):
    return listed(declared("dataSpec", ident))


def words(annotation):
    """The words of a closed list of the model, of an optional one too."""
    return {word for each in (annotation, *get_args(annotation)) for word in get_args(each) if isinstance(word, str)}


LISTS = [
    (of_type("telegrams.kind"), words(Kind)),
    (of_type("telegrams.role"), words(OpenerRole) | words(CloserRole)),
    (of_type("telegrams.line"), words(OpenerRole) | words(CloserRole) | {"point"}),
    (of_class("att.telegrams.inference") - {"ana"}, words(Certainty)),
    (of_class("att.telegrams.setting"), words(Alignment)),
    (of_attribute("custEvent", "subtype"), words(CustodyAction)),
    (of_attribute("idno", "type"), {unit.field for unit in HOLDING_UNITS} | {"wcda", "number", "archival", "URI"}),
    (of_attribute("editor", "role"), words(ContributorRole)),
    (of_attribute("language", "n"), words(ContentsKind)),
    (of_attribute("layout", "encoding"), words(Encoding)),
    (of_attribute("layout", "line-ending"), words(Layout.model_fields["line_ending"].annotation)),
    (listed(declared("elementSpec", "extent")), words(Title.model_fields["extent"].annotation)),
]


@pytest.mark.parametrize(("stated", "known"), LISTS)
def test_closed_lists_are_those_of_the_model(stated, known):
    assert stated == known


WORDS = [
    (each, attribute, word)
    for each in ELEMENTS
    for attribute in each.attributes
    if attribute.field
    for word in sorted(words(each.made.model_fields[attribute.field].annotation))
]


@pytest.mark.parametrize(
    ("element", "attribute", "word"), WORDS, ids=lambda each: each if isinstance(each, str) else ""
)
def test_each_word_of_a_closed_list_is_written_read_and_declared(element, attribute, word):
    written = attribute.write(element.made.model_construct(**{attribute.field: word}), None)
    read = etree.fromstring(f"<x{written}/>")
    assert attribute.read(read) == word
    for name, value in read.attrib.items():
        assert value in of_attribute(element.names[0], name)


def members(ident):
    named = [each.getparent().getparent() for each in ODD.iter(f"{TEI}memberOf") if each.get("key") == ident]
    return {each.get("ident") for each in named}


def test_the_inlines_are_those_of_the_table():
    assert members("model.telegrams.inline") == {each.names[0] for each in ELEMENTS} | {"lb", "pb", "date"}


def test_the_modules_include_the_elements_that_are_declared():
    modules = {each.get("key"): (each.get("include") or "").split() for each in ODD.iter(f"{TEI}moduleRef")}
    stated: dict[str, list[str]] = {"tei": []}
    for element in ODD.iter(f"{TEI}elementSpec"):
        if element.get("module"):
            stated.setdefault(element.get("module"), []).append(element.get("ident"))
    assert {key: sorted(names) for key, names in modules.items()} == {
        key: sorted(names) for key, names in stated.items()
    }


DESCRIBED = [
    f"{TEI}{each}" for each in ("elementSpec", "classSpec", "macroSpec", "dataSpec", "attDef", "constraintSpec")
]


def test_everything_declared_is_described():
    for each in ODD.iter(DESCRIBED):
        assert each.findtext(f"{TEI}desc").endswith("."), each.get("ident")


def test_nothing_is_declared_twice():
    for kind in ("elementSpec", "classSpec", "macroSpec", "dataSpec", "constraintSpec"):
        idents = [each.get("ident") for each in ODD.iter(f"{TEI}{kind}")]
        assert len(set(idents)) == len(idents)
    for spec in ODD.iter(f"{TEI}elementSpec"):
        classes = [declared("classSpec", each.get("key")) for each in spec.iter(f"{TEI}memberOf")]
        names = [each.get("ident") for stating in (spec, *classes) for each in stating.iter(f"{TEI}attDef")]
        assert len(set(names)) == len(names), spec.get("ident")


def test_each_rule_is_tried_with_a_fault():
    stated = {each.get("ident") for each in ODD.iter(f"{TEI}constraintSpec")}
    assert stated - {"namespaces", "TG625"} == {
        pattern for pattern, *_ in FAULTS
    }  # an identifier given twice is no XML


def test_rules_with_a_number_are_findings():
    named = [each.get("ident") for each in ODD.iter(f"{TEI}constraintSpec")]
    numbered = {each for each in named if each.startswith("TG")}
    assert numbered == {"TG620", "TG621", "TG622", "TG623", "TG624", "TG625"}
    assert numbered <= set(codes())


EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
SHOWN = [each for example in ODD.iter(f"{EXAMPLES}egXML") for each in example]


def as_written(example):
    """The element of an example in the namespace that it has in a file."""
    written = copy.deepcopy(example)
    for each in written.iter(f"{EXAMPLES}*"):
        each.tag = TEI + etree.QName(each).localname
    return written


def grammar_of(name):
    """The grammar of files that begin with an element."""
    grammar = etree.parse(SCHEMAS / "telegrams.rng").getroot()
    (start,) = grammar.iter("{http://relaxng.org/ns/structure/1.0}start")
    start[:] = [MAKER["relax"]("ref", name=name)]
    return etree.RelaxNG(grammar)


@pytest.mark.parametrize("example", SHOWN, ids=lambda each: etree.QName(each).localname)
def test_an_example_is_valid(example):
    grammar = grammar_of(etree.QName(example).localname)
    assert grammar.validate(as_written(example)), grammar.error_log


def test_each_element_is_shown_in_an_example():
    shown = {etree.QName(each).localname for example in SHOWN for each in example.iter()}
    assert shown == {each.get("ident") for each in ODD.iter(f"{TEI}elementSpec")}


PAGE = (SCHEMAS.parent / "docs" / "how-to" / "use-the-schema.md").read_text("utf-8")


def test_a_project_makes_the_schema_its_own_as_the_page_says(tmp_path):
    (declaration,) = re.findall(r"```xml\n(<elementSpec.*?)```", PAGE, re.DOTALL)
    odd = (SCHEMAS / "telegrams.odd").read_text("utf-8")
    chapter, module = '<specGrp xml:id="inlines.specifications">', 'key="core" include="'
    project = odd.replace(chapter, chapter + declaration).replace(module, f"{module}rs ")
    (tmp_path / "project.odd").write_text(project, "utf-8")
    MAKER["main"](tmp_path / "project.odd")
    assert compiled(etree.parse(tmp_path / "project.odd").getroot()).lost == []
    data = item(body(Paragraph(content=words_of("The riot went on."))), WriteOptions())
    root = etree.fromstring(data.replace(b"The riot", b'<rs type="event">The riot</rs>'))
    assert etree.RelaxNG(etree.parse(tmp_path / "project.rng")).validate(root)
    assert not etree.RelaxNG(etree.parse(SCHEMAS / "telegrams.rng")).validate(root)


def test_the_catalogue_leads_from_the_addresses_in_a_file_to_the_schema():
    written = etree.fromstring(item(body(), WriteOptions()))
    named = [str(each.get("href")) for each in written.itersiblings(preceding=True)]
    named += [str(each.get("url")) for each in written.iter(f"{TEI}schemaRef")]
    script = "import sys; from lxml import etree; [print(etree.parse(each).getroot().tag) for each in sys.argv[1:]]"
    catalog = {"XML_CATALOG_FILES": str(SCHEMAS / "catalog.xml")}
    done = subprocess.run(
        [sys.executable, "-c", script, *named], env=catalog, check=True, capture_output=True, text=True
    )
    assert [etree.QName(each).localname for each in done.stdout.split()] == ["schema", "grammar", "TEI"]


def test_the_odd_has_every_sentence_of_the_declaration():
    told = " ".join("".join(ODD.itertext()).split())
    stated = etree.fromstring(f"<x>{declaration()}</x>")
    sentences = [each.text or "" for each in stated.iterfind("editorialDecl/*/p")]
    assert len(sentences) == 7
    assert [each for each in sentences if each not in told] == []
