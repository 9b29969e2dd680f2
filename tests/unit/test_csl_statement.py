import json
from pathlib import Path

import pytest

from telegrams.formats.csl.statement import custody_clauses, custody_step, location
from telegrams.model import Contributor, Custody, SourceStatement

LINES = (Path(__file__).parents[1] / "cases" / "csl" / "statements.jsonl").read_text("utf-8").splitlines()
CASES = [pytest.param(case, id=case["why"]) for case in map(json.loads, LINES)]


def statement(case):
    steps = (dict(zip(("action", "agent", "note", "recipient"), step, strict=True)) for step in case["custody"])
    people = (dict(zip(("role", "name", "affiliation"), person, strict=True)) for person in case["people"])
    return SourceStatement(
        verbatim=case["statement"],
        custody=tuple(Custody(**step) for step in steps),
        contributors=tuple(Contributor(**person) for person in people),
    )


@pytest.mark.parametrize("case", CASES)
def test_the_place_without_translators(case):
    assert location(statement(case), translators_elsewhere=True) == case["location"]


@pytest.mark.parametrize("case", CASES)
def test_the_place_with_translators(case):
    whole = location(statement(case), translators_elsewhere=False)
    assert whole in (case["statement"], case["statement"].removesuffix("."))


@pytest.mark.parametrize("case", CASES)
def test_custody_clause_by_clause(case):
    source = statement(case)
    assert custody_clauses(source) == case["clauses"]
    assert [custody_step(clause).action for clause in case["clauses"]] == [step.action for step in source.custody]


@pytest.mark.parametrize(
    ("clause", "step"),
    [
        ("copy obtained by XYZ (Radio One)", Custody(action="obtained", agent="XYZ", note="Radio One")),
        ("acquired from Tom Reed", Custody(action="obtained", agent="Tom Reed")),
        ("made available by Tom Reed", Custody(action="provided", agent="Tom Reed")),
        ("donated to the City Library", Custody(action="contributed", recipient="City Library")),
        ("with permission", Custody(action="permission")),
        ("provided by Tom Reed to ABC", Custody(action="provided", agent="Tom Reed", recipient="ABC")),
        ("obtained for ABC by Tom Reed", Custody(action="obtained", agent="Tom Reed", recipient="ABC")),
        ("translated by Ruth Baker", None),
        ("stored in a box", None),
        ("obtained by " + "x" * 300, None),
    ],
)
def test_a_clause_read(clause, step):
    assert custody_step(clause) == step
