"""How a run ends: the exit codes, and the refusals that end it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from telegrams.model.diagnostics import Diagnostic

WELL = 0
ERRORS = 1
USAGE = 2
FAULT = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143

EPILOG = """\b
Exit codes:
  0    all well
  1    some document has errors, or the output cannot be written
  2    the command was used wrongly; nothing was read or written
  3    a fault of the program
  130  interrupted by Ctrl-C     141  the reader of the output went away
  143  terminated by the system
"""


class Refusal(click.ClickException):
    """Ends the run with one finding that has no place in a file; nothing was read or written."""

    exit_code = USAGE

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.hint = code, hint

    def format_message(self) -> str:
        """The finding as the user sees it."""
        from .render import visible

        return f"error[{self.code}] {visible(self.message)}\nhint: {visible(self.hint)}"

    def show(self, file: object = None) -> None:
        """Print the finding on standard error."""
        del file
        click.echo(f"telegrams: {self.format_message()}", err=True)


class Failure(Refusal):
    """Ends the run in its midst."""

    exit_code = ERRORS


def refuse_file(name: str, text: str, faults: "Iterable[Diagnostic]") -> NoReturn:
    """End the run before anything is read or written, with what is wrong in a file that it needs."""
    from telegrams.corpus.work import placed

    from .render import show

    for each in placed(faults, text):
        show(name, each)
    raise click.exceptions.Exit(USAGE)


@contextmanager
def unwritten(name: str) -> Iterator[None]:
    """Turn what the system says where it does not take the output `name` into the end of the run (TG902)."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "no half-written file was left there"
        raise Failure("TG902", f"cannot write {name}: {reason}", hint) from error
