"""The same record in several files, or several times in one: told, and left out where that is asked for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic

from .identity import Identity
from .work import Finding, Outcome


class Known(NamedTuple):
    """The records of a run so far: each digest with the source that had it first."""

    numbers: dict[int, str]
    words: dict[int, str]

    def met(self, identity: Identity, source: str) -> tuple[str, str] | None:
        """The source of the same record and what says so; where there is none, the record is noted."""
        if identity.number in self.numbers:
            return self.numbers[identity.number], "its number"
        if identity.words in self.words:
            return self.words[identity.words], "title, date and text"
        if identity.number is not None:
            self.numbers[identity.number] = source
        if identity.words is not None:
            self.words[identity.words] = source
        return None

    @classmethod
    def written(cls, records: Iterable[tuple[Identity, str]]) -> Self:
        """The records that an earlier run has written, each with its source."""
        known = cls({}, {})
        for identity, source in records:
            known.met(identity, source)
        return known


def duplicates_told(results: Iterable[Outcome], known: Known, *, leave_out: bool) -> Iterator[Outcome]:
    """The outcomes, each with a finding for every document whose record an earlier one is (TG919).

    With `leave_out` these documents are not among the outputs, which the finding says (TG920).
    """
    for outcome in results:
        met = ((each.position, known.met(each.identity, outcome.source)) for each in outcome.outputs)
        same = {position: first for position, first in met if first is not None}
        if not same:
            yield outcome
            continue
        told = (Finding(_told(first, by, outcome.source, left_out=leave_out)) for first, by in same.values())
        findings = (*outcome.findings, *told)
        kept = tuple(each for each in outcome.outputs if not leave_out or each.position not in same)
        yield outcome._replace(outputs=kept, findings=findings)


def _told(first: str, by: str, source: str, *, left_out: bool) -> Diagnostic:
    same = f"the same record as {'an earlier one of this file' if first == source else first}, by {by}"
    if left_out:
        return finding("TG920", f"left out: {same}")
    return finding("TG919", same, hint="--deduplicate takes each record once")
