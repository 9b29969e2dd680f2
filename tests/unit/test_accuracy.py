"""The scorers of labelled texts: what they count as the same, and what they tell by shape."""

import json

import pytest

from benchmarks.accuracy import frus, shapes
from benchmarks.accuracy.normal import day_or_span, without_blanks, words_of, words_of_party
from benchmarks.accuracy.scoring import score

RECORD = """**May 3, 1951**
**Letter from Berg to Lund**

**Citation:**

"Letter from Berg to Lund", May 3, 1951, Wilson Center Digital Archive

**Contents:**

Transcript - English

Oslo, May 3, 1951.

We have your note of April 28 about the

price of tin.

ANN BERG
"""


def test_case_dashes_quotes_and_blanks_are_no_difference():
    assert without_blanks("“Tin” —  and\u00a0more...") == without_blanks('"tin" - and more…')
    assert words_of("The Señor's café, a — b") == ["senors", "cafe", "b"]
    assert words_of_party("Mr. Lee", None, "the Ministry of Tin") == {"lee", "ministry", "of", "tin"}
    assert (day_or_span("1951-05-03/1951-05-03"), day_or_span("1951?/1953~")) == ("1951-05-03", "1951/1953")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("See Embtels 17 and 18, and your 19.", ["17", "18", "19"]),
        ("Your telegram No. 0210 of 4 May; my 5 May talk", ["210"]),
        ("My 200 sheep, State 5 and NSC Action No. 6", ["200"]),
    ],
)
def test_references_by_shape(words, numbers):
    assert shapes.references(words) == numbers


def test_items_and_headings_by_shape():
    paragraphs = ["The talks", "1. Tin", "A. B. Lee spoke.", "- zinc", "The price", "We spoke of it for long.", "End"]
    assert list(shapes.items(paragraphs)) == ["1. Tin", "- zinc"]
    assert list(shapes.headings(paragraphs)) == ["The price"]


def test_a_text_is_scored_by_what_the_editors_marked(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "x.txt").write_text(RECORD, "utf-8")
    gold = {
        "file": "x.txt",
        "date": "1951-05-03",
        "sender": {"text": "Berg", "name": "Berg"},
        "recipient": {"text": "Lund", "name": "Lund"},
        "paragraphs": ["We have your note of April 28 about the price of tin."],
        "page_breaks": [{"left": "note of April 28 about the", "right": "price of tin.", "detectable": True}],
        "signature": "ANN BERG",
        "signature_names": ["Ann Berg"],
        "optional": [{"what": "dateline", "text": "Oslo, May 3, 1951."}, {"what": "signature", "text": "ANN BERG"}],
        "dateline_place": "Oslo",
    }
    items = [{**json.loads(json.dumps(gold)), "folder": str(tmp_path)}]
    report = score(items, frus.label, frus.expected, frus.predicted)
    assert {name for name, tally in report.fields.items() if tally.missing} == set()
    assert {name: tally.invented for name, tally in report.fields.items() if tally.invented} == {"days without year": 1}
