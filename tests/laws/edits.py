"""What an editor may do to a TEI file: any one change after which it is still valid against tei_all.

Elements and attributes are taken out of the grammar itself, so that none is forgotten; a change that makes the file
invalid is thrown away, and another one tried. `within` names the elements in which something is changed,
none of them in the body.
"""

import random
from copy import deepcopy

from lxml import etree

from tests.laws.grammar import allowed_in
from tests.laws.mutants import ID, VALUES
from tests.laws.referees import tei_all

TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
TRIES = 400
CONTENTS = (
    "",
    "word",
    "<p>word</p>",
    "<name>A. B.</name>",
    "<desc>word</desc>",
    "<item>word</item>",
    "<date>1962</date>",
)
MARKS = (etree.Comment(" a  comment "), etree.ProcessingInstruction("program", "x  y"))
UNCHANGED = ("xml:space", "default")
"""Attributes that say nothing of their own: white space, and what `decls` falls back to."""
MORE = ("2026-11-26", "en", "high", "low", "#zorin", "draft", "http://example.org/x", "12", "unknown", "M", "a b c")


def edited(data, seed, within):
    """The file with one valid change; None where none was found. The same seed always makes the same."""
    rng = random.Random(seed)
    small = without_body(data)
    for _ in range(TRIES):
        state, tried = rng.getstate(), deepcopy(small)
        if changed(tried, rng, within) and tei_all().validate(tried):
            rng.setstate(state)
            root = etree.fromstring(data)
            changed(root, rng, within)
            return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return None


def changed(root, rng, within):
    """Whether something was changed."""
    element = rng.choice(within(root))
    return rng.choice(CHANGES)(element, rng)


def without_body(data):
    """The file with another body, which makes it quick to validate: what is tried is changed elsewhere."""
    root = etree.fromstring(data)
    for body in root.iter(f"{{{TEI}}}body"):
        body[:] = [etree.fromstring(f'<p xmlns="{TEI}"/>')]
    return root


def add_element(element, rng):
    names = allowed_in(element).elements
    if not names:
        return False
    name, content = rng.choice(names), rng.choice(CONTENTS)
    made = etree.fromstring(f'<{name} xmlns="{TEI}">{content}</{name}>')
    element.insert(rng.randint(0, len(element)), made)
    return True


def add_known_element(element, rng):
    """One that goes well here: another of a sibling's name, with words of its own."""
    if not len(element) or not isinstance((pattern := rng.choice(list(element))).tag, str):
        return False
    made = etree.fromstring(etree.tostring(pattern, with_tail=False))
    for each in made.iter():
        each.attrib.pop(ID, "")
        each.text = "other words" if (each.text or "").strip() else each.text
    element.insert(rng.randint(0, len(element)), made)
    return True


def add_attribute(element, rng):
    known = [each.replace("xml:", XML) for each in allowed_in(element).attributes if each not in UNCHANGED]
    name = rng.choice(known) if known else ""
    if not name or element.get(name) is not None:
        return False
    element.set(name, rng.choice(VALUES + MORE))
    return True


def change_attribute(element, rng):
    known = [name for name in element.attrib if not name.startswith("{")]
    if not known:
        return False
    name = rng.choice(sorted(known))
    before = element.get(name)
    element.set(name, rng.choice((*VALUES, *MORE, f"{before}x", before[:-1])))
    return element.get(name) != before


def drop_attribute(element, rng):
    known = [name for name in element.attrib if not name.startswith("{")]
    if known:
        del element.attrib[rng.choice(sorted(known))]
    return bool(known)


def change_words(element, rng):
    if not (element.text or "").strip():
        return False
    element.text = rng.choice(("Other words", element.text + " further", element.text[1:] or "x", "1962"))
    return True


def take_away(element, rng):
    del rng
    parent = element.getparent()
    if parent is None or (element.tail or "").strip():
        return False
    parent.remove(element)
    return True


def add_mark(element, rng):
    mark = etree.fromstring(f"<x>{etree.tostring(rng.choice(MARKS), encoding='unicode')}</x>")[0]
    element.insert(rng.randint(0, len(element)), mark)
    return True


CHANGES = (
    *[add_element] * 6,
    *[add_known_element] * 2,
    *[add_attribute] * 3,
    *[change_attribute] * 2,
    *[change_words] * 2,
    drop_attribute,
    take_away,
    add_mark,
)
