"""Short ways to make documents and to ask their TEI."""

from lxml import etree

from telegrams.formats.contract import WriteOptions
from telegrams.formats.tei import item
from telegrams.model import (
    Document,
    Text,
)

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


def written(document, **options):
    return etree.fromstring(item(document, WriteOptions(**options)))


def fact(tree, path):
    found = tree.xpath(path, namespaces=NAMES)
    return (
        ["".join(each.itertext()) for each in found]
        if found and hasattr(found, "append") and hasattr(found[0], "tag")
        else found
    )


def body(*blocks):
    return Document(body=blocks)


def words(value):
    return (Text(text=value),)


def tags(tree, path="//t:div/*"):
    return [etree.QName(each).localname for each in tree.xpath(path, namespaces=NAMES)]
