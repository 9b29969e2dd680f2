"""`telegrams schema`."""

import click

from .exits import EPILOG


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
        from telegrams.formats.tei.schema import schema_path

        click.echo(schema_path().read_bytes(), nl=False)
