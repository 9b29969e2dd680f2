"""The archive's recommended citations as text, HTML or Markdown."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from telegrams.formats.recommended import recommended_citation
from telegrams.model import Document

_URL = re.compile(r"<(https?://[^<>\s]{1,2000})>\Z", re.IGNORECASE)
_MARKDOWN_SPECIALS = re.compile(r"([\\`*_\[\]<>#&])")


def archive_citations(documents: Iterable[Document], output_format: str) -> str:
    """One line (text) or paragraph (HTML, Markdown) for each document that has anything to cite."""
    lines = [line for document in documents if (line := recommended_citation(document))]
    form, between = _FORMS[output_format]
    return between.join(form(line) for line in lines) + "\n" * bool(lines)


def _html(line: str) -> str:
    words, url = _parted(line)
    link = f' &lt;<a href="{html.escape(url)}">{html.escape(url)}</a>&gt;' if url else ""
    return f"<p>{html.escape(words, quote=False)}{link}</p>"


def _markdown(line: str) -> str:
    words, url = _parted(line)
    return _MARKDOWN_SPECIALS.sub(r"\\\1", words) + (f" <{url}>" if url else "")


def _parted(line: str) -> tuple[str, str]:
    """The words of the line, and the URL at its end."""
    match = _URL.search(line)
    return (line[: match.start()].rstrip(), match[1]) if match else (line, "")


_FORMS: Mapping[str, tuple[Callable[[str], str], str]] = MappingProxyType(
    {"text": (str, "\n"), "html": (_html, "\n"), "markdown": (_markdown, "\n\n")}
)
