"""What every format gives and takes."""

from dataclasses import dataclass

from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document
from telegrams.options import WriteOptions

__all__ = ["Reading", "WriteOptions"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the documents in order, and findings."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
