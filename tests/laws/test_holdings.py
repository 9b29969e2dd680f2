"""Properties of citations and source statements: nothing is lost, nothing raises, nothing is made up."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telegrams.values.blanks import one_line
from telegrams.values.citations import parse_citation, split_url
from telegrams.values.holdings import parse_source, segment_source
from telegrams.values.holdings.marks import mask

WORDS = """
Archive of Foreign Policy,|Russian Federation|(AVP RF)|AVP RF,|RGANI:|f. 5,|op.|Fond 5a,|ll. 3-4|p. 12,
1946,|12-15|Moscow;|Washington, D.C.|obtained|and translated|, translated by|copy courtesy of|on file at
with permission of|by|for CWIHP|from Russian|to NSA|Ann Other|Harvard University,|(Troy College)|Jr.
Reprinted in|in|See|“Title,”|"Title"|(Oslo: North, 1990), 5.|(Oslo, 1990)|pp. 3-4|Vol. 2
https://a.example/x|http://a.example/document/5|[Source:|]|(|)|“|,|;|.|and|slightly revised
Wilson Center Digital Archive,|June 5, 1958,|File No. 7|Office of Trade/3/44|RG 59|Box 3|Norway
TNA,|f. 43|F. No. 12,|k. 12-18|d. 3|ГА РФ Р95 105 168|РГАНИ 3/4/5|NAA: A98, 64|MNL OL XIX-J-1-j|Lot 90 D 6|Volume 3
&quot;|&amp;|12.|[3]|(?)|accessed May 3, 2019,|\\url{https://a.example/document/5}|(CI)|Office Files:
ABC (Northern Archive)|Copy in|possession of|undated,|XIX-J-1-j Kuba|(Cx 3)|the
"""
WORD = st.sampled_from(re.split(r"[|\n]", WORDS.strip()))
STATEMENTS = st.one_of(st.text(), st.lists(WORD, max_size=14).map(" ".join), st.lists(WORD, max_size=14).map(", ".join))


@settings(deadline=None)
@given(STATEMENTS)
def test_segments_joined_are_the_statement(text):
    assert "".join(segment.text for segment in segment_source(text)) == text


@settings(deadline=None)
@given(STATEMENTS)
def test_neighbouring_segments_differ_from_separators(text):
    kinds = [segment.kind for segment in segment_source(text)]
    assert all({first, second} != {"separator"} for first, second in pairwise(kinds))


@settings(deadline=None)
@given(STATEMENTS)
def test_any_statement_is_read_and_its_values_stand_in_it(text):
    if not one_line(text):
        with pytest.raises(ValueError, match="empty"):
            parse_source(text)
        return
    source = parse_source(text)
    assert source.verbatim == one_line(text)
    values: list[str | None] = [*source.publications, *source.urls, *source.rest]
    for step in source.custody:
        values += [step.verbatim, step.agent, step.note, step.recipient]
    for person in source.contributors:
        values += [person.name, person.affiliation, person.programme, person.source_language]
    for holding in source.holdings:
        values += [
            holding.fond,
            holding.opis,
            holding.delo,
            holding.papka,
            holding.por,
            holding.year,
            holding.abbreviation,
            holding.record_group,
            holding.box,
        ]
    assert [value for value in values if value is not None and value not in source.verbatim] == []


@settings(deadline=None)
@given(STATEMENTS)
def test_any_citation_is_read(text):
    if one_line(text):
        citation = parse_citation(text)
        assert citation.verbatim in one_line(text)
        assert parse_citation(text) == citation
        assert citation.title is None or citation.title in citation.verbatim


@settings(deadline=None)
@given(st.text())
def test_a_url_is_cut_from_the_end_only(text):
    before, url = split_url(text)
    assert text.startswith(before)
    assert url is None or url in text[len(before) :]


@settings(deadline=None)
@given(STATEMENTS)
def test_masking_keeps_every_place(text):
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(shown in {given, "\0"} for given, shown in zip(text, masked, strict=True))
