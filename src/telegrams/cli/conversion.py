"""What `telegrams convert` does: choose where the output goes, refuse what would do harm, then read and write."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telegrams.corpus.plan import STANDARD_INPUT
from telegrams.corpus.work import Item, Outcome, Request
from telegrams.formats import WriteOptions, find

from .exits import refuse
from .folder import Folder
from .render import show
from .reporting import Tally, gathered, outcomes, reported
from .stream import refuse_input, write_stream

if TYPE_CHECKING:
    from .convert import Chosen


def convert(chosen: "Chosen") -> int:
    """Convert every input, write the output, show the findings, return the exit code."""
    target = find(chosen["to"])
    _refuse_contradictions(chosen)
    found = gathered(chosen["inputs"], chosen["from_"], chosen["max_bytes"])
    request = Request(
        to=target.name,
        format=chosen["from_"],
        encoding=chosen["encoding"],
        max_bytes=chosen["max_bytes"],
        options=WriteOptions(lean=chosen["lean"], layout=not chosen["no_layout"]),
    )
    tally = Tally(strict=chosen["strict"])
    severities = ("error",) if chosen["quiet"] and not chosen["strict"] else ("error", "warning")
    folder = chosen["output_dir"]
    if folder is not None:
        plan = Folder.planned(Path(folder), found, request, keep_folders=chosen["keep_dirs"])
    elif len(found) > 1 and not target.collects:
        hint = f"name a folder with --output-dir, or convert to a format that collects, not {target.name}"
        refuse("TG903", f"{len(found)} inputs, and {target.name} has one file for each document", hint)
    else:
        refuse_input(chosen["output"], found)
    results = reported(outcomes(found, request, chosen["jobs"]), tally, show, severities)
    summaries: list[tuple[str, Item]] = []
    if chosen["summary"]:
        results = _remembered(results, summaries)
    if folder is not None:
        plan.write(results)
    else:
        write_stream(chosen["output"], target, results)
    _conclude(chosen, tally, summaries)
    return tally.exit_code


def _remembered(results: Iterable[Outcome], summaries: list[tuple[str, Item]]) -> Iterator[Outcome]:
    """The same outcomes; each document's line for the table is added to `summaries`."""
    for outcome in results:
        summaries += [(outcome.source, item._replace(data=b"")) for item in outcome.items]
        yield outcome


def _refuse_contradictions(chosen: "Chosen") -> None:
    if chosen["output"] is not None and chosen["output_dir"] is not None:
        raise click.UsageError("--output and --output-dir exclude each other")
    if chosen["keep_dirs"] and chosen["output_dir"] is None:
        raise click.UsageError("--keep-dirs needs --output-dir")


def _conclude(chosen: "Chosen", tally: Tally, summaries: list[tuple[str, Item]]) -> None:
    """The last words: the table where it is wanted, and how much went into a folder."""
    folder = chosen["output_dir"]
    if chosen["summary"]:
        from .table import print_table

        print_table(summaries, err=folder is None and chosen["output"] in (None, STANDARD_INPUT))
    if folder is not None and not chosen["quiet"]:
        click.echo(f"{folder}: {tally}", err=True)
