import csv
import io
import json
import re
from pathlib import Path
from typing import get_args

import pytest

from telegrams.errors import UnknownFormatError, UnknownLossesError
from telegrams.formats import FORMATS, Format, csl, read, write
from telegrams.formats import losses as module
from telegrams.formats.losses import (
    ANNOTATION,
    ENCODING,
    UNREAD,
    WHOLE,
    Loss,
    columns,
    is_unread,
    losses,
    losses_of,
    row_of,
    rows,
)
from telegrams.model import (
    Citation,
    Contributor,
    Document,
    HistoricalDate,
    Holding,
    Language,
    Paragraph,
    Party,
    SourceStatement,
    Text,
    Title,
)
from telegrams.model.base import Value
from telegrams.model.inference import CERTAINTIES
from telegrams.model.inline import AdditionPlace
from telegrams.options import WriteOptions
from tests.unit.full_document import full_document
from tests.unit.seed_documents import gromyko, kuznetsov_and_zorin

yaml = pytest.importorskip("yaml", reason="pyyaml reads the written YAML in these tests")
SEEDS = Path(__file__).parents[2] / "seeds"
OPTIONS = WriteOptions(licence="CC BY 4.0", published="2026", url="https://letters.example.org/cmif.xml")
UNTOLD = (
    "amendments.name",
    "amendments.place",
    "amendments.after",
    ".element",
    ".type",
    ".action",
    ".certainty",
    ".bom",
    ".line_ending",
    ".encoding",
    ".skip",
    ".delete",
    ".digest",
)
INSIDE = (".align", ".role", ".kind", ".reason", ".style", ".number", ".marker", ".level", ".edtf", ".time", ".rule")
CONSTANTS = {
    *get_args(AdditionPlace),
    *CERTAINTIES,
    *("front", "div", "rs", "text", "body", "style", "rendition", "said", "emph", "ab"),
    "True",
    "False",
    "telegram",
    "draft",
    "translation",
    "transcript",
    "scan",
    "translator",
    "editor",
    "transcriber",
    "person",
    "body",
}
"""Values that are no words of the document's own."""
_CUT = "citation.source.verbatim"
DIFFERENT = {
    "text": {"body[1:].statement", "body[1:].content[1:].date.place"},
    "csl": {"date.edtf", "title.sequence"},
    "csl-yaml": {"date.edtf", _CUT},
    "ris": {"date.edtf", _CUT},
    "biblatex": {"contents.language", _CUT}
    | {f"original_languages{further}.{name}" for further in ("", "[1:]") for name in ("verbatim", "tag")},
    "csv": set(),
    "cmif": set(),
}
"""Fields that a format holds in a form of its own: 1962/10/20, `english` for `en`, the number that is read from the
title, the statement without its translators."""


def filled(part, path="", owner=None):
    """Every filled field with its value, written anew here: further members of a tuple have `[1:]` in their path."""
    if isinstance(part, Value):
        for name, field in type(part).model_fields.items():
            if getattr(part, name) != field.default:
                whole = row_of(part, name, path) or f"{path}.{name}".lstrip(".")
                yield from filled(getattr(part, name), whole, part)
    elif isinstance(part, tuple):
        for number, each in enumerate(part):
            role = f".{each.role}" if isinstance(each, Contributor) else "[1:]" if number else ""
            yield from filled(each, UNREAD if is_unread(each, owner) else path + role, owner)
    elif part is not None:
        yield path, str(part)


def told(path, found):
    """The loss that is told of a field."""
    plain = path.replace("[1:]", "")
    return next(
        (
            loss
            for loss in found
            for given in (path if "[1:]" in loss.field else plain,)
            if given == loss.field or given.startswith(f"{loss.field}.")
        ),
        None,
    )


def places(document, format_):
    """What is written, by the names that the table has for places; the whole under the empty name."""
    data = write(document, format_, OPTIONS).decode()
    whole = {"": data}
    match format_:
        case "csl":
            (item,) = json.loads(data)
            whole |= {name: json.dumps(value, ensure_ascii=False) for name, value in item.items()}
        case "csl-yaml":
            (item,) = yaml.safe_load(data)["references"]
            whole |= {name: json.dumps(value, ensure_ascii=False) for name, value in item.items()}
        case "ris":
            for tag, value in re.findall(r"^(\S\S)  - (.*)$", data, re.MULTILINE):
                whole[tag] = f"{whole.get(tag, '')} {value}"
        case "biblatex":
            whole |= dict(re.findall(r"^  (\w+) += \{(.*)\},$", data, re.MULTILINE))
        case "csv":
            (row,) = csv.DictReader(io.StringIO(data))
            whole |= row
        case "cmif":
            for element in ("persName", "date"):
                whole[element] = " ".join(re.findall(f"<{element}[ >].*?</{element}>", data))
            whole["@cert"] = " ".join(re.findall('cert="[^"]*"', data))
    return {name: re.sub(r"[{}\\]", "", value).casefold() for name, value in whole.items()}


def stands(value, where, written):
    """Whether every word of a value stands at a place: at one of several, in an object of `custom`, or anywhere."""
    named = ["custom"] if (where or "").startswith("custom ") else (where or "").split(", ")
    text = " ".join(written.get(name, written[""] if name.startswith("the ") or not name else "") for name in named)
    return all(word in text for word in value.casefold().split(" "))


def faults(document, format_):
    """The fields of which the table does not tell the truth."""
    found, written = losses(document, format_), places(document, format_)
    for path, value in filled(document):
        if path.endswith(UNTOLD) or value in CONSTANTS or (path.startswith("body") and path.endswith(INSIDE)):
            continue
        loss = told(path, found)
        where = loss.where if loss else ""
        if (loss is None or loss.fate != "lost") != stands(value, where, written):
            yield path


@pytest.mark.parametrize("format_", columns())
def test_the_table_tells_the_truth_of_every_field(format_):
    assert set(faults(full_document(), format_)) == DIFFERENT[format_]


def bare(document):
    """The document with a title and a statement that say nothing of what else it knows, as when made by hand."""
    title, citation = document.title, document.citation
    source = citation and citation.source and changed(citation.source, verbatim="Barestatement")
    return changed(
        document,
        title=title and changed(title, verbatim="Baretitle"),
        citation=citation and changed(citation, source=source),
        body=(Paragraph(content=(Text(text="Bodytext"),)),),
        layout=None,
    )


def changed(part, **fields):
    return part.model_copy(update=fields)


def without(part, model, name):
    """The part with one field of all its parts of one class left empty."""
    if isinstance(part, tuple):
        return tuple(without(each, model, name) for each in part)
    if not isinstance(part, Value):
        return part
    fields = {each: without(getattr(part, each), model, name) for each in type(part).model_fields}
    if isinstance(part, model):
        fields[name] = type(part).model_fields[name].default
    return changed(part, **fields)


LEFT_OUT = [
    (model, name)
    for model in (Document, Title, Party, HistoricalDate, Citation, SourceStatement, Holding, Contributor, Language)
    for name, field in model.model_fields.items()
    if not field.is_required()
]


@pytest.mark.parametrize("format_", columns())
@pytest.mark.parametrize(("model", "name"), LEFT_OUT, ids=lambda each: getattr(each, "__name__", each))
def test_the_table_tells_the_truth_whatever_is_missing(format_, model, name):
    document = without(bare(full_document()), model, name)
    if format_ == "cmif" and not document.title:
        pytest.skip("no letter")
    assert set(faults(document, format_)) - DIFFERENT[format_] - {"citation.date.edtf"} == set()


def test_every_format_that_is_written_is_told_or_whole():
    """A new format needs a column in losses.tsv; a whole one is named in `WHOLE`, with a law that proves it."""
    assert set(columns()) | WHOLE == {name for name, known in FORMATS.items() if known.writes}
    assert not set(columns()) & WHOLE


@pytest.mark.parametrize("format_", sorted(WHOLE))
def test_a_whole_format_loses_nothing(format_):
    assert losses_of(format_) == ()
    assert losses(full_document(), format_) == []


def test_every_field_of_the_model_has_a_row():
    document = full_document()
    whole = module._Whole(document)
    for leaf in module._leaves(document):
        told = f"{leaf.field} has no row in losses.tsv: say for each format whether it holds it"
        assert any(row.covers(leaf, whole) for row in rows()), told


def test_every_row_is_of_a_field_of_the_model():
    fields = {path for leaf in module._leaves(full_document()) for path in (leaf.field, leaf.field.replace("[1:]", ""))}
    for row in rows():
        assert any(path == row.field or path.startswith(f"{row.field}.") for path in fields), row.field
        for format_ in columns():
            fate, _, where = row.cells[format_].partition(" ")
            assert (fate in {"moved", "words"}) == bool(where)
            assert fate in {"=", "moved", "words", "lost"}


def test_an_unknown_format():
    for call in (losses_of, lambda name: losses(Document(), name)):
        with pytest.raises(UnknownFormatError):
            call("gedcom")
        with pytest.raises(UnknownFormatError):
            call("pdf")


def test_a_format_that_nobody_has_told_of(monkeypatch):
    new = Format("ead", ".ead", reads=False, collects=False)
    monkeypatch.setattr(module, "FORMATS", {**FORMATS, "ead": new})
    with pytest.raises(UnknownLossesError, match="what ead cannot hold is not known"):
        losses(Document(), "ead")


def test_only_fields_that_the_document_fills_are_told():
    assert losses(Document(), "ris") == []
    document = Document(title=Title(verbatim="A Talk on S", subject="S"))
    assert losses(document, "ris") == [Loss("title.subject", "words", "TI")]


def test_what_the_words_do_not_hold_is_lost():
    document = Document(title=Title(verbatim="A Talk", subject="Wheat"))
    assert losses(document, "ris") == [Loss("title.subject", "lost", None)]


def test_a_second_holding_has_no_column():
    one, two = Holding(repository="First Archive", fond="7"), Holding(repository="Second Archive", fond="9")
    source = SourceStatement(verbatim="First Archive, f. 7; Second Archive, f. 9", holdings=(one, two))
    document = Document(citation=Citation(verbatim="C", source=source))
    told = {loss.field: str(loss) for loss in losses(document, "csv")}
    further = "citation.source.holdings[1:]"
    assert told[further] == f"{further} stands only in the words of source"
    assert further not in {loss.field for loss in losses(without_second(document), "csv")}


def without_second(document):
    source = document.citation.source
    first = changed(source, holdings=source.holdings[:1])
    return changed(document, citation=changed(document.citation, source=first))


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda seed: seed.stem)
def test_a_text_that_was_read_loses_nothing_as_text(seed):
    (document,) = read(seed.read_bytes(), "text").documents
    assert losses(document, "text") == []
    retitled = changed(document, title=changed(document.title, subject="Wheat"))
    assert {str(loss) for loss in losses(retitled, "text")} == {"title.subject is lost"}


def test_cmif_holds_letters_without_their_text():
    told = {loss.field: loss.fate for loss in losses(gromyko(), "cmif")}
    assert told["body"] == told["title.verbatim"] == told["citation.source.verbatim"] == "lost"
    assert not {"title.senders.name", "date.verbatim", "citation.record_id"} & set(told)


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
    different = {name for name in Document.model_fields if getattr(again, name) != getattr(document, name)}
    gone = {ENCODING if name == "frames" else name for name in different}
    gone |= {ANNOTATION, UNREAD} if document == full_document() else set()
    assert {loss.field.partition(".")[0] for loss in losses(document, "csl") if loss.fate == "lost"} == gone


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
