"""Lines set for a page (the `print` layout) → one line for each paragraph or line end set on purpose.

PDF text wraps paragraphs at the page's width and sets centred and right-aligned lines by blanks (format.md 6.5).
The outcome reads like the `markdown` layout: paragraphs on one line, `hard` where a line end counts, an indentation
that says centre or right.
"""

from collections.abc import Iterable, Iterator, Sequence

from .formulas import head_label
from .lines import BLANK, Line
from .passages import CENTER_INDENT, RIGHT_INDENT, ends_sentence, is_item, is_page_number

WIDEST = 130
"""No page is set wider, in characters."""
_CENTER_TOLERANCE = 4
_CENTER_FROM = 12
_EARLY = 0.9
_LONGEST_LABEL = 40
_NARROWEST = 45
"""No page is set narrower: a text of short lines alone is one of lines, such as a list."""


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Join wrapped lines; keep the lines that are set as lines."""
    width = min(WIDEST, max((line.indent + len(line.text) for line in lines), default=0))
    groups = list(_groups(lines))
    full = _full_line(groups)
    unwrapped: list[Line] = []
    for group in groups:
        for setting, run in _runs(group, width):
            if unwrapped and unwrapped[-1].text:
                unwrapped.append(_blank(run[0]))
            unwrapped += _joined(run, setting, full)
        unwrapped.append(_blank(group[-1]))
    return unwrapped


def _blank(line: Line) -> Line:
    return Line("", line.end, line.end, 0, hard=False, page=False)


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines between blank lines and form feeds; the number of a page stands alone."""
    group: list[Line] = []
    for line in (*lines, BLANK):
        if group and (not line.text or line.page or is_page_number(line.text) or is_page_number(group[-1].text)):
            yield group
            group = []
        if line.text:
            group.append(line)


def _full_line(groups: Iterable[Sequence[Line]]) -> float:
    """The length below which a line ends early: type is proportional, so wrapped lines differ in length."""
    wrapped = sorted(line.indent + len(line.text) for group in groups for line in group[:-1])
    return max(_NARROWEST, _EARLY * wrapped[len(wrapped) // 2]) if wrapped else 0


def _runs(group: Sequence[Line], width: int) -> Iterator[tuple[int, list[Line]]]:
    """Neighbouring lines of one setting: 0, `CENTER_INDENT` or `RIGHT_INDENT`."""
    centred = all(_is_centred(line, width) for line in group) and any(line.indent >= _CENTER_FROM for line in group)
    run: list[Line] = []
    current = 0
    for line in group:
        setting = (
            RIGHT_INDENT if _is_right(line, width) else CENTER_INDENT if centred or _stands_alone(line, width) else 0
        )
        if run and setting != current:
            yield current, run
            run = []
        current = setting
        run.append(line)
    yield current, run


def _is_centred(line: Line, width: int) -> bool:
    return abs(line.indent - (width - len(line.text)) / 2) <= _CENTER_TOLERANCE


def _stands_alone(line: Line, width: int) -> bool:
    return line.indent >= 2 * _CENTER_FROM and _is_centred(line, width)


def _is_right(line: Line, width: int) -> bool:
    return line.indent >= width * 0.45 and not _is_centred(line, width)


def _joined(run: Sequence[Line], setting: int, full: float) -> Iterator[Line]:
    """One line for each stretch that only wraps."""
    stretch = [run[0]]
    for line in run[1:]:
        before = stretch[-1]
        if before.hard or _was_ended(before, line, setting, full):
            yield _merged(stretch, setting, hard=True)
            if is_item(line.text) and not setting:
                yield _blank(before)
            stretch = []
        stretch.append(line)
    yield _merged(stretch, setting, hard=False)


def _was_ended(before: Line, line: Line, setting: int, full: float) -> bool:
    """Whether a line end was set on purpose.

    Rule: the next line's first word would have had room, and the next line does not go on in small letters. A
    line that begins with the mark of an item begins something new after a stop, a comma or a short line; one that
    begins with a label of the head (`Date: …`) always does.
    """
    if setting == RIGHT_INDENT:
        return True
    if ":" in line.text[:_LONGEST_LABEL] and head_label(line.text):
        return True
    used = len(before.text) if setting else before.indent + len(before.text)
    room = used + len(line.text.split(" ", 1)[0]) + 1 < full and before.text[-1] != "-"
    if is_item(line.text) and (ends_sentence(before.text) or before.text[-1] == "," or room):
        return True
    return room and not (line.text[0].islower() and not ends_sentence(before.text))


def _merged(stretch: Sequence[Line], setting: int, *, hard: bool) -> Line:
    first = stretch[0]
    text = " ".join(line.text for line in stretch)
    return Line(text, first.start, stretch[-1].end, setting, hard, first.page)
