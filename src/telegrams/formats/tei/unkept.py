"""What a header has, or has no more, that is not so when it is written again: reported, value by value (TG631)."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from telegrams.formats.xml import NAMESPACE, line_of

from .description import HeaderValue, is_element, values_of
from .reader import Report, name_of

_Said = tuple[str, str, str]
_Values = Counter[_Said]


def said_in(tree: etree._Element) -> _Values:
    """The values of a tree without their elements, and how often each stands there."""
    return Counter(map(_as_said, values_of(tree, "")))


class Unkept:
    """Compares a header as it was found with the one that is written."""

    def __init__(self, found: etree._Element, ours: etree._Element, report: Report) -> None:
        self._found, self._ours, self._report = found, ours, report
        self._there, self._here = said_in(found), said_in(ours)

    def report(self, earlier: _Values) -> None:
        """Reports what is not written, in its line; not what stood there `earlier` and follows from what changed."""
        lost = self._there - self._here - (earlier - self._here)
        paths = {value.path for value in values_of(self._ours, "")}
        for value in values_of(self._found, ""):
            if lost[_as_said(value)]:
                lost[_as_said(value)] -= 1
                if not _stands(value, paths):
                    self._report.left_out(line_of(value.element), f"{_told(value)} not kept")

    def report_back(self, earlier: _Values) -> None:
        """Reports what was taken away and is written again, in the line of what it stands in."""
        back = (self._here - self._there) & earlier
        lines = {value.path: line_of(value.element) for value in values_of(self._found, "")}
        for value in values_of(self._ours, ""):
            if back[_as_said(value)]:
                back[_as_said(value)] -= 1
                above = next((lines[each] for each in _paths_above(value.path) if each in lines), 1)
                self._report.left_out(above, f"{_told(value)} taken away, but written again")


def _as_said(value: HeaderValue) -> _Said:
    """The value, wherever it stands."""
    return value[:3]


def _paths_above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition("/")[0]


def _stands(value: HeaderValue, paths: set[str]) -> bool:
    """Whether it says no more than that an element is there, and it is."""
    return not value.name and not value.words and any(f"{path}/".startswith(f"{value.path}/") for path in paths)


def _told(value: HeaderValue) -> str:
    if not is_element(value.element):
        return "a comment or processing instruction is"
    element = f"<{name_of(value.element)}>"
    if value.name:
        return f"@{value.name.replace(NAMESPACE, 'xml:')}={value.words!r} of {element} is"
    return f"the words {value.words!r} of {element} are" if value.words else f"{element} is"
