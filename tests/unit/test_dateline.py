"""A line that says no more than where and when."""

import pytest

from telegrams.reading.dateline import read_dateline


@pytest.mark.parametrize(
    ("line", "place", "time"),
    [
        ("Oslo, May 3, 1951, 5 p.m.", "Oslo", "17:00"),
        ("3 May 1951, Oslo", "Oslo", None),
        ("Oslo, May 3, 1951, Thursday", "Oslo", None),
    ],
)
def test_the_place_and_the_time_of_a_dateline(line, place, time):
    read = read_dateline(line)
    assert (read.date.verbatim, read.date.edtf) == (line, "1951-05-03")
    assert (read.date.place, read.date.time) == (place, time)


@pytest.mark.parametrize("line", ["Oslo, May 3, 1951,\n5 p.m.", "Oslo, May 3, 1951, they met", "no figures"])
def test_what_is_no_dateline(line):
    assert read_dateline(line) is None
