"""The record's head, the lines before the first label → its parts; which of them is the date, which the title."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from telegrams.facts.calendar import MONTHS, SEASONS
from telegrams.model.dates import HistoricalDate
from telegrams.values.blanks import MARKS
from telegrams.values.dates import is_only_date, parse_date

from .dateline import read_dateline
from .lines import Line

_MARKS = re.compile(r"#{1,6} +|__|<(?:b|strong)>", re.IGNORECASE)
_END_MARKS = re.compile(r"(?:__|</(?:b|strong)>)\Z", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9]{4}(?:[-–/.][0-9]{1,4}){0,3}[?~]?")
_REMARK = re.compile(r" ?(?:\[[^\[\]()\d]{1,40}\]|\([^\[\]()\d]{1,40}\))$")
_BEGINS = ("**", "__", "<b>", "<strong>", "# ", "## ", "### ")
_ENDS = ("**", "__", "</b>", "</strong>")
_LONGEST_DATE = 60
_DATE_WORDS = (
    frozenset(MONTHS) | frozenset(SEASONS) | {"circa", "ca", "c", "early", "mid", "late", "to", "and", "or", "of"}
)


class HeadPart(NamedTuple):
    """A part of the head with its place in the clean text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=64)  # whether a part parts lines, stands beside the title, and is the date is asked of the same few
def head_date(text: str) -> HistoricalDate | None:
    """The date, if a part of the head is nothing but one: `October 20, 1962`, `[1951]`, `undated` (format.md 4).

    The time of day may stand beside it, and a remark in brackets behind it: `3 May 1951, 5 p.m.`, `1951 [day unknown]`.
    """
    if len(text) > _LONGEST_DATE:
        return None
    words = _WORDS.findall(text)
    plain = all(word.lower() in _DATE_WORDS for word in words) if words else _FIGURES.fullmatch(text)
    if (plain and any(map(str.isdigit, text))) or is_only_date(text) or is_only_date(_REMARK.sub("", text) or text):
        return parse_date(text)
    told = read_dateline(text)
    whole = told is not None and told.start == 0 and told.end >= len(text.rstrip(" ."))
    return parse_date(text) if told and whole and told.date.time and not told.date.place else None


def head_parts(lines: Sequence[Line]) -> list[HeadPart]:
    """Join the lines of each bold span or paragraph; a date on a line of its own is a part of its own.

    Two bold spans that a hard break parts (record 111779: date and title) are two parts.
    """
    parts: list[HeadPart] = []
    group: list[Line] = []
    for line in lines:
        if group and (not line.text or _begins_part(group, line)):
            parts.append(_part(group))
            group = []
        if line.text:
            group.append(line)
    if group:
        parts.append(_part(group))
    return [part for part in parts if part.text]


def _begins_part(group: list[Line], line: Line) -> bool:
    before = group[-1].text
    if before.endswith(_ENDS) or line.text.lstrip(MARKS).startswith(_BEGINS):
        return True
    return len(group) == 1 and head_date(before.lstrip(MARKS)) is not None


def _part(group: list[Line]) -> HeadPart:
    text = " ".join(line.text for line in group)
    return HeadPart(bare(text), group[0].start, group[-1].end)


def bare(text: str) -> str:
    """Without bold marks at its ends (`**`, `__`, `<b>`) and heading marks before it."""
    while True:
        before = text
        text = text.lstrip(MARKS).removeprefix("**").removesuffix("**").strip(" ")
        if text[:1] in "#_<" and (mark := _MARKS.match(text)):
            text = text[mark.end() :]
        if text[-1:] in "_>" and (mark := _END_MARKS.search(text)):
            text = text[: mark.start()]
        if text == before:
            return text


def read_head(
    parts: Sequence[HeadPart], cited: str | None = None
) -> tuple[tuple[HistoricalDate, HeadPart] | None, HeadPart | None]:
    """The first part that is a date, and the title: all others, joined by a blank.

    `cited`, the title in the citation, is a witness: parts with just its words are the title, even if they are a date.
    """
    witnessed = _witnessed(parts, cited) if cited else range(0)
    date: tuple[HistoricalDate, HeadPart] | None = None
    others = []
    for index, part in enumerate(parts):
        found = head_date(part.text) if date is None and index not in witnessed else None
        if found:
            date = found, part
        else:
            others.append(part)
    if not others:
        return date, None
    title = bare(" ".join(part.text for part in others))
    return date, HeadPart(title, others[0].start, others[-1].end) if title else None


def _witnessed(parts: Sequence[HeadPart], cited: str) -> range:
    """The parts that together have just the words of the title in the citation; none where no parts have.

    Nor where other words than dates stand beside them, which then belong to the title.
    """
    wanted, found = letters(cited), [letters(part.text) for part in parts]
    spans = (range(start, end) for end in range(len(parts), 0, -1) for start in range(end))
    span = next((span for span in spans if "".join(found[span.start : span.stop]) == wanted), range(0))
    return span if all(head_date(part.text) for place, part in enumerate(parts) if place not in span) else range(0)


def letters(text: str) -> str:
    """A title without what differs between the archive's outputs: case, quotation marks, blanks."""
    return "".join(filter(str.isalnum, text)).casefold()
