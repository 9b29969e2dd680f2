"""Declarations become options: one declaration is enough, and what the options give is what the class takes."""

from dataclasses import dataclass, fields
from typing import Annotated, Literal, NamedTuple, get_args

import click
import pytest
from click.testing import CliRunner

from telegrams.cli.cite import command as cite
from telegrams.cli.convert import command as convert
from telegrams.cli.main import COMMANDS, commands
from telegrams.cli.parameters import Configurable, Inputs, Names, key, takes
from telegrams.cli.reporting import severities
from telegrams.findings import page
from telegrams.options import MAX_BYTES, Option, WriteOptions

LIST = Names("colour", lambda: ("red", "blue"))


class Wanted(NamedTuple):
    """A class as a command would declare it."""

    words: Annotated[tuple[str, ...], Option(form="WORD...")]
    colour: Annotated[str, Option("Which."), LIST]
    as_: Annotated[Literal["a", "b"], Option("In which form.")] = "a"
    how_many: Annotated[int, Option("The number.", "N", short="-n", least=2)] = 3
    kept: Annotated[bool, Option("Keep it.", project=True)] = True
    once: Annotated[bool, Option("Only once.")] = False


@dataclass
class Further:
    """Another, of which the command takes a part."""

    name: Annotated[str | None, Option("A name.", "TEXT", short="-N", project=True)] = None
    hidden: Annotated[str, Option("Not offered.")] = "default"


@click.command
@takes(Wanted)
@takes(Further, "name")
def command(further: Further, wanted: Wanted) -> None:
    """Its help."""
    click.echo(f"{wanted!r} {further!r}")


@pytest.mark.parametrize(
    ("arguments", "wanted", "further"),
    [
        ("x y --colour RED", Wanted(("x", "y"), "red"), Further()),
        ("x --colour blue --as b -n 2", Wanted(("x",), "blue", "b", 2), Further()),
        ("x --colour red --no-kept --once -N Ann", Wanted(("x",), "red", kept=False, once=True), Further("Ann")),
        ("x --colour red --how-many 9 --name Bo", Wanted(("x",), "red", how_many=9), Further("Bo")),
    ],
)
def test_a_command_gets_values_of_the_classes(arguments, wanted, further):
    result = CliRunner().invoke(command, arguments.split())
    assert (result.exit_code, result.output) == (0, f"{wanted!r} {further!r}\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--colour red", "Missing argument 'WORD...'"),
        ("x", "Missing option '--colour'"),
        ("x --colour green", "unknown colour 'green'; known colours: red, blue"),
        ("x --colour red -n 1", "1 is not in the range x>=2"),
        ("x --colour red --as c", "'c' is not one of 'a', 'b'"),
        ("x --colour red --no-once", "No such option"),
        ("x --colour red --hidden y", "No such option"),
    ],
)
def test_what_the_class_does_not_take_is_refused(arguments, words):
    result = CliRunner().invoke(command, arguments.split())
    assert result.exit_code == 2
    assert words in result.output


def test_the_help():
    told = CliRunner().invoke(command, ["--help"]).output
    assert "Usage: command [OPTIONS] WORD...\n\n  Its help.\n" in told
    for line in (
        "--colour [red|blue]  Which.  [required]",
        "--as [a|b]           In which form.  [default: a]",
        "-n, --how-many N     The number.  [default: 3; x>=2]",
        "--kept / --no-kept   Keep it.",
        "--once               Only once.",
        "-N, --name TEXT      A name.",
    ):
        assert f"  {line}\n" in told


def test_only_options_for_a_whole_project_are_configurable():
    assert {each.name for each in command.params if isinstance(each, Configurable)} == {"kept", "name"}


def test_convert_offers_every_option_of_writing_as_it_is_declared():
    offered = {each.name: each for each in convert.params if isinstance(each, click.Option)}
    for field in fields(WriteOptions):
        option = next(each for each in get_args(field.type) if isinstance(each, Option))
        assert (offered[field.name].help, offered[field.name].metavar) == (option.help, option.form)
        assert offered[field.name].default == field.default
        assert offered[field.name].opts[0] == f"--{key(field.name)}"
    assert {"lean", "profile"} == {each.name for each in cite.params} & {each.name for each in fields(WriteOptions)}


def test_one_name_is_one_option_in_all_commands():
    """But for what a command has under its own name: `--output-format` of cite and such."""
    seen: dict[str, click.Option] = {}
    for name in COMMANDS:
        for each in commands.get_command(click.Context(commands), name).params:
            if isinstance(each, click.Option):
                twin = seen.setdefault(str(each.name), each)
                assert (each.opts, each.help, each.default, type(each.type)) == (
                    twin.opts,
                    twin.help,
                    twin.default,
                    type(twin.type),
                )


def test_the_limit_is_the_librarys():
    limit = next(each for each in convert.params if each.name == "max_bytes")
    assert limit.default == MAX_BYTES
    assert f"{MAX_BYTES:,} bytes where nothing else is said" in " ".join(page("TG006").split())


@pytest.mark.parametrize(
    ("quiet", "strict", "remarks", "shown"),
    [
        (False, False, False, ("error", "warning")),
        (False, True, False, ("error", "warning")),
        (True, False, False, ("error",)),
        (True, True, False, ("error", "warning")),
        (False, False, True, ("error", "warning", "info")),
        (True, False, True, ("error", "warning", "info")),
    ],
)
def test_which_findings_are_shown(quiet, strict, remarks, shown):
    assert severities(Inputs(("x",), quiet=quiet, strict=strict), remarks=remarks) == shown
