"""A document in which every field holds a word of its own, so that a test can see where each one went.

Every class of the model stands in it with every field filled, every tuple with two members, every word of the closed
lists; `test_completeness` proves it. A new field gets a word here, a new block or inline a place in the body.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, get_args

from telegrams.formats import read, write
from telegrams.model import (
    Abbreviation,
    Addition,
    Amendment,
    AnyBlock,
    ApparentError,
    BlockQuote,
    Catalogue,
    Choice,
    Citation,
    Closer,
    Comment,
    ContentsItem,
    Contributor,
    Correction,
    Custody,
    Date,
    Deletion,
    Document,
    Edit,
    EditorialExpansion,
    EditorialNote,
    Emphasis,
    Encoding,
    Expansion,
    Footnote,
    FootnoteReference,
    Foreign,
    Frame,
    Gap,
    Group,
    HeaderField,
    Heading,
    HistoricalDate,
    Holding,
    Inference,
    Language,
    Layout,
    LineBreak,
    Link,
    ListItem,
    Markup,
    Name,
    NameHeading,
    Opener,
    OrganisationName,
    OriginalForm,
    PageBreak,
    PageNumber,
    Paragraph,
    Participant,
    Party,
    PlaceName,
    Point,
    Postscript,
    ProcessingInstruction,
    Publication,
    Quote,
    Regularization,
    Rule,
    Setting,
    Sic,
    SourceNote,
    SourceStatement,
    Space,
    Speech,
    SubjectHeading,
    Substitution,
    Supplied,
    Table,
    TelegramReference,
    Text,
    Title,
    Unclear,
)
from telegrams.model.body import CloserRole, OpenerRole, Structure
from telegrams.model.citation import ContributorRole, CustodyAction
from telegrams.model.document import ContentsKind
from telegrams.model.encoding import Encoded
from telegrams.model.inference import CERTAINTIES
from telegrams.model.inline import AdditionPlace, EmphasisStyle, NoteKind, SuppliedKind
from telegrams.model.marks import GapReason

HOLDING_FIELDS = {
    "repository": "Repository{}",
    "abbreviation": "ABBR{}",
    "settlement": "Settlement{}",
    "country": "Country{}",
    "collection": "Collection{}",
    "record_group": "Group{}",
    "fond": "Fond{}",
    "opis": "Opis{}",
    "delo": "Delo{}",
    "papka": "Papka{}",
    "por": "Por{}",
    "box": "Box{}",
    "list": "Leaf{}",
    "year": "Year{}",
    "rest": "Furthercall{}",
}
_PEOPLE = ("Translator", "Editor", "Transcriber")


def _party(number: int) -> Party:
    return Party(
        name=f"Name{number}",
        identity=f"Identity{number}",
        role=f"Role{number}",
        organisation=f"Organisation{number}",
        place=f"Place{number}",
        ref=f"https://persons.example.org/P{number}",
        place_ref=f"https://places.example.org/L{number}",
        inferred=Inference(certainty=CERTAINTIES[number % 3], rule=f"party-rule-{number}"),
    )


PARTIES = tuple(map(_party, range(1, 9)))


def _setting() -> Setting:
    there = (Participant(**_party(number).model_dump(), side=f"Side{number}") for number in (11, 12))
    return Setting(participants=tuple(there), date=_date(5, "1699-06"), time="Settingtime", place="Settingplace")


def _heading(word: str, kind: Literal["person", "body"] | None) -> NameHeading:
    family, given, suffix, variant, dates, one, two = (
        f"{part}{word}" for part in ("Family", "Given", "Suffix", "Variant", "Years", "Unit", "Subunit")
    )
    return NameHeading(
        verbatim=f"{family}, {given}, {suffix} ({variant}), {dates}. {one}. {two}",
        kind=kind,
        family=family,
        given=given,
        suffix=suffix,
        variant=variant,
        dates=dates,
        units=(one, two),
    )


def _headings(word: str) -> tuple[NameHeading, ...]:
    kinds: tuple[Literal["person", "body"] | None, ...] = ("person", "body", None)
    return tuple(_heading(f"{word}{number}", kind) for number, kind in enumerate(kinds))


def _subject(number: int) -> SubjectHeading:
    divisions = (f"Topic{number}", f"Division{number}")
    return SubjectHeading(verbatim="--".join(divisions), divisions=divisions)


def _catalogue() -> Catalogue:
    return Catalogue(
        authors=_headings("author"),
        associated=_headings("associated"),
        places=("Cataloguedtown1", "Cataloguedtown2"),
        subjects=(_subject(1), _subject(2)),
        contributors=_headings("contributor"),
        document_type="Typeword",
        classification="Secrecyword",
        donors=_headings("donor"),
        original_archives=("Originalarchive1", "Originalarchive2"),
        rights=("Rights1", "Rights2"),
        uploaded="Uploadday",
        related=("Related1", "Related2"),
    )


def _date(number: int, edtf: str) -> HistoricalDate:
    return HistoricalDate(
        verbatim=f"Verbatim{number}",
        edtf=edtf,
        time=f"0{number}:11",
        place=f"Dateline{number}",
        doubtful=True,
        inferred=Inference(certainty=CERTAINTIES[number % 3], rule=f"rule-{number}"),
    )


def _title() -> Title:
    words = [f"{each.role} {each.name} [{each.identity}] of {each.organisation} in {each.place}" for each in PARTIES]
    parties = "; ".join(words)
    return Title(
        verbatim=f"Titleverbatim Telegram Number9 Classmark Urgency: {parties} on Wheatmatter, Verbatim3, Draft (987)",
        kind="telegram",
        number="Number9",
        sequence=987,
        classification="Classmark",
        urgency="Urgency",
        senders=PARTIES[:2],
        recipients=PARTIES[2:4],
        via=PARTIES[4:6],
        participants=PARTIES[6:],
        subject="Wheatmatter",
        date=_date(3, "1777"),
        extent="draft",
    )


def _holding(number: int) -> Holding:
    return Holding(**{field: word.format(number) for field, word in HOLDING_FIELDS.items()})


def _custody(number: int, action: CustodyAction) -> Custody:
    agent, note, recipient = f"Agent{number}", f"Agentnote{number}", f"Keeper{number}"
    verbatim = f"{action} by {agent} ({note}) for {recipient}"
    return Custody(action=action, verbatim=verbatim, agent=agent, note=note, recipient=recipient)


def _contributor(number: int, role: ContributorRole) -> Contributor:
    return Contributor(
        role=role,
        name=f"Given{number} Family{number}",
        affiliation=f"Affiliation{number}",
        programme=f"Programme{number}",
        source_language=f"Sourcetongue{number}",
    )


def _source() -> SourceStatement:
    holdings = (_holding(701), _holding(702))
    custody = tuple(_custody(number, action) for number, action in enumerate(get_args(CustodyAction), 1))
    roles: tuple[ContributorRole, ...] = get_args(ContributorRole)
    contributors = tuple(_contributor(number, role) for number, role in enumerate(sorted(roles * 2), 1))
    places = ("; ".join(word.format(n) for word in HOLDING_FIELDS.values()) for n in (701, 702))
    people = (
        f"; {each.role.replace('tor', 'ted').replace('ber', 'bed')} from {each.source_language} for {each.programme}"
        f" by {each.name} ({each.affiliation})"
        for each in contributors
    )
    urls, publications, rest = (
        ("https://one.example.org/", "https://two.example.org/"),
        ("Publication1", "Publication2"),
        ("Unread1", "Unread2"),
    )
    parts = (*places, *(f"{step.verbatim}" for step in custody), *publications, *urls, *rest)
    return SourceStatement(
        verbatim=f"Statement, {', '.join(parts)}{''.join(people)}",
        holdings=holdings,
        publications=publications,
        custody=custody,
        contributors=contributors,
        urls=urls,
        rest=rest,
    )


def _citation() -> Citation:
    return Citation(
        verbatim="Citationverbatim",
        title="Citationtitle",
        date=_date(2, "1801-02"),
        publisher="Publisher",
        source=_source(),
        url="https://archive.example.org/document/112233",
        record_id="112233",
    )


def _words(word: str) -> tuple[Text]:
    return (Text(text=word),)


def _line(word: str) -> tuple[Text, LineBreak]:
    return (Text(text=f"{word} "), LineBreak())


def _inlines(*, edited: bool) -> tuple[object, ...]:
    notes: tuple[NoteKind, ...] = get_args(NoteKind)
    supplied: tuple[SuppliedKind, ...] = get_args(SuppliedKind)
    reasons: tuple[GapReason, ...] = get_args(GapReason)
    styles: tuple[EmphasisStyle, ...] = get_args(EmphasisStyle)
    inlines = (
        LineBreak(inside_word=True),
        PageBreak(),
        PageBreak(inferred=Inference(certainty="high", rule="rule-9")),
        Date(date=_date(4, "1733-04-05")),
        Point(label="Pointlabel.", number="8"),
        TelegramReference(verbatim="Cable #77", number="77"),
        FootnoteReference(verbatim="[Mark5]", number="5"),
        PageNumber(verbatim="- Pagenumber -"),
        *(Gap(verbatim=f"Gap{reason}", reason=reason) for reason in reasons),
        Sic(verbatim="Sicverbatim"),
        Expansion(content=(Text(text="Shortened "), EditorialExpansion(verbatim="Exletters", doubtful=True))),
        EditorialExpansion(verbatim="Exalone"),
        *(Supplied(content=_words(f"Supplied{kind}"), kind=kind, doubtful=kind == "word") for kind in supplied),
        *(EditorialNote(content=_words(f"Note{kind}"), kind=kind) for kind in notes),
        Choice(
            content=(
                ApparentError(content=_line("Choicewrong")),
                Abbreviation(content=_line("Choiceshort")),
                OriginalForm(content=_line("Choiceold")),
                Correction(content=_line("Choicemended")),
            )
        ),
        *(each(content=_line(f"{each.__name__}alone")) for each in (ApparentError, Abbreviation, OriginalForm)),
        *(each(content=_line(f"{each.__name__}alone")) for each in (Correction, Regularization)),
        Unclear(content=_line("Unclearword"), reason="Unclearreason", certainty="low"),
        *(Unclear(content=_words(f"Unclear{n}"), certainty=each) for n, each in enumerate(CERTAINTIES)),
        Gap(reason="missing", extent="Gapextent", quantity=7771, unit="Gapunit"),
        Space(extent="Spaceextent", quantity=7772, unit="Spaceunit"),
        PageBreak(number="Pageno", facs="https://pictures.example.org/Pagefacs"),
        *(
            each(
                content=_line(f"{each.__name__}words"),
                ref=f"https://names.example.org/{each.__name__}ref",
                key=f"{each.__name__}key",
            )
            for each in (Name, PlaceName, OrganisationName)
        ),
        Foreign(content=_line("Tonguewords"), language="sw-tagsevn"),
        *(Addition(content=_line(f"Added{n}"), place=place) for n, place in enumerate(get_args(AdditionPlace))),
        Substitution(content=(Deletion(content=_line("Struckword")), Addition(content=_words("Putword")))),
        Deletion(content=_words("Struckalone")),
        Quote(content=(Text(text="“Quoted "), Quote(content=_words("'Quotedinside'")), Text(text="”"))),
        *(Emphasis(content=_words(f"Emphasis{style}"), style=style) for style in styles),
        Link(content=(Text(text="Linkwords "), LineBreak()), target="https://link.example.org/"),
        Link(content=_words("Imagewords"), target="https://image.example.org/", image=True),
        Name(content=(Text(text="Signername "), Sic(verbatim="Signersic"))),
    )
    if not edited:
        return (Text(text="Bodytext"), LineBreak(), *inlines)
    encoded = (each.model_copy(update={"encoding": _encoding(type(each).__name__)}) for each in inlines)
    return (
        Text(text="Bodytext"),
        LineBreak(),
        *inlines,
        *encoded,
        Markup(element="rs", attributes=_ATTRIBUTES, content=(Text(text="Foreignwords "), LineBreak())),
        Comment(verbatim="Commentwords"),
        ProcessingInstruction(target="instruct", data="Instructionwords"),
    )


_ATTRIBUTES = (("rendition", "#Carriedrendition"), ("xml:lang", "mn-Carried"))


def _encoding(name: str) -> Encoding:
    """As an editor adds it; the element is another one where the reader knows such."""
    other = {"Emphasis": "emph", "Quote": "said", "Paragraph": "ab"}.get(name)
    return Encoding(element=other, attributes=(("rendition", f"#Rendition{name}"), ("style", f"#Style{name}")))


def _encoded(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """The blocks that may have one, each kind once, with an encoding."""
    seen: set[type] = set()
    for block in blocks:
        if isinstance(block, Encoded) and type(block) not in seen:
            seen.add(type(block))
            yield block.model_copy(update={"encoding": _encoding(type(block).__name__)})


def _body(*, edited: bool) -> tuple[object, ...]:
    openers: tuple[OpenerRole, ...] = get_args(OpenerRole)
    closers: tuple[CloserRole, ...] = get_args(CloserRole)
    two = (Text(text="Before "), LineBreak())
    nested = (
        Supplied(content=two),
        EditorialNote(content=two),
        Emphasis(content=two),
    )
    sure = Inference(certainty="medium", rule="rule-8")
    every: list[AnyBlock] = []
    for align in ("center", "right"):
        every += [
            *(Opener(content=_words(f"Opener{role}"), role=role, align=align, inferred=sure) for role in openers),
            Opener(content=(Text(text="Participants:"), LineBreak(), Text(text="Openerlisted")), role="routing"),
            Heading(content=two, align=align, level=3, inferred=sure),
            Paragraph(content=(*_inlines(edited=edited), *nested), align=align),
            ListItem(content=two, align=align, marker="Marker"),
            Speech(content=two, align=align, speaker="Speaker:", inferred=sure),
            BlockQuote(content=two, align=align),
            Rule(verbatim="-----"),
            Table(rows=((_words("Cell"), None), (two, two))),
            PageBreak(),
            *(Closer(content=two, role=role, align=align, inferred=sure) for role in closers),
            Postscript(content=two, align=align),
            Heading(content=_words("Enclosure"), enclosure=True),
            Opener(content=two, role="other"),
            Paragraph(content=two),
            Footnote(content=two, align=align, marker="[5]", number="5"),
            SourceNote(content=two, align=align, statement="Notestatement"),
        ]
    if not edited:
        return tuple(every)
    held = (Paragraph(content=two), BlockQuote(content=two))
    return (
        Group(element="front", attributes=_ATTRIBUTES, blocks=held),
        *every,
        *_encoded(every),
        Group(element="div", attributes=_ATTRIBUTES, blocks=held, beside=True),
    )


@cache
def full_document(*, edited: bool = True) -> Document:
    """Every optional field is filled; words and figures are all different. Without what only editors add on request."""
    document = _described(edited=edited)
    return document.model_copy(update={"amendments": _amendments(document)}) if edited else document


def _amendments(document: Document) -> tuple[Amendment, ...]:
    """What is carried when an editor has changed the header in every way that there is."""
    written = write(document, "tei").decode()
    for before, after in (
        ("      </titleStmt>", "<respStmt><resp>Amendresp</resp><name>Amendname</name></respStmt></titleStmt>"),
        ('matchPattern="([0-9]+)"', 'matchPattern="(Amendpattern)"'),
        ("<change>Converted by rule from plain text.</change>", "<change>Amendchange.</change>"),
        ('xml:id="name1"', 'xml:id="amendid"'),
        ('"#name1 ', '"#amendid '),
    ):
        assert before in written, before
        written = written.replace(before, after)
    return read(written.encode(), "tei").documents[0].amendments


def _described(*, edited: bool) -> Document:
    kinds: tuple[ContentsKind, ...] = get_args(ContentsKind)
    tags = ("en-tagone", "fr-tagtwo", "de-tagthree", "pl-tagfour")
    return Document(
        title=_title(),
        date=_date(1, "1962-10-20"),
        citation=_citation(),
        summary=("Summary1", "Summary2"),
        credits=("Credits1", "Credits2"),
        original_languages=(
            Language(verbatim="Language1", tag="ru-tagfive"),
            Language(verbatim="Language2", tag="uk-tagsix"),
        ),
        contents=tuple(
            ContentsItem(verbatim=f"Contents{kind}", kind=kind, language=tag)
            for kind, tag in zip(kinds, tags, strict=True)
        ),
        catalogue=_catalogue(),
        other_fields=(
            HeaderField(label="Label1", paragraphs=("Field1", "Field2")),
            HeaderField(label="Label2", paragraphs=("Field3",)),
        ),
        subjects=("Subject1", "Subject2"),
        setting=_setting(),
        body=_body(edited=edited),
        frames=tuple(Frame(element=part, encoding=_encoding(part)) for part in get_args(Structure) if edited),
        publication=Publication(publisher="Publishinghouse", licence="Licencewords", date="2031-07-09"),
        layout=Layout(
            digest="0123456789abcdef" * 2,
            bom=True,
            encoding="cp1251",
            line_ending="crlf",
            edits=(Edit(skip=1, delete=1, insert="Layout1"), Edit(skip=2, delete=2, insert="Layout2")),
        ),
    )
