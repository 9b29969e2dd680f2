"""Findings as the user sees them."""

import io

import pytest

from telegrams.cli.render import colours, render, show, visible, width
from telegrams.corpus.places import Lines
from telegrams.corpus.work import Finding
from telegrams.findings import finding


def _rendered(text, start, end, **options):
    found = Finding(finding("TG003", "wrong"), Lines(text).place(start, end))
    return render("f.txt", found, **options).split("\n")


@pytest.mark.parametrize(
    ("text", "span", "source", "caret"),
    [
        ("abc def", (4, 7), "  abc def", "      ^^^"),
        ("電報 def", (3, 6), "  電報 def", "       ^^^"),
        ("a 電報 b", (2, 4), "  a 電報 b", "    ^^^^"),
        ("e\u0301 def", (3, 4), "  e\u0301 def", "    ^"),
        ("\tabc", (1, 2), "      abc", "      ^"),
        ("a\x1b[31mb", (6, 7), "  a␛[31mb", "        ^"),
        ("ab", (2, 2), "  ab", "    ^"),
        ("a\u202eb", (2, 3), "  a\ufffdb", "    ^"),
    ],
)
def test_the_caret_stands_under_the_place(text, span, source, caret):
    assert _rendered(text, *span) == [f"f.txt:1:{span[0] + 1}: error[TG003] wrong", source, caret]


def test_a_long_line_is_cut_on_both_sides():
    head, source, caret = _rendered("x" * 900 + "HERE" + "y" * 900, 900, 904)
    assert head.startswith("f.txt:1:901:")
    assert (source[2], source[-1], len(source)) == ("…", "…", 104)
    assert source[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_a_hint_follows():
    found = Finding(finding("TG002", "nothing", hint="fetch\nit"))
    assert render("a\nb.txt", found) == "a␊b.txt: error[TG002] nothing\nhint: fetch␊it"


def test_colours_only_add_marks():
    plain, painted = _rendered("abc", 0, 1), _rendered("abc", 0, 1, colour=True)
    assert all("\x1b[" in line for line in (painted[0], painted[2]))
    assert painted[1] == plain[1]


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_colours_are_for_terminals_and_no_color_forbids_them(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colours(_Terminal())
    assert not colours(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not colours(_Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(_Terminal())


@pytest.mark.parametrize("err", [True, False])
def test_show_writes_to_the_stream(capsys, err):
    show("f.txt", Finding(finding("TG002", "nothing")), err=err)
    captured = capsys.readouterr()
    assert (captured.err if err else captured.out) == "f.txt: error[TG002] nothing\n"


def test_what_cannot_be_seen_is_made_visible():
    assert visible("a\x00\x7f\ud800\u2028b") == "a␀\ufffd\ufffd\ufffdb"
    assert visible("Kádár\u00a0") == "Kádár\u00a0"
    assert width("a電e\u0301") == 4
