"""Several records in one text, as `tests/cases/records.txt` shows them, and what the library's doors make of them."""

from pathlib import Path

import pytest

import telegrams
from telegrams.errors import ParseError
from telegrams.formats.block_text import block_text
from telegrams.formats.text import canonical_text
from telegrams.model import BlockQuote, Document, PageBreak, Paragraph, Text

from .case_files import Case, read_cases

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("1*.txt"))
BOTH = b"".join(seed.read_bytes() for seed in SEEDS)
RECORD = """March 3, 1962
Cable, Petrov to Adams

Citation:
“Cable, Petrov to Adams,” March 03, 1962, History and Public Policy Program Digital Archive, RGANI

Contents:
English Translation

Thin [ice.
"""


def in_notation(document: Document) -> str:
    """Date, title, first and last block."""
    date = document.date.verbatim if document.date else "-"
    title = document.title.verbatim if document.title else "-"
    words = [block_text(each).replace("\n", " ") for each in document.body if not isinstance(each, PageBreak)]
    return f"{date} | {title} | {' … '.join(dict.fromkeys((*words[:1], *words[-1:]))) or '-'}"


@pytest.mark.parametrize("case", read_cases("records.txt"), ids=lambda case: case.title)
def test_records(case: Case):
    result = telegrams.convert(case.given, "text")
    assert "\n".join(map(in_notation, result.documents)) == case.expected
    told = [each.message for each in result.found if each.code == "TG020"]
    several = (
        f"the text holds {len(result.documents)} records; each is a document of its own, and the second begins here"
    )
    assert told == ([several] if len(result.documents) > 1 else [])


def test_the_samples_in_one_file():
    result = telegrams.convert(BOTH, name="112634.txt")
    assert [each.citation.record_id for each in result.documents] == ["111779", "112634"]
    assert b"".join(telegrams.write_many(result.documents, "text")) == BOTH
    assert [each.code for each in result.diagnostics] == ["TG020", "TG114"]
    assert telegrams.read(BOTH, "text").documents == result.documents


def test_a_value_is_found_in_the_whole_text():
    result = telegrams.convert(BOTH)
    span = result.spans["documents[1].title.senders[0].name"]
    assert result.source[span.start : span.end] == "Kuznetsov"
    (several,) = (each for each in result.diagnostics if each.code == "TG020")
    assert result.source.startswith("**October 30", several.span.start)


def test_findings_of_each_record_have_their_places_in_the_whole_text():
    result = telegrams.convert(RECORD + "\ufeff" + RECORD.replace("\n", "\r\n"))
    found = [each.span.start for each in result.diagnostics if each.code == "TG501"]
    assert found == [at for at, character in enumerate(result.source) if character == "["]
    assert [each.layout.bom for each in result.documents] == [False, True]
    assert [each.layout.line_ending for each in result.documents] == ["lf", "crlf"]


def test_parse_refuses_several():
    with pytest.raises(ParseError, match="TG021: the text holds 2 records, and one document was asked for"):
        telegrams.parse(BOTH)


def test_words_that_would_begin_a_record_in_the_canonical_text_have_a_blank_before_them():
    enclosed = "Thin\n\nMay 4, 1962\n\nLetter\n\n Citation: “Letter,” 1962, Wilson Center Digital Archive, RGANI\n\n"
    document = telegrams.parse(RECORD.replace("Thin", enclosed))
    canonical = telegrams.write(document, "text", telegrams.WriteOptions(layout=False))
    assert b"\n\n Citation: \xe2\x80\x9cLetter" in canonical
    assert telegrams.parse(canonical).body == document.body


def test_a_field_that_would_be_the_citation_of_a_record_in_the_canonical_text_stands_first():
    second = "**Citation:**\n\nNone.\n\n**Summary:**\n\nMay 4, 1962\n\nThey talk."
    text = f"**March 3, 1962**\n\n**Cable**\n\n**Citation:**\n\nOne.\n\n{second}\n\n**Contents:**"
    document = telegrams.parse(text)
    assert document.other_fields[0].paragraphs == ("None.",)
    canonical = telegrams.write(document, "text", telegrams.WriteOptions(layout=False))
    assert telegrams.parse(canonical).summary == document.summary == ("May 4, 1962", "They talk.")


def test_a_record_among_the_words_of_a_paragraph_stays_there():
    late = "The price of tin rose again, and so did that of ore. " * 60
    words = (
        f"{late}Digital Archive International History Declassified May 3, 1951 Letter from Ann Lee Citation: "
        "“Letter from Ann Lee,” May 3, 1951, Wilson Center Digital Archive, Tin Archive. "
        "Summary: Tin was sold. Original Language: Danish Contents: English Translation"
    )
    document = Document(body=(BlockQuote(content=(Text(text=words),)), Paragraph(content=(Text(text="He left."),))))
    canonical = canonical_text(document)
    assert "\n Citation:" in canonical
    (read_again,) = telegrams.read(canonical, "text").documents
    assert [block_text(block) for block in read_again.body] == [f"> {words}", "He left."]
