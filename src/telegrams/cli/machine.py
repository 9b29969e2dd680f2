"""Findings for machines: lines of JSON, and SARIF 2.1.0 (OASIS, 27 March 2020).

A line of JSON has file, line, column, code, severity, message, hint, subject, count, start and end; what is not known
is null. A finding that stands for several places names their subject (an element) and their count, and the place of the
first; in SARIF the count is `occurrenceCount`. Every finding has its line here, also those that are shown together to
people. `start` and `end` count characters of the decoded text from 0, line and column count from 1.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from telegrams.corpus.places import Place
from telegrams.corpus.work import Finding
from telegrams.findings import codes, heading, page, severity
from telegrams.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = MappingProxyType({"error": "error", "warning": "warning", "info": "note"})


def finding_line(source: str, finding: Finding) -> str:
    """The finding as one line of JSON with its line end."""
    diagnostic, place = finding
    span = diagnostic.span
    told = {
        "file": source,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "subject": diagnostic.subject,
        "count": diagnostic.count,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
    return _dumped(told) + "\n"


def sarif(findings: Iterable[tuple[str, Finding]]) -> Iterator[str]:
    """A SARIF log with one run, piece by piece; `findings` holds pairs of file name and finding."""
    rules = [_rule(code) for code in codes()]
    places = {code: number for number, code in enumerate(codes())}
    driver = {"name": "telegrams", "version": VERSION, "rules": rules}
    head = _dumped({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"})
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{head[:-1]}, "results": ['
    between = "\n"
    for source, finding in findings:
        yield between + _dumped(_result(source, finding, places))
        between = ",\n"
    yield "\n]}]}\n"


def _rule(code: str) -> dict[str, object]:
    rest = page(code).partition("\n")[2].strip()
    return {
        "id": code,
        "shortDescription": {"text": heading(code)},
        "fullDescription": {"text": rest or heading(code)},
        "defaultConfiguration": {"level": _LEVELS[severity(code)]},
    }


def _result(source: str, finding: Finding, places: dict[str, int]) -> dict[str, object]:
    diagnostic, place = finding
    text = f"{diagnostic.message}\nhint: {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    region = _region(place) if place else {}
    several = {"occurrenceCount": diagnostic.count} if diagnostic.count > 1 else {}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": places[diagnostic.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(source)}} | region}],
        **several,
    }


def _region(place: Place) -> dict[str, object]:
    end = {"endColumn": place.column + place.length} if place.length else {}
    return {"region": {"startLine": place.line, "startColumn": place.column} | end}


def _uri(source: str) -> str:
    path = Path(source)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
