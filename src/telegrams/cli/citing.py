"""What `telegrams cite` does: read every input, then set all citations at once: styles sort and number them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from telegrams.cite import ARCHIVE_STYLE, CiteError
from telegrams.cite import cite as citations
from telegrams.cite.styles import style_file
from telegrams.corpus.work import Request
from telegrams.formats import WriteOptions, read
from telegrams.model import Document

from .exits import Failure, Refusal
from .render import show
from .reporting import Tally, gathered, outcomes, reported

if TYPE_CHECKING:
    from .cite import Chosen


def cite(chosen: "Chosen") -> int:
    """Print the citations, show the findings, return the exit code. Raises `Refusal` where they cannot be set."""
    try:
        if chosen["style"] != ARCHIVE_STYLE:
            style_file(chosen["style"])  # a wrong name is told before anything is read
        tally = Tally(strict=chosen["strict"])
        documents = list(_documents(chosen, tally))
        options = WriteOptions(lean=chosen["lean"], profile=chosen["profile"])
        text = citations(documents, chosen["style"], chosen["as_"], chosen["output_format"], options)
    except CiteError as error:
        ending = Failure if error.code == "TG808" else Refusal
        raise ending(error.code, str(error), error.hint) from error
    click.echo(text, nl=False)
    return tally.exit_code


def _documents(chosen: "Chosen", tally: Tally) -> Iterator[Document]:
    """The documents of every input, after their findings are shown."""
    found = gathered(chosen["inputs"], chosen["from_"], chosen["max_bytes"])
    request = Request(
        to="json",
        format=chosen["from_"],
        encoding=chosen["encoding"],
        max_bytes=chosen["max_bytes"],
        options=WriteOptions(layout=False),
    )
    severities = ("error",) if chosen["quiet"] and not chosen["strict"] else ("error", "warning")
    for outcome in reported(outcomes(found, request, chosen["jobs"]), tally, show, severities):
        for item in outcome.items:
            yield from read(item.data, "json").documents
