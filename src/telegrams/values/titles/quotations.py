"""A quoted title inside a title: its subject, and what the words say about kind, extent and partners of a talk."""

from telegrams.values.titles.clauses import Clauses, read_clause
from telegrams.values.titles.designations import Designation
from telegrams.values.titles.drafts import PartyDraft
from telegrams.values.titles.heads import read_heading
from telegrams.values.titles.masking import protected
from telegrams.values.titles.meetings import without_venue
from telegrams.values.titles.parts import Parts, marked
from telegrams.values.titles.senses import Sense
from telegrams.values.titles.series import read_series
from telegrams.values.titles.vocabulary import vocabulary
from telegrams.values.titles.words import Stretch, tokenise

_QUOTES = "\"'“”„«»‘’"
_NEWSPAPER_WORDS = 3
_TALKERS = (Sense.OF, Sense.WITH, Sense.BETWEEN, Sense.BY)


def read_quotation(span: Stretch, parts: Parts) -> None:
    """A quoted title: the subject; where no kind is named outside, its own kind; in a journal, its partners.

    What is sent to somebody is about a talk, not its record: `Ann Lee to Premier Holm, 'Meeting with Ek'`.
    """
    inner = unquoted(span.before(span.start + 1).text)
    if not inner:
        return
    if _is_newspaper(parts, inner):
        parts.kind = "article"
        parts.senders.append(PartyDraft(span, span.end, organisation=inner, rule="party-behind-kind"))
        return
    parts.subject = parts.subject or inner
    words, _ = tokenise(inner)
    heading, opener = read_heading(words), words.without_article()
    if parts.recipients and heading.kind == "conversation" and words.key(heading.word) in vocabulary().talks:
        return
    if parts.kind == "other" and heading.named:
        parts.kind = heading.kind
    if heading.extent or "draft" in (words.key(0), words.after(words.end - 1).text.lower().strip("()[]")):
        parts.extent = parts.extent or heading.extent or "draft"
    reception = opener.key(opener.start) in vocabulary().talks
    if parts.kind in ("journal", "conversation") and (heading.kind == "conversation" or reception):
        read_talkers(heading if heading.kind == "conversation" else Designation(end=opener.start + 1), words, parts)


def read_talkers(heading: Designation, words: Stretch, parts: Parts) -> None:
    """The partners of a conversation that a journal or a quoted title records."""
    if heading.owner:
        parts.participants += read_series(heading.owner).parties
    for clause in Clauses(words.after(heading.end), "conversation").cut().clauses:
        if clause.label in _TALKERS:
            least = 2 if clause.label is Sense.BETWEEN else 1
            series = marked(read_clause(clause.label, clause.span), clause.label)
            parts.participants += without_venue(series.parties, least)


def unquoted(text: str) -> str:
    """A quoted title without its marks and the stop that belongs to the sentence around it."""
    inner = text[1:].strip() if len(text) > 1 else ""
    inner = inner[:-1].strip() if inner[-1:] in _QUOTES else inner
    if inner[:1] in _QUOTES and protected(inner) == [(0, len(inner))]:
        inner = inner[1:-1].strip()
    inner = inner.rstrip(", ")
    if inner.endswith(".") and inner[-3:-2] != "." and "." not in inner[-6:-1] and not inner.endswith("etc."):
        inner = inner.rstrip(",. ")
    return inner


def _is_newspaper(parts: Parts, inner: str) -> bool:
    """`Excerpts from 'Morgenposten'`."""
    return (
        parts.kind == "other"
        and parts.extent == "excerpt"
        and not parts.senders
        and inner.count(" ") < _NEWSPAPER_WORDS
    )
