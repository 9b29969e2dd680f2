"""The schema that a file follows, named where editors' programs look for it.

`xml-model` before the root element leads to the grammar and to the rules, `schemaRef` in the header to the ODD, of
which both are made, and which documents what the file has. The addresses are of the version of the schema; the
catalogue beside the schema leads from them to its files where there is no network (decision 0033).
"""

from telegrams.version import SCHEMAS

TARGET = "xml-model"
"""The name of the processing instruction."""
_ADDRESS = f"{SCHEMAS}telegrams"
_LANGUAGES = (("rng", "http://relaxng.org/ns/structure/1.0"), ("sch", "http://purl.oclc.org/dsdl/schematron"))
MODELS = tuple(
    f'<?{TARGET} href="{_ADDRESS}.{suffix}" type="application/xml" schematypens="{namespace}"?>'
    for suffix, namespace in _LANGUAGES
)
"""What stands before the root element, a line each."""
REFERENCE = f'\n      <schemaRef type="interchange" key="telegrams" url="{_ADDRESS}.odd"/>'
"""What stands in `encodingDesc`."""
