"""What holds for every text, place and name on the way to the user and to the disk."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from telegrams.cli.render import render, visible, width
from telegrams.corpus.names import clash, output_names, safe
from telegrams.corpus.places import WINDOW, Lines
from telegrams.corpus.plan import Input
from telegrams.corpus.work import Finding, Request, load, work
from telegrams.errors import ParseError
from telegrams.findings import finding

HARD = st.text(st.sampled_from("ab \t\r\n\x00\x1b\x85\u2028\u0301\u200b\u202eé電\U0001f600\ufeff/\\.:*"), max_size=300)
TEXTS = st.one_of(HARD, st.text(max_size=300))


@settings(deadline=None)
@given(TEXTS, st.integers(0, 310), st.integers(0, 310))
def test_a_place_shows_what_stands_there(text, start, length):
    place = Lines(text).place(start, start + length)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= place.line <= len(lines)
    assert len(place.excerpt) <= WINDOW
    assert place.excerpt in lines[place.line - 1]
    shown = place.excerpt[place.start : place.start + place.length]
    assert text[start : start + length].startswith(shown)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 310), st.integers(0, 310))
def test_a_finding_is_shown_on_its_own_lines(text, name, start, length):
    found = Finding(finding("TG003", name), Lines(text).place(start, start + length))
    head, source, caret = render(name, found).split("\n")
    categories = {unicodedata.category(each) for each in head + source + caret}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert width(caret) <= max(width(source), caret.index("^") + 1)


@settings(deadline=None)
@given(TEXTS)
def test_what_is_visible_stays_as_it_is(text):
    assert visible(visible(text)) == visible(text)


@settings(deadline=None)
@given(TEXTS)
def test_a_safe_name_is_safe_and_stays_as_it_is(name):
    made = safe(name)
    assert made
    assert len(made.encode("utf-8")) <= 201
    assert not set(made) & set('/\\:*?"<>|\0')
    assert made.strip(" .") == made
    assert safe(made) == made


@settings(deadline=None)
@given(st.lists(st.text("abAB./ é", min_size=1, max_size=6), max_size=8, unique=True))
def test_names_that_do_not_clash_are_different_files(names):
    outputs = [(output, name) for name in names for output in output_names(Input(name), ".json", keep_folders=True)]
    folded = [output.casefold() for output, _ in outputs]
    assert (clash(outputs) is None) == (len(set(folded)) == len(folded))


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=400), HARD.map(str.encode)))
def test_any_bytes_give_an_outcome(data):
    outcome = work(Input("-", data=data), Request(to="json"))
    assert not [each for each in outcome.findings if each.diagnostic.code == "TG900"]
    assert outcome.outputs or outcome.failed
    try:
        assert load(Input("-", data=data)) == data
    except ParseError as error:
        assert {each.code for each in error.diagnostics} <= {"TG002", "TG005"}
