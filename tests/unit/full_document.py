"""A document in which every field holds a word of its own, so that a test can see where each one went."""

from telegrams.model import (
    Citation,
    ContentsItem,
    Contributor,
    Custody,
    Document,
    Edit,
    HeaderField,
    HistoricalDate,
    Holding,
    Inference,
    Language,
    Layout,
    Paragraph,
    Party,
    SourceStatement,
    Text,
    Title,
)


def _party(number: int) -> Party:
    return Party(
        name=f"Name{number}",
        identity=f"Identity{number}",
        role=f"Role{number}",
        organisation=f"Organisation{number}",
        place=f"Place{number}",
        ref=f"https://persons.example.org/P{number}",
        place_ref=f"https://places.example.org/L{number}",
    )


def _words(party: Party) -> str:
    return f"{party.role} {party.name} [{party.identity}] of {party.organisation} in {party.place}"


_TITLE = "Titleverbatim Number9 Classification Urgency: {}, {}, {} and {} on Subject, Verbatim3, Draft (987)".format(
    *(_words(_party(number)) for number in (1, 2, 3, 4))
)
_STATEMENT = (
    "Statement Repository (ABBR), Settlement, Country, Collection, 701, 702, 703, 704, 705, 706, 707, 708, 709, "
    "Rest710, obtained by Agent (Agentnote) for Custodyrecipient; Publication; "
    "https://further.example.org/ Statementrest; translated from Sourcelanguage1 for Programme1 by Tina Translator "
    "(Affiliation1); edited by Eddy Editor (Affiliation2); transcribed by Tom Transcriber (Affiliation3)"
)


def _date(number: int, edtf: str) -> HistoricalDate:
    return HistoricalDate(
        verbatim=f"Verbatim{number}",
        edtf=edtf,
        time=f"0{number}:11",
        place=f"Dateline{number}",
        inferred=Inference(certainty="low", rule=f"rule-{number}"),
    )


def _holding() -> Holding:
    units = {
        "repository": "Repository",
        "abbreviation": "ABBR",
        "settlement": "Settlement",
        "country": "Country",
        "collection": "Collection",
        "record_group": "701",
        "fond": "702",
        "opis": "703",
        "delo": "704",
        "papka": "705",
        "por": "706",
        "box": "707",
        "list": "708",
        "year": "709",
        "rest": "Rest710",
    }
    return Holding(**units)


def _citation() -> Citation:
    people = (
        Contributor(
            role="translator",
            name="Tina Translator",
            affiliation="Affiliation1",
            programme="Programme1",
            source_language="Sourcelanguage1",
        ),
        Contributor(role="editor", name="Eddy Editor", affiliation="Affiliation2"),
        Contributor(role="transcriber", name="Tom Transcriber", affiliation="Affiliation3"),
    )
    return Citation(
        verbatim="Citationverbatim",
        title="Citationtitle",
        date=_date(2, "1801-02"),
        publisher="Publisher",
        source=SourceStatement(
            verbatim=_STATEMENT,
            holdings=(_holding(),),
            publications=("Publication",),
            custody=(
                Custody(
                    action="obtained",
                    verbatim="obtained by Agent (Agentnote) for Custodyrecipient",
                    agent="Agent",
                    note="Agentnote",
                    recipient="Custodyrecipient",
                ),
            ),
            contributors=people,
            urls=("https://further.example.org/",),
            rest=("Statementrest",),
        ),
        url="https://archive.example.org/document/112233",
        record_id="112233",
    )


def full_document() -> Document:
    """Every optional field is filled; words and figures are all different."""
    return Document(
        title=Title(
            verbatim=_TITLE,
            kind="telegram",
            number="Number9",
            sequence=987,
            classification="Classification",
            urgency="Urgency",
            senders=(_party(1),),
            recipients=(_party(2),),
            via=(_party(3),),
            participants=(_party(4),),
            subject="Subject",
            date=_date(3, "1777"),
            extent="draft",
        ),
        date=_date(1, "1962-10-20"),
        citation=_citation(),
        summary=("Summary",),
        credits=("Credits",),
        original_languages=(Language(verbatim="Originallanguage", tag="ru"),),
        contents=(ContentsItem(verbatim="Contentsverbatim", kind="translation", language="en"),),
        other_fields=(HeaderField(label="Fieldlabel", paragraphs=("Fieldparagraph",)),),
        body=(Paragraph(content=(Text(text="Bodytext"),)),),
        layout=Layout(digest="0123456789abcdef" * 2, edits=(Edit(skip=0, delete=0, insert="Layoutinsert"),)),
    )
