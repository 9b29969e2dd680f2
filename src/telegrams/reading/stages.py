"""The stages of reading; their order is written in the package's `STAGES`."""

from collections.abc import Iterable, Sequence

from telegrams.model.document import Document
from telegrams.values.blanks import MARKS

from .body import read_body
from .closing import Context, part_closing
from .divided import join_divided
from .draft import Draft, Evidence, LayoutName
from .fields import read_header_fields
from .header import read_header
from .labels import is_furniture, label_of
from .lines import Line, split_lines
from .one_line import is_one_line, unfold
from .opening import opening_line, part_opening
from .page_ends import join_pages
from .passages import CENTER_INDENT, group_lines
from .setting import read_setting
from .unwrap import unwrap
from .web_page import read_web_page


def scan_lines(draft: Draft) -> Draft:
    """Cut the text into lines and tell the layout by its marks."""
    lines = split_lines(draft.source.clean)
    if is_one_line(lines):
        return draft._replace(lines=tuple(unfold(lines, draft.source.clean)), layout="one-line")
    if page := read_web_page(lines):
        return draft._replace(lines=tuple(lines), layout="web", header=page)
    return draft._replace(lines=tuple(lines), layout=_layout(lines, draft.source.clean))


def _layout(lines: Sequence[Line], clean: str) -> LayoutName:
    """`markdown` by a bold label or first line; `print` by furniture, plain labels or lines set by blanks."""
    texts = [line for line in lines if line.text]
    if texts and texts[0].text.lstrip(MARKS).startswith("**"):
        return "markdown"
    for line in texts:
        label = label_of(line)
        if label and label.bold:
            return "markdown"
        if label or is_furniture(line.text):
            return "print"
    return "print" if is_set(texts, clean) else "none"


def is_set(lines: Iterable[Line], clean: str) -> bool:
    """Whether a text is set for pages: form feeds end them, or blanks centre its lines."""
    return "\f" in clean or any(line.indent >= CENTER_INDENT for line in lines)


def cut_header(draft: Draft) -> Draft:
    """Part the header from the text; the marks of a web page have parted it already."""
    if draft.layout == "web":
        return draft
    return draft._replace(header=read_header(draft.lines, indented_items=draft.layout == "print"))


def join_sentences(draft: Draft) -> Draft:
    """Gather the lines of the text into passages and join the sentences that a page break cut."""
    lines = part_closing(join_divided(draft.header.body if draft.header else draft.lines), draft.source.clean)
    if draft.layout == "print":
        lines = unwrap(lines)
    return draft._replace(passages=tuple(join_pages(group_lines(part_opening(lines)), opening_line)))


def read_fields(draft: Draft) -> Draft:
    """Read the values of the header."""
    fields, evidence, findings = read_header_fields(draft.header)
    return draft._replace(document=Document(**fields), evidence=evidence, findings=(*draft.findings, *findings))


def read_text(draft: Draft) -> Draft:
    """Read the blocks of the text, and what the labels of its head say."""
    context = context_of(draft.document)
    read = list(read_body(draft.passages, context))
    places = (
        Evidence(f"body[{at}]", passage.start, passage.end)
        for at, (block, passage) in enumerate(read)
        if block.type != "page-break"
    )
    fields, told = read_setting(read, draft.source.clean, context.written)
    document = draft.document.model_copy(update={"body": tuple(block for block, _ in read), **fields})
    return draft._replace(document=document, evidence=(*draft.evidence, *places, *told))


def context_of(document: Document) -> Context:
    """What the text's reader needs of the header."""
    title, citation = document.title, document.citation
    dates = (document.date, title and title.date, citation and citation.date)
    written = next((date.edtf for date in dates if date and date.edtf), None)
    parties = (*title.senders, *title.recipients, *title.participants) if title else ()
    names = frozenset(
        word.lower()
        for party in parties
        for name in (party.name, party.identity)
        if name
        for word in (name, name.rpartition(" ")[2])
    )
    return Context(title.verbatim if title else None, written, names)
