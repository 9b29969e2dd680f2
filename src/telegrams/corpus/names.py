"""Sources → the names of their output files; clashes are found before anything is written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePath, PurePosixPath

from telegrams.formats.guess import known_suffix
from telegrams.formats.keys import unique

from .called import Called
from .plan import Input

_REFUSED = re.compile(r"[^\w .,()+=@-]")
"""What never stands in an output name: path separators, control characters, signs that some systems refuse."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_LONGEST = 100
_NAMELESS = "document"


def safe(name: str) -> str:
    """A file name that every system takes: refused characters become `_`, a reserved name gets one in front.

    Blanks and full stops at the ends are cut, a name is at most 100 characters (200 bytes) long, and never empty.
    """
    clean = _REFUSED.sub("_", unicodedata.normalize("NFC", name)).strip(" .")[:_LONGEST]
    clean = clean.encode("utf-8", "ignore")[: 2 * _LONGEST].decode("utf-8", "ignore").strip(" .")
    return f"_{clean}" if _RESERVED.match(clean) else clean or _NAMELESS


def stem(name: str) -> str:
    """The name of a file without the end that tells its format: `112634` for `112634.tei.xml`."""
    end = known_suffix(name) or PurePath(name).suffix
    return name[: len(name) - len(end)] or name


def output_names(  # noqa: PLR0913 - choices, each by its name
    source: Input,
    suffix: str,
    *,
    keep_folders: bool = False,
    inside: tuple[Called, ...] = (),
    alone: bool = True,
    whole: bool = False,
) -> Iterator[str]:
    """The paths, below the output folder, of the documents of one source.

    A file of one document gives its own name, without the end that tells its format unless the `whole` name is wanted.
    Of several documents, which are `inside`, each has its record number for a name, or else its identifier in the file,
    behind the file's name unless the file is the only one of this kind (`alone`): `111779`; `d12` or `volume-d12`. One
    without either has the file's name and its position: `volume-3`; a second of one name is `111779-2`.
    """
    relative = source.relative
    parents = [safe(part) for part in relative.parts[:-1]] if keep_folders else []
    own = safe(relative.name if whole else stem(relative.name)) if relative.name != "-" else _NAMELESS
    names = list(_distinct(inside, own, alone=alone)) if inside else [own]
    for name in names:
        yield str(PurePosixPath(*parents, name + suffix))


def _distinct(inside: Iterable[Called], own: str, *, alone: bool) -> Iterator[str]:
    """A name for each document of a file, none twice."""
    taken: dict[str, int] = {}
    for place, (record_id, identifier) in enumerate(inside, 1):
        known = record_id or (identifier if alone or not identifier else f"{own}-{identifier}")
        name = safe(known or f"{own}-{place}")
        folded = name.casefold()
        yield name + unique(folded, taken)[len(folded) :]


def alike(sources: Iterable[Input]) -> frozenset[str]:
    """The sources that differ from another one of their folder in the end of their name only: `4.txt` and `4.pdf`."""
    named: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        path = PurePath(source.name)
        named.setdefault((str(path.parent), stem(path.name)), []).append(source.name)
    return frozenset(name for names in named.values() if len(names) > 1 for name in names)


def clash(named: Iterable[tuple[str, str]]) -> tuple[str, str, str] | None:
    """The first output name that two sources share, with their names; capital letters make no difference.

    `named` holds pairs of output name and source name.
    """
    taken: dict[str, str] = {}
    for output, source in named:
        folded = output.casefold()
        if folded in taken:
            return output, taken[folded], source
        taken[folded] = source
    return None
