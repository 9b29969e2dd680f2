"""`telegrams cite`."""

from typing import Literal, TypedDict, Unpack

import click

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
    style: str
    as_: Literal["note", "bibliography"]
    output_format: Literal["text", "html", "markdown"]
    profile: Literal["wcda", "holding"]
    lean: bool


@click.command("cite", epilog=EPILOG)
@input_options
@click.option("--style", default="archive", show_default=True, metavar="NAME|FILE.csl", help="Citation style.")
@click.option("--as", "as_", type=click.Choice(["note", "bibliography"]), default="bibliography", show_default=True)
@click.option("--output-format", type=click.Choice(["text", "html", "markdown"]), default="text", show_default=True)
@click.option(
    "--profile",
    type=click.Choice(["wcda", "holding"]),
    default="wcda",
    show_default=True,
    help="Archive named first: the Digital Archive, or the archive that holds the original.",
)
@click.option("--lean", is_flag=True, help="The title's words without genre and recipient.")
def command(**chosen: Unpack[Chosen]) -> None:
    """Print the citations of documents.

    The style `archive` is the archive's own recommended citation. Any other style is a style of the Citation Style
    Language, such as apa, chicago-notes-bibliography or modern-language-association, and needs the extra
    declassified-telegrams[cite].
    """
    from .citing import cite

    click.get_current_context().exit(cite(chosen))
