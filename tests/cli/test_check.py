"""`telegrams check`, `explain`, `schema`, without a new process."""

import json
from pathlib import Path

import click
import pytest

from telegrams.cli import reporting
from telegrams.cli.parameters import WRITABLE
from telegrams.corpus.places import Lines
from telegrams.corpus.work import Finding, Outcome
from telegrams.facts.rules import REASONS
from telegrams.findings import codes, finding
from telegrams.formats.tei.schema import schema_path
from telegrams.model import Span

SCHEMAS, SEEDS = (Path(__file__).parents[2] / folder for folder in ("schemas", "seeds"))
WORDS = ("error", "warning", "info")


def _findings(source, request):
    del request
    span = Span(start=5, end=8)
    found = [
        finding("TG002", "an error"),
        finding("TG805", "a warning", span, "a hint"),
        finding("TG804", "a remark"),
    ]
    lines = Lines("one\n\ttwo 電")
    places = (None, lines.place(5, 8), lines.place(3, 3))
    return Outcome(source.name, findings=tuple(map(Finding, found, places)))


@pytest.fixture
def found(monkeypatch):
    monkeypatch.setattr(reporting, "work", _findings)


def test_good_documents(call):
    result = call("check", "in", "--roundtrip")
    assert result.exit_code == 0
    warnings = result.stdout.count("warning[")
    assert result.stderr == f"2 files: 2 documents, 0 errors, {warnings} warning{'s' * (warnings != 1)}\n"
    assert "TG907" not in result.stdout


@pytest.mark.usefixtures("found")
def test_findings_as_text(call):
    result = call("check", "in/letter.txt")
    assert result.exit_code == 1
    assert result.stdout == (
        "in/letter.txt: error[TG002] an error\n"
        "in/letter.txt:2:2: warning[TG805] a warning\n"
        "      two 電\n"
        "      ^^^\n"
        "hint: a hint\n"
        "in/letter.txt:1:4: info[TG804] a remark\n"
        "  one\n"
        "     ^\n"
    )
    assert result.stderr == "1 file: 0 documents, 1 error, 1 warning\n"


@pytest.mark.usefixtures("found")
def test_quiet_shows_errors_only_and_no_summary(call):
    result = call("check", "in/letter.txt", "-q")
    assert (result.stdout, result.stderr) == ("in/letter.txt: error[TG002] an error\n", "")
    strict = call("check", "in/letter.txt", "-q", "--strict")
    assert [word for word in WORDS if f"{word}[" in strict.stdout] == ["error", "warning"]


@pytest.mark.usefixtures("found")
def test_findings_as_lines_of_json(call):
    result = call("check", "in/letter.txt", "--diagnostics", "jsonl")
    assert [json.loads(line) for line in result.stdout.splitlines()][1] == {
        "file": "in/letter.txt",
        "line": 2,
        "column": 2,
        "code": "TG805",
        "severity": "warning",
        "message": "a warning",
        "hint": "a hint",
        "subject": None,
        "count": 1,
        "start": 5,
        "end": 8,
    }
    assert len(result.stdout.splitlines()) == 3


@pytest.mark.usefixtures("found")
def test_findings_as_sarif(call, tree):
    (tree / "in" / "a b#.txt").write_bytes(b"x")
    log = json.loads(call("check", "in/a b#.txt", tree / "in" / "note.txt", "--diagnostics", "sarif").stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(codes())
    assert all(rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"] * 2
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
    second = run["results"][1]
    assert second["message"] == {"text": "a warning\nhint: a hint"}
    assert second["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "in/a%20b%23.txt"},
                "region": {"startLine": 2, "startColumn": 2, "endColumn": 5},
            }
        }
    ]
    assert run["results"][2]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 4}
    assert run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")


def test_sarif_without_findings(call):
    log = json.loads(call("check", "in/letter.txt", "-q", "--diagnostics", "sarif").stdout)
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_explain(call):
    assert call("explain", "tg001").stdout.startswith("# TG001 error: ")
    listed = call("explain").stdout.splitlines()
    assert [line[:5] for line in listed[: len(codes())]] == list(codes())
    unknown = call("explain", "TG999")
    assert unknown.exit_code == 2
    assert "there is no code or rule 'TG999'" in unknown.stderr


def test_explain_a_rule(call):
    shown = call("explain", "Heading-Capitals").stdout
    assert shown.startswith("# heading-capitals medium\n\nA passage in capitals")
    assert "judged by hand" in shown
    assert "judged by hand" not in call("explain", "shared-month").stdout
    assert [line.split(":")[0] for line in call("explain").stdout.splitlines()[len(codes()) :]] == list(REASONS)


@pytest.mark.parametrize(
    ("name", "hint"), [("heading-capital", "heading-capitals"), ("TG3006", "TG306"), ("xyzzy", "alone lists all")]
)
def test_explain_names_what_is_near(call, name, hint):
    unknown = call("explain", name)
    assert unknown.exit_code == 2
    assert hint in unknown.stderr


def test_schemas(call):
    shown = json.loads(call("schema", "document").stdout)
    assert shown["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name, file in (("tei", "telegrams.rng"), ("odd", "telegrams.odd"), ("schematron", "telegrams.sch")):
        assert call("schema", name).stdout_bytes == (SCHEMAS / file).read_bytes()
    assert call("schema", "pdf").exit_code == 2


def test_the_schema_is_beside_the_package_or_in_it(tmp_path):
    package = tmp_path / "src" / "telegrams"
    package.mkdir(parents=True)
    (tmp_path / "schemas").mkdir()
    assert schema_path(package) == tmp_path / "schemas" / "telegrams.rng"
    (package / "schemas").mkdir()
    assert schema_path(package) == package / "schemas" / "telegrams.rng"


FOREIGN = """<?xml version="1.0"?>
<!-- <TEI> --><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
 <titleStmt><title>A to B</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
 <sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
 <text><body><p>x <persName ref="#nobody">y</persName></p></body></text></TEI>
"""


def test_tei_of_any_hand_is_checked_by_schema_and_rules(call, tmp_path):
    path = tmp_path / "letter.tei.xml"
    path.write_text(FOREIGN, "utf-8")
    shown = call("check", str(path))
    assert shown.exit_code == 0
    column = FOREIGN.splitlines()[4].index("<persName") + 1
    assert f":5:{column}: warning[TG620]" in shown.stdout
    assert "info[TG627]" in shown.stdout
    assert "<persName ref" in shown.stdout
    assert " ^^^^^^^^^\n" in shown.stdout


def test_our_own_tei_is_held_to_the_schema(call, tmp_path):
    path = tmp_path / "112634.tei.xml"
    assert call("convert", str(SEEDS / "112634.txt"), "--to", "tei", "-o", str(path)).exit_code == 0
    assert call("check", str(path)).exit_code == 0
    path.write_text(path.read_text("utf-8").replace('pb type="inferred"', 'pb type="guessed"'), "utf-8")
    shown = call("check", str(path))
    assert shown.exit_code == 0
    assert "info[TG626]" in shown.stdout


def test_help_names_every_command(call):
    shown = call("--help").stdout
    assert all(name in shown for name in ("convert", "check", "schema", "explain", "130"))
    assert call("help-me").exit_code == 2
    assert "[text|json|jsonl|tei" in call("convert", "--help").stdout


def test_the_shell_completes_names():
    context = click.Context(click.Command("convert"))
    found = WRITABLE.shell_complete(context, click.Option(["--to"]), "js")
    assert [each.value for each in found] == ["json", "jsonl"]
