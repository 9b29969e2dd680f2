"""Who sends, receives, relays or takes part; and the title that names them."""

from typing import Literal

from .base import Value
from .dates import HistoricalDate
from .inference import Inference
from .strings import Line, Uri

Kind = Literal[
    "telegram",
    "airgram",
    "despatch",
    "instruction",
    "letter",
    "memorandum",
    "conversation",
    "report",
    "minutes",
    "note",
    "journal",
    "protocol",
    "agreement",
    "speech",
    "resolution",
    "message",
    "list",
    "intelligence",
    "article",
    "other",
]


class Party(Value):
    """A person or body that sends, receives, relays or takes part. Every field is verbatim but the two addresses.

    `ref` and `place_ref` are never in the source: they come from authority data that the user gives.
    """

    name: Line | None = None
    """The person's name as written, without forms of address."""
    identity: Line | None = None
    """The name given in brackets behind an alias: `Stalin` in `Filippov [Stalin]`."""
    role: Line | None = None
    """The whole office: `Soviet Ambassador to Cuba`."""
    organisation: Line | None = None
    """The acting body: `USSR Foreign Ministry`."""
    place: Line | None = None
    """Where the party is: the seat of an embassy, a city in a city-to-city telegram."""
    ref: Uri | None = None
    """The authority file's address of the person, or of the body where no person is named: Wikidata, VIAF, GND …"""
    place_ref: Uri | None = None
    """The authority file's address of `place`: GeoNames, Wikidata …"""
    inferred: Inference | None = None
    """By which rule, and how surely, the program told the party from the words of the title."""


class Title(Value):
    """The title of a document, taken apart. `verbatim` is the only field that is always there."""

    verbatim: Line
    """The title as printed, line breaks joined."""
    kind: Kind | None = None
    """The formal designation of the document."""
    number: Line | None = None
    """The document's own number, without `No.`."""
    sequence: int | None = None
    """The serial in round brackets at the end that tells documents of one title apart."""
    classification: Line | None = None
    """The secrecy marking in the title: `TOP SECRET`."""
    urgency: Line | None = None
    """The urgency marking in the title: `Flash`."""
    senders: tuple[Party, ...] = ()
    """Who the document comes from."""
    recipients: tuple[Party, ...] = ()
    """Whom it is addressed to."""
    via: tuple[Party, ...] = ()
    """Who relays it."""
    participants: tuple[Party, ...] = ()
    """Who takes part in a conversation, session or agreement."""
    subject: Line | None = None
    """What it is about, or its quoted title."""
    date: HistoricalDate | None = None
    """A date inside the title; it may differ from the date of the document."""
    extent: Literal["excerpt", "draft"] | None = None
    """Set where the document is only an excerpt or a draft."""
