"""Facts instead of a file: each is read as it is read in a file, and none is lost."""

import pytest

import telegrams
from telegrams.errors import DecodeError, ParseError
from telegrams.model import Catalogue, Document


def body_of(text, **facts):
    return telegrams.build(text=text, **facts).body


def kinds(text, **facts):
    return [getattr(block, "role", block.type) for block in body_of(text, **facts)]


def test_every_fact_has_its_reader():
    built = telegrams.build(
        title="Letter from Ada Berg to the Minister of Tin",
        date="3 May 1951",
        source="AVPRF, f. 100, op. 2, d. 7, ll. 1-4. Translated by Edwin Marsh.",
        url="https://digitalarchive.wilsoncenter.org/document/4711",
        summary="Berg asks for ore.\n\nShe has none.",
        credits=["With support of the Tin Fund"],
        original_languages="Russian and Polish",
        contents=["Translation - English"],
        other_fields={"Author(s)": "Berg, Ada", "Type": "Letter", "Shelf": "Free to use."},
        text="Dear Minister,\n\nI thank you for your letter of 28 April.\n\nA. Berg",
    )
    assert built.title.kind == "letter"
    assert built.date.edtf == "1951-05-03"
    source = built.citation.source
    assert (source.holdings[0].fond, source.contributors[0].name) == ("100", "Edwin Marsh")
    assert (built.citation.record_id, built.citation.title, built.citation.date) == ("4711", None, None)
    assert built.summary == ("Berg asks for ore.", "She has none.")
    assert built.credits == ("With support of the Tin Fund",)
    assert [language.tag for language in built.original_languages] == ["ru", "pl"]
    assert [item.language for item in built.contents] == ["en"]
    assert [(field.label, field.paragraphs) for field in built.other_fields] == [("Shelf", ("Free to use.",))]
    assert [(author.family, author.given) for author in built.catalogue.authors] == [("Berg", "Ada")]
    assert built.catalogue.document_type == "Letter"
    assert [getattr(block, "role", block.type) for block in built.body] == ["salutation", "paragraph", "signature"]
    assert built.body[1].content[1].date.edtf == "1951-04-28"
    assert built.layout is None
    again = telegrams.parse(telegrams.write(built, "text"))
    assert again.model_copy(update={"layout": None}) == built


def test_no_fact_makes_no_field():
    blank = telegrams.build(title=" ", date="", citation="\t", source="\n", url="", summary="  ", text="\n\n")
    assert blank == telegrams.build() == Document()


def test_a_label_may_stand_twice():
    built = telegrams.build(summary="One.", other_fields=[("Summary", "Two."), ("Shelf", "A."), ("Shelf", "B.")])
    assert telegrams.parse(telegrams.write(built, "text")).other_fields == built.other_fields
    assert [field.label for field in built.other_fields] == ["Summary", "Shelf", "Shelf"]


def test_a_label_of_the_catalogue_may_stand_twice_or_over_nothing():
    built = telegrams.build(summary="One.", other_fields=[("Rights", "A.\n\nB."), ("Rights", "C."), ("Donors", " ")])
    assert built.catalogue == Catalogue(rights=("A.", "B."))
    assert [(field.label, field.paragraphs) for field in built.other_fields] == [("Rights", ("C.",))]
    again = telegrams.parse(telegrams.write(built, "text"))
    assert again.model_copy(update={"layout": None}) == built


def test_a_citation_is_read_as_in_a_file():
    built = telegrams.build(citation='"Ore," 3 May 1951, Wilson Center Digital Archive, AVPRF, f. 1')
    assert (built.citation.title, built.citation.source.holdings[0].fond) == ("Ore", "1")


def test_an_address_alone_is_the_citation():
    built = telegrams.build(url="https://digitalarchive.wilsoncenter.org/document/12")
    assert built.citation.record_id == "12"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["Ore is dear.", "Tin is not."], 2),  # every line begins with a capital
        (["Ore is dear. " * 20, "tin is not."], 2),  # one is wider than a page
        (["Ore is dear and", "tin is not."], 1),  # lines that wrap
        (["Ore is dear.", "", "Tin is not,", "It is cheap."], 2),  # a blank line parts them
        (["Ore is dear.  ", "Tin is not."], 1),  # a line end that Markdown sets on purpose
        (["Ore is dear."], 1),
        (["Ore is dear.", "\fTin is not."], 2),
    ],
)
def test_lines_are_paragraphs_where_nothing_else_parts_them(lines, paragraphs):
    assert sum(each.type == "paragraph" for each in body_of("\n".join(lines))) == paragraphs


def test_an_indented_text_is_set_line_by_line():
    assert len(body_of("  Ore is dear.\n  Tin is not.")) == 1


def test_a_text_set_for_pages_is_unwrapped():
    line = "The ore of the northern hills was weighed at noon and"
    centred = " " * 30 + "Ore"
    assert kinds(f"{centred}\n\n{line}\n{line}\nsent.")[-1] == "paragraph"
    assert body_of(f"{centred}\n\n{line}\n{line}\nsent.")[-1].content[0].text == f"{line} {line} sent."


def test_a_line_wider_than_a_page_was_not_wrapped():
    stamp = " " * 32 + "Top Secret"
    wide = "Ore is dear. " * 12
    assert body_of(f"{stamp}\n\n{wide}\n\nMarsh")[0].align == "right"


def test_characters_that_no_value_holds_become_blanks():
    assert telegrams.build(title="Ore\x00and\u00a0 tin").title.verbatim == "Ore and tin"


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"contents": ["See the appendix."]}, "“See the appendix.” is no item of an archive's contents"),
        ({"citation": "A", "source": "B"}, "a citation holds its source statement, and both were given"),
        ({"other_fields": {"A:B": "C"}}, "“A:B” is no label"),
        ({"other_fields": {"": "C"}}, "“” is no label"),
        ({"other_fields": {"L" * 61: "C"}}, "is no label"),
        ({"other_fields": {"Summary": "C"}}, "“Summary” labels a field that `build` has an argument for"),
        ({"contents": "Scan", "other_fields": {"contents": "C"}}, "“contents” labels a field"),
    ],
)
def test_what_no_document_can_hold_is_refused(facts, message):
    with pytest.raises(ParseError) as caught:
        telegrams.build(**facts)
    assert caught.value.diagnostics[0].code == "TG022"
    assert message in caught.value.diagnostics[0].message
    assert caught.value.diagnostics[0].hint


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"title": float("nan")}, "title"),
        ({"text": b"ore"}, "text"),
        ({"summary": ["ore", None, 3]}, "summary"),
        ({"other_fields": {3: "ore"}}, "label"),
    ],
)
def test_what_is_no_string_is_refused(facts, name):
    with pytest.raises(TypeError, match=rf"{name}: a string is needed, and this is (?:float|bytes|int)"):
        telegrams.build(**facts)


def test_a_lone_surrogate_is_no_text():
    with pytest.raises(DecodeError):
        telegrams.build(text="\ud800")
    with pytest.raises(DecodeError):
        telegrams.build(summary="\ud800")
