"""What the FRUS editors did not mark, told by its shape in their paragraphs: references to telegrams, items, headings.

These labels are coarser than marking by hand (a reference in words that no pattern here knows is not asked for, and one
that only a reader would find counts as invented): they show where to look, and whether a change helps or harms.
"""

import re
from collections.abc import Iterator

_TELEGRAM = (
    r"(?:(?:re)?(?:emb|dep|con|leg|mis|my|our|your|ur|us)?-?(?:cir)?tels?|re(?:f|ur|our|my)tels?|telegrams?|cables?|cablegrams?"
    r"|(?:[Mm]y|[Yy]our|[Oo]ur)(?= (?:#|[Nn]o|\d)))"
)
_NUMBER = r"(?:[A-Z]{1,8}[- ])?\d{1,6}(?![\d,]*\d|[./-]\d|:\d| ?[ap]\.?m| ?%)"
_REFERENCE = re.compile(
    rf"\b(?i:{_TELEGRAM})(?: (?:to|from) [A-Z][\w. ]{{2,20}}?)?,? {{0,2}}(?:[Nn]os?\.? ?|#)?"
    rf"(?P<numbers>{_NUMBER}(?:(?:, (?:and )?| and | & ){_NUMBER}){{0,5}})"
)
_FIGURES = re.compile(r"\d+")
_DAY = re.compile(r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*")
_ITEM = re.compile(r"(?:[-–—•*·]{1,2} ?|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?: |(?=[A-Z])))\S")
_INITIAL = re.compile(r"(?:[A-Z]\. ){1,3}[A-Z][a-z]+|[A-Z]\.[A-Z]\.")
_STOPS = (".", ":", ";", ",", "!", "?", '"', "”", "]", ")", "-", "—")
_LONGEST_HEADING = 90


def references(paragraph: str) -> list[str]:
    """The numbers of the telegrams that a paragraph names."""
    return [
        figures[0].lstrip("0")
        for match in _REFERENCE.finditer(paragraph)
        for figures in _FIGURES.finditer(match["numbers"])
        if not _DAY.match(paragraph, match.start("numbers") + figures.end())
    ]


def items(paragraphs: list[str]) -> Iterator[str]:
    """The paragraphs that begin with a dash, a figure or a letter as a marker."""
    for paragraph in paragraphs:
        if _ITEM.match(paragraph) and not _INITIAL.match(paragraph):
            yield paragraph


def headings(paragraphs: list[str]) -> Iterator[str]:
    """Short paragraphs that begin with a capital, end without a stop, and stand before a longer one."""
    for index, paragraph in enumerate(paragraphs[:-1]):
        short = len(paragraph) <= _LONGEST_HEADING and paragraph[:1].isupper() and ":" not in paragraph
        if short and index > 0 and not paragraph.endswith(_STOPS) and len(paragraphs[index + 1]) > len(paragraph):
            yield paragraph
