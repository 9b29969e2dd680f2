"""One file for each document, in a folder. All names are settled before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from telegrams.corpus.atomic import Files
from telegrams.corpus.journal import Journal, digest
from telegrams.corpus.names import clash, output_names
from telegrams.corpus.plan import Input
from telegrams.corpus.work import Outcome, Request, work
from telegrams.formats import Format, find
from telegrams.formats.guess import format_of

from .exits import Refusal, unwritten
from .stream import refuse_inputs

_COLLECTING = "jsonl"
"""The format that may hold many documents and can be read."""
_PEEK = 65_536


@dataclass(frozen=True)
class Folder:
    """The output folder and what each source becomes in it."""

    path: Path
    target: Format
    sources: Sequence[Input]
    keep_folders: bool
    record_ids: Mapping[str, tuple[str | None, ...]]
    """For each source that holds several documents, their record numbers."""

    @classmethod
    def planned(cls, path: Path, found: Sequence[Input], request: Request, *, keep_folders: bool) -> "Folder":
        """The plan; refused where two documents would share a name or an output is also an input (TG901, TG904)."""
        target = find(str(request.to))
        inside = {} if target.collects else _record_ids(found, request)
        plan = cls(path, target, found, keep_folders, inside)
        clashing = clash((name, source.name) for source in found for name in plan.names(source))
        if clashing is not None:
            name, first, second = clashing
            both = f"{first} and {second}" if first != second else f"two documents of {first}"
            hint = "--keep-dirs keeps the folders of the inputs, --from narrows them to one format"
            raise Refusal("TG904", f"{both} would both be written to {path / name}", hint)
        plan.refuse_inputs()
        return plan

    def names(self, source: Input) -> Iterator[str]:
        """The names of the source's outputs, below the folder."""
        ids = self.record_ids.get(source.name)
        return output_names(source, self.target.suffix, keep_folders=self.keep_folders, record_ids=ids)

    def refuse_inputs(self) -> None:
        """Refuse where a file that would be written is one of the inputs, by this or another name."""
        if self.path.is_dir():
            outputs = (str(self.path / name) for source in self.sources for name in self.names(source))
            refuse_inputs(outputs, self.sources, "choose another folder for the outputs")

    def write(self, sources: Iterable[Input], results: Iterable[Outcome], journal: Journal | None = None) -> None:
        """Write every document of every source's outcome, each file whole or not at all."""
        folders: set[Path] = set()
        with unwritten(str(self.path)), Files() as files:
            for source, outcome in zip(sources, results, strict=True):
                written = {}
                for name, data in self._files(source, outcome):
                    final = self.path / name
                    if final.parent not in folders:
                        final.parent.mkdir(parents=True, exist_ok=True)
                        folders.add(final.parent)
                    files.write(final, (data,))
                    written[name] = data
                if journal is not None and outcome.sha256 and not outcome.failed:
                    journal.add(source.name, outcome.sha256, {name: digest(data) for name, data in written.items()})

    def journal(self, request: Request) -> Journal:
        """The journal of this folder."""
        with unwritten(str(self.path)):
            self.path.mkdir(parents=True, exist_ok=True)
            return Journal(self.path, request)

    def _files(self, source: Input, outcome: Outcome) -> Iterator[tuple[str, bytes]]:
        names = list(self.names(source))
        if self.target.collects:
            if outcome.outputs or not outcome.findings:
                yield names[0], b"".join(self.target.join(each.piece for each in outcome.outputs))
        else:
            for each in outcome.outputs:
                yield names[each.position], each.piece.whole


def _record_ids(found: Iterable[Input], request: Request) -> dict[str, tuple[str | None, ...]]:
    """The record numbers inside the sources that may hold several documents; these are read once more for it."""
    inside = {}
    for source in found:
        if (request.format or format_of(source.name, _beginning(source))) == _COLLECTING:
            outputs = work(source, request._replace(to=None)).outputs
            if outputs:
                inside[source.name] = tuple(each.record_id for each in outputs)
    return inside


def _beginning(source: Input) -> bytes:
    if source.data is not None:
        return source.data[:_PEEK]
    try:
        path = Path(source.name)
        if not path.is_file():
            return b""
        with path.open("rb") as handle:
            return handle.read(_PEEK)
    except (OSError, ValueError):
        return b""
