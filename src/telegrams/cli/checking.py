"""What `telegrams check` does."""

import sys
from typing import TYPE_CHECKING

import click

from telegrams.corpus.work import Finding, Request

from . import machine
from .render import show
from .reporting import Tally, gathered, outcomes, reported

if TYPE_CHECKING:
    from .check import Chosen


def check(chosen: "Chosen") -> int:
    """Read every input, show the findings, return the exit code."""
    found = gathered(chosen["inputs"], chosen["from_"], chosen["max_bytes"])
    request = Request(
        format=chosen["from_"],
        encoding=chosen["encoding"],
        max_bytes=chosen["max_bytes"],
        roundtrip=chosen["roundtrip"],
    )
    tally = Tally(strict=chosen["strict"])
    severities = _severities(chosen)
    results = outcomes(found, request, chosen["jobs"])
    if chosen["diagnostics"] == "sarif":
        findings = (
            (outcome.source, each)
            for outcome in reported(results, tally, _nothing, severities)
            for each in outcome.findings
            if each.diagnostic.severity in severities
        )
        for piece in machine.sarif(findings):
            sys.stdout.write(piece)
    else:
        printed = _line if chosen["diagnostics"] == "jsonl" else _text
        for _ in reported(results, tally, printed, severities):
            pass
    if not chosen["quiet"]:
        click.echo(f"{tally.files} {'file' if tally.files == 1 else 'files'}: {tally}", err=True)
    return tally.exit_code


def _severities(chosen: "Chosen") -> tuple[str, ...]:
    """Which findings are shown."""
    if not chosen["quiet"]:
        return ("error", "warning", "info")
    return ("error", "warning") if chosen["strict"] else ("error",)


def _nothing(source: str, finding: Finding) -> None:
    del source, finding


def _line(source: str, finding: Finding) -> None:
    sys.stdout.write(machine.line(source, finding))


def _text(source: str, finding: Finding) -> None:
    show(source, finding, err=False)
