"""Laws of the ODD: the TEI's processor loses nothing of it, and the grammar that it makes judges as ours does."""

import copy
import random
import runpy

import pytest
from lxml import etree

from telegrams.formats import write
from telegrams.model import Document
from tests.clients import texts
from tests.laws import referees
from tests.laws.mutants import mutated
from tests.unit.full_document import full_document
from tests.unit.odd_referee import TEI, compiled

MAKER = runpy.run_path(str(referees.OURS.parent / "generate.py"))
ODD = MAKER["read"]()
PARSER = etree.XMLParser(collect_ids=False)
MADE = {"full": write(full_document(edited=False), "tei"), "empty": write(Document(), "tei")}
FILES = MADE | {name: texts.tei(name) for name in texts.TEXTS}
MUTANTS = [mutated(data, seed) for name, data in FILES.items() for seed in range(120 if name == "full" else 20)]


@pytest.fixture(scope="module")
def theirs():
    return etree.RelaxNG(compiled(ODD).grammar)


@pytest.fixture(scope="module")
def ours():
    return verdicts(referees.ours())


def verdicts(grammar):
    return [grammar.validate(etree.fromstring(data, PARSER)) for data in MUTANTS]


def test_nothing_of_the_odd_is_lost():
    assert compiled(ODD).lost == []


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_accepted(theirs, name):
    assert theirs.validate(etree.fromstring(FILES[name], PARSER)), theirs.error_log


def test_both_judge_alike(theirs, ours):
    assert verdicts(theirs) == ours
    assert min(ours.count(True), ours.count(False)) > 50


CHANGEABLE = [f"{TEI}{name}" for name in ("attDef", "valItem", "memberOf")]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_a_change_of_the_odd_changes_both_alike(ours, seed):
    changed, rng = copy.deepcopy(ODD), random.Random(seed)
    places = [each for each in changed.iter(CHANGEABLE) if len(each.getparent()) > 1]
    for each in rng.sample(places, 40):
        if len(each.getparent()) > 1:
            each.getparent().remove(each)
    both = [etree.RelaxNG(grammar) for grammar in (compiled(changed).grammar, MAKER["grammar"](changed))]
    first, second = map(verdicts, both)
    assert first == second != ours


def test_what_the_processor_would_lose_is_seen():
    changed = copy.deepcopy(ODD)
    modules = {each.get("key"): each for each in changed.iter(f"{TEI}moduleRef")}
    modules["namesdates"].set("include", modules["namesdates"].get("include").replace("addName", ""))
    next(each for each in changed.iter(f"{TEI}elementRef") if each.get("key") == "docTitle").set("key", "docTitel")
    alone = next(each for each in changed.iter(f"{TEI}sequence") if each.getparent().tag == f"{TEI}content")
    alone[:] = [copy.deepcopy(alone)]
    lost = compiled(changed).lost
    assert {"addName: not in its module", "docTitel: not defined"} < set(lost)
    assert any("sequence of one or none" in each for each in lost)


def test_what_is_repeated_behind_itself_is_seen():
    changed = copy.deepcopy(ODD)
    title = next(each for each in changed.iter(f"{TEI}elementSpec") if each.get("ident") == "titleStmt")
    editors = title.find(f".//{TEI}alternate")
    authors = editors.getprevious()
    etree.SubElement(editors, f"{TEI}elementRef", key=authors.get("key"))
    assert compiled(changed).lost == ["author: repeated behind itself"]
