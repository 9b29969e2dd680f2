"""CSL-JSON, the form in which Zotero, pandoc and other reference managers exchange citations.

`item` writes one item, `join` one array, `read` reads arrays back. What CSL has no variable for stands in the item's
`custom` object under named keys, so that reading gives the description of the document again: title, parties, date,
citation, summary, languages, contents. Lost for good: the text itself, credits, unknown header fields, the layout.
"""

from .read import holds_several, read
from .write import citation_item, item, join

__all__ = ["citation_item", "holds_several", "item", "join", "read"]
