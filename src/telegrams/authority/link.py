"""Document → the same document with the addresses that an authority table has for its parties."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.model.document import Document
from telegrams.model.parties import Party, Title
from telegrams.model.settings import Setting

from .table import Authority, Kind

_ROLES = ("senders", "recipients", "via", "participants")


class Unlinked(NamedTuple):
    """A name that got no address, with its path in the document (`title.senders[0].name`), and why."""

    path: str
    diagnostic: Diagnostic


def link(document: Document, authority: Authority) -> tuple[Document, tuple[Unlinked, ...]]:
    """The document with `ref` and `place_ref` of its parties filled, and what was not linked.

    A person is looked up by identity and name, a body without person by its organisation, a place by its name. An
    office without a name is nobody in particular and is not looked up. An address that the document has already stays.
    TG910: the name has several addresses. TG911: the document, or the other name of the person, has another address.
    TG912 (information): the table does not have the name.
    """
    unlinked: list[Unlinked] = []
    changes: dict[str, Any] = {}
    title, setting = document.title, document.setting
    if title and (linked := _with_addresses(title, "title", _ROLES, authority, unlinked)):
        changes["title"] = linked
    if setting and (linked := _with_addresses(setting, "setting", ("participants",), authority, unlinked)):
        changes["setting"] = linked
    return document.model_copy(update=changes) if changes else document, tuple(unlinked)


def _with_addresses(
    part: Title | Setting, path: str, roles: Iterable[str], authority: Authority, unlinked: list[Unlinked]
) -> Title | Setting | None:
    """The part of the document with the addresses of its parties; none where nothing is new."""
    changes = {}
    for role in roles:
        before: tuple[Party, ...] = getattr(part, role)
        after = tuple(_linked(each, f"{path}.{role}[{n}]", authority, unlinked) for n, each in enumerate(before))
        if after != before:
            changes[role] = after
    return part.model_copy(update=changes) if changes else None


def _linked(party: Party, path: str, authority: Authority, unlinked: list[Unlinked]) -> Party:
    changes = {}
    for field, names in (("ref", list(_names(party))), ("place_ref", [("place", party.place)])):
        known = [(attribute, name) for attribute, name in names if name]
        kind: Kind = "place" if field == "place_ref" else "person" if _is_person(party) else "organisation"
        uri, found = _address(kind, known, getattr(party, field), authority)
        unlinked += [Unlinked(f"{path}.{attribute}", diagnostic) for attribute, diagnostic in found]
        if uri != getattr(party, field):
            changes[field] = uri
    return party.model_copy(update=changes) if changes else party


def _is_person(party: Party) -> bool:
    return bool(party.name or party.identity)


def _names(party: Party) -> Iterator[tuple[str, str | None]]:
    """The names to look up, with their fields."""
    if _is_person(party):
        yield "identity", party.identity
        yield "name", party.name
    elif not party.role:
        yield "organisation", party.organisation


def _address(
    kind: Kind, names: list[tuple[str, str]], present: str | None, authority: Authority
) -> tuple[str | None, list[tuple[str, Diagnostic]]]:
    """The one address that all the names agree on, or the present one; and what stands against it."""
    found: list[tuple[str, Diagnostic]] = []
    agreed = present
    for field, name in names:
        addresses = authority.addresses(kind, name)
        if len(addresses) > 1:
            listed = ", ".join(addresses)
            message = f"the authority file has several addresses for the {kind} {name!r}: {listed}"
            found.append((field, finding("TG910", message, hint="give each of them a name of its own")))
        elif addresses and agreed not in {None, addresses[0]}:
            message = f"the authority file has {addresses[0]} for the {kind} {name!r}, and the document has {agreed}"
            found.append((field, finding("TG911", message)))
        elif addresses:
            agreed = addresses[0]
    if names and agreed is None and not found:
        field, name = names[-1]
        found.append((field, finding("TG912", f"the authority file does not have the {kind} {name!r}")))
    return agreed, found
