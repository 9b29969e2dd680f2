"""HTML → the parts of the archive's page of a record, known by their marks (format.md 1.2).

::

    .date  h1.title  .donated (the support line)  .tab-pane.active (the text)  .text-block (the summary)
    h2.title | h3.title, then .pill .name span …     a label and its entries: `Author(s)`, `Associated Places`
    .information-block: .sub-title, then .text …     a label and its value: `Source`, `Record ID`
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from telegrams.errors import ParseError
from telegrams.findings import finding

from .words import paragraphs, plain_words

_DECLARED = re.compile(rb"<meta\b[^>]{0,200}\bcharset\b", re.IGNORECASE)
_HEAD = 4096
_ADDRESSES = (("link", "rel", "canonical", "href"), ("meta", "property", "og:url", "content"))
"""Where a page gives its own address: element, the attribute that tells it, its value, the attribute that holds it."""


class Page(NamedTuple):
    """The parts of a page; empty where it has none."""

    title: str
    date: str
    credits: tuple[str, ...]
    text: tuple[str, ...]
    summary: tuple[str, ...]
    labelled: tuple[tuple[str, tuple[str, ...]], ...]
    """The labels, without a colon, and what stands under each, in order."""
    url: str
    other_texts: tuple[str, ...]
    """The first words of other texts: those behind tabs that are not open."""
    images: int
    """How many images stand in the text."""


def parse_page(data: bytes) -> Page | None:
    """The parts of a page; none where it is no record's: it has no title with the archive's mark.

    Takes HTML in the encoding that it declares, else UTF-8 or Windows-1252. Raises `ParseError` (TG030) for a page that
    nests its elements deeper than the parser goes, behind which words would be lost.
    """
    root = _tree(data)
    if root is None:
        return None
    by_class = _by_class(root)
    title = next((each for each in by_class("title") if each.tag == "h1"), None)
    if title is None:
        return None
    panes = by_class("tab-pane")
    shown = [pane for pane in panes if "active" in _classes(pane)]
    inside = {each for pane in panes for each in pane.iter()}
    outer = [each for each in by_class("text-block") if each not in inside]
    hidden = (words for pane in panes if pane not in shown and (words := plain_words(pane)))
    return Page(
        title=plain_words(title),
        date=next(map(plain_words, by_class("date")), ""),
        credits=tuple(filter(None, map(plain_words, by_class("donated")))),
        text=tuple(words for pane in shown for words in paragraphs(pane)),
        summary=tuple(words for each in outer for words in paragraphs(each)),
        labelled=tuple(_labelled(root, inside)),
        url=_own_address(root),
        other_texts=tuple(words[:60] for words in hidden),
        images=sum(1 for pane in shown for _ in pane.iter("img")),
    )


def _tree(data: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True)
    root: etree._Element | None = etree.fromstring(data, parser) if data.strip() else None
    if any(each.level_name == "FATAL" for each in parser.error_log):
        message = "the page nests its elements deeper than any page of the archive; what stands in them would be lost"
        raise ParseError((finding("TG030", message, hint="save the page again, or copy its text"),))
    return root


def _encoding(data: bytes) -> str | None:
    """The encoding where the page does not declare it itself; `None` leaves it to the parser."""
    if _DECLARED.search(data, 0, _HEAD) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split()


def _by_class(root: etree._Element) -> Callable[[str], list[etree._Element]]:
    """Finds the elements of a class, in order."""
    found: dict[str, list[etree._Element]] = {}
    for element in root.iter(etree.Element):
        for name in _classes(element):
            found.setdefault(name, []).append(element)
    return lambda name: found.get(name, [])


def _labelled(root: etree._Element, inside: set[etree._Element]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The labels of the page with what stands under them; a label without anything is none."""
    label = ""
    found: list[str] = []
    for element in root.iter(etree.Element):
        if element in inside:
            continue
        classes = _classes(element)
        if "sub-title" in classes or ("title" in classes and element.tag in ("h2", "h3")):
            if label and found:
                yield label, tuple(found)
            label, found = plain_words(element).rstrip(": "), []
        elif "name" in classes:
            found += (words for span in element.iter("span") if span is not element and (words := plain_words(span)))
        elif "text" in classes:
            found += paragraphs(element)
    if label and found:
        yield label, tuple(found)


def _own_address(root: etree._Element) -> str:
    for tag, name, value, holder in _ADDRESSES:
        for element in root.iter(tag):
            if element.get(name) == value and element.get(holder):
                return str(element.get(holder)).strip()
    return ""
