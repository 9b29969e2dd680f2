"""The element of a name that a source statement credits: `persName` for a person, `orgName` for a body.

Whoever translates, edits or transcribes is a person, unless the name is one of a body (`NHK television`). Whoever
obtained, contributed or got a copy is as often a body, and a person only where the words are plainly a name, as in
`Contributed by Flavia Strofzin` and `obtained by historian Flavia Strofzin` (decision 0035).
"""

from collections.abc import Mapping

from lxml import etree

from telegrams.formats.names import is_body

from .reader import TEI

TAGS = ("persName", "orgName")


def contributor_tag(name: str) -> str:
    """For who worked on the text."""
    return "orgName" if is_body(name) else "persName"


def holder_tag(name: str) -> str:
    """For who handed the copy on, or has it."""
    # The vocabulary of titles is read where somebody is named, and not by whoever writes no such name.
    from telegrams.values.participants.offices import begins_person, is_plain_name, person_of

    if is_body(name):
        return "orgName"
    alone = person_of(name).name or ""
    return "persName" if begins_person(name) or (" " in alone and is_plain_name(alone)) else "orgName"


def names_in(element: etree._Element) -> Mapping[str | None, etree._Element]:
    """The names that stand directly in an element, by their type; the first of each."""
    found: dict[str | None, etree._Element] = {}
    for each in element.iterchildren(*(f"{TEI}{tag}" for tag in TAGS)):
        found.setdefault(each.get("type"), each)
    return found
