import pytest

from telegrams.formats.recommended import rebuilt, recommended_citation, with_url
from telegrams.model import Citation, Document, HistoricalDate, SourceStatement, Title
from tests.clients.printed_citations import comparable
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin


@pytest.mark.parametrize("document", [gromyko(), kuznetsov_and_zorin()])
def test_the_seeds_citations_are_rebuilt_as_printed(document):
    assert recommended_citation(document) == with_url(document.citation)


def parts(**more):
    return Citation(verbatim="As printed", **more)


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (parts(), "As printed"),
        (parts(title="T"), '"T"'),
        (parts(title="T", date=HistoricalDate(verbatim="May 1962")), '"T", May 1962'),
        (parts(publisher="An Archive", source=SourceStatement(verbatim="SA 1")), "An Archive, SA 1"),
        (parts(url="https://example.org"), "<https://example.org>"),
        (parts(title="T", url="https://example.org"), '"T" <https://example.org>'),
    ],
)
def test_parts_that_are_missing_leave_no_trace(citation, expected):
    assert rebuilt(citation) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (Document(), ""),
        (Document(title=Title(verbatim="T")), '"T"'),
        (Document(title=Title(verbatim="T"), date=HistoricalDate(verbatim="May 1962")), '"T", May 1962'),
    ],
)
def test_a_document_without_a_citation_is_cited_by_its_head(document, expected):
    assert recommended_citation(document) == expected


@pytest.mark.parametrize(
    "printed",
    [
        '"A “b” c", May 1, 1962, An Archive, SA 1 <https://example.org/1>',
        "“A ‘b’ c,” May 1, 1962, An Archive, SA 1 https://example.org/1",
        "A ‘b’ c, May 1, 1962, An Archive, SA 1, <https://example.org/1>",
        "A 'b' c,  May 1, 1962, An Archive, SA 1\nhttps://example.org/1",
    ],
)
def test_the_forms_that_the_archive_printed_are_the_same_when_normalised(printed):
    assert comparable(printed) == "A b c, May 1, 1962, An Archive, SA 1 https://example.org/1"


def test_normalising_keeps_everything_else():
    assert comparable('"A", SA 1; 2') != comparable('"A", SA 1, 2')
