"""`telegrams convert`."""

from typing import TypedDict, Unpack

import click

from .config import config_options
from .exits import EPILOG
from .parameters import WRITABLE, edition_options, input_options


class Chosen(TypedDict):
    """What the user chose."""

    inputs: tuple[str, ...]
    from_: str | None
    to: str
    output: str | None
    output_dir: str | None
    encoding: str
    max_bytes: int
    jobs: int
    strict: bool
    quiet: bool
    lean: bool
    layout: bool
    corpus: bool
    publisher: str | None
    licence: str | None
    url: str | None
    published: str | None
    authority: str | None
    verbose: bool
    keep_dirs: bool
    resume: bool
    summary: bool
    report_loss: bool


@click.command("convert", epilog=EPILOG)
@input_options
@edition_options
@config_options
@click.option("--to", required=True, type=WRITABLE, help="Format to write.")
@click.option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all; - for standard output.")
@click.option("--output-dir", metavar="DIR", help="Write one file for each input into this folder.")
@click.option("--keep-dirs", is_flag=True, help="Keep the folders of the inputs below --output-dir.")
@click.option("--resume", is_flag=True, help="Leave out what an earlier run with --resume did into --output-dir.")
@click.option("--lean/--no-lean", help="Only the minimum beside the text.")
@click.option(
    "--layout/--no-layout",
    default=True,
    help="Keep how the source was set out, or leave it out; it cannot come back then.  [default: keep]",
)
@click.option(
    "--corpus", is_flag=True, help="With --to tei: one teiCorpus with the lists of persons and places merged."
)
@click.option("--verbose/--no-verbose", "-v", help="Show findings that are mere information, too.")
@click.option("--report-loss", is_flag=True, help="Tell what the format cannot hold, and where it went.")
@click.option("--summary", is_flag=True, help="Show title, date, from and to of each document in a table.")
def command(**chosen: Unpack[Chosen]) -> None:
    """Convert documents from one format to another.

    INPUT is a file, a folder, a pattern such as 'a/**/*.txt', or - for standard input. One input goes to
    standard output unless --output or --output-dir says otherwise. Several inputs go into one stream where the
    format holds many documents (jsonl, csl), and need --output-dir where it has one file for each.

    What could be read is written, whatever the findings about it; they are shown on standard error.
    """
    from .conversion import convert

    click.get_current_context().exit(convert(chosen))
