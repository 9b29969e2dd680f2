"""The blanks of the text as the source has them: the readers see plain blanks, the text keeps its own.

A character of a block stands in exactly one `Text` or verbatim field, in the order of the source. So one walk along
both finds which space character of the source a blank of the block is.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar, cast

from telegrams.model.base import Value
from telegrams.model.body import AnyBlock
from telegrams.values.blanks import folded

from .draft import Draft

_IN_ORDER = ("marker", "speaker", "label", "verbatim", "text", "date", "rows", "content")
"""The fields of blocks and inlines that hold characters of the text, in the order in which they stand there."""
_REACH = 600
"""How far ahead a character is looked for: behind marks that the reader took away, such as a link's address."""
_V = TypeVar("_V")


def keep_blanks(draft: Draft) -> Draft:
    """Give the blocks of the text the space characters of the source; nothing is done where it has none."""
    source = draft.source
    if source.clean == source.unfolded:
        return draft
    places = {each.path: source.unfolded[each.start : each.end] for each in draft.evidence}
    body = (
        with_blanks_of(places.get(f"body[{number}]", ""), block) for number, block in enumerate(draft.document.body)
    )
    return draft._replace(document=draft.document.model_copy(update={"body": tuple(body)}))


def with_blanks_of(source: str, block: AnyBlock) -> AnyBlock:
    """The block with the space characters that its stretch of the source has between the same words.

    A blank for which the source has several characters of white space stays a plain one.
    """
    if folded(source) == source:
        return block
    return _rewritten(block, iter(_aligned(source, "".join(_words(block)))))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif isinstance(value, Value):
        for name in _IN_ORDER:
            yield from _words(getattr(value, name, None))


def _rewritten(value: _V, characters: Iterator[str]) -> _V:
    """The value with its words taken from `characters`, which are as many."""
    new: object = value
    if isinstance(value, str):
        new = "".join(islice(characters, len(value)))
    elif isinstance(value, tuple):
        new = tuple([_rewritten(each, characters) for each in value])
    elif isinstance(value, Value):
        held = [name for name in _IN_ORDER if getattr(value, name, None) is not None]
        new = value.model_copy(update={name: _rewritten(getattr(value, name), characters) for name in held})
    return cast("_V", new)


def _aligned(source: str, words: str) -> str:
    """The words with the blanks of the source: one walk along both, from word to word."""
    found: list[str] = []
    blank, place = "", 0
    for character in words:
        if character == " ":
            blank = character
            continue
        at = source.find(character, place, place + _REACH)
        if at >= 0:
            gap = [each for each in source[place:at] if each.isspace()] if blank else []
            blank = gap[0] if len(gap) == 1 and gap[0] not in "\n\f\t" else blank
            place = at + 1
        found += blank, character
        blank = ""
    return "".join([*found, blank])
