"""The first passages of a text → which of them open the document, and what an opening line says (format.md 6.1)."""

import re
from collections.abc import Iterable, Iterator

from telegrams.facts.names import SPOKEN_FORMS_OF_ADDRESS
from telegrams.facts.offices import OFFICES
from telegrams.facts.running import running_words
from telegrams.model.body import OPENER_ROLES, OpenerRole
from telegrams.model.known import one_of

from .dateline import read_dateline
from .formulas import Formula, opener_formula
from .lines import BLANK, Line
from .passages import LINE, Passage, is_marked
from .signatures import is_letterhead

_LONGEST = 320
_LONGEST_LINE = 120
_SHORT_LINE = 80
_WORDS = re.compile(r"\w+")
_SAME = 0.8
_GAP = re.compile(r"\[[.…  ]{1,12}\]")
_LONGEST_LABEL, _LONGEST_VALUE = 40, 240
_SEVERAL = re.compile(r"participants|present\b|attended by", re.IGNORECASE)
_VERBS = running_words("verb")


class Opening:
    """The opening of one text, passage by passage: it lasts as long as every passage is made of formal lines."""

    __slots__ = ("_label", "_lasts", "_several", "_title")

    def __init__(self, title: str | None) -> None:
        self._title = title
        self._lasts = True
        self._several = False
        self._label: Formula[OpenerRole] | None = None

    def read(self, passage: Passage) -> Formula[OpenerRole] | None:
        """What the next passage says if it belongs to the opening."""
        if not self._lasts:
            return None
        opener = read_opening(passage, self._title)
        label, self._label = self._label, _open_label(passage.text)
        self._several = _SEVERAL.match(passage.text) is not None or (self._several and not self._label)
        if opener is None and label and _is_value(passage):
            opener = Formula(label.role, "opener-under-label")
            self._label = label if self._several else None
        self._lasts = opener is not None or is_neutral(passage.text)
        return opener


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
    if known and len(lines) > 1 and (all(len(line) <= _SHORT_LINE for line in lines) or _open_label(lines[0])):
        return Formula(known[0].role, "opener-among-others")
    if text.isupper() and all(map(is_letterhead, lines)):
        return Formula("office", "opener-office")
    if passage.align == "right" and len(text) < _LONGEST_LINE:
        return Formula("stamp", "opener-at-the-right")
    return None


def _open_label(text: str) -> Formula[OpenerRole] | None:
    """What the last line of a passage says if it is a label whose value stands under it: `SUBJECT`, `Participants:`"""
    line = text.rpartition(LINE)[2]
    formula = opening_line(line) if len(line) <= _LONGEST_LABEL else None
    if formula and (formula.rule.endswith("-heads") or (formula.rule.endswith("-labels") and line.endswith(":"))):
        return formula
    return None


def _is_value(passage: Passage) -> bool:
    """Whether a passage may stand under a label: short, of one page, and no sentence."""
    text = passage.text
    if len(text) > _LONGEST_VALUE or "\f" in text or "\v" in text or is_marked(text):
        return False
    return text[-1] not in ".:" and not any(word in _VERBS for word in text.split(" "))


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
    if known and known.role == "salutation" and not _greets(line):
        return None
    if known:
        return Formula(one_of(OPENER_ROLES, known.role), known.rule)
    return Formula("dateline", "opener-dateline") if read_dateline(line) else None


def _greets(line: str) -> bool:
    """Whether a line with words of greeting is a salutation: by its end, or by capitals alone (`Dear Friend`).

    A form of address with a colon may be a speaker's label (`Comrade Berg:`), but not with an office (`Mr. Minister:`).
    """
    if line[-1] in ",!":
        return True
    words = line.rstrip(":").split(" ")
    if line[-1] == ":":
        address = words[0].rstrip(".").lower() in SPOKEN_FORMS_OF_ADDRESS
        return not address or all(word.lower() in OFFICES for word in words[1:])
    if words[0].rstrip(".").lower() in SPOKEN_FORMS_OF_ADDRESS:
        return False
    return len(line) <= _LONGEST_LABEL and all(word[:1].isupper() for word in words) and line[-1].isalpha()


def _same_words(text: str, title: str) -> bool:
    """Whether a passage repeats the title: nearly all of the title's words and few others, such as a date."""
    ours, theirs = set(_WORDS.findall(text.casefold())), set(_WORDS.findall(title.casefold()))
    return len(ours & theirs) >= max(1, _SAME * len(theirs)) and len(ours - theirs) <= len(theirs) // 2 + 1
