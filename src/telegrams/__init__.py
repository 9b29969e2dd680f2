"""Telegrams: the text of declassified diplomatic documents ⇄ validated models, JSON, TEI and citations.

    document = telegrams.parse(text)          # Document
    telegrams.write(document, "tei")          # bytes

Every name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .version import VERSION

if TYPE_CHECKING:
    from .building import build
    from .conversion import Result, convert, parse
    from .corpus import convert_many
    from .errors import DecodeError, ParseError, TelegramsError, UnknownFormatError, WriteError
    from .formats import FORMATS, read, write, write_many
    from .model import SCHEMA_VERSION, Diagnostic, Document
    from .options import WriteOptions
    from .schema import schema
    from .values.citations import parse_citation
    from .values.dates import parse_date
    from .values.holdings import parse_source
    from .values.titles import parse_title

__version__ = VERSION

_HOMES = {
    "building": ("build",),
    "conversion": ("Result", "convert", "parse"),
    "corpus": ("convert_many",),
    "errors": ("DecodeError", "ParseError", "TelegramsError", "UnknownFormatError", "WriteError"),
    "formats": ("FORMATS", "read", "write", "write_many"),
    "model": ("SCHEMA_VERSION", "Diagnostic", "Document"),
    "options": ("WriteOptions",),
    "schema": ("schema",),
    "values.citations": ("parse_citation",),
    "values.dates": ("parse_date",),
    "values.holdings": ("parse_source",),
    "values.titles": ("parse_title",),
}

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "DecodeError",
    "Diagnostic",
    "Document",
    "ParseError",
    "Result",
    "TelegramsError",
    "UnknownFormatError",
    "WriteError",
    "WriteOptions",
    "__version__",
    "build",
    "convert",
    "convert_many",
    "parse",
    "parse_citation",
    "parse_date",
    "parse_source",
    "parse_title",
    "read",
    "schema",
    "write",
    "write_many",
]


def __getattr__(name: str) -> object:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{home}", __name__), name)
    globals()[name] = value  # so that the next access finds it at once
    return value


def __dir__() -> list[str]:
    return __all__
