"""A document in one line: title, date, from, to."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from telegrams.model.document import Document
    from telegrams.model.parties import Party


class Summary(NamedTuple):
    """What a table shows of a document; empty where the document does not say."""

    title: str
    date: str
    senders: str
    recipients: str


def summarise(document: "Document") -> Summary:
    """The line of a document. A party is its office and name, or its organisation."""
    title = document.title
    date = document.date.edtf or document.date.verbatim if document.date else ""
    return Summary(
        title.verbatim if title else "",
        date,
        "; ".join(map(party, title.senders)) if title else "",
        "; ".join(map(party, title.recipients)) if title else "",
    )


def party(who: "Party") -> str:
    """A party in a few words: `Soviet Foreign Minister Gromyko`, `CC CPSU`."""
    person = " ".join(filter(None, (who.role, who.name)))
    return person or who.organisation or who.identity or who.place or ""
