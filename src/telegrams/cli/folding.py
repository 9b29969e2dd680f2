"""Findings for people: those of one kind in one line of a file, and what a run of many files met.

    L00058.xml:12:5: warning[TG610] an element is not understood: `unclear`: 45 times, first at line 12; `c`: at line 20

Findings that count the places of a subject (an element's name) stand together, one line for each code; of others, the
first few of a code are shown with their places, and how many there are besides. Machines get every finding.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from telegrams.corpus.work import Finding
from telegrams.findings import finding, heading
from telegrams.model.diagnostics import Severity

MOST: Mapping[Severity, int] = MappingProxyType({"error": 20, "warning": 10, "info": 3})
"""How many findings of one code are shown with their places, in one file."""
MOST_SUBJECTS = 12
"""How many subjects the summary of a run names."""
_ALL = "telegrams check --diagnostics jsonl shows each of them"


def grouped(findings: Iterable[Finding], hinted: set[str]) -> Iterator[Finding]:
    """The findings of one file as they are shown, each kind where its first stands.

    The hint for all subjects of a code is given once in a run; `hinted` holds the codes that had theirs.
    """
    by_code: dict[str, list[Finding]] = {}
    for each in findings:
        by_code.setdefault(each.diagnostic.code, []).append(each)
    for code, found in by_code.items():
        if found[0].diagnostic.subject:
            yield _together(found, hint=code not in hinted)
            hinted.add(code)
            continue
        most = MOST[found[0].diagnostic.severity]
        few = found if len(found) <= most + 1 else [each for each in found if not each.place or each in found[:most]]
        yield from few
        last = found[-1].place
        if last and len(few) < len(found):
            message = f"{heading(code)}: {len(found) - len(few)} more in this file, the last at line {last.line}"
            yield Finding(finding(code, message, hint=_ALL))


def _together(found: list[Finding], *, hint: bool) -> Finding:
    """One finding for all subjects of a code."""
    first, place = found[0]
    subjects: dict[str | None, list[Finding]] = {}
    for each in found:
        subjects.setdefault(each.diagnostic.subject, []).append(each)
    message = f"{heading(first.code)}: {'; '.join(map(_told, subjects.values()))}"
    hints = dict.fromkeys(each.diagnostic.hint for each in found if each.diagnostic.hint)
    return Finding(first.model_copy(update={"message": message, "hint": "; ".join(hints) if hint else None}), place)


def _told(found: list[Finding]) -> str:
    """`unclear`: 45 times, first at line 12."""
    first, place = found[0]
    count = sum(each.diagnostic.count for each in found)
    times = f"{count} times, first at" if count > 1 else "at"
    return f"`{first.subject}`: {times} line {place.line if place else 1}"


class Kinds:
    """How often each kind of finding was met in a run, in how many files, and where first."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], tuple[int, int, str]] = {}

    def add(self, source: str, findings: Iterable[Finding]) -> None:
        """Add the findings of one file."""
        here: dict[tuple[str, str], int] = {}
        first: dict[tuple[str, str], str] = {}
        for diagnostic, place in findings:
            kind = (diagnostic.code, diagnostic.subject or "")
            here[kind] = here.get(kind, 0) + diagnostic.count
            first.setdefault(kind, f"{source}:{place.line}" if place else source)
        for kind, times in here.items():
            before, files, place_of_first = self._met.get(kind, (0, 0, first[kind]))
            self._met[kind] = (before + times, files + 1, place_of_first)

    def summary(self) -> Iterator[str]:
        """A line for each code that several files met, the most frequent first; below it one for each subject."""
        codes: dict[str, list[tuple[str, tuple[int, int, str]]]] = {}
        for (code, subject), met in self._met.items():
            codes.setdefault(code, []).append((subject, met))
        for code, kinds in sorted(codes.items(), key=lambda each: (-sum(met[0] for _, met in each[1]), each[0])):
            if all(files < 2 for _, (_, files, _) in kinds):
                continue
            kinds.sort(key=lambda each: (-each[1][0], each[0]))
            if not kinds[0][0]:
                yield f"{code} {heading(code)}: {_met(kinds[0][1])}"
                continue
            yield f"{code} {heading(code)}: {sum(met[0] for _, met in kinds)} times"
            for subject, met in islice(kinds, MOST_SUBJECTS):
                yield f"  `{subject}`: {_met(met)}"
            if len(kinds) > MOST_SUBJECTS:
                yield f"  {len(kinds) - MOST_SUBJECTS} more"


def _met(met: tuple[int, int, str]) -> str:
    times, files, first = met
    return f"{times} times in {files} {'file' if files == 1 else 'files'}, first at {first}"
