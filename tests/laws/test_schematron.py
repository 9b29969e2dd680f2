"""Laws of the rules that no grammar can say: Schematron finds what `check` finds; the TEI's own find nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegrams.formats import write
from telegrams.formats.tei import check
from tests.clients import saxon
from tests.laws import referees
from tests.laws.mutants import mutated
from tests.laws.strategies import documents

pytestmark = [pytest.mark.slow, pytest.mark.client, pytest.mark.skipif(not saxon.HERE, reason=saxon.REASON)]
NUMBERED = {"TG620", "TG621", "TG622", "TG623", "TG624", "TG625"}


def patterns(rules, data):
    return {pattern for pattern, *_ in saxon.found(rules.read_bytes(), data)}


@given(documents(), st.integers(0, 2**32))
def test_our_rules_find_what_check_finds(document, seed):
    data = write(document, "tei")
    assert patterns(referees.RULES, data) == {each.code for each in check(data)}
    wrong = mutated(data, seed)
    assert patterns(referees.RULES, wrong) & NUMBERED == {each.code for each in check(wrong)} & NUMBERED


@referees.tei_rules
@given(documents())
def test_the_rules_of_the_tei_find_nothing(document):
    assert patterns(referees.TEI_RULES, write(document, "tei")) == set()
