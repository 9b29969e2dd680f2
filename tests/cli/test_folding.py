"""Findings for people: one line for those of a kind, and the summary of a run."""

import json
import re

from telegrams.cli.folding import MOST, MOST_SUBJECTS, Kinds, grouped
from telegrams.cli.render import render
from telegrams.corpus.places import Lines
from telegrams.corpus.work import Finding
from telegrams.findings import finding, heading

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Lund to Berg</title><editor>A</editor></titleStmt>
<publicationStmt><publisher>B</publisher><publisher>C</publisher></publicationStmt></fileDesc></teiHeader>
<text><body><p>Hear.</p></body></text></TEI>"""


def counted(subject, count, line):
    text = "\n" * (line - 1) + "x"
    told = finding("TG610", f"<{subject}> is not understood", hint="the words are kept")
    return Finding(told.model_copy(update={"subject": subject, "count": count}), Lines(text).place(line - 1, line))


def dated(line):
    return Finding(finding("TG611", f"in line {line}"), Lines("\n" * (line - 1) + "x").place(line - 1, line))


def test_subjects_of_a_code_stand_in_one_line():
    hinted: set[str] = set()
    shown = list(grouped([counted("unclear", 45, 12), dated(13), counted("c", 1, 20)], hinted))
    assert [render("a.xml", each).split("\n") for each in shown] == [
        [
            f"a.xml:12:1: warning[TG610] {heading('TG610')}: `unclear`: 45 times, first at line 12; `c`: at line 20",
            "hint: the words are kept",
        ],
        ["a.xml:13:1: warning[TG611] in line 13", "  x", "  ^"],
    ]  # fmt: skip
    (again,) = grouped([counted("c", 2, 20), counted("c", 3, 21)], hinted)
    assert again.diagnostic.message.endswith(": `c`: 5 times, first at line 20")
    assert again.diagnostic.hint is None


def test_of_many_findings_the_first_are_shown_and_the_rest_is_counted():
    most = MOST["warning"]
    assert len(list(grouped(map(dated, range(1, most + 2)), set()))) == most + 1
    *few, rest = grouped(map(dated, range(1, 500)), set())
    assert len(few) == most
    assert rest.diagnostic.message.endswith(f": {499 - most} more in this file, the last at line 499")
    assert "--diagnostics jsonl" in str(rest.diagnostic.hint)


def test_findings_without_a_place_are_all_shown():
    lost = [Finding(finding("TG809", f"field {number} is lost")) for number in range(40)]
    assert list(grouped(lost, set())) == lost


def test_the_summary_counts_kinds_over_the_run():
    kinds = Kinds()
    kinds.add("a.xml", [counted("c", 2, 3), counted("g", 9, 4), dated(5), dated(6)])
    kinds.add("b.xml", [counted("c", 30, 7), dated(8), Finding(finding("TG003", "once"))])
    assert list(kinds.summary()) == [
        f"TG610 {heading('TG610')}: 41 times",
        "  `c`: 32 times in 2 files, first at a.xml:3",
        "  `g`: 9 times in 1 file, first at a.xml:4",
        f"TG611 {heading('TG611')}: 3 times in 2 files, first at a.xml:5",
    ]
    for name in ("c.xml", "d.xml"):
        kinds.add(name, [counted(f"x{number}", 1, 1) for number in range(MOST_SUBJECTS)])
    assert f"  {2} more" in list(kinds.summary())


def test_a_run_of_letters_ends_with_a_summary(call, tree):
    for name in ("a.xml", "b.xml"):
        (tree / name).write_text(LETTER.replace("Hear", name))
    result = call("convert", "a.xml", "b.xml", "--to", "json", "--output-dir", "build")
    lines = result.stderr.splitlines()
    assert sum("warning[TG613]" in line for line in lines) == 2
    assert lines[-4:] == [
        f"TG613 {heading('TG613')}: 6 times",
        "  `publisher`: 4 times in 2 files, first at a.xml:3",
        "  `editor`: 2 times in 2 files, first at a.xml:2",
        "build: 2 documents, 0 errors, 4 warnings",
    ]
    assert "TG613" not in call("convert", "a.xml", "b.xml", "--to", "json", "--output-dir", "quiet", "-q").stderr
    assert re.findall("^TG613", call("check", "a.xml").stderr, re.MULTILINE) == []
    assert f"TG613 {heading('TG613')}" in call("check", "a.xml", "b.xml").stderr


def test_machines_get_every_finding_with_its_count(call, tree):
    (tree / "a.xml").write_text(LETTER)
    lines = [json.loads(line) for line in call("check", "a.xml", "--diagnostics", "jsonl").stdout.splitlines()]
    named = {line["subject"]: (line["count"], line["line"]) for line in lines if line["code"] == "TG613"}
    assert named == {"editor": (1, 2), "publisher": (2, 3)}
    log = json.loads(call("check", "a.xml", "--diagnostics", "sarif").stdout)
    counts = [each.get("occurrenceCount", 1) for each in log["runs"][0]["results"] if each["ruleId"] == "TG613"]
    assert counts == [1, 2]
