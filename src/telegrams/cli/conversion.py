"""What `telegrams convert` does: choose where the output goes, refuse what would do harm, then read and write."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from telegrams.corpus.plan import STANDARD_INPUT, Source
from telegrams.corpus.summaries import Summary
from telegrams.corpus.work import Outcome, Request
from telegrams.errors import ParseError, WriteError
from telegrams.formats import WriteOptions, find

from .exits import refuse, refuse_file
from .render import show
from .reporting import Tally, gathered, outcomes, reported
from .stream import refuse_input, write_stream

if TYPE_CHECKING:
    from .convert import Chosen

Results = Callable[[Sequence[Source]], Iterator[Outcome]]


def convert(chosen: "Chosen") -> int:
    """Convert every input, write the output, show the findings, return the exit code."""
    _refuse_contradictions(chosen)
    found = gathered(chosen["inputs"], chosen["from_"], chosen["max_bytes"])
    request = _request(chosen)
    tally = Tally(strict=chosen["strict"])
    summaries: list[Summary] = []
    severities = _severities(chosen)

    def results(sources: Sequence[Source]) -> Iterator[Outcome]:
        for outcome in reported(outcomes(sources, request, chosen["jobs"]), tally, show, severities):
            if chosen["summary"]:
                summaries.extend(item.summary for item in outcome.items)
            yield outcome

    if chosen["output_dir"] is None:
        _to_stream(chosen, found, results)
    else:
        left_out = _to_folder(chosen, found, request, results)
        if not chosen["quiet"]:
            click.echo(f"{chosen['output_dir']}: {tally}{left_out}", err=True)
    if chosen["summary"]:
        from .table import print_table

        print_table(summaries, err=chosen["output_dir"] is None and chosen["output"] in (None, STANDARD_INPUT))
    return tally.exit_code


def _request(chosen: "Chosen") -> Request:
    """What is wanted; refused where the format cannot be written with these options (TG917)."""
    options = WriteOptions(
        lean=chosen["lean"],
        layout=chosen["layout"],
        publisher=chosen["publisher"],
        licence=chosen["licence"],
        url=chosen["url"],
        published=chosen["published"],
    )
    target = find(_format(chosen))
    try:
        getattr(target.room(), "accept", lambda _: None)(options)
    except WriteError as error:
        refuse("TG917", f"{target.name} cannot be written: {error}", "telegrams explain TG917 tells more")
    return Request(
        to=target.name,
        format=chosen["from_"],
        encoding=chosen["encoding"],
        max_bytes=chosen["max_bytes"],
        options=options,
        authority=_authority(chosen["authority"]) if chosen["authority"] else None,
        losses=chosen["report_loss"],
    )


def _format(chosen: "Chosen") -> str:
    return "tei-corpus" if chosen["corpus"] else chosen["to"]


def _authority(path: str) -> tuple[str, str]:
    """The authority file with the digest of its bytes; refused where it is none (TG915)."""
    from telegrams.authority.load import load_known

    try:
        data = Path(path).read_bytes()
        digest = sha256(data).hexdigest()
        load_known(path, digest)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse("TG915", f"cannot read the authority file {path}: {reason}", "is the path right?")
    except ParseError as error:
        refuse_file(path, data.decode("utf-8-sig", "replace"), error.diagnostics)
    return path, digest


def _severities(chosen: "Chosen") -> tuple[str, ...]:
    """Which findings are shown."""
    if chosen["verbose"]:
        return ("error", "warning", "info")
    return ("error",) if chosen["quiet"] and not chosen["strict"] else ("error", "warning")


def _to_stream(chosen: "Chosen", found: Sequence[Source], results: Results) -> None:
    target = find(_format(chosen))
    if len(found) > 1 and not target.collects:
        hint = f"name a folder with --output-dir, or convert to a format that collects, not {target.name}"
        refuse("TG903", f"{len(found)} inputs, and {target.name} has one file for each document", hint)
    refuse_input(chosen["output"], found)
    write_stream(chosen["output"], target, results(found))


def _to_folder(chosen: "Chosen", found: Sequence[Source], request: Request, results: Results) -> str:
    """Write into the folder; what is returned says how many sources an earlier run has done."""
    from .folder import Folder

    folder = Folder.planned(Path(chosen["output_dir"] or ""), found, request, keep_folders=chosen["keep_dirs"])
    if not chosen["resume"]:
        folder.write(found, results(found))
        return ""
    with folder.journal(request) as journal:
        left = [source for source in found if not journal.has(source)]
        folder.write(left, results(left), journal)
    return f"; {len(found) - len(left)} done before"


def _refuse_contradictions(chosen: "Chosen") -> None:
    if chosen["output"] is not None and chosen["output_dir"] is not None:
        raise click.UsageError("--output and --output-dir exclude each other")
    if chosen["corpus"] and chosen["to"] not in {"tei", "tei-corpus"}:
        raise click.UsageError("--corpus is for --to tei")
    if chosen["corpus"] and chosen["output_dir"] is not None:
        raise click.UsageError("--corpus makes one file: use --output, not --output-dir")
    for option, wanted in (("--keep-dirs", chosen["keep_dirs"]), ("--resume", chosen["resume"])):
        if wanted and chosen["output_dir"] is None:
            raise click.UsageError(f"{option} needs --output-dir")
