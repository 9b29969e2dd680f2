"""Where records begin in a text: each with a whole head.

    beginning := furniture* date title citation         citation := the label `Citation:` and what stands behind it

The title may stand before the date where its words are those of the citation. Neither a date with a title alone (an
enclosure, a telegram that is quoted) nor the label alone begins a record. Behind a label that is not bold the citation
has also to look like one, since a text may hold the citation of an award.

A head stands at the beginning of a line, or behind words from which no single blank parts it, as where a file without a
last line end is joined to another: `the end of the talks.**May 3, 1951**`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telegrams.facts.labels import FIELD_OF_LABEL, FURNITURE
from telegrams.values.blanks import MARKS
from telegrams.values.citations import parse_citation

from .head import bare, head_date, letters
from .header import HEAD_LENGTH, HEAD_LINES
from .labels import CITATION, is_furniture, label_of, web_sign
from .lines import Line, squeeze
from .one_line import LABELS_INSIDE, LONGEST_DATE, after_date

_NAMES = "|".join(
    r"[ \t]+".join(map(re.escape, words.split(" "))) for words in sorted(FURNITURE, key=len, reverse=True)
)
_FURNITURE = re.compile(_NAMES, re.IGNORECASE)
_GLUED_FURNITURE = re.compile(rf"(?:{_NAMES})\Z", re.IGNORECASE)
_LONGEST_FURNITURE = 160
_GAP = r"(?<=[ \t]{2})(?=\S)|(?<=[^\s*])(?=\*\*)"
_GLUED_DATE = re.compile(rf"{_GAP}|(?<=[^\s\d*])(?=\[?(?:[0-9]{{1,2}} )?[A-Z][a-z]{{2}})")
"""Where a date may begin behind another text: after a gap, or without a blank by bold type, a capital or a day."""
_ANY_GLUED = re.compile(
    rf"{_GAP}|(?<=[^\w\s*])(?=[\w\[])|(?<=[^\W\d_])(?=[\d\[])|(?<=\d)(?=[^\W\d_])"
    r"|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[a-z])|(?<=[A-Z])(?=[A-Z][a-z])"
)
"""The same where the title below is the cited one: wherever letters, capitals, figures and marks change."""
_WORD = re.compile(r"\S+")
_DATE_LENGTH = 60
_LONGEST_CITATION = 20


class Beginning(NamedTuple):
    """Where a record begins."""

    start: int
    """Offset of its furniture or head in the clean text."""
    label: int
    """Which line has its label."""
    bold: bool
    """Whether the label is bold, as in the archive's Markdown."""


class _Cited(NamedTuple):
    """What a citation says of its record."""

    words: str
    """Its letters."""
    title: str
    """Those of the title; empty where it is not told."""
    sure: bool
    """Whether it can be nothing but the citation of a record."""

    def names(self, title: str) -> bool:
        """Whether these are the letters of the title, or where that is not told, the first ones."""
        return bool(title) and (title == self.title if self.title else self.words.startswith(title))


class _Head(NamedTuple):
    """A head that was found above a label."""

    line: int
    start: int
    """Offset of its first word in the clean text."""
    title: str
    """The letters of its title."""


def find_beginnings(lines: Sequence[Line], clean: str) -> Iterator[Beginning]:
    """The beginnings of all records, in order."""
    for index, line in enumerate(lines):
        if not CITATION.search(line.text):
            continue
        label = label_of(line)
        if label and label.field == "citation":
            head = _head_above(lines, index, clean)
            if head is not None:
                yield Beginning(_with_furniture(lines, head, clean), index, label.bold)
        else:
            for start in _inside(clean[line.start : line.end]):
                yield Beginning(line.start + start, index, bold=False)


def _head_above(lines: Sequence[Line], index: int, clean: str) -> _Head | None:
    """The head above the label of a citation; none where it is not whole.

    The nearest date with words below it begins it, or one whose words below are the cited title. Words between the date
    and the cited title belong to no head.
    """
    cited = _cited(lines, index)
    found: _Head | None = None
    title = behind_date = ""
    passed = False
    for place in _upwards(lines, index):
        line = lines[place]
        witnessed = cited.names(title)
        passed = passed or witnessed
        date = _date_start(clean[line.start : line.end], _ANY_GLUED if witnessed else _GLUED_DATE)
        if date is not None and title and (found is None or witnessed):
            found = _Head(place, line.start + date, title)
        if date:
            break
        if date is None or title:
            behind_date = letters(line.text) + behind_date
        title = letters(line.text) + title
        if title != behind_date and cited.names(behind_date):
            found = _Head(place, line.start, behind_date)
    if found is None or cited.names(found.title):
        return found
    return found if cited.sure and not passed else None


def _upwards(lines: Sequence[Line], index: int) -> Iterator[int]:
    """The lines above a label that may be its head, from the nearest on."""
    seen = length = 0
    for place in range(index - 1, -1, -1):
        line = lines[place]
        if not line.text.strip(MARKS):
            continue
        if seen >= HEAD_LINES or length > HEAD_LENGTH or is_furniture(line.text) or label_of(line) or web_sign(line):
            return
        yield place
        seen += 1
        length += len(line.text)


def _cited(lines: Sequence[Line], index: int) -> _Cited:
    """What the citation behind a label says: the words on its line and the paragraph below it.

    It is that of a record where its label is bold, where it names the archive or a record's address, or where another
    label of the header stands below it.
    """
    label = label_of(lines[index])
    words = [label.remainder] if label and label.remainder else []
    followed = False
    for line in lines[index + 1 : index + 1 + _LONGEST_CITATION]:
        if (following := label_of(line)) is not None:
            followed = following.field not in (None, "citation")
            break
        if line.text and not (words and words[-1] == ""):
            words.append(line.text)
        elif words:
            words.append("")
    text = " ".join(filter(None, words))
    citation = parse_citation(text) if text else None
    named = citation is not None and (citation.publisher is not None or citation.record_id is not None)
    title = letters(citation.title or "") if citation else ""
    return _Cited(letters(text), title, followed or named or bool(label and label.bold))


def _date_start(words: str, places: re.Pattern[str]) -> int | None:
    """Where a date begins that goes to the end of a line: 0 where it is all of it; none where there is none."""
    whole = bare(squeeze(words))
    if "**" not in whole and head_date(whole):
        return 0
    begin = max(0, len(words) - _DATE_LENGTH)
    starts = (match.start() for match in places.finditer(words, begin))
    return next((start for start in starts if start and head_date(bare(squeeze(words[start:])))), None)


def _with_furniture(lines: Sequence[Line], head: _Head, clean: str) -> int:
    """Where a head begins with the furniture of the page above it."""
    start = head.start
    if start > lines[head.line].start:
        return start
    for place in range(head.line - 1, -1, -1):
        line = lines[place]
        if is_furniture(line.text):
            start = line.start
        elif line.text.strip(MARKS):
            glued = _GLUED_FURNITURE.search(clean, max(line.start, line.end - _LONGEST_FURNITURE), line.end)
            return glued.start() if glued and _is_parted(clean, glued.start()) else start
    return start


def _is_parted(text: str, at: int) -> bool:
    """Whether the words that begin here are no words of the sentence before them: no blank, or several, parts them."""
    return not text[at - 1].isspace() or text[at - 2 : at].isspace()


def _inside(words: str) -> Iterator[int]:
    """Where records of the `one-line` layout begin in a line: with a head before `Citation:` and one more label."""
    labels = list(LABELS_INSIDE.finditer(words))
    for before, label, behind in zip([None, *labels], labels, labels[1:], strict=False):
        fields = [FIELD_OF_LABEL[each[1].lower()] for each in (label, behind)]
        citation = words[label.end() : behind.start()].strip()
        if fields[0] == "citation" != fields[1] and citation:
            begin = max(before.end() if before else 0, label.start() - HEAD_LENGTH)
            start = _head_inside(words, begin, label.start(), letters(parse_citation(citation).title or ""))
            if start is not None:
                yield start


def _head_inside(words: str, begin: int, end: int, cited: str) -> int | None:
    """Where the head before a label begins: with the line or with furniture, or with a date before the cited title."""
    furniture = [match.span() for match in _FURNITURE.finditer(words, begin, end)][-1:]
    for start, behind in [*furniture, *([(0, 0)] if begin == 0 else [])]:
        place = len(words) - len(words[behind:].lstrip())
        if place < after_date(words, place, end) < end:
            return start
    title = _begin_of(words, begin, end, cited)
    before = words[begin:title].rstrip()
    places = [match.start() for match in _WORD.finditer(before)][-LONGEST_DATE:]
    places += (match.start() for match in _ANY_GLUED.finditer(before, max(0, len(before) - _DATE_LENGTH)))
    date = next((place for place in sorted(places) if head_date(bare(squeeze(before[place:])))), None)
    if date is None or not cited:
        return None
    return begin + date


def _begin_of(words: str, begin: int, end: int, wanted: str) -> int:
    """Where the words with just these letters begin that stand before `end`; `begin` where others do."""
    start, left = end, len(wanted)
    while start > begin and left > 0:
        start -= 1
        left -= len(letters(words[start]))
    return start if letters(words[start:end]) == wanted else begin
