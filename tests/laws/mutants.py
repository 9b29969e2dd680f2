"""TEI files with one to three faults each: what validators must judge alike."""

import copy
import random

from lxml import etree

ID = "{http://www.w3.org/XML/1998/namespace}id"
VALUES = (
    "",
    "x",
    "x y",
    "#p1",
    "#p1 #telegrams",
    "#",
    "1962-10-30",
    "1962-02-30",
    "1962",
    "a:b",
    "http://a:b/",
    "http://example.org/a",
    "wcda:1",
    "preserve",
    "brackets",
    "medium",
    "1",
    "-1",
    "é",
    "true",
    "telegram",
    " ",
    "und",
)


def mutated(data, seed):
    """The file with faults; the same seed always makes the same."""
    rng = random.Random(seed)
    root = etree.fromstring(data)
    elements = list(root.iter("{*}*"))
    names = sorted({element.tag for element in elements})
    for _ in range(rng.choice((1, 1, 2, 3))):
        element = rng.choice(elements)
        if element.getroottree().getroot() is root:
            rng.choice(FAULTS)(element, elements, names, rng)
    return etree.tostring(root, encoding="UTF-8")


def remove(element, elements, names, rng):
    del elements, names, rng
    if element.getparent() is not None:
        element.getparent().remove(element)


def rename(element, elements, names, rng):
    del elements
    if element.getparent() is not None:
        element.tag = rng.choice(names)


def repeat(element, elements, names, rng):
    del elements, names, rng
    if element.getparent() is not None:
        element.addnext(without_identifiers(element))


def move(element, elements, names, rng):
    """A copy of another element put inside or after this one."""
    del names
    other = without_identifiers(rng.choice(elements))
    if rng.random() < 0.5 and element.getparent() is not None:
        element.addnext(other)
    else:
        element.insert(rng.randint(0, len(element)), other)


def add_words(element, elements, names, rng):
    del elements, names
    element.text = (element.text or "") + rng.choice(("word", "\n", " ", "12"))


def drop_words(element, elements, names, rng):
    del elements, names, rng
    element.text = None


def set_value(element, elements, names, rng):
    """An attribute that the element or another one has, with another value."""
    del names
    known = sorted(element.attrib) or sorted(rng.choice(elements).attrib) or ["n"]
    give(element, rng.choice(known), rng.choice(VALUES))


def add_attribute(element, elements, names, rng):
    del names
    other = rng.choice(elements)
    if other.attrib:
        name = rng.choice(sorted(other.attrib))
        give(element, name, rng.choice((other.get(name), rng.choice(VALUES))))


def give(element, name, value):
    """Sets an attribute; identifiers stay names, or the file would not be well-formed."""
    element.set(name, value if name != ID or value.isidentifier() else "telegrams")


def drop_attribute(element, elements, names, rng):
    del elements, names
    if element.attrib:
        del element.attrib[rng.choice(sorted(element.attrib))]


def reorder(element, elements, names, rng):
    del elements, names
    children = list(element)
    rng.shuffle(children)
    for child in children:
        element.append(child)


FAULTS = (remove, rename, repeat, move, move, add_words, drop_words, set_value, add_attribute, drop_attribute, reorder)


def without_identifiers(element):
    copied = copy.deepcopy(element)
    copied.tail = None
    for each in copied.iter():
        each.attrib.pop(ID, None)
    return copied
