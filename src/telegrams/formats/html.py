"""HTML, read only: the archive's page of a record as a browser saves it (`telegrams.web`).

Lost: everything but the parts of the record, and the layout: the bytes of a page cannot be given back.
"""

from telegrams.web.record import read_page

from .contract import Reading


def read(data: bytes) -> Reading:
    """The document of the page. Raises `ParseError` (TG005, TG030)."""
    document, found = read_page(data)
    return Reading((document,), found)
