"""One title → kind, number, markings, parties, subject and date.

The stages, in order: `masking` (text → shape: quotes and brackets opaque), `dating` (dates opaque), `words` (shape →
classed words, `spelling` those misspelt), `tail` (what is cut from the end), `designations`, `heads` and `talks` (the
kind), `senses`, `openings`, `prepositions`, `following` and `clauses` (from, to, between, about …: the cheapest way to
cut the rest), `units`, `series`, `apposition`, `sharing`, `phrases`, `cores`, `offices` and `names` (words → parties),
`meetings` (what differs in a meeting), `filling` (clauses → fields), `reading` (all together).
"""

from telegrams.values.titles.checking import title_findings
from telegrams.values.titles.reading import parse_title

__all__ = ["parse_title", "title_findings"]
