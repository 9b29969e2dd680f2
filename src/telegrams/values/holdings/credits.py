"""A credit clause → steps of custody and contributors.

::

    credit     := {opener} verb {("," | "and") verb} {complement}
    complement := "from" language | "for" programme | "by" names | ("to" | "at" | "with" | "in") body | "of" names
    names      := name {("," | "and") name}
    name       := words ["(" note ")"] ["," body]
"""

import re
from typing import NamedTuple

from telegrams.facts.bodies import nouns_of_bodies
from telegrams.facts.names import NAME_WORDS
from telegrams.facts.places import COUNTRIES, REGIONS, SETTLEMENTS
from telegrams.facts.verbs import ACTION_OF_CREDIT
from telegrams.model.citation import Contributor, ContributorRole, Custody, CustodyAction
from telegrams.values.patterns import compiled

from .leads import CREDIT, VERB, remark_gap, small_letters
from .marks import HIDDEN, mask, trimmed
from .vocabulary import alternatives


class Credit(NamedTuple):
    """What a credit clause says, and the words in it that were not understood."""

    custody: tuple[Custody, ...]
    contributors: tuple[Contributor, ...]
    rest: tuple[str, ...]


class _Agent(NamedTuple):
    name: str
    note: str | None


_MOST_AGENTS = 100
"""More names are no credit; each step of custody repeats its clause, so their number bounds what is written."""
_PREPOSITION = re.compile(r" ?\b(by|for|from|to|at|of|with|in)\b(?: |$)")
_STOPS = {
    "by": re.compile(r",? (for|from|to) "),
    "for": re.compile(r",? (by|from|to) "),
    "from": re.compile(r",? (by|for|to) "),
    "to": re.compile(r",? (by|for|from) "),
    "of": re.compile(r",? (by|to|for) "),
}
_PLACED = re.compile(r",? (by) ")
_BETWEEN = re.compile(rf",? and |,? &{HIDDEN}* |, |; ")
_PROGRAMME_NOUNS = alternatives(map(str.capitalize, nouns_of_bodies("programme")))
_PROGRAMME = re.compile(rf"(?:the )?(?:[A-Z][A-Za-z]{{0,3}}[A-Z]|(?:[^\s,]+ ){{0,8}}(?:{_PROGRAMME_NOUNS})\b)")
_BEHIND_NAMES = frozenset().union(*(NAME_WORDS[part] for part in ("suffix", "numeral", "degree")))
_SUFFIX = re.compile(rf"(?:{alternatives(word.rstrip('.') for word in _BEHIND_NAMES)})\.?$")
_BRACKETED = re.compile(r" ?\(([^()]+)\)$|(?<!^) ?\[([^\[\]]+)\]$")
_DOUBT = re.compile(r" ?[(\[](?:sp\.?)? ?\?[)\]]$|(?<=[^\W_])\?$")
_CALL_NUMBER = re.compile(r"(?=[^A-Z])[^\W\d_]{1,8}[.']? ?\d\S*")
_ORIGINAL = re.compile(r" (?:original|text|language|version|copy)$")
_BODIES = nouns_of_bodies("credited")


def parse_credit(text: str) -> Credit:
    """Take a credit clause apart; one that fills no field, and what is no credit, comes back whole as rest."""
    masked = mask(text)
    opening = CREDIT.match(small_letters(masked))
    if opening is None:
        return Credit((), (), (text,))
    verbs = opening["verbs"]
    if verbs in ACTION_OF_CREDIT:
        done = [ACTION_OF_CREDIT[verbs]]
    else:
        done = list(dict.fromkeys(ACTION_OF_CREDIT[verb[0]] for verb in compiled(VERB).finditer(verbs)))
    said, rest = _complements(text, masked, opening.end(), "translator" in done)
    by, over = _agents(said.get("by", ""))
    if len(by) > _MOST_AGENTS:
        return Credit((), (), (text,))
    rest += over
    custody: list[Custody] = []
    contributors: list[Contributor] = []
    for what in done:
        match what:
            case "translator" | "editor" | "transcriber":
                contributors += [_contributor(what, agent, said) for agent in by]
            case "other":
                pass
            case _:
                agents, over = (by, []) if by else _keepers(what, said)
                custody += _steps(text, what, agents, said)
                rest += over
    if not custody and not contributors:
        return Credit((), (), (text,))
    return Credit(tuple(custody), tuple(contributors), tuple(filter(None, rest)))


def _complements(text: str, masked: str, at: int, translated: bool) -> tuple[dict[str, str], list[str]]:
    """Preposition → what follows it, up to the next preposition that can end it; and what says nothing we know.

    `from` tells a language only where something was `translated`.
    """
    said: dict[str, str] = {}
    rest: list[str] = []
    while at < len(text):
        found = _PREPOSITION.match(masked, at)
        key, start = (found[1], found.end()) if found else ("by", at)
        end = _complement_end(masked, key, start)
        value = trimmed(text[start:end].removeprefix("the ")) if key != "from" else _language(text[start:end])
        if key in said or (key == "from" and not translated):
            rest.append(trimmed(text[at:end]).strip())
        elif value:
            said[key] = value
        at = max(end, start)
        while at < len(text) and masked[at] in ",":
            at += 1
    return said, rest


def _complement_end(masked: str, key: str, start: int) -> int:
    for stop in _STOPS.get(key, _PLACED).finditer(masked, start):
        word = stop[1]
        if word == "by" or (word == "for" and (key != "by" or _leads_to_programme(masked, start, stop))):
            return stop.start()
        if word in {"from", "to"} and masked[stop.end() : stop.end() + 5].removeprefix("the ")[:1].isupper():
            return stop.start()
    return len(masked)


def _leads_to_programme(masked: str, start: int, stop: re.Match[str]) -> bool:
    """Whether `for` behind a name leads to a programme, and is no part of a body's name (`Institute for …`)."""
    before = masked[start : stop.start()].rpartition(" ")[2].casefold()
    if before in _BODIES:
        return False
    return masked.startswith("the ", stop.end()) or _PROGRAMME.match(masked, stop.end()) is not None


def _language(text: str) -> str:
    return _ORIGINAL.sub("", trimmed(text.removeprefix("the ")))


def _keepers(action: CustodyAction, said: dict[str, str]) -> tuple[list[_Agent], list[str]]:
    """Who does what no `by` tells: `courtesy of A`, `gift of A`, `by permission from A`; and what is no name in it."""
    match action:
        case "provided":
            return _agents(said.get("of", ""))
        case "courtesy" | "permission":
            return _agents(said.get("of") or said.get("from") or said.get("with") or "")
        case _:
            return [], []


def _steps(clause: str, action: CustodyAction, agents: list[_Agent], said: dict[str, str]) -> list[Custody]:
    """One step of custody for each agent, or one without agent."""
    recipient = said.get("to")
    if recipient is None and action == "deposited":
        recipient = next(
            (said[key].removeprefix("possession of ") for key in ("at", "with", "in") if key in said), None
        )
    if not agents:
        return [Custody(action=action, verbatim=clause, recipient=recipient)]
    return [
        Custody(action=action, verbatim=clause, agent=agent.name, note=agent.note, recipient=recipient)
        for agent in agents
    ]


def _contributor(role: ContributorRole, agent: _Agent, said: dict[str, str]) -> Contributor:
    return Contributor(
        role=role,
        name=agent.name,
        affiliation=agent.note,
        programme=said.get("for"),
        source_language=said.get("from") if role == "translator" else None,
    )


def _agents(text: str) -> tuple[list[_Agent], list[str]]:
    """Names with their notes; and a remark behind them, such as `slightly revised`, or a name that is doubted.

    A doubt (`V. Orlov (?)`) is no part of the name; as no field holds it, name and doubt stand in the rest as well.
    """
    if not text:
        return [], []
    masked = mask(text)
    rest: list[str] = []
    gap = remark_gap(masked)
    if gap is not None:
        rest.append(text[gap.end() :])
        text, masked = text[: gap.start()], masked[: gap.start()]
    agents: list[_Agent] = []
    for start, name_end, end in _names(text, masked):
        name, addition = text[start:name_end], text[name_end:end]
        if doubt := _DOUBT.search(name):
            rest.append(name.strip())
            name = name[: doubt.start()]
        if _CALL_NUMBER.fullmatch(name):
            rest.append(name)  # `courtesy of the … Archive, f. 16, d. 2`
            continue
        agents.append(_agent(name, addition))
    return [agent for agent in agents if agent.name], rest


def _names(text: str, masked: str) -> list[tuple[int, int, int]]:
    """Start of each name, its end, and the end of the body or title that belongs to it."""
    if "," not in masked and " and " not in masked and "&" not in masked and ";" not in masked:
        return [(0, len(text), len(text))]
    names: list[tuple[int, int, int]] = []
    start = 0
    mark = ""
    behind_body = False
    for between in (*_BETWEEN.finditer(masked), None):
        end = between.start() if between else len(text)
        piece = text[start:end]
        has_noun = not _BODIES.isdisjoint(piece.casefold().replace(",", " ").split())
        if names and _belongs(piece, mark, has_noun, behind_body):
            first, name_end, _ = names[-1]
            grown = "," not in mark or _SUFFIX.match(piece) is not None
            names[-1] = (first, end if grown and name_end == names[-1][2] else name_end, end)
            behind_body = behind_body or has_noun
        elif piece.strip():
            names.append((start, end, end))
            behind_body = has_noun
        if between:
            start, mark = between.end(), between[0]
    return names


def _belongs(piece: str, mark: str, has_noun: bool, behind_body: bool) -> bool:
    """Whether a piece goes on with the name before it: a body, a place behind a body, a title, half a body's name.

    `has_noun`: the piece has a body's noun; `behind_body`: the name before it has one.
    """
    if _SUFFIX.match(piece):
        return True
    if mark == ", ":
        return has_noun or _is_of_a_state(piece) or piece in REGIONS or piece in SETTLEMENTS
    return behind_body and " " not in piece.strip()


def _is_of_a_state(piece: str) -> bool:
    """Whether more than one word ends in a state's name, as a body's may: `Monash South Africa`."""
    before, _, last = piece.rpartition(" ")
    return bool(before) and (last in COUNTRIES or f"{before.rpartition(' ')[2]} {last}" in COUNTRIES)


def _agent(name: str, addition: str) -> _Agent:
    note: str | None = (addition and trimmed(addition)) or None
    bracket = _BRACKETED.search(name) if name[-1:] in (")", "]") else None
    if bracket and note is None:
        note, name = trimmed(bracket[1] or bracket[2]) or None, name[: bracket.start()]
    name = name.removeprefix("the ")
    if note and not bracket and _is_place(note) and not _BODIES.isdisjoint(name.casefold().split()):
        return _Agent(trimmed(f"{name}{addition}"), None)
    return _Agent(trimmed(name), note)


def _is_place(text: str) -> bool:
    """Whether a text is nothing but a town, with or without its region."""
    town, _, region = text.partition(", ")
    return town in SETTLEMENTS and (not region or region in REGIONS)
