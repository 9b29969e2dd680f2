"""The archive's own citation line, taken apart: what it cites, where the original lies, who handed it on."""

from typing import Literal

from .base import Value
from .dates import HistoricalDate
from .strings import Line, RecordId

CustodyAction = Literal["obtained", "provided", "contributed", "courtesy", "deposited", "permission"]
ContributorRole = Literal["translator", "editor", "transcriber"]


class Holding(Value):
    """Where an original lies. Every field is verbatim, without its unit word (`f.`, `fond`, `op.` …)."""

    repository: Line | None = None
    """The archive's name, with its parent body or state where the text joins them."""
    abbreviation: Line | None = None
    """The archive's abbreviation: `AVP RF`."""
    settlement: Line | None = None
    """The city the archive stands in, where the text says so."""
    country: Line | None = None
    """The country, where it stands as a place of its own."""
    collection: Line | None = None
    """A unit in words or letters: `MfS`, `Department of Foreign Affairs`."""
    record_group: Line | None = None
    """The record group of a United States archive: `59` of `RG 59`."""
    fond: Line | None = None
    opis: Line | None = None
    delo: Line | None = None
    papka: Line | None = None
    por: Line | None = None
    """The `por.` (item in sequence) of a Russian file."""
    box: Line | None = None
    list: Line | None = None
    """Leaves or pages: `listy 9-17`, `Ll. 47-53`, `p. 1-19`."""
    year: Line | None = None
    """A year that stands alone among the file's units."""
    rest: Line | None = None
    """Further call number, with its unit words: `File No. JNSG, vol. 21-1`."""


class Custody(Value):
    """One step in the history of the copy: who obtained, provided, deposited or contributed it."""

    action: CustodyAction
    verbatim: Line | None = None
    """The clause as written: `copy obtained by NHK (Japanese Television)`."""
    agent: Line | None = None
    """Who did it, where this clause names one."""
    note: Line | None = None
    """The words in brackets behind the agent: `Japanese Television`."""
    recipient: Line | None = None
    """To whom the copy went, or where it is on file."""


class Contributor(Value):
    """Who translated, edited or transcribed the text. One entry for each person and role."""

    role: ContributorRole
    name: Line
    affiliation: Line | None = None
    programme: Line | None = None
    """The project the work was done for: `CWIHP`."""
    source_language: Line | None = None
    """The language translated from, in the words of the source."""


class SourceStatement(Value):
    """The part of a citation behind the archive's name, taken apart."""

    verbatim: Line
    """The whole statement as printed, without the closing URL of the record."""
    holdings: tuple[Holding, ...] = ()
    publications: tuple[Line, ...] = ()
    """Printed books and series the text stands in, without lead-in such as `Reprinted in`."""
    custody: tuple[Custody, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    urls: tuple[Line, ...] = ()
    """Further URLs inside the statement."""
    rest: tuple[Line, ...] = ()
    """What was not understood, verbatim."""


class Citation(Value):
    """The archive's recommended citation of the record."""

    verbatim: Line
    """The citation as printed, line breaks joined, without the URL of the record and its brackets."""
    title: Line | None = None
    """The quoted title, without the comma that may stand inside the quotation marks."""
    date: HistoricalDate | None = None
    publisher: Line | None = None
    """The name under which the archive published it: `Wilson Center Digital Archive`."""
    source: SourceStatement | None = None
    url: Line | None = None
    """The URL of the record as printed; its host is not stable."""
    record_id: RecordId | None = None
    """The record number at the end of the URL's path: the record's only stable identifier."""
