"""What a caller may choose, each choice declared once: its name, its type, its default and what is said of it.

`WriteOptions` is made of these declarations; so are the options of the commands with their help, and the keys of
`telegrams.toml`. Loads nothing that is slow to load, since `--help` reads it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, NamedTuple

MAX_BYTES = 50_000_000
"""The largest file that is read where the caller says nothing."""
ARCHIVE_STYLE = "archive"
"""The citation style that is the archive's own recommended citation."""

As = Literal["note", "bibliography"]
OutputFormat = Literal["text", "html", "markdown"]


class Option(NamedTuple):
    """What is said of a choice where it is an option of a command."""

    help: str = ""
    form: str | None = None
    """What its value looks like: `DATE`. The path of a `FILE` in a configuration counts from the configuration."""
    short: str | None = None
    """A second name of one letter: `-j`."""
    least: int | None = None
    project: bool = False
    """Whether it may hold for a whole project: then `telegrams.toml` may set it, and a flag has its contrary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """What the caller may choose of what is written; every default is right for most."""

    publisher: Annotated[str | None, Option("Who publishes the edition.", "TEXT", project=True)] = None
    licence: Annotated[str | None, Option("Its licence: a name, a URL or a sentence.", "TEXT", project=True)] = None
    url: Annotated[str | None, Option("Where the collection will stand (cmif).", "URL", project=True)] = None
    published: Annotated[
        str | None,
        Option("When it is published: YYYY-MM-DD, YYYY-MM or YYYY (tei, cmif).", "DATE", project=True),
    ] = None
    profile: Annotated[
        Literal["wcda", "holding"],
        Option("Archive named first: the Digital Archive, or the archive that holds the original."),
    ] = "wcda"
    lean: Annotated[
        bool,
        Option(
            "Only the minimum beside the text (tei); the title's words without genre and recipient (citations).",
            project=True,
        ),
    ] = False
    layout: Annotated[
        bool,
        Option(
            "Keep how the source was set out, or leave it out; it cannot come back then.  [default: keep]",
            project=True,
        ),
    ] = True
