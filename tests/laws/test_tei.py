"""Laws of TEI: nothing is lost, a second writing is the same, formatters do no harm, the reader never falls over."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from telegrams.errors import ParseError
from telegrams.formats import read, write, write_many
from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import check
from telegrams.model import Publication
from tests.laws import referees
from tests.laws.strategies import documents

BLANKS = " \t\r\n"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OPTIONS = (
    WriteOptions(lean=True),
    WriteOptions(layout=False),
    WriteOptions(lean=True, layout=False, publisher=" A \n B", licence="CC BY & more"),
    WriteOptions(licence="https://creativecommons.org/licenses/by/4.0/", published="2026-11"),
)


@given(documents())
def test_reading_gives_back_what_was_written(document):
    written = write(document, "tei")
    reading = read(written, "tei")
    assert reading.documents == (document,)
    assert reading.diagnostics == ()
    assert write(reading.documents[0], "tei") == written


@given(documents(), st.sampled_from(OPTIONS))
def test_options_take_away_nothing_but_what_they_name(document, options):
    written = write(document, "tei", options)
    kept = document if options.layout else document.model_copy(update={"layout": None})
    assert read(written, "tei").documents == (kept.model_copy(update={"publication": published(document, options)}),)
    assert {each.code for each in check(written)} <= {"TG622"}


def published(document, options):
    """What the caller says before what the document brings."""
    stated = document.publication or Publication()
    said = Publication(
        publisher=" ".join((options.publisher or "").split()) or stated.publisher,
        licence=options.licence or stated.licence,
        date=options.published or stated.date,
    )
    return None if said == Publication() else said


@given(documents())
def test_schema_and_rules_find_nothing_wrong_but_what_the_document_says(document):
    assert {each.code for each in check(write(document, "tei"))} <= {"TG622"}


def pretty(data):
    return etree.tostring(etree.fromstring(data), pretty_print=True)


def without_blanks(data):
    return etree.tostring(etree.fromstring(data, etree.XMLParser(remove_blank_text=True)))


def without_blanks_and_pretty(data):
    tree = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(tree, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def indented(data):
    """`etree.indent` writes white space into every element whose children have none around them."""
    tree = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    for element in tree.iter():
        if element.get(SPACE) != "preserve" and not mixed(element):
            etree.indent(element, level=len(list(element.iterancestors())))
    return etree.tostring(tree)


def mixed(element):
    """True where words or preserved space stand anywhere around or inside the element."""
    around = [element, *element.iterancestors(), *element.iterdescendants()]
    preserved = any(each.get(SPACE) for each in around)
    words = any((each.text or "").strip(BLANKS) and len(each) for each in around)
    return preserved or words or any((child.tail or "").strip(BLANKS) for each in around for child in each)


def canonical(data):
    # Of the whole file: of a root element with an instruction before it, libxml2 writes xmlns="" on all inside.
    return etree.tostring(etree.fromstring(data).getroottree(), method="c14n")


def canonical_2(data):
    return etree.canonicalize(data.decode()).encode()


def utf_16(data):
    return data.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def chopped(data):
    """As BaseX does: no blanks at the ends of text nodes but where space is preserved."""
    tree = etree.fromstring(data)
    for element in tree.iter("{*}*"):
        if not any(each.get(SPACE) for each in (element, *element.iterancestors())):
            element.text = (element.text or "").strip(BLANKS)
            for child in element:
                child.tail = (child.tail or "").strip(BLANKS)
    return etree.tostring(tree)


ATTACKS = (chopped, pretty, without_blanks, without_blanks_and_pretty, indented, canonical, canonical_2, utf_16)


@given(documents(), st.sampled_from(ATTACKS))
def test_formatters_do_no_harm(document, attack):
    reading = read(attack(write(document, "tei")), "tei")
    assert reading.documents == (document,)
    assert reading.diagnostics == ()


@settings(max_examples=settings().max_examples // 5)
@given(st.lists(documents(), min_size=1, max_size=3), st.sampled_from(ATTACKS))
def test_a_corpus_is_as_valid_and_as_hard_to_harm(several, attack):
    corpus = b"".join(write_many(several, "tei-corpus"))
    assert {each.code for each in check(corpus)} <= {"TG622"}
    assert read(attack(corpus), "tei").documents == tuple(several)


@given(documents(), st.integers(0, 2**32), st.booleans())
def test_damaged_files_are_read_or_refused(document, seed, ours):
    tree = etree.fromstring(write(document, "tei"))
    rng = random.Random(seed)
    for element in list(tree.iter("{*}*")):
        maimed(element, rng)
    for program in list(tree.iter("{*}application", "{*}xenoData")) if not ours else ():
        program.getparent().remove(program)
    data = etree.tostring(tree)
    for reading in (read(data, "tei"), read(pretty(data), "tei")):
        for each in reading.documents:
            assert read(write(each, "tei"), "tei").documents == (each,)
    check(data)


def maimed(element, rng):
    """Changes an element in one of many ways, or (mostly) leaves it."""
    if rng.random() > 0.15 or element.getparent() is None:
        return
    choice = rng.randrange(6)
    if choice == 0:
        element.getparent().remove(element)
    elif choice == 1 and element.attrib:
        name = rng.choice(sorted(element.attrib))
        if not name.endswith("}id"):
            element.set(name, rng.choice(["", "x y", "1962-99-99", "-1", "#", "\n", "é" * 300]))
    elif choice == 2:
        element.text = rng.choice([None, "", " ", "\n", "  a  b\n c ", "\t"])
    elif choice == 3:
        element.tail = rng.choice([None, "", " ", "\n", "  a  b\n c "])
    elif choice == 4:
        names = ("p", "list", "note", "date", "closer", "unheard-of", "pb", "sp", "table", "choice")
        element.tag = "{http://www.tei-c.org/ns/1.0}" + rng.choice(names)
    else:
        element.attrib.clear()


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_finding(data):
    with pytest.raises(ParseError) as caught:
        read(data, "tei")
    assert {found.code for found in caught.value.diagnostics} <= {"TG601", "TG602", "TG603", "TG605"}


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@given(documents(), st.sampled_from((WriteOptions(), *OPTIONS)))
def test_every_file_is_valid_against_tei_all(document, options):
    tree = etree.fromstring(write(document, "tei", options))
    assert referees.tei_all().validate(tree), referees.tei_all().error_log
