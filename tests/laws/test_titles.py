"""Laws of titles: total, verbatim, deterministic."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from telegrams.model import Party, Title
from telegrams.values.titles import parse_title, title_findings

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
    ]
).map(lambda word: word.replace("_", " "))
_LIKELY = st.lists(st.tuples(_WORDS, st.sampled_from(["", "", "", ",", ":", ";"])), min_size=1, max_size=25).map(
    lambda words: " ".join(word + stop for word, stop in words)
)


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
