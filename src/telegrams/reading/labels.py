"""The labels of the archive's header: which line is one, and which field it names (format.md 1.1)."""

import re
from typing import NamedTuple

from telegrams.facts.labels import FIELD_OF_LABEL, FURNITURE, LabelledField
from telegrams.values.blanks import MARKS

from .lines import Line

_BOLD = re.compile(r"\*\*\s*([^*:]{1,60}?)\s*(?::\s*\*\*|\*\*\s*:)\s*(.*)", re.DOTALL)
_PLAIN = re.compile(r"([A-Za-z][A-Za-z ]{5,22}?)\s?:\s*(.*)", re.DOTALL)


class Label(NamedTuple):
    """A label and what stands behind it on its line."""

    name: str
    """As printed, without the colon."""
    field: LabelledField | None
    """The field it names; none for a label that is not known."""
    bold: bool
    remainder: str
    offset: int
    """Where the remainder begins in the line."""


def label_of(line: Line) -> Label | None:
    """The label that a line begins with, if any.

        label := "**" name ":" "**" | "**" name "**" ":" | known-name ":"

    A label stands at the very beginning of its line, marks without width aside: one blank before it makes it text. A
    name that is not known counts only in bold.
    """
    text = line.text.lstrip(MARKS)
    if line.indent or ":" not in text[:70]:
        return None
    bold = text.startswith("**")
    match = (_BOLD if bold else _PLAIN).match(text)
    if not match:
        return None
    name = match[1]
    field = FIELD_OF_LABEL.get(name.lower())
    if field is None and not bold:
        return None
    return Label(name, field, bold, match[2], match.start(2) + len(line.text) - len(text))


def is_furniture(text: str) -> bool:
    """Whether a line is page furniture of the archive's printed output."""
    return text.lower() in FURNITURE
