"""Laws of dates: total, deterministic, true to the calendar, evidence in place."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from telegrams.model import HistoricalDate
from telegrams.model.edtf import edtf_bounds
from telegrams.values.dates import date_findings, find_dates, parse_date
from telegrams.values.languages import parse_contents_item, parse_language

ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SIGNS = (".", "/", "-", "–", ",", " ", "  ", "[", "]", "?", "(", ")", ":", "年", "\u00a0", "\n")
WORDS = ("to", "and", "of", "at", "p.m.", "hours", "hs", "ca.", "undated", "Moscow", "from", "this year", "not before")
FIGURES = ("1", "12", "31", "62", "1950", "1800")
PIECES = st.sampled_from([*ENGLISH, *ROMAN, *SIGNS, *WORDS, *FIGURES])
DATE_LIKE = st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join)
WRITTEN = (
    st.dates().map(str) | st.integers(1, 9999).map("{:04}".format) | st.sampled_from(("195X", "../1950", "1951-24"))
)
DAYS = st.dates(date(1900, 1, 1), date(1999, 12, 31))


@settings(deadline=None)
@given(DATE_LIKE | st.text(max_size=60))
def test_any_text_gives_a_valid_date(text):
    if not "".join(character for character in text if character.isprintable()).strip():
        return
    found = parse_date(text)
    assert HistoricalDate.model_validate_json(found.model_dump_json()) == found
    assert parse_date(text) == found
    assert parse_date(found.verbatim) == found
    assert found.edtf or not found.inferred
    date_findings(found)


@settings(deadline=None)
@given(DATE_LIKE | st.text(max_size=60), st.none() | WRITTEN)
def test_mentions_are_slices_in_order(text, written):
    end = 0
    for mention in find_dates(text, written):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.date.verbatim
        assert mention.date.edtf
        assert mention.date.inferred or parse_date(mention.date.verbatim).edtf == mention.date.edtf
        end = mention.end


@settings(deadline=None)
@given(DAYS)
def test_every_way_of_writing_a_day_gives_that_day(day):
    month, roman = ENGLISH[day.month - 1], ROMAN[day.month - 1]
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day:02}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day}.{roman}.{day.year % 100:02}",
        f"{day.day}/{roman}/{day.year}",
        f"[{day.day}] {month[:3]}., {day.year}",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"Moscow, {day.day} {month.upper()} {day.year}, 10:30",
    ):
        found = parse_date(text)
        assert (found.edtf, found.doubtful) == (day.isoformat(), False)
    for text in (f"on {day.day} {month} it", f"On {month} {day.day} it"):
        (mention,) = find_dates(text, str(day.year))
        assert mention.date.edtf == day.isoformat()


@settings(deadline=None)
@given(DAYS)
def test_figures_are_certain_only_when_one_reading_exists(day):
    found = parse_date(f"{day.day}.{day.month}.{day.year}")
    assert found.edtf == day.isoformat()
    assert found.doubtful == (day.day <= 12 and day.day != day.month)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_spans_hold_both_ends(first, last):
    words = [f"{day.day} {ENGLISH[day.month - 1]} {day.year}" for day in (first, last)]
    found = parse_date(f"from {words[0]} to {words[1]}")
    if first <= last:
        assert found.edtf
        assert edtf_bounds(found.edtf) == (first, last)
    else:
        assert found.edtf is None


@settings(deadline=None)
@given(st.text(max_size=40))
def test_languages_and_contents_are_total(text):
    parse_language(text)
    item = parse_contents_item(text)
    assert item is None or item.verbatim == text.strip(" \t")
