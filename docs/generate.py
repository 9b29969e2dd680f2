"""Writes the pages of the documentation that are made from the code: `make docs`.

docs/losses.md      what each format cannot hold (from facts/data/losses.tsv)
docs/rules.md       every rule by which something is inferred (from facts/data/rules.tsv)
docs/findings.md    every finding with its severity (from findings/TGnnn.md)
"""

from pathlib import Path

from telegrams.facts.rules import REASONS
from telegrams.findings import codes, page, severity
from telegrams.formats.losses import WHOLE, columns, rows

FOLDER = Path(__file__).parent
FATES = {"moved": "in {}", "words": "only in the words of {}", "lost": "lost"}


def losses_page() -> str:
    """The table of what the formats cannot hold."""
    lines = []
    for row in rows():
        found = {name: row.loss(name) for name in columns()}
        told = [FATES[loss.fate].format(loss.where or "") if loss else "✓" for loss in found.values()]
        when = "" if row.when == "-" else f"`{row.when.replace('|', chr(92) + '|')}`"
        lines.append(f"| `{row.field}` | {when} | {' | '.join(told)} |")
    return "\n".join(
        [
            "# What the formats cannot hold",
            "",
            f"Made from the program's own table (`make docs`). {', '.join(sorted(WHOLE))} hold everything.",
            "`telegrams convert … --report-loss` tells the same for a document, and of a text only what does not come",
            "back when it is read. The first row that fits a value counts; `[1:]` are the members behind the first.",
            "When: `/…/` the form of the value; `with`, `without` other fields of the same part (`document.…`: of the",
            "document) that are filled or not; `where` a field with one of these words; `no X` a CSL item without this",
            "variable; `unnamed`, `unbabelled` a language tag without a name here, or in babel. Words that a field is",
            "said to stand in but that do not hold it, as in a document made by hand, do not save it: then it is lost.",
            "",
            "| field | when | " + " | ".join(columns()) + " |",
            "| --- | --- |" + " --- |" * len(columns()),
            *lines,
            "",
        ]
    )


def findings_page() -> str:
    """The list of all findings."""
    rows = []
    for code in codes():
        title = page(code).partition("\n")[0].partition(": ")[2]
        rows.append(f"| {code} | {severity(code)} | {title} |")
    head = ["# Findings", "", "`telegrams explain CODE` tells more. Made from their pages (`make docs`).", ""]
    return "\n".join([*head, "| code | severity | finding |", "| --- | --- | --- |", *rows, ""])


def rules_page() -> str:
    """The list of all rules of inference."""
    rows = [f"| `{rule}` | {why.certainty} | {why.sentence} | {why.right or ''} |" for rule, why in REASONS.items()]
    head = [
        "# Rules by which something is inferred",
        "",
        "What the text does not state but the program concludes is marked as inferred: `inferred` in JSON with",
        "certainty and rule, `@cert` and `@ana` in TEI. `telegrams explain RULE` tells the same. Made from the",
        "program's table (`make docs`), which says how sure a rule must be to be called high. *right*: of those seen",
        "in real texts, judged by hand.",
        "",
    ]
    return "\n".join([*head, "| rule | certainty | what it says | right |", "| --- |" + " --- |" * 3, *rows, ""])


PAGES = {"losses.md": losses_page, "findings.md": findings_page, "rules.md": rules_page}


def main() -> None:
    """Write all pages."""
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), "utf-8")


if __name__ == "__main__":
    main()
