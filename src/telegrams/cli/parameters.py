"""Declarations (`telegrams.options`) → options of a command, and those that all commands share.

A command takes its options as values of the classes that declare them: `@takes(Inputs)` gives it one `Inputs`.
"""

from collections.abc import Callable, Mapping
from functools import update_wrapper
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Concatenate, Literal, NamedTuple, ParamSpec, TypeVar, get_args, get_origin

import click

from telegrams.options import MAX_BYTES, Option

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    _Parameter = click.ParamType[str]
else:  # older releases of click have no generic class
    _Parameter = click.ParamType

T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")


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

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list["CompletionItem"]:
        """The names that begin so."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(each) for each in self.known() if each.startswith(incomplete)]


class ColumnChoices(_Parameter):
    """Facts of a record with the columns that hold them: `title=Titel,date=Datum`, in a configuration a table."""

    name = "columns"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Mapping[str, str]:  # type: ignore[override]  # click calls any type's value what the option gives
        """The column for each fact."""
        from telegrams.tables.columns import chosen_columns

        if isinstance(value, Mapping):
            return value
        try:
            return chosen_columns(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _readable() -> tuple[str, ...]:
    from telegrams.formats import FORMATS

    return tuple(name for name, each in FORMATS.items() if each.reads)


def _writable() -> tuple[str, ...]:
    from telegrams.formats import FORMATS

    return tuple(name for name, each in FORMATS.items() if each.writes)


def _encodings() -> tuple[str, ...]:
    from telegrams.model.layout import Encoding

    return get_args(Encoding)


WRITABLE = Names("format", _writable)
READABLE = Names("format", _readable)
ENCODINGS = Names("encoding", _encodings)
COLUMNS = ColumnChoices()


class Inputs(NamedTuple):
    """What to read and how."""

    inputs: Annotated[tuple[str, ...], Option(form="INPUT...")]
    from_: Annotated[str | None, Option("Format of the inputs; else name and content tell."), READABLE] = None
    map_: Annotated[
        Mapping[str, str] | None,
        Option("Which column of a table holds which fact: title=Titel,text=Text.", "FACT=COLUMN,...", project=True),
        COLUMNS,
    ] = None
    encoding: Annotated[str, Option("Of the text inputs.", project=True), ENCODINGS] = "utf-8"
    max_bytes: Annotated[int, Option("Refuse larger inputs.", "N", least=1, project=True)] = MAX_BYTES
    jobs: Annotated[
        int, Option("Worker processes; 0 for one on each processor.", "N", short="-j", least=0, project=True)
    ] = 1
    strict: Annotated[bool, Option("Warnings count as errors.", project=True)] = False
    quiet: Annotated[bool, Option("Show errors only.", short="-q", project=True)] = False
    deduplicate: Annotated[
        bool,
        Option("Of records with one number, or one title, date and text, take the first.", project=True),
    ] = False


class Configurable(click.Option):
    """An option that a configuration may set."""


def key(name: str) -> str:
    """The name of a field as the user writes it: `max-bytes` for `max_bytes`, `from` for `from_`."""
    return name.rstrip("_").replace("_", "-")


def takes(kind: Callable[..., T], *names: str) -> Callable[[Callable[Concatenate[T, P], R]], Callable[P, R]]:
    """Give a command the options that the fields of `kind` declare, all or those named; it gets one `kind` of them.

    Every field is `Annotated` with its `Option`, and with a type of click where the list of its values is loaded late.
    """
    declared = {name: each for name, each in signature(kind).parameters.items() if not names or name in names}

    def given(command: Callable[Concatenate[T, P], R]) -> Callable[P, R]:
        def called(*args: P.args, **values: P.kwargs) -> R:
            chosen = kind(**{name: values.pop(name) for name in declared})
            return command(chosen, *args, **values)

        update_wrapper(called, command)
        for parameter in reversed(declared.values()):
            _attach(called, parameter)
        return called

    return given


def _attach(command: Callable[P, R], parameter: Parameter) -> None:
    """Add one option, or the argument that takes all inputs, to a command."""
    value, option, *late = get_args(parameter.annotation)
    name = parameter.name
    if get_origin(value) is tuple:
        click.argument(name, metavar=option.form, nargs=-1, required=True)(command)
        return
    long = f"--{key(name)}" + f"/--no-{key(name)}" * (value is bool and option.project)
    click.option(
        name,
        long,
        *filter(None, [option.short]),
        cls=Configurable if option.project else click.Option,
        type=late[0] if late else _type(value, option),
        is_flag=value is bool,
        show_default=value is not bool,
        metavar=option.form,
        help=option.help or None,
        **{"required": True} if parameter.default is Parameter.empty else {"default": parameter.default},
    )(command)


def _type(value: object, option: Option) -> "click.ParamType[int] | click.ParamType[str] | None":
    """What click makes of a field's type; of a text or a flag it knows by itself."""
    if value is int:
        return click.IntRange(min=option.least)
    return click.Choice(get_args(value)) if get_origin(value) is Literal else None
