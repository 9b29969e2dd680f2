"""Our RELAX NG schema, and what it finds in a file.

It describes the part of TEI P5 that this package writes; whatever it accepts is valid against tei_all.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from telegrams.findings import finding, in_our_voice
from telegrams.formats.xml import Parsed, line_of
from telegrams.model.diagnostics import Diagnostic

from .reader import TEI, is_own, name_of

MOST = 20
"""As many findings are shown; one fault often gives several."""


_PACKAGE = Path(__file__).parents[2]


def schema_path(package: Path = _PACKAGE) -> Path:
    """Where the schema is: in the installed package, or in the repository that the package is run from."""
    places = (package / "schemas", package.parents[1] / "schemas")
    return next((place for place in places if place.is_dir()), places[0]) / "telegrams.rng"


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(schema_path()))


def validate(parsed: Parsed) -> Iterator[Diagnostic]:
    """What does not agree with the schema: TG626 in files of ours, TG627, about an element, in files of others."""
    if _schema().validate(parsed.root):
        return
    fresh = etree.RelaxNG(etree.parse(schema_path()))
    fresh.validate(parsed.root)
    names = {key: value for each in parsed.root.iter("{*}*") for key, value in each.nsmap.items() if key}
    editions = [parsed.root, *parsed.root.iter(f"{TEI}TEI")]
    code = "TG626" if any(is_own(edition) for edition in editions) else "TG627"
    shown = dict.fromkeys((str(entry.path), _plain(entry.message)) for entry in fresh.error_log)
    for path, words in list(shown)[:MOST]:
        found: Any = parsed.root.getroottree().xpath(path, namespaces=names)
        place = found[0] if found else parsed.root
        told = finding(code, f"<{name_of(place)}> (line {line_of(place)}): {words}", parsed.span(place))
        yield told.model_copy(update={"subject": name_of(place)}) if code == "TG627" else told


def _plain(words: str) -> str:
    """The words of libxml2 in our voice; it cannot name what is missing."""
    return in_our_voice("something is missing here" if words.startswith("Expecting an element ,") else words)
