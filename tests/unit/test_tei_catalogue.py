"""The catalogue in the header of a TEI file, and what an editor changes of it."""

import pytest

from telegrams.formats import read, write
from telegrams.model import Catalogue, Document, NameHeading, Publication, SubjectHeading, Title
from telegrams.options import WriteOptions
from telegrams.values.headings import parse_name_heading, parse_subject_heading


def written(**fields):
    return write(Document(title=Title(verbatim="A List"), catalogue=Catalogue(**fields)), "tei").decode()


def read_back(text):
    reading = read(text.encode(), "tei")
    assert reading.diagnostics == ()
    return reading.documents[0].catalogue


def names(*headings):
    return tuple(map(parse_name_heading, headings))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (
            "Roe, Jane (Janet), 1900-1950",
            '<surname>Roe</surname>, <forename>Jane</forename> (<addName type="variant">Janet</addName>), <date>1900',
        ),
        (
            "Lodge, Henry, Jr.",
            "<surname>Lodge</surname>, <forename>Henry</forename>, <genName>Jr.</genName>",
        ),
        ("Poland. Ministry of Tin", "<orgName>Poland</orgName>. <orgName>Ministry of Tin</orgName>"),
        ("Sukarno", "<name>Sukarno</name>"),
    ],
)
def test_the_parts_of_a_name_are_marked(heading, expected):
    text = written(associated=names(heading))
    assert expected in text
    assert read_back(text) == Catalogue(associated=names(heading))


@pytest.mark.parametrize(
    "heading",
    [
        NameHeading(verbatim="Roe", kind="person", family="Doe", given="Roe"),
        NameHeading(verbatim="B. A", kind="body", units=("A", "B")),
        NameHeading(verbatim="Ann Ann", family="Ann", given="Ann", units=("Ann", "Ann")),
    ],
)
def test_parts_that_the_words_do_not_hold(heading):
    text = written(donors=(heading,))
    assert ' n="' in text
    assert read_back(text) == Catalogue(donors=(heading,))


def test_divisions_in_another_order():
    subject = SubjectHeading(verbatim="B--A", divisions=("A", "B"))
    assert read_back(written(subjects=(subject,))) == Catalogue(subjects=(subject,))


def test_where_each_field_stands():
    text = written(
        authors=names("Roe, Jane"),
        contributors=names("Utopian National Archive"),
        places=("Utopia",),
        subjects=(parse_subject_heading("Tin--Utopia"),),
        document_type="List",
        classification="Secret",
        original_archives=("Tin Archive",),
        rights=("One.", "Two."),
        uploaded="2023-10-05",
        related=("A Letter",),
    )
    for expected in (
        '<person role="author">',
        '<org role="contributor">',
        '<listPlace type="catalogue">',
        '<keywords n="type"><term>List</term></keywords>',
        '<keywords n="catalogue"><term><term>Tin</term>--<term>Utopia</term></term></keywords>',
        '<availability status="unknown"><p n="rights">One.</p><p n="rights">Two.</p></availability>',
        '<note type="original-classification">Secret</note>',
        '<note type="original-archive">Tin Archive</note>',
        '<note type="uploaded">2023-10-05</note>',
        '<note type="related">A Letter</note>',
    ):
        assert expected in text


def test_rights_stand_beside_a_licence():
    document = Document(publication=Publication(licence="CC BY 4.0"), catalogue=Catalogue(rights=("All reserved.",)))
    text = write(document, "tei", WriteOptions()).decode()
    assert 'CC BY 4.0</licence><p n="rights">All reserved.</p></availability>' in text
    assert read(text.encode(), "tei").documents == (document,)


def test_the_subject_of_the_head_stands_apart():
    subject = SubjectHeading(verbatim="Tin")
    document = Document(subjects=("Wheat",), catalogue=Catalogue(subjects=(subject,)))
    assert read(write(document, "tei"), "tei").documents == (document,)


def test_what_an_editor_mends():
    text = written(authors=names("Roe, Jane"), places=("Utopa",))
    mended = text.replace("<surname>Roe</surname>", "<surname>Row</surname>").replace("Utopa", "Utopia")
    assert read_back(mended) == Catalogue(authors=names("Row, Jane"), places=("Utopia",))


def test_what_an_editor_empties_is_gone():
    text = written(authors=names("Roe, Jane", "Sukarno"), subjects=(parse_subject_heading("Tin"),), places=("Utopia",))
    for words in ("<name>Sukarno</name>", "<term>Tin</term>", "<placeName>Utopia</placeName>"):
        assert words in text
        name = words[1 : words.index(">")]
        text = text.replace(words, f"<{name}/>")
    (document,) = read(text.encode(), "tei").documents
    assert document.catalogue == Catalogue(authors=names("Roe, Jane"))


def test_an_entry_without_a_name():
    text = written(authors=names("Roe, Jane", "Sukarno")).replace("<name>Sukarno</name>", "")
    (document,) = read(text.encode(), "tei").documents
    assert document.catalogue == Catalogue(authors=names("Roe, Jane"))
