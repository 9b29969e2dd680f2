"""Bytes → the text of a PDF, read by a process of its own; what goes wrong there becomes a finding."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, NamedTuple

from telegrams.errors import ParseError
from telegrams.findings import finding
from telegrams.model.diagnostics import Diagnostic
from telegrams.version import install

from .glyphs import Limits

LIMITS = Limits()

_CODES = MappingProxyType({"missing": "TG010", "encrypted": "TG011", "damaged": "TG012", "too-large": "TG014"})
_HINTS = MappingProxyType(
    {
        "missing": f"install it: {install('pdf')}",
        "encrypted": "save a copy without a password",
        "damaged": "was its download complete? fetch it again",
        "too-large": "cut it into parts, or take the text out with another program",
    }
)
_WORKER = ("-m", "telegrams.pdf.worker")
_WITHOUT_THE_EXTRA = MappingProxyType({"problem": "missing", "detail": "that needs an extra of this program"})
_FAULT = 1
"""The exit code of a Python program that ended by an exception; a signal gives another."""
_TOLD_OF_A_CRASH = "the reader of PDFs was ended by it; it needs too much memory or time, or is made to do harm"


class Extraction(NamedTuple):
    """The text of a PDF, and what to know of it."""

    text: str
    found: tuple[Diagnostic, ...] = ()


def extract_text(data: bytes, limits: Limits = LIMITS) -> Extraction:
    """The text of a PDF in the `print` layout: form feeds between pages, columns and blank lines as on the page.

    The same bytes give the same text. Raises `ParseError`: TG010 without the extra `pdf`, TG011 for a PDF under a
    password, TG012 for a damaged one, TG013 for one without text, TG014 for one beyond the limits.
    """
    told = _told(data, limits) if find_spec("pypdfium2") else _WITHOUT_THE_EXTRA
    if problem := told.get("problem"):
        raise _error(_CODES[problem], f"the PDF cannot be read: {told['detail']}", _HINTS[problem])
    pages, silent = told["pages"], told["silent"]
    if silent == pages:
        message = f"the PDF has {pages} {'page' if pages == 1 else 'pages'} and no text: only images"
        raise _error("TG013", message, "have its characters recognised (OCR) first")
    return Extraction(told["text"], tuple(_notes(told)))


def _error(code: str, message: str, hint: str) -> ParseError:
    return ParseError([finding(code, message, hint=hint)])


def _notes(told: Mapping[str, Any]) -> list[Diagnostic]:
    notes = []
    if unreadable := told["unreadable"]:
        message = f"the fonts of the PDF do not say which characters these are: {unreadable:,}, written �"
        notes.append(finding("TG015", message))
    if hidden := told["hidden"]:
        message = f"characters off the page, not painted, too small to read or set aslant are left out: {hidden:,}"
        notes.append(finding("TG016", message))
    if struck := told["struck"]:
        notes.append(finding("TG019", f"letters drawn twice, as for bold type, are taken once: {struck:,}"))
    if told["layer"]:
        notes.append(finding("TG018", "the text is a layer of recognised characters under images: read it over"))
    if silent := told["silent"]:
        notes.append(finding("TG017", f"{silent} of {told['pages']} pages hold no text"))
    return notes


def _told(data: bytes, limits: Limits) -> Mapping[str, Any]:
    """The worker's answer; a worker that answers nothing met a file beyond the limits."""
    # Imported late: it says which program is Python where the library is embedded in another one.
    from multiprocessing.spawn import get_executable

    python = os.fsdecode(get_executable() or sys.executable)
    command = [python, "-P", *_WORKER, *map(str, limits)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            command, input=data, capture_output=True, timeout=limits.seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        return {"problem": "too-large", "detail": f"it takes longer than {limits.seconds} seconds"}
    if done.returncode == _FAULT:
        raise RuntimeError(f"the reader of PDFs failed: {done.stderr[-300:].decode('utf-8', 'replace').strip()}")
    if done.returncode:
        return {"problem": "too-large", "detail": _TOLD_OF_A_CRASH}
    told: dict[str, Any] = json.loads(done.stdout)
    return told
