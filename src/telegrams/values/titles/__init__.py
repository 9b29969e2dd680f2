"""One title → kind, number, markings, parties, subject and date.

The stages, in order: `masking` (text → shape: quotes and brackets opaque), `dating` (dates opaque), `words` (shape →
classed words, `spelling` those misspelt, `word_shapes` those unknown), `tail` and `lead` (what is cut from the end and
from the beginning, `remarks` on the copy among it), `designations`, `heads` and `talks` (the kind), `senses`,
`openings`, `prepositions`, `following` and `clauses` (from, to, between, about …: the cheapest way to cut the rest),
`units`, `series`, `apposition`, `sharing`, `phrases`, `cores`, `persons`, `offices` and `names` (words →
parties), `meetings` (what differs in a meeting), `parts`, `authors`, `quotations` and `filling` (clauses → fields),
`reading` (all together).
"""

from telegrams.values.titles.checking import title_findings
from telegrams.values.titles.reading import parse_title

__all__ = ["parse_title", "title_findings"]
