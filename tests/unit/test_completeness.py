"""Tables keyed by kind are complete. Writers dispatch by `match` with `assert_never`, which mypy proves; readers of a
foreign vocabulary have tables keyed by its words, and what those make must be all that the model has. The document that
the tests of formats write has every part of the model.
"""

from collections import Counter, defaultdict
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import pytest
from typing_extensions import TypeAliasType

from telegrams.formats import read, write
from telegrams.formats.tei import inline_elements
from telegrams.model.base import Value
from telegrams.model.body import AnyBlock
from telegrams.model.document import Document
from telegrams.model.inline import Carried, Container, Inline, Markup
from telegrams.model.known import known, one_of
from telegrams.model.marks import Date, LineBreak, Mark, PageBreak, Text
from tests.unit.full_document import full_document

FULL = "tests/unit/full_document.py"


def parts(annotation):
    """A type and all it is made of: what an alias names, members of unions, items of tuples; no words of literals."""
    yield annotation
    if isinstance(annotation, TypeAliasType):
        yield from parts(annotation.__value__)
    if get_origin(annotation) is not Literal:
        inside = (annotation.__origin__,) if get_origin(annotation) is Annotated else get_args(annotation)
        for each in inside:
            yield from parts(each)


def classes(annotation):
    """The classes of the model in a type, such as `Inline` or what a function returns."""
    return {each for each in parts(annotation) if isinstance(each, type) and issubclass(each, Value)}


def fields(model):
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def model_classes(model=Document, found=None):
    """Every class that a document can hold."""
    found = {model} if found is None else found
    for annotation in fields(model).values():
        for each in classes(annotation) - found:
            found.add(each)
            model_classes(each, found)
    return found


def values(value):
    """Every value of the model inside a document, the document too."""
    if isinstance(value, Value):
        yield value
        for name in type(value).model_fields:
            yield from values(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from values(each)


def inlines():
    return classes(Inline)


def test_every_inline_is_text_a_mark_or_a_container():
    assert inlines() == {Text, *get_args(Mark), *get_args(Container), *get_args(Carried)}
    assert {each for each in inlines() if "content" in each.model_fields} == {*get_args(Container), Markup}


def test_some_element_is_read_as_each_inline():
    made: set[type] = {
        *(each.made for each in inline_elements.ELEMENTS),
        LineBreak,
        PageBreak,
        Date,
        *get_args(Carried),
    }
    assert made == inlines() - {Text}, "an inline that no element of TEI gives: inline_elements.ELEMENTS"


def test_a_word_of_a_closed_list():
    words = ("high", "low")
    assert known(words, "low") == "low"
    assert known(words, "Low") is None
    assert known(words, None) is None
    assert one_of(words, "high") == "high"
    with pytest.raises(ValueError, match="'middle' is none of high, low"):
        one_of(words, "middle")


HELD = defaultdict(list)
for _value in values(full_document()):
    HELD[type(_value)].append(_value)
MODEL = sorted(model_classes(), key=lambda model: model.__name__)
FIELDS = [(model, name) for model in MODEL for name in model.model_fields]


def test_the_model_is_walked():
    assert {each.__name__ for each in MODEL} >= {"Document", "Holding", "Edit", "Table", "Inference", "Text"}
    assert set(MODEL) >= inlines() | classes(AnyBlock)


@pytest.mark.parametrize("model", MODEL, ids=lambda model: model.__name__)
def test_the_full_document_has_every_class(model):
    assert HELD[model], f"no {model.__name__} in {FULL}: add one to its body or its header, with words of its own"


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_the_full_document_fills_every_field(model, name):
    field = model.model_fields[name]
    given = [getattr(each, name) for each in HELD[model]]
    filled = [value for value in given if name == "type" or field.is_required() or value != field.default]
    told = f"{model.__name__}.{name}"
    assert filled, f"{told} is filled nowhere in {FULL}: give it a word of its own there, and a row in losses.tsv"
    if get_origin(field.annotation) is tuple:
        assert max(map(len, filled)) > 1, f"{told} has one member at most in {FULL}: give it two"


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_the_full_document_has_every_word_of_a_closed_list(model, name):
    words = {word for part in parts(fields(model)[name]) if get_origin(part) is Literal for word in get_args(part)}
    seen = Counter(getattr(each, name) for each in HELD[model]) if words else Counter()
    if len(HELD[model]) > 1:  # what stands once in a document has one word
        assert words <= set(seen), f"{words - set(seen)} of {model.__name__}.{name} nowhere in {FULL}: add one of each"


@pytest.mark.parametrize("way", ["json", "jsonl", "tei", "tei-corpus"])
def test_the_full_document_comes_back(way):
    reader = "tei" if way == "tei-corpus" else way
    assert read(write(full_document(), way), reader).documents == (full_document(),)
