"""The user's configuration: `telegrams.toml`, or `[tool.telegrams]` in `pyproject.toml`; the command line wins.

The nearest folder from the current one upward that has either is taken, and in it `telegrams.toml` first. The keys are
the names of the options without their dashes, of all commands, where an option may hold for a whole project; the path
of a file counts from the configuration's folder.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

import click

from .exits import Refusal, refuse_file
from .parameters import ColumnChoices, Configurable, Names, key

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core.core_schema import CoreSchema

    from telegrams.model.diagnostics import Span

F = TypeVar("F", bound=Callable[..., object])

_OWN = "telegrams.toml"
_SHARED = "pyproject.toml"
_TABLE = "[tool.telegrams]"
_LINE = r"at line ([0-9]{1,9}), column [0-9]{1,9}\)"
_CODE = "TG916"


def config_options(command: F) -> F:
    """`--config FILE` and `--no-config`; they are looked at before all other options, whose defaults they set."""
    for option in (
        click.option(
            "--no-config",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_none,
            help="Read no configuration.",
        ),
        click.option(
            "--config",
            metavar="FILE",
            is_eager=True,
            expose_value=False,
            callback=_configured,
            help=f"Configuration to read  [default: {_OWN} or {_SHARED}, here or in a folder above]",
        ),
    ):
        command = option(command)
    return command


def _none(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value:
        if ctx.default_map is not None:
            raise click.UsageError("--config and --no-config exclude each other")
        ctx.default_map = {}


def _configured(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    from pathlib import Path

    del param
    if value is not None and ctx.default_map is not None:
        raise click.UsageError("--config and --no-config exclude each other")
    if ctx.default_map is None and not ctx.resilient_parsing:
        path = Path(value) if value is not None else nearest(Path.cwd())
        ctx.default_map = settings(path, configurable(ctx.find_root().command, ctx)) if path else {}


def nearest(folder: "Path") -> "Path | None":
    """The configuration that holds in a folder; None where there is none."""
    return next((path for each in (folder, *folder.parents) for path in _candidates(each)), None)


def _candidates(folder: "Path") -> "Iterator[Path]":
    own, shared = folder / _OWN, folder / _SHARED
    if own.is_file():
        yield own
    if shared.is_file() and _TABLE in _text(shared):
        yield shared


def configurable(command: click.Command, ctx: click.Context) -> dict[str, Configurable]:
    """The options of a command and of those in its group that a configuration may set, by their keys."""
    found = {key(each.name): each for each in command.params if isinstance(each, Configurable) and each.name}
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            found |= configurable(inner, ctx) if inner else {}
    return found


def settings(path: "Path", options: Mapping[str, Configurable]) -> dict[str, object]:
    """What a configuration sets, by the names of the parameters. Ends the run (TG916) where it is wrong."""
    import tomllib

    from pydantic_core import SchemaValidator, ValidationError, core_schema

    from telegrams.findings import finding, in_our_voice, line_span

    fields = {name: core_schema.typed_dict_field(_schema(each), required=False) for name, each in options.items()}
    form = SchemaValidator(core_schema.typed_dict_schema(fields, extra_behavior="forbid"))
    text = _text(path)
    try:
        table = tomllib.loads(text)
        if path.name == _SHARED:
            table = table.get("tool", {}).get("telegrams", {})
        chosen = form.validate_python(table)
    except tomllib.TOMLDecodeError as error:
        found = re.search(_LINE, str(error))
        span = line_span(text, int(found[1])) if found else None
        refuse_file(str(path), text, [finding(_CODE, f"no TOML: {in_our_voice(str(error))}", span)])
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        refuse_file(
            str(path),
            text,
            [finding(_CODE, *_told(text, ".".join(map(str, fault["loc"])), fault["msg"])) for fault in faults],
        )
    return {
        str(options[name].name): str(path.parent / value) if options[name].metavar == "FILE" else value
        for name, value in chosen.items()
    }


def _schema(option: Configurable) -> "CoreSchema":
    """What the value of an option must be, as strictly as TOML tells its types apart."""
    from pydantic_core import core_schema

    match option.type:
        case ColumnChoices():
            words = core_schema.str_schema(strict=True)
            return core_schema.dict_schema(words, words)
        case Names():
            return core_schema.literal_schema(list(option.type.known()))
        case click.IntRange():
            least = option.type.min
            return core_schema.int_schema(strict=True, ge=None if least is None else int(least))
    return core_schema.bool_schema(strict=True) if option.is_flag else core_schema.str_schema(strict=True)


def _text(path: "Path") -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as error:
        raise Refusal(
            _CODE, f"cannot read the configuration {path}: {error.strerror or error}", "see --config and --no-config"
        ) from None


def _told(text: str, name: str, message: str) -> "tuple[str, Span | None]":
    """What is wrong with a key, and the place of its line."""
    from telegrams.findings import in_our_voice, line_span

    begin = max(text.find(_TABLE), 0)
    found = re.compile(rf"^[ \t]{{0,40}}[\"']?{re.escape(name)}[\"']?[ \t]{{0,40}}=", re.MULTILINE).search(text, begin)
    span = line_span(text, text.count("\n", 0, found.start()) + 1) if found else None
    reason = "there is no such option" if message.startswith("Extra inputs") else message
    return f"{name}: {in_our_voice(reason)}", span
