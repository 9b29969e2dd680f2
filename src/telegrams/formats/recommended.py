"""The archive's own recommended citation, rebuilt from the parts of the model.

    "Title", October 20, 1962, Wilson Center Digital Archive, source statement <https://…/document/111779>

Three things are normalised, because the archive itself changed them over the years: straight quotation marks around the
title (printed also curly, or none), the comma behind the closing mark (printed also inside), and the record's URL in
angle brackets (printed also bare, after a comma, or on a line of its own). Everything else stands as printed.
"""

from telegrams.errors import LeftOutError
from telegrams.model import Citation, Document


def recommended_citation(document: Document) -> str:
    """The citation of a document in the archive's form; empty where the document names no part of it.

    Title, date, publisher, source and URL come from the citation; a document without one is cited by its own title and
    date.
    """
    citation = document.citation
    if citation is None:
        title = document.title.verbatim if document.title else None
        date = document.date.verbatim if document.date else None
        return _joined(title, date, None, None, None)
    return rebuilt(citation)


def rebuilt(citation: Citation) -> str:
    """The citation line from the parts of a citation; its verbatim form where it has none but that."""
    date = citation.date.verbatim if citation.date else None
    source = citation.source.verbatim if citation.source else None
    line = _joined(citation.title, date, citation.publisher, source, citation.url)
    return line or citation.verbatim


def with_url(citation: Citation) -> str:
    """The citation as printed, with the record's URL in angle brackets."""
    return f"{citation.verbatim} <{citation.url}>" if citation.url else citation.verbatim


def _joined(title: str | None, date: str | None, publisher: str | None, source: str | None, url: str | None) -> str:
    parts = (f'"{title}"' if title else None, date, publisher, source)
    line = ", ".join(part for part in parts if part)
    return " ".join(part for part in (line, f"<{url}>" if url else None) if part)


def is_described(document: Document) -> bool:
    """Whether anything is said of a document; a text that is no record, such as a shopping list, has words only."""
    described = document.title or document.citation or document.date or document.summary
    return bool(described or document.contents or document.original_languages)


def refuse_undescribed(document: Document) -> None:
    """Raises `LeftOutError` for a document of which no reference can be made."""
    if not is_described(document):
        raise LeftOutError("it is no record: it has no title, citation or date")
