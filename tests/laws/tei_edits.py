"""What an editor may do to a TEI file, drawn from the grammar of tei_all; and what of it is neither kept nor named."""

import copy
import os
from collections import Counter
from functools import cache

from lxml import etree

from telegrams.formats import read, write
from tests.laws import referees

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SPACE = f"{XML}space"
VALUES = (
    "1",
    "true",
    "x",
    "#p1",
    "1962-10-30",
    "high",
    "https://example.org/a",
    "de",
    "preserve",
    "no",
    "P1D",
    "words",
)


@cache
def vocabulary():
    """The elements of tei_all, each with the attributes that are named for it, and those that any may have."""
    grammar = etree.parse(os.fspath(referees.TEI_ALL))
    found = {}
    definitions = {each.get("name"): each for each in grammar.iter(f"{RNG}define")}

    def attributes(node, seen):
        for each in node:
            if each.tag == f"{RNG}attribute":
                yield from [each.get("name")] if each.get("name") else []
            elif each.tag == f"{RNG}ref":
                if each.get("name").startswith("att.") and each.get("name") not in seen:
                    seen.add(each.get("name"))
                    yield from attributes(definitions[each.get("name")], seen)
            elif each.tag != f"{RNG}element":
                yield from attributes(each, seen)

    for element in grammar.iter(f"{RNG}element"):
        name = element.get("name")
        if name and name not in found and element.get("ns") in {None, TEI[1:-1]}:
            found[name] = sorted(set(attributes(element, set())))
    return found


CONTENTS = ("", "word", "<p>word</p>", "<desc>word</desc>", "<item>word</item>", "<l>word</l>", "<head>word</head>")


def made(name, content):
    return etree.fromstring(f'<{name} xmlns="{TEI[1:-1]}">{content}</{name}>')


def inserted(root, element, at, place):
    """A copy of the file with an element put in before a child, into words, or behind the last child."""
    edited = copy.deepcopy(root)
    parent = targets(edited)[at % len(targets(edited))]
    children = list(parent)
    where = place % (len(children) + 1)
    parent.insert(where, element)
    if place % 3 == 0 and parent.text and where == 0 and " " in parent.text.strip():
        before, _, behind = parent.text.partition(" ")
        parent.text, element.tail = before + " ", behind
    return edited


def targets(root):
    """The elements of the text of a file."""
    return [each for text in root.iter(f"{TEI}text") for each in text.iter(f"{TEI}*")]


def with_attribute(root, at, name, value):
    edited = copy.deepcopy(root)
    found = targets(edited)
    found[at % len(found)].set(name.replace("xml:", XML), value)
    return edited


def with_words(root, at, words):
    """A copy with other words in one text node."""
    edited = copy.deepcopy(root)
    found = [each for each in targets(edited) if (each.text or "").strip()]
    if found:
        found[at % len(found)].text = words
    return edited


def facts(root, *, moved):
    """What stands in the text of a file: elements, attributes, notes, and the words in order.

    Where footnotes are told to have `moved` behind the text, each is held to its own words, and the text to the others.
    """
    found: Counter[tuple[str, ...]] = Counter()
    words = []
    for text in root.iter(f"{TEI}text"):
        if moved:
            words += squeezed_outside(text)
            found.update(("words of a note", words_of_note(note)) for note in text.iter(f"{TEI}note"))
        else:
            words.append(squeezed(text))
        for each in text.iter():
            if each.tag is etree.Comment or each.tag is etree.PI:
                found["note", (each.text or "").strip()] += 1
                continue
            name = etree.QName(each).localname
            found["element", name] += 1
            for attribute, value in each.attrib.items():
                if attribute != SPACE:
                    found["attribute", name, attribute.replace(XML, "xml:"), value] += 1
    return found, "".join(words)


def squeezed(element):
    """The words without blanks."""
    return "".join("".join(element.itertext("{*}*")).split())


def words_of_note(note):
    """The words of a note without blanks and without the label that a footnote of ours has."""
    label = note.find(f"{TEI}label")
    return squeezed(note).removeprefix("" if label is None else squeezed(label))


def squeezed_outside(element):
    """The words of an element outside notes and the references to them, without blanks."""
    if element.tag != f"{TEI}note" and element.get("type") != "footnote":
        if isinstance(element.tag, str):
            yield "".join((element.text or "").split())
        for child in element:
            yield from squeezed_outside(child)
            yield "".join((child.tail or "").split())


def lost(root):
    """What of the text of a file is neither in what is written again nor named by a finding."""
    reading = read(etree.tostring(root), "tei")
    moved = any(each.code == "TG614" for each in reading.diagnostics)
    before, words = facts(root, moved=moved)
    after: Counter[tuple[str, ...]] = Counter()
    again = ""
    for document in reading.documents:
        more, said = facts(etree.fromstring(write(document, "tei")), moved=moved)
        after += more
        again += said
    told = [each for each in reading.diagnostics if each.code != "TG614"]
    named = {each.subject for each in told} | {each.message for each in told}
    gone = [fact for fact in before - after if not is_named(fact, named)]
    if words not in again:
        gone.append(("words", words[:80]))
    return gone


def is_named(fact, named):
    name, attribute = fact[1], fact[2] if len(fact) > 2 else ""
    return any(f"<{name}>" in each and (not attribute or f"@{attribute}" in each) for each in named if each)
