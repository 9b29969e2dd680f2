"""One file for each document, in a folder. All names are settled before anything is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from telegrams.corpus.atomic import Files, backup_of
from telegrams.corpus.called import Called, called, may_hold_several
from telegrams.corpus.journal import Journal, digest, not_ours
from telegrams.corpus.names import alike, clash, output_names
from telegrams.corpus.plan import Input, chunks
from telegrams.corpus.run import run
from telegrams.corpus.work import Outcome, Request
from telegrams.formats import Format, find

from .exits import Failure, Refusal, unwritten
from .reporting import workers
from .stream import refuse_inputs


@dataclass(frozen=True)
class Folder:
    """The output folder and what each source becomes in it."""

    path: Path
    target: Format
    sources: Sequence[Input]
    keep_folders: bool
    inside: Mapping[str, tuple[Called, ...]]
    """For each source that holds several documents, what they are called."""
    alike: frozenset[str]
    """The sources whose outputs keep the ends of their names, for another one in their folder has no other name."""

    @classmethod
    def planned(
        cls, path: Path, found: Sequence[Input], request: Request, *, keep_folders: bool, jobs: int = 1
    ) -> "Folder":
        """The plan; refused where two documents would share a name or an output is also an input (TG901, TG904)."""
        target = find(str(request.to))
        inside = _inside(found, request, jobs) if target.separates else {}
        plan = cls(path, target, found, keep_folders, inside, alike(found))
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
        inside = self.inside.get(source.name, ())
        alone = len(self.inside) < 2
        whole = source.name in self.alike
        suffix, keep = self.target.suffix, self.keep_folders
        return output_names(source, suffix, keep_folders=keep, inside=inside, alone=alone, whole=whole)

    def refuse_inputs(self) -> None:
        """Refuse where a file that would be written is one of the inputs, by this or another name."""
        if self.path.is_dir():
            outputs = (str(self.path / name) for source in self.sources for name in self.names(source))
            refuse_inputs(outputs, self.sources, "choose another folder for the outputs")

    def mended(self, sources: Iterable[Input]) -> frozenset[str]:
        """The names of outputs of these sources whose file is not what the program wrote there."""
        return frozenset(not_ours(self.path, (name for source in sources for name in self.names(source))))

    def refuse_mended(self, mended: frozenset[str]) -> None:
        """Refuse where files would be replaced that are not what the program wrote (TG918)."""
        if mended:
            first, others = min(mended), len(mended) - 1
            more = f" (and {others} more)" if others else ""
            hint = "--backup keeps them as .bak, --overwrite gives them up; or name another folder"
            raise Refusal("TG918", f"{self.path / first}{more} is not what telegrams wrote there", hint)

    def write(
        self, sources: Iterable[Input], results: Iterable[Outcome], journal: Journal, kept: frozenset[str] = frozenset()
    ) -> None:
        """Write every document of every source's outcome, each file whole or not at all.

        The files whose names are in `kept` are copied before they are replaced.
        """
        folders: set[Path] = set()
        with unwritten(str(self.path)), Files() as files:
            named = {source.name: source for source in sources}
            for outcome in results:
                source = named[outcome.source]
                written = dict(self._files(source, outcome))
                if written:  # noted before it is written: what a killed run leaves is known as ours
                    digests = {name: digest(data) for name, data in written.items()}
                    records = tuple(each.identity for each in outcome.outputs)
                    journal.add(source.name, None if outcome.failed else outcome.sha256, digests, records)
                for name, data in written.items():
                    final = self.path / name
                    if final.parent not in folders:
                        final.parent.mkdir(parents=True, exist_ok=True)
                        folders.add(final.parent)
                    if name in kept:
                        files.write(backup_of(final), (final.read_bytes(),))
                    files.write(final, (data,))

    def journal(self, request: Request) -> Journal:
        """The journal of this folder."""
        with unwritten(str(self.path)):
            self.path.mkdir(parents=True, exist_ok=True)
            return Journal(self.path, request)

    def _files(self, source: Input, outcome: Outcome) -> Iterator[tuple[str, bytes]]:
        names = list(self.names(source))
        if outcome.passed:
            return
        if not self.target.separates:
            if outcome.outputs or not outcome.findings:
                yield names[0], b"".join(self.target.join(each.piece for each in outcome.outputs))
        else:
            if any(each.position >= len(names) for each in outcome.outputs):
                message = f"cannot write {source.name}: it has got more documents since their names were settled"
                raise Failure("TG902", message, "run again when the file is at rest")
            for each in outcome.outputs:
                yield names[each.position], each.piece.whole


def _inside(found: Iterable[Input], request: Request, jobs: int) -> dict[str, tuple[Called, ...]]:
    """What the documents are called in the sources that hold several; these are read once more for it."""
    several = [source for source in found if may_hold_several(source, request)]
    names = run(chunks(several), partial(called, request=request), _lost, workers(jobs) if len(several) > 1 else 1)
    return {source.name: inside for source, inside in zip(several, names, strict=True) if inside}


def _lost(source: Input) -> tuple[Called, ...]:
    """A source that ends its worker has no documents to name."""
    del source
    return ()
