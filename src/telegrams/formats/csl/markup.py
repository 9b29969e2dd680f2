"""CSL strings may hold the tags `<b> <i> <sc> <sub> <sup> <span>`; the words of a document may not be taken for tags.

CSL has no way to escape a tag, so an invisible word joiner (U+2060) is put behind the `<` of what reads like one.
"""

import re

_TAG = re.compile(r"<(?=/?(?:b|i|sc|sub|sup|span)\b)", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"


def defused(value: object) -> object:
    """The JSON value with no string in it that CSL takes for markup."""
    if isinstance(value, str):
        return _TAG.sub("<" + _JOINER, value)
    if isinstance(value, list):
        return [defused(each) for each in value]
    return {name: defused(each) for name, each in value.items()} if isinstance(value, dict) else value


def plain(text: str) -> str:
    """The words that `defused` was given."""
    return text.replace("<" + _JOINER, "<")
