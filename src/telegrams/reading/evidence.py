"""Where each value of a document stands in its source.

The reader notes the place of every part (`Evidence`). The values inside a part are verbatim pieces of it, so they are
found there again, in order, white space aside. This is done when somebody asks, never while reading.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from telegrams.model.diagnostics import Span
from telegrams.model.strings import Line, RecordId, Run

from .draft import Draft

_VERBATIM = tuple(get_args(each)[1] for each in (Line, Run, RecordId))
_WORD = re.compile(r"[^ \t\n\f\r]+")


class _Part:
    """A part of the clean text, squeezed, with the way back to its offsets."""

    def __init__(self, clean: str, start: int, end: int) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._offsets: list[int] = []
        length = 0
        for match in _WORD.finditer(clean, start, end):
            word, offset = match[0], match.start()
            if pieces:
                length += 1
            self._starts.append(length)
            self._offsets.append(offset)
            pieces.append(word)
            length += len(word)
        self.text = " ".join(pieces)
        self.cursor = 0

    def find(self, value: str) -> tuple[int, int] | None:
        """The offsets in the clean text of a value, if possible behind the one found before."""
        at = self._search(value, self.cursor)
        if at is None:
            at = self._search(value, 0)
        if at is None:
            return None
        self.cursor = at + len(value)
        return self._clean(at), self._clean(at + len(value) - 1) + 1

    def _search(self, value: str, start: int) -> int | None:
        """A place where no letter or figure touches the value; any place where there is none such."""
        first = at = self.text.find(value, start)
        while at >= 0:
            before, after = self.text[at - 1 : at], self.text[at + len(value) : at + len(value) + 1]
            if not (before.isalnum() and value[0].isalnum()) and not (after.isalnum() and value[-1].isalnum()):
                return at
            at = self.text.find(value, at + 1)
        return first if first >= 0 else None

    def _clean(self, at: int) -> int:
        index = bisect_left(self._starts, at + 1) - 1
        return self._offsets[index] + at - self._starts[index]


def locate_values(draft: Draft) -> dict[str, Span]:
    """The span of every verbatim value of the document, by its path; a part that has none is left out."""
    source, spans = draft.source, {}
    for path, start, end in draft.evidence:
        spans[path] = Span(start=source.raw_offset(start), end=source.raw_offset(end, end=True))
        part = _Part(source.clean, start, end)
        for place, value in _values(_at(draft.document, path), path):
            found = part.find(value.strip(" ")) if value.strip(" ") else None
            if found:
                spans[place] = Span(start=source.raw_offset(found[0]), end=source.raw_offset(found[1], end=True))
    return spans


def _at(document: BaseModel, path: str) -> object:
    value: Any = document  # whatever stands at a step
    for step in path.replace("]", "").replace("[", ".").split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


def _values(value: object, path: str) -> Iterator[tuple[str, str]]:
    """The verbatim strings inside a value, with their paths; a whole statement before its parts."""
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _values(each, f"{path}[{index}]")
    elif isinstance(value, BaseModel):
        verbatim = verbatim_fields(type(value))
        for name in type(value).model_fields:
            field = getattr(value, name)
            if isinstance(field, str) and name not in verbatim:
                continue
            yield from _values(field, f"{path}.{name}")
    elif isinstance(value, str):
        yield path, value


@cache
def verbatim_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of a class's fields that hold words of the source."""
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if _is_verbatim(field.annotation, field.metadata))


def _is_verbatim(annotation: object, metadata: list[Any]) -> bool:
    if any(each in _VERBATIM for each in metadata):
        return True
    return any(_is_verbatim(each, list(get_args(each)[1:])) for each in get_args(annotation))
