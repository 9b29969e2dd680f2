"""What an editor changed in a header, found by comparing it with the one that this package writes of what was read."""

from contextlib import suppress
from copy import deepcopy
from itertools import takewhile

from lxml import etree

from telegrams.errors import WriteError
from telegrams.formats.contract import WriteOptions
from telegrams.formats.xml import NAMESPACE, line_of, parse_written, restore_notes
from telegrams.model.amendments import Amendment, Renaming
from telegrams.model.document import Document
from telegrams.version import VERSION

from .amending import Comparison, Sayings, amend, changed_pairs
from .copies import changes
from .description import TEXT as TEXT_ELEMENT
from .description import is_declared, is_model, is_note
from .header import DIGESTS, read_description
from .markup import drop_notes, without_prefix
from .parties import Parties
from .reader import TEI, TeiReader, in_tei
from .register import Register
from .structure import StructureWriter
from .unkept import Unkept, said_in
from .write import TEXT, edition_identifier, title_page, write_description
from .written import Written

_ID = f"{NAMESPACE}id"


class Edited:
    """What an edition has besides its text, where it is not as this package wrote it.

    The copies of each fact are made to say the same, and the comments and processing instructions outside the text and
    beside the edition are taken away; two changes of one fact are reported (TG630).
    """

    def __init__(self, edition: etree._Element, reader: TeiReader) -> None:
        self._reader = reader
        self._edition, self._earlier = edition, deepcopy(edition)
        undone = list(changes(self._earlier, reader.apart().report))
        for change in undone:
            change.undo()
        for change in changes(edition, reader.report):
            change.make()
        self._before = read_description(self._earlier, reader.apart()) if undone else None
        self._found = _described(edition, _around(edition))
        drop_notes(edition)
        self._complete = _has_all(edition)

    def renamings(self, document: Document) -> tuple[Renaming, ...]:
        """The identifiers that are not those which this package gives to the same things."""
        return self._renamings(document, self._edition)

    def amendments(self, document: Document) -> tuple[Amendment, ...]:
        """All that can be carried, of a document with its text and renamings."""
        ours = self._written(document)
        before = self._written_before(document)
        comparison = Comparison(Sayings(self._found, ours, before), complete=self._complete)
        found = comparison.compare(self._found, ours, ours if before is None else before)
        return (*document.amendments, *amend(ours, list(found)))

    def report(self, document: Document) -> None:
        """Reports what is not carried (TG631), of a document with its text and amendments."""
        ours = self._written(document)
        before = self._written_before(document)
        earlier = said_in(ours if before is None else before)
        amend(ours, document.amendments)
        unkept = Unkept(self._found, ours, self._reader.report)
        unkept.report(earlier)
        if self._complete:
            unkept.report_back(earlier)
            self._report_title_page(document)

    def _report_title_page(self, document: Document) -> None:
        """Reports a title page that was taken away: the text is written with one, in files that are not lean."""
        there = next(self._edition.iterfind(f"{TEI}text/{TEI}front//{TEI}titlePage"), None)
        if there is None and _is_full(self._edition) and title_page(document, Register(document)):
            line = next((line_of(text) for text in self._edition.iterfind(f"{TEI}text")), 1)
            self._reader.report.left_out(line, "the <titlePage> of <front> is taken away, but written again")

    def _written_before(self, document: Document) -> etree._Element | None:
        """What would have been written of the document before facts of it were changed; None where none was."""
        if self._before is None:
            return None
        before = self._before.model_copy(update={"body": document.body, "frames": document.frames})
        renamings = self._renamings(before, self._earlier)
        return self._written(before.model_copy(update={"amendments": renamings}))

    def _renamings(self, document: Document, edition: etree._Element) -> tuple[Renaming, ...]:
        ours = self._written(document)
        given = {canonical: there for there, canonical in _parties(document, edition, self._reader)}
        for there, here in changed_pairs(self._found, ours, Sayings(self._found, ours)):
            canonical, name = here.get(_ID), there.get(_ID)
            if canonical and name and canonical != name and here.getparent() is not ours:
                given.setdefault(canonical, name)
        return tuple(Renaming(name=name, given=there) for name, there in sorted(given.items()))

    def _written(self, document: Document) -> etree._Element:
        """What this package writes of the document, as much or as little as stands in the file.

        Where no schema is named before it, none is: who writes the root element alone has lost the instructions.
        """
        register = Register(document)
        with suppress(WriteError):  # of a text that nests too deep
            StructureWriter(document, register).write(document.title.kind if document.title else None, "")
        options = WriteOptions(lean=not _is_full(self._edition), layout=False)
        attributes = f' xmlns="{TEI[1:-1]}"{edition_identifier(document)}'
        description = write_description(document, options, register, attributes, declared=is_declared(self._edition))
        description = description.replace(DIGESTS, "").replace(TEXT, "<text/>")
        start = 0 if any(map(is_model, self._found)) else description.index("<TEI")
        return parse_written(f"<x>{description[start:]}</x>")


def _has_all(edition: etree._Element) -> bool:
    """Whether all stood in the edition that this version writes: what is not there was taken away."""
    program = edition.find(in_tei("teiHeader/encodingDesc/appInfo/application[@ident='telegrams']"))
    return Written(edition).current and (program is None or program.get("version") == VERSION)


def _around(edition: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    """The comments and processing instructions before `TEI` and behind it; in a corpus all but the last are before."""
    before = list(takewhile(is_note, edition.itersiblings(preceding=True)))
    behind = list(takewhile(is_note, edition.itersiblings()))
    last = behind[-1] if behind else edition
    return before[::-1], behind if last.getnext() is None else []


def _described(edition: etree._Element, around: tuple[list[etree._Element], list[etree._Element]]) -> etree._Element:
    """The edition without its text, and what stands beside it, in an element of no meaning."""
    whole, copied = etree.Element("x"), _shallow(edition)
    copied.extend(etree.Element(TEXT_ELEMENT) if child.tag == TEXT_ELEMENT else deepcopy(child) for child in edition)
    before, behind = around
    whole.extend((*before, copied, *behind))
    restore_notes(whole)
    return whole


def _shallow(element: etree._Element) -> etree._Element:
    """The element without what stands in it."""
    copied = without_prefix(str(element.tag))
    for name, value in element.items():
        copied.set(name, value)
    return copied


def _is_full(edition: etree._Element) -> bool:
    """Whether an edition was not written lean."""
    header = next(edition.iterfind(f"{TEI}teiHeader"))
    return is_declared(edition) or header.find(f"{TEI}revisionDesc") is not None


def _parties(document: Document, edition: etree._Element, reader: TeiReader) -> list[tuple[str, str]]:
    """For each party whose entry has another identifier than this package gives: that, and ours."""
    entries = Parties(next(edition.iterfind(f"{TEI}teiHeader")), reader).identifiers()
    canonical = Register(document).parties
    return [(entries[party], ours) for party, ours in canonical.items() if entries.get(party, ours) not in {ours, ""}]
