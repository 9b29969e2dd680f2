"""What one reading run keeps, and how strings are taken out of elements.

Files that this package wrote (`is_own`) hold no line feed inside text, so white space with a
line feed is a formatter's indentation and is dropped; in files of others it is a blank like any other.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from telegrams.findings import finding, line_span
from telegrams.formats.xml import NAMESPACE, Parsed, line_of
from telegrams.model.diagnostics import Diagnostic, Span

TEI = "{http://www.tei-c.org/ns/1.0}"
OURS = "{tag:telegrams,"
"""How the names of our own namespaces begin."""
_POINTERS = "ref resp target ana who corresp scheme source sameAs next prev wit hand"
POINTERS = tuple(_POINTERS.split())
"""The attributes that point to identifiers."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_BLANKS = re.compile(r"[ \t\r\n]+")


def single_blanks(value: str) -> str:
    """The value with each run of XML white space as one blank."""
    if value.isprintable() and "  " not in value:  # as nearly every value is
        return value
    return _BLANKS.sub(" ", value)


def line(value: str) -> str | None:
    """The value as a `Line`: XML white space joined to single blanks, none at the ends; None if nothing is left."""
    return single_blanks(value).strip(" ") or None


def name_of(element: etree._Element) -> str:
    """The local name of an element of TEI; the full name of others."""
    return str(element.tag).removeprefix(TEI)


@lru_cache(maxsize=256)  # a header is asked for the same few dozen paths
def in_tei(path: str) -> str:
    """A path of TEI names, such as `affiliation/orgName`, as lxml takes it."""
    return "/".join(f"{TEI}{step}" for step in path.split("/"))


def language_tag(element: etree._Element, name: str) -> str | None:
    """An attribute, if it is a tag of BCP 47."""
    return tag if _LANGUAGE.match(tag := element.get(name, "")) else None


def is_own(edition: etree._Element) -> bool:
    """True for a file or corpus that this package wrote: its header says so.

    Where an editor took away what says of programs, the data of this package still tell.
    """
    programs = edition.findall(in_tei("teiHeader/encodingDesc/appInfo/application"))
    if programs:
        return any(each.get("ident") == "telegrams" for each in programs)
    return any(map(is_program_data, edition.iterfind(in_tei("teiHeader/xenoData"))))


def is_program_data(element: etree._Element) -> bool:
    """Whether an `xenoData` holds data of this package, and no description."""
    return any(isinstance(each.tag, str) and each.tag.startswith(OURS) for each in element)


def is_indentation(value: str) -> bool:
    """True for white space with a line feed."""
    return "\n" in value and not value.strip(" \t\r\n")


class _Met(NamedTuple):
    """Where something was met that is not understood."""

    first: etree._Element
    times: int
    has_words: bool


class Report:
    """Collects what is not understood: each element and attribute once, with its count and its first line."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._met: dict[tuple[str, str], _Met] = {}
        self._values: list[tuple[str, str, etree._Element | int, str | None]] = []

    def apart(self) -> "Report":
        """An empty report about the same file, for a reading that is only tried."""
        return Report(self._parsed)

    def unknown(self, element: etree._Element) -> None:
        """Notes an element whose mark-up the model has no place for."""
        self._note("TG610", name_of(element), element)

    def attribute(self, element: etree._Element, name: str) -> None:
        """Notes an attribute that says what the model has no place for, though its element is understood."""
        self._note("TG610", f"{name_of(element)}/@{name.replace(NAMESPACE, 'xml:')}", element)

    def outside(self, element: etree._Element) -> None:
        """Notes an element whose words and attributes have no place in any document."""
        self._note("TG613", name_of(element), element)

    def moved(self, note: etree._Element) -> None:
        """Notes a footnote that stood at its place, and comes out behind the text."""
        self._note("TG614", name_of(note), note)

    def _note(self, code: str, subject: str, element: etree._Element) -> None:
        first, times, has_words = self._met.get((code, subject), (element, 0, False))
        has_words = has_words or any(not words.isspace() for words in element.itertext())
        self._met[code, subject] = _Met(first, times + 1, has_words)

    def value(self, element: etree._Element, words: str, code: str = "TG611") -> None:
        """Notes a value that is not understood."""
        message = f"in <{name_of(element)}> (line {line_of(element)}) {words}"
        self._values.append((code, message, element, None))

    def left_out(self, line: int, words: str) -> None:
        """Notes what a header has, in a line, and is not kept."""
        self._values.append(("TG631", f"in line {line} {words}", line, None))

    def contradiction(self, element: etree._Element, words: str, hint: str) -> None:
        """Notes that two places say different things of one fact."""
        self._values.append(("TG630", words, element, hint))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings: mark-up, then what is in no document, in the order of their first appearance; then values."""
        met = sorted(self._met.items(), key=lambda each: each[0][0])
        values = (finding(code, message, self._place(where), hint) for code, message, where, hint in self._values)
        return (*(self._told(code, subject, each) for (code, subject), each in met), *values)

    def _place(self, where: etree._Element | int) -> Span:
        """Of an element, or the beginning of a line."""
        return line_span(self._parsed.source, where, 1) if isinstance(where, int) else self._parsed.span(where)

    def _told(self, code: str, subject: str, met: _Met) -> Diagnostic:
        name, _, attribute = subject.rpartition("/@") if "/@" in subject else (subject, "", "")
        what = f"@{attribute} of <{name}>" if attribute else f"<{name}>"
        if code == "TG613":
            words = "has words that belong to no field of a document" if met.has_words else "is in no document"
            hint = "keep the TEI file beside the conversion if you need this"
        elif code == "TG614":
            words, hint = "comes out behind the text", "its sign stands where it stood; the words of both are kept"
        elif attribute:
            words, hint = "is not understood", "what the attribute says is lost"
        else:
            words, hint = "is not understood", "the words inside are kept; only the mark-up is lost"
        message = f"{what} {words} ({met.times}×, first in line {line_of(met.first)})"
        told = finding(code, message, self._parsed.span(met.first), hint)
        return told.model_copy(update={"subject": subject, "count": met.times})


class TeiReader:
    """The state of reading one TEI text."""

    def __init__(self, report: Report, *, own: bool) -> None:
        self.report = report
        self.own = own

    def apart(self) -> "TeiReader":
        """The same for a reading that is only tried."""
        return TeiReader(self.report.apart(), own=self.own)

    def string(self, element: etree._Element) -> str | None:
        """All text inside an element as a `Line`; None if there is none."""
        if not len(element):
            return line(element.text) if element.text else None
        pieces: list[str] = [str(piece) for piece in element.itertext()]
        if self.own and len(pieces) > 1:
            pieces = [piece for piece in pieces if not is_indentation(piece)]
        return line("".join(pieces))

    def child(self, parent: etree._Element | None, path: str) -> str | None:
        """The string of the first element at a path of TEI names."""
        found = None if parent is None else parent.find(in_tei(path))
        return None if found is None else self.string(found)

    def children(self, parent: etree._Element | None, path: str) -> tuple[str, ...]:
        """The strings of all elements at a path; empty ones are left out."""
        found = [] if parent is None else parent.findall(in_tei(path))
        return tuple(value for element in found if (value := self.string(element)))
