"""The last passages of a text → which of them close the document (format.md 6.2).

    closing := (dateline | signature | compliment | record | distribution)*   notes, gaps and remarks may follow

The closing is read from its end backwards. Words that only may be a name close a document by their place: under a
compliment, beside an office, or as the last words of the text, behind a whole sentence.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from telegrams.facts.running import running_words
from telegrams.model.body import CLOSER_ROLES, CloserRole
from telegrams.model.known import one_of

from .dateline import Dateline, read_dateline
from .formulas import Formula, closer_formula
from .lines import Line, squeeze
from .passages import LINE, Passage, ends_sentence, is_remark
from .signatures import SignedLine, is_office, read_signed_line

_LONGEST = 240
_MOST, _FARTHEST = 12, 20
_SHORT = 60
_MOST_NAMES = 2
_SEARCHED = 40
_GREETINGS = running_words("greeting")
_COURTEOUS = _GREETINGS | running_words("compliment")
_GAP = re.compile(r" {3,}|[ ]*\t[ \t]*")
"""What parts two signers side by side."""
_TYPIST = re.compile(r"[A-Z]{2,4}[/:][A-Za-z]{2,4}")
_MAY_BE_PLACE = frozenset({"closer-signature-capitals", "closer-signature-dated"})
"""By which rules the words before a date may name a place as well."""


class Context(NamedTuple):
    """What the text's reader knows of the header, and of the text as a whole."""

    title: str | None = None
    written: str | None = None
    """The date of the document (EDTF), which completes days that lack their year."""
    names: frozenset[str] = frozenset()
    """Surnames and aliases of the document's parties, in lower case: they may stand alone as signatures."""
    series: frozenset[str] = frozenset()
    """The capitals that number passages: `A`, `I`."""
    notes: frozenset[str] = frozenset()
    """The numbers of the notes, to which a bare figure behind a word may point."""


class Closing(NamedTuple):
    """What a passage says if it closes a document."""

    formula: Formula[CloserRole]
    sure: bool = True
    """False where only its place can tell."""


def read_closings(passages: Sequence[Passage], end: int, context: Context) -> dict[int, Formula[CloserRole]]:
    """What the passages say that close the document, the last of them before `end`, by their index."""
    found: dict[int, Formula[CloserRole]] = {}
    offices: list[int] = []  # offices whose name was not yet met
    for index in range(end - 1, max(-1, end - 1 - _FARTHEST), -1):
        closing = read_closing(passages[index], context)
        if closing is None and is_remark(passages[index].text):
            continue
        if closing is None or len(found) == _MOST:
            break
        formula: Formula[CloserRole] | None = closing.formula
        if not closing.sure and closing.formula.rule == "closer-office":
            if not _is_signature(found.get(index + 1)):
                offices.append(index)
                continue
        elif not closing.sure:
            rule = _why_signed(passages, index, offices, context)
            formula = Formula("signature", rule) if rule else None
        if formula is None or (offices and (not _is_signature(formula) or index + 1 != offices[-1])):
            break
        found |= {office: Formula("signature", "closer-office") for office in offices}
        offices = []
        found[index] = formula
    return {} if _is_list(passages, found) else found


def _is_list(passages: Sequence[Passage], found: dict[int, Formula[CloserRole]]) -> bool:
    """Whether names with offices are a list of persons that the words before lead to, and sign nothing."""
    first = min(found, default=0)
    if len(found) == 1 or not first or any(each.rule != "closer-signature-office" for each in found.values()):
        return False
    before = passages[first - 1].text
    return before[-1] in ":," or (not ends_sentence(before) and len(before) > _SHORT)


def _is_signature(formula: Formula[CloserRole] | None) -> bool:
    return formula is not None and formula.role == "signature"


def _why_signed(passages: Sequence[Passage], index: int, offices: Sequence[int], context: Context) -> str | None:
    """The name of the rule by which words that may be a name sign the text; none where no rule says so."""
    if not index:
        return None
    before = passages[index - 1]
    closing = read_closing(before, context)
    if closing and closing.formula.role == "compliment":
        return "closer-signature-after-compliment"
    if offices and offices[-1] == index + 1:
        return "closer-signature-office"
    if closing and closing.formula.rule == "closer-office" and not closing.sure:
        return "closer-signature-office"
    if " " in passages[index].text and passages[index].text.endswith("."):
        return None
    if not closing and not ends_sentence(before.text) and not is_remark(before.text):
        return None
    run = passages[max(0, index - _MOST_NAMES) : index]
    unsure = sum(1 for each in run if (listed := read_closing(each, context)) and not listed.sure)
    if unsure == _MOST_NAMES or before.text[-1] == ":":
        return None
    used = _is_used(passages[max(0, index - _SEARCHED) : index], passages[index].text)
    return None if used else "closer-signature-last"


def _is_used(passages: Sequence[Passage], name: str) -> bool:
    """Whether the text uses the first word of a name as a word: `agreed`, so that `Agreed.` is no name."""
    word = name.strip('([/"“ ').split(" ")[0].rstrip('.,;:)]"”').lower()
    return any(_has_word(passage.text[:4000], word) for passage in passages)


def _has_word(text: str, word: str) -> bool:
    """Whether letters stand in a text as a word of their own."""
    at = text.find(word)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(word) : at + len(word) + 1]
        if not any(each.isalnum() or each == "_" for each in beside):
            return True
        at = text.find(word, at + 1)
    return False


def read_closing(passage: Passage, context: Context) -> Closing | None:
    """What a passage says if it closes a document: every line of it must be a closing line.

    Beside a date or a name, short lines without a stop may stand that are neither, such as an embassy's name.
    """
    if len(passage.text) > _LONGEST:
        return None
    lines = passage.text.split(LINE)
    read = [_closing_line(line, context) for line in lines]
    known = [each for each in read if each]
    if not known:
        return None
    told = next((each for each in known if each.formula.role == "signature" and each.sure), known[0])
    named = [each for each in known if each.formula.rule == "closer-signature-last"]
    if len(known) == len(lines):
        if len(lines) == 1 or (told.sure and told.formula.role == "signature"):
            return told
        return _of_lines(known, bool(named))
    if not all(len(line) <= _SHORT and line[-1] not in ".:;,?!" for line in lines):
        return None
    held = any(each.sure and each.formula.role in ("signature", "dateline") for each in known)
    # A name over an office: what stands under it may be the office's body or state.
    offices = [each for each in read if each and each.formula.rule == "closer-office"]
    if not held and not (named and offices and read[0]):
        return None
    return Closing(Formula(told.formula.role, "closer-among-others"))


def _of_lines(known: Sequence[Closing], named: bool) -> Closing | None:
    """What lines say together of which none is a name by its own shape."""
    rules = {each.formula.rule for each in known}
    first = known[0]
    if not named:
        return first
    if first.formula.role == "compliment":
        return Closing(Formula("signature", "closer-signature-after-compliment"))
    if "closer-office" in rules:
        return Closing(Formula("signature", "closer-signature-office"))
    return Closing(Formula("signature", "closer-signature-last"), sure=first.sure)


def read_end_line(line: str, context: Context) -> SignedLine | Dateline | None:
    """The names and dates of a closing line that is nothing but these."""
    signed = read_signed_line(line, context.names, context.written)
    if signed and signed.names and signed.sure and signed.rule not in _MAY_BE_PLACE:
        return signed
    return read_dateline(line, context.written, at_end=True) or signed


def _closing_line(line: str, context: Context) -> Closing | None:
    known = closer_formula(line)
    if known and known.role != "signature":
        return None if known.role == "other" and len(line) > _SHORT else Closing(_formula(known))
    told = read_end_line(line, context)
    if isinstance(told, SignedLine) and told.names:
        return Closing(Formula("signature", told.rule), told.sure)
    if told:
        return Closing(Formula("dateline", "closer-dateline"))
    if known:
        return Closing(_formula(known))
    if _is_compliment(line):
        return Closing(Formula("compliment", "closer-compliment-of-courtesy"))
    if _TYPIST.fullmatch(line):
        return Closing(Formula("other", "closer-typist"))
    return Closing(Formula("signature", "closer-office"), sure=False) if is_office(line) else None


def part_closing(lines: Sequence[Line], clean: str) -> list[Line]:
    """The lines, each of those that close the text with a line end set on purpose; names side by side in two lines.

    Only groups of closing lines behind all others count: what the header says of names is not asked.
    """
    parted = list(lines)
    end = len(parted)
    for _ in range(_MOST):
        while end and not parted[end - 1].text:
            end -= 1
        start = end
        while start and parted[start - 1].text and not (start < end and parted[start].page):
            start -= 1
        group = [half for line in parted[start:end] for half in _sides(line, clean)]
        if not group or len(group) > _MOST or not _are_closings(group):
            break
        parted[start:end] = [*(line._replace(hard=True) for line in group[:-1]), group[-1]]
        end = start
    return parted


def _are_closings(group: Sequence[Line]) -> bool:
    """Whether each line closes a text by itself, and together they are no name that a line end parts."""
    if any(len(line.text) > _LONGEST for line in group):
        return False
    rules = []
    for line in group:
        closing = _closing_line(line.text, Context())
        if closing is None:
            return False
        rules.append(closing.formula.rule)
    return all(" " in line.text for line in group) or any(rule != "closer-signature-last" for rule in rules)


def _sides(line: Line, clean: str) -> list[Line]:
    """The names or offices that stand side by side in a line, far apart; or the line."""
    gap = _GAP.search(clean, line.start, line.end) if len(line.text) <= _LONGEST else None
    if gap is None or _GAP.search(clean, gap.end(), line.end):
        return [line]
    left, right = squeeze(clean[line.start : gap.start()]), squeeze(clean[gap.end() : line.end])
    if not all(_signs(each) for each in (left, right)):
        return [line]
    return [
        line._replace(text=left, end=gap.start(), hard=True),
        Line(right, gap.end(), line.end, line.indent, line.hard, page=False),
    ]


def _signs(words: str) -> bool:
    """Whether words are names or an office."""
    signed = read_signed_line(words, frozenset(), None)
    return (signed is not None and bool(signed.names)) or is_office(words)


def _is_compliment(line: str) -> bool:
    """Whether a line is made of words of courtesy alone, one of them a greeting: `With high esteem,`"""
    words = line.rstrip(",!").lower().split(" ") if len(line) <= _SHORT else []
    return any(word in _GREETINGS for word in words) and all(word in _COURTEOUS for word in words)


def _formula(known: Formula[str]) -> Formula[CloserRole]:
    return Formula(one_of(CLOSER_ROLES, known.role), known.rule)
