"""Pages of HTML: whatever stands in them is read, or refused with a finding; what is read goes through every format."""

from hypothesis import given
from hypothesis import strategies as st

import telegrams
from telegrams.errors import ParseError
from telegrams.formats import read

_NAMES = "p div b i em a br ul ol li table tr td h2 h3 blockquote span script sup hr main"
_TAGS = st.sampled_from(_NAMES.split(" "))
_CLASSES = st.sampled_from(
    ["title", "date", "donated", "tab-pane active", "tab-pane", "text-block", "sub-title", "text", "name", "pill", ""]
)
_FACTS = ["Letter from Ada Berg", "3 May 1951", "Source", "Author(s):", "Record ID", "7", "Berg, Ada", "Citation:"]
_SIGNS = [
    "**",
    "| a",
    "> x",
    "# y",
    "[1]",
    "a\u00a0b",
    "&lt;b&gt;",
    "&",
    "<",
    "&#0;",
    "\x0b",
    "🙂",
    "- ",
    "1. ",
    "\n\n",
]
_WORDS = st.sampled_from([*_FACTS, *_SIGNS]) | st.text(max_size=20)
_OPEN = st.builds('<{} class="{}" href="https://x.org/{}">'.format, _TAGS, _CLASSES, _TAGS)
_PIECES = st.lists(_OPEN | _WORDS | _TAGS.map("</{}>".format), max_size=40).map("".join)


@given(_PIECES, st.booleans())
def test_any_page_is_read_or_refused(pieces, titled):
    title = '<h1 class="title">Letter</h1>' if titled else ""
    html = f"<html><body>{title}{pieces}</body></html>"
    try:
        (document,) = read(html.encode("utf-8", "replace"), "html").documents
    except ParseError as error:
        assert {found.code for found in error.diagnostics} <= {"TG005", "TG022", "TG030"}
        return
    assert document.layout is None
    for format in ("json", "tei"):
        assert read(telegrams.write(document, format), format).documents == (document,)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(b"<html><h1 class=title>T</h1><p class=date>" + data, "html")
    except ParseError as error:
        assert {found.code for found in error.diagnostics} <= {"TG005", "TG022", "TG030"}
