"""The first passages of a text → which of them open the document, and what an opening line says (format.md 6.1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from telegrams.facts.names import SPOKEN_FORMS_OF_ADDRESS
from telegrams.facts.offices import OFFICES
from telegrams.facts.running import running_words
from telegrams.model.body import OPENER_ROLES, OpenerRole
from telegrams.model.known import one_of

from .dateline import read_dateline
from .formulas import Formula, head_label, opener_formula
from .lines import BLANK, Line
from .passages import LINE, LIST_ITEM, Passage, is_marked, is_remark
from .signatures import is_letterhead

_LONGEST = 320
_LONGEST_LINE = 120
_SHORT_LINE = 80
_WORDS = re.compile(r"\w+")
_SAME = 0.8
_OWNING = re.compile(r"(?<=[A-Z])['’]s\b")
_LONGEST_LABEL, _LONGEST_VALUE = 40, 240
_LONGEST_LIST, _LONGEST_ENTRY, _LONGEST_SUBJECT = 6000, 400, 240
_ADDRESSED = ("TO ", "INFO ")
"""Lines of a telegram's head under `FM AMEMBASSY OSLO`."""
_VERBS = running_words("verb")
_INTENSE = running_words("intense")


class Opening:
    """The opening of one text, passage by passage: it lasts as long as every passage is made of formal lines."""

    __slots__ = ("_label", "_lasts", "_list", "_title")

    def __init__(self, title: str | None) -> None:
        self._title = title
        self._lasts = True
        self._label: Formula[OpenerRole] | None = None
        self._list: Literal["begun", "empty"] | None = None
        """Set under a label of participants: whether some of them stand in its own passage."""

    def read(self, passage: Passage) -> Formula[OpenerRole] | None:
        """What the next passage says if it belongs to the opening."""
        if not self._lasts:
            return None
        opener = read_opening(passage, self._title)
        if self._list and _is_listed(passage.text):
            return None
        if opener is None and self._label and self._is_value(passage):
            opener = Formula(self._label.role, "opener-under-label")
            self._label = self._label if self._list else None
        else:
            self._look_down(passage.text)
        self._lasts = opener is not None or is_neutral(passage.text)
        return opener

    def _look_down(self, text: str) -> None:
        """Keep in mind what label stands open at the end of a passage."""
        self._label, self._list = _open_label(text), None
        if is_list(text):
            self._list = "empty" if self._label else "begun"
            self._label = self._label or opening_line(text.partition(LINE)[0])

    def _is_value(self, passage: Passage) -> bool:
        """Whether a passage may stand under the label; a list goes on with those who may take part only."""
        text = passage.text
        if not self._list:
            return _is_value(text)
        if self._list == "begun" and "," not in text:
            return False
        if LINE in text:
            return len(text) <= _LONGEST_LIST and all(map(_may_be_listed, text.split(LINE)))
        return _may_be_listed(text)


def read_opening(passage: Passage, title: str | None) -> Formula[OpenerRole] | None:
    """What a passage says if it belongs to the opening: every line of it must be an opening line."""
    text = passage.text
    if "\f" in text or "\v" in text:
        return None
    lines = text.split(LINE) if len(text) <= _LONGEST_LIST else []
    if len(lines) > 1 and is_list(text):
        listed = len(text) <= _LONGEST or all(len(line) <= _LONGEST_ENTRY for line in lines)
        return Formula("routing", "opener-among-others") if listed else None
    if len(text) > _LONGEST:
        return None
    if title and _same_words(text, title):
        return Formula("title", "opener-title-repeated")
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


def is_list(text: str) -> bool:
    """Whether a passage begins with the label of a list of participants."""
    label = head_label(text.partition(LINE)[0])
    return label is not None and label.field == "participants"


def _is_listed(text: str) -> bool:
    """Whether a passage is an item of a list of participants: `- Kim Marsh, Minister of Tin`."""
    item = LIST_ITEM.match(text)
    if item is None or LINE in text:
        return False
    from telegrams.values.participants import may_take_part  # few texts have such a list

    return may_take_part(text[item.end() :])


def _may_be_listed(line: str) -> bool:
    """Whether a line may stand in a list of participants."""
    from telegrams.values.participants import may_take_part, read_sides  # few texts have such a list

    return bool(read_sides(line)) or (_is_value(line) and may_take_part(line))


def _is_value(text: str) -> bool:
    """Whether words may stand under a label: short, of one page, and no sentence."""
    if len(text) > _LONGEST_VALUE or "\f" in text or "\v" in text or is_marked(text):
        return False
    return text[-1] not in ".:" and _VERBS.isdisjoint(text.split(" "))


def is_neutral(text: str) -> bool:
    """Whether a passage may stand among opening lines without being one: a remark or gap, or words in capitals."""
    return is_remark(text) or (len(text) <= _SHORT_LINE and _OWNING.sub("", text).isupper())


def _are_listed(group: Sequence[Line], *, under: bool) -> bool:
    """Whether lines are a list of participants, `under` its label or with it."""
    lines = [each.text for each in group]
    if not under and (not lines or not is_list(lines.pop(0))):
        return False
    return bool(lines) and all(map(_may_be_listed, lines))


def part_opening(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with a blank line between those that open a document, so that each becomes a passage of its own.

    Only groups at the very beginning count, and only where every line of the group is known. The lines of a list of
    participants stay together, each with a line end set on purpose.
    """
    opening, under = True, False
    group: list[Line] = []
    for line in (*lines, BLANK):
        if line.text and not (group and line.page):
            group.append(line)
            continue
        known = opening and all(opening_line(each.text) for each in group)
        listed = opening and not known and _are_listed(group, under=under)
        for at, each in enumerate(group, 1):
            yield each._replace(hard=True) if listed and at < len(group) else each
            if known:
                yield BLANK
        if group:
            under = known and is_list(group[-1].text)
        opening = opening and (known or listed or all(is_neutral(each.text) for each in group))
        group = [line] if line.text else []
        if not line.text:
            yield line


def opening_line(line: str) -> Formula[OpenerRole] | None:
    """What a line says at the beginning of a document, by its words alone."""
    if len(line) > _LONGEST_LINE:
        long = len(line) <= _LONGEST_SUBJECT and line[-1] != "." and head_label(line)
        return Formula("routing", "opener-routing-labels") if long else None
    known = opener_formula(line) or _salutation(line)
    if known and known.role == "salutation" and not _greets(line):
        return None
    if known:
        return Formula(one_of(OPENER_ROLES, known.role), known.rule)
    if line.isupper() and line.startswith(_ADDRESSED):
        return Formula("addressee", "opener-addressee-begins")
    if read_dateline(line):
        return Formula("dateline", "opener-dateline")
    # `RECEIVED 15 MAR 1961`: a label of dispatch and a date
    first, _, rest = line.partition(" ")
    label = opener_formula(f"{first}:") if rest and any(map(str.isdigit, rest)) else None
    if label and label.role in ("routing", "form") and read_dateline(rest):
        return Formula(one_of(OPENER_ROLES, label.role), "opener-dated")
    return None


def _salutation(line: str) -> Formula[str] | None:
    """A salutation behind words that make it stronger: `My very dear friend,`"""
    words = line.split(" ")
    first = next((at for at, word in enumerate(words) if word.lower() not in _INTENSE), 0)
    known = opener_formula(" ".join(words[first:])) if first else None
    return known if known and known.role == "salutation" else None


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


@lru_cache(maxsize=4)  # every passage of an opening is held against the one title
def _words_of(title: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(title.casefold()))


def _same_words(text: str, title: str) -> bool:
    """Whether a passage repeats the title: nearly all of the title's words and few others, such as a date."""
    ours, theirs = set(_WORDS.findall(text.casefold())), _words_of(title)
    return len(ours & theirs) >= max(1, _SAME * len(theirs)) and len(ours - theirs) <= len(theirs) // 2 + 1
