"""Document ⇄ `teiHeader`. Identifiers, and the rules and telegrams that the body names, are in the register: the body
is written first. It is read from our own files only.
"""

from typing import Any, get_args

from lxml import etree

from telegrams.formats.contract import WriteOptions
from telegrams.formats.publication import (
    UNPUBLISHED,
    is_address,
    is_publication_date,
    licence_address,
    option_words,
    publication_date,
)
from telegrams.formats.xml import attribute, leaf, text
from telegrams.model.document import ContentsItem, ContentsKind, Document, HeaderField, Publication
from telegrams.model.known import known
from telegrams.model.parties import Kind, Title

from .catalogue import read_catalogue, write_keywords, write_notes, write_rights
from .citation import read_citation
from .contributors import write_contributors
from .dates import read_child_date, write_date_element
from .holding import read_languages
from .layout import read_layout, write_layout
from .parties import Parties, correspondence, is_sent, participation, short_form
from .policy import encoding
from .reader import TEI, TeiReader, in_tei, language_tag
from .register import Register
from .source import read_original, write_source

DIGESTS = "<?telegrams.digests?>"
"""Stands for the digests of what is written."""
_KINDS: tuple[Kind, ...] = get_args(Kind)
_CONTENTS: tuple[ContentsKind, ...] = get_args(ContentsKind)


def write_header(document: Document, options: WriteOptions, register: Register, *, declared: bool) -> str:
    """The whole `teiHeader`; `declared`: with how the file was made, unless the options ask for less."""
    source = write_source(document, register, lean=options.lean)
    profile = _profile(document, register)
    kind = document.title.kind if document.title else None
    record = document.citation.record_id if document.citation else None
    titles = _title(document, register, lean=options.lean)
    declared = declared and not options.lean
    # All that names a rule or a telegram is written by now.
    encoded = encoding(register, kind, declared=declared, with_prefix=record is not None)
    layout = write_layout(document.layout) if document.layout and options.layout else ""
    change = "\n    <revisionDesc><change>Converted by rule from plain text.</change></revisionDesc>"
    return (
        "\n  <teiHeader>\n    <fileDesc>"
        f"\n      <titleStmt>{titles}\n      </titleStmt>"
        f"\n      <publicationStmt>{_publication(document, options, record)}\n      </publicationStmt>"
        f"{_notes(document)}"
        f"\n      <sourceDesc>{source}\n      </sourceDesc>"
        "\n    </fileDesc>"
        f"\n    <encodingDesc>{encoded}\n    </encodingDesc>"
        + (f"\n    <profileDesc>{profile}\n    </profileDesc>" if profile else "")
        + layout
        + DIGESTS
        + ("" if options.lean else change)
        + "\n  </teiHeader>"
    )


def _title(document: Document, register: Register, *, lean: bool) -> str:
    title, citation = document.title, document.citation
    pieces = [f'<title type="main">{text(title.verbatim)}</title>' if title else "<title>Untitled document</title>"]
    if title and not lean and citation and citation.publisher:
        pieces.append(f'<title type="sub">TEI edition converted from the {text(citation.publisher)}</title>')
    if title and not (lean and is_sent(title)):
        pieces += [f"<author>{short_form(party, register)}</author>" for party in title.senders]
    contributors = citation.source.contributors if citation and citation.source else ()
    pieces += write_contributors(contributors, register.contributors)
    return "".join(f"\n        {piece}" for piece in pieces)


def _publication(document: Document, options: WriteOptions, record: str | None) -> str:
    return publication(options, document.publication, record, write_rights(document.catalogue))


def publication(options: WriteOptions, stated: Publication | None, record: str | None = None, rights: str = "") -> str:
    """The children of `publicationStmt`, for a file or for a document with its record number and its rights.

    What the caller says comes before what is `stated` already.
    """
    stated = stated or Publication()
    publisher = option_words(options.publisher) or stated.publisher
    pieces = [leaf("publisher", publisher) or leaf("authority", UNPUBLISHED)]
    pieces += filter(None, (leaf("idno", record, ' type="wcda"'),))
    published = publication_date(options.published) if options.published else stated.date
    if published:
        pieces.append(f'<date when="{published}"/>')
    pieces.append(_availability(option_words(options.licence) or stated.licence, rights))
    return "".join(f"\n        {piece}" for piece in pieces)


def _availability(licence: str | None, rights: str) -> str:
    if not licence:
        return f'<availability status="unknown">{rights or "<p>The source states no licence.</p>"}</availability>'
    address = licence_address(licence) or (licence if is_address(licence) else None)
    target = f' target="{attribute(address)}"' if address else ""
    return f"<availability><licence{target}>{text(licence)}</licence>{rights}</availability>"


def _read_publication(description: etree._Element, reader: TeiReader) -> Publication | None:
    """Publisher, licence and date; None where none of them is there."""
    date = description.find(in_tei("publicationStmt/date"))
    when = "" if date is None else date.get("when", "")
    stated = Publication(
        publisher=reader.child(description, "publicationStmt/publisher"),
        licence=reader.child(description, "publicationStmt/availability/licence"),
        date=when if is_publication_date(when) else None,
    )
    return None if stated == Publication() else stated


def _notes(document: Document) -> str:
    """Credits and fields of the record that TEI has no element for."""
    notes = [leaf("note", paragraph, ' type="credits"') for paragraph in document.credits]
    notes += [
        f'<note type="field">{leaf("label", field.label)}{_paragraphs(field.paragraphs)}</note>'
        for field in document.other_fields
    ]
    notes += filter(None, write_notes(document.catalogue))
    lines = "".join(f"\n        {note}" for note in notes)
    return f"\n      <notesStmt>{lines}\n      </notesStmt>" if notes else ""


def _paragraphs(words: tuple[str, ...]) -> str:
    return "".join(leaf("p", paragraph) for paragraph in words)


def _profile(document: Document, register: Register) -> str:
    """The children of `profileDesc`."""
    pieces = []
    if document.summary:
        identity = register.own("summary")
        pieces.append(f'\n      <abstract xml:id="{identity}">{_paragraphs(document.summary)}</abstract>')
    if document.date:
        pieces.append(f"\n      <creation>{write_date_element(document.date, register)}</creation>")
    if document.contents:
        pieces.append(f"\n      <langUsage>{_languages(document)}\n      </langUsage>")
    citation = document.citation
    pieces.append(correspondence(document, register, citation.record_id if citation else None))
    pieces.append(participation(document, register))
    if classed := _text_class(document, register):
        pieces.append(f"\n      <textClass>{classed}</textClass>")
    return "".join(pieces)


def _text_class(document: Document, register: Register) -> str:
    """The kind of the document, and the subject that the head of its text gives."""
    kind, reference = document.title.kind if document.title else None, ""
    if kind:
        scheme, target = register.own("documentTypes"), register.own(kind)
        reference = f'<catRef scheme="#{scheme}" target="#{target}"/>'
    terms = "".join(leaf("term", subject) for subject in document.subjects)
    return reference + (f"<keywords>{terms}</keywords>" if terms else "") + write_keywords(document.catalogue)


def _languages(document: Document) -> str:
    """`language` for each line of the contents; `und` with unknown certainty where the line names none."""
    lines = []
    for entry in document.contents:
        ident = f'ident="{entry.language}"' if entry.language else 'ident="und" cert="unknown"'
        lines.append(f'\n        <language {ident} n="{entry.kind}">{text(entry.verbatim)}</language>')
    return "".join(lines)


def read_description(edition: etree._Element, reader: TeiReader) -> Document:
    """The document of a file of ours without its body and amendments."""
    header = edition.find(f"{TEI}teiHeader")
    return Document() if header is None else Document(**_read_header(header, reader))


def _read_header(header: etree._Element, reader: TeiReader) -> dict[str, Any]:
    """The fields that the header holds: all of a Document but its body."""
    empty = etree.Element(f"{TEI}empty")
    description = header.find(f"{TEI}fileDesc")
    description = empty if description is None else description
    source = description.find(f"{TEI}sourceDesc")
    source = empty if source is None else source
    lines = header.iterfind(in_tei("profileDesc/langUsage/language"))
    fields = description.iterfind(in_tei("notesStmt/note[@type='field']"))
    return {
        "title": _read_title(header, source, reader),
        "date": read_child_date(header, "profileDesc/creation/date", reader),
        "citation": read_citation(description, source, reader),
        "summary": reader.children(header, "profileDesc/abstract/p"),
        "credits": reader.children(description, "notesStmt/note[@type='credits']"),
        "original_languages": read_languages(source, reader),
        "contents": tuple(entry for each in lines if (entry := _read_line(each, reader))),
        "catalogue": read_catalogue(header, reader),
        "other_fields": tuple(
            HeaderField(label=label, paragraphs=reader.children(note, "p"))
            for note in fields
            if (label := reader.child(note, "label"))
        ),
        "subjects": _read_subjects(header, reader),
        "setting": Parties(header, reader).of_head(),
        "publication": _read_publication(description, reader),
        "layout": read_layout(header, reader),
    }


def _read_subjects(header: etree._Element, reader: TeiReader) -> tuple[str, ...]:
    """The subject that the head of the text gives, in the keywords that are not the catalogue's."""
    stated = (each for each in header.iterfind(in_tei("profileDesc/textClass/keywords")) if each.get("n") is None)
    return tuple(subject for each in stated for subject in reader.children(each, "term"))


def _read_title(header: etree._Element, source: etree._Element, reader: TeiReader) -> Title | None:
    verbatim = reader.child(header, "fileDesc/titleStmt/title[@type='main']")
    if verbatim is None:
        return None
    reference = header.find(in_tei("profileDesc/textClass/catRef"))
    target = "" if reference is None else reference.get("target", "").removeprefix("#")
    parties = Parties(header, reader)
    return Title(
        verbatim=verbatim,
        kind=known(_KINDS, target),
        senders=parties.of_author(),
        recipients=parties.of_action("received"),
        via=parties.of_action("transmitted"),
        participants=parties.of_title(),
        **read_original(source, reader),
    )


def _read_line(element: etree._Element, reader: TeiReader) -> ContentsItem | None:
    verbatim = reader.string(element)
    if verbatim is None:
        return None
    language = None if element.get("cert") == "unknown" else language_tag(element, "ident")
    return ContentsItem(verbatim=verbatim, kind=known(_CONTENTS, element.get("n")) or "other", language=language)
