"""The way back from a `teiCorpus` of ours: each document gets its own entries and identifiers again."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from telegrams.formats.xml import NAMESPACE

from .reader import TEI

POINTERS = frozenset({"ref", "resp", "target", "ana", "who", "corresp", "scheme", "source"})
"""The attributes in which a document points to its own identifiers."""


def entries_of(root: etree._Element) -> Mapping[str, etree._Element] | None:
    """The persons and bodies in the header of a corpus that this package wrote; None for other files."""
    header = root.find(f"{TEI}teiHeader")
    own = root.find(f"{TEI}teiHeader/{TEI}encodingDesc/{TEI}appInfo/{TEI}application[@ident='telegrams']")
    if header is None or own is None or root.tag != f"{TEI}teiCorpus":
        return None
    return {each.get(f"{NAMESPACE}id", ""): each for each in header.iter(f"{TEI}person", f"{TEI}org")}


def undo(edition: etree._Element, entries: Mapping[str, etree._Element]) -> None:
    """Gives a document of a corpus its own entries and its own identifiers again."""
    prefix = f"{edition.get(f'{NAMESPACE}id', '')}."
    wanted: dict[str, None] = {}
    for element in edition.iter("{*}*"):
        given = element.get(f"{NAMESPACE}id")
        if given is not None:
            element.set(f"{NAMESPACE}id", given.removeprefix(prefix))
        for name in POINTERS:
            value = element.get(name, "")
            if "#" in value:
                pointers = [
                    f"#{each[1:].removeprefix(prefix)}" if each.startswith("#") else each for each in value.split()
                ]
                element.set(name, " ".join(pointers))
                wanted.update((each[1:], None) for each in pointers if each[1:] in entries)
    header = edition.find(f"{TEI}teiHeader")
    if header is not None and wanted:
        profile = etree.SubElement(etree.SubElement(header, f"{TEI}profileDesc"), f"{TEI}particDesc")
        profile.extend(deepcopy(entries[each]) for each in wanted)
