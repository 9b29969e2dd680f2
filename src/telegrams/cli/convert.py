"""`telegrams convert`: choose where the output goes, refuse what would do harm, then read and write."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

import click

from telegrams.options import Option, WriteOptions

from .config import config_options
from .exits import EPILOG, Refusal, refuse_file
from .parameters import WRITABLE, Inputs, takes

if TYPE_CHECKING:
    from telegrams.corpus.duplicates import Known
    from telegrams.corpus.plan import Input
    from telegrams.corpus.summaries import Summary
    from telegrams.corpus.work import Outcome, Request
    from telegrams.formats import Format

    class Results(Protocol):
        """Gives the outcomes of sources; `known` holds the records that an earlier run has written."""

        def __call__(self, sources: Sequence[Input], known: Known | None = None) -> Iterator[Outcome]:
            """The outcomes, in order."""


class Chosen(NamedTuple):
    """What the user chose besides the inputs and what is written."""

    to: Annotated[str, Option("Format to write."), WRITABLE]
    authority: Annotated[
        str | None, Option("CSV or JSON with name, kind and uri of persons, bodies and places.", "FILE", project=True)
    ] = None
    output: Annotated[
        str | None, Option("Write to this file, whole or not at all; - for standard output.", "FILE", short="-o")
    ] = None
    output_dir: Annotated[str | None, Option("Write one file for each input into this folder.", "DIR")] = None
    keep_dirs: Annotated[bool, Option("Keep the folders of the inputs below --output-dir.")] = False
    resume: Annotated[bool, Option("Leave out what an earlier run with --resume did into --output-dir.")] = False
    overwrite: Annotated[
        bool, Option("Replace files in --output-dir that were changed since they were written, or are none of ours.")
    ] = False
    backup: Annotated[
        bool, Option("Keep as FILE.bak what is replaced: by -o any file, in --output-dir a changed one.", project=True)
    ] = False
    corpus: Annotated[bool, Option("With --to tei: one teiCorpus with the lists of persons and places merged.")] = False
    verbose: Annotated[bool, Option("Show findings that are mere information, too.", short="-v", project=True)] = False
    report_loss: Annotated[bool, Option("Tell what the format cannot hold, and where it went.")] = False
    summary: Annotated[bool, Option("Show title, date, from and to of each document in a table.")] = False


@click.command("convert", epilog=EPILOG)
@takes(Inputs)
@takes(WriteOptions)
@config_options
@takes(Chosen)
def command(chosen: Chosen, options: WriteOptions, inputs: Inputs) -> None:
    """Convert documents from one format to another.

    INPUT is a file, a folder, a pattern such as 'a/**/*.txt', or - for standard input. One input goes to
    standard output unless --output or --output-dir says otherwise. Several inputs go into one stream where the
    format holds many documents (jsonl, csl), and need --output-dir where it has one file for each.

    A file named with --output is replaced. A file in --output-dir is replaced only if it still is what the program
    wrote there: what you have mended is refused before anything is written (TG918).

    What could be read is written, whatever the findings about it; they are shown on standard error.
    """
    click.get_current_context().exit(convert(inputs, chosen, options))


def convert(inputs: Inputs, chosen: Chosen, options: WriteOptions) -> int:
    """Convert every input, write the output, show the findings, return the exit code."""
    from telegrams.corpus.plan import STANDARD_INPUT

    from .reporting import ForPeople, Tally, gathered, outcomes, reported, severities, summarised, told_passed

    target = _target(chosen)
    found, passed = gathered(inputs)
    request = _request(inputs, chosen, options, target)
    tally = Tally(strict=inputs.strict)
    summaries: list[Summary] = []
    shown, show = severities(inputs, remarks=chosen.verbose), ForPeople()

    def results(sources: "Sequence[Input]", known: "Known | None" = None) -> "Iterator[Outcome]":
        for outcome in reported(outcomes(sources, request, inputs, known), tally, show, shown):
            if chosen.summary:
                summaries.extend(each.summary for each in outcome.outputs)
            yield outcome

    left_out = None
    if chosen.output_dir is None:
        _to_stream(chosen, target, found, results)
    else:
        left_out = _to_folder(chosen, found, request, results, inputs.jobs)
    if not inputs.quiet:
        summarised(tally)
        told_passed([*passed, *tally.passed])
        if left_out is not None:
            click.echo(f"{chosen.output_dir}: {tally}{left_out}", err=True)
    if chosen.summary:
        from .table import print_table

        print_table(summaries, err=chosen.output_dir is None and chosen.output in (None, STANDARD_INPUT))
    return tally.exit_code


def _target(chosen: Chosen) -> "Format":
    """The format to write: `--corpus` makes tei-corpus of tei. Refuses options that contradict each other."""
    from telegrams.formats import find

    if chosen.output is not None and chosen.output_dir is not None:
        raise click.UsageError("--output and --output-dir exclude each other")
    if chosen.corpus and chosen.to not in {"tei", "tei-corpus"}:
        raise click.UsageError("--corpus is for --to tei")
    if chosen.corpus and chosen.output_dir is not None:
        raise click.UsageError("--corpus makes one file: use --output, not --output-dir")
    for option, wanted in (
        ("--keep-dirs", chosen.keep_dirs),
        ("--resume", chosen.resume),
        ("--overwrite", chosen.overwrite),
    ):
        if wanted and chosen.output_dir is None:
            raise click.UsageError(f"{option} needs --output-dir")
    return find("tei-corpus" if chosen.corpus else chosen.to)


def _request(inputs: Inputs, chosen: Chosen, options: WriteOptions, target: "Format") -> "Request":
    """What is wanted; refused where the format cannot be written with these options (TG917)."""
    from telegrams.errors import WriteError

    from .reporting import requested

    try:
        target.accept(options)
    except WriteError as error:
        raise Refusal(
            "TG917", f"{target.name} cannot be written: {error}", "telegrams explain TG917 tells more"
        ) from None
    return requested(inputs)._replace(
        to=target.name,
        options=options,
        authority=_authority(chosen.authority) if chosen.authority else None,
        losses=chosen.report_loss,
    )


def _authority(path: str) -> tuple[str, str]:
    """The authority file with the digest of its bytes; refused where it is none (TG915)."""
    from hashlib import sha256
    from pathlib import Path

    from telegrams.authority.load import load_known
    from telegrams.errors import ParseError

    try:
        data = Path(path).read_bytes()
        digest = sha256(data).hexdigest()
        load_known(path, digest)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refusal("TG915", f"cannot read the authority file {path}: {reason}", "is the path right?") from None
    except ParseError as error:
        refuse_file(path, data.decode("utf-8-sig", "replace"), error.diagnostics)
    return path, digest


def _to_stream(chosen: Chosen, target: "Format", found: "Sequence[Input]", results: "Results") -> None:
    from .stream import refuse_output, write_stream

    if len(found) > 1 and not target.collects:
        hint = f"name a folder with --output-dir, or convert to a format that collects, not {target.name}"
        raise Refusal("TG903", f"{len(found)} inputs, and {target.name} has one file for each document", hint)
    refuse_output(chosen.output, found)
    write_stream(chosen.output, target, results(found), backup=chosen.backup)


def _to_folder(chosen: Chosen, found: "Sequence[Input]", request: "Request", results: "Results", jobs: int) -> str:
    """Write into the folder; what is returned says how many sources an earlier run has done."""
    from pathlib import Path

    from telegrams.corpus.atomic import sweep
    from telegrams.corpus.duplicates import Known

    from .folder import Folder

    folder = Folder.planned(Path(str(chosen.output_dir)), found, request, keep_folders=chosen.keep_dirs, jobs=jobs)
    with folder.journal(request) as journal:
        done = {source.name: source for source in found if chosen.resume and journal.has(source)}
        left = [source for source in found if source.name not in done]
        mended = folder.mended(left)
        if not (chosen.overwrite or chosen.backup):
            folder.refuse_mended(mended)
        if chosen.resume:
            sweep(folder.path)
        known = Known.written((each, name) for name, source in done.items() for each in journal.records(source))
        folder.write(left, results(left, known), journal, mended if chosen.backup else frozenset())
    return f"; {len(found) - len(left)} done before" if chosen.resume else ""
