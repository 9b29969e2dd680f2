"""Laws of titles: total, verbatim, deterministic."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telegrams.model import Party, Title
from telegrams.values.titles import parse_title, title_findings
from telegrams.values.titles.vocabulary import vocabulary

_WORDS = st.sampled_from(
    [
        "Telegram",
        "Letter",
        "Minutes",
        "Conversation",
        "Journal",
        "Record",
        "of",
        "from",
        "to",
        "between",
        "with",
        "and",
        "by",
        "on",
        "for",
        "the",
        "Soviet",
        "Ambassador",
        "Embassy",
        "in",
        "Cuba",
        "Havana",
        "Foreign",
        "Ministry",
        "Petrov",
        "A.B.",
        "Lee",
        "(Orlov)",
        "[via_Ek]",
        "'On_Trade'",
        "SECRET",
        "No.",
        "5",
        "1950",
        "5_May_1950",
        "–",
        ",",
        ":",
        "Committee",
        "Secretary's",
        "Workers'",
        "Draft",
        "Excerpts",
        "Meeting",
        "Politburo",
        "USSR",
        "CC",
        "de",
        "al-Rashid",
        "(1)",
        "[Orlov",
        "(Ek",
        "'s",
        "Minister",
        "()",
        "[_]",
        "(\x85)",
        "(3_May",
        "1951)",
    ]
).map(lambda word: word.replace("_", " "))
_LIKELY = st.lists(st.tuples(_WORDS, st.sampled_from(["", "", "", ",", ":", ";"])), min_size=1, max_size=25).map(
    lambda words: " ".join(word + stop for word, stop in words)
)


_BLANKS = "\xa0\u2009\u202f\u3000"
_SHARED = os.environ.get("TELEGRAMS_SHARED")
_SETS = ("data/titles_gold", "data/titles2_gold", "data/titles3_gold", "data/titles_real", "frus/heads")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "et", "al", "others", "dc"))
_REGIONS = frozenset(("province", "oblast", "region", "district", "territory", "republic", "county", "krai"))


def _party_values(party: Party) -> list[str]:
    return [value for value in (party.name, party.identity, party.role, party.organisation, party.place) if value]


def _values(title: Title) -> list[str]:
    parties = [*title.senders, *title.recipients, *title.via, *title.participants]
    single = [title.number, title.classification, title.urgency, title.subject, title.date and title.date.verbatim]
    return [value for value in single if value] + [value for party in parties for value in _party_values(party)]


@settings(deadline=None)
@given(st.one_of(_LIKELY, st.text(min_size=1)))
def test_every_value_stands_in_the_title(text):
    if not re.sub(r"[\x00-\x20\ud800-\udfff\ufffe\uffff]", "", text):
        return
    title = parse_title(text)
    assert all(value in title.verbatim for value in _values(title))
    assert all(_party_values(party) for party in (*title.senders, *title.recipients, *title.via, *title.participants))
    assert parse_title(title.verbatim) == title
    title_findings(title)


def _made_up(title: Title) -> list[str]:
    """The parties' names that are no names: a word of kind, a participle, a region, a suffix, punctuation."""
    known = vocabulary()
    words = {*known.kinds, *known.talks, *known.participles, *known.acts, *known.subject_words, *_SUFFIXES, *_REGIONS}
    parties = (*title.senders, *title.recipients, *title.via, *title.participants)
    names = [party.name for party in parties if party.name and title.verbatim.count(f"Mr. {party.name}") == 0]
    return [name for name in names if name.lower().strip(".,") in words or not any(map(str.isalpha, name))]


@settings(deadline=None)
@given(_LIKELY)
def test_no_name_is_made_up(text):
    assert not _made_up(parse_title(text))


@pytest.mark.skipif(_SHARED is None, reason="TELEGRAMS_SHARED names no folder")
@pytest.mark.parametrize("name", _SETS)
def test_no_name_is_made_up_in_real_titles(name):
    lines = (Path(_SHARED or "") / f"{name}.jsonl").read_text("utf-8").splitlines()
    titles = [json.loads(line)["title"] for line in lines]
    assert {title: made_up for title in titles if (made_up := _made_up(parse_title(title)))} == {}


@settings(deadline=None)
@given(_LIKELY, st.sampled_from(_BLANKS))
def test_any_blank_parts_words(text, blank):
    assert parse_title(text.replace(" ", blank)) == parse_title(text)
