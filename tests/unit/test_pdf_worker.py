"""The process below: its answers on a stream, the limits it sets itself."""

import io
import json
import runpy
import sys

import pytest

from telegrams.pdf import worker
from telegrams.pdf.glyphs import Glyph, Limits, PageGlyphs
from tests.unit.pdf_files import made, shown

resource = pytest.importorskip("resource", reason="the system knows no limits for a process")


@pytest.fixture
def unbound(monkeypatch):
    """Limits that are only written down, for this process goes on."""
    calls = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, both: calls.append((kind, both)))
    return calls


def _told(data):
    out = io.BytesIO()
    worker.main([str(each) for each in Limits()], io.BytesIO(data), out)
    return json.loads(out.getvalue())


def test_the_answer_is_one_object(unbound):
    pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')
    told = _told(made([shown("Kádár", 72, 700), ""]))
    assert told == {
        "text": "Kádár\n",
        "layer": False,
        "pages": 2,
        "silent": 1,
        "unreadable": 0,
        "hidden": 0,
        "struck": 0,
    }
    assert len(unbound) == 4


@pytest.mark.usefixtures("unbound")
def test_a_library_that_cannot_be_loaded(monkeypatch):
    monkeypatch.delitem(sys.modules, "telegrams.pdf.pages", raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    told = _told(b"")
    assert told["problem"] == "missing"
    assert told["detail"].startswith("pypdfium2 cannot be loaded: ")


@pytest.mark.usefixtures("unbound")
def test_the_module_is_a_program(monkeypatch):
    pytest.importorskip("pypdfium2", reason='needs the extra: pip install "declassified-telegrams[pdf]"')
    streams = [io.TextIOWrapper(io.BytesIO(data)) for data in (made([shown("here", 72, 700)]), b"")]
    for name, stream in zip(("stdin", "stdout"), streams, strict=True):
        monkeypatch.setattr(sys, name, stream)
    monkeypatch.setattr(sys, "argv", ["worker", *map(str, Limits())])
    monkeypatch.delitem(sys.modules, "telegrams.pdf.worker")
    runpy.run_module("telegrams.pdf.worker", run_name="__main__")
    assert json.loads(streams[1].buffer.getvalue())["text"] == "here\n"


def test_counts_are_added_up():
    glyph = Glyph("a", 70, 75, 700, 10)
    told = worker.answer([PageGlyphs([glyph], [], 1, 2), PageGlyphs([], [glyph], 3, 4)], Limits())
    assert told == {"text": "a\n", "layer": False, "pages": 2, "silent": 1, "unreadable": 4, "hidden": 7, "struck": 0}


def test_memory_that_runs_out():
    def pages():
        yield PageGlyphs([], [])
        raise MemoryError

    assert worker.answer(pages(), Limits()) == {"problem": "too-large", "detail": "it needs too much memory"}


def test_limits_are_set_below_those_of_the_system(monkeypatch, unbound):
    hard = {resource.RLIMIT_AS: 1000, resource.RLIMIT_CPU: resource.RLIM_INFINITY}
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (0, hard.get(kind, 0)))
    worker.restrain(Limits(seconds=7))
    assert (resource.RLIMIT_AS, (1000, 1000)) in unbound
    assert (resource.RLIMIT_CPU, (7, resource.RLIM_INFINITY)) in unbound
    assert (resource.RLIMIT_FSIZE, (0, 0)) in unbound
    assert (resource.RLIMIT_CORE, (0, 0)) in unbound


def test_a_system_that_refuses_or_knows_no_limits(monkeypatch):
    tried = []

    def refuse(kind, both):
        tried.append((kind, both))
        raise ValueError("not here")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    worker.restrain(Limits())
    assert len(tried) == 4
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.restrain(Limits())
    assert len(tried) == 4
