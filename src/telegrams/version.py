"""The name and version of this distribution, for those who write them into files and messages."""

DISTRIBUTION = "declassified-telegrams"
"""What the package index knows this package by. There, the name of the package itself is another project's."""
VERSION = "0.1.0"
SCHEMAS = "https://w3id.org/declassified-telegrams/schemas/1.0/"
"""The address of the TEI schema, its version last; `catalog.xml` beside the schema says where its files are."""


def install(extra: str) -> str:
    """The command that adds an extra (`pdf`, `cite`); its quotation marks serve every shell."""
    return f'pip install "{DISTRIBUTION}[{extra}]"'
