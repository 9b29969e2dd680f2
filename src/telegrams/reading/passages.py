"""Passages: stretches of text between blank lines.

A passage's text uses three characters that no text can hold as marks of what stood between its lines:

    \\n  a line end set on purpose        \\f  a form feed in a sentence        \\v  a page break inferred in a sentence
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import ascii_uppercase
from typing import Literal, NamedTuple

from telegrams.facts.calendar import ROMAN_NUMBERS
from telegrams.values.patterns import compiled

from .lines import BLANK, Line

Align = Literal["center", "right"] | None

LINE, PAGE, INFERRED_PAGE = "\n", "\f", "\v"

CENTER_INDENT, RIGHT_INDENT = 8, 32
"""Columns by which the canonical text sets a centred or right-aligned line."""
_RIGHT_FROM = 24

_STOPS = ".!?:;…。！？"
_AFTER_STOP = " \"'”’»)]}*_"
_IN_BRACKETS = r"(\S)[\"'”’» ]{0,3}(?:\[[^\[\]]*\]|\([^()]*\))[\"'”’»*_ ]*$"
_LONGEST_BRACKET = 200
LIST_ITEM = re.compile(r"(-{2,3}|[-–—*+•·]) |(-{2,3}|[-–—•·])(?=[^\W\d_])")
_MARKER = re.compile(
    r"(?:-{2,3}|[-–—*+•·]) |(?:-{2,3}|[-–—•·])(?=[^\W\d_])|#{1,6} |>|\||"
    r"\(?(?:[0-9]{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)](?:\s|$)|\["
)
RULE = re.compile(r"(?:[-*_=] ?){3,80}")
PAGE_NUMBER = re.compile(r"([-–—]) ?[0-9]{1,4} ?\1")
"""The number of a page in a line of its own: `- 4 -`."""
_REMARK = re.compile(r"\[[^\[\]]{1,400}\][.]?")
_ITEM = re.compile(r"(?P<open>\(?)(?P<label>-{2,3}|[–—]|[0-9]{1,3}|[A-Za-z]|[ivxIVX]{2,5})(?P<close>(?<=[-–—])|[.)]) ")
_LINE_SIGNS = "-–—*_="
"""The first characters of a rule and of the number of a page."""
_INTERRUPTERS = "-*+•#>|"
"""The first characters of what the next pattern finds."""
_INTERRUPTING = re.compile(r"[-*+•] |#{1,6} |>|\|")


class Passage(NamedTuple):
    """A stretch of text between blank lines."""

    text: str
    align: Align
    start: int
    end: int
    page: bool = False
    """True where a new page begins with it."""


def alignment(indent: int) -> Align:
    """How the canonical text sets a line of this indentation."""
    if indent < CENTER_INDENT:
        return None
    return "right" if indent >= _RIGHT_FROM else "center"


def is_marked(text: str) -> bool:
    """Whether a passage begins with the mark of a list item, point, heading, quotation, table row or note."""
    if _MARKER.match(text):
        return True
    # Every passage is asked, and most begin with a letter.
    return text[:1] in _LINE_SIGNS and (RULE.fullmatch(text) or PAGE_NUMBER.fullmatch(text)) is not None


def is_remark(text: str) -> bool:
    """Whether a passage is nothing but an editor's remark or gap in square brackets: `[…]`, `[Here follows …]`"""
    return text[:1] == "[" and _REMARK.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether a line begins with the mark of a list item or a point."""
    return text[0] not in "[#>|" and is_marked(text)


def ends_sentence(text: str) -> bool:
    """Whether a passage ends with a full stop, a question mark or the like.

    Quotation marks, asterisks and what stands in brackets behind the stop do not matter: `He left. (laughter)`
    """
    bare = text.rstrip(_AFTER_STOP)
    if not bare or bare[-1] in _STOPS:
        return True
    if len(bare) == len(text):  # no bracket behind it: most passages that go on end with a word
        return False
    behind = compiled(_IN_BRACKETS).search(text[-_LONGEST_BRACKET:])
    return behind is not None and behind[1] in _STOPS


def group_lines(lines: Iterable[Line]) -> list[Passage]:
    """Lines → passages: a blank line, a form feed, and a line that begins with a block's mark begin a new one.

    So does the next item of a list, and the number of a page is a passage by itself.

    Lines of a passage are joined by a blank, or by a line end where that was set on purpose; table rows always by a
    line end, lines of a Markdown quotation without their second mark.
    """
    passages: list[Passage] = []
    group: list[Line] = []
    for line in (*lines, BLANK):
        if group and (not line.text or line.page or _interrupts(group, line)):
            passages.append(_passage(group))
            group = []
        if line.text:
            group.append(line)
    return passages


def _interrupts(group: Sequence[Line], line: Line) -> bool:
    text, before = line.text, group[-1].text
    if is_page_number(text) or is_page_number(before) or _goes_on(group[0].text, text):
        return True
    if text[0] not in _INTERRUPTERS or _INTERRUPTING.match(text) is None:
        return False
    return text[0] not in "|>" or before[0] != text[0]


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page: `- 4 -`."""
    return text[0] in _LINE_SIGNS and PAGE_NUMBER.fullmatch(text) is not None


def _goes_on(item: str, text: str) -> bool:
    """Whether a line is the next item of the list that a passage is an item of: `-- ore`, `b. ore`, `II. ore`."""
    first, second = _ITEM.match(item), _ITEM.match(text)
    if not first or not second or first["open"] != second["open"] or first["close"] != second["close"]:
        return False
    was, now = first["label"], second["label"]
    if not was.isalnum():
        return was == now
    if was.isdigit() or now.isdigit():
        return was.isdigit() and now.isdigit() and int(now) == int(was) + 1
    was, now = (was, now) if was.isupper() else (was.upper(), now.upper() if now.islower() else "")
    return any((was, now) in pairwise(series) for series in (ROMAN_NUMBERS, ascii_uppercase))


def _passage(group: list[Line]) -> Passage:
    first, last = group[0], group[-1]
    text = first.text
    if len(group) > 1:
        pieces = [text]
        for before, line in pairwise(group):
            if line.text[0] == "|" == before.text[0]:
                pieces += LINE, line.text
            elif line.text[0] == ">" == before.text[0]:
                if quoted := line.text[1:].lstrip(" "):
                    pieces += LINE if before.hard else " ", quoted
            else:
                pieces += LINE if before.hard else " ", line.text
        text = "".join(pieces)
    return Passage(text, None if is_marked(text) else alignment(first.indent), first.start, last.end, first.page)
