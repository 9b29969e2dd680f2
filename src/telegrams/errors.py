"""The exceptions, all of them:

    TelegramsError
    ├── ParseError           the input is not a document of the expected format, or has error-level findings
    │   └── DecodeError      bytes that are not text in the expected encoding
    ├── UnknownFormatError   a format name that does not exist
    ├── UnknownLossesError   a format of which nobody has said what it cannot hold
    └── WriteError           the document cannot be written in this format
        ├── LeftOutError     the document has nothing that this format is for; a collection goes on without it
        └── CiteError        citations cannot be set

Every one can be pickled, so that it crosses process borders.
"""

from collections.abc import Iterable
from typing import Any

from telegrams.model.diagnostics import Diagnostic


class TelegramsError(Exception):
    """The base of all exceptions of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[TelegramsError], args: tuple[Any, ...], state: dict[str, Any]) -> TelegramsError:
    """An exception as it was, without a call of its `__init__`."""
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class ParseError(TelegramsError):
    """The input could not be understood; `diagnostics` says where and why."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{found.code}: {found.message}" for found in self.diagnostics))


class DecodeError(ParseError):
    """The bytes are not text in the expected encoding; `offset` counts bytes from 0."""

    def __init__(self, diagnostic: Diagnostic, offset: int) -> None:
        self.offset = offset
        super().__init__((diagnostic,))


class UnknownFormatError(TelegramsError):
    """There is no format of this name; `known` lists those there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(f"unknown format {name!r}; known formats: {', '.join(self.known)}")


class UnknownLossesError(TelegramsError):
    """What this format cannot hold of a document is not known: the table of losses has no column for it."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"what {name} cannot hold is not known")


class WriteError(TelegramsError):
    """The document cannot be written in this format; the message says why."""


class LeftOutError(WriteError):
    """The document has nothing that this format is for: a collection goes on without it; the message says why."""


class CiteError(WriteError):
    """The citations cannot be set; `code` names the finding and `hint` what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        self.code, self.hint = code, hint
        super().__init__(message)
