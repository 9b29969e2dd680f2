"""Nouns that name a body, and what such a body may be in a source statement."""

from typing import Literal, NamedTuple

from . import table

BodySort = Literal["credited", "custodian", "keeper", "learned", "programme", "parent"]


class _Noun(NamedTuple):
    noun: str
    sorts: tuple[str, ...]


_NOUNS = table("sources/nouns_of_bodies", _Noun)


def nouns_of_bodies(sort: BodySort) -> frozenset[str]:
    """The nouns of bodies that may be this, in lower case; the sorts are said in `data/sources/nouns_of_bodies.tsv`."""
    return frozenset(row.noun for row in _NOUNS if sort in row.sorts)
