"""The words of an element of HTML, as the text of a record writes them: paragraphs with the marks of Markdown.

White space is layout in HTML: a run of it is one blank, but no-break and other blanks are kept. Scripts, styles,
buttons and navigation have no words.
"""

import re
from collections.abc import Iterator

from lxml import etree

from telegrams.facts import entries

_WORDLESS = frozenset(entries("html_wordless"))
_BLOCKS = frozenset(entries("html_blocks"))
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]]+")
_LINE = "\x00"
"""Stands for a line end that the page sets; no text of HTML can hold it."""


def plain_words(element: etree._Element) -> str:
    """All words of an element in one line, without marks."""
    return _squeezed(_inline(element, marked=False)).replace(_LINE, " ")


def paragraphs(element: etree._Element) -> Iterator[str]:
    """The paragraphs of an element, each with its mark (`## `, `- `, `> `); a table is one, a line for each row."""
    words: list[str] = [element.text or ""]
    for child in element:
        if not _is_block(child):
            words += _inline(child), child.tail or ""
            continue
        yield from _flushed(words)
        yield from _block(child)
        words = [child.tail or ""]
    yield from _flushed(words)


def _block(element: etree._Element) -> Iterator[str]:
    match element.tag:
        case "table":
            yield from _table(element)
        case "ol":
            number = _number(element.get("start"))
            for item in element:
                yield from _marked(item, f"{number}. " if item.tag == "li" else "")
                number += item.tag == "li"
        case "li":
            yield from _marked(element, "- ")
        case "blockquote":
            yield from (f"> {words}" for words in paragraphs(element))
        case "hr":
            yield "***"
        case tag if tag in _HEADINGS:
            if words := plain_words(element):
                yield _HEADINGS[tag] + words
        case _:
            yield from paragraphs(element)


def _marked(element: etree._Element, mark: str) -> Iterator[str]:
    """The paragraphs of an item, the first with its mark."""
    for place, words in enumerate(paragraphs(element)):
        yield words if place else mark + words


def _table(element: etree._Element) -> Iterator[str]:
    """The rows as one paragraph; cells with the sign that parts cells are paragraphs of their own."""
    found = [row for part in element for row in ([part] if part.tag == "tr" else part) if row.tag == "tr"]
    rows = [[plain_words(cell) for cell in row if cell.tag in ("td", "th")] for row in found]
    if any("|" in cell for cells in rows for cell in cells):
        yield from (cell for cells in rows for cell in cells if cell)
    elif lines := [f"| {' | '.join(cells)} |" for cells in rows if any(cells)]:
        yield "\n".join(lines)


def _number(start: str | None) -> int:
    return int(start) if start and start.isascii() and start.isdigit() else 1


def _flushed(words: list[str]) -> Iterator[str]:
    """The words gathered so far as a paragraph, if there are any."""
    text = _squeezed("".join(words)).strip(f" {_LINE}")
    if text:
        yield re.sub(rf" ?{_LINE} ?", "  \n", re.sub(rf"(?: ?{_LINE} ?)+", _LINE, text))


def _squeezed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ")


def _is_block(element: etree._Element) -> bool:
    return element.tag in _BLOCKS or (element.tag not in _WORDLESS and any(map(_is_block, element)))


def _inline(element: etree._Element, *, marked: bool = True) -> str:
    """The words of an element that stands in a line, with the marks of what it is."""
    if element.tag in _WORDLESS:
        return ""
    if element.tag == "br":
        return _LINE
    parts = [element.text or ""]
    for child in element:
        parts += _inline(child, marked=marked), child.tail or ""
    words = "".join(parts)
    bare = words.strip(" \t\r\n\f")
    if not (marked and bare and _LINE not in bare):
        return words
    mark = _MARKS.get(str(element.tag))
    if mark and "*" not in bare:
        return words.replace(bare, f"{mark}{bare}{mark}")
    address = element.get("href", "") if element.tag == "a" else ""
    if _ADDRESS.fullmatch(address) and not set("[]*") & set(bare):
        return words.replace(bare, f"[{bare}]({address})")
    return words
