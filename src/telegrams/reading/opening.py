"""The first passages of a text → which of them open the document, and what an opening line says (format.md 6.1)."""

from typing import Literal

from telegrams.values.dates import parse_date

from .formulas import opener_role
from .passages import LINE, Passage

OpenerRole = Literal[
    "title", "office", "classification", "copy", "form", "number", "urgency",
    "sender", "addressee", "routing", "dateline", "salutation", "stamp", "other",
]  # fmt: skip

_LONGEST = 320
_LONGEST_LINE = 120
_ROLES: tuple[OpenerRole, ...] = (
    "title", "office", "classification", "copy", "form", "number", "urgency",
    "sender", "addressee", "routing", "dateline", "salutation", "stamp", "other",
)  # fmt: skip
_GREETING_ENDS = (",", ":", "!")


def opening_role(passage: Passage, title: str | None) -> OpenerRole | None:
    """What a passage says if it belongs to the opening: every line of it must be an opening line."""
    text = passage.text
    if len(text) > _LONGEST or "\f" in text or "\v" in text:
        return None
    if title and _same_words(text, title):
        return "title"
    roles = [_line_role(line) for line in text.split(LINE)]
    if all(roles):
        return roles[0]
    return "stamp" if passage.align == "right" and len(text) < _LONGEST_LINE else None


def _line_role(line: str) -> OpenerRole | None:
    if len(line) > _LONGEST_LINE:
        return None
    known = opener_role(line)
    if known == "salutation" and not line.endswith(_GREETING_ENDS):
        return None
    if known:
        return next(role for role in _ROLES if role == known)
    if any(map(str.isdigit, line)):
        date = parse_date(line)
        if date.edtf and (date.place or len(line) <= 40):  # noqa: PLR2004 - a dateline is short
            return "dateline"
    return None


def _same_words(text: str, title: str) -> bool:
    """Whether a passage repeats the title, case and punctuation aside; a date may follow."""
    ours, theirs = _letters(text), _letters(title)
    return bool(theirs) and ours.startswith(theirs) and len(ours) <= len(theirs) + 24


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
