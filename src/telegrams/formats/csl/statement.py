"""The source statement of a citation, clause by clause: what a citation style prints elsewhere, and who held the copy.

A clause of a statement begins with a group of verbs (`Obtained and translated`, `copy courtesy`, `on file`), and ends
where the next group, a semicolon or a sentence begins. The verbs are facts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from telegrams.facts.verbs import ACTION_OF_VERB, Action
from telegrams.model import Contributor, Custody, SourceStatement
from telegrams.model.citation import CustodyAction
from telegrams.model.known import known

_JOINER = r"(?:, and |, | and )"
_CUSTODY: tuple[CustodyAction, ...] = get_args(CustodyAction)
_CLAUSE_END = re.compile(r";|\.(?= |$)")
_PARTY = r"[^()]{1,200}?"
_NOTE = rf" \(({_PARTY})\)"
_PARTS = re.compile(
    rf"(?: (?P<link>by|of|from|to|for|at|in|with))?(?: (?:the )?(?P<party>{_PARTY}))?(?:{_NOTE})?"
    rf"(?: (?P<second>by|to|for) (?:the )?(?P<other>{_PARTY})(?:{_NOTE})?)?"
)
_FORMS = {
    "obtained": ("obtained by", "obtained for"),
    "provided": ("provided by", "provided to"),
    "contributed": ("contributed by", "contributed to"),
    "courtesy": ("courtesy of", "courtesy to"),
    "deposited": ("deposited by", "on file at"),
    "permission": ("with permission of", "with permission for"),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """One group of verbs: `Obtained and translated`."""

    start: int
    end: int
    verbs: tuple[str, ...]
    actions: tuple[str, ...]


_VERBS = tuple(verb for verb, action in ACTION_OF_VERB.items() if action != "other")


@cache
def _group() -> re.Pattern[str]:
    verb = "|".join(map(re.escape, sorted(_VERBS, key=len, reverse=True)))
    lead = r"(?:(?:with|by|the|cop(?:y|ies)) ){0,3}"
    return re.compile(rf"(?<!\w){lead}(?:{verb})(?!\w)(?:{_JOINER}{lead}(?:{verb})(?!\w)){{0,3}}", re.IGNORECASE)


def _groups(statement: str) -> Iterator[_Group]:
    for match in _group().finditer(statement):
        verbs = tuple(re.split(_JOINER, match[0]))
        yield _Group(match.start(), match.end(), verbs, tuple(_action(verb) or "" for verb in verbs))


def _action(verb: str) -> Action | None:
    lowered = verb.lower()
    return next((ACTION_OF_VERB[known] for known in _VERBS if lowered.endswith(known)), None)


def translators(source: SourceStatement | None) -> list[Contributor]:
    """The translators that a statement names."""
    return [each for each in source.contributors if each.role == "translator"] if source else []


def location(source: SourceStatement, *, translators_elsewhere: bool) -> str:
    """The statement as the place where the document is: without the full stop at its end, which styles set themselves.

    With `translators_elsewhere` it is also without the clauses that name nobody but translators.
    """
    text = _without_translators(source) if translators_elsewhere else source.verbatim
    return _trimmed(text) or source.verbatim


def _without_translators(source: SourceStatement) -> str:
    """The statement without the clauses that only name a translator whom `source.contributors` has.

    `X; translation by A` gives `X`; `Obtained by B and translated by A` gives `Obtained by B`; where one person did
    several things (`Obtained and translated by A`) only the word goes. A clause that cannot be told apart stays.
    """
    text, names = source.verbatim, translators(source)
    groups = tuple(_groups(text))
    cuts: list[tuple[int, int, str]] = []
    for index, group in enumerate(groups):
        if "translator" not in group.actions:
            continue
        limit = groups[index + 1].start if index + 1 < len(groups) else len(text)
        end = _end_of_names(text, group.end, limit, names)
        if end is not None:
            cuts.append(_cut(text, group, end, limit))
    for start, stop, instead in reversed(cuts):
        text = text[:start] + instead + text[stop:]
    return text


def _end_of_names(text: str, start: int, limit: int, people: list[Contributor]) -> int | None:
    """Where the names behind a group of verbs end, affiliation included; None where none stands there."""
    border = text.find(";", start, limit)
    limit = limit if border < 0 else border
    ends = []
    for each in people:
        place = text.find(each.name, start, limit)
        if place >= 0:
            end = place + len(each.name)
            for form in (f" ({each.affiliation})", f", {each.affiliation}"):
                end += len(form) if each.affiliation and text.startswith(form, end) else 0
            ends.append(end)
    return max(ends, default=None)


def _cut(text: str, group: _Group, end: int, limit: int) -> tuple[int, int, str]:
    kept = [verb for verb, action in zip(group.verbs, group.actions, strict=True) if action != "translator"]
    if kept:
        words = " and ".join(kept)
        return group.start, group.end, words[0].upper() + words[1:] if text[group.start].isupper() else words
    border = _CLAUSE_END.search(text, end, limit)
    if border is None and limit == len(text):
        end = limit
    elif border is not None and not any(letter.isdigit() for letter in text[end : border.start()]):
        ends_sentence = text[: group.start].endswith(". ")
        end = border.end() if border[0] == "." and ends_sentence else border.start()
    return group.start - _length_of_joiner(text[: group.start]), end, ""


def _length_of_joiner(before: str) -> int:
    trimmed = before.rstrip()
    for joiner in (", and", " and", ";", ","):
        if trimmed.endswith(joiner):
            return len(before) - len(trimmed) + len(joiner)
    return len(before) - len(trimmed)


def _trimmed(text: str) -> str:
    """Without the blanks and signs that joined what was cut; a full stop that ends an abbreviation stays."""
    text = " ".join(text.split()).strip(" ;,")
    return text[:-1] if text.endswith(".") and not re.search(r"(?:^|[\W_])[^\W\d_]\.$", text) else text


def custody_clauses(source: SourceStatement) -> list[str]:
    """One clause for each step of custody: as written, else made from its parts."""
    return [step.verbatim or _made_clause(step) for step in source.custody]


def _made_clause(step: Custody) -> str:
    by, to = _FORMS[step.action]
    words = [by, step.agent] if step.agent or not step.recipient else []
    words += [f"({step.note})"] if step.note else []
    words += [to.split(" ")[-1] if words else to, step.recipient] if step.recipient else []
    return " ".join(word for word in words if word)


def custody_step(clause: str) -> Custody | None:
    """The step of custody that a clause tells; None for a clause without a verb of custody.

    Rule: `verb [link party] ["(" note ")"] [("by" | "to" | "for") party ["(" note ")"]]`; `to`, `for`, `at` and `in`
    lead to the recipient, every other link to the agent.
    """
    match = _group().match(clause)
    action = known(_CUSTODY, _action(match[0])) if match else None
    if match is None or action is None:
        return None
    parts = _PARTS.fullmatch(clause, match.end())
    if parts is None:
        return None
    sides = {"recipient" if parts["link"] in ("to", "for", "at", "in") else "agent": parts["party"]}
    if parts["second"]:
        sides["recipient" if parts["second"] in ("to", "for") else "agent"] = parts["other"]
    return Custody(action=action, verbatim=clause, note=parts[3] or parts[6], **sides)
