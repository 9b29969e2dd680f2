"""The opening of a text → what its labels say: SUBJECT, PARTICIPANTS, DATE, TIME, PLACE.

    head := {label [value]} {value}

A value stands behind its label or in the lines under it, up to the next label or to another line of the opening.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from telegrams.facts.head_labels import HeadField
from telegrams.model.body import AnyBlock
from telegrams.model.dates import HistoricalDate
from telegrams.model.settings import Setting
from telegrams.values.dates import find_dates, parse_date

from .dateline import read_dateline
from .draft import Evidence
from .formulas import head_label
from .passages import LINE, LIST_ITEM, Passage

if TYPE_CHECKING:
    from telegrams.values.participants import Listed

UNDER_LABEL = "opener-under-label"


class _Value(NamedTuple):
    """A line of what a label says, and where it stands in the clean text."""

    words: str
    start: int
    end: int

    def behind(self, at: int) -> "_Value":
        """What stands behind the first characters."""
        return _Value(self.words[at:], self.end - len(self.words) + at, self.end)


_Values = dict[HeadField, list[_Value]]


def read_setting(
    blocks: Iterable[tuple[AnyBlock, Passage]], clean: str, written: str | None
) -> tuple[dict[str, Any], tuple[Evidence, ...]]:
    """The fields of the document that the labels fill, and where they stand; `written` is the document's date.

    The setting is told by those who take part; without them the labels are those of a letter or a despatch.
    """
    values = _values(blocks, clean)
    fields: dict[str, Any] = {}
    evidence: list[Evidence] = []
    if subjects := values.get("subject"):
        fields["subjects"] = tuple(each.words for each in subjects)
        evidence += (Evidence(f"subjects[{at}]", each.start, each.end) for at, each in enumerate(subjects))
    lines = values.get("participants", [])
    if not lines:
        return fields, tuple(evidence)
    from telegrams.values.participants import read_participants  # few texts have such a list

    if listed := read_participants(each.words for each in lines):
        date, time, place = (next(iter(values.get(field, ())), None) for field in ("date", "time", "place"))
        fields["setting"] = Setting(
            participants=tuple(each.participant for each in listed),
            date=_date(date.words, written) if date else None,
            time=time.words if time else None,
            place=place.words if place else None,
        )
        told = (("date", date), ("time", time), ("place", place))
        evidence += (Evidence(f"setting.{name}", each.start, each.end) for name, each in told if each)
        evidence += _places(listed, lines)
    return fields, tuple(evidence)


def _places(listed: "Iterable[Listed]", lines: list[_Value]) -> Iterator[Evidence]:
    """Where the participants stand, and the names of their sides."""
    for at, each in enumerate(listed):
        path, line = f"setting.participants[{at}]", lines[each.line]
        yield Evidence(path, line.start, line.end)
        if each.participant.side and each.side is not None and each.side != each.line:
            yield Evidence(f"{path}.side", lines[each.side].start, lines[each.side].end)


def _values(blocks: Iterable[tuple[AnyBlock, Passage]], clean: str) -> _Values:
    """What stands behind and under the labels of the opening, line by line."""
    values: _Values = {}
    field: HeadField | None = None
    for block, passage in blocks:
        listed = LIST_ITEM.match(passage.text) if block.type == "list-item" and field == "participants" else None
        if block.type == "opener":
            field = field if block.inferred and block.inferred.rule == UNDER_LABEL else None
        elif not listed:
            continue
        for words in _lines(passage, clean):
            line = words.behind(listed.end()) if listed else words
            label = head_label(line.words)
            field = label.field if label else field
            value = line.behind(label.start) if label else line
            if field and value.words:
                values.setdefault(field, []).append(value)
    return values


def _lines(passage: Passage, clean: str) -> Iterator[_Value]:
    """The lines of a passage, each with its place in the clean text, where its blanks may be more."""
    at = passage.start
    for line in passage.text.split(LINE):
        start = -1
        for word in line.split(" "):
            found = clean.find(word, at, passage.end)
            start, at = (found if start < 0 else start), max(found, 0) + len(word)
        yield _Value(line, start, at)


def _date(words: str, written: str | None) -> HistoricalDate | None:
    """The date of a line that may go on with the place or a remark."""
    told = read_dateline(words, written)
    whole = told.date if told else parse_date(words)
    if whole.edtf:
        return whole
    mentions = find_dates(words, written)
    return mentions[0].date if mentions else None
