"""Laws of the rules that no grammar can say: Schematron finds what `check` finds; the TEI's own find nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from telegrams.formats import write
from telegrams.formats.tei import check
from tests.clients import saxon
from tests.laws import referees
from tests.laws.mutants import mutated
from tests.laws.strategies import documents, edited_documents

pytestmark = [pytest.mark.slow, pytest.mark.client, pytest.mark.skipif(not saxon.HERE, reason=saxon.REASON)]
NUMBERED = {"TG620", "TG621", "TG622", "TG623", "TG624", "TG625"}


def patterns(rules, data):
    return {pattern for pattern, *_ in saxon.found(rules.read_bytes(), data)}


def in_our_schema(data):
    """False where an editor's mark-up, which is kept, goes beyond it."""
    return referees.ours().validate(etree.fromstring(data, etree.XMLParser(collect_ids=False)))


@given(st.one_of(documents(), edited_documents()), st.integers(0, 2**32))
def test_our_rules_find_what_check_finds(document, seed):
    data = write(document, "tei")
    for each in (data, mutated(data, seed)):
        found, told = patterns(referees.RULES, each), {diagnostic.code for diagnostic in check(each)}
        assert found & NUMBERED == told & NUMBERED
    assert patterns(referees.RULES, data) <= NUMBERED or not in_our_schema(data)


@referees.tei_rules
@given(documents())
def test_the_rules_of_the_tei_find_nothing(document):
    data = write(document, "tei")
    assert patterns(referees.TEI_RULES, data) == set() or not in_our_schema(data)
