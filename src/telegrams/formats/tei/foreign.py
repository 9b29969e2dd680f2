"""TEI of other hands → Documents (FRUS volumes, letters with `correspDesc`, CMIF), as far as the model goes."""

from lxml import etree

from telegrams.model.document import Document

from .reader import Reader


def read_foreign(edition: etree._Element, reader: Reader) -> list[Document]:
    """The documents of one `TEI` element."""
    return [Document()]
