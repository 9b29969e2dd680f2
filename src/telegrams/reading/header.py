"""Lines → the header's fields, and where the text begins (format.md 1.1).

    header := head section*               head := (date | title)*   each plain, bold or a Markdown heading
    section := label value-line*          the text begins behind the items of `Contents`

Every part may be missing, repeated, unknown, out of order. Where `Contents` does not come last, or not at all, the
last section takes one paragraph and what follows is the text. A text without any mark of a header is all body.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from telegrams.facts.labels import LabelledField
from telegrams.values.languages import parse_contents_item

from .head import HeadPart, head_parts
from .labels import Label, is_furniture, label_of
from .lines import Line

HEAD_LINES = 14
HEAD_LENGTH = 1200
"""How many lines and characters a head has at most, furniture aside."""


@dataclass
class Section:
    """A labelled part of the header: its paragraphs, each as the lines it stands on."""

    label: Label
    paragraphs: list[list[Line]] = field(default_factory=list)


def section_of(field: LabelledField, lines: Iterable[Line] = ()) -> Section:
    """A part of the header that a page shows without a label of its own, each line a paragraph."""
    return Section(Label(field, field, bold=True, remainder="", offset=0), [[line] for line in lines])


@dataclass
class Header:
    """What the reader found before the text."""

    head: list[HeadPart]
    sections: list[Section]
    contents: list[Line]
    body: Sequence[Line]
    """The lines of the text."""


def read_header(lines: Sequence[Line], *, indented_items: bool = False) -> Header | None:
    """Cut the header off; none where the text has no header. Only `print` indents the items of the contents."""
    first = first_label(lines)
    if first is None:
        return _bare_head(lines)
    head = head_parts(list(_without_comments(lines[:first])))
    sections: list[Section] = []
    contents: list[Line] = []
    position = first
    while position < len(lines) and (label := label_of(lines[position])):
        if label.field == "contents":
            sections.append(Section(label))
            position, contents, text = _contents(lines, position, label, indented=indented_items)
            following = _next_label(lines, position)
            if text or following is None or not _is_new(following[1], sections):
                return Header(head, sections, contents, [*text, *lines[position:]])
            position = following[0]
            continue
        section = Section(label)
        sections.append(section)
        position = _paragraphs(lines, position, section)
    return _without_end(lines, head, sections, contents)


def _without_comments(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a head without furniture and without comments (`<!-- … -->`), which stand on lines of their own."""
    inside = False
    for line in lines:
        inside = inside or line.text.startswith("<!--")
        if not inside and not is_furniture(line.text):
            yield line
        inside = inside and not line.text.endswith("-->")


def first_label(lines: Sequence[Line]) -> int | None:
    """The line of the first label, if labels and what stands before them look like a header."""
    seen = length = 0
    for position, line in enumerate(lines):
        if not line.text:
            continue
        label = label_of(line)
        if label and (label.field or label.bold):
            return position if label.bold or _has_second(lines, position, label) else None
        if not is_furniture(line.text):
            seen += 1
            length += len(line.text)
        if seen > HEAD_LINES or length > HEAD_LENGTH:
            return None
    return None


def _has_second(lines: Sequence[Line], first: int, label: Label) -> bool:
    """A label without bold counts if it is the citation's or another one follows."""
    return label.field == "citation" or any(
        found is not None and found.field not in (None, label.field) for found in map(label_of, lines[first + 1 :])
    )


def _bare_head(lines: Sequence[Line]) -> Header | None:
    """A header without labels: bold lines at the very beginning."""
    end = 0
    open_span = False
    for position, line in enumerate(lines):
        if not line.text:
            if open_span:
                return None
            continue
        if not (open_span or (line.text.startswith("**") and not line.indent)):
            break
        open_span = not line.text.endswith("**") or line.text == "**"
        end = position + 1
        if end > HEAD_LINES:
            return None
    if not end or open_span:
        return None
    head = head_parts(lines[:end])
    return Header(head, [], [], lines[end:]) if head else None


def _paragraphs(lines: Sequence[Line], position: int, section: Section) -> int:
    """Read a section's paragraphs up to the next label; gives the position behind them."""
    line, label = lines[position], section.label
    paragraph: list[Line] = []
    if label.remainder:
        paragraph.append(line._replace(text=label.remainder, start=line.start + label.offset))
    for index in range(position + 1, len(lines)):
        line = lines[index]
        if label_of(line):
            position = index
            break
        if line.text:
            paragraph.append(line)
        elif paragraph:
            section.paragraphs.append(paragraph)
            paragraph = []
    else:
        position = len(lines)
    if paragraph:
        section.paragraphs.append(paragraph)
    return position


def _contents(
    lines: Sequence[Line], position: int, label: Label, *, indented: bool
) -> tuple[int, list[Line], list[Line]]:
    """The items of the contents, the position behind them, and text that begins on the label's line."""
    items: list[Line] = []
    line = lines[position]
    position += 1
    if label.remainder:
        rest = line._replace(text=label.remainder, start=line.start + label.offset)
        if parse_contents_item(rest.text) is None:
            return position, items, [rest]
        items.append(rest)
    for index in range(position, len(lines)):
        line = lines[index]
        if not line.text:
            continue
        if line.indent == 1 or line.page or (line.indent and not indented) or parse_contents_item(line.text) is None:
            break
        items.append(line)
        position = index + 1
    return position, items, []


def _next_label(lines: Sequence[Line], position: int) -> tuple[int, Label] | None:
    """The label on the next line that is not blank."""
    for index in range(position, len(lines)):
        if lines[index].text:
            label = label_of(lines[index])
            return (index, label) if label else None
    return None


def _is_new(label: Label, sections: Iterable[Section]) -> bool:
    return label.bold and label.field is not None and all(label.field != each.label.field for each in sections)


def _without_end(lines: Sequence[Line], head: list[HeadPart], sections: list[Section], contents: list[Line]) -> Header:
    """No contents at the end: the last section keeps its first paragraph, the others are the text."""
    last = sections[-1]
    if len(last.paragraphs) < 2:
        return Header(head, sections, contents, ())
    start = last.paragraphs[1][0].start
    del last.paragraphs[1:]
    return Header(head, sections, contents, [line for line in lines if line.start >= start])
