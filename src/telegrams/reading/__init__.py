"""Text → Document, stage by stage. Every stage is a pure function and total: none raises because of content."""

from functools import reduce

from telegrams.findings import finding

from .blanks import keep_blanks
from .draft import Draft
from .lone_text import paragraphs_of, read_lone_text
from .records import place_of, split_records
from .source import Source
from .stages import cut_header, join_sentences, read_fields, read_text, scan_lines

STAGES = (
    scan_lines,  # text → lines, and which of the four layouts they are
    cut_header,  # lines → the header's parts and the lines of the text
    join_sentences,  # lines of the text → passages, sentences cut by a page joined
    read_fields,  # the header's parts → title, date, citation, summary, languages, contents
    read_text,  # passages → blocks and inlines
    keep_blanks,  # blocks → the same with the space characters of the source
)


def read_source(source: Source) -> Draft:
    """Everything the reader finds in a source that is one record; `document` in it has no layout yet."""
    return reduce(lambda draft, stage: stage(draft), STAGES, Draft(source))


def read_records(source: Source) -> tuple[Draft, ...]:
    """The same of every record that a text holds (`records`); a finding TG020 where these are several."""
    slices = split_records(source)
    drafts = tuple(map(read_source, slices))
    if len(drafts) == 1:
        return drafts
    message = f"the text holds {len(drafts)} records; each is a document of its own, and the second begins here"
    several = finding("TG020", message, place_of(slices[1]))
    return (drafts[0]._replace(findings=(*drafts[0].findings, several)), *drafts[1:])


__all__ = ["STAGES", "Draft", "paragraphs_of", "read_lone_text", "read_records", "read_source"]
