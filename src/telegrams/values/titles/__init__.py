"""One title → kind, number, markings, parties, subject and date.

The stages, in order: `masking` (text → shape: quotes and brackets opaque), `dating` (dates opaque), `tokens` (shape →
classed words), `trailing` (what is cut from the end), `kinds` (the head), `clauses` (from, to, between, about …),
`posts` (which `to` is part of an office), `lists`, `parties` and
`names` (words → parties), `reading` (all together).
"""

from telegrams.values.titles.checking import title_findings
from telegrams.values.titles.reading import parse_title

__all__ = ["parse_title", "title_findings"]
