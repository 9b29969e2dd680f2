"""The record's head, the lines before the first label → its parts; which of them is the date, which the title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from telegrams.facts.calendar import MONTHS, SEASONS
from telegrams.model.dates import HistoricalDate
from telegrams.values.blanks import MARKS
from telegrams.values.dates import parse_date

from .lines import Line

_MARKS = re.compile(r"#{1,6} +")
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9]{4}(?:[-–/.][0-9]{1,4}){0,3}[?~]?")
_LONGEST_DATE = 60
_DATE_WORDS = (
    frozenset(MONTHS) | frozenset(SEASONS) | {"circa", "ca", "c", "early", "mid", "late", "to", "and", "or", "of"}
)


class HeadPart(NamedTuple):
    """A part of the head with its place in the clean text."""

    text: str
    start: int
    end: int


def head_date(text: str) -> HistoricalDate | None:
    """The date, if a part of the head is nothing but one: `October 20, 1962`, `June, 1934`, `1955` (format.md 4)."""
    if len(text) > _LONGEST_DATE:
        return None
    words = _WORDS.findall(text)
    if words:
        if not all(word.lower() in _DATE_WORDS for word in words) or not any(map(str.isdigit, text)):
            return None
    elif not _FIGURES.fullmatch(text):
        return None
    return parse_date(text)


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
    if before.endswith("**") or line.text.lstrip(MARKS).startswith("**"):
        return True
    return len(group) == 1 and head_date(before.lstrip(MARKS)) is not None


def _part(group: list[Line]) -> HeadPart:
    text = " ".join(line.text for line in group)
    return HeadPart(_bare(text), group[0].start, group[-1].end)


def _bare(text: str) -> str:
    """Without bold marks at its ends and heading marks before it."""
    while True:
        before = text
        text = text.lstrip(MARKS).removeprefix("**").removesuffix("**").strip(" ")
        if mark := _MARKS.match(text):
            text = text[mark.end() :]
        if text == before:
            return text


def read_head(parts: Sequence[HeadPart]) -> tuple[tuple[HistoricalDate, HeadPart] | None, HeadPart | None]:
    """The first part that is a date, and the title: all others, joined by a blank."""
    date: tuple[HistoricalDate, HeadPart] | None = None
    others = []
    for part in parts:
        found = head_date(part.text) if date is None else None
        if found:
            date = found, part
        else:
            others.append(part)
    if not others:
        return date, None
    title = _bare(" ".join(part.text for part in others))
    return date, HeadPart(title, others[0].start, others[-1].end) if title else None
