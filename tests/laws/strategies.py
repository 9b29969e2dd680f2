"""Hypothesis strategies for valid Documents: every class and every field of the model, hostile but legal strings.

Sizes are kept small: most faults need two neighbours, not twenty. `documents()` is the door.
"""

from typing import get_args

from hypothesis import strategies as st

from telegrams.model import (
    BlockQuote,
    Citation,
    Closer,
    ContentsItem,
    Contributor,
    Custody,
    Document,
    Edit,
    Footnote,
    HeaderField,
    Heading,
    Holding,
    Inline,
    Language,
    Layout,
    ListItem,
    Opener,
    PageBreak,
    Paragraph,
    Participant,
    Party,
    Postscript,
    Rule,
    Setting,
    SourceNote,
    SourceStatement,
    Speech,
    Table,
    Text,
    Title,
)
from telegrams.model.body import Container, Mark
from tests.laws.pieces import (
    HOSTILE,
    WORDS,
    dates,
    inferences,
    language_tags,
    lines,
    maybe_lines,
    numbers,
    optional,
    record_ids,
    runs,
    some,
    values_of,
)

page_breaks = st.builds(PageBreak, inferred=optional(inferences))
_urls = st.one_of(
    lines,
    st.sampled_from(("https://example.org/document/1", "http://example.org/a%20b?c=d#e", "http://a b", "%zz", "#x#y")),
)
_FIELDS = {
    "verbatim": lines,
    "label": lines,
    "number": numbers,
    "target": _urls,
    "date": dates(),
    "inferred": optional(inferences),
}


def _inlines_of(union, **fields):
    """Inlines of each class of a union of the model; a field that is not given takes a word of its closed list."""
    given = _FIELDS | fields

    def built(made):
        return st.builds(made, **{name: given.get(name, values_of(made, name)) for name in made.model_fields})

    return st.one_of(*map(built, get_args(union)))


_leaves = _inlines_of(Mark)


def _apart(inlines):
    """Leaves out a run of text that follows a run of text."""
    kept: list[Inline] = []
    for inline in inlines:
        if not (kept and kept[-1].type == inline.type == "text"):
            kept.append(inline)
    return tuple(kept)


def _content(inline):
    return st.lists(inline, min_size=1, max_size=3).map(_apart)


def _containers(inline):
    return _inlines_of(Container, content=_content(inline))


_text = st.builds(Text, text=runs)
_flat = st.one_of(_text, _text, _leaves)
_nested = st.one_of(_text, _leaves, _containers(_flat))
inlines = st.one_of(_text, _text, _leaves, _containers(_nested))
contents = _content(inlines)
"""Tuples of the type `Content`."""


@st.composite
def source_notes(draw):
    """A `SourceNote`; its statement often stands in its words."""
    statement, content = draw(lines), draw(contents)
    if draw(st.booleans()):
        content = (Text(text=f"[Source: {statement}.]"),)
    return SourceNote(content=content, statement=statement, align=draw(_align))


_align = st.sampled_from((None, None, "center", "right"))
_told = optional(inferences)
_blocks = st.one_of(
    st.builds(Paragraph, content=contents, align=_align),
    st.builds(
        Heading,
        content=contents,
        align=_align,
        level=optional(st.integers(1, 6)),
        enclosure=st.booleans(),
        inferred=_told,
    ),
    st.builds(ListItem, content=contents, align=_align, marker=lines),
    st.builds(Speech, content=contents, align=_align, speaker=lines, inferred=_told),
    st.builds(Opener, content=contents, align=_align, role=values_of(Opener, "role"), inferred=_told),
    st.builds(Closer, content=contents, align=_align, role=values_of(Closer, "role"), inferred=_told),
    st.builds(Postscript, content=contents, align=_align),
    st.builds(Footnote, content=contents, align=_align, marker=lines, number=numbers),
    source_notes(),
    st.builds(BlockQuote, content=contents, align=_align),
    st.builds(Rule, verbatim=lines),
    st.builds(Table, rows=st.lists(some(optional(contents)), min_size=1, max_size=3).map(tuple)),
    page_breaks,
)


@st.composite
def bodies(draw):
    """Blocks in any order; half of them in the usual order: openers, paragraphs, closers, notes."""
    blocks = draw(some(_blocks, 6))
    order = ("opener", "heading", "paragraph", "list-item", "closer", "postscript", "footnote", "source-note")
    if draw(st.booleans()):
        blocks = tuple(sorted(blocks, key=lambda block: order.index(block.type) if block.type in order else 2))
    return blocks


uris = st.sampled_from(
    ("https://www.wikidata.org/entity/Q1", "http://viaf.org/viaf/1?a=b&c=(d)", "https://a.b:8/c%2F-'~#x", "http://a")
)
_party_fields = {field: maybe_lines for field in Party.model_fields if not field.endswith("ref")}
parties = st.builds(Party, **_party_fields, ref=optional(uris), place_ref=optional(uris))
settings = st.builds(
    Setting,
    participants=some(
        st.builds(Participant, **_party_fields, ref=optional(uris), place_ref=optional(uris), side=maybe_lines)
    ),
    date=optional(dates()),
    time=maybe_lines,
    place=maybe_lines,
)

titles = st.builds(
    Title,
    verbatim=lines,
    kind=values_of(Title, "kind"),
    number=maybe_lines,
    sequence=optional(st.integers(-3, 10**12)),
    classification=maybe_lines,
    urgency=maybe_lines,
    senders=some(parties),
    recipients=some(parties),
    via=some(parties),
    participants=some(parties),
    subject=maybe_lines,
    date=optional(dates()),
    extent=values_of(Title, "extent"),
)
holdings = st.one_of(
    st.builds(Holding, **dict.fromkeys(Holding.model_fields, maybe_lines)),
    st.sampled_from((Holding(), Holding(repository="Archive of Things"), Holding(abbreviation="AT", fond="7"))),
)


@st.composite
def custody(draw):
    """A step of `Custody`; its words often hold its parts, in any order."""
    parts = [draw(maybe_lines) for _ in range(3)]
    verbatim = draw(maybe_lines)
    if verbatim is not None and draw(st.booleans()):
        held = draw(st.permutations([part for part in parts if part] + [verbatim]))
        verbatim = draw(st.sampled_from((" ", " (", ", "))).join(held)
    agent, note, recipient = parts
    return Custody(
        action=draw(values_of(Custody, "action")), verbatim=verbatim, agent=agent, note=note, recipient=recipient
    )


@st.composite
def contributors(draw):
    """One to three of `Contributor`, often the same person in several roles."""
    first = Contributor(
        role=draw(values_of(Contributor, "role")),
        name=draw(lines),
        affiliation=draw(maybe_lines),
        programme=draw(maybe_lines),
        source_language=draw(maybe_lines),
    )
    roles = draw(some(values_of(Contributor, "role")))
    others = tuple(
        first.model_copy(update={"role": role, "name": draw(st.one_of(st.just(first.name), lines))}) for role in roles
    )
    return (first, *others)


statements = st.builds(
    SourceStatement,
    verbatim=lines,
    holdings=some(holdings),
    publications=some(lines),
    custody=some(custody()),
    contributors=st.one_of(st.just(()), contributors()),
    urls=some(_urls),
    rest=some(lines),
)


@st.composite
def citations(draw):
    """A `Citation`; half of them print the parts they have."""
    title, when, publisher = draw(maybe_lines), draw(optional(dates())), draw(maybe_lines)
    source = draw(optional(statements))
    verbatim = draw(lines)
    if draw(st.booleans()):
        parts = (title and f'"{title}"', when and when.verbatim, publisher, source and source.verbatim)
        verbatim = ", ".join(part for part in parts if part) or verbatim
    return Citation(
        verbatim=verbatim,
        title=title,
        date=when,
        publisher=publisher,
        source=source,
        url=draw(optional(_urls)),
        record_id=draw(optional(record_ids)),
    )


_escaped = st.lists(st.sampled_from((*WORDS, *HOSTILE, "\n", "\t", " ", "  ", "\n\n")), max_size=4).map("".join)
layouts = st.builds(
    Layout,
    digest=st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    bom=st.booleans(),
    encoding=values_of(Layout, "encoding"),
    line_ending=values_of(Layout, "line_ending"),
    edits=some(st.builds(Edit, skip=st.integers(0, 10**9), delete=st.integers(0, 99), insert=_escaped), 3),
)


def documents():
    """Any valid Document."""
    return st.builds(
        Document,
        title=optional(titles),
        date=optional(dates()),
        citation=optional(citations()),
        summary=some(lines),
        credits=some(lines),
        original_languages=some(st.builds(Language, verbatim=lines, tag=optional(language_tags))),
        contents=some(
            st.builds(
                ContentsItem, verbatim=lines, kind=values_of(ContentsItem, "kind"), language=optional(language_tags)
            )
        ),
        other_fields=some(st.builds(HeaderField, label=lines, paragraphs=some(lines))),
        subjects=some(lines),
        setting=optional(settings),
        body=bodies(),
        layout=optional(layouts),
    )
