"""Citations in a CSL style, set by pandoc.

Pandoc gets CSL-JSON and gives its syntax tree; notes, in-text citations and entries are taken out of the tree as
paragraphs, which pandoc then writes in the format asked for. It runs in its sandbox: it reads the files named here and
nothing else.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from telegrams.errors import CiteError
from telegrams.formats.csl import item, join
from telegrams.model import Document
from telegrams.options import WriteOptions

from .styles import INSTALL

_WRITERS = {"text": "plain", "html": "html", "markdown": "commonmark"}
_SECONDS = 600


def rendered(documents: Iterable[Document], style: Path, as_: str, output_format: str, options: WriteOptions) -> str:
    """The documents' citations in the style. Raises as `telegrams.cite.cite` does."""
    program = _program()
    items = b"".join(join(item(document, options) for document in documents))
    with TemporaryDirectory() as folder:
        bibliography = Path(folder, "items.json")
        bibliography.write_bytes(items)
        setting = ["--citeproc", "--csl", str(style), "--to", "json"]
        if as_ == "note":
            source = _tree([_citation(each["id"]) for each in json.loads(items)])
            tree = _run(program, ["--from", "json", "--bibliography", str(bibliography), *setting], source)
        else:
            tree = _run(program, ["--from", "csljson", *setting], items)
    read = _notes if as_ == "note" else _entries
    paragraphs = _tree([_plain(block) for block in read(json.loads(tree)["blocks"])])
    return _run(program, ["--from", "json", "--to", _WRITERS[output_format], "--wrap", "none"], paragraphs).decode()


def _program() -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        raise CiteError("TG806", "citations in a CSL style need pandoc", INSTALL) from None


def _run(program: str, arguments: Sequence[str], data: bytes) -> bytes:
    command = [program, "--sandbox", *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CiteError("TG808", f"pandoc could not run: {error}", "check the installation of pandoc") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise CiteError("TG808", f"pandoc failed: {reason}", "check that the style is a valid CSL style")
    return done.stdout


def _tree(blocks: list[Any]) -> bytes:
    return json.dumps({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}).encode()


def _citation(identifier: str) -> dict[str, Any]:
    """A paragraph that cites one item."""
    citation = {
        "citationId": identifier,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Para", "c": [{"t": "Cite", "c": [[citation], [{"t": "Str", "c": identifier}]]}]}


def _notes(blocks: Iterable[Any]) -> Iterator[Any]:
    """The citations in the paragraphs made by `_citation`: the text of a note, else what stands in the running text."""
    for block in blocks:
        if block["t"] == "Para":
            for inline in block["c"]:
                _, words = inline["c"]
                notes = [each["c"] for each in words if each["t"] == "Note"]
                yield from notes[0] if notes else [{"t": "Para", "c": words}]


def _entries(blocks: Iterable[Any]) -> Iterator[Any]:
    """The paragraphs of the entries, whatever sections they stand in."""
    for block in blocks:
        if block["t"] == "Div":
            yield from _entries(block["c"][1])
        else:
            yield block


def _plain(node: Any) -> Any:  # noqa: ANN401 - a node of pandoc's tree
    """The node without the spans that carry no form."""
    if isinstance(node, list):
        found: list[Any] = []
        for each in node:
            if isinstance(each, dict) and each.get("t") == "Span" and "smallcaps" not in each["c"][0][1]:
                found += _plain(each["c"][1])
            else:
                found.append(_plain(each))
        return found
    return {name: _plain(value) for name, value in node.items()} if isinstance(node, dict) else node
