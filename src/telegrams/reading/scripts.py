"""Which script a text is written in, and which scripts a language uses."""

import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "scripts.tsv"


@cache
def _by_language() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _DATA.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {language: tuple(scripts.split()) for scripts, languages in rows for language in languages.split()}


def scripts_of(tag: str) -> tuple[str, ...]:
    """The scripts a language (BCP 47 tag) is written in; `LATIN` where nothing else is known."""
    return _by_language().get(tag.split("-", 1)[0].lower(), ("LATIN",))


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
