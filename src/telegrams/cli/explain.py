"""`telegrams explain`."""

import click

from .exits import EPILOG


@click.command("explain", epilog=EPILOG)
@click.argument("name", metavar="CODE|RULE", required=False)
def command(name: str | None) -> None:
    """Explain a finding by its CODE, or a RULE by which something was inferred.

    A code is such as TG001, a rule such as year-from-document; without either, all are listed.
    """
    from telegrams.facts.rules import REASONS
    from telegrams.findings import codes, page

    if name is None:
        for code in codes():
            click.echo(page(code).partition("\n")[0].removeprefix("# "))
        for rule, each in REASONS.items():
            click.echo(f"{rule}: {each.sentence}")
    elif name.upper() in codes():
        click.echo(page(name.upper()).rstrip())
    elif reason := REASONS.get(name.lower()):
        click.echo(f"# {name.lower()} {reason.certainty}\n\n{reason.sentence}")
        if reason.right:
            click.echo(f"\nRight in real texts, judged by hand: {reason.right}.")
    else:
        raise click.BadParameter(_unknown(name, (*codes(), *REASONS)), param_hint="CODE|RULE")


def _unknown(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.upper(), known, 3) + get_close_matches(name.lower(), known, 3)
    meant = f"did you mean {', '.join(near)}?" if near else "`telegrams explain` alone lists all"
    return f"there is no code or rule {name!r}; {meant}"
