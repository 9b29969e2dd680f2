"""Inlines ⇄ the mixed content of a block, on one line.

A single blank is written before every `lb` and `pb`, so that stripping the tags never glues words; the reader
takes it away again.
Reading is total: an element that is none of ours, or has inside what ours cannot have, is carried as `Markup`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from pydantic import ValidationError

from telegrams.errors import WriteError
from telegrams.formats.xml import MAX_DEPTH, text
from telegrams.model.inline import AnyContent, Content, EditorialNote, Inline, Markup, Name
from telegrams.model.marks import Date, FootnoteReference, Gap, LineBreak, PageBreak, Text

from .attributes import maybe, number_of
from .brackets import take_brackets
from .dates import inline_date_attributes, read_date_element, read_inference, words_of_date
from .inline_elements import ELEMENT_OF, NAMED, InlineElement
from .markup import (
    BREAKS,
    attributes_of,
    encoding_of,
    inside_of,
    markup,
    named,
    overlaid,
    pairs_of,
    read_note,
    start_tag,
    write_note,
)
from .reader import TEI, TeiReader, is_indentation, line, name_of, single_blanks
from .register import Register

_PAGE = (maybe(PageBreak, "facs", "facs"), maybe(PageBreak, "number", "n"))
"""What an editor says of a page."""
_SIGNED: Mapping[str, type[Date | Name]] = MappingProxyType({"dateline": Date, "signed": Name})
"""What the writer of a signature puts around its dates and names."""


class Inliner:
    """Writes inlines for one document."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def write(self, content: AnyContent, depth: int = 1) -> str:
        """The mixed content. Raises `WriteError` where inlines nest deeper than XML readers go."""
        if depth > MAX_DEPTH:
            raise WriteError(f"inline elements nest deeper than {MAX_DEPTH} levels")
        return "".join([self._inline(inline, depth) for inline in content])

    def _inline(self, inline: Inline, depth: int) -> str:
        match inline.type:
            case "text":
                return text(inline.text)
            case "line-break":
                return line_break(inline, self.register)
            case "page-break":
                return " " + page_break(inline, self.register)
            case "date":
                attributes = overlaid(
                    inline_date_attributes(inline.date, self.register), inline.encoding, self.register
                )
                return f"<date{attributes}>{words_of_date(inline.date)}</date>"
            case "markup":
                return self.markup(inline, depth)
            case "comment" | "processing-instruction":
                return write_note(inline)
            case "telegram-reference":
                self.register.references.append(inline)
        row = ELEMENT_OF[type(inline)]
        attributes = overlaid(row.written(inline, self.register), inline.encoding, self.register)
        words = self.write(getattr(inline, row.words), depth + 1) if row.words == "content" else row.marked(inline)
        attributes, inside = row.with_words(attributes, words)
        name = named(row.names[0], inline.encoding)
        return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"

    def markup(self, inline: Markup, depth: int) -> str:
        """An element that is carried."""
        name, attributes = start_tag(inline.element, inline.attributes, self.register)
        inside = self.write(inline.content, depth + 1)
        blank = " " if f"{TEI}{name}" in BREAKS else ""
        return f"{blank}<{name}{attributes}>{inside}</{name}>" if inside else f"{blank}<{name}{attributes}/>"


def line_break(inline: LineBreak, register: Register) -> str:
    """`lb`, with a blank before it where it parts two words."""
    if inline.encoding is None and not inline.inside_word:
        return " <lb/>"
    blank = "" if inline.inside_word else " "
    return f"{blank}<lb{overlaid(_broken(inline), inline.encoding, register)}/>"


def page_break(inline: PageBreak, register: Register) -> str:
    """`pb`, explicit or inferred."""
    return f"<pb{overlaid(_page(inline, register), inline.encoding, register)}/>"


def _page(inline: PageBreak, register: Register) -> str:
    stated = "".join([each.write(inline, register) for each in _PAGE])
    if inline.inferred is None:
        return f' type="explicit" rend="formfeed"{stated}'
    return f' type="inferred" break="yes"{register.inferred(inline.inferred)}{stated}'


def _broken(inline: LineBreak) -> str:
    return ' break="no"' if inline.inside_word else ""


def _is_signed(element: etree._Element, inside: list[Inline]) -> bool:
    """True for the element that a signature has around a date or name, and that says no more."""
    above = element.getparent()
    alone = above is not None and above.tag == f"{TEI}closer" and not element.attrib and len(inside) == 1
    return alone and isinstance(inside[0], _SIGNED[name_of(element)])


def _inside_word(element: etree._Element) -> bool:
    """True for a line break before which no blank is written."""
    return element.tag == f"{TEI}lb" and element.get("break") == "no" and not len(element)


def _is_statement(element: etree._Element) -> bool:
    """True for the statement that alone is marked in a source note."""
    above = element.getparent()
    alone = above is not None and above.get("type") == "source" and len(above) == 1 and not len(element)
    return alone and attributes_of(element) == (("type", "statement"),)


def _add_text(inlines: list[Inline], value: str) -> None:
    """Adds words to those before; where both have a blank, one is enough."""
    if value and inlines and (last := inlines[-1]).type == "text":
        inlines[-1] = Text(text=last.text + (value[1:] if last.text.endswith(" ") and value.startswith(" ") else value))
    elif value:
        inlines.append(Text(text=value))


def _trimmed(inlines: list[Inline]) -> list[Inline]:
    """Without a blank at either end."""
    if inlines and isinstance(first := inlines[0], Text):
        inlines[:1] = [Text(text=rest)] if (rest := first.text.removeprefix(" ")) else []
    if inlines and isinstance(last := inlines[-1], Text):
        inlines[-1:] = [Text(text=rest)] if (rest := last.text.removesuffix(" ")) else []
    return inlines


class InlineReader:
    """Reads mixed content for one text; collects the notes that stand at their place in files of others."""

    def __init__(self, reader: TeiReader, register: Register) -> None:
        self.reader = reader
        self.register = register
        self.footnotes: list[tuple[etree._Element, str, Content]] = []

    def content(self, element: etree._Element, skip: etree._Element | None = None) -> Content:
        """The inlines of a block: no blanks at the ends in files of others. May be empty."""
        inlines = self._inside(element, 0, skip)
        return tuple(inlines if self.reader.own else _trimmed(inlines))

    def _inside(self, element: etree._Element, depth: int, skip: etree._Element | None = None) -> list[Inline]:
        inlines: list[Inline] = []
        self._fill(inlines, element, depth + 1, skip)
        return inlines

    def _fill(
        self, inlines: list[Inline], element: etree._Element, depth: int, skip: etree._Element | None = None
    ) -> None:
        if depth > MAX_DEPTH:
            self.reader.report.value(element, f"elements nest deeper than {MAX_DEPTH} levels; only the words are kept")
            _add_text(inlines, line("".join(map(str, element.itertext()))) or "")
            return
        children = list(element)
        _add_text(inlines, self._words(element.text, children[0] if children else None))
        for child in children:
            following = child.getnext()
            if child is not skip:
                self._add(inlines, child, depth)
            after = self._words(child.tail, following)
            if child.tag in BREAKS and not self.reader.own:
                after = after.removeprefix(" ")
            _add_text(inlines, after)

    def _words(self, value: str | None, following: etree._Element | None) -> str:
        """A text node: without the blank that stands before `lb` and `pb`, white space single."""
        if not value or (self.reader.own and is_indentation(value)):
            return ""
        if following is not None and following.tag in BREAKS and value.endswith(" ") and not _inside_word(following):
            value = value[:-1]
        return single_blanks(value)

    def _add(self, inlines: list[Inline], element: etree._Element, depth: int) -> None:
        name = name_of(element)
        take_brackets(element, self.reader)
        found = None if name in _SIGNED or name == "bibl" else self._read(name, element, depth)
        if found is not None:
            inlines.append(found)
            return
        inside = self._inside(element, depth)
        if (name in _SIGNED and _is_signed(element, inside)) or (name == "bibl" and _is_statement(element)):
            for inline in inside:
                inlines.append(inline) if not isinstance(inline, Text) else _add_text(inlines, inline.text)
        else:
            inlines.append(markup(element, tuple(inside)))

    def _read(self, name: str, element: etree._Element, depth: int) -> Inline | None:
        """The inline that an element is; None where it is none, or has inside what ours does not have."""
        if name == "lb" and not len(element):
            return self.line_break(element)
        if name == "pb" and not len(element):
            return self.page_break(element)
        if name == "date":
            return self._date(element)
        for row in NAMED.get(name, ()):
            if row.is_that_of(element):
                return self._made(row, element, depth)
        if name == "note":
            remark = ELEMENT_OF[EditorialNote]
            footnote = None if self.reader.own else self._footnote(element, depth)
            return footnote or self._made(remark, element, depth)
        return read_note(element) if name[0] == "{" else None

    def _date(self, element: etree._Element) -> Date | None:
        found = read_date_element(element, self.reader) if self.reader.string(element) else None
        if found is None or words_of_date(found) != self._inner(element):
            return None
        encoding = encoding_of(element, "date", inline_date_attributes(found, self.register))
        return Date(date=found, encoding=encoding)

    def _inner(self, element: etree._Element) -> str:
        """What stands inside, in files of others without blanks at the ends."""
        return inside_of(element) if self.reader.own else inside_of(element).strip(" ")

    def _made(self, row: InlineElement, element: etree._Element, depth: int) -> Inline | None:
        values = {each.field: each.read(element) for each in row.attributes if each.field}
        if any(values[each.field] is None for each in row.attributes if each.field and not each.optional):
            return None
        if row.words == "content":
            return self._filled(row, element, values, tuple(self._inside(element, depth)))
        words = self.reader.string(element)
        if not words and row.words and row.made is not Gap:
            return None
        made = row.made.model_validate({**values, row.words: words} if row.words else values)
        same = row.with_words("", row.marked(made))[1] == self._inner(element)
        return self._encoded(row, element, made) if same else None

    def _filled(
        self, row: InlineElement, element: etree._Element, values: dict[str, object], content: tuple[Inline, ...]
    ) -> Inline:
        """A container; the element itself, where the kind does not hold what stands inside: a choice of one reading."""
        try:
            made = row.made.model_validate({**values, "content": row.holds(content)})
        except ValidationError:
            return markup(element, content)
        return self._encoded(row, element, self._implied(row, element, made))

    def _implied(self, row: InlineElement, element: etree._Element, made: Inline) -> Inline:
        """Without what would be written for an empty field as well: the party that a signer is."""
        given = dict(attributes_of(element))
        for each in row.attributes:
            if each.implied and getattr(made, each.field) is not None:
                bare = made.model_copy(update={each.field: None})
                written = pairs_of(each.write(bare, self.register))
                if written and written.items() <= given.items():
                    return bare
        return made

    def _encoded(self, row: InlineElement, element: etree._Element, made: Inline) -> Inline:
        encoding = encoding_of(element, row.names[0], row.written(made, self.register))
        return made.model_copy(update={"encoding": encoding}) if encoding else made

    def line_break(self, element: etree._Element) -> LineBreak:
        """`lb`."""
        made = LineBreak(inside_word=element.get("break") == "no")
        encoding = encoding_of(element, "lb", _broken(made)) if len(element.attrib) else None
        return made.model_copy(update={"encoding": encoding}) if encoding else made

    def page_break(self, element: etree._Element) -> PageBreak:
        """`pb`."""
        stated = {each.field: each.read(element) for each in _PAGE}
        made = PageBreak.model_validate({"inferred": read_inference(element), **stated})
        encoding = encoding_of(element, "pb", _page(made, self.register))
        return made.model_copy(update={"encoding": encoding}) if encoding else made

    def _footnote(self, element: etree._Element, depth: int) -> FootnoteReference | None:
        """`note` at its place in files of others: the reference here, its words among the footnotes."""
        if element.get("type") == "source":
            return None
        number = number_of(element) if element.get("n") else str(len(self.footnotes) + 1)
        content = _trimmed(self._inside(element, depth)) if number else []
        if number is None or not content:
            return None
        self.reader.report.moved(element)
        self.footnotes.append((element, number, tuple(content)))
        return FootnoteReference(verbatim=number, number=number)
