"""The law of the header: what an editor changes comes out again, or a finding names it.

Any one change that tei_all allows is made in the header of a file of ours. Values (attributes, words, comments) that
the edited file has and the first one had not must come out, at the same place; values that are no longer there must not
come back. A copy of a changed fact follows it: it is no longer what it was, and that is as it should be.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import telegrams
from telegrams.formats import read, write
from telegrams.formats.tei.description import SPACE, described_in, is_element, values_of
from tests.laws import edits, referees
from tests.unit.full_document import full_document

SEEDS = Path(__file__).parents[2] / "seeds"
SOURCES = ("111779", "112634", "full")


@cache
def written(source):
    """A file of ours."""
    if source == "full":
        return write(full_document(edited=False), "tei")
    return write(telegrams.convert((SEEDS / f"{source}.txt").read_bytes()).document, "tei")


def header(root):
    """The elements of the description of the document."""
    found = [root]
    for element in found:
        found += filter(is_element, described_in(element))
    return [each for each in found if each is not root and not each.tag.endswith("}text")]


def values(data):
    return Counter(
        value[:3] for value in values_of(etree.fromstring(data)) if value.name != SPACE and value[1:3] != ("", "")
    )


def faults(source, seed):
    """What is neither kept nor named of one edit; None where no edit was found."""
    data = edits.edited(written(source), seed, header)
    if data is None:
        return None
    reading = read(data, "tei")
    (document,) = reading.documents
    again = write(document, "tei")
    assert read(again, "tei").documents == (document,)
    if reading.diagnostics:
        return []
    before, after, out = values(written(source)), values(data), values(again)
    lost, back = (after - before) - out, ((before - after) & out) - (after & out)
    return [*lost, *back]


@pytest.mark.slow
@pytest.mark.skipif(not referees.TEI_ALL, reason=referees.REASON)
@pytest.mark.timeout(900)
@settings(deadline=None, max_examples=settings().max_examples)
@given(st.sampled_from(SOURCES), st.integers(0, 2**32))
def test_an_edit_of_the_header_is_kept_or_named(source, seed):
    assert not faults(source, seed)
