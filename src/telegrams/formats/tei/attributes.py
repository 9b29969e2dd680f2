"""Attributes ⇄ fields of the model: of these the rows of a table of elements are made."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, get_args

from lxml import etree
from pydantic import StringConstraints

from telegrams.formats.publication import is_address
from telegrams.formats.xml import NAMESPACE, attribute
from telegrams.model.base import Value

from .markup import prefixed
from .reader import POINTERS, line
from .register import Register

_NUMBER = re.compile(r"[0-9A-Za-z./-]{1,20}\Z")


class Attribute(NamedTuple):
    """What may stand in a start tag."""

    write: Callable[[Any, Register], str]
    """Of a value of the model: the attribute, with a blank before it."""
    field: str = ""
    """The field that it holds; empty for what is the same always, or follows from other parts of the document."""
    read: Callable[[etree._Element], object] = lambda _: None
    """The value of the field; None where the element has none that the model takes."""
    needed: tuple[str, str] | None = None
    """Its name and value, where the element is known by it."""
    optional: bool = False
    """True where the field may be None."""
    implied: bool = False
    """True where an empty field is written too, because the rest of the document says it."""


def sign(name: str, value: str, *, needed: bool = True) -> Attribute:
    """One that is the same always; the element is known by it, unless it is not `needed`."""
    return Attribute(lambda *_: f' {name}="{value}"', needed=(name, value) if needed else None)


def word(model: type[Value], field: str, name: str, default: str, *, unsaid: str = "", **others: str) -> Attribute:
    """A word of the model's closed list, but one that is `unsaid`; `others`: words of other hands, and their sense."""
    words = {each: each for each in get_args(model.model_fields[field].annotation) if each != unsaid}
    written = {each: f' {name}="{each}"' for each in words}
    meaning = words | others
    return Attribute(
        lambda value, _: written.get(getattr(value, field), ""),
        field,
        lambda element: meaning.get(element.get(name, ""), default),
    )


def flag(field: str, name: str, value: str) -> Attribute:
    """A word that says that something is so."""
    written = {True: f' {name}="{value}"', False: ""}
    return Attribute(lambda each, _: written[getattr(each, field)], field, lambda element: element.get(name) == value)


def maybe(model: type[Value], field: str, name: str) -> Attribute:
    """One that may be missing, of a string that has a form; a value that has not that form is carried."""
    (form,) = (each.pattern for each in _parts(model, field) if isinstance(each, StringConstraints))
    return _stated(field, name, str(form))


def maybe_word(model: type[Value], field: str, name: str) -> Attribute:
    """A word of a closed list of the model that may be missing; another word is carried."""
    return _stated(field, name, "|".join(each for each in _parts(model, field) if isinstance(each, str)))


def count(field: str, name: str) -> Attribute:
    """A whole number that may be missing; another form of it is carried."""
    return _stated(field, name, "[0-9]{1,9}")


def _parts(model: type[Value], field: str) -> Iterator[object]:
    """What the type of a field that may be None is made of, if it is not."""
    for part in get_args(model.model_fields[field].annotation):
        yield from get_args(part)


def _stated(field: str, name: str, pattern: str) -> Attribute:
    form, key = re.compile(pattern), name.replace("xml:", NAMESPACE)

    def written(value: Value, register: Register) -> str:
        held = getattr(value, field)
        if held is None:
            return ""
        return f' {name}="{attribute(prefixed(name, held, register) if name in POINTERS else str(held))}"'

    def read(element: etree._Element) -> str | None:
        return found if (found := element.get(key)) and form.fullmatch(found) else None

    return Attribute(written, field, read, optional=True)


def number_of(element: etree._Element) -> str | None:
    """`@n`, if it is a number as the model has them."""
    return found if _NUMBER.match(found := element.get("n", "")) else None


def target(address: str) -> str:
    """The attribute for an address; one that is no plain address stands in `@n`."""
    return f' {"target" if is_address(address) else "n"}="{attribute(address)}"'


NUMBER = Attribute(lambda value, _: f' n="{value.number}"', "number", number_of)
TARGET = Attribute(
    lambda value, _: target(value.target), "target", lambda each: line(each.get("target") or each.get("n") or "")
)
