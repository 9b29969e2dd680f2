"""Which parts of a TEI file of another hand are documents of their own.

    volumes       each outermost `div[@type='document']` (FRUS)
    collections   each `text` in a `group` (P5 4.3.1)
    letters       each outermost `div` of a type such as `letter`, where there are several

Several letters under one `correspDesc` are one exchange, and read as one document (TG615).
"""

from collections.abc import Iterator

from lxml import etree

from telegrams.facts.tei_elements import LETTER_DIVISIONS

from .reader import TEI
from .words import ForeignReader


def documents_in(edition: etree._Element, letters: int, reader: ForeignReader) -> list[etree._Element]:
    """The parts that are documents; none where the file is one itself. `letters`: how many have a `correspDesc`."""
    texts = edition.findall(f"{TEI}text")
    volume = [division for text in texts for division in _outermost(text, frozenset({"document"}))]
    if len(volume) > 1 or (volume and not letters):
        return volume
    collected = [each for text in texts for each in text.iter(f"{TEI}text") if _is_collected(each)]
    if len(collected) > 1:
        return collected
    written = [division for text in texts for division in _outermost(text, LETTER_DIVISIONS)]
    if len(written) > 1 and letters == 1:
        words = f"begins the first of {len(written)} letters under one <correspDesc>, read as one document"
        reader.report.value(written[0], words, "TG615")
        return []
    return written if len(written) > 1 else []


def _is_collected(text: etree._Element) -> bool:
    above = text.getparent()
    return above is not None and above.tag == f"{TEI}group" and text.find(f"{TEI}group") is None


def _outermost(text: etree._Element, types: frozenset[str]) -> Iterator[etree._Element]:
    """The divisions of these types that stand in no other."""
    walker = etree.iterwalk(text, events=("start",), tag=f"{TEI}div")
    for _, division in walker:
        if division.get("type") in types:
            yield division
            walker.skip_subtree()
