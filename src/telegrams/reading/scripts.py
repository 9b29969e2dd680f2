"""Which script a text is written in, and which scripts a language uses."""

import unicodedata
from collections import Counter
from functools import cache

from telegrams.facts.languages import language_of


def scripts_of(tag: str) -> tuple[str, ...]:
    """The scripts a language (BCP 47 tag) is written in; `LATIN` where nothing else is known."""
    language = language_of(tag)
    return language.scripts if language else ("LATIN",)


def scripts_in(text: str) -> Counter[str]:
    """How many letters of each script a text holds, by the first word of the letters' Unicode names."""
    scripts: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            scripts[_script(letter)] += count
    return scripts


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0]
