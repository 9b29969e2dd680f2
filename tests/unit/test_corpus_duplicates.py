"""The same record in several files."""

import pytest

import telegrams
from telegrams.corpus.duplicates import Known, duplicates_told
from telegrams.corpus.identity import Identity, identity_of
from telegrams.corpus.plan import Input
from telegrams.corpus.work import Request, work

URL = "https://digitalarchive.wilsoncenter.org/document/"


def record(title="Letter from Ada Berg to Bo Ek", date="3 May 1951", text="Send ore.\n\nSend tin.", number=None):
    return telegrams.build(title=title, date=date, text=text, url=f"{URL}{number}" if number else None)


@pytest.mark.parametrize(
    "other",
    [
        record(title="LETTER FROM ADA BERG, TO BO EK"),
        record(date="May 3, 1951"),
        record(text="Send\u00a0ore. Send\ntin"),
        record(number=7),
    ],
)
def test_letters_and_figures_make_a_record(other):
    assert identity_of(record()).words == identity_of(other).words


@pytest.mark.parametrize("other", [record(title="Letter"), record(date="4 May 1951"), record(text="Send ore.")])
def test_other_words_make_another_record(other):
    assert identity_of(record()).words != identity_of(other).words


def test_a_record_without_a_text_has_its_number_only():
    assert identity_of(record(text="")) == Identity(None, None)
    assert identity_of(record(text="", number=7)) == Identity(identity_of(record(number=7)).number, None)


def outcomes(*documents):
    """What comes of files that hold these documents, each as JSON Lines."""
    data = [b"".join(telegrams.write_many(each, "jsonl")) for each in documents]
    return [work(Input(f"{place}.jsonl", data=each), Request(to="json")) for place, each in enumerate(data)]


def told(results, *, known=None, leave_out=False):
    """For each file the positions of the documents that are left, and what is found."""
    found = duplicates_told(results, known or Known({}, {}), leave_out=leave_out)
    return [
        ([each.position for each in outcome.outputs], [each.diagnostic.message for each in outcome.findings])
        for outcome in found
    ]


def test_a_record_that_comes_again_is_told():
    results = outcomes([record(), record(number=7)], [record(text="Send coal.", number=7)], [record(text="No.")])
    assert told(results) == [
        ([0, 1], ["the same record as an earlier one of this file, by title, date and text"]),
        ([0], []),
        ([0], []),
    ]
    assert told(outcomes([record(number=7)], [record(text="Send coal.", number=7)])) == [
        ([0], []),
        ([0], ["the same record as 0.jsonl, by its number"]),
    ]


def test_a_record_is_taken_once_where_that_is_asked_for():
    results = outcomes([record(), record(text="No.")], [record(), record(text="Yes.")])
    assert told(results, leave_out=True) == [
        ([0, 1], []),
        ([1], ["left out: the same record as 0.jsonl, by title, date and text"]),
    ]


def test_a_record_that_an_earlier_run_has_written_is_known():
    known = Known.written([(identity_of(record()), "old.txt")])
    assert told(outcomes([record()]), known=known, leave_out=True) == [
        ([], ["left out: the same record as old.txt, by title, date and text"])
    ]
