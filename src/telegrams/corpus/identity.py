"""What tells a record from others: its number, or its title, date and text.

Letters and figures count, not blanks, punctuation, case or layout: a text and its print are one record.
"""

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from telegrams.formats.block_text import block_text
from telegrams.model.body import leaf_blocks

if TYPE_CHECKING:
    from telegrams.model.document import Document

_NO_LETTERS = re.compile(r"[\W_]+")
_BYTES = 8
"""Of a digest: two of a million records share one by chance once in many millions of runs."""


class Identity(NamedTuple):
    """What tells a record from others, as digests; none where the document does not say it."""

    number: int | None
    """Of its number in the archive."""
    words: int | None
    """Of its title, date and text."""


def identity_of(document: "Document") -> Identity:
    """The identity of a document; its words are none where it has no text: many have the same title and date."""
    record_id = document.citation.record_id if document.citation else None
    text = _letters("".join(map(block_text, leaf_blocks(document.body))))
    if not text:
        return Identity(_digest(record_id), None)
    title = _letters(document.title.verbatim) if document.title else ""
    date = document.date.edtf or document.date.verbatim if document.date else ""
    return Identity(_digest(record_id), _digest(f"{title}\n{date}\n{text}"))


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _digest(text: str | None) -> int | None:
    return int.from_bytes(blake2b(text.encode("utf-8"), digest_size=_BYTES).digest()) if text else None
