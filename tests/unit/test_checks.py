"""The checks an editor wants, and the evidence of values."""

import pytest

import telegrams
from telegrams.reading.evidence import _Part

RECORD = """**March 3, 1962**

**Cable, Petrov to Adams**

**Citation:**

"Cable, Petrov to Adams", March 3, 1962, Wilson Center Digital Archive, RGANI, f. 5; translated by Jane Doe <https://digitalarchive.umd.edu/document/100001>

**Contents:**

Translation - English

The text is complete and it ends with a full stop.

3.III.62 PETROV

[Source: RGANI, f. 5; translated by Jane Doe.]
"""


def codes_of(text: str, name: str | None = None) -> list[str]:
    return [found.code for found in telegrams.convert(text, "text", name=name).diagnostics]


def test_a_record_that_agrees_with_itself_has_no_findings():
    assert codes_of(RECORD, "100001.txt") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("**March 3, 1962**", "**March 4, 1962**", "TG306", '"Cable, Petrov to Adams", March'),
        ("**March 3, 1962**", "**September 31, 1962**", "TG301", "**September 31, 1962**"),
        ("**Cable, Petrov to Adams**", "**Cable, Petrov to Baker**", "TG111", '"Cable, Petrov to Adams", March'),
        ("**Cable, Petrov to Adams**\n\n", "", "TG104", ""),
        ("3.III.62", "5.III.62", "TG306", "5.III.62 PETROV"),
        ("[Source: RGANI, f. 5;", "[Source: RGANI, f. 6;", "TG113", "[Source"),
        ("digitalarchive.umd.edu", "example.org", "TG114", "https://example.org/document/100001"),
        ("https://digitalarchive.umd.edu/", "http://[/", "TG114", "http://[/document/100001"),
        ("The text is complete", "Текст написан на другом языке. " * 4, "TG116", "Translation - English"),
        ("a full stop.", 'a "full stop.', "TG502", '"'),
        ("a full stop.", "a [full stop.", "TG501", "["),
        ("a full stop.", "a full stop", "TG503", "p"),
        ("Wilson Center Digital Archive", "Another Archive", "TG202", '"Cable'),
    ],
)
def test_a_record_that_disagrees_with_itself(old, new, code, place):
    assert old in RECORD
    result = telegrams.convert(RECORD.replace(old, new), "text")
    found = next(each for each in result.diagnostics if each.code == code)
    if place:
        assert found.span is not None
        assert result.source[found.span.start : found.span.end].startswith(place)


def test_the_file_name_is_compared_with_the_record_number():
    assert codes_of(RECORD, "100002.txt") == ["TG115"]
    assert codes_of(RECORD, "notes.txt") == []


def test_a_record_without_citation_or_text():
    assert codes_of("**Cable, Petrov to Adams**\n\n**Summary:**\n\nThey talk.") == ["TG105", "TG106"]


def test_unknown_and_repeated_labels_are_told():
    text = RECORD.replace("**Contents:**", "**Custodian:**\n\nA\n\n**Citation:**\n\nB\n\n**Contents:**")
    assert codes_of(text) == ["TG102", "TG103"]


def test_findings_are_in_the_order_of_their_places():
    text = RECORD.replace("a full stop.", 'a [full "stop')
    starts = [found.span.start for found in telegrams.convert(text, "text").diagnostics if found.span]
    assert starts == sorted(starts)


def test_every_value_of_a_record_has_its_place():
    result = telegrams.convert(RECORD, "text")
    spans = {path: result.source[span.start : span.end] for path, span in result.spans.items()}
    assert spans["date.verbatim"] == "March 3, 1962"
    assert spans["title.senders[0].name"] == "Petrov"
    assert spans["title.recipients[0].name"] == "Adams"
    assert spans["citation.source.holdings[0].fond"] == "5"
    assert spans["citation.source.contributors[0].name"] == "Jane Doe"
    assert spans["citation.url"] == "https://digitalarchive.umd.edu/document/100001"
    assert spans["contents[0].verbatim"] == "Translation - English"
    assert spans["body[1].content[2].content[0].text"] == "PETROV"
    assert spans["body[2]"] == "[Source: RGANI, f. 5; translated by Jane Doe.]"


def test_the_script_of_the_text_is_asked_only_where_there_is_a_text():
    assert "TG106" in codes_of(RECORD.partition("The text")[0])


def test_a_citation_without_source_statement_is_compared_with_nothing():
    text = RECORD.replace(", RGANI, f. 5; translated by Jane Doe", "")
    assert "TG113" not in codes_of(text)


def test_a_citation_without_date_is_compared_with_nothing():
    text = RECORD.replace('"Cable, Petrov to Adams", March 3, 1962, Wilson Center Digital Archive, ', "")
    assert "TG306" not in codes_of(text)


def test_a_title_over_two_bold_spans_has_no_place_of_its_own():
    result = telegrams.convert(
        RECORD.replace("Petrov to Adams**\n\n**Citation", "Petrov**  \n**to Adams**\n\n**Citation"), "text"
    )
    assert "title" in result.spans
    assert "title.verbatim" not in result.spans


def test_a_text_without_header_has_one_finding():
    assert codes_of("no header here") == ["TG101"]


def test_a_record_without_date_or_url_is_compared_with_nothing():
    assert (
        codes_of(
            RECORD.replace("**March 3, 1962**\n\n", "").replace(" <https://digitalarchive.umd.edu/document/100001>", "")
        )
        == []
    )


def test_a_closing_with_other_words_and_a_page_break_between_blocks():
    text = RECORD.replace("3.III.62 PETROV", "\f3.III.62 PETROV  \nMoscow")
    assert codes_of(text) == []


def test_a_value_is_found_where_no_letter_touches_it():
    result = telegrams.convert(RECORD.replace("RGANI, f. 5", "RGANI, f. 1555, op. 5"), "text")
    span = result.spans["citation.source.holdings[0].opis"]
    assert result.source[span.start - 4 : span.end] == "op. 5"


def test_a_value_inside_a_longer_word_is_found_there():
    text = "A text with[in] it."
    result = telegrams.convert(text, "text")
    assert [text[span.start : span.end] for path, span in result.spans.items() if path.endswith(".text")] == [
        "A text with",
        "in",
        "it.",
    ]


def test_a_value_that_is_not_in_its_part_has_no_place():
    text = RECORD.replace("translated by Jane Doe", "translated by Jane\u2003Doe")
    result = telegrams.convert(text, "text")
    assert all(result.source[span.start : span.end].strip() for span in result.spans.values())


def test_a_value_is_sought_where_no_letter_or_figure_touches_it():
    part = _Part("op. 1555,\n  f. 5 and more", 0, 24)
    assert part.find("5") == (15, 16)
    assert part.find("and") == (17, 20)
    assert part.find("op. 1555, f. 5") == (0, 16)
    assert part.find("other") is None


HEAD = """May 3, 1951

Cable, Berg to Moe

Citation:
"Cable, Berg to Moe", May 3, 1951, Wilson Center Digital Archive, RGANI, f. 5

Contents:
Translation - English

"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They sent infor-\nmation on tin.", [("TG504", "infor-")]),
        ("They sent infor-\nmation on tin: the information is old.", []),
        ("Some information. They sent infor-\n\fmation on tin.", []),
        ("They sent infor- mation on tin-\nTin is dear.", []),
        ("One.\n\n- 4 -\n\fTwo.\n\n- 5 -\n", [("TG505", "- 4 -"), ("TG505", "- 5 -")]),
        ("One.\n\fPage 2 of 3\n\nTwo.", [("TG505", "Page 2 of 3")]),
        ("In all there are\n\n12", []),
        ("One.\n\fSECRET 2\n\nTwo.\n\fSECRET 3\n\nThree.\n\fSECRET 4\n\nFour.", [("TG506", "SECRET 2")]),
        ("One.\n\fSECRET 2\n\nTwo.\n\fSECRET 3\n\nThree.", []),
    ],
)
def test_what_the_setting_of_pages_left_is_told(text, found):
    result = telegrams.convert(HEAD + text, "text")
    told = [each for each in result.diagnostics if each.code in ("TG504", "TG505", "TG506")]
    assert [(each.code, result.source[each.span.start : each.span.end]) for each in told] == found


def test_a_text_that_is_not_set_for_pages_has_no_marks_of_pages():
    text = RECORD.replace("text is complete", "text is comp-\nlete")
    assert "TG504" not in codes_of(text)
