"""Hypothesis strategies for valid Documents: every class and every field of the model, hostile but legal strings.

Sizes are kept small: most faults need two neighbours, not twenty. `documents()` is the door.
"""

import random
from datetime import date
from typing import Literal, get_args, get_origin

from hypothesis import strategies as st

from telegrams.model import (
    BlockQuote,
    Citation,
    Closer,
    ContentsItem,
    Contributor,
    Custody,
    Date,
    Document,
    Edit,
    EditorialNote,
    Emphasis,
    Footnote,
    FootnoteReference,
    Gap,
    HeaderField,
    Heading,
    HistoricalDate,
    Holding,
    Inference,
    Inline,
    Language,
    Layout,
    LineBreak,
    Link,
    ListItem,
    Name,
    Opener,
    PageBreak,
    Paragraph,
    Party,
    Point,
    Postscript,
    Quote,
    Rule,
    Sic,
    SourceNote,
    SourceStatement,
    Speech,
    Supplied,
    Table,
    TelegramReference,
    Text,
    Title,
)

HOSTILE = (
    "\u0085", "\u2028", "\u2029", "\u00a0", "\u007f", "\u009f", "e\u0301", "\u200b", "\u200f\u05d0", "\u202e", "\ufeff",
    "\U0001d11e", "\U0010ffff", "\ufdd0", "\u3000", "\ue000", "]]>", "&amp;", "&#10;", "<b>", "</p>", "<!--", "-->",
    "<?x?>", '"', "'", "“x”", "[x]", "(", ")", "**", "\\", "\\u000C", "%", "{", "|", "#", "`", "*", "_", "- x", "1.",
)  # fmt: skip
WORDS = ("Kuznetsov", "telegram", "Moscow", "No.", "1255", "the", "30.X.62", "ЦК", "北京", "a", "B.", "of", "Date:")

_CHARACTERS = st.characters(min_codepoint=0x21, codec="utf-8", exclude_characters="\ufffe\uffff")


def _pool(count):
    """Lines made of the words and the hostile pieces: one draw for a whole line keeps the laws quick."""
    rng = random.Random(1962)
    pieces = (*WORDS, *HOSTILE)
    made = {
        " ".join("".join(rng.choices(pieces, k=rng.choice((1, 1, 2)))) for _ in range(rng.choice((1, 2, 3))))
        for _ in range(count)
    }
    return (*pieces, *sorted(made))


_LINES = _pool(300)
lines = st.sampled_from(_LINES)
"""Strings of the type `Line`."""
_maybe_lines = st.sampled_from((*[None] * (len(_LINES) // 2), *_LINES))
_free = st.text(_CHARACTERS, min_size=1, max_size=4)
runs = st.one_of(
    st.sampled_from(
        (
            " ",
            *_LINES,
            *(f" {line}" for line in _LINES),
            *(f"{line} " for line in _LINES),
            *(f" {line} " for line in _LINES),
        )
    ),
    _free,
)
"""Strings of the type `Run`."""
tokens = st.sampled_from(("year-from-document", "a", "0", "A.b:c_d-e", "x:", "9..", "cut-sentence", "Z" * 200))
numbers = st.sampled_from(("1", "2", "1255", "a", "B", "7/8", "1.2", "-", ".", "/", "0", "999999999", "9" * 20, "1-a"))
record_ids = st.sampled_from(("1", "111779", "0", "000", "9" * 12))
language_tags = st.sampled_from(("en", "ru", "zh-Hant", "und", "EN", "sr-Latn-RS", "abc-12345678", "xx-1a"))
clock_times = st.sampled_from(("09:30", "00:00", "23:59", "29:59", "24:00", "09:00/10:30", "29:00/00:00"))
_days = st.one_of(
    st.sampled_from(("1962-10-20", "1962-10-30", "1000-01-01", "9999-12-31", "1964-02-29")),
    st.dates(min_value=date(1000, 1, 1)).map(str),
)
_qualified = st.builds(
    lambda day, cut, mark: day[:cut] + mark,
    _days,
    st.sampled_from((4, 7, 10)),
    st.sampled_from(("", "", "?", "~", "%")),
)
edtf = st.one_of(
    _days,
    _qualified,
    st.builds(lambda first, last: "/".join(sorted((first, last))), _days, _days),
    st.builds("{}/{}".format, _qualified, st.sampled_from(("", ".."))),
    st.builds("{}/{}".format, st.sampled_from(("", "..")), _qualified),
    st.sampled_from(
        ("196X", "19XX", "1962-XX", "1962-XX-XX", "1962-10-XX", "1962-21", "9999-24", "0001", "00XX", "000X~")
    ),
)
"""Strings of the type `Edtf`."""


def optional(strategy):
    return st.one_of(st.none(), strategy)


def _some(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


inferences = st.builds(Inference, certainty=st.sampled_from(("high", "medium", "low")), rule=tokens)


@st.composite
def dates(draw):
    """A `HistoricalDate`; its place often stands in its words."""
    place = draw(_maybe_lines)
    verbatim = draw(lines)
    if place is not None and draw(st.booleans()):
        verbatim = f"{place}, {verbatim}"
    return HistoricalDate(
        verbatim=verbatim,
        edtf=draw(optional(edtf)),
        time=draw(optional(clock_times)),
        place=place,
        doubtful=draw(st.booleans()),
        inferred=draw(optional(inferences)),
    )


def _values(model, field):
    """The values that a `Literal` field allows, None with them where the field may be empty."""
    annotation = model.model_fields[field].annotation
    options = [annotation, *get_args(annotation)] if get_origin(annotation) is not Literal else [annotation]
    found = [value for option in options if get_origin(option) is Literal for value in get_args(option)]
    return st.sampled_from(found + [None] * (len(options) > 1))


page_breaks = st.builds(PageBreak, inferred=optional(inferences))
_leaves = st.one_of(
    st.just(LineBreak()),
    page_breaks,
    st.builds(Date, date=dates()),
    st.builds(Point, label=lines, number=numbers),
    st.builds(TelegramReference, verbatim=lines, number=numbers),
    st.builds(FootnoteReference, verbatim=lines, number=numbers),
    st.builds(Gap, verbatim=lines, reason=_values(Gap, "reason")),
    st.builds(Sic, verbatim=lines),
)


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
    content = _content(inline)
    return st.one_of(
        st.builds(Supplied, content=content, kind=_values(Supplied, "kind"), doubtful=st.booleans()),
        st.builds(EditorialNote, content=content, kind=_values(EditorialNote, "kind")),
        st.builds(Quote, content=content),
        st.builds(Emphasis, content=content, style=_values(Emphasis, "style")),
        st.builds(Link, content=content, target=_urls, image=st.booleans()),
        st.builds(Name, content=content),
    )


_urls = st.one_of(
    lines,
    st.sampled_from(("https://example.org/document/1", "http://example.org/a%20b?c=d#e", "http://a b", "%zz", "#x#y")),
)
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
_blocks = st.one_of(
    st.builds(Paragraph, content=contents, align=_align),
    st.builds(Heading, content=contents, align=_align, level=optional(st.integers(1, 6))),
    st.builds(ListItem, content=contents, align=_align, marker=lines),
    st.builds(Speech, content=contents, align=_align, speaker=lines),
    st.builds(Opener, content=contents, align=_align, role=_values(Opener, "role")),
    st.builds(Closer, content=contents, align=_align, role=_values(Closer, "role")),
    st.builds(Postscript, content=contents, align=_align),
    st.builds(Footnote, content=contents, align=_align, marker=lines, number=numbers),
    source_notes(),
    st.builds(BlockQuote, content=contents, align=_align),
    st.builds(Rule, verbatim=lines),
    st.builds(Table, rows=st.lists(_some(optional(contents)), min_size=1, max_size=3).map(tuple)),
    page_breaks,
)


@st.composite
def bodies(draw):
    """Blocks in any order; half of them in the usual order: openers, paragraphs, closers, notes."""
    blocks = draw(_some(_blocks, 6))
    order = ("opener", "heading", "paragraph", "list-item", "closer", "postscript", "footnote", "source-note")
    if draw(st.booleans()):
        blocks = tuple(sorted(blocks, key=lambda block: order.index(block.type) if block.type in order else 2))
    return blocks


uris = st.sampled_from(
    ("https://www.wikidata.org/entity/Q1", "http://viaf.org/viaf/1?a=b&c=(d)", "https://a.b:8/c%2F-'~#x", "http://a")
)
_party_fields = {field: _maybe_lines for field in Party.model_fields if not field.endswith("ref")}
parties = st.builds(Party, **_party_fields, ref=optional(uris), place_ref=optional(uris))
titles = st.builds(
    Title,
    verbatim=lines,
    kind=_values(Title, "kind"),
    number=_maybe_lines,
    sequence=optional(st.integers(-3, 10**12)),
    classification=_maybe_lines,
    urgency=_maybe_lines,
    senders=_some(parties),
    recipients=_some(parties),
    via=_some(parties),
    participants=_some(parties),
    subject=_maybe_lines,
    date=optional(dates()),
    extent=_values(Title, "extent"),
)
holdings = st.one_of(
    st.builds(Holding, **dict.fromkeys(Holding.model_fields, _maybe_lines)),
    st.sampled_from((Holding(), Holding(repository="Archive of Things"), Holding(abbreviation="AT", fond="7"))),
)


@st.composite
def custody(draw):
    """A step of `Custody`; its words often hold its parts, in any order."""
    parts = [draw(_maybe_lines) for _ in range(3)]
    verbatim = draw(_maybe_lines)
    if verbatim is not None and draw(st.booleans()):
        held = draw(st.permutations([part for part in parts if part] + [verbatim]))
        verbatim = draw(st.sampled_from((" ", " (", ", "))).join(held)
    agent, note, recipient = parts
    return Custody(
        action=draw(_values(Custody, "action")), verbatim=verbatim, agent=agent, note=note, recipient=recipient
    )


@st.composite
def contributors(draw):
    """One to three of `Contributor`, often the same person in several roles."""
    first = Contributor(
        role=draw(_values(Contributor, "role")),
        name=draw(lines),
        affiliation=draw(_maybe_lines),
        programme=draw(_maybe_lines),
        source_language=draw(_maybe_lines),
    )
    roles = draw(_some(_values(Contributor, "role")))
    others = tuple(
        first.model_copy(update={"role": role, "name": draw(st.one_of(st.just(first.name), lines))}) for role in roles
    )
    return (first, *others)


statements = st.builds(
    SourceStatement,
    verbatim=lines,
    holdings=_some(holdings),
    publications=_some(lines),
    custody=_some(custody()),
    contributors=st.one_of(st.just(()), contributors()),
    urls=_some(_urls),
    rest=_some(lines),
)


@st.composite
def citations(draw):
    """A `Citation`; half of them print the parts they have."""
    title, when, publisher = draw(_maybe_lines), draw(optional(dates())), draw(_maybe_lines)
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
    encoding=_values(Layout, "encoding"),
    line_ending=_values(Layout, "line_ending"),
    edits=_some(st.builds(Edit, skip=st.integers(0, 10**9), delete=st.integers(0, 99), insert=_escaped), 3),
)


def documents():
    """Any valid Document."""
    return st.builds(
        Document,
        title=optional(titles),
        date=optional(dates()),
        citation=optional(citations()),
        summary=_some(lines),
        credits=_some(lines),
        original_languages=_some(st.builds(Language, verbatim=lines, tag=optional(language_tags))),
        contents=_some(
            st.builds(
                ContentsItem, verbatim=lines, kind=_values(ContentsItem, "kind"), language=optional(language_tags)
            )
        ),
        other_fields=_some(st.builds(HeaderField, label=lines, paragraphs=_some(lines))),
        body=bodies(),
        layout=optional(layouts),
    )
