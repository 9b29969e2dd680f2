"""`telegrams schema`."""

from importlib.resources import files
from pathlib import Path

import click

from .exits import EPILOG

_TEI = "telegrams.rng"


def tei_schema() -> Path:
    """Where the RELAX NG schema is: in the installed package, or in the repository that the package is run from."""
    package = Path(str(files("telegrams")))
    places = (package / "schemas", package.parents[1] / "schemas")
    return next((place for place in places if place.is_dir()), places[0]) / _TEI


@click.command("schema", epilog=EPILOG)
@click.argument("name", metavar="document|tei", type=click.Choice(["document", "tei"]))
def command(name: str) -> None:
    """Print the schema of the JSON or of the TEI.

    `document` is the JSON Schema of what json and jsonl hold, `tei` the RELAX NG schema of the TEI that is written.
    """
    if name == "document":
        from telegrams.schema import schema_text

        click.echo(schema_text(), nl=False)
    else:
        click.echo(tei_schema().read_bytes(), nl=False)
