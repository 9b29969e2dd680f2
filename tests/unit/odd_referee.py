"""What the TEI's own processor makes of an ODD: its two steps odd2odd and odd2relax, as far as they touch ours.

Written from what those stylesheets do, apart from `schemas/generate.py`, in their order and with their losses: they
drop what is undefined, what is empty, and some repetitions. Each loss is named in `Compiled.lost`.
"""

import copy
from typing import NamedTuple

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
REPEATED = {("0", "1"): "optional", ("1", "unbounded"): "oneOrMore", ("0", "unbounded"): "zeroOrMore"}
CONTAINERS = (f"{TEI}sequence", f"{TEI}alternate")


class Compiled(NamedTuple):
    """A grammar, and what was lost on the way."""

    grammar: etree._Element
    lost: list[str]


def compiled(odd):
    """The grammar of the first `schemaSpec`."""
    lost: list[str] = []
    schema = next(odd.iter(f"{TEI}schemaSpec"))
    specs = [_simplified(spec, lost) for spec in _expanded(odd, schema, lost)]
    grammar = etree.Element(f"{RNG}grammar", ns=TEI[1:-1])
    grammar.set("datatypeLibrary", "http://www.w3.org/2001/XMLSchema-datatypes")
    start = _in(_in(grammar, "start"), "choice")
    for name in schema.get("start").split():
        _in(start, "ref", name=name)
    for spec in specs:
        _DECLARED[etree.QName(spec).localname](grammar, spec, specs)
    _without_undefined(grammar, lost)
    _without_killed(grammar, lost)
    return Compiled(grammar, lost)


def _in(parent, tag, **attributes):
    return etree.SubElement(parent, RNG + tag, attributes)


def _expanded(odd, schema, lost):
    """odd2odd, passes 0 to 2: groups are put in; what replaces an element counts where its module has that element."""
    groups = {f"#{each.get(XML_ID)}": each for each in odd.iter(f"{TEI}specGrp")}
    modules = {each.get("key"): (each.get("include") or "").split() for each in schema.iter(f"{TEI}moduleRef")}
    for reference in schema.iter(f"{TEI}specGrpRef"):
        for spec in groups[reference.get("target")]:
            if spec.get("mode") == "replace" and spec.get("ident") not in modules.get(spec.get("module"), ()):
                lost.append(f"{spec.get('ident')}: not in its module")
            else:
                yield copy.deepcopy(spec)


def _simplified(spec, lost):
    """odd2odd, the copy of a content model: empty containers go, and those that hold one container only."""
    for node in [each for tag in CONTAINERS for each in spec.iter(tag)]:
        inside = [each for each in node if each.tag != f"{TEI}empty"]
        if len(inside) < len(node) or not inside or (len(inside) == 1 and inside[0].tag in CONTAINERS):
            lost.append(f"{spec.get('ident')}: {etree.QName(node).localname} of one or none")
    return spec


def _often(parent, node):
    """The element for how often it may be."""
    often = (node.get("minOccurs", "1"), node.get("maxOccurs", "1"))
    return parent if often == ("1", "1") else _in(parent, REPEATED[often])


def _content(parent, node):
    """odd2relax, the content models."""
    match etree.QName(node).localname:
        case "textNode":
            _in(parent, "text")
        case "elementRef" | "classRef" | "macroRef":
            _in(_often(parent, node), "ref", name=node.get("key"))
        case "dataRef":
            _data(parent, node)
        case "valList":
            _values(parent, node)
        case "sequence":
            group = _in(_often(parent, node), "group")
            for each in node:
                _content(group, each)
        case "alternate":
            choice = _in(_often(parent, node), "choice")
            for each in node:
                _content(choice, each)


def _data(parent, node):
    if node.get("key"):
        _in(parent, "ref", name=node.get("key"))
        return
    data = _in(parent, "data", type=node.get("name"))
    if node.get("restriction"):
        _in(data, "param", name="pattern").text = node.get("restriction")


def _values(parent, node):
    choice = _in(parent, "choice")
    for each in node.iter(f"{TEI}valItem"):
        _in(choice, "value").text = each.get("ident")


def _attribute(parent, definition):
    """Required or optional; a closed list before the data type, none means any text."""
    made = _in(parent if definition.get("usage") == "req" else _in(parent, "optional"), "attribute")
    made.set("name", definition.get("ident"))
    datatype, values = definition.find(f"{TEI}datatype"), definition.find(f"{TEI}valList")
    several = datatype is not None and datatype.get("maxOccurs", "1") != "1"
    inside = _often(_in(made, "list"), datatype) if several else made
    if values is not None and values.get("type") == "closed":
        _values(inside, values)
    elif datatype is None:
        _in(inside, "text")
    else:
        _data(inside, datatype[0])


def _element(grammar, spec, specs):
    element = _in(_in(grammar, "define", name=spec.get("ident")), "element", name=spec.get("ident"))
    if spec.get("ns"):
        element.set("ns", spec.get("ns"))
    for each in spec.find(f"{TEI}content"):
        _content(element, each)
    classes = {each.get("ident") for each in specs if each.get("type") == "atts"}
    for each in spec.iter(f"{TEI}memberOf"):
        if each.get("key") in classes:
            _in(element, "ref", name=f"{each.get('key')}.attributes")
    for each in spec.iter(f"{TEI}attDef"):
        _attribute(element, each)
    _in(element, "empty")


def _class(grammar, spec, specs):
    ident = spec.get("ident")
    if spec.get("type") == "model":
        choice = _in(_in(grammar, "define", name=ident), "choice")
        for each in specs:
            if any(member.get("key") == ident for member in each.iter(f"{TEI}memberOf")):
                _in(choice, "ref", name=each.get("ident"))
        return
    every = _in(grammar, "define", name=f"{ident}.attributes")
    for each in spec.iter(f"{TEI}attDef"):
        name = f"{ident}.attribute.{each.get('ident').replace(':', '')}"
        _in(every, "ref", name=name)
        _attribute(_in(grammar, "define", name=name), each)


def _pattern(grammar, spec, _):
    define = _in(grammar, "define", name=spec.get("ident"))
    for each in spec.find(f"{TEI}content"):
        _content(define, each)


_DECLARED = {"elementSpec": _element, "classSpec": _class, "macroSpec": _pattern, "dataSpec": _pattern}


def _without_undefined(grammar, lost):
    """odd2relax, pass 2: references to nothing go, and definitions that nothing refers to."""
    defined = {each.get("name") for each in grammar.iter(f"{RNG}define")}
    for each in list(grammar.iter(f"{RNG}ref")):
        if each.get("name") not in defined:
            lost.append(f"{each.get('name')}: not defined")
            parent = each.getparent()
            parent.remove(each)
            if not len(parent):
                _in(parent, "empty")
    referred = {each.get("name") for each in grammar.iter(f"{RNG}ref")}
    for each in list(grammar.iter(f"{RNG}define")):
        if each.get("name") not in referred:
            lost.append(f"{each.get('name')}: not referred to")
            grammar.remove(each)


def _without_killed(grammar, lost):
    """odd2relax, pass 3: choices without words or references go, and a repetition before the same in another."""
    for each in [node for tag in ("choice", "group") for node in grammar.iter(RNG + tag)]:
        if each.find(f"{RNG}value") is None and not list(each.iter(f"{RNG}ref", f"{RNG}text", f"{RNG}data")):
            lost.append(f"{etree.QName(each).localname}: nothing inside")
            each.getparent().replace(each, etree.Element(f"{RNG}empty"))
    for each in [node for tag in REPEATED.values() for node in grammar.iter(RNG + tag)]:
        following = each.getnext()
        if len(each) == 1 and following is not None and len(following) == 1:
            again = {ref.get("name") for ref in following.iterfind(f"{RNG}*/{RNG}ref")}
            if each[0].get("name") in again:
                lost.append(f"{each[0].get('name')}: repeated behind itself")
                each.getparent().remove(each)
