"""`telegrams check`."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import click

from telegrams.options import Option

from .config import config_options
from .exits import EPILOG
from .parameters import Inputs, takes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegrams.corpus.work import Finding


class Chosen(NamedTuple):
    """What the user chose besides the inputs."""

    roundtrip: Annotated[bool, Option("Also prove that every byte comes back, directly and by JSON and TEI.")] = False
    diagnostics: Annotated[Literal["text", "jsonl", "sarif"], Option("How to show the findings.")] = "text"


@click.command("check", epilog=EPILOG)
@takes(Inputs)
@config_options
@takes(Chosen)
def command(chosen: Chosen, inputs: Inputs) -> None:
    """Show what is found in documents.

    Nothing is written. The findings go to standard output, a summary line to standard error.
    """
    click.get_current_context().exit(check(inputs, chosen))


def check(inputs: Inputs, chosen: Chosen) -> int:
    """Read every input, show the findings, return the exit code."""
    from .reporting import (
        ForPeople,
        Tally,
        gathered,
        outcomes,
        reported,
        requested,
        severities,
        summarised,
        told_passed,
    )

    found, passed = gathered(inputs)
    tally = Tally(strict=inputs.strict)
    shown = severities(inputs, remarks=not inputs.quiet)
    results = outcomes(found, requested(inputs)._replace(roundtrip=chosen.roundtrip), inputs)
    if chosen.diagnostics == "sarif":
        from .machine import sarif

        findings = (
            (outcome.source, each)
            for outcome in reported(results, tally, lambda *_: None, shown)
            for each in outcome.findings
            if each.diagnostic.severity in shown
        )
        for piece in sarif(findings):
            sys.stdout.write(piece)
    else:
        for _ in reported(results, tally, _lines if chosen.diagnostics == "jsonl" else ForPeople(err=False), shown):
            pass
    if not inputs.quiet:
        summarised(tally)
        told_passed([*passed, *tally.passed])
        click.echo(f"{tally.files} {'file' if tally.files == 1 else 'files'}: {tally}", err=True)
    return tally.exit_code


def _lines(source: str, findings: "Sequence[Finding]") -> None:
    from .machine import finding_line

    sys.stdout.writelines(finding_line(source, each) for each in findings)
