"""The doors for embedding: `convert`, `parse`, and the result they give."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from telegrams.errors import ParseError
from telegrams.findings import finding
from telegrams.formats import read
from telegrams.formats.given import Given, content_of, file_name, is_path_of_a_file
from telegrams.formats.guess import decoded, guess_format
from telegrams.formats.text import drafts_of, has_stale_layout
from telegrams.model.diagnostics import Diagnostic, Span
from telegrams.model.document import Document
from telegrams.model.layout import Encoding
from telegrams.reading import Draft
from telegrams.reading.source import decode, from_text


@dataclass(frozen=True)
class Result:
    """What came of one input. Nothing in it depends on the clock, the machine or the number of workers."""

    documents: tuple[Document, ...]
    """The documents, in order; a file may hold several: records pasted into one text, a stream, a corpus."""
    source: str
    """The decoded input without its byte order mark, or the text taken out of a PDF; spans count its characters."""
    name: str | None = None
    """The input's name, where it has one."""
    found: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """What the reader itself reported."""
    drafts: tuple[Draft, ...] = field(default=(), repr=False)
    """For a text: what the stages of reading found of each document."""
    names: tuple[str | None, ...] = field(default=(), repr=False)
    """What a file of several documents calls each of them: its `xml:id` in TEI, its `id` in CSL."""

    @property
    def document(self) -> Document:
        """The first document. Raises `IndexError` for an empty stream."""
        return self.documents[0]

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings, in the order of their places: the reader's and the checks an editor wants."""
        findings = list(self.found)
        if self.drafts:
            from telegrams.reading.checks import check_document

            name = self.name if len(self.drafts) == 1 else None
            for draft in self.drafts:
                findings += check_document(draft, name)
        else:
            findings += (
                finding(
                    "TG009", "the document was changed since it was read: its layout no longer fits and is left out"
                )
                for document in self.documents
                if has_stale_layout(document)
            )
        return tuple(sorted(findings, key=lambda each: (each.span.start if each.span else -1, each.code)))

    @cached_property
    def spans(self) -> Mapping[str, Span]:
        """Where each value taken from a text stands in `source`: the value's path in the document → its span.

        Paths are written `date`, `title.senders[0].name`, `citation.source.holdings[0].fond`, `body[3]`; where the text
        holds several documents, `documents[1].date`. White space and marks of line ends aside, the slice of `source` at
        a span is the value's verbatim form.
        """
        if not self.drafts:
            return {}
        from telegrams.reading.evidence import locate_values

        return {
            self.path(position, path): span
            for position, draft in enumerate(self.drafts)
            for path, span in locate_values(draft).items()
        }

    def path(self, position: int, path: str) -> str:
        """The key in `spans` of a value of a document, by the document's position and the value's path in it."""
        return path if len(self.documents) == 1 else f"documents[{position}].{path}"


def convert(
    data: Given,
    format: str | None = None,
    encoding: Encoding = "utf-8",
    name: str | None = None,
) -> Result:
    """Read an input of any readable format; the format is guessed from name and content where none is given.

    `data` is bytes, a text, a path (`os.PathLike`) or an open file; a `str` is always text, and where it is the path of
    a file, the finding TG101 says so.

    Findings are values in the result. Raises `DecodeError` for bytes that are not text in the encoding, `ParseError`
    for JSON, XML or a PDF that is not of its format or cannot be read, `UnknownFormatError` for a format that does not
    exist.
    """
    given, name = content_of(data), name or file_name(data)
    chosen = format or guess_format(given, name)
    if chosen == "text":
        source = from_text(given) if isinstance(given, str) else decode(given, encoding)
        result = _drafted(drafts_of(source), (), source.raw, name)
        return _as_path(result) if isinstance(data, str) and is_path_of_a_file(data) else result
    content = given.encode("utf-8") if isinstance(given, str) else given
    if chosen == "pdf":
        from telegrams.formats.pdf import drafts_of_pdf

        return _drafted(*drafts_of_pdf(content), name)
    reading = read(content, chosen)
    return Result(reading.documents, decoded(content), name, reading.diagnostics, names=reading.names)


def _as_path(result: Result) -> Result:
    """The result of a text that is the path of a file; its finding that it has no header says so."""
    told = finding(
        "TG101", "the text is the path of a file, and is no record", hint="telegrams.convert(Path(…)) reads the file"
    )
    return replace(result, found=tuple(told if each.code == "TG101" else each for each in result.found))


def _drafted(drafts: tuple[Draft, ...], found: tuple[Diagnostic, ...], source: str, name: str | None) -> Result:
    findings = (*found, *(each for draft in drafts for each in draft.findings))
    return Result(tuple(draft.document for draft in drafts), source, name, findings, drafts)


def parse(text: Given) -> Document:
    """The document that a text holds.

    Raises `ParseError` where the text has no header of an archive record, and where it holds several (TG021): none
    of them is passed over.
    """
    result = convert(text, "text")
    errors = [found for found in result.found if found.severity == "error"]
    if len(result.documents) > 1:
        message = f"the text holds {len(result.documents)} records, and one document was asked for"
        errors.append(finding("TG021", message, hint="telegrams.convert(text).documents has all of them"))
    if errors:
        raise ParseError(errors)
    return result.document
