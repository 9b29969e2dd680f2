"""Outcomes → findings shown and counted, and the exit code that follows."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import cast

import click

from telegrams.corpus.duplicates import Known, duplicates_told
from telegrams.corpus.parts import parted
from telegrams.corpus.plan import STANDARD_INPUT, Input, PassedOver, chunks, counted, found
from telegrams.corpus.run import run
from telegrams.corpus.work import Finding, Outcome, Request, killed, standard_input, work
from telegrams.model.diagnostics import Severity
from telegrams.model.layout import Encoding

from .exits import ERRORS, FAULT, WELL
from .folding import Kinds, grouped
from .parameters import Inputs
from .render import show

Show = Callable[[str, Sequence[Finding]], None]
"""Shows the findings of one file."""


class Tally:
    """Counts what a run met; `strict` counts warnings as errors."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.kinds = Kinds()
        self._last: str | None = None
        self.passed: list[PassedOver] = []
        self.files = self.documents = self.errors = self.warnings = self.faults = 0

    def count(self, outcome: Outcome) -> None:
        """Add one outcome."""
        self.files += outcome.source != self._last  # a table has several outcomes
        self._last = outcome.source
        self.documents += len(outcome.outputs)
        for each in outcome.findings:
            self.errors += each.diagnostic.severity == "error"
            self.warnings += each.diagnostic.severity == "warning"
            self.faults += each.diagnostic.code == "TG900"

    @property
    def exit_code(self) -> int:
        """The exit code of the run."""
        if self.faults:
            return FAULT
        return ERRORS if self.errors or (self.strict and self.warnings) else WELL

    def __str__(self) -> str:
        counted = ((self.documents, "document"), (self.errors, "error"), (self.warnings, "warning"))
        return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counted)


def gathered(inputs: Inputs) -> tuple[list[Input], list[PassedOver]]:
    """The sources that the user named, and what is passed over in folders; standard input is read at once."""
    named: list[Input] = []
    passed: list[PassedOver] = []
    for each in found(inputs.inputs, inputs.from_):
        if isinstance(each, PassedOver):
            passed.append(each)
        else:
            named.append(each._replace(data=standard_input(inputs.max_bytes)) if each.name == STANDARD_INPUT else each)
    return named, passed


def told_passed(passed: Sequence[PassedOver]) -> None:
    """Show on standard error which files of folders were passed over, and what to do so that they are read."""
    if passed:
        click.echo(f"{len(passed)} passed over: {counted(passed)}", err=True)
        instead = dict.fromkeys((each.kind, each.instead) for each in sorted(passed, key=lambda each: each.kind))
        if hints := "; ".join(f"{kind}: {words}" for kind, words in instead if words):
            click.echo(f"hint: {hints}", err=True)


def requested(inputs: Inputs) -> Request:
    """How the inputs are to be read; the command says what is wanted of them."""
    return Request(
        format=inputs.from_,
        encoding=cast("Encoding", inputs.encoding),
        max_bytes=inputs.max_bytes,
        columns=tuple((inputs.map_ or {}).items()),
    )


def severities(inputs: Inputs, *, remarks: bool = False) -> tuple[Severity, ...]:
    """Which findings are shown: errors; warnings, unless quiet and they are no errors; where asked for, remarks."""
    if remarks:
        return ("error", "warning", "info")
    return ("error",) if inputs.quiet and not inputs.strict else ("error", "warning")


def workers(jobs: int) -> int:
    """How many worker processes: the number given, or for 0 one for each processor."""
    return jobs or os.cpu_count() or 1


def outcomes(
    sources: Iterable[Input], request: Request, inputs: Inputs, known: Known | None = None
) -> Iterator[Outcome]:
    """The outcome of every source, in order, with what is told of records that stand in several of them.

    `known` holds the records that an earlier run has written.
    """
    parts = parted(sources, request.format, dict(request.columns), request.encoding)
    results = run(chunks(parts), partial(work, request=request), killed, workers(inputs.jobs))
    return duplicates_told(results, known or Known({}, {}), leave_out=inputs.deduplicate)


def reported(
    results: Iterable[Outcome], tally: Tally, show: Show, severities: tuple[Severity, ...]
) -> Iterator[Outcome]:
    """The same outcomes, after their findings of these severities are shown and all are counted.

    What a format cannot hold (TG809) is told only to those who ask, so it is always shown.
    """
    for outcome in results:
        if outcome.passed:
            tally.passed.append(outcome.passed)
            yield outcome
            continue
        tally.count(outcome)
        shown = [
            each
            for each in outcome.findings
            if each.diagnostic.severity in severities or each.diagnostic.code == "TG809"
        ]
        tally.kinds.add(outcome.source, shown)
        show(outcome.source, shown)
        yield outcome


class ForPeople:
    """Shows the findings of files, those of a kind together; on standard error or standard output."""

    def __init__(self, *, err: bool = True) -> None:
        self._err = err
        self._hinted: set[str] = set()

    def __call__(self, source: str, findings: Sequence[Finding]) -> None:
        """Show the findings of one file."""
        for each in grouped(findings, self._hinted):
            show(source, each, err=self._err)


def summarised(tally: Tally) -> None:
    """Show on standard error what several files of a run have in common."""
    if tally.files > 1:
        for line in tally.kinds.summary():
            click.echo(line, err=True)
