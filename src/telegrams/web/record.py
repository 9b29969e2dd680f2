"""The parts of a page → a Document, each read by the reader that reads it in a text."""

from collections.abc import Iterator
from typing import Any

from telegrams.building import build, fitting_label
from telegrams.errors import ParseError
from telegrams.facts.catalogue import CATALOGUE_FIELD_OF_LABEL
from telegrams.facts.hosts import number_in_address
from telegrams.facts.web_lines import SIGN_OF_LINE
from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document

from .page import Page, parse_page

_LANGUAGE = "language"


def read_page(data: bytes) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a page as a browser saves it, and what the page has that no document holds (TG029).

    The document has no layout: the bytes of a page cannot be given back. Raises `ParseError` for a page that is no
    record's (TG005) or is nested too deeply (TG030).
    """
    page = parse_page(data)
    if page is None or not (page.text or page.summary or page.labelled or page.date):
        message = (
            "this is a web page, and no record of the archive: it has no title, text and source as its records have"
        )
        raise ParseError((finding("TG005", message, hint="save the page of one record, or copy its text"),))
    document = build(
        title=page.title,
        date=page.date,
        url=page.url if number_in_address(page.url) else None,
        credits=page.credits,
        summary=page.summary,
        text="\n\n".join(page.text),
        **_labelled(page),
    )
    return document, tuple(_besides(page))


def _labelled(page: Page) -> dict[str, Any]:
    """The facts under the page's labels; `build` knows those of the catalogue, and keeps others under their label."""
    facts: dict[str, Any] = {}
    others: list[tuple[str, tuple[str, ...]]] = []
    for label, words in page.labelled:
        name = label.lower()
        if SIGN_OF_LINE.get(name) == "source" and "source" not in facts:
            facts["source"] = " ".join(words)
        elif name == _LANGUAGE and "original_languages" not in facts:
            facts["original_languages"] = words
        elif name in CATALOGUE_FIELD_OF_LABEL:
            others.append((label, words))
        elif SIGN_OF_LINE.get(name) != "number" or words != (number_in_address(page.url),):
            others.append((fitting_label(label), words))
    return {**facts, "other_fields": others}


def _besides(page: Page) -> Iterator[Diagnostic]:
    """What the page has and no document holds."""
    for words in page.other_texts:
        yield finding("TG029", f"behind another tab of the page stands a text that is left out: “{words}…”")
    if page.images:
        yield finding("TG029", f"images in the text are left out: {page.images}")
    if page.url and not number_in_address(page.url):
        yield finding("TG029", f"the address of the page has no number and is left out: {page.url}")
