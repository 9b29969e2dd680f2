"""A short table of documents for people: title, date, from, to. The only place that draws."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from telegrams.corpus.summaries import Summary

from .render import colours, visible


def print_table(summaries: Iterable[Summary], *, err: bool) -> None:
    """Print one row for each document, on standard error or standard output."""
    stream = sys.stderr if err else sys.stdout
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("title", "date", "from", "to"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "date")
    for summary in summaries:
        table.add_row(*(Text(visible(each)) for each in summary))
    Console(file=stream, no_color=not colours(stream), highlight=False).print(table)
