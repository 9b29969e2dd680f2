"""The rules of CMIF 1.1: the published RELAX NG where it is at hand, and those of its Schematron written out."""

import os
import re
from functools import cache
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SHARED = os.environ.get("TELEGRAMS_SHARED", "")
ABSENT = "TELEGRAMS_SHARED does not name the folder with schemas/cmif.rng"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DATING = {"when", "from", "to", "notBefore", "notAfter"}
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@cache
def grammar():
    return etree.RelaxNG(etree.parse(Path(SHARED) / "schemas" / "cmif.rng"))


def broken_rules(data):
    """The codes of the Schematron rules that a file breaks, and `dates` where CMIF has no such date."""
    root = etree.fromstring(data)
    found = set()
    publications = {each.get(XML_ID) for each in root.iter(f"{TEI}bibl")}
    if not all(_UUID.search(each or "") for each in publications):
        found.add("W0001")
    for letter in root.iter(f"{TEI}correspDesc"):
        kinds = {action.get("type") for action in letter.iter(f"{TEI}correspAction")}
        found |= {code for code, kind in (("E0001", "sent"), ("E0002", "received")) if kind not in kinds}
        if letter.get("source", "").partition("#")[2] not in publications:
            found.add("E0003")
    for date in root.iter(f"{TEI}date"):
        given = _DATING & set(date.attrib)
        if not given:
            found.add("E0004")
        if not all(_DATE.fullmatch(date.get(name, "")) for name in given):
            found.add("dates")
    return found
