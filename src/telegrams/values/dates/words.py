"""The small words of dates, as the grammar looks for them."""

from types import MappingProxyType

from telegrams.facts.calendar import date_words

ARTICLES = frozenset(date_words("article"))
DISPATCH = frozenset(date_words("dispatch"))
UNDATED = date_words("undated")
NO_DATE = frozenset(word.rstrip(".") for word in UNDATED)
"""What says that there is no date, without a full stop at the end."""
ABOUT, DOUBT, NUMBER, PART = (
    tuple(f" {word}" for word in words)
    for words in (date_words("about"), date_words("doubt") + UNDATED, date_words("number"), date_words("part"))
)
ABOUT_BEHIND = tuple(word for word in date_words("about") if word not in ("c.", "about", "around"))
DAY_FIRST = tuple(f" {word} " for word in date_words("day-first"))
NOT_AFTER = tuple(f" {word}" for word in date_words("not-after"))
OR_EARLIER = tuple(f" {word}" for word in date_words("or-earlier"))
OR_LATER = tuple(f" {word}" for word in date_words("or-later"))
NOT_BEFORE = tuple(f" {word}" for word in date_words("not-before"))
AHEAD = frozenset(date_words("ahead"))
NAMED = date_words("named")
PROMISES = date_words("promise")
BEHIND = frozenset(date_words("behind"))
WRITINGS = frozenset(date_words("writing"))
RELATIVE_YEARS = MappingProxyType(
    {
        word: (anchor, shift)
        for anchor in ("document", "mention")
        for shift, side in ((-1, "before"), (0, "of"), (1, "after"))
        for word in date_words(f"year-{side}-{anchor}")
    }
)
"""Words before `year`: of the document or of the year mentioned last, and how many years from it."""
