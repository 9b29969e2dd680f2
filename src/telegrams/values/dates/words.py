"""The small words of dates, as the grammar looks for them."""

from telegrams.facts.calendar import date_words

ARTICLES = frozenset(date_words("article"))
DISPATCH = frozenset(date_words("dispatch"))
UNDATED = date_words("undated")
ABOUT, DOUBT, NUMBER, PART = (
    tuple(f" {word}" for word in words)
    for words in (date_words("about"), date_words("doubt") + UNDATED, date_words("number"), date_words("part"))
)
DAY_FIRST = tuple(f" {word} " for word in date_words("day-first"))
NOT_AFTER = tuple(f" {word}" for word in date_words("not-after"))
NOT_BEFORE = tuple(f" {word}" for word in date_words("not-before"))
