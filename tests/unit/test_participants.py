"""Who takes part, as `tests/cases/participants.txt` shows it."""

import pytest

from telegrams.model import Participant
from telegrams.values.participants import may_take_part, read_participants

from .case_files import Case, read_cases

FIELDS = ("name", "role", "organisation", "place", "side")


def row(participant: Participant) -> str:
    return " | ".join(getattr(participant, field) or "-" for field in FIELDS)


@pytest.mark.parametrize("case", read_cases("participants.txt"), ids=lambda case: case.title)
def test_participants(case: Case):
    lines = case.given.split("\n")
    listed = read_participants(lines)
    assert [row(each.participant) for each in listed] == list(filter(None, case.expected.split("\n")))
    for each in listed:
        values = each.participant.model_dump(exclude_none=True)
        side = values.pop("side", None)
        assert all(value in lines[each.line] for value in values.values())
        assert (side or "") in lines[each.side or 0]


def test_who_may_take_part():
    assert may_take_part("Two Notetakers")
    assert may_take_part("Mr. Ek, Interpreter")
    assert not may_take_part("The price of tin")
