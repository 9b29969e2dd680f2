"""What `telegrams cite` does: read every input, then set all citations at once: styles sort and number them."""

from typing import TYPE_CHECKING

import click

from telegrams.cite import CiteError
from telegrams.cite import cite as citations
from telegrams.corpus.work import Request
from telegrams.formats import WriteOptions, read

from .exits import Refusal
from .render import show
from .reporting import Tally, gathered, outcomes, reported

if TYPE_CHECKING:
    from .cite import Chosen


def cite(chosen: "Chosen") -> int:
    """Print the citations, show the findings, return the exit code."""
    found = gathered(chosen["inputs"], chosen["from_"], chosen["max_bytes"])
    request = Request(
        to="json",
        format=chosen["from_"],
        encoding=chosen["encoding"],
        max_bytes=chosen["max_bytes"],
        options=WriteOptions(layout=False),
    )
    tally = Tally(strict=chosen["strict"])
    severities = ("error",) if chosen["quiet"] and not chosen["strict"] else ("error", "warning")
    results = reported(outcomes(found, request, chosen["jobs"]), tally, show, severities)
    documents = [
        document for outcome in results for item in outcome.items for document in read(item.data, "json").documents
    ]
    options = WriteOptions(lean=chosen["lean"], profile=chosen["profile"])
    try:
        text = citations(documents, chosen["style"], chosen["as_"], chosen["output_format"], options)
    except CiteError as error:
        raise Refusal(error.code, str(error), error.hint) from error
    click.echo(text, nl=False)
    return tally.exit_code
