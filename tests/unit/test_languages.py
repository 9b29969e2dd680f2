"""Names of languages and lines of a contents list."""

from pathlib import Path

import langcodes
import pytest

from telegrams.facts.languages import LANGUAGES as FACTS
from telegrams.values.languages import parse_contents_item, parse_language

CASES = Path(__file__).parent.parent / "cases" / "languages.txt"
ROWS = [line.rsplit(" | ", 2) for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
LANGUAGES = [(name, each.tag) for each in FACTS for name in (each.english.lower(), *each.names)]
NOT_AS_LANGCODES = {
    "mandarin": "cmn",  # the archive's `Mandarin` is written Chinese
    "mandarin chinese": "cmn",
    "chinese (simplified)": "zh",  # langcodes drops the bracket
    "chinese, simplified": "zh",
    "portuguese (brazil)": "pt",
    "dari": "fa-AF",  # another tag of the same language
    "flemish": "nl-BE",
    "gaelic": "gd",  # Irish documents, not Scottish ones
}


@pytest.mark.parametrize(("line", "kind", "language"), ROWS, ids=[row[0] for row in ROWS])
def test_lines_of_a_contents_list(line, kind, language):
    item = parse_contents_item(line)
    if kind == "-":
        assert item is None
    else:
        assert item is not None
        assert (item.verbatim, item.kind, item.language or "-") == (line, kind, language)


@pytest.mark.parametrize(("name", "tag"), LANGUAGES)
def test_langcodes_knows_the_same_tag(name, tag):
    assert parse_language(name.title()) == tag
    assert langcodes.tag_is_valid(tag)
    assert langcodes.find(name).to_tag() == NOT_AS_LANGCODES.get(name, tag)


@pytest.mark.parametrize("name", ["", "Klingonese", "Russ", "Russian and Chinese", "x" * 100_000])
def test_an_unknown_name_has_no_tag(name):
    assert parse_language(name) is None


def test_blanks_and_full_stop_around_a_name_do_not_matter():
    assert parse_language(" Russian.\n") == "ru"


def test_a_long_line_is_no_contents_item():
    assert parse_contents_item("English " * 100_000 + "Translation") is None
