"""A source statement → its clauses, every character kept.

::

    statement := ["[Source:"] clause { separator clause } [separator]
    separator := ". " | "; " | ", " | " and " | ", and " | "; and "
    clause    := holding | publication | credit | url | rest

A full stop or semicolon parts any clauses; a comma or `and` parts only where a credit, a printed source or a remark
begins behind it. Brackets, quotation marks, initials and abbreviations protect what looks like a separator.
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .leads import ASIDE, LeadKind, first_word, is_custody, is_from_print, lead, only_edits, small_letters
from .marks import imprints, mask, stop_ends_sentence, trimmed_end
from .signs import is_abbreviation_first, is_volume, looks_like_holding, looks_like_publication, names_papers

SegmentKind = Literal["holding", "publication", "credit", "url", "rest", "separator"]


class Segment(NamedTuple):
    """A piece of a source statement; the texts of all segments joined are the statement."""

    kind: SegmentKind
    """What the piece is; a `credit` says who handed the copy on, translated, edited or transcribed."""
    text: str


@dataclass(slots=True)
class _Clause:
    kind: LeadKind | Literal["plain", "url"]
    start: int
    end: int
    mark: str
    """The punctuation before it: `.` or `;` part any clauses."""


class _Marked(NamedTuple):
    """A statement with the forms of it that the patterns are tried on."""

    text: str
    masked: str
    small: str


_WRAPPER = re.compile(r" {0,4}\[? ?(?:Archival )?Sources? ?: ?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\)) ")
_WRAPPER_FIRST = frozenset("[ SsAa")
_PAIR = r"\([^\s<>\"“”()]*\)"
_ADDRESS = rf"<?(https?://(?:[^\s<>\"“”()]|{_PAIR})*(?:[^\s<>\"“”.,;:()\]]|{_PAIR}))>?"
_URL = re.compile(_ADDRESS)
_WRAPPED = re.compile(
    r"(?:\\url\{|\[(?P<label>https?://[^\s\[\]]{1,400})\]\(|\()(?P<url>(?(label)(?P=label)|https?://[^\s<>\"“”(){}]{1,400}))[)}]"
)
"""An address in brackets, in the command of LaTeX, or as a link of Markdown with itself as words."""
_CUT = re.compile(rf"([.;, \"”»])(?:(?<! ) +|(?=and |<?http))(?:and |{_ADDRESS})?(?=([^\W_]*))")
"""A place where a clause may end; it begins with one of few characters, which makes the search quick."""

_QUOTES = ('"', "“", "«")
_CLOSING_QUOTES = '"”»'
_PAGES = re.compile(r"\bpp?\. ?\d")


def segment_source(statement: str) -> tuple[Segment, ...]:
    """Cut a source statement into segments; `"".join(s.text for s in segments) == statement` for any string."""
    segments: list[Segment] = []
    done = 0
    for kind, start, end in _spans(statement):
        if start > done:
            segments.append(Segment("separator", statement[done:start]))
        segments.append(Segment(kind, statement[start:end]))
        done = end
    if done < len(statement):
        segments.append(Segment("separator", statement[done:]))
    return tuple(segments)


def _spans(statement: str) -> list[tuple[SegmentKind, int, int]]:
    wrapper = _WRAPPER.match(statement) if statement[:1] in _WRAPPER_FIRST else None
    begin = wrapper.end() if wrapper else _number_end(statement)
    masked = statement[:begin] + mask(statement[begin:]) if begin else mask(statement)
    if "http" in statement:
        masked = _with_addresses(statement, masked)
    if " (" in masked:
        masked = _without_brackets_of_custody(statement, masked)
    marked = _Marked(statement, masked, small_letters(masked))
    spans: list[tuple[SegmentKind, int, int]] = []
    for clause in _joined(_clauses(marked, begin), statement, imprints(statement)):
        start = clause.start
        while start < clause.end and statement[start] in " .,;:":
            start += 1
        end = trimmed_end(masked, start, clause.end) if clause.kind != "url" else clause.end
        if end > start:
            spans.append((_kind(clause, statement[start:end], spans[-1][0] if spans else None), start, end))
    return spans


def _with_addresses(statement: str, masked: str) -> str:
    """The masked text with blanks for what stands around an address: `(u)`, `\\url{u}`, `[u](u)`."""
    for found in _WRAPPED.finditer(statement):
        start, end = found.span("url")
        around = " " * (start - found.start()), " " * (found.end() - end)
        masked = masked[: found.start()] + around[0] + statement[start:end] + around[1] + masked[found.end() :]
    return masked


def _number_end(statement: str) -> int:
    """The end of the number that a list of notes puts before a statement: `12. RGANI, f. 5`, `[3] Translated by …`."""
    number = _NUMBER.match(statement)
    if number is None:
        return 0
    end = number.end()
    small = small_letters(statement)
    sure = statement.startswith(_QUOTES, end) or lead(statement, small, end, first_word(small, end)) is not None
    return end if sure or is_abbreviation_first(statement, end) else 0


def _without_brackets_of_custody(statement: str, masked: str) -> str:
    """The masked text with brackets that hold a step of custody made a clause: `Archive (copy courtesy of NSA)`."""
    pieces: list[str] = []
    done = 0
    for pair in ASIDE.finditer(statement):
        start, end = pair.span()
        if masked[start + 1] == "(" and is_custody(pair[1]):
            pieces += (masked[done:start], "; ", mask(pair[1]), ";")
            done = end
    return "".join((*pieces, masked[done:]))


def _kind(clause: _Clause, text: str, before: SegmentKind | None) -> SegmentKind:
    if clause.kind == "plain":
        if looks_like_holding(text, before is None) or (
            before == "holding" and (names_papers(text) or is_volume(text))
        ):
            return "holding"
        return "publication" if looks_like_publication(text) else "rest"
    if clause.kind == "credit" and " from " in text and imprints(text) and is_from_print(text):
        return "publication"
    return "rest" if clause.kind == "remark" else clause.kind


def _clauses(marked: _Marked, begin: int) -> list[_Clause]:
    """Every place where a clause begins, with the kind its first words tell."""
    length = len(marked.text)
    url = _URL.match(marked.small, begin)
    clauses = [_Clause("url", *url.span(1), ";")] if url else []
    begin = url.end() if url else begin
    found = lead(marked.masked, marked.small, begin, first_word(marked.small, begin))
    settled = found[1] if found is not None else begin
    clauses.append(_Clause(found[0] if found is not None else "plain", begin, length, ";"))
    for cut in _CUT.finditer(marked.small, begin):
        end = cut.end()
        kind: LeadKind | Literal["plain"] = "plain"
        if cut[2] is not None:
            clauses[-1].end = cut.start()
            clauses.append(_Clause("url", *cut.span(2), ","))
            settled = end
        elif cut.start() < settled:
            continue
        else:
            found = lead(marked.masked, marked.small, end, cut[3])
            if found is not None and _parts_here(marked, cut, found, clauses[-1].kind):
                kind, settled = found
            elif not _ends_clause(marked.masked, cut):
                continue
            # The full stop may be part of the last word (`D.C.`): trimming decides.
            clauses[-1].end = cut.start() + 1
        clauses.append(_Clause(kind, end, length, cut[1]))
    return clauses


def _parts_here(marked: _Marked, cut: re.Match[str], found: tuple[LeadKind, int], before: str) -> bool:
    """Whether a lead begins a clause here, and does not go on with the clause before it."""
    kind, end = found
    if cut[1] in _CLOSING_QUOTES:
        return kind == "credit" and marked.masked[cut.end()].isupper()
    if kind == "publication" and marked.small.startswith("in ", cut.end()):
        return _leads_in(marked.masked, end)
    goes_on = kind == "credit" and before == "publication" and cut[1] in ", "
    return not (goes_on and only_edits(marked.small, cut.end()))


def _ends_clause(masked: str, cut: re.Match[str]) -> bool:
    """Whether a clause ends here though no lead follows."""
    if cut[1] == ";":
        return True
    if cut[1] != ".":
        return cut[0].endswith("and ") and is_abbreviation_first(masked, cut.end())
    following = masked[cut.end() : cut.end() + 1]
    return not following.islower() and not following.isdigit() and stop_ends_sentence(masked, cut.start())


def _leads_in(masked: str, at: int) -> bool:
    """Whether `in` leads to a printed source: a title behind it, and brackets, a quotation or pages soon after."""
    if masked.startswith(_QUOTES, at):
        return True
    near = masked[at : at + 400]
    return near[:1].isupper() and ("(" in near or _PAGES.search(near) is not None)


def _joined(clauses: list[_Clause], statement: str, found: list[int]) -> list[_Clause]:
    """The clauses with printed sources made whole: an imprint gathers the clauses of its author and title.

    `A. Smith. Memoirs. Translated by B. Jones. (Oslo: North, 1980), 5.` is one printed source.
    """
    if not found:
        return clauses
    joined: list[_Clause] = []
    places = iter([*found, len(statement)])
    place = next(places)
    for clause in clauses:
        while place < clause.start:
            place = next(places)
        if place < clause.end and clause.kind != "url":
            _gather(joined, clause, place == clause.start, statement)
        else:
            joined.append(clause)
    return joined


def _gather(before: list[_Clause], clause: _Clause, bare: bool, statement: str) -> None:
    """Append a clause with an imprint, taking in what belongs to it from the end of `before`."""
    reach = len(before)
    mark = clause.mark
    for index in range(len(before) - 1, -1, -1):
        earlier = before[index]
        if mark == ";" or earlier.kind in {"url", "remark"}:
            break
        if earlier.kind == "credit":
            if not bare:
                break
        elif earlier.kind == "publication":
            if not imprints(statement[earlier.start : earlier.end]):
                reach = index
            break
        elif looks_like_holding(statement[earlier.start : earlier.end], first=False):
            break
        else:
            reach = index
        mark = earlier.mark
    if reach < len(before):
        clause.start, clause.mark = before[reach].start, before[reach].mark
        del before[reach:]
        clause.kind = "publication"
    elif clause.kind in {"plain", "remark"}:
        clause.kind = "publication"
    before.append(clause)
