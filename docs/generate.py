"""Writes the pages of the documentation that are made from the code: `make docs`.

docs/losses.md      what each citation format cannot hold (from formats/data/losses.tsv)
docs/rules.md       every rule by which something is inferred (from model/rules.tsv)
docs/findings.md    every finding with its severity (from findings/TGnnn.md)
"""

from pathlib import Path

from telegrams.findings import codes, page, severity
from telegrams.formats.losses import table
from telegrams.model.inference import reasons

FOLDER = Path(__file__).parent
FORMATS = ("csl", "ris", "biblatex", "csv")
FATES = {"moved": "in {}", "words": "only in the words of {}", "lost": "lost"}


def losses_page() -> str:
    """The table of what the citation formats cannot hold."""
    fates = {name: {loss.field: FATES[loss.fate].format(loss.where or "") for loss in table(name)} for name in FORMATS}
    fields = list(dict.fromkeys(field for name in FORMATS for field in fates[name]))
    rows = [f"| `{field}` | " + " | ".join(fates[name].get(field, "✓") for name in FORMATS) + " |" for field in fields]
    return "\n".join(
        [
            "# What the citation formats cannot hold",
            "",
            "Made from the program's own table (`make docs`). JSON, JSON Lines, TEI and text hold everything.",
            "`telegrams convert … --report-loss` tells the same for a document. CSL-YAML is like CSL.",
            "",
            "| field | " + " | ".join(FORMATS) + " |",
            "| --- |" + " --- |" * len(FORMATS),
            *rows,
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
    rows = [f"| `{rule}` | {why.certainty} | {why.sentence} | {why.right} |" for rule, why in reasons().items()]
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
