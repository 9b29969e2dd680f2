"""TEI of other hands → Documents, as far as the model goes.

FRUS volumes, collections, several letters (`several`): each part is a Document with the `head` as title and the first
dated `dateline` as date, or with what its `correspDesc` says, if there are as many. Letters with `correspDesc`: parties
and date from there. CMIF: each `correspDesc` is a Document; as the file has no title for it, one is made of the names.
What is not understood is reported; words of the header that the
model has no place for are reported by element, words of the text are kept.

The sender is whom the heading tags as such or `correspDesc` names, else the `author`, else whom the title names; kind,
number and subject are read from the title. Of several titles it is that of the piece (`@level='a'`) or the main one,
never that of the series before them.
"""

from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from telegrams.formats.xml import NAMESPACE
from telegrams.model.body import SourceNote
from telegrams.model.dates import HistoricalDate
from telegrams.model.document import Document
from telegrams.model.parties import Title

from .correspondence import DATE, Correspondence, Parties, linked, read_correspondence, read_person, title_of
from .dates import read_date_element
from .holding import read_languages
from .reader import TEI, in_tei, line
from .register import Register
from .several import documents_in
from .structure import StructureReader
from .words import ForeignReader
from .write import title_page

_READ = frozenset({f"{TEI}teiHeader", f"{TEI}text", f"{TEI}TEI", f"{TEI}teiCorpus"})
"""The children of `TEI` that are read, the last ones as editions of their own."""
_AROUND = frozenset({f"{TEI}text", f"{TEI}body"})

_OF_SERIES = frozenset({"s", "j"})
_LESSER = frozenset({"sub", "alt", "short", "desc", "volume", "num", "part"})
_DATES = (
    in_tei("profileDesc/creation/date"),
    in_tei("profileDesc/creation/origDate"),
    f"{in_tei('fileDesc/sourceDesc')}//{TEI}origDate",
)


_NOTHING: frozenset[str] = frozenset()
_AUTHOR = frozenset({"persName", "surname", "forename", "roleName"})


class Named(NamedTuple):
    """A document with what the file calls it."""

    document: Document
    name: str | None


def identifier(element: etree._Element) -> str | None:
    """The `xml:id` of an element."""
    return element.get(f"{NAMESPACE}id")


def read_foreign(edition: etree._Element, reader: ForeignReader) -> list[Named]:
    """The documents of one `TEI` element; at least one."""
    letters = edition.findall(in_tei("teiHeader/profileDesc/correspDesc"))
    parts = documents_in(edition, len(letters), reader)
    if parts:
        described = letters if len(letters) == len(parts) else [None] * len(parts)
        found = [
            Named(_part(each, sent, reader), identifier(each)) for each, sent in zip(parts, described, strict=True)
        ]
    elif len(letters) > 1 and not any(map(_is_a_text, edition.iterfind(f"{TEI}text"))):
        found = [Named(_letter(each, reader), identifier(each)) for each in letters]
    else:
        return [Named(_edition(edition, letters, reader), identifier(edition))]
    report_besides(edition, reader)
    for each in edition.iterfind(f"{TEI}text"):
        reader.report_left(each)
    return found


def _is_a_text(text: etree._Element) -> bool:
    """Whether there is more than the one paragraph that an index of letters has for a text: `<p>An index</p>`."""
    paragraphs = [each for each in text.iter("{*}*") if each.tag not in _AROUND]
    return len(paragraphs) > 1 or any(each.tag != f"{TEI}p" for each in paragraphs)


def report_besides(edition: etree._Element, reader: ForeignReader) -> None:
    """Reports what of the header was not taken, and what is neither header nor text: `standOff`, `facsimile` …"""
    for child in edition.iterchildren("{*}*"):
        if child.tag == f"{TEI}teiHeader":
            reader.report_left(child)
        elif child.tag not in _READ:
            reader.report.outside(child)


def _part(part: etree._Element, description: etree._Element | None, reader: ForeignReader) -> Document:
    """A document of a volume or collection, with what the header says of its way if it does."""
    sent = Correspondence({}, None) if description is None else read_correspondence(description, reader)
    made = (_division if part.tag == f"{TEI}div" else _text)(reader.take(part), reader)
    title = made.title.model_copy(update=dict(sent.parties)) if made.title else None
    return made.model_copy(
        update={"title": title or (title_of(sent.parties) if sent.parties else None), "date": sent.date or made.date}
    )


def _text(text: etree._Element, reader: ForeignReader) -> Document:
    """A text of a collection; its first heading stays where it is."""
    body = StructureReader(reader, Register(Document()))
    head = next(text.iter(f"{TEI}head"), None)
    title = None if head is None else _headed(head, reader)
    blocks, frames = body.text(text, title.kind if title else None, "")
    return Document(
        title=title,
        date=_dateline(text, reader),
        body=body.with_footnotes(blocks),
        frames=tuple(frames),
    )


def _division(division: etree._Element, reader: ForeignReader) -> Document:
    """A document of a volume."""
    body = StructureReader(reader, Register(Document()))
    head = division.find(f"{TEI}head")
    title = None if head is None else _headed(head, reader)
    blocks, frames = body.division(division, title.kind if title else None, without=head)
    for note in [] if head is None else head.iter(f"{TEI}note"):
        reader.report.moved(note)
        found = list(body.note(note))
        blocks += [each for each in found if not isinstance(each, SourceNote)]
        blocks += [each for each in found if isinstance(each, SourceNote)]
    return Document(
        title=title,
        date=_dateline(division, reader),
        body=body.with_footnotes(blocks),
        frames=tuple(frames),
    )


def _headed(head: etree._Element, reader: ForeignReader) -> Title | None:
    """The title that a heading is; none without words."""
    from .heads import head_words, read_title, tags_of

    verbatim = line(head_words(head))
    return read_title(verbatim, tuple(tags_of(head, reader))) if verbatim else None


def _dateline(text: etree._Element, reader: ForeignReader) -> HistoricalDate | None:
    """The date of the first `dateline` that has one, with its place; else of the first whose words are one."""
    from .heads import dated

    datelines = list(text.iter(f"{TEI}dateline"))
    for dateline in datelines:
        date, place = dateline.find(f".//{TEI}date"), dateline.find(f".//{TEI}placeName")
        found = None if date is None else read_date_element(date, reader)
        if found is not None:
            named = None if place is None or found.place else reader.string(place)
            return dated(found.model_copy(update={"place": named}) if named else found)
    words = filter(None, map(reader.string, datelines))
    return next((found for each in words if (found := dated(HistoricalDate(verbatim=each))).edtf), None)


def _letter(description: etree._Element, reader: ForeignReader) -> Document:
    """A document known only by its `correspDesc`."""
    parties, date = read_correspondence(description, reader)
    return Document(title=title_of(parties), date=date)


def _edition(edition: etree._Element, letters: list[etree._Element], reader: ForeignReader) -> Document:
    """A file that is one document."""
    body = StructureReader(reader, Register(Document()))
    texts = edition.findall(f"{TEI}text")
    sent = read_correspondence(letters[0], reader) if letters else Correspondence({}, None)
    fields: dict[str, Any] = {}
    header = edition.find(f"{TEI}teiHeader")
    if header is not None:
        fields = _header(header, sent, reader)
    if not fields.get("title"):
        head = next(chain.from_iterable(each.iter(f"{TEI}head") for each in texts), None)
        headed = None if head is None else _headed(head, reader)
        fields["title"] = headed and headed.model_copy(update=dict(sent.parties))
    if not fields["title"] and sent.parties:
        fields["title"] = title_of(sent.parties)
    if not fields.get("date"):
        fields["date"] = next(filter(None, (_dateline(each, reader) for each in texts)), None)
    report_besides(edition, reader)
    kind = fields["title"].kind if fields["title"] else None
    page = title_page(Document(title=fields["title"], date=fields.get("date")), body.register)
    read = [body.text(text, kind, page) for text in texts]
    blocks, frames = (tuple(chain.from_iterable(each)) for each in zip(*read, strict=True)) if read else ((), ())
    return Document(body=body.with_footnotes(blocks), frames=frames, **fields)


def _header(header: etree._Element, sent: Correspondence, reader: ForeignReader) -> dict[str, Any]:
    """The fields that a header tells; those that it does not are None or missing."""
    for path in ("profileDesc/abstract/p", "profileDesc/abstract/ab"):
        if summary := reader.children(header, path):
            for element in header.findall(in_tei(path)):
                reader.take(element, _NOTHING)
            break
    for element in header.iter(f"{TEI}textLang"):
        reader.take(element, frozenset({"@mainLang"}))
    return {
        "title": _title(header, sent.parties, reader),
        "date": sent.date or _date(header, reader),
        "summary": summary,
        "original_languages": read_languages(header, reader),
    }


def _title(header: etree._Element, sent: Parties, reader: ForeignReader) -> Title | None:
    """The title, with the parties of `correspDesc`, or else the author as sender."""
    from .heads import read_title, tags_of

    statement = header.find(in_tei("fileDesc/titleStmt"))
    titles = [] if statement is None else [each for each in statement.iterfind(f"{TEI}title") if reader.string(each)]
    if statement is None or not titles:
        return None
    chosen = min(titles, key=_rank)
    tags = tuple(tags_of(chosen, reader))
    stated = dict(sent)
    known = {party.name for party in stated.get("senders", ())}
    wanted = not known and not any(tag.field == "senders" for tag in tags)
    authors = [
        read_person(reader.take(each, linked(_AUTHOR, each, reader)), reader)
        for each in statement.iterfind(f"{TEI}author")
        if wanted or reader.string(each) in known
    ]
    if wanted and (found := tuple(filter(None, authors))):
        stated["senders"] = found
    reader.report_attributes(reader.take(chosen), frozenset({"@type", "@level"}))
    return read_title(reader.string(chosen) or "", tags, stated)


def _rank(title: etree._Element) -> tuple[bool, bool, bool, bool]:
    """The first in order is the title of the document: no series', no lesser part, main or of a piece, of a piece."""
    kind, level = title.get("type", ""), title.get("level", "")
    series = level in _OF_SERIES or "series" in kind
    lesser = kind in _LESSER or "date" in kind or "number" in kind
    return series, lesser, level != "a" and kind != "main", level != "a"


def _date(header: etree._Element, reader: ForeignReader) -> HistoricalDate | None:
    """The date of the document's making, or else of the original."""
    from .heads import dated

    for path in _DATES:
        element = header.find(path)
        found = None if element is None else read_date_element(element, reader)
        if element is not None and found is not None:
            reader.take(element, DATE)
            return dated(found)
    return None
