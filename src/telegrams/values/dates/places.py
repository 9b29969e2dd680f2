"""The place of a dateline or of dispatch: `Moscow, 24 December 1986`, `Dispatched from Havana on …`."""

import re

from telegrams.facts.calendar import MONTHS, NOT_PLACES, WEEKDAYS
from telegrams.facts.places import SETTLEMENTS
from telegrams.values.patterns import compiled

from .words import ARTICLES, DISPATCH

_WORD = r"[^\W\d_a-zßàáâäåæçèéêëíîïñóôöøúûüýžščćđłńśźżőű][\w.'’-]{0,24}"
_PLACE = rf"{_WORD}(?: (?:(?:de|da|do|del|la|am|an|upon|y|of) )?{_WORD}){{0,3}}"
_PLACES = rf"(?:{_PLACE})(?:, ?(?:the )?{_PLACE})?(?: [(\[]{_PLACE}[)\]])?"
_COMMA = re.compile(", ?")
_BEFORE_DATE = ARTICLES | WEEKDAYS
_NO_BRACKETS = {ord("["): None, ord("]"): None}
_INITIAL = re.compile(r"[^\W\d_]\.")
_DISPATCH = rf"\b([^\W\d_]{{3,14}}) (?:from|at|in) (?:the )?((?:{_PLACE})(?:, ?{_PLACE})?),? (?:(?:on|at|dated) )?$"


def find_place(before: str, after: str) -> str | None:
    """The place named by the words before or after a date; none where they may be anything else.

    place-and-date = [ institution, "," ], place, ( "," | "." ), [ weekday, "," ], [ article ], date
                   | verb, ( "from" | "at" | "in" ), place, [ "on" ], date | date, ",", place ;
    place = capitalised words, [ ",", capitalised words ] ;  verb = `dispatched` | `sent` …
    """
    dispatch = compiled(_DISPATCH).search(before[-90:])
    if dispatch and dispatch[1].lower() in DISPATCH:
        return _place(dispatch[2])
    plain = before.translate(_NO_BRACKETS)
    words = plain.strip().lstrip('(“"') if len(before) <= 80 else ""
    while words and (last := words.rstrip(", ").rpartition(" ")[2]).rstrip(".").lower() in _BEFORE_DATE:
        words = words.rstrip(", ")[: -len(last)].rstrip(" ")
    if words.endswith((",", "–", "—")):
        return _place(_behind_institution(words[:-1].rstrip()))
    if words.endswith(".") and words[:-1] in SETTLEMENTS:
        return words[:-1]
    if not words and after.startswith(", ") and len(after) <= 60:
        return _place(after[2:].rstrip(" .)]") + ("." if after.endswith(("D.C.", "N.Y.", "D. F.")) else ""))
    return None


def _behind_institution(words: str) -> str:
    """`Legation of Ruritania, Oslo` is in Oslo: without the parts at the beginning that name a body or an office."""
    parts = _COMMA.split(words)
    first = next((at for at, part in enumerate(parts) if not is_institution(part)), 0)
    return ", ".join(parts[first:]) if first else words


def is_institution(part: str) -> bool:
    """Whether a part of a dateline names a body or an office: `Legation of Ruritania`."""
    words = part.split(" ")
    return "of" in words or any(word.rstrip(".").capitalize() in NOT_PLACES for word in words)


def _place(words: str) -> str | None:
    if not compiled(_PLACES).fullmatch(words) or _INITIAL.match(words):
        return None
    plain = words.replace(",", " ").split()
    if any(word in NOT_PLACES or word.capitalize() in NOT_PLACES for word in plain):
        return None
    return None if plain[0].rstrip(".").lower() in MONTHS or plain[0].lower() in WEEKDAYS else words
