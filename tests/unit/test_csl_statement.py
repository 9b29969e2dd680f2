import json
from pathlib import Path
from typing import get_args

import pytest

from telegrams.facts.verbs import ACTION_OF_VERB
from telegrams.formats.csl.statement import custody_clauses, custody_step, location
from telegrams.model import Contributor, Custody, SourceStatement
from telegrams.model.citation import CustodyAction
from telegrams.values.holdings import parse_source

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
    told = tuple(
        step.model_copy(update={"verbatim": clause})
        for step, clause in zip(source.custody, case["clauses"], strict=True)
    )
    printed = source.model_copy(update={"custody": told})
    assert custody_clauses(printed) == case["clauses"]
    assert tuple(custody_step(clause) for clause in case["clauses"]) == told


@pytest.mark.parametrize(
    ("step", "clause"),
    [
        (Custody(action="provided", agent="Tom Reed"), "provided by Tom Reed"),
        (Custody(action="deposited", recipient="Elsewhere"), "on file at Elsewhere"),
        (Custody(action="obtained", agent="A", note="B", recipient="C"), "obtained by A (B) for C"),
        (Custody(action="courtesy", agent="A", recipient="C"), "courtesy of A to C"),
        (Custody(action="permission"), "with permission of"),
    ],
)
def test_a_step_without_words_gets_a_clause_of_its_parts(step, clause):
    assert custody_clauses(SourceStatement(verbatim="x", custody=(step,))) == [clause]


def test_a_clause_as_written():
    step = Custody(action="obtained", verbatim="got hold of by Tom Reed", agent="Tom Reed")
    assert custody_clauses(SourceStatement(verbatim="x", custody=(step,))) == ["got hold of by Tom Reed"]


@pytest.mark.parametrize(
    ("clause", "step"),
    [
        ("copy obtained by XYZ (Radio One)", Custody(action="obtained", agent="XYZ", note="Radio One")),
        ("acquired from Tom Reed", Custody(action="obtained", agent="Tom Reed")),
        ("made available by Tom Reed", Custody(action="provided", agent="Tom Reed")),
        ("donated to the City Library", Custody(action="provided", recipient="City Library")),
        ("with permission", Custody(action="permission")),
        ("provided by Tom Reed to ABC", Custody(action="provided", agent="Tom Reed", recipient="ABC")),
        ("obtained for ABC by Tom Reed", Custody(action="obtained", agent="Tom Reed", recipient="ABC")),
        ("translated by Ruth Baker", None),
        ("stored in a vault", Custody(action="deposited", recipient="a vault")),
        ("a box in a vault", None),
        ("obtained by " + "x" * 300, None),
    ],
)
def test_a_clause_read(clause, step):
    assert custody_step(clause) == (step and step.model_copy(update={"verbatim": clause}))


@pytest.mark.parametrize("verb", [verb for verb, action in ACTION_OF_VERB.items() if action in get_args(CustodyAction)])
@pytest.mark.parametrize("clause", ["copy {} by Ann Lee", "{} by Ann Lee", "copy {} to the City Library"])
def test_a_verb_means_the_same_in_a_source_statement_and_in_an_item(verb, clause):
    """A verb of custody read from the archive's text, written to CSL and read again."""
    steps = parse_source(f"Archive of Foreign Policy, Moscow; {clause.format(verb)}").custody
    assert tuple(custody_step(step.verbatim or "") for step in steps) == steps
