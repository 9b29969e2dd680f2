"""How a clause of a source statement begins: the patterns that tell credits, printed sources and remarks.

All patterns stand in small letters and are tried on `lowered` text: Python tries literal alternatives quickly only so.
"""

import re
from typing import Literal

from telegrams.facts import entries
from telegrams.facts.verbs import ACTION_OF_CREDIT
from telegrams.values.patterns import compiled

from .vocabulary import alternatives, first_words

LeadKind = Literal["credit", "publication", "remark"]

_OPENERS = entries("sources/credit_openers")
_LEADS = entries("sources/publication_leads")
_REMARKS = entries("sources/remarks")
_VERB = alternatives(ACTION_OF_CREDIT)

VERB = rf"(?:{_VERB})(?!\w)"
CREDIT = re.compile(
    rf"(?:(?:{alternatives(_OPENERS)}) ){{0,4}}"
    rf"(?P<verbs>(?:{_VERB})"
    rf"(?:(?: for (?:the )?\w{{2,12}})?(?:, and |,? & |,? and |, |/)(?:also |then )?(?:{_VERB})(?!\w)){{0,6}})"
    r"(?P<end>:|(?= (?:by|for|from|to|at|of|with|in)\b)| (?=\w)|$)"
)
"""A credit: `[opener …] verb ["for" programme] {"," verb} ["and" verb]`, then a preposition, a colon, a name or end."""

PUBLICATION = rf"(?:{alternatives(_LEADS)}):? "
REMARK = rf"(?:{alternatives(_REMARKS)})(?!\w)"
_GAP = re.compile(r",? ")
_WORD = re.compile(r"[^\W_]+")
_CREDIT_FIRST = first_words((*_OPENERS, *ACTION_OF_CREDIT))
_PUBLICATION_FIRST = first_words(_LEADS)
_REMARK_FIRST = first_words(_REMARKS)
_COPY = frozenset({"copy", "copies"})
_PLACED = re.compile(r" (?:in|at|with) ")
ASIDE = re.compile(rf" \((?=(?:{alternatives(_CREDIT_FIRST)})\b)([^()]+)\)", re.IGNORECASE)
"""Brackets whose first word may begin a credit."""
_FIRST = _CREDIT_FIRST | _PUBLICATION_FIRST | _REMARK_FIRST
_EDITS = frozenset({"translator", "editor", "transcriber", "other"})
_BARE = frozenset(
    spelling for spelling, action in ACTION_OF_CREDIT.items() if action == "courtesy" or spelling.endswith(".")
)


def small_letters(text: str) -> str:
    """The text in small letters, every character in its place; the few that would become two stay as they are."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def first_word(small: str, at: int) -> str:
    """The letters and figures that stand at this place."""
    word = _WORD.match(small, at)
    return word[0] if word else ""


def lead(masked: str, small: str, at: int, first: str) -> tuple[LeadKind, int] | None:
    """What begins at this place, and where its first words end; `None` for anything but a known lead.

    Takes masked text, the same in small letters, and the first word that stands there.
    """
    if first not in _FIRST:
        return None
    if first in _CREDIT_FIRST and (found := CREDIT.match(small, at)) is not None and _complete(masked, found):
        return "credit", found.end()
    if first in _PUBLICATION_FIRST and (found := compiled(PUBLICATION).match(small, at)) is not None:
        return "publication", found.end()
    if first in _REMARK_FIRST and (found := compiled(REMARK).match(small, at)) is not None:
        return "remark", found.end()
    return None


def is_custody(text: str) -> bool:
    """Whether a text begins with a credit that hands a copy on, and neither translates nor edits it."""
    small = small_letters(text)
    found = lead(text, small, 0, first_word(small, 0))
    return found is not None and found[0] == "credit" and _EDITS.isdisjoint(_done(small, 0))


def is_from_print(text: str) -> bool:
    """Whether a credit names the book a translation is taken from and no translator: `translation from A. Smith, …`."""
    small = small_letters(text)
    return " by " not in small and compiled(PUBLICATION).match(small) is not None


def only_edits(small: str, at: int) -> bool:
    """Whether the credit that begins here speaks of editing only: behind a book it names the book's editor."""
    done = _done(small, at)
    return bool(done) and done <= {"editor", "other"}


def _done(small: str, at: int) -> set[str]:
    """What the verbs of the credit that begins here say was done."""
    found = CREDIT.match(small, at)
    return {ACTION_OF_CREDIT[verb[0]] for verb in compiled(VERB).finditer(found["verbs"])} if found else set()


def without_lead(publication: str) -> str:
    """A printed source without the words that lead to it, such as `Reprinted in`."""
    found = compiled(PUBLICATION).match(small_letters(publication))
    return publication[found.end() :].lstrip() if found else publication


def remark_gap(masked: str) -> re.Match[str] | None:
    """The gap behind which a remark begins, such as `slightly revised` behind a name."""
    small = small_letters(masked)
    if _REMARK_FIRST.isdisjoint(small.split(" ")):
        return None
    return next((gap for gap in _GAP.finditer(small) if compiled(REMARK).match(small, gap.end())), None)


def _complete(masked: str, found: re.Match[str]) -> bool:
    """Whether a verb without preposition may stand before a name (`courtesy NSA`), and `copy` before a place."""
    if found["verbs"] in _COPY:
        return _PLACED.match(masked, found.end()) is not None
    if not found["end"].startswith(" "):
        return True
    return found["verbs"] in _BARE and masked[found.end()].isupper()
