"""The options that several commands share, and their types. The names come from the library when they are asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    _Parameter = click.ParamType[str]
else:  # older releases of click have no generic class
    _Parameter = click.ParamType

F = TypeVar("F", bound=Callable[..., Any])


class Names(_Parameter):
    """One name out of a list that is loaded late; an unknown one is refused with the whole list."""

    def __init__(self, kind: str, known: Callable[[], tuple[str, ...]]) -> None:
        self.name, self.known = kind, known

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The list, for the help."""
        del param, ctx
        return f"[{'|'.join(self.known())}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as the library knows it."""
        if value.lower() not in self.known():
            self.fail(f"unknown {self.name} {value!r}; known {self.name}s: {', '.join(self.known())}", param, ctx)
        return value.lower()

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The names that begin so."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(each) for each in self.known() if each.startswith(incomplete)]


def _readable() -> tuple[str, ...]:
    from telegrams.formats import FORMATS

    return tuple(name for name, each in FORMATS.items() if each.reads)


def _writable() -> tuple[str, ...]:
    from telegrams.formats import FORMATS

    return tuple(name for name, each in FORMATS.items() if each.writes)


def _encodings() -> tuple[str, ...]:
    from typing import get_args

    from telegrams.model.layout import Encoding

    return get_args(Encoding)


WRITABLE = Names("format", _writable)
READABLE = Names("format", _readable)
ENCODINGS = Names("encoding", _encodings)


def edition_options(command: F) -> F:
    """What the user says of the edition: --publisher, --licence, --url, --published, --authority."""
    for option in reversed(
        (
            click.option("--publisher", metavar="TEXT", help="Who publishes the edition."),
            click.option("--licence", metavar="TEXT", help="Its licence: a name, a URL or a sentence."),
            click.option("--url", metavar="URL", help="Where the collection will stand (cmif)."),
            click.option("--published", metavar="DATE", help="When it is published, as YYYY-MM-DD (tei, cmif)."),
            click.option(
                "--authority", metavar="FILE", help="CSV or JSON with name, kind and uri of persons, bodies and places."
            ),
        )
    ):
        command = option(command)
    return command


def input_options(command: F) -> F:
    """What to read and how: INPUT, --from, --encoding, --max-bytes, --jobs, --strict, --quiet."""
    for option in reversed(
        (
            click.argument("inputs", metavar="INPUT...", nargs=-1, required=True),
            click.option("--from", "from_", type=READABLE, help="Format of the inputs; else name and content tell."),
            click.option("--encoding", type=ENCODINGS, default="utf-8", show_default=True, help="Of the text inputs."),
            click.option(
                "--max-bytes",
                type=click.IntRange(min=1),
                default=50_000_000,
                show_default=True,
                metavar="N",
                help="Refuse larger inputs.",
            ),
            click.option(
                "--jobs",
                "-j",
                type=click.IntRange(min=0),
                default=1,
                show_default=True,
                metavar="N",
                help="Worker processes; 0 for one on each processor.",
            ),
            click.option("--strict/--no-strict", help="Warnings count as errors."),
            click.option("--quiet/--no-quiet", "-q", help="Show errors only."),
        )
    ):
        command = option(command)
    return command
