"""Names that put the family name first: `Zhou Enlai`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from . import table

_LONGEST_SYLLABIC_WORD = 20


class _FamilyFirst(NamedTuple):
    language: str
    part: Literal["surnames", "initials", "finals"]
    entries: tuple[str, ...]


@cache
def _languages() -> tuple[tuple[frozenset[str], re.Pattern[str] | None], ...]:
    """Each family-first language: its surnames, and the form of its other name words."""
    parts: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in table("family_first", _FamilyFirst):
        parts.setdefault(row.language, {})[row.part] = row.entries
    return tuple((frozenset(facts["surnames"]), _syllables(facts)) for facts in parts.values())


def _syllables(facts: Mapping[str, tuple[str, ...]]) -> re.Pattern[str] | None:
    if "finals" not in facts:
        return None
    initials, finals = ("|".join(map(re.escape, facts[part])) for part in ("initials", "finals"))
    return re.compile(rf"(?:(?:{initials})?(?:{finals})){{1,3}}")


def is_family_first(name: str) -> bool:
    """Whether the name stands in East Asian order: `Zhou Enlai`, `Kim Il Sung`, `Pham Van Dong`, `U Thant`.

    Rule: two to four words, the first a surname (or style) of one language, every other word made of that
    language's syllables; hyphens and apostrophes do not count. The surnames are facts (`family_first`).
    """
    first, *others = name.replace("'", "").replace("’", "").split(" ")
    if not 1 <= len(others) <= 3 or not first[:1].isupper():
        return False
    parts = [part for word in others for part in word.lower().split("-")]
    if not all(part.isalpha() and len(part) <= _LONGEST_SYLLABIC_WORD for part in parts):
        return False
    return any(
        first in surnames and (form is None or all(form.fullmatch(part) for part in parts))
        for surnames, form in _languages()
    )
