"""`telegrams check`."""

from typing import Literal, TypedDict, Unpack

import click

from .config import config_options
from .exits import EPILOG
from .parameters import input_options


class Chosen(TypedDict):
    """What the user chose."""

    inputs: tuple[str, ...]
    from_: str | None
    encoding: str
    max_bytes: int
    jobs: int
    strict: bool
    quiet: bool
    roundtrip: bool
    diagnostics: Literal["text", "jsonl", "sarif"]


@click.command("check", epilog=EPILOG)
@input_options
@config_options
@click.option("--roundtrip", is_flag=True, help="Also prove that every byte comes back, directly and by JSON and TEI.")
@click.option(
    "--diagnostics",
    type=click.Choice(["text", "jsonl", "sarif"]),
    default="text",
    show_default=True,
    help="How to show the findings.",
)
def command(**chosen: Unpack[Chosen]) -> None:
    """Show what is found in documents.

    Nothing is written. The findings go to standard output, a summary line to standard error.
    """
    from .checking import check

    click.get_current_context().exit(check(chosen))
