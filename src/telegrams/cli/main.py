"""The door: commands by name, loaded when they are called, and what happens when a run is cut short."""

import contextlib
import gc
import os
import signal
import sys
from importlib import import_module
from types import FrameType, MappingProxyType
from typing import NoReturn

import click

from telegrams.version import VERSION

from .exits import BROKEN_PIPE, EPILOG, FAULT, INTERRUPTED, TERMINATED

# The command line is a program of its own: no plug-in of Pydantic has a place in it, and looking for them takes time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS = MappingProxyType(
    {
        "convert": "telegrams.cli.convert",
        "check": "telegrams.cli.check",
        "schema": "telegrams.cli.schema",
        "explain": "telegrams.cli.explain",
        "cite": "telegrams.cli.cite",
    }
)
"""The commands and their modules; each module has its click command under the name `command`."""


class Commands(click.Group):
    """A group that loads a command when it is called, and ends quietly where the user or a pipe ends the run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        del ctx
        module = COMMANDS.get(cmd_name)
        return import_module(module).command if module else None

    def invoke(self, ctx: click.Context) -> None:
        """Run the command that the arguments name; turn what cuts it short into its exit code."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            silence()
            ctx.exit(BROKEN_PIPE)
        except KeyboardInterrupt:
            click.echo("telegrams: interrupted; what is written is whole", err=True)
            stop_workers()
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as fault:
            import traceback

            message = (
                f"telegrams: error[TG900] a fault of the program, please report it: {type(fault).__name__}: {fault}"
            )
            click.echo("".join(traceback.format_exception(fault)) + message, err=True)
            silence()
            ctx.exit(FAULT)


def silence() -> None:
    """Give up standard output, so that Python does not complain of it once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)


def stop_workers() -> None:
    """End the worker processes at once; nothing that they do has to be kept."""
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for worker in active_children():
            worker.terminate()


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    """On SIGTERM leave by an exception, so that temporary files are removed."""
    del number, frame
    stop_workers()
    raise SystemExit(TERMINATED)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, message="%(prog)s %(version)s")
def commands() -> None:
    """Reads the text of declassified diplomatic documents; writes JSON, TEI-XML and citations, and loses nothing."""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    signal.signal(signal.SIGTERM, _terminated)
    # Documents hold no reference cycles; looking for some among their parts costs a fifth of the time.
    gc.set_threshold(200_000, 50, 100)
    try:
        code = commands.main(prog_name="telegrams", standalone_mode=False)
    except click.ClickException as refusal:
        refusal.show()
        code = refusal.exit_code
    except click.Abort:
        code = INTERRUPTED
    except SystemExit as terminated:
        code = terminated.code
    if code in (INTERRUPTED, TERMINATED):
        sys.stderr.flush()
        os._exit(code)  # at its usual end Python would wait for the workers that were stopped, and complain of them
    gc.freeze()  # at its end Python would look for cycles among all there is, for a sixth of a short run
    sys.exit(code)
