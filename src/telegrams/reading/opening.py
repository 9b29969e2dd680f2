"""The first passages of a text → which of them open the document, and what an opening line says (format.md 6.1)."""

import re
from collections.abc import Iterable, Iterator

from telegrams.model.body import OPENER_ROLES, OpenerRole
from telegrams.model.known import one_of

from .dateline import read_dateline
from .formulas import Formula, opener_formula
from .lines import BLANK, Line
from .passages import LINE, Passage

_LONGEST = 320
_LONGEST_LINE = 120
_SHORT_LINE = 80
_WORDS = re.compile(r"\w+")
_SAME = 0.8
_GAP = re.compile(r"\[[.…  ]{1,12}\]")
_GREETING_ENDS = (",", ":", "!")


def read_opening(passage: Passage, title: str | None) -> Formula[OpenerRole] | None:
    """What a passage says if it belongs to the opening: every line of it must be an opening line."""
    text = passage.text
    if len(text) > _LONGEST or "\f" in text or "\v" in text:
        return None
    if title and _same_words(text, title):
        return Formula("title", "opener-title-repeated")
    lines = text.split(LINE)
    known = [formula for line in lines if (formula := opening_line(line))]
    if len(known) == len(lines):
        return known[0]
    # A head may hold lines that say nothing known, such as an office's name.
    if known and len(lines) > 1 and all(len(line) <= _SHORT_LINE for line in lines):
        return Formula(known[0].role, "opener-among-others")
    if passage.align == "right" and len(text) < _LONGEST_LINE:
        return Formula("stamp", "opener-at-the-right")
    return None


def is_neutral(text: str) -> bool:
    """Whether a passage may stand among opening lines without being one: a gap, or words in capitals."""
    return _GAP.fullmatch(text) is not None or (len(text) <= _SHORT_LINE and text.isupper())


def part_opening(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with a blank line between those that open a document, so that each becomes a passage of its own.

    Only groups at the very beginning count, and only where every line of the group is known and ends on purpose.
    """
    opening = True
    group: list[Line] = []
    for line in (*lines, BLANK):
        if line.text and not (group and line.page):
            group.append(line)
            continue
        known = opening and all(each.hard for each in group[:-1]) and all(opening_line(each.text) for each in group)
        for each in group:
            yield each
            if known:
                yield BLANK
        opening = opening and (known or all(is_neutral(each.text) for each in group))
        group = [line] if line.text else []
        if not line.text:
            yield line


def opening_line(line: str) -> Formula[OpenerRole] | None:
    """What a line says at the beginning of a document, by its words alone."""
    if len(line) > _LONGEST_LINE:
        return None
    known = opener_formula(line)
    if known and known.role == "salutation" and not line.endswith(_GREETING_ENDS):
        return None
    if known:
        return Formula(one_of(OPENER_ROLES, known.role), known.rule)
    return Formula("dateline", "opener-dateline") if read_dateline(line) else None


def _same_words(text: str, title: str) -> bool:
    """Whether a passage repeats the title: nearly all of the title's words and few others, such as a date."""
    ours, theirs = set(_WORDS.findall(text.casefold())), set(_WORDS.findall(title.casefold()))
    return len(ours & theirs) >= max(1, _SAME * len(theirs)) and len(ours - theirs) <= len(theirs) // 2 + 1
