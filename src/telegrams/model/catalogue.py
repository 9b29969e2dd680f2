"""What the archive's catalogue says of a record: under which headings it is found, and where it comes from."""

from typing import Literal

from .base import Value
from .strings import Line

NameKind = Literal["person", "body"]


class NameHeading(Value):
    """A person or body as a catalogue files it (an access point): `Nehru, Jawaharlal`, `Japan. Foreign Ministry`.

    `verbatim` says all; the other fields are pieces of it.
    """

    verbatim: Line
    kind: NameKind | None = None
    """None where the heading does not tell: `Sukarno`."""
    family: Line | None = None
    given: Line | None = None
    suffix: Line | None = None
    """`Jr.` behind the given name."""
    variant: Line | None = None
    """What stands in brackets: another name, the full form of initials, the abbreviation of a body."""
    dates: Line | None = None
    """Years of birth and death: `1931-`."""
    units: tuple[Line, ...] = ()
    """The body and its part, the largest first: `Japan`, `Foreign Ministry`; empty where it names no part."""


class SubjectHeading(Value):
    """What the record is about: `India--Foreign relations--Pakistan`."""

    verbatim: Line
    divisions: tuple[Line, ...] = ()
    """The subject and its subdivisions, in order; empty where it has none."""


class Catalogue(Value):
    """The catalogue's own description of a record, each entry verbatim."""

    authors: tuple[NameHeading, ...] = ()
    associated: tuple[NameHeading, ...] = ()
    """People and organisations that the record has to do with."""
    places: tuple[Line, ...] = ()
    subjects: tuple[SubjectHeading, ...] = ()
    contributors: tuple[NameHeading, ...] = ()
    """Who gave the document to the archive, or worked on it."""
    document_type: Line | None = None
    """The archive's own word for the kind of document: `Telegram`."""
    classification: Line | None = None
    """The secrecy of the original: `Secret`."""
    donors: tuple[NameHeading, ...] = ()
    """Who paid for the record."""
    original_archives: tuple[Line, ...] = ()
    """Where the original lies."""
    rights: tuple[Line, ...] = ()
    """The statement on rights, by paragraphs."""
    uploaded: Line | None = None
    """The day on which the record was put on line: `2023-10-05`."""
    related: tuple[Line, ...] = ()
    """The titles of other records to which the catalogue leads."""
