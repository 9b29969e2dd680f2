"""TEI P5, both ways: the format that scholarly editions use.

Holds every field of a Document. Each has one authoritative place that the reader takes it from; repetitions that
TEI users expect elsewhere (author, title page, marked-up citation) are derived by the writer and ignored by the reader.
"""

import re

from telegrams.facts.tei_elements import LETTER_DIVISIONS
from telegrams.formats.contract import Reading, WriteOptions
from telegrams.formats.publication import publication_date
from telegrams.model.diagnostics import Diagnostic

from .write import item

__all__ = ["accept", "check", "holds_several", "item", "read"]

_PREFIX = rb"<(?:[A-Za-z_][\w.-]{0,40}:)?"
_EDITION = re.compile(_PREFIX + rb"TEI[\s>]")
_LETTER = re.compile(_PREFIX + rb"correspDesc[\s>]")
_TEXT = re.compile(_PREFIX + rb"text[\s>]")
_DOCUMENT = re.compile(
    rf"\stype\s{{0,9}}=\s{{0,9}}[\"'](?:document|{'|'.join(sorted(LETTER_DIVISIONS))})[\"']".encode()
)


def read(data: bytes) -> Reading:
    """The documents of a TEI file, ours or of another hand; see `read_file`. Loaded when it is called."""
    from .read_file import read_tei

    return read_tei(data)


def holds_several(data: bytes) -> bool:
    """Whether two elements stand in a file that may each be a document: `TEI`, `correspDesc`, `text`, `div[@type]`.

    UTF-16 is not searched: there may be several.
    """
    return b"\0" in data[:4] or any(len(each.findall(data)) > 1 for each in (_EDITION, _LETTER, _TEXT, _DOCUMENT))


def accept(options: WriteOptions) -> None:
    """Raises `WriteError` for a date of publication that is none."""
    if options.published:
        publication_date(options.published)


def check(data: bytes) -> tuple[Diagnostic, ...]:
    """What the schema and the rules find in a TEI file; see `schema` and `rules`."""
    from .rules import check_rules

    return check_rules(data)
