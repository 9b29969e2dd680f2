"""`telegrams schema`."""

from types import MappingProxyType

import click

from .exits import EPILOG

_FILES = MappingProxyType({"tei": ".rng", "odd": ".odd", "schematron": ".sch"})
"""The files of the TEI schema, by their suffix."""
_NAMES = ("document", *_FILES)


@click.command("schema", epilog=EPILOG)
@click.argument("name", metavar="|".join(_NAMES), type=click.Choice(_NAMES))
def command(name: str) -> None:
    """Print the schema of the JSON or of the TEI.

    `document` is the JSON Schema of what json and jsonl hold; `tei` the RELAX NG grammar of the TEI that is written,
    `odd` the ODD that describes and makes it, `schematron` the rules that no grammar can say.
    """
    if name == "document":
        from telegrams.schema import schema_text

        click.echo(schema_text(), nl=False)
    else:
        from telegrams.formats.tei.schema import schema_path

        click.echo(schema_path().with_suffix(_FILES[name]).read_bytes(), nl=False)
