"""One archive record: its description and its text."""

from typing import Literal

from .amendments import Amendment
from .base import Value
from .body import AnyBlock, Frame
from .catalogue import Catalogue
from .citation import Citation
from .dates import HistoricalDate
from .layout import Layout
from .parties import Title
from .settings import Setting
from .strings import LanguageTag, Line, PublicationDate

SCHEMA_VERSION = "2.1"
"""Version of the JSON form: a minor step adds optional fields only. A reader takes every version but newer ones."""


ContentsKind = Literal["translation", "transcript", "scan", "other"]


class Language(Value):
    """A language as the record names it."""

    verbatim: Line
    tag: LanguageTag | None = None
    """The BCP 47 tag, where the name is known."""


class ContentsItem(Value):
    """One line of the record's list of contents: `Translation - English`."""

    verbatim: Line
    kind: ContentsKind = "other"
    language: LanguageTag | None = None


class HeaderField(Value):
    """A labelled part of the header that the model has no field of its own for."""

    label: Line
    """As printed, without the colon."""
    paragraphs: tuple[Line, ...] = ()


class Publication(Value):
    """How an edition is published. Verbatim."""

    publisher: Line | None = None
    licence: Line | None = None
    """A name, a URL or a sentence."""
    date: PublicationDate | None = None


class Document(Value):
    """One archive record. Everything but the text itself is optional: the archive's records vary."""

    title: Title | None = None
    date: HistoricalDate | None = None
    """The date at the head of the record."""
    citation: Citation | None = None
    summary: tuple[Line, ...] = ()
    """The archive's summary, by paragraphs."""
    credits: tuple[Line, ...] = ()
    """The statement of support, by paragraphs."""
    original_languages: tuple[Language, ...] = ()
    """The languages of the original document."""
    contents: tuple[ContentsItem, ...] = ()
    catalogue: Catalogue | None = None
    """Headings and facts of the archive's catalogue, where the record gives them."""
    other_fields: tuple[HeaderField, ...] = ()
    subjects: tuple[Line, ...] = ()
    """What the text's own head labels as its subject, line by line."""
    setting: Setting | None = None
    """Of a record of conversation: who met, where and when, as the text's own head says."""
    body: tuple[AnyBlock, ...] = ()
    frames: tuple[Frame, ...] = ()
    """How a TEI file encodes the elements around the text, where that is not as this package does."""
    publication: Publication | None = None
    """How a TEI edition of the record is published; what is asked for when one is written comes first."""
    amendments: tuple[Amendment, ...] = ()
    """What an editor changed in the header of a TEI file besides all this."""
    layout: Layout | None = None
    """How the source text was set out; without it the canonical text is written."""
