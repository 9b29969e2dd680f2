"""CSL-YAML, the form in which pandoc takes a bibliography written by hand. Written, not read.

The same items as CSL-JSON, without `custom`, which pandoc does not use. Pandoc reads the strings as Markdown, so
Markdown's signs are escaped in them.
"""

import json
import re
from collections.abc import Iterable, Iterator

from telegrams.model import Document

from .contract import Piece, WriteOptions
from .csl.write import citation_item
from .keys import distinct

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#^~$@|&]|(?<!\w)-{2,3}|\.\.\.)")
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_VERBATIM = frozenset({"type", "URL", "language"})


def item(document: Document, options: WriteOptions) -> Piece:
    """The document as one entry of the list. Raises `WriteError` where no valid citation can be made of it."""
    record = citation_item(document, options)
    key, _, _ = record.pop("id"), record.pop("citation-key"), record.pop("custom")
    lines = [line for name, value in record.items() for line in _lines(name, value, escape=name not in _VERBATIM)]
    fields = "\n  ".join(['"', *lines]) + "\n"
    return Piece((b'- id: "', b'"\n  citation-key: "', fields.encode()), key)


def join(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """One YAML document. A second item of the same id gets the suffix `-2`, a third `-3`."""
    begin = b"---\nreferences:\n"
    for each in distinct(pieces):
        yield begin + each
        begin = b""
    yield b"---\nreferences: []\n...\n" if begin else b"...\n"


def _lines(name: str, value: object, *, escape: bool) -> Iterator[str]:
    """The lines of one field: a scalar, the parts of a date or a list of names in flow form."""
    if isinstance(value, dict):
        yield f"{name}:"
        for part, inner in value.items():
            yield f"  {part}: {_flow(inner, escape=False)}"
    elif isinstance(value, list):
        yield f"{name}:"
        for each in value:
            yield f"- {_flow(each, escape=escape)}"
    else:
        yield f"{name}: {_flow(value, escape=escape)}"


def _flow(value: object, *, escape: bool) -> str:
    """The value in YAML's flow form, which JSON is."""
    if isinstance(value, str):
        text = json.dumps(_MARKDOWN.sub(r"\\\1", value) if escape else value, ensure_ascii=False)
        return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(part, escape=escape)}" for name, part in value.items()) + "}"
    return json.dumps(value)
