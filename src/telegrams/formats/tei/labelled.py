"""The lines under a label at the head of a text ⇄ `list` with the label as `head`: PARTICIPANTS, SUBJECT.

    lines := group {BREAK group}        group := label (BREAK | " ") value {BREAK value}

A break is not written, since each value is an `item`; a label on the line of its first value has `@place='inline'`. An
item points to those in `particDesc` whom it names.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from telegrams.facts.head_labels import HEAD_FIELDS, HeadField
from telegrams.formats.xml import exact, text
from telegrams.model.inline import AnyContent, Content, Inline
from telegrams.model.marks import LineBreak, Text

from .inline import Inliner, InlineReader
from .markup import inside_of
from .reader import TEI, name_of
from .register import Register, last_word

_LISTS: frozenset[HeadField] = frozenset({"subject", "participants", "copies"})
"""The labels that make the lines a list; others may stand beside them."""
_LABEL = re.compile(r"([^: ][^:]{0,60}?)(?: ?:|\Z)")
LABELLED = frozenset({"seg", "ab"})
"""The elements of an opener that may hold a list."""
_INDENT = "\n            "
_BREAK = LineBreak()


class Labelled(NamedTuple):
    """A label and the lines that stand under it or behind it."""

    field: HeadField
    label: str
    inline: bool
    """Whether the first value stands on the line of the label."""
    values: tuple[Content, ...]


def labelled_lines(content: AnyContent) -> tuple[Labelled, ...]:
    """The lines of an opener by their labels; none where a line stands under no label, or a label over no line."""
    groups: list[Labelled] = []
    for line in _lines(content):
        begun = _begun(line)
        if begun:
            groups.append(begun)
        elif groups and line:
            groups[-1] = groups[-1]._replace(values=(*groups[-1].values, line))
        else:
            return ()
    several = sum(len(group.values) + (not group.inline) for group in groups) > 1
    whole = all(group.values for group in groups) and not _LISTS.isdisjoint(group.field for group in groups)
    return tuple(groups) if several and whole else ()


def _lines(content: AnyContent) -> list[Content]:
    lines: list[list[Inline]] = [[]]
    for inline in content:
        if inline == _BREAK:
            lines.append([])
        else:
            lines[-1].append(inline)
    return [tuple(line) for line in lines]


def _begun(line: Content) -> Labelled | None:
    """The label that a line is or begins with."""
    first = line[0] if line else None
    found = _LABEL.match(first.text) if isinstance(first, Text) else None
    field = HEAD_FIELDS.get(found[1].lower()) if found else None
    if found is None or field is None or not isinstance(first, Text):
        return None
    label, rest = found[0], first.text[found.end() :]
    if not rest and len(line) == 1:
        return Labelled(field, label, inline=False, values=())
    if rest[:1] != " " or (rest == " " and len(line) == 1):
        return None
    value = (*((Text(text=rest[1:]),) if rest != " " else ()), *line[1:])
    return Labelled(field, label, inline=True, values=(value,))


def write_labelled(groups: Iterable[Labelled], inliner: Inliner) -> str:
    """A `list` for each label."""
    lists = []
    for group in groups:
        place = ' place="inline"' if group.inline else ""
        pieces = [exact("head", place, text(group.label))]
        for value in group.values:
            named = _pointers(value, inliner.register) if group.field == "participants" else ""
            pieces.append(exact("item", named, inliner.write(value)))
        lines = "".join(f"{_INDENT}  {piece}" for piece in pieces)
        lists.append(f'{_INDENT}<list type="{group.field}">{lines}{_INDENT}</list>')
    return "".join(lists) + _INDENT[:-2]


def _pointers(value: Content, register: Register) -> str:
    """The attribute that points to the participants whose names stand in a line."""
    words = "".join(inline.text if isinstance(inline, Text) else " " for inline in value)
    last = dict.fromkeys(last_word(word) for word in words.split(" "))
    found = [f"#{given}" for word in last for name, given in register.participants.get(word, ()) if name in words]
    return f' corresp="{" ".join(found)}"' if found else ""


def read_labelled(element: etree._Element, inlines: InlineReader) -> Content | None:
    """The content of a line that holds such lists and nothing else; None where one is not as it would be written."""
    if not len(element) or any(name_of(each) != "list" or len(each) < 2 for each in element):
        return None
    inside = inside_of(element)
    content: list[Inline] = []
    for each in element:
        lines = [inlines.content(item) for item in each]
        if not all(lines):
            return None
        behind = len(lines[0]) if each[0].get("place") == "inline" else 0
        joined = [inline for line in lines for inline in (_BREAK, *line)][1:]
        content += [*([_BREAK] if content else []), *(_beside(joined, behind) if behind else joined)]
    groups = labelled_lines(tuple(content))
    ours = etree.fromstring(f'<x xmlns="{TEI[1:-1]}">{write_labelled(groups, Inliner(inlines.register))}</x>')
    return tuple(content) if inside_of(ours) == inside else None


def _beside(content: list[Inline], at: int) -> list[Inline]:
    """With a blank in the place of the break behind the label."""
    label, value = content[at - 1], content[at + 1]
    if not isinstance(label, Text):
        return content
    if isinstance(value, Text):
        return [*content[: at - 1], Text(text=f"{label.text} {value.text}"), *content[at + 2 :]]
    return [*content[: at - 1], Text(text=f"{label.text} "), *content[at + 1 :]]
