"""`telegrams explain`."""

import click

from .exits import EPILOG


@click.command("explain", epilog=EPILOG)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a finding by its CODE.

    CODE is such as TG001; without one, all codes are listed.
    """
    from telegrams.findings import codes, page

    if code is None:
        for each in codes():
            click.echo(page(each).partition("\n")[0].removeprefix("# "))
        return
    try:
        click.echo(page(code.upper()).rstrip())
    except KeyError:
        message = f"there is no code {code!r}; `telegrams explain` without a code lists all"
        raise click.BadParameter(message, param_hint="CODE") from None
