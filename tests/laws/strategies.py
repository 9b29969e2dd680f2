"""Hypothesis strategies for valid Documents: every class and every field of the model, hostile but legal strings.

Sizes are kept small: most faults need two neighbours, not twenty. `documents()` is the door.
"""

from functools import cache
from typing import get_args

from hypothesis import strategies as st

from telegrams.model import (
    AttributeChange,
    BlockQuote,
    Catalogue,
    Citation,
    Closer,
    Comment,
    ContentsItem,
    Contributor,
    Custody,
    Document,
    Edit,
    Encoding,
    Footnote,
    Frame,
    Group,
    HeaderField,
    Heading,
    Holding,
    Inline,
    Insertion,
    Language,
    Layout,
    ListItem,
    Markup,
    NameHeading,
    Opener,
    PageBreak,
    Paragraph,
    Participant,
    Party,
    Postscript,
    ProcessingInstruction,
    Publication,
    Rule,
    Setting,
    SourceNote,
    SourceStatement,
    Speech,
    SubjectHeading,
    Table,
    Text,
    Title,
)
from telegrams.model.inline import Change, Choice, Container, Reading, Substitution
from telegrams.model.marks import Mark
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
    tokens,
    values_of,
)

_urls = st.one_of(
    lines,
    st.sampled_from(("https://example.org/document/1", "http://example.org/a%20b?c=d#e", "http://a b", "%zz", "#x#y")),
)
uris = st.sampled_from(
    ("https://www.wikidata.org/entity/Q1", "http://viaf.org/viaf/1?a=b&c=(d)", "https://a.b:8/c%2F-'~#x", "http://a")
)
_FIELDS = {
    "verbatim": lines,
    "label": lines,
    "number": numbers,
    "target": _urls,
    "date": dates(),
    "inferred": optional(inferences),
    "inside_word": st.booleans(),
    "language": optional(language_tags),
    "reason": optional(tokens),
    "extent": optional(lines),
    "quantity": optional(st.integers(0, 10**9 - 1)),
    "unit": optional(tokens),
    "ref": optional(uris),
    "key": optional(lines),
    "facs": optional(st.one_of(uris, st.sampled_from(("0442", "scans/p2.jpg", "#f1 a")))),
}


_align = st.sampled_from((None, None, "center", "right"))
_told = optional(inferences)
_XML_CHARACTERS = st.characters(min_codepoint=0x20, codec="utf-8", exclude_characters="\ufffe\uffff")
_values = st.one_of(lines, st.text(st.one_of(_XML_CHARACTERS, st.sampled_from('\t\n\r"&<')), max_size=4))
_attributes = st.dictionaries(
    st.sampled_from(("n2", "rendition", "style", "xml:lang", "{http://a/b}c", "xml:base", "change", "décor")), _values
).map(lambda given: tuple(sorted(given.items())))
"""Attributes that say nothing that a field of the model says."""
encodings = st.builds(
    Encoding,
    attributes=_attributes.map(lambda pairs: tuple(each for each in pairs if each[0] != "xml:lang")).filter(bool),
)
"""The language is a field of `Foreign`."""
_comments = st.builds(
    Comment, verbatim=st.one_of(lines, st.just("")).filter(lambda words: "--" not in words and words[-1:] != "-")
)
_instructions = st.builds(
    ProcessingInstruction,
    target=st.sampled_from(("a", "xml-model", "b.c")),
    data=optional(lines.filter(lambda words: "?>" not in words)),
)


class Pieces:
    """Strategies for inlines and blocks: bare, or (`carried`) with the mark-up of editors in and between them."""

    def __init__(self, *, carried):
        self.carried = carried
        self.encoding = optional(encodings) if carried else st.none()
        leaves = self.inlines_of(Mark)
        text = st.builds(Text, text=runs)
        self.flat = st.one_of(text, text, leaves, *([_comments, _instructions] if carried else []))
        self.nested = st.one_of(text, leaves, self.containers(self.flat))
        self.inlines = st.one_of(text, text, leaves, self.containers(self.nested))
        self.contents = _content(self.inlines)
        self.page_breaks = st.builds(
            PageBreak, inferred=_told, number=maybe_lines, facs=_FIELDS["facs"], encoding=self.encoding
        )
        self.blocks = st.one_of(*self.kinds())
        if carried:
            self.blocks = st.one_of(self.blocks, *self.carriers())

    def inlines_of(self, union, **fields):
        """Inlines of each class of a union of the model; a field that is not given takes a word of its closed list."""
        given = _FIELDS | {"encoding": self.encoding} | fields

        @cache
        def built(made):
            values = {}
            for name in made.model_fields:
                words = values_of(made, name)
                values[name] = given[name] if words is None else words
                if made.model_fields[name].default is None:
                    values[name] = optional(values[name])
            if made is Choice:
                readings = self.inlines_of(get_args(Reading)[0], **fields)
                values["content"] = st.lists(readings, min_size=2, max_size=3).map(tuple)
            elif made is Substitution:
                changes = get_args(get_args(Change)[0])
                values["content"] = st.permutations(changes).flatmap(lambda kinds: st.tuples(*map(built, kinds)))
            return st.builds(made, **values)

        return st.sampled_from(get_args(union)).flatmap(built)

    def markup(self, inline, *more):
        names = st.sampled_from(("term", "w", "rs", "{http://a/b}c", "l", "app", *more))
        content = st.lists(inline, max_size=3).map(_apart)
        return st.builds(Markup, element=names, attributes=_attributes, content=content)

    def containers(self, inline):
        kinds = self.inlines_of(Container, content=_content(inline))
        return st.one_of(*[kinds] * 6, self.markup(inline, "p", "list")) if self.carried else kinds

    def kinds(self):
        """The blocks that the model has a kind for."""
        common = {"content": self.contents, "align": _align, "encoding": self.encoding}
        told = {**common, "inferred": _told}
        cells = st.lists(some(optional(self.contents)), min_size=1, max_size=3).map(tuple)
        return (
            st.builds(Paragraph, **common),
            st.builds(Heading, **told, level=optional(st.integers(1, 6)), enclosure=st.booleans()),
            st.builds(ListItem, **common, marker=optional(lines)),
            st.builds(Speech, **told, speaker=optional(lines)),
            st.builds(Opener, **told, role=values_of(Opener, "role")),
            st.builds(Closer, **told, role=values_of(Closer, "role")),
            st.builds(Postscript, **common),
            st.builds(Footnote, **common, marker=lines, number=numbers),
            self.source_notes(),
            st.builds(BlockQuote, **common).map(_without_paragraphs),
            st.builds(Rule, verbatim=lines, encoding=self.encoding),
            st.builds(Table, rows=cells, encoding=self.encoding),
            self.page_breaks,
        )

    def carriers(self):
        """Elements that are carried between blocks, and in them blocks that keep their form there."""
        blocks = st.one_of(
            st.builds(Paragraph, content=self.contents, align=_align, encoding=self.encoding),
            st.builds(BlockQuote, content=self.contents, encoding=self.encoding).map(_without_paragraphs),
            st.builds(ListItem, content=self.contents, marker=lines),
        )
        held = st.lists(blocks, min_size=1, max_size=3).map(tuple)
        names = st.sampled_from(("floatingText", "lg", "argument", "{http://a/b}d"))
        group = st.builds(Group, element=names, attributes=_attributes, blocks=held)
        return self.markup(self.flat), group, _comments, _instructions

    def source_notes(self):
        """A `SourceNote`; its statement often stands in its words."""
        return _source_notes(self.contents, self.encoding)

    def bodies(self):
        """Blocks in any order; half of them in the usual order: openers, paragraphs, closers, notes."""
        return _bodies(self.blocks)


@st.composite
def _source_notes(draw, contents, encoding):
    statement, content = draw(lines), draw(contents)
    if draw(st.booleans()):
        content = (Text(text=f"[Source: {statement}.]"),)
    return SourceNote(content=content, statement=statement, align=draw(_align), encoding=draw(encoding))


@st.composite
def _bodies(draw, blocks):
    blocks = draw(some(blocks, 6))
    order = ("opener", "heading", "paragraph", "list-item", "closer", "postscript", "footnote", "source-note")
    if draw(st.booleans()):
        blocks = tuple(sorted(blocks, key=lambda block: order.index(block.type) if block.type in order else 2))
    return blocks


def _without_paragraphs(quote):
    """With no `p` inside, which the reader would take for a block of a group."""
    kept = (
        each.model_copy(update={"element": "ab"}) if each.type == "markup" and each.element == "p" else each
        for each in quote.content
    )
    return quote.model_copy(update={"content": tuple(kept)})


def _apart(inlines):
    """Leaves out a run of text that follows a run of text."""
    kept: list[Inline] = []
    for inline in inlines:
        if not (kept and kept[-1].type == inline.type == "text"):
            kept.append(inline)
    return tuple(kept)


def _content(inline):
    return st.lists(inline, min_size=1, max_size=3).map(_apart)


_BARE = Pieces(carried=False)
_CARRIED = Pieces(carried=True)
page_breaks = _BARE.page_breaks
inlines = _BARE.inlines
contents = _BARE.contents
"""Tuples of the type `Content`."""
bodies = _BARE.bodies


_party_fields = {field: maybe_lines for field in Party.model_fields if not field.endswith(("ref", "inferred"))}
_party_fields["inferred"] = optional(inferences)
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


publications = st.builds(
    Publication,
    publisher=maybe_lines,
    licence=maybe_lines,
    date=optional(st.sampled_from(("2026", "2026-11", "1999-12-31"))),
).filter(lambda stated: stated != Publication())


@st.composite
def amendments(draw):
    """Some of what an editor may have changed in any header, in the order in which it is found."""
    words = draw(lines)
    edition = Markup(element="editionStmt", content=(Markup(element="edition", content=(Text(text=words),)),))
    emphasis = Markup(element="hi", content=(Text(text="it"),))
    note = Markup(
        element="note",
        attributes=(("xml:id", "noted"),),
        content=(Text(text="see "), emphasis, Text(text=" all"), Comment(verbatim=" so ")),
    )
    every = (
        AttributeChange(place="TEI/teiHeader", name="n", value=draw(st.sampled_from(("1", "\n", 'a "b" <c> & d', "")))),
        AttributeChange(place="TEI/teiHeader/fileDesc", name="rend", value=words),
        AttributeChange(place="TEI/teiHeader/fileDesc", name="{urn:own}seen", value="yes"),
        Insertion(place="TEI/teiHeader/fileDesc", after="titleStmt", carried=edition),
        Insertion(place="TEI/teiHeader/fileDesc", after="titleStmt", carried=Comment(verbatim=" a  comment ")),
        Insertion(
            place="TEI/teiHeader",
            after="fileDesc",
            carried=ProcessingInstruction(target="program", data="some  words"),
        ),
        Insertion(place="TEI", after="teiHeader", carried=Markup(element="standOff", content=(note,))),
    )
    return tuple(each for each in every if draw(st.booleans()))


@st.composite
def headings(draw):
    """A `NameHeading`; its words often hold its parts, in any order."""
    parts = {name: draw(maybe_lines) for name in ("family", "given", "suffix", "variant", "dates")}
    units = draw(some(lines))
    held = [*filter(None, parts.values()), *units]
    verbatim = draw(lines)
    if held and draw(st.booleans()):
        verbatim = draw(st.sampled_from((" ", ". ", ", "))).join(draw(st.permutations(held)))
    return NameHeading(verbatim=verbatim, kind=draw(values_of(NameHeading, "kind")), units=units, **parts)


@st.composite
def subject_headings(draw):
    """A `SubjectHeading`; its words often hold its divisions, in any order."""
    divisions = draw(some(lines))
    verbatim = "--".join(draw(st.permutations(divisions))) if divisions and draw(st.booleans()) else draw(lines)
    return SubjectHeading(verbatim=verbatim, divisions=divisions)


_names = some(headings())
catalogues = st.builds(
    Catalogue,
    authors=_names,
    associated=_names,
    places=some(lines),
    subjects=some(subject_headings()),
    contributors=_names,
    document_type=maybe_lines,
    classification=maybe_lines,
    donors=_names,
    original_archives=some(lines),
    rights=some(lines),
    uploaded=maybe_lines,
    related=some(lines),
).filter(lambda stated: stated != Catalogue())


def documents(body=None, *, amended=False):
    """Any valid Document without what only editors add; or with another strategy for its body, or a changed header."""
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
        catalogue=optional(catalogues),
        other_fields=some(st.builds(HeaderField, label=lines, paragraphs=some(lines))),
        subjects=some(lines),
        setting=optional(settings),
        body=_BARE.bodies() if body is None else body,
        publication=optional(publications),
        amendments=st.just(()) | amendments() if amended else st.just(()),
        layout=optional(layouts),
    )


def edited_documents():
    """Documents with mark-up of editors in the text, and changes of theirs in the header."""
    frames = st.lists(
        st.builds(Frame, element=values_of(Frame, "element"), encoding=encodings),
        max_size=3,
        unique_by=lambda each: each.element,
    )
    order = ("text", "body", "div")
    return st.builds(
        lambda document, frames: document.model_copy(
            update={"frames": tuple(sorted(frames, key=lambda each: order.index(each.element)))}
        ),
        documents(_CARRIED.bodies(), amended=True),
        frames,
    )
