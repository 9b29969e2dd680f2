"""Layout ⇄ `xenoData`: the edit script in a namespace of our own, which no TEI tool needs to understand.

The script is words in one text node, with any white space between them: `0:\\s\\n 71 49 1: 12` says: go on by 71
characters, take away 0, put in a blank and a line feed; go on by 49 and do the same; go on by 12, take away 1, put in
nothing. In what is put in, `\\s`, `\\n`, `\\t` and `\\b` stand for blank, line feed, tab and backslash, `\\12s` for
twelve blanks; no more than 99 at once, so that a file is never much shorter than what it stands for. Files of an
earlier version have an element `edit` for each step; they are read as well.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pydantic import ValidationError

from telegrams.formats.xml import text
from telegrams.model.layout import Edit, Layout

from .reader import TeiReader

NAMESPACE = "tag:telegrams,2026:layout/1"
_TG = f"{{{NAMESPACE}}}"
_COUNT = re.compile(r"[0-9]{1,18}\Z")
_SIGNS = {" ": r"\s", "\n": r"\n", "\t": r"\t", "\\": r"\b"}
_RUN = re.compile(r" {1,99}|\n{1,99}|\t{1,99}|\\{1,99}")
_READ = {sign: blank for blank, sign in _SIGNS.items()}
_BLANKS = re.compile(r"[ \t\r\n]+")
_SIGN = re.compile(r"\\([1-9][0-9]?)?([sntb])")
_A_LINE = 20
"""So many words of the script stand on a line."""


def write_layout(layout: Layout) -> str:
    """The `xenoData` element."""
    words = list(_script(layout.edits))
    lines = [" ".join(words[at : at + _A_LINE]) for at in range(0, len(words), _A_LINE)]
    script = "".join(f"\n        {line}" for line in lines) + "\n      " if lines else ""
    facts = f'digest="{layout.digest}" bom="{str(layout.bom).lower()}" encoding="{layout.encoding}"'
    return (
        f'\n    <xenoData>\n      <tg:layout xmlns:tg="{NAMESPACE}" {facts} line-ending="{layout.line_ending}">'
        f"{text(script)}</tg:layout>\n    </xenoData>"
    )


def _script(edits: tuple[Edit, ...]) -> Iterator[str]:
    """The words of the script: what is changed where that is new, and how far to go on."""
    before = None
    for edit in edits:
        change = f"{edit.delete}:{_RUN.sub(_shortened, edit.insert)}"
        if change != before:
            yield change
        before = change
        yield str(edit.skip)


def _shortened(run: re.Match[str]) -> str:
    """A run of one blank as its sign, with how many there are."""
    sign = _SIGNS[run[0][0]]
    return sign if len(run[0]) == 1 else f"\\{len(run[0])}{sign[1]}"


def _spelled_out(sign: re.Match[str]) -> str:
    return _READ[f"\\{sign[2]}"] * int(sign[1] or 1)


def _read_script(script: str) -> Iterator[tuple[str, str, str]]:
    """Skip, delete and insert of each step."""
    delete = insert = ""
    for word in filter(None, _BLANKS.split(script)):
        taken, colon, put = word.partition(":")
        if colon:
            delete, insert = taken, _SIGN.sub(_spelled_out, put)
        else:
            yield word, delete, insert


def read_layout(header: etree._Element, reader: TeiReader) -> Layout | None:
    """The layout of a header; None with a finding (TG612) where it is damaged."""
    element = next(header.iter(f"{_TG}layout"), None)
    if element is None:
        return None
    edits = [(edit.get("skip", ""), edit.get("delete", ""), edit.get("insert", "")) for edit in element]
    edits += _read_script(element.text or "")
    values: dict[str, Any] = {
        "digest": element.get("digest"),
        "bom": element.get("bom") == "true",
        "encoding": element.get("encoding"),
        "line_ending": element.get("line-ending"),
    }
    try:
        made = tuple(Edit(skip=_count(skip), delete=_count(delete), insert=insert) for skip, delete, insert in edits)
        return Layout(edits=made, **values)
    except ValidationError:
        reader.report.value(element, "the layout is damaged; the canonical text is written instead", "TG612")
        return None


def _count(figures: str) -> int:
    """The number, or -1, which the model refuses."""
    return int(figures) if _COUNT.match(figures) else -1
