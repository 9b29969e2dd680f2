"""The rules of inference: one table; every rule in it is used, and every rule that is used stands in it."""

import ast
import os
import re
from pathlib import Path

import pytest
from lxml import etree

import telegrams
from benchmarks.accuracy.__main__ import labelled_files
from benchmarks.rules import Figures, Judged, concluded, conclusions, figures, rows
from telegrams.facts.rules import REASONS, inference
from telegrams.formats.block_text import inline_text
from telegrams.model import Document, Heading, Text
from telegrams.model.inference import Inference

from .case_files import Case, read_cases
from .test_reading_body import header_for

SOURCE = Path(__file__).parents[2] / "src" / "telegrams"
BLOCK_RULE = re.compile(r"(?:heading|opener|closer|speaker|signer)-[a-z]+(?:-[a-z]+)*")
CASES = read_cases("rules.txt")


def _constants() -> set[str]:
    """Every string that stands in the code."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _asked() -> set[str]:
    """Every rule that the code asks the table for by its name."""
    asked = re.compile(r"\binference\(\"([^\"]+)\"\)")
    return {rule for path in SOURCE.rglob("*.py") for rule in asked.findall(path.read_text("utf-8"))}


def _of_formulas() -> set[str]:
    """The rules named after the rows of the two tables of formal lines."""
    from telegrams.reading.formulas import _table

    tables = [_table(sort) for sort in ("opener", "closer")]
    return {
        each.rule
        for known in tables
        for each in (*known.whole.values(), *(row[-1] for row in (*known.patterns, *known.ends)))
    }


def test_every_rule_of_the_code_stands_in_the_table():
    named = {each for each in _constants() if BLOCK_RULE.fullmatch(each)}
    assert len(named) >= 14
    assert (named | _asked() | _of_formulas()) - set(REASONS) == set()


@pytest.mark.parametrize(
    ("unseen", "seen", "certainty"),
    [
        ((19, 20), (0, 20), "high"),
        ((18, 20), (20, 20), "medium"),
        ((7, 10), (20, 20), "low"),
        ((4, 4), (16, 16), "high"),
        ((4, 4), (15, 15), None),
    ],
)
def test_how_sure_a_rule_is_hangs_on_how_many_were_right(unseen, seen, certainty):
    """By the half that nobody looked at; by both where that holds fewer than ten; of fewer than twenty nothing."""
    assert Figures(Judged(*unseen), Judged(*seen)).certainty == certainty


def test_what_a_labelled_title_says_of_the_rules():
    item = {"title": "Letter from Ann Lee to Bo Ek", "senders": [{"name": "Ann Lee"}], "recipients": [{"name": "Ek"}]}
    told = list(conclusions([item, {**item, "doubt": True}]))
    assert [(each.rule, each.right) for each in told] == [("party-behind-from", True), ("party-behind-to", False)]
    assert figures({"seen": told, "unseen": []})["party-behind-to"] == Figures(Judged(), Judged(0, 1))


def test_what_a_labelled_date_says_of_the_rules():
    told = conclusions([{"text": "3.V.51", "edtf": "1951-05-03"}, {"text": "May 1951", "edtf": "1951-05"}])
    assert [(each.rule, each.right) for each in told] == [("century-1900", True)]


def test_what_an_editor_marked_says_of_the_rules(tmp_path):
    text = "Oslo, May 3, 1951.\n\nWe came on May 2 and spoke of the\n\ntrade in tin.\n\nBo Ek\n"
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "letter.txt").write_text(header_for("") + text, "utf-8")
    marked = dict.fromkeys(("date", "sender", "recipient", "signature", "signature_names", "dateline_place"))
    item = {
        **marked,
        "folder": str(tmp_path),
        "file": "letter.txt",
        "paragraphs": ["We came on May 2 and spoke of the trade in tin."],
        "page_breaks": [{"left": "spoke of the", "right": "trade in tin", "detectable": True}],
        "optional": [{"what": "dateline", "text": "Oslo, May 3, 1951."}, {"what": "signature", "text": "Ann Lee"}],
    }
    told = {each.rule: each.right for each in conclusions([item])}
    assert told == {
        "opener-dateline": True,
        "year-nearest": False,  # no label has this day
        "blank-line-in-sentence": True,
        "closer-signature-last": False,
    }


def test_figures_are_written_beside_the_rules():
    table = "# head\n{}\nother\tlow\tWords.\t1 of 3\n".format
    found = {"party-behind-to": Figures(Judged(9, 10), Judged(13, 13))}
    told = rows(table("party-behind-to\thigh\tWords.\t"), found)
    assert told == table("party-behind-to\tmedium\tWords.\t9 of 10 unseen, 13 of 13 seen")
    few = {"party-behind-to": Figures(Judged(1, 1))}
    assert rows(told, few) == told


def test_how_sure_a_rule_is_agrees_with_the_figures_beside_it():
    measured = {rule: told for rule, reason in REASONS.items() if (told := Figures.written(reason.right))}
    assert len(measured) >= 15
    assert {rule: REASONS[rule].certainty for rule in measured} == {rule: measured[rule].certainty for rule in measured}


@pytest.mark.skipif("TELEGRAMS_SHARED" not in os.environ, reason="the labelled data are not in the repository")
def test_how_sure_a_rule_is_agrees_with_the_labelled_data():
    """Where this fails, `python -m benchmarks.rules --write`, and look at what became worse."""
    found = {rule: each.certainty for rule, each in figures(concluded(labelled_files())).items() if each.certainty}
    assert len(found) >= 15
    assert {rule: REASONS[rule].certainty for rule in found} == found


def test_every_rule_of_the_table_is_used():
    assert set(REASONS) - _constants() - _of_formulas() == set()


def test_no_inference_is_made_past_the_table():
    made = [path.name for path in SOURCE.rglob("*.py") if "Inference(" in path.read_text("utf-8")]
    assert sorted(made) == ["dates.py", "inference.py", "rules.py"], "only the table and the reader of TEI may make one"


def test_sentences_are_sentences():
    for rule, reason in REASONS.items():
        assert re.fullmatch(r"[A-Z].*[.:]", reason.sentence), rule


def test_a_rule_that_is_not_in_the_table_is_refused():
    with pytest.raises(KeyError):
        inference("by-guess")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_why_a_block_is_what_it_is(case: Case):
    body = telegrams.convert(header_for(case.title) + case.given, "text").document.body
    told = [
        f"{block.type} {block.inferred.rule}: {inline_text(block.content)}"
        for block in body
        if block.type != "page-break" and getattr(block, "inferred", None)
    ]
    assert "\n".join(each.replace("\n", "{lb}") for each in told) == case.expected


def test_every_rule_of_blocks_has_a_case():
    shown = {line.split(" ")[1].rstrip(":") for case in CASES for line in case.expected.splitlines()}
    assert {rule for rule in REASONS if BLOCK_RULE.fullmatch(rule) and not rule.startswith("signer-")} - shown == set()


def test_tei_says_what_a_rule_says():
    document = Document(body=(Heading(content=(Text(text="IN OSLO"),), inferred=inference("heading-capitals")),))
    data = telegrams.write(document, "tei")
    assert REASONS["heading-capitals"].sentence in _categories(data)
    assert telegrams.read(data, "tei").documents[0] == document


def test_tei_keeps_the_rule_of_another_program():
    inferred = Inference(certainty="low", rule="their-own")
    document = Document(body=(Heading(content=(Text(text="In Oslo"),), inferred=inferred),))
    data = telegrams.write(document, "tei")
    assert "their-own" in _categories(data)
    assert telegrams.read(data, "tei").documents[0].body[0].inferred == inferred


def test_a_signer_is_named_with_the_rule():
    text = header_for("") + "The talks began.\n\nPETROV\n"
    data = telegrams.write(telegrams.parse(text), "tei")
    assert (
        b'<persName ref="#petrov" cert="high" resp="#telegrams" ana="#rule.signer-last-name" evidence="internal">'
        in data
    )
    assert REASONS["signer-last-name"].sentence in _categories(data)


def test_json_of_the_version_before_is_read():
    document = telegrams.parse(header_for("") + "THE TALKS\n")
    data = telegrams.write(document, "json")
    old = re.sub(rb',?\s*"inferred": \{[^}]*\}', b"", data).replace(
        b'"schema_version": "1.1"', b'"schema_version": "1.0"'
    )
    assert b"inferred" in data
    assert b"inferred" not in old
    (read,) = telegrams.read(old, "json").documents
    assert read.body[0].model_copy(update={"inferred": None}) == read.body[0]


def _categories(data: bytes) -> list[str]:
    return [each.text or "" for each in etree.fromstring(data).iter("{http://www.tei-c.org/ns/1.0}catDesc")]
