"""TEI P5, both ways: the format that scholarly editions use.

Holds every field of a Document. Each has one authoritative place that the reader takes it from; repetitions that
TEI users expect elsewhere (author, title page, marked-up citation) are derived by the writer and ignored by the reader.
"""

from telegrams.formats.contract import Reading, WriteOptions
from telegrams.formats.publication import publication_date
from telegrams.model.diagnostics import Diagnostic

from .write import item

__all__ = ["accept", "check", "item", "read"]


def read(data: bytes) -> Reading:
    """The documents of a TEI file, ours or of another hand; see `read_file`. Loaded when it is called."""
    from .read_file import read_tei

    return read_tei(data)


def accept(options: WriteOptions) -> None:
    """Raises `WriteError` for a date of publication that is none."""
    if options.published:
        publication_date(options.published)


def check(data: bytes) -> tuple[Diagnostic, ...]:
    """What the schema and the rules find in a TEI file; see `schema` and `rules`."""
    from .rules import check_rules

    return check_rules(data)
