"""citeproc-js, the engine inside Zotero, run in an embedded JavaScript engine: the oracle for citations."""

import json
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

_DRIVER = """
function render(items, style, locale) {
    var known = {};
    items.forEach(function (item) { known[item.id] = item; });
    return items.map(function (item) {
        var system = {
            retrieveLocale: function () { return locale; },
            retrieveItem: function (id) { return known[id]; }
        };
        var engine = new CSL.Engine(system, style, "en-US");
        engine.setOutputFormat("text");
        var citation = {citationItems: [{id: item.id}], properties: {noteIndex: 1}};
        var note = engine.processCitationCluster(citation, [], [])[1][0][1];
        var entries = engine.makeBibliography()[1];
        return [note, entries.join("").trim()];
    });
}
"""


@cache
def _engine():
    racer = pytest.importorskip("py_mini_racer", reason="mini-racer runs citeproc-js")
    named = os.environ.get("TELEGRAMS_CITEPROC_JS", "build/node_modules/citeproc/citeproc_commonjs.js")
    if not Path(named).is_file():
        pytest.skip("TELEGRAMS_CITEPROC_JS does not name citeproc_commonjs.js (npm install --prefix build citeproc)")
    engine = racer.MiniRacer()
    engine.eval("var module = {exports: {}};" + Path(named).read_text("utf-8") + ";var CSL = module.exports;" + _DRIVER)
    return engine


@cache
def _locale():
    folder = os.environ.get("TELEGRAMS_CSL_LOCALES")
    found = find_spec("citeproc")
    if folder is None and found is not None and found.origin is not None:
        folder = str(Path(found.origin).parent / "data" / "locales")
    if folder is None:
        pytest.skip("no CSL locales: citeproc-py is not installed and TELEGRAMS_CSL_LOCALES is not set")
    return Path(folder, "locales-en-US.xml").read_text("utf-8")


def rendered(items, style):
    """For each item, alone: its note or in-text citation, and its entry in the bibliography."""
    arguments = ",".join(json.dumps(each) for each in (items, Path(style).read_text("utf-8"), _locale()))
    return json.loads(_engine().eval(f"JSON.stringify(render({arguments}))"))
