"""`telegrams schema`."""

import sys
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import click

from .exits import EPILOG

SCHEMAS = MappingProxyType({"document": "document.schema.json", "tei": "telegrams.rng"})
"""The published schemas and their files."""


def location(name: str) -> Path:
    """Where a schema's file is: in the installed package, or in the repository that the package is run from."""
    package = Path(str(files("telegrams")))
    places = (package / "schemas", package.parents[1] / "schemas")
    return next((place for place in places if place.is_dir()), places[0]) / SCHEMAS[name]


@click.command("schema", epilog=EPILOG)
@click.argument("name", type=click.Choice(list(SCHEMAS)))
def command(name: str) -> None:
    """Print the schema of the JSON or of the TEI."""
    sys.stdout.buffer.write(location(name).read_bytes())
    sys.stdout.buffer.flush()
