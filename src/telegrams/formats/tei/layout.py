"""Layout ⇄ `xenoData`: the edit script in a namespace of our own, which no TEI tool needs to understand."""

import re
from typing import Any

from lxml import etree
from pydantic import ValidationError

from telegrams.formats.xml import attribute
from telegrams.model.layout import Edit, Layout

from .reader import TeiReader

NAMESPACE = "tag:telegrams,2026:layout/1"
_TG = f"{{{NAMESPACE}}}"
_COUNT = re.compile(r"[0-9]{1,18}\Z")


def write_layout(layout: Layout) -> str:
    """The `xenoData` element."""
    edits = "".join(
        f'\n        <tg:edit skip="{edit.skip}" delete="{edit.delete}" insert="{attribute(edit.insert)}"/>'
        for edit in layout.edits
    )
    facts = f'digest="{layout.digest}" bom="{str(layout.bom).lower()}" encoding="{layout.encoding}"'
    end = f"{edits}\n      </tg:layout>" if edits else "</tg:layout>"
    return (
        f'\n    <xenoData>\n      <tg:layout xmlns:tg="{NAMESPACE}" {facts} line-ending="{layout.line_ending}">{end}'
        "\n    </xenoData>"
    )


def read_layout(header: etree._Element, reader: TeiReader) -> Layout | None:
    """The layout of a header; None with a finding (TG612) where it is damaged."""
    element = next(header.iter(f"{_TG}layout"), None)
    if element is None:
        return None
    edits = [(edit.get("skip", ""), edit.get("delete", ""), edit.get("insert", "")) for edit in element]
    values: dict[str, Any] = {
        "digest": element.get("digest"),
        "bom": element.get("bom") == "true",
        "encoding": element.get("encoding"),
        "line_ending": element.get("line-ending"),
    }
    try:
        made = tuple(Edit(skip=_count(skip), delete=_count(delete), insert=insert) for skip, delete, insert in edits)
        return Layout(edits=made, **values)
    except ValidationError:
        reader.report.value(element, "the layout is damaged; the canonical text is written instead", "TG612")
        return None


def _count(figures: str) -> int:
    """The number, or -1, which the model refuses."""
    return int(figures) if _COUNT.match(figures) else -1
