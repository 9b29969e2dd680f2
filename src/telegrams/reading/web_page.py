"""The `web` layout: the archive's web page of a record, copied as text → the header's parts and the lines of the text.

::

    page := ["Skip to content" navigation*] [date] title [support] text [summary] (list-label entry*)*
            ["Document Information" (label value*)*]        (format.md 1.2)

A copy begins and ends anywhere, and values that are links are lost in it. The page before 2022 is read in `older_page`.
"""

import re
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import NamedTuple

from telegrams.facts.catalogue import CATALOGUE_FIELD_OF_LABEL, CatalogueField
from telegrams.facts.labels import FIELD_OF_LABEL, LabelledField
from telegrams.facts.web_lines import LINES_OF_SIGN
from telegrams.values.blanks import MARKS

from .head import bare, head_date, head_parts, letters
from .header import HEAD_LENGTH, HEAD_LINES, Header, Section, first_label, section_of
from .labels import Label, is_furniture, label_of, web_name, web_sign
from .lines import BLANK, Line, paragraph_lines
from .notes import FOOTNOTE
from .older_page import read_older_page

_LISTS: tuple[CatalogueField, ...] = ("authors", "contributors", "associated", "places", "subjects", "related")
"""The fields whose labels stand behind the text, in the order of the page, above `Document Information`."""
_INFORMATION = frozenset(map(str.lower, LINES_OF_SIGN["information"]))
RANKS = MappingProxyType(
    {name: _LISTS.index(field) for name, field in CATALOGUE_FIELD_OF_LABEL.items() if field in _LISTS}
    | dict.fromkeys(_INFORMATION, len(_LISTS))
)
"""A label that begins what stands behind the text → its place in the order of the page."""


class _Fields(NamedTuple):
    """The field that a label names, where the model has one."""

    known: LabelledField | None = None
    catalogue: CatalogueField | None = None


_FIELDS = MappingProxyType(
    {name: _Fields(catalogue=field) for name, field in CATALOGUE_FIELD_OF_LABEL.items()}
    | {name: _Fields(field) for name, field in FIELD_OF_LABEL.items() if field == "original_languages"}
    | {line.lower(): _Fields("citation") for line in LINES_OF_SIGN["source"]}
    | {line.lower(): _Fields() for sign in ("number", "information") for line in LINES_OF_SIGN[sign]}
)
"""The labels behind the text."""
_FACT = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _FIELDS), key=len, reverse=True))})(?: ?:|(?= )) *(?=\S)(.+)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
"""A label and its value on one line: `Type Telegram`, `Source: RGANI, f. 5`."""
_FEW = 3
"""How many lines may stand below the only label behind a text: the copy ends there."""
_LONG = 40
"""From how many characters on a paragraph does not say the words of another one by chance."""


class _Head(NamedTuple):
    """What stands above the text."""

    lines: Sequence[Line]
    """Date and title."""
    support: Sequence[Line]
    size: int
    """How many lines with words all this is, furniture included."""
    skipped: bool
    dated: bool


def read_web_page(lines: Sequence[Line]) -> Header | None:
    """The header of a page that was copied as text; none where the text is nothing of the kind.

    A page is known by `Skip to content` above its date, by the line of support below its title, or by the labels behind
    its text; the older one by `get citation`. A text with the labels of the other layouts is of those.
    """
    texts = [line for line in lines if line.text]
    older = read_older_page(lines, texts)
    if older:
        return older
    head = _head(texts)
    if head is None:
        return None
    tail = _tail(texts, head.size)
    if not _is_page(lines, head, told=tail < len(texts)):
        return None
    summary = _summary(texts[head.size : tail]) + head.size if tail < len(texts) else tail
    sections = [section_of("credits", head.support), section_of("summary", texts[summary:tail])]
    parts = head_parts([each for line in head.lines for each in (line, BLANK)])
    text = paragraph_lines(lines, texts[head.size : summary])
    return Header(parts, [*sections, *_labelled(texts[tail:])], [], text)


def _head(texts: Sequence[Line]) -> _Head | None:
    """Furniture, date, title and line of support; none where no title can stand there."""
    first = next((at for at, line in enumerate(texts) if not is_furniture(line.text.strip(MARKS))), len(texts))
    skipped = any(web_sign(line) == "first" for line in texts[:first])
    if skipped:
        first = _below_navigation(texts, first)
    dated = any(head_date(line.text.strip(MARKS)) for line in texts[first : first + 1])
    behind = first + dated + 1
    if behind > len(texts) or not _may_be_title(texts[behind - 1]):
        return None
    support = [line for line in texts[behind : behind + 1] if web_sign(line) == "support"]
    return _Head(texts[first:behind], support, behind + len(support), skipped, dated)


def _below_navigation(texts: Sequence[Line], first: int) -> int:
    """The line of the date where date, title and support stand below words of the site's navigation; else `first`."""
    places = range(first, min(first + HEAD_LINES, len(texts) - 2))
    dates = (at for at in places if head_date(texts[at].text.strip(MARKS)))
    return next((at for at in dates if web_sign(texts[at + 2]) == "support"), first)


def _may_be_title(line: Line) -> bool:
    text = line.text.lstrip(MARKS)
    plain = len(text) <= HEAD_LENGTH and not text.startswith("**") and bool(letters(bare(text)))
    return plain and label_of(line) is None and web_sign(line) is None and web_name(line) not in RANKS


def _is_page(lines: Sequence[Line], head: _Head, *, told: bool) -> bool:
    """Whether a text with such a head is a page; `told` where the labels of the page stand behind its text."""
    first = first_label(lines)
    label = label_of(lines[first]) if first is not None else None
    if head.support:
        return label is None or not (label.bold or label.field == "citation")
    return label is None and ((head.dated and head.skipped) or (told and (head.dated or head.skipped)))


def _tail(texts: Sequence[Line], begin: int) -> int:
    """Where the labels behind the text begin; the number of lines where none stand there.

    Rule: the labels of lists and `Document Information` come in the order of the page, each once. A copy may end soon
    behind the first; one label alone with more below it is a heading of the text. Where several pages stand in one
    text, the labels of the last are not the first one's: all is text.
    """
    if sum(web_name(line) in _INFORMATION for line in texts[begin:]) > 1:
        return len(texts)
    start, last = len(texts), len(_LISTS)
    seen: set[str] = set()
    for at in range(len(texts) - 1, begin - 1, -1):
        name = web_name(texts[at])
        rank = RANKS.get(name)
        if rank is None:
            continue
        if rank > last or name in seen:
            break
        start, last = at, rank
        seen.add(name)
    several = sum(web_name(line) in _FIELDS for line in texts[start:]) > 1
    return start if several or len(texts) - start <= 1 + _FEW else len(texts)


def _summary(texts: Sequence[Line]) -> int:
    """Where the summary behind the text begins; the number of lines where nothing tells it from the text.

    Rule: it stands behind the notes `[1]`, `[2]` …, or it says words again that stand in the text.
    """
    note = next((at for at in range(len(texts) - 1, -1, -1) if FOOTNOTE.match(texts[at].text)), 0)
    found = [match[1] for line in texts[: note + 1] if (match := FOOTNOTE.match(line.text))]
    behind = texts[note + 1 :]
    noted = texts[note + 1 - len(found) : note + 1]
    counted = found == [str(number) for number in range(1, len(found) + 1)]
    if found and counted and all(FOOTNOTE.match(line.text) for line in noted):
        return note + 1 if not any(line.text.startswith("[") for line in behind) else len(texts)
    last = texts[-1].text if texts else ""
    again = len(last) >= _LONG and any(last in line.text for line in texts[:-1])
    return len(texts) - again


def _labelled(texts: Iterable[Line]) -> list[Section]:
    """The labels behind the text with what stands below each; a label without anything is none."""
    sections: list[Section] = []
    seen: set[str] = set()
    for line in texts:
        label = _label(line, seen)
        if label:
            seen.add(label.name.lower())
            sections.append(Section(label))
            if label.remainder:
                rest = line._replace(text=label.remainder, start=line.start + label.offset)
                sections[-1].paragraphs.append([rest])
        else:
            sections[-1].paragraphs.append([line])
    return [section for section in sections if section.paragraphs]


def _label(line: Line, seen: set[str]) -> Label | None:
    """The label that a line is; below `Document Information`, one that stands before its value, each once."""
    text = line.text.lstrip(MARKS)
    if web_name(line) in _FIELDS:
        name = text.rstrip(MARKS).removesuffix(":").rstrip(" ")
        fields = _FIELDS[name.lower()]
        return Label(name, fields.known, True, "", 0, fields.catalogue)
    match = _FACT.match(text) if text[:1].isupper() and not seen.isdisjoint(_INFORMATION) else None
    if match is None or match[1].lower() in seen:
        return None
    fields = _FIELDS[match[1].lower()]
    at = match.start(2) + len(line.text) - len(text)
    return Label(match[1], fields.known, True, match[2], at, fields.catalogue)
