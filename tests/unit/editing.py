"""Edits as an editor would say them, made in a TEI file: those of XQuery Update, and a few of an editor's program.

    insert node <x/> before PATH              also `after`, `as first into`, `as last into`
    insert attribute NAME "value" into PATH
    insert node <x/> after word 3 of PATH
    surround word 3 of PATH with <x/>         the words are then inside it
    delete node PATH
    replace node PATH with <x/>
    replace value of node PATH with "value"   of an element its first words, or an attribute
    rename node PATH as NAME
    move node PATH before PATH                also `after`
    split PATH after word 3                   two elements of one
    join PATH                                 with the one that follows

Paths are XPath; names in them and in what is put in are those of TEI. The first node that a path finds is edited.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
_NAMES = {"tei": TEI, "xml": XML}
_NAME = re.compile(r"(?<=[/\[(|])(?=[A-Za-z])(?![a-z-]+(?:\(|::))")
_WORD = re.compile(r"\S+")
_PATH = r"(//\S(?:.*\S)?)"


class AbsentError(LookupError):
    """The file has no such node."""


def made(data: bytes, edits: str) -> bytes:
    """The file after the edits, one on each line. Raises `AbsentError` where a path finds nothing."""
    root = etree.fromstring(data)
    for edit in edits.splitlines():
        for pattern, make in _EDITS.items():
            if found := re.fullmatch(pattern, edit):
                make(root, *found.groups())
                break
        else:
            raise ValueError(f"no edit: {edit}")
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)


def node(root, path):
    """The first node that a path finds: an element, a comment, or the value of an attribute."""
    found = root.xpath(_NAME.sub("tei:", path), namespaces=_NAMES)
    if not found:
        raise AbsentError(path)
    return found[0]


def piece(markup):
    """The element, comment or processing instruction that is written so."""
    (made,) = etree.fromstring(f'<x xmlns="{TEI}">{markup}</x>')
    made.tail = None
    return made


def _insert(root, markup, where, path):
    target, new = node(root, path), piece(markup)
    if where == "as first into":
        new.tail, target.text = target.text, None
        target.insert(0, new)
    elif where == "as last into":
        target.append(new)
    elif where == "before":
        target.addprevious(new)
    else:
        new.tail, target.tail = target.tail, None
        target.addnext(new)


def _insert_attribute(root, name, value, path):
    node(root, path).set(name.replace("xml:", f"{{{XML}}}"), value)


def _words(element):
    """Where each word of an element stands: what holds it, whether as its tail, and the match."""
    for each in element.iter():
        for place, text in (("text", each.text), ("tail", each.tail)):
            if (place == "text" and isinstance(each.tag, str)) or (place == "tail" and each is not element):
                yield from ((each, place, word) for word in _WORD.finditer(text or ""))


def _put_at_word(root, number, path, new, *, inside):
    places = list(_words(node(root, path)))
    if len(places) < int(number):
        raise AbsentError(f"word {number} of {path}")
    holder, place, word = places[int(number) - 1]
    text = getattr(holder, place)
    start = word.start() if inside else word.end()
    setattr(holder, place, text[:start])
    if inside:
        deepest = [*new.iter()][-1]
        deepest.text = word.group()
    new.tail = text[word.end() :]
    if place == "text":
        holder.insert(0, new)
    else:
        parent = holder.getparent()
        parent.insert(parent.index(holder) + 1, new)


def _insert_after_word(root, markup, number, path):
    _put_at_word(root, number, path, piece(markup), inside=False)


def _surround(root, number, path, markup):
    _put_at_word(root, number, path, piece(markup), inside=True)


def _delete(root, path):
    target = node(root, path)
    if not isinstance(target, etree._Element):
        del target.getparent().attrib[target.attrname]
        return
    parent, before = target.getparent(), target.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (target.tail or "")
    else:
        before.tail = (before.tail or "") + (target.tail or "")
    parent.remove(target)


def _replace(root, path, markup):
    target, new = node(root, path), piece(markup)
    new.tail = target.tail
    target.getparent().replace(target, new)


def _replace_value(root, path, value):
    target = node(root, path)
    if isinstance(target, etree._Element):
        target.text = value
    elif target.is_attribute:
        target.getparent().set(target.attrname, value)
    elif target.is_text:
        target.getparent().text = value
    else:
        target.getparent().tail = value


def _rename(root, path, name):
    node(root, path).tag = f"{{{TEI}}}{name}"


def _move(root, path, where, other):
    target, place = node(root, path), node(root, other)
    _delete(root, path)
    target.tail = None
    if where == "before":
        place.addprevious(target)
    else:
        target.tail, place.tail = place.tail, None
        place.addnext(target)


def _split(root, path, number):
    target = node(root, path)
    _put_at_word(root, number, path, piece("<milestone/>"), inside=False)
    mark = next(target.iter(f"{{{TEI}}}milestone"))
    if mark.getparent() is not target:
        raise AbsentError(f"word {number} of {path} itself")
    behind = etree.Element(target.tag)
    behind.text = (mark.tail or "").lstrip()
    behind.extend(list(mark.itersiblings()))
    mark.tail = None
    target.remove(mark)
    behind.tail, target.tail = target.tail, None
    target.addnext(behind)


def _join(root, path):
    target = node(root, path)
    behind = target.getnext()
    if behind is None or behind.tag != target.tag:
        raise AbsentError(f"what follows {path}")
    words = f" {behind.text or ''}"
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words
    target.extend(list(behind))
    target.tail = behind.tail
    behind.getparent().remove(behind)


_MARKUP = "(<.*>)"
_EDITS: Mapping[str, Callable[..., None]] = MappingProxyType(
    {
        f"insert node {_MARKUP} after word ([0-9]+) of {_PATH}": _insert_after_word,
        f"insert node {_MARKUP} (before|after|as first into|as last into) {_PATH}": _insert,
        f'insert attribute (\\S+) "([^"]*)" into {_PATH}': _insert_attribute,
        f"surround word ([0-9]+) of {_PATH} with {_MARKUP}": _surround,
        f"delete node {_PATH}": _delete,
        f'replace value of node {_PATH} with "([^"]*)"': _replace_value,
        f"replace node {_PATH} with {_MARKUP}": _replace,
        f"rename node {_PATH} as (\\S+)": _rename,
        f"move node {_PATH} (before|after) {_PATH}": _move,
        f"split {_PATH} after word ([0-9]+)": _split,
        f"join {_PATH}": _join,
    }
)
