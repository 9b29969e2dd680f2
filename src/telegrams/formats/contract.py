"""What every format gives and takes."""

from dataclasses import dataclass
from typing import Literal

from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: the documents in order, and findings."""

    documents: tuple[Document, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What the caller may choose; every default is right for most."""

    lean: bool = False
    """Only the minimum beside the text (TEI), or the title's wording without genre and recipient (CSL)."""
    layout: bool = True
    """Carry the layout, so that the source text can be given back byte for byte."""
    publisher: str | None = None
    """Who publishes the edition (TEI `publicationStmt/publisher`)."""
    licence: str | None = None
    """The licence statement of the edition, a URL or a sentence."""
    url: str | None = None
    """The address at which the collection will be published (CMIF)."""
    published: str | None = None
    """When the edition is published (TEI, CMIF): `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; never taken from a clock."""
    profile: Literal["wcda", "holding"] = "wcda"
    """Which archive a citation names first: the Digital Archive or the holding archive."""
