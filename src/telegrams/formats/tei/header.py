"""Document → `teiHeader`. Identifiers, and the rules and telegrams that the body names, are in the register: the body
is written first.
"""

from telegrams.formats.contract import WriteOptions
from telegrams.formats.publication import UNPUBLISHED, is_address, licence_address, option_words, publication_date
from telegrams.formats.xml import attribute, text
from telegrams.model.document import Document

from .contributors import write_contributors
from .dates import write_date_element
from .layout import write_layout
from .parties import correspondence, participation, short_form
from .policy import encoding
from .register import Register
from .source import write_source


def write_header(document: Document, options: WriteOptions, register: Register) -> str:
    """The whole `teiHeader`."""
    source = write_source(document, register, lean=options.lean)
    profile = _profile(document, register)
    kind = document.title.kind if document.title else None
    record = document.citation.record_id if document.citation else None
    layout = write_layout(document.layout) if document.layout and options.layout else ""
    change = "\n    <revisionDesc><change>Converted by rule from plain text.</change></revisionDesc>"
    return (
        "\n  <teiHeader>\n    <fileDesc>"
        f"\n      <titleStmt>{_title(document, register, lean=options.lean)}\n      </titleStmt>"
        f"\n      <publicationStmt>{publication(options, record)}\n      </publicationStmt>"
        f"{_notes(document)}"
        f"\n      <sourceDesc>{source}\n      </sourceDesc>"
        "\n    </fileDesc>"
        f"\n    <encodingDesc>{encoding(register, kind, lean=options.lean)}\n    </encodingDesc>"
        + (f"\n    <profileDesc>{profile}\n    </profileDesc>" if profile else "")
        + layout
        + ("" if options.lean else change)
        + "\n  </teiHeader>"
    )


def _title(document: Document, register: Register, *, lean: bool) -> str:
    title, citation = document.title, document.citation
    pieces = [f'<title type="main">{text(title.verbatim)}</title>' if title else "<title>Untitled document</title>"]
    if title and not lean:
        if citation and citation.publisher:
            pieces.append(f'<title type="sub">TEI edition converted from the {text(citation.publisher)}</title>')
        pieces += [f"<author>{short_form(party, register)}</author>" for party in title.senders]
    contributors = citation.source.contributors if citation and citation.source else ()
    pieces += write_contributors(contributors, register.contributors)
    return "".join(f"\n        {piece}" for piece in pieces)


def publication(options: WriteOptions, record: str | None = None) -> str:
    """The children of `publicationStmt`, for a file or for a document with its record number."""
    if options.publisher:
        pieces = [f"<publisher>{text(option_words(options.publisher))}</publisher>"]
    else:
        pieces = [f"<authority>{UNPUBLISHED}</authority>"]
    if record:
        pieces.append(f'<idno type="wcda">{record}</idno>')
    if options.published:
        pieces.append(f'<date when="{publication_date(options.published)}"/>')
    if options.licence:
        licence = option_words(options.licence)
        address = licence_address(licence) or (licence if is_address(licence) else None)
        target = f' target="{attribute(address)}"' if address else ""
        pieces.append(f"<availability><licence{target}>{text(licence)}</licence></availability>")
    else:
        pieces.append('<availability status="unknown"><p>The source states no licence.</p></availability>')
    return "".join(f"\n        {piece}" for piece in pieces)


def _notes(document: Document) -> str:
    """Credits and fields of the record that TEI has no element for."""
    notes = [f'<note type="credits">{text(paragraph)}</note>' for paragraph in document.credits]
    for field in document.other_fields:
        paragraphs = "".join(f"<p>{text(paragraph)}</p>" for paragraph in field.paragraphs)
        notes.append(f'<note type="field"><label>{text(field.label)}</label>{paragraphs}</note>')
    lines = "".join(f"\n        {note}" for note in notes)
    return f"\n      <notesStmt>{lines}\n      </notesStmt>" if notes else ""


def _profile(document: Document, register: Register) -> str:
    """The children of `profileDesc`."""
    pieces = []
    if document.summary:
        paragraphs = "".join(f"<p>{text(paragraph)}</p>" for paragraph in document.summary)
        pieces.append(f'\n      <abstract xml:id="{register.own("summary")}">{paragraphs}</abstract>')
    if document.date:
        pieces.append(f"\n      <creation>{write_date_element(document.date, register)}</creation>")
    if document.contents:
        pieces.append(f"\n      <langUsage>{_languages(document)}\n      </langUsage>")
    citation = document.citation
    pieces.append(correspondence(document, register, citation.record_id if citation else None))
    pieces.append(participation(document, register))
    if document.title and document.title.kind:
        scheme, kind = register.own("documentTypes"), register.own(document.title.kind)
        reference = f'<catRef scheme="#{scheme}" target="#{kind}"/>'
        pieces.append(f"\n      <textClass>{reference}</textClass>")
    return "".join(pieces)


def _languages(document: Document) -> str:
    """`language` for each line of the contents; `und` with unknown certainty where the line names none."""
    lines = []
    for entry in document.contents:
        ident = f'ident="{entry.language}"' if entry.language else 'ident="und" cert="unknown"'
        lines.append(f'\n        <language {ident} n="{entry.kind}">{text(entry.verbatim)}</language>')
    return "".join(lines)
