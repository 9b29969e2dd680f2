"""Which format an input is of, by its content first and its name second; and which files are no text at all."""

import re

from telegrams.facts.media import FORMAT_OF_SUFFIX, Medium, medium_of

_TEI = re.compile(r"\s*<(?:\?xml|!DOCTYPE|TEI|teiCorpus|[A-Za-z][\w.-]{0,30}:TEI)", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!DOCTYPE\s+html|html)\b", re.IGNORECASE)
_COMMENT = re.compile(r"\s*<!--")
_OBJECT = re.compile(r'\s*\{\s*"')
_ARRAY = re.compile(r"\s*\[\s*\{")
_HEAD = 4096
NO_DOCUMENT = (".schema.json",)
"""Ends of file names that look like a known format, but hold no document."""


def decoded(data: bytes) -> str:
    """The text of a JSON or XML file that spans count in: UTF-8, or UTF-16 by its byte order mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def guess_format(data: bytes | str, name: str | None = None) -> str:
    """The name of a readable format; `text` where nothing says otherwise."""
    head = _head(data)
    if _HTML.match(head):
        return "html"
    if _TEI.match(head):
        return "tei"
    if _ARRAY.match(head):
        return "csl"
    if _OBJECT.match(head):
        lines = _lines_of_objects(data)
        return "jsonl" if lines > 1 or (name or "").endswith((".jsonl", ".ndjson")) else "json"
    medium = medium_of(data) if isinstance(data, bytes) else None
    if medium and medium.format:
        return medium.format
    promised = FORMAT_OF_SUFFIX.get(known_suffix(name or "") or "", "text")
    # A table shows by nothing but its name that it is no text.
    return promised if not head.strip() or promised == "csv" else "text"


def _head(data: bytes | str) -> str:
    """The beginning, without a byte order mark and without the comments of XML that stand before anything else.

    A comment is no sign of a format: Markdown has them too.
    """
    text = data[:_HEAD].removeprefix("\ufeff") if isinstance(data, str) else decoded(data[:_HEAD])
    if not text.lstrip().startswith("<!--"):
        return text
    text = data if isinstance(data, str) else decoded(data)
    at, comment = 0, _COMMENT.match(text)
    while comment and (end := text.find("-->", comment.end())) >= 0:
        at = end + 3
        comment = _COMMENT.match(text, at)
    return text[at : at + _HEAD]


def _lines_of_objects(data: bytes | str) -> int:
    """How many of the first two lines that are not blank begin an object."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    found = 0
    for line in text.split("\n", 400):
        if line.strip():
            if not line.startswith("{"):
                break
            found += 1
        if found > 1:
            break
    return found


def known_suffix(name: str) -> str | None:
    """The end of a file name that tells its format; `None` where it does not, or the file holds no document."""
    folded = name.lower()
    if no_document(name):
        return None
    return next((suffix for suffix in FORMAT_OF_SUFFIX if folded.endswith(suffix)), None)


def no_document(name: str) -> str | None:
    """The end of a file name that looks like a known format and tells that no document is in it; `None` for others."""
    return next((end for end in NO_DOCUMENT if name.lower().endswith(end)), None)


def foreign(data: bytes) -> Medium | None:
    """What kind of file other than text this is (a PNG image), judged by its first bytes; `None` for text."""
    medium = medium_of(data)
    return medium if medium and not medium.format else None


def format_of(name: str, data: bytes) -> str:
    """The format of a file: what its content shows; where it shows nothing, what the end of its name promises.

    So a damaged JSON file is reported as JSON with an error in it, and not read as text.
    """
    shown = guess_format(data, name)
    suffix = known_suffix(name)
    return FORMAT_OF_SUFFIX[suffix] if shown == "text" and suffix else shown
