"""Contributor ⇄ `editor` (translators and editors) or `respStmt` (transcribers, and one person in several roles)."""

from collections.abc import Iterator
from itertools import groupby
from typing import get_args

from lxml import etree

from telegrams.formats.xml import exact, leaf
from telegrams.model.citation import Contributor, ContributorRole
from telegrams.model.known import known

from .credited import contributor_tag, names_in
from .reader import TeiReader, name_of

_ROLES: tuple[ContributorRole, ...] = get_args(ContributorRole)


def by_person(contributors: tuple[Contributor, ...]) -> Iterator[tuple[Contributor, ...]]:
    """Neighbouring entries that differ in their role only."""
    for _, run in groupby(contributors, lambda who: (who.name, who.affiliation, who.programme, who.source_language)):
        yield tuple(run)


def write_contributors(contributors: tuple[Contributor, ...], given: tuple[str, ...]) -> Iterator[str]:
    """An element for each person; `given` has the identifier of each entry."""
    at = 0
    for group in by_person(contributors):
        first, identity = group[0], given[at]
        at += len(group)
        if len(group) == 1 and first.role != "transcriber":
            yield _editor(first, identity)
        else:
            yield _responsible(group, identity)


def _editor(who: Contributor, identity: str) -> str:
    body = leaf("orgName", who.affiliation)
    pieces = (
        leaf(contributor_tag(who.name), who.name),
        body and f"<affiliation>{body}</affiliation>",
        leaf("orgName", who.programme, ' type="programme"'),
        leaf("lang", who.source_language),
    )
    return exact("editor", f' role="{who.role}" xml:id="{identity}"', ", ".join(filter(None, pieces)))


def _responsible(group: tuple[Contributor, ...], identity: str) -> str:
    """`respStmt`, which TEI allows no loose words in."""
    who = group[0]
    pieces = [
        *(leaf("resp", each.role) for each in group),
        leaf(contributor_tag(who.name), who.name),
        leaf("orgName", who.affiliation, ' type="affiliation"'),
        leaf("orgName", who.programme, ' type="programme"'),
        leaf("note", who.source_language, ' type="language"'),
    ]
    return f'<respStmt xml:id="{identity}">{"".join(pieces)}</respStmt>'


def read_contributors(element: etree._Element, reader: TeiReader) -> Iterator[Contributor]:
    """The contributors that `editor` or `respStmt` names; none without a name or a known role."""
    named = names_in(element).get(None)
    name = None if named is None else reader.string(named)
    if name_of(element) == "editor":
        roles = [element.get("role")]
        affiliation, language = reader.child(element, "affiliation"), reader.child(element, "lang")
        name = name or (None if len(element) else reader.string(element))
    else:
        roles = [reader.string(each) for each in element if name_of(each) == "resp"]
        affiliation, language = (
            reader.child(element, "*[@type='affiliation']"),
            reader.child(element, "*[@type='language']"),
        )
    if name is None:
        return
    for known_role in filter(None, (known(_ROLES, role) for role in roles)):
        yield Contributor(
            role=known_role,
            name=name,
            affiliation=affiliation,
            programme=reader.child(element, "*[@type='programme']"),
            source_language=language,
        )
