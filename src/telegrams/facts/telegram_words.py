"""Words by which a text names a telegram."""

from typing import Literal, NamedTuple

from . import table

TelegramWord = Literal["noun", "vague", "kind", "whose", "their", "post", "series", "cue", "copied", "thing", "other"]


class _TelegramWords(NamedTuple):
    sort: TelegramWord
    words: tuple[str, ...]


_ROWS = table("telegram_words", _TelegramWords)


def telegram_words(sort: TelegramWord) -> tuple[str, ...]:
    """The words of a sort; the sorts are said in `data/telegram_words.tsv`."""
    return tuple(word for row in _ROWS if row.sort == sort for word in row.words)
