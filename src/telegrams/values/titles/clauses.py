"""Words behind the kind → clauses: who from, whom to, between whom, about what.

clauses = { ["," ] ("from" | "of" | "by" | "to" | "for" | "between" | "with") parties } [subject]
subject = ("on" | "about" | "regarding" | "re:" | …) words | quotation
"""

from typing import NamedTuple

from telegrams.values.titles.kinds import article
from telegrams.values.titles.parties import place_end
from telegrams.values.titles.tokens import (
    ACRONYM,
    ARTICLE,
    BODY,
    BRACKET,
    DASH,
    DATED,
    MODIFIER,
    NAME,
    NUMBER,
    OFFICE,
    PREPOSITION,
    QUOTE,
    Tokens,
)
from telegrams.values.titles.vocabulary import vocabulary

MEETINGS = frozenset(("conversation", "minutes", "agreement", "protocol", "journal"))
_SINGLE_WORDS = ("via", "quote", "bracket from", "number")
_PLAIN = frozenset("OBSMRAHna&#TNx")
_DATE_WORDS = frozenset(("on", "for", "of", "from", "dated", "at", "in", "held"))


class Clause(NamedTuple):
    """Words `start` to `end` under a label.

    Labels: `open` (no marker yet), `from`, `of`, `by`, `to`, `for`, `between`, `with`, `via`, `subject`, `quote`, and
    `rest` for what says nothing about parties or subject.
    """

    label: str
    start: int
    end: int


def read_clauses(tokens: Tokens, start: int, end: int, kind: str) -> list[Clause]:
    """Cut the words behind the kind into clauses; empty ones are left out."""
    clauses: list[Clause] = []
    label, first, at = "open", start, start
    classes, keys, breaks = tokens.classes, tokens.keys, tokens.breaks
    markers = vocabulary().markers
    while at < end:
        if classes[at] in _PLAIN and keys[at] not in markers and not breaks[at - 1]:
            at += 1
            continue
        found = _marker(tokens, label, first, at, end, kind)
        if found is None:
            at += 1
            continue
        if first < at:
            clauses.append(Clause(label, first, at))
        label, at = found
        first = at
        if label == "subject":
            break
        if label in _SINGLE_WORDS:
            clauses.append(Clause(label, at - 1, at))
            label = "open" if label == "bracket from" else "after" if label == "via" else "rest"
    if first < end:
        clauses.append(Clause(label, first, end))
    return clauses


def _marker(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    """The label that begins at word `at`, and where its words begin."""
    letter = tokens.classes[at]
    if letter == QUOTE:
        return ("quote", at + 1) if _is_title(tokens, label, first, at, end) else None
    if letter == BRACKET:
        return _bracketed(tokens, at)
    if tokens.keys[at] in vocabulary().participles and label in ("open", "of", "rest") and at + 1 < end:
        if tokens.keys[at + 1] == "in":
            return "by", at + 2
        return ("rest", at + 1) if tokens.classes[at + 1] in (PREPOSITION, DATED) else None
    if letter == DATED:
        return "rest", at + 1
    if tokens.keys[at] == "no" and label != "open" and at + 1 < end and tokens.classes[at + 1] == NUMBER:
        return "number", at + 2
    if letter == DASH:
        return None if kind in MEETINGS and label in ("between", "of", "with") else ("subject", at + 1)
    key = tokens.keys[at]
    if at + 1 < end and tokens.classes[at + 1] == DATED and key in _DATE_WORDS:
        return "rest", at + 2
    if key in vocabulary().subject_words:
        return ("subject", at + 1) if _opens_subject(tokens, label, first, at) else None
    if letter != PREPOSITION:
        if key.endswith("ing") and letter == NAME and tokens.breaks[at - 1] and label != "open":
            return "subject", at
        return ("subject", at) if _after_colon(tokens, label, at) else None
    if key in ("at", "in", "during") and label == "open" and at == first:
        return "rest", at + 1
    rule = _RULES.get(key)
    return rule(tokens, label, first, at, end, kind) if rule else None


def _bracketed(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """`[via Kovalev]`, `[from Mao Zedong]`."""
    start = tokens.starts[at] + 1
    opening = tokens.text[start : start + 5].lower()
    if opening.startswith("via "):
        return "via", at + 1
    return ("bracket from", at + 1) if opening == "from " else None


def _after_colon(tokens: Tokens, label: str, at: int) -> bool:
    return label != "open" and tokens.breaks[at - 1] == ":"


def _is_title(tokens: Tokens, label: str, first: int, at: int, end: int) -> bool:
    """A quotation is a title unless it is a nickname or the name of a journal, a party … in front of it."""
    if label == "rest" and not tokens.breaks[at - 1]:
        return False
    if at + 1 < end and tokens.classes[at + 1] == NAME and not tokens.breaks[at]:
        return False
    if at == first or tokens.breaks[at - 1]:
        return True
    return tokens.classes[at - 1] in (NAME, BRACKET, NUMBER, DATED)


def _opens_subject(tokens: Tokens, label: str, first: int, at: int) -> bool:
    if tokens.keys[at] != "on" or at == first or label == "open" or tokens.breaks[at - 1]:
        return True
    return tokens.keys[at - 1] not in vocabulary().scopes or tokens.classes[at + 1 : at + 2] == [ARTICLE]


def _sender(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    del end, kind
    key = tokens.keys[at]
    if label == "open" or (at > first and tokens.breaks[at - 1]) or (label in ("to", "for", "rest") and key != "of"):
        return (key, at + 1)
    if key == "by" and label in ("of", "with", "between"):
        return (key, at + 1)
    return None


def _of(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    del end, kind
    if at == first and label in ("open", "rest"):
        return ("of", at + 1)
    return ("of", at + 1) if label == "rest" and tokens.breaks[at - 1] else None


def _to(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    if kind == "conversation" or label in ("rest", "between") or (label in ("to", "for") and not tokens.breaks[at - 1]):
        return None
    if label in ("with", "of") and kind in ("agreement", "minutes"):
        return None
    if at > first and tokens.keys[at - 1].rpartition("-")[2] in vocabulary().posts and _belongs(tokens, at, end):
        return None
    return ("to", at + 1)


def _belongs(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the `to` behind an accredited office opens its post: `Ambassador to Cuba`, not `Ambassador to the MFA`."""
    first = article(tokens, at + 1)
    last = place_end(tokens, first, end)
    if last > first and tokens.phrase(first, last) in vocabulary().organisations:
        return True
    if last > first:
        if last == end or tokens.breaks[last - 1]:
            return True
        if tokens.classes[last] not in (BODY, OFFICE, MODIFIER, ACRONYM):
            return True
    if tokens.keys[at - 1] in ("assistant", "aide") and first > at + 1 and OFFICE in tokens.classes[first : first + 3]:
        return True
    for later in range(first, end):
        if tokens.keys[later] == "to":
            return True
        if tokens.classes[later] == QUOTE or tokens.keys[later] in ("on", "about", "regarding", "concerning"):
            return False
    return False


def _for(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    del end
    if kind in ("conversation", "agreement") or label in ("between", "with", "rest"):
        return None
    if at == first or tokens.breaks[at - 1] or tokens.classes[at - 1] in (NAME, BRACKET):
        return ("for", at + 1)
    if label == "open" or "at" in tokens.keys[max(first, at - 12) : at]:
        return None
    if any(key in vocabulary().scopes for key in tokens.keys[max(first, at - 12) : at]):
        return None
    return ("for", at + 1)


def _between(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    del tokens, first, end, kind
    return ("between", at + 1) if label in ("open", "of") else None


def _with(tokens: Tokens, label: str, first: int, at: int, end: int, kind: str) -> tuple[str, int] | None:
    del end
    if kind in MEETINGS:
        return ("with", at + 1) if label in ("open", "of", "by", "between", "from", "rest") else None
    return ("subject", at + 1) if at > first else None


_RULES = {
    "from": _sender,
    "by": _sender,
    "of": _of,
    "to": _to,
    "for": _for,
    "between": _between,
    "with": _with,
}
__all__ = ["ARTICLE", "MEETINGS", "Clause", "read_clauses"]
