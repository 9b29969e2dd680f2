"""The tradition of the archive that a clause names: it decides what `f. 43` is.

The archive decides by its initials, by its state or by its town; where it tells none, or more than one, the other words
of units beside the number do: `f. 5, op. 2` is a Soviet fond wherever the copy lies. Where neither tells one, none is
known.
"""

import re

from telegrams.facts.traditions import TRADITIONS, Tradition

from .vocabulary import alternatives

_OF_NAME = {name: each for each in TRADITIONS for name in each.names}
_OF_INITIALS = {
    **{name: each for name, each in _OF_NAME.items() if name.isupper()},
    **{initials: each for each in TRADITIONS for initials in each.initials},
}
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = frozenset(_WORD.findall(name)[0] for name in _OF_NAME)
_NAME = re.compile(rf"(?<!\w)(?:{alternatives(_OF_NAME)})(?!\w)")
_COMPANIONS = tuple(
    (each, re.compile(rf"(?<!\w)(?:{alternatives(each.companions)})(?![^\W\d_])", re.IGNORECASE))
    for each in TRADITIONS
    if each.companions
)


def tradition_of_archive(archive: dict[str, str]) -> Tradition | None:
    """The tradition that the archive's names tell; takes the fields of a holding."""
    initials = _WORD.findall(archive.get("abbreviation", ""))
    found = [_OF_INITIALS[word] for word in initials if word in _OF_INITIALS]
    for name in ("repository", "settlement", "country"):
        if name in archive and not _FIRST_WORDS.isdisjoint(_WORD.findall(archive[name])):
            found += (_OF_NAME[each] for each in _NAME.findall(archive[name]))
    return _only(found)


def tradition_of_units(clause: str) -> Tradition | None:
    """The tradition that the words of a clause's units tell."""
    return _only([each for each, words in _COMPANIONS if words.search(clause)])


def _only(found: list[Tradition]) -> Tradition | None:
    return found[0] if found and all(each is found[0] for each in found) else None
