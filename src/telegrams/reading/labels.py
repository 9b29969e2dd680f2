"""The labels of the archive's header: which line is one, and which field it names (format.md 1.1)."""

import re
from typing import NamedTuple

from telegrams.facts.catalogue import CATALOGUE_FIELD_OF_LABEL, CatalogueField
from telegrams.facts.labels import FIELD_OF_LABEL, FURNITURE, LabelledField
from telegrams.facts.web_lines import LINES_OF_SIGN, SIGN_OF_LINE, WebSign
from telegrams.values.blanks import MARKS

from .lines import Line

_BOLD = re.compile(
    r"(\*\*|__|<b>|<strong>)\s*([^*_<:]{1,60}?)\s*(?::\s*(?:\1|</(?:b|strong)>)|(?:\1|</(?:b|strong)>)\s*:)\s*(.*)",
    re.DOTALL,
)
_HEADING = re.compile(r"#{1,6} +")
_BOLD_MARKS = ("**", "__", "<b>", "<strong>")
CITATION = re.compile(r"citation(?:[*_ ]|</b>|</strong>){0,5}:", re.IGNORECASE)
"""What a label of a citation has in it, in any layout."""
_SUPPORT = tuple(map(str.lower, LINES_OF_SIGN["support"]))
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
    catalogue: CatalogueField | None = None
    """The field of the catalogue it names; such a label counts only in bold."""


def label_of(line: Line) -> Label | None:
    """The label that a line begins with, if any.

        label := mark name ":" end | mark name end ":" | known-name ":"
        mark  := "**" | "__" | "<b>" | "<strong>"

    A label stands at the very beginning of its line, marks without width and those of a heading (`## Citation:`) aside:
    one blank before it makes it text. A name that is not known counts only in bold; a known one in a heading is bold.
    """
    if line.indent or ":" not in line.text:  # as most lines
        return None
    text = line.text.lstrip(MARKS)
    if ":" not in text[:70]:
        return None
    heading = _HEADING.match(text) if text.startswith("#") else None
    if heading:
        text = text[heading.end() :]
    bold = text.startswith(_BOLD_MARKS)
    match = (_BOLD if bold else _PLAIN).match(text)
    if not match:
        return None
    name, remainder = match[match.re.groups - 1], match[match.re.groups]
    field = FIELD_OF_LABEL.get(name.lower())
    if field is None and not bold:
        return None
    at = match.start(match.re.groups) + len(line.text) - len(text)
    return Label(name, field, bold or heading is not None, remainder, at, CATALOGUE_FIELD_OF_LABEL.get(name.lower()))


def is_furniture(text: str) -> bool:
    """Whether a line is page furniture of the archive's printed output."""
    return text.lower() in FURNITURE


def web_name(line: Line) -> str:
    """A line in lower case as the tables of the archive's web page have it, without the colon at its end."""
    return line.text.strip(MARKS).removesuffix(":").rstrip(" ").lower()


def web_sign(line: Line) -> WebSign | None:
    """What a line says of the archive's web page that it is copied from, if anything."""
    name = web_name(line)
    return "support" if name.startswith(_SUPPORT) else SIGN_OF_LINE.get(name)
