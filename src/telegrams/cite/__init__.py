"""Documents → citations to read: the archive's own form, or any style of the Citation Style Language (CSL).

The archive's form needs nothing else. CSL styles are set by pandoc, an independent CSL engine that is called as a
program; it and the styles come with the extra `declassified-telegrams[cite]`.
"""

from collections.abc import Iterable
from pathlib import Path

from telegrams.errors import CiteError
from telegrams.formats.recommended import is_described
from telegrams.model import Document
from telegrams.options import ARCHIVE_STYLE, As, OutputFormat, WriteOptions

from .archive import archive_citations
from .pandoc import rendered
from .styles import style_file

__all__ = ["ARCHIVE_STYLE", "CiteError", "cite"]


def cite(
    documents: Iterable[Document],
    style: str | Path = ARCHIVE_STYLE,
    as_: As = "bibliography",
    output_format: OutputFormat = "text",
    options: WriteOptions | None = None,
) -> str:
    """The citations of the documents, one to a line or paragraph.

    `style` is `archive`, the name of a CSL style (`apa`, `chicago-notes-bibliography`) or the path of a `.csl` file.
    `as_` asks for notes or in-text citations, in the order of the documents, or for one bibliography in the style's own
    order; the archive's form is the same for both. `options` choose the archive profile and the lean form. A document
    that nothing describes has none.

    Raises `CiteError` where the extra is missing (TG806), the style is unknown (TG807) or pandoc fails (TG808), and
    `WriteError` for a document that no valid citation can be made of.
    """
    documents = filter(is_described, documents)
    if style == ARCHIVE_STYLE:
        return archive_citations(documents, output_format)
    return rendered(documents, style_file(style), as_, output_format, options or WriteOptions())
