"""Which files of a folder are read, and which files are no text, whatever their names."""

from telegrams.facts.media import FORMAT_OF_SUFFIX, medium_of
from telegrams.formats.guess import guess_format

NO_DOCUMENT = (".schema.json",)
"""Ends of file names that look like a known format, but hold no document."""


def known_suffix(name: str) -> str | None:
    """The end of a file name that tells its format; `None` where it does not, or the file holds no document."""
    folded = name.lower()
    if folded.endswith(NO_DOCUMENT):
        return None
    return next((suffix for suffix in FORMAT_OF_SUFFIX if folded.endswith(suffix)), None)


def foreign(data: bytes) -> str | None:
    """What kind of file other than text this is (`a PDF`), judged by its first bytes; `None` for text."""
    medium = medium_of(data)
    return medium.name if medium and not medium.format else None


def format_of(name: str, data: bytes) -> str:
    """The format of a file: what its content shows; where it shows nothing, what the end of its name promises.

    So a damaged JSON file is reported as JSON with an error in it, and not read as text.
    """
    shown = guess_format(data, name)
    suffix = known_suffix(name)
    return FORMAT_OF_SUFFIX[suffix] if shown == "text" and suffix else shown
