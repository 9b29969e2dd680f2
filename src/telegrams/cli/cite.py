"""`telegrams cite`: read every input, then set all citations at once, since styles sort and number them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import click

from telegrams.options import ARCHIVE_STYLE, As, Option, OutputFormat, WriteOptions

from .exits import EPILOG, Failure, Refusal
from .parameters import Inputs, takes

if TYPE_CHECKING:
    from telegrams.model import Document

    from .reporting import Tally


class Chosen(NamedTuple):
    """What the user chose besides the inputs and what is written."""

    style: Annotated[str, Option("Citation style.", "NAME|FILE.csl")] = ARCHIVE_STYLE
    as_: Annotated[As, Option()] = "bibliography"
    output_format: Annotated[OutputFormat, Option()] = "text"


@click.command("cite", epilog=EPILOG)
@takes(Inputs)
@takes(Chosen)
@takes(WriteOptions, "profile", "lean")
def command(options: WriteOptions, chosen: Chosen, inputs: Inputs) -> None:
    """Print the citations of documents.

    The style `archive` is the archive's own recommended citation. Any other style is a style of the Citation Style
    Language, such as apa, chicago-notes-bibliography or modern-language-association, and needs the extra
    declassified-telegrams[cite].
    """
    click.get_current_context().exit(cite(inputs, chosen, options))


def cite(inputs: Inputs, chosen: Chosen, options: WriteOptions) -> int:
    """Print the citations, show the findings, return the exit code. Raises `Refusal` where they cannot be set."""
    from telegrams.cite import CiteError
    from telegrams.cite import cite as citations
    from telegrams.cite.styles import style_file

    from .reporting import Tally

    try:
        if chosen.style != ARCHIVE_STYLE:
            style_file(chosen.style)  # a wrong name is told before anything is read
        tally = Tally(strict=inputs.strict)
        documents = list(_documents(inputs, tally))
        text = citations(documents, chosen.style, chosen.as_, chosen.output_format, options)
    except CiteError as error:
        ending = Failure if error.code == "TG808" else Refusal
        raise ending(error.code, str(error), error.hint) from error
    click.echo(text, nl=False)
    return tally.exit_code


def _documents(inputs: Inputs, tally: "Tally") -> "Iterator[Document]":
    """The documents of every input, after their findings are shown."""
    from telegrams.formats import read

    from .reporting import ForPeople, gathered, outcomes, reported, requested, severities, told_passed

    request = requested(inputs)._replace(to="json", citing=True, options=WriteOptions(layout=False))
    found, passed = gathered(inputs)
    results = outcomes(found, request, inputs)
    for outcome in reported(results, tally, ForPeople(), severities(inputs)):
        for each in outcome.outputs:
            yield from read(each.piece.whole, "json").documents
    if not inputs.quiet:
        told_passed([*passed, *tally.passed])
