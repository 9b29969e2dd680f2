"""The beginning of a title: what editors print in front of it, cut off from the first word on."""

import re

from telegrams.facts import entries
from telegrams.values.titles.drafts import inside
from telegrams.values.titles.masking import protected
from telegrams.values.titles.remarks import extent_of, is_about_copy
from telegrams.values.titles.tail import Tail, read_marking, read_number
from telegrams.values.titles.vocabulary import WordClass, vocabulary

_ENCLOSED = frozenset(entries("enclosures"))

_FOOTNOTE = re.compile("(?<=[^\\W\\d_]{4})(?:[.]\\d{1,2}|[.]?\\[\\d{1,3}\\])$|(?:^|(?<=\\] ))[*](?=\\w)")
"""`Mr. Lee to Mr. Holm.3`, `*Mr. Lee to Mr. Holm.[63]`"""
_LONGEST_REMARK = 4
_SENTENCES = (".", ";")
"""The stops that end a number or heading."""


def once(text: str) -> str:
    """A title that is printed twice, once; one in brackets without them; without marks of footnotes."""
    text = _FOOTNOTE.sub("", text) if text[-1:] == "]" or text[-1:].isdecimal() or "*" in text else text
    if text[:1] == "[" and protected(text) == [(0, len(text))] and " " in text:
        text = text[1:-1].strip() or text
    half = len(text) // 2
    first, second = text[:half].rstrip(), text[-half:].lstrip()
    return first if first == second and len(first.split()) > 1 else text


def cut_lead(tail: Tail) -> str | None:
    """Cut the lead; its heading is returned.

    Rule: lead = {"[" (figures | remark) "]" | (marking | remark) stop | number "."} [heading in capitals "."].
    `No. 24. General Lee to Mr. Ek`, `[412] *Mr. Lee to …`, `[Extract.] Mr. Lee to …`, `No. 2.—TRADE IN TIN. Mr. Lee …`.
    """
    while len(tail.body) > 1 and (_cut_bracket(tail) or _cut_number(tail) or _cut_remark(tail)):
        pass
    body = tail.body
    end = next((at + 1 for at in body if body.words.breaks[at] in _SENTENCES), body.end)
    heading = body.before(end)
    if end == body.end or not heading.text.isupper():
        return None
    tail.body = body.after(end)
    return heading.text


def _cut_bracket(tail: Tail) -> bool:
    body = tail.body
    words = inside(body.before(body.start + 1)) if body.first is WordClass.BRACKET else None
    if words is None:
        return False
    last = words.key(words.end - 1)
    if not (words.text.isdecimal() or read_marking(words, tail) or is_about_copy(words) or words.key(0) in _ENCLOSED):
        kind = vocabulary().kinds.get(last)
        extent = extent_of(last) or extent_of(words.key(words.start))
        if kind is None and extent is None:
            return False
        tail.kind, tail.extent = tail.kind or kind, tail.extent or extent
    tail.body = body.after(body.start + 1)
    return True


def _cut_number(tail: Tail) -> bool:
    """The number in the printed volume."""
    body = tail.body
    number, end = read_number(body)
    if not number or body.key(body.start) != "no" or end >= body.end or tail.number is not None:
        return False
    stopped = number[-1] in ".]" or body.words.breaks[end - 1] in _SENTENCES
    if not stopped and body.words.classes[end] is not WordClass.HONORIFIC:
        return False
    tail.number, tail.body = number.rstrip(".]"), body.after(end)
    return True


def _cut_remark(tail: Tail) -> bool:
    """`Confidential.—Mr. Lee to …`, `Attachment No. 2: Letter from …`"""
    body = tail.body
    end = next((at + 1 for at in body.before(body.start + _LONGEST_REMARK) if body.words.breaks[at]), body.end)
    words = body.before(end)
    if end == body.end or words.has(WordClass.KIND) or not (read_marking(words, tail) or is_about_copy(words)):
        return False
    tail.body = body.after(end)
    return True
