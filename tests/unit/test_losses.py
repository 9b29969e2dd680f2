import pytest

from telegrams.errors import UnknownFormatError
from telegrams.formats import FORMATS, csl, write
from telegrams.formats.losses import Loss, losses, table
from telegrams.model import Document, HistoricalDate, Title
from telegrams.model.base import Value
from tests.unit.full_document import full_document
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

CITATIONS = ("csl", "csl-yaml", "ris", "biblatex", "csv")
UNTOLD = (".doubtful", ".bom", ".line_ending", ".encoding", ".type", ".action", "contributors.translator.role", "edits")
"""Fields whose values are no words of their own: told by others, or constants."""


def leaves(value, path=""):
    if isinstance(value, Value):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), f"{path}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each, f"{path}.{each.role}" if path.endswith("contributors") else path)
    elif value is not None:
        yield path, str(value)


def fates(format_):
    rows = table(format_)
    for path, value in leaves(full_document()):
        if not path.endswith(UNTOLD) and not path.startswith("layout"):
            loss = next((row for row in rows if path == row.field or path.startswith(row.field + ".")), None)
            yield path, value, loss.fate if loss else "held"


WRITTEN = {format_: write(full_document(), format_).decode().lower() for format_ in CITATIONS}
_INVERTED, _CUT = "citation.source.contributors.translator.name", "citation.source.verbatim"
DIFFERENT = {
    "csl": {"date.edtf"},
    "csl-yaml": {"title.verbatim", _INVERTED, _CUT},
    "ris": {_INVERTED, _CUT},
    "biblatex": {"title.verbatim", "original_languages.verbatim", _INVERTED, _CUT},
    "csv": set(),
}
"""Fields that a format holds in a form of its own: 1962/10/20, russian, an inverted name, braces in the title, the
statement without its translator."""


@pytest.mark.parametrize("format_", CITATIONS)
def test_what_is_not_lost_stands_in_the_output(format_):
    absent = [path for path, value, fate in fates(format_) if fate != "lost" and value.lower() not in WRITTEN[format_]]
    assert set(absent) == DIFFERENT[format_]


@pytest.mark.parametrize("format_", CITATIONS)
def test_what_is_lost_does_not_stand_in_the_output(format_):
    common = {"translation", "ru", "low"}
    present = [
        path
        for path, value, fate in fates(format_)
        if fate == "lost" and value not in common and value.lower() in WRITTEN[format_]
    ]
    assert present == []


@pytest.mark.parametrize("format_", ["text", "json", "jsonl", "tei"])
def test_the_other_formats_lose_nothing(format_):
    assert table(format_) == ()
    assert losses(full_document(), format_) == []


def test_every_format_is_told():
    assert set(CITATIONS) <= set(FORMATS)
    for format_ in FORMATS:
        for loss in table(format_):
            assert (loss.where is None) is (loss.fate == "lost")


def test_an_unknown_format():
    with pytest.raises(UnknownFormatError):
        table("gedcom")
    with pytest.raises(UnknownFormatError):
        losses(Document(), "gedcom")


def test_only_fields_that_the_document_fills_are_told():
    assert losses(Document(), "ris") == []
    assert losses(Document(title=Title(verbatim="T", subject="S")), "ris") == [Loss("title.subject", "words", "TI")]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [("1962-10", []), ("1962-10/1963", ["date.edtf"]), ("1962?", ["date.edtf"]), ("1962-21", ["date.edtf"])],
)
def test_only_values_of_the_form_are_told(edtf, expected):
    document = Document(date=HistoricalDate(verbatim="x", edtf=edtf))
    assert [loss.field for loss in losses(document, "ris") if loss.field == "date.edtf"] == expected


def test_a_custom_key_is_told_only_where_it_stands():
    told = {loss.field: loss.where for loss in losses(gromyko(), "csl")}
    assert told["title.senders.role"] == "custom author-roles"
    assert "contents.kind" not in told
    assert "citation.date" not in told


@pytest.mark.parametrize("document", [gromyko(), kuznetsov_and_zorin(), full_document()])
def test_what_csl_loses_is_what_does_not_come_back(document):
    again = csl.read(write(document, "csl")).documents[0]
    gone = {name for name in Document.model_fields if getattr(again, name) != getattr(document, name)}
    assert {loss.field for loss in losses(document, "csl") if loss.fate == "lost"} == gone


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (Loss("body", "lost", None), "body is lost"),
        (Loss("title.kind", "moved", "custom document-type"), "title.kind is now custom document-type"),
        (Loss("title.via", "words", "TI"), "title.via stands only in the words of TI"),
    ],
)
def test_a_loss_in_words(loss, words):
    assert str(loss) == words
