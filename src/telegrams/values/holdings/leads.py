"""How a clause of a source statement begins: the patterns that tell credits, printed sources and remarks."""

import re
from typing import Literal

from .vocabulary import alternatives, first_words, rows, table, words

Lead = Literal["credit", "publication", "remark"]

ACTIONS = table("credit_verbs.txt")
"""Verb → what it says was done: a role, an action of custody, or `other`."""

_OPENERS = rows("sources/credit_openers.txt")
_LEADS = rows("sources/publication_leads.txt")
_REMARKS = rows("sources/remarks.txt")
_VERB = alternatives(ACTIONS)

VERB = re.compile(rf"(?:{_VERB})(?!\w)", re.IGNORECASE)
CREDIT = re.compile(
    rf"(?:(?:{alternatives(_OPENERS)}) ){{0,4}}"
    rf"(?P<verbs>(?:{_VERB})(?:(?:, and |,? & |,? and |, |/)(?:also |then )?(?:{_VERB})(?!\w)){{0,6}})"
    r"(?P<end>:|(?= (?:by|for|from|to|at|of|with|in)\b)| (?=[A-Z])|$)",
    re.IGNORECASE,
)
"""A credit's beginning: `[opener …] verb {"," verb} ["and" verb]` and then a preposition, a colon, a name or the end."""

PUBLICATION = re.compile(rf"(?:{alternatives(_LEADS)}):? ", re.IGNORECASE)
REMARK = re.compile(rf"(?:{alternatives(_REMARKS)})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NAMED = re.compile(r"[A-Z]")
_CREDIT_FIRST = first_words((*_OPENERS, *ACTIONS))
_PUBLICATION_FIRST = first_words(_LEADS)
_REMARK_FIRST = first_words(_REMARKS)
_BARE = frozenset(spelling for spelling, action in ACTIONS.items() if action == "courtesy" or spelling.endswith("."))


def lead(masked: str, at: int) -> tuple[Lead, int] | None:
    """What begins at this place, and where its first words end; `None` for anything but a known lead."""
    word = _WORD.match(masked, at)
    if word is None:
        return None
    first = word[0].casefold()
    if first in _CREDIT_FIRST and (found := CREDIT.match(masked, at)) is not None and _complete(masked, found):
        return "credit", found.end()
    if first in _PUBLICATION_FIRST and (found := PUBLICATION.match(masked, at)) is not None:
        return "publication", found.end()
    if first in _REMARK_FIRST and (found := REMARK.match(masked, at)) is not None:
        return "remark", found.end()
    return None


def _complete(masked: str, found: re.Match[str]) -> bool:
    """Whether a verb without preposition may stand before a name: `courtesy NSA`, `trans. David Wolff`."""
    if not found["end"].startswith(" "):
        return True
    return found["verbs"].casefold() in _BARE and _NAMED.match(masked, found.end()) is not None
