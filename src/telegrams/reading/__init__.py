"""Text → Document, stage by stage. Every stage is a pure function and total: none raises because of content."""

from functools import reduce

from .blanks import keep_blanks
from .draft import Draft
from .source import Source
from .stages import cut_header, join_sentences, read_fields, read_text, scan_lines

STAGES = (
    scan_lines,  # text → lines, and which of the three layouts they are
    cut_header,  # lines → the header's parts and the lines of the text
    join_sentences,  # lines of the text → passages, sentences cut by a page joined
    read_fields,  # the header's parts → title, date, citation, summary, languages, contents
    read_text,  # passages → blocks and inlines
    keep_blanks,  # blocks → the same with the space characters of the source
)


def read_source(source: Source) -> Draft:
    """Everything the reader finds in a source; `document` in it has no layout yet."""
    return reduce(lambda draft, stage: stage(draft), STAGES, Draft(source))


__all__ = ["STAGES", "Draft", "read_source"]
