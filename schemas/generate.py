"""Writes the grammar and the rules that telegrams.odd, or another ODD made from it, states: `make schema`.

telegrams.rng   RELAX NG, of the declarations
telegrams.sch   ISO Schematron (query language XSLT 2), of the constraints
telegrams.rnc   the compact form of telegrams.rng; trang makes it

Read is the part of Pure ODD (TEI P5, chapter 22) that telegrams.odd uses, as the TEI's own processor reads it. Each
element is declared whole, so nothing of P5 is needed. What is not of that part raises `ValueError`.
"""

import copy
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).parent
TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
RELAX_NG = "{http://relaxng.org/ns/structure/1.0}"
ANNOTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}"
IDENTIFIER = "{http://www.w3.org/XML/1998/namespace}id"
OCCURRENCES = {
    ("1", "1"): "",
    ("0", "1"): "optional",
    ("0", "unbounded"): "zeroOrMore",
    ("1", "unbounded"): "oneOrMore",
}
GRAMMAR = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0" xmlns:tg="tag:telegrams,2026:layout/1">
  <!-- Made from telegrams.odd by `make schema`. -->
</grammar>"""
RULES = """
<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <!-- Made from telegrams.odd by `make schema`. -->
  <title>What a grammar cannot say of the TEI of telegrams</title>
</schema>"""


def read(path: Path = FOLDER / "telegrams.odd") -> etree._Element:
    """The ODD, without comments and indentation."""
    return etree.parse(path, etree.XMLParser(remove_comments=True, remove_blank_text=True)).getroot()


def declarations(odd: etree._Element) -> list[etree._Element]:
    """The declarations of the groups that `schemaSpec` names, in their order."""
    groups = {f"#{each.get(IDENTIFIER)}": each for each in odd.iter(f"{TEI}specGrp")}
    return [spec for each in odd.iter(f"{TEI}specGrpRef") for spec in groups[each.get("target", "")]]


def name_of(element: etree._Element) -> str:
    """The name without its namespace."""
    return etree.QName(element).localname


def part(spec: etree._Element, name: str) -> etree._Element:
    """The part that a declaration must have."""
    if (found := spec.find(TEI + name)) is None:
        raise ValueError(f"{name_of(spec)} {spec.get('ident')} has no {name}")
    return found


def relax(tag: str, children: Iterable[etree._Element] = (), /, **attributes: str) -> etree._Element:
    """An element of a grammar."""
    made = etree.Element(RELAX_NG + tag, attributes)
    made.extend(children)
    return made


def grammar(odd: etree._Element) -> etree._Element:
    """The whole grammar: where a file starts, and each declaration."""
    made = etree.fromstring(GRAMMAR)
    starts = next(odd.iter(f"{TEI}schemaSpec")).get("start", "").split()
    made.append(relax("start", [choice([relax("ref", name=each) for each in starts])]))
    declared = declarations(odd)
    made.extend(definition(spec, declared) for spec in declared)
    return made


def definition(spec: etree._Element, declared: list[etree._Element]) -> etree._Element:
    """A declaration as a named part of the grammar."""
    ident = spec.get("ident", "")
    match name_of(spec), spec.get("type"):
        case "elementSpec", _:
            return relax("define", [element(spec, declared)], name=ident)
        case "classSpec", "atts":
            return relax("define", attributes(spec), name=f"{ident}.attributes")
        case "classSpec", _:
            members = [relax("ref", name=each.get("ident", "")) for each in declared if ident in memberships(each)]
            return relax("define", [choice(members)], name=ident)
        case _:
            return relax("define", content(spec), name=ident)


def memberships(spec: etree._Element) -> list[str]:
    """The classes that an element is a member of."""
    return [each.get("key", "") for each in spec.iterfind(f"{TEI}classes/{TEI}memberOf")]


def element(spec: etree._Element, declared: list[etree._Element]) -> etree._Element:
    """`elementSpec` → the element with the attributes of its classes, its own ones, and its content."""
    classes = {each.get("ident") for each in declared if each.get("type") == "atts"}
    inherited = [relax("ref", name=f"{each}.attributes") for each in memberships(spec) if each in classes]
    inside = [*documentation(spec), *inherited, *attributes(spec), *content(spec)]
    made = relax("element", inside, name=spec.get("ident", ""))
    if space := spec.get("ns"):
        made.set("ns", space)
    return made


def documentation(spec: etree._Element) -> Iterator[etree._Element]:
    """The description, for editors that show it."""
    if (desc := spec.find(f"{TEI}desc")) is not None:
        said = etree.Element(f"{ANNOTATION}documentation", nsmap={"a": ANNOTATION[1:-1]})
        said.text = " ".join("".join(map(str, desc.itertext())).split())
        yield said


def content(spec: etree._Element) -> list[etree._Element]:
    """The content model, attributes aside."""
    return [pattern for each in part(spec, "content") for pattern in patterns(each)]


def patterns(node: etree._Element) -> list[etree._Element]:
    """A part of a content model."""
    match name_of(node):
        case "textNode":
            return [relax("text")]
        case "empty":
            return [relax("empty")]
        case "elementRef" | "classRef" | "macroRef":
            return occurring(node, [relax("ref", name=node.get("key", ""))])
        case "dataRef":
            return [data(node)]
        case "valList":
            return [values(node)]
        case "sequence":
            return occurring(node, [pattern for each in node for pattern in patterns(each)])
        case "alternate":
            return occurring(node, [choice([grouped(patterns(each)) for each in node])])
        case other:
            raise ValueError(f"{other} is none of the content models that are read")


def occurring(node: etree._Element, inside: list[etree._Element]) -> list[etree._Element]:
    """As often as the node says."""
    often = OCCURRENCES[node.get("minOccurs", "1"), node.get("maxOccurs", "1")]
    return [relax(often, inside)] if often else inside


def grouped(inside: list[etree._Element]) -> etree._Element:
    """Several patterns as one."""
    return inside[0] if len(inside) == 1 else relax("group", inside)


def choice(options: list[etree._Element]) -> etree._Element:
    """One of several; the option itself where there is one only."""
    return options[0] if len(options) == 1 else relax("choice", options)


def attributes(spec: etree._Element) -> Iterator[etree._Element]:
    """The attributes that a declaration states itself."""
    for each in spec.iterfind(f"{TEI}attList/*"):
        if name_of(each) != "attDef":
            raise ValueError(f"{name_of(each)} is none of the lists of attributes that are read")
        yield attribute(each) if each.get("usage") == "req" else relax("optional", [attribute(each)])


def attribute(spec: etree._Element) -> etree._Element:
    """`attDef` → the attribute with its closed list of values, or else its data type."""
    if (listed := spec.find(f"{TEI}valList")) is not None:
        value = values(listed)
    else:
        datatype = part(spec, "datatype")
        several = occurring(datatype, [data(datatype[0])])
        value = several[0] if datatype.get("maxOccurs") is None else relax("list", several)
    return relax("attribute", [*documentation(spec), value], name=spec.get("ident", ""))


def values(listed: etree._Element) -> etree._Element:
    """A closed list of values; what each means stands behind it."""
    if listed.get("type") != "closed":
        raise ValueError("a list of values that is not closed is not read")
    options: list[etree._Element] = []
    for each in listed:
        options.append(relax("value"))
        options[-1].text = each.get("ident")
        options.extend(documentation(each) if len(listed) > 1 else ())
    return choice(options)


def data(node: etree._Element) -> etree._Element:
    """`dataRef` → a data type that is declared, or one of W3C XML Schema with its pattern."""
    if key := node.get("key"):
        return relax("ref", name=key)
    made = relax("data", type=node.get("name", ""))
    if restriction := node.get("restriction"):
        made.append(relax("param", name="pattern"))
        made[-1].text = restriction
    return made


def rules(odd: etree._Element) -> etree._Element:
    """The constraints as one Schematron schema: the prefixes, then a pattern for each."""
    made = etree.fromstring(RULES)
    made.extend(copy.deepcopy(each) for each in odd.iter(f"{SCHEMATRON}ns"))
    for spec in odd.iter(f"{TEI}constraintSpec"):
        if stated := part(spec, "constraint").findall(f"{SCHEMATRON}rule"):
            etree.SubElement(made, f"{SCHEMATRON}pattern", id=spec.get("ident", "")).extend(copy.deepcopy(stated))
    return made


def written(root: etree._Element) -> bytes:
    """The bytes of a file."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=[prefix for prefix in root.nsmap if prefix])
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def main(path: Path = FOLDER / "telegrams.odd") -> None:
    """Writes both files beside an ODD."""
    odd = read(path)
    path.with_suffix(".rng").write_bytes(written(grammar(odd)))
    path.with_suffix(".sch").write_bytes(written(rules(odd)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
