"""The words of an element of other hands, in document order: what parts them, and which of alternatives is read.

An element that parts words stands between two blanks, but for a sign that belongs to the word before or behind it:
`<salute>Sir</salute>, hear` is `Sir, hear`. A line, page or column break parts words unless `@break` is `no`. Two parts
of a name with nothing between them are two words. Of alternatives the corrected, regular, expanded and final one is
read (`corr`, `reg`, `expan`, `add`) and the editor's (`lem`); where there is none of these, the first.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from telegrams.facts.tei_elements import READ_OF_ALTERNATIVES, SORT_OF_ELEMENT, parts_words
from telegrams.formats.publication import address
from telegrams.formats.xml import NAMESPACE

from .reader import TEI, Report, TeiReader, line, name_of

SIGNS_BEHIND = tuple(",.;:!?)]}»”’…")
"""Signs that belong to the word before them."""
_BEGINS = tuple("([{«„“‘¿¡")
_NOTHING: frozenset[str] = frozenset()


def element_words(element: etree._Element, without: frozenset[str] = _NOTHING) -> str:
    """The text inside an element, its white space as it is; `without` names elements that are left out."""
    words: list[str] = []
    last, parted = "", False
    for piece in _pieces(element, without):
        if piece is None:
            parted = True
        elif piece:
            if parted and not _joins(last, piece):
                words.append(" ")
            words.append(piece)
            last, parted = piece, False
    return "".join(words)


def _joins(before: str, behind: str) -> bool:
    """Whether there is a blank between two pieces already, or a sign that takes none on this side."""
    return before[-1:].isspace() or behind[0].isspace() or before.endswith(_BEGINS) or behind.startswith(SIGNS_BEHIND)


def _pieces(element: etree._Element, without: frozenset[str]) -> Iterator[str | None]:
    """The text nodes in order; None where an element parts what stands before from what stands behind."""
    if name_of(element) in READ_OF_ALTERNATIVES:
        for child in read_of(element):
            yield from _pieces(child, without)
        return
    yield element.text or ""
    for child in element:
        name = name_of(child)
        parting = parts_words(name, child.get("break"))
        if parting:
            yield None
        if isinstance(child.tag, str) and name not in without:
            yield from _pieces(child, without)
        if parting or _meet(child):
            yield None
        yield child.tail or ""


def read_of(alternatives: etree._Element) -> list[etree._Element]:
    """The children that are read of an element whose children are alternatives: one, of `subst` all `add`."""
    children = list(alternatives.iterchildren("{*}*"))
    read = [child for child in children if name_of(child) in READ_OF_ALTERNATIVES[name_of(alternatives)]]
    return read if name_of(alternatives) == "subst" and read else (read or children)[:1]


def is_data(element: etree._Element) -> bool:
    """Whether an element holds data about the text, and none of its words."""
    sort = SORT_OF_ELEMENT.get(name_of(element))
    return sort == "data" or (sort == "data-in-back" and next(element.iterancestors(f"{TEI}back"), None) is not None)


def _meet(element: etree._Element) -> bool:
    """Whether two parts of a name stand side by side with nothing between."""
    following = element.getnext()
    pair = () if element.tail or following is None else (element, following)
    return bool(pair) and all(SORT_OF_ELEMENT.get(name_of(each)) == "name-part" for each in pair)


class ForeignReader(TeiReader):
    """The state of reading one text of another hand, and which elements were taken into a document."""

    def __init__(self, report: Report) -> None:
        super().__init__(report, own=False)
        self._taken: set[etree._Element] = set()
        self._read: set[etree._Element] = set()
        self._identified: dict[str, etree._Element] | None = None

    def apart(self) -> "ForeignReader":
        """The same for a reading that is only tried."""
        return ForeignReader(self.report.apart())

    def string(self, element: etree._Element) -> str | None:
        """The words of an element as a `Line`; None if there is none."""
        return line(element_words(element) if len(element) else element.text or "")

    def address(self, element: etree._Element) -> str | None:
        """The address of who or what an element names: that of `@ref`, its own or that of the first name inside it.

        A pointer into the file (`#lund`) leads to an entry there: the address is the first in its `@ref`, `@sameAs` or
        `idno`.
        """
        named = (element, *islice(element.iterchildren("{*}*"), 1))
        pointers = " ".join(each.get("ref", "") for each in named)
        if found := address(pointers):
            return found
        entries = [self._entries(element)[each[1:]] for each in pointers.split() if each[1:] in self._entries(element)]
        return next(filter(None, map(_address_of_entry, entries)), None)

    def _entries(self, element: etree._Element) -> Mapping[str, etree._Element]:
        """The elements of the file by their identifiers."""
        if self._identified is None:
            every = element.getroottree().iter("{*}*")
            self._identified = {
                each.get(f"{NAMESPACE}id", ""): each for each in every if f"{NAMESPACE}id" in each.attrib
            }
        return self._identified

    def take(self, element: etree._Element, understood: frozenset[str] | None = None) -> etree._Element:
        """Note that the words of an element went into a document; gives the element.

        `understood` names what the document has of its mark-up: elements inside, and as `@ref` its own attributes; what
        it has besides is reported. None where all of it is read.
        """
        self._taken.add(element)
        if understood is not None:
            self.report_attributes(element, understood)
            for inner in self.inside(element):
                if name_of(inner) in understood:
                    self.report_attributes(inner, understood)
                else:
                    self.report.unknown(inner)
        return element

    def inside(self, element: etree._Element, without: frozenset[str] = _NOTHING) -> Iterator[etree._Element]:
        """The elements inside one whose string is taken, without those of some names; reports a reading left out."""
        left: set[etree._Element] = set()
        walker = etree.iterwalk(element, events=("start",))
        for _, inner in walker:
            if inner in left or name_of(inner) in without:
                walker.skip_subtree()
                continue
            if name_of(inner) in READ_OF_ALTERNATIVES:
                left |= (unread := set(inner.iterchildren("{*}*")) - set(read_of(inner)))
                for each in unread:
                    self.report.outside(each)
            if inner is not element:
                yield inner

    def report_attributes(self, element: etree._Element, understood: frozenset[str]) -> None:
        """Report the attributes of an element that are not among those understood, as `@ref`; the element is read."""
        self._read.add(element)
        for name in map(str, element.attrib):
            if f"@{name}" not in understood:
                self.report.attribute(element, name)

    def report_left(self, parent: etree._Element) -> None:
        """Report, each by its name, the elements inside a parent that say something themselves and were not taken."""
        walker = etree.iterwalk(parent, events=("start",))
        for _, element in walker:
            if element in self._taken or element.tag == f"{TEI}schemaRef":  # which says nothing of the document
                walker.skip_subtree()
            elif _has_own_words(element) or (element.attrib and element is not parent and element not in self._read):
                self.report.outside(element)


def _address_of_entry(entry: etree._Element) -> str | None:
    stated = (
        entry.get("ref", ""),
        entry.get("sameAs", ""),
        *(each.text or "" for each in entry.iterfind(f"{TEI}idno")),
    )
    return address(" ".join(stated))


def _has_own_words(element: etree._Element) -> bool:
    """Whether words stand directly inside an element, not inside its children."""
    return any(words and not words.isspace() for words in (element.text, *(child.tail for child in element)))
