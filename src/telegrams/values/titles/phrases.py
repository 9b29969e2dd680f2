"""Words → one party: which of them are name, identity, office, body and place.

party = [article] (office | body | place | name)  bracket*
"""

import re
from typing import NamedTuple

from telegrams.facts import table
from telegrams.facts.family_first import is_family_first
from telegrams.values.titles.cores import read_core
from telegrams.values.titles.drafts import HEADS, PartyDraft, first_stop, inside
from telegrams.values.titles.names import NAMES
from telegrams.values.titles.remarks import is_about_copy
from telegrams.values.titles.vocabulary import POSSESSIVES, WordClass, vocabulary
from telegrams.values.titles.words import Stretch

_OPENERS = (WordClass.ARTICLE, WordClass.HONORIFIC, WordClass.JOINER)
_MAY_OPEN = (*_OPENERS, WordClass.MODIFIER)
_SURNAMES = (WordClass.PLACE, WordClass.RANK, WordClass.HONORIFIC, WordClass.LOWER, WordClass.TOPIC)
"""Words that are no names, but behind an office."""
_FIELDS = ("al", "ic", "ary")
"""Ends of adjectives that tell the field of an office: `Counselor (Commercial)`."""


class _Bracketed(NamedTuple):
    """What editors write in brackets."""

    sort: str
    kind: str
    how: str
    words: tuple[str, ...]


_GAPS = (words for row in table("brackets", _Bracketed) if row.sort == "gap" for words in row.words)
_GAP = re.compile("|".join(map(re.escape, _GAPS)))
_PERSONAL = (*NAMES, WordClass.RANK, WordClass.HONORIFIC)
_LONGEST_ACRONYM = 5


def read_party(span: Stretch, *, inner: bool = False) -> PartyDraft:
    """Read the words as one party; all fields empty where they are none.

    `inner` is set for the words of a bracket: brackets inside it are left alone.
    """
    if (held := _held(span)) is not None:
        return held
    draft = PartyDraft(span)
    classes = span.words.classes
    start, end = span.start, span.end
    while end > start and classes[end - 1] is WordClass.BRACKET:
        end -= 1
    while start < end and classes[start] in _MAY_OPEN and _opens(span.part(start, end)):
        start += 1
    draft.core_end = end
    core = span.part(start, end)
    closed = not inner and end < span.end and _is_closed(span, core)
    if core:
        read_core(core, draft, closed=closed)
        if draft.name and draft.name[0] == "[" and _is_gap(core.before(start + 1)):
            draft.name = None
        if start > span.start and span.key(start - 1) in POSSESSIVES and not draft.name:
            _own(draft, span.part(start - 1, start).text)
    if not inner and (draft.sort or not core):
        for at in range(end, span.end):
            _read_bracket(core, span.part(at, at + 1), draft, closest=at == end)
    return draft


def _is_closed(span: Stretch, core: Stretch) -> bool:
    """Whether the bracket behind the core names, or withholds, who holds the office."""
    close = span.part(core.end, core.end + 1)
    return (holds(core, close) or _is_gap(close)) and not _completes(span, core.end)


def _is_gap(bracket: Stretch) -> bool:
    """`[name not declassified]`: somebody whom the text does not name."""
    return bracket.first is WordClass.BRACKET and _GAP.search(bracket.text) is not None


def _opens(core: Stretch) -> bool:
    """`the`, `Mr.`, `Right` in front of `Honorable`; not `The Hague`, nor `Her Majesty's Minister`."""
    if core.key(core.start) == "right":
        return core.after(core.start + 1).first is WordClass.HONORIFIC
    return core.first in _OPENERS and core.start not in core.words.owners and not core.is_place()


def _own(draft: PartyDraft, possessive: str) -> None:
    """`His Wife`, `Their Embassy`: whose it is belongs to the office or body."""
    draft.role = f"{possessive} {draft.role}" if draft.role else None
    draft.organisation = f"{possessive} {draft.organisation}" if draft.organisation else None


def _held(span: Stretch) -> PartyDraft | None:
    """`the Director (Lee) in the Office of …`: what follows the holder's name belongs to the office no more."""
    classes = span.words.classes
    if WordClass.BRACKET not in span.classes:
        return None
    for at in span.before(span.end - 2):
        if (
            classes[at] is WordClass.BRACKET
            and span.key(at + 1) in ("in", "at", "of")
            and is_personal(span.part(at, at + 1))
        ):
            draft = read_party(span.before(at + 1))
            return draft if draft.name and draft.role else None
    return None


def is_personal(bracket: Stretch) -> bool:
    """Whether a bracket holds the name of a person, be it a word of the vocabulary: `(Merchant)`, `(Lord)`."""
    words = inside(bracket)
    if (
        words is None
        or words.is_place()
        or is_about_copy(words)
        or not words.text[:1].isupper()
        or words.key(0) in vocabulary().party.no_persons
    ):
        return False
    if any(words.words.breaks):
        return False
    if len(words) == 1:
        word = words.text
        field = words.first is WordClass.MODIFIER and word.endswith(_FIELDS)
        named = words.first in (*NAMES, *HEADS, WordClass.MODIFIER)
        return named and not field and not (word.isupper() and len(word) > 1)
    return words.last in (*NAMES, WordClass.MODIFIER) and all(found in _PERSONAL for found in words.classes[:-1])


def holds(office: Stretch, bracket: Stretch) -> bool:
    """Whether the bracket behind an office names its holder, be it a word of the vocabulary: `Director (French)`.

    A land or city is a name only behind an office that has its place already: `Ambassador to Peru (Holland)`.
    """
    if is_personal(bracket):
        return True
    words = inside(bracket)
    if words is None or len(words) != 1 or not words.text.istitle() or words.key(0) in vocabulary().party.no_persons:
        return False
    if not office.zone().has(WordClass.OFFICE) or words.first not in _SURNAMES:
        return False
    return not words.is_place() or WordClass.PREPOSITION in office.classes


def _read_bracket(core: Stretch, bracket: Stretch, draft: PartyDraft, *, closest: bool) -> None:
    """A bracket behind a party: name behind a body or office, identity behind a name, else place or parent body."""
    words = inside(bracket)
    if words is not None and words.key(0) in vocabulary().party.restricting and draft.organisation and closest:
        draft.organisation += " " + bracket.text
    if words is None or words.key(0) in vocabulary().party.no_persons or is_about_copy(words):
        return
    inner = words.text
    if draft.organisation and not draft.name and inner[-1].isupper() and inner.isalpha() and len(inner) > 1:
        return
    if words.key(0) in vocabulary().party.bracket_openers and len(words) > 1:
        words = words.after(1)
    if not draft.name and draft.sort and holds(core, bracket) and (bracket.text[0] == "(" or words.first in NAMES):
        if _is_alias(draft.organisation):
            draft.name, draft.identity, draft.organisation = draft.organisation, inner, None
        else:
            _name(draft, words)
        return
    if draft.name and not draft.organisation and bracket.text[0] == "(" and _take_body(draft, words):
        return
    if any(words.words.breaks) and (draft.name or WordClass.NAME in words.classes):
        draft.later = words
        return
    _complete(core, bracket, draft, words, closest=closest)


def _take_body(draft: PartyDraft, words: Stretch) -> bool:
    """`Ann Lee (Danish Embassy, Lima)`."""
    body = read_party(words.before(first_stop(words)), inner=True)
    if body.sort != "organisation":
        return False
    rest = words.after(first_stop(words))
    draft.organisation = body.organisation
    draft.place = draft.place or (rest.text if rest.is_place() else body.place)
    return True


def _name(draft: PartyDraft, words: Stretch) -> None:
    """Take the name of a bracket: `(Gen. Lee)`, `(Merchant)`."""
    found = read_party(words, inner=True)
    draft.name = found.name or words.text
    draft.role = draft.role or (found.role if found.name else None)
    draft.cost = min(draft.cost, 1.0)


def _complete(core: Stretch, bracket: Stretch, draft: PartyDraft, words: Stretch, *, closest: bool) -> None:
    parent = words.after(words.start + 1) if words.key(words.start) == "of" else words
    found = read_party(parent, inner=True)
    if not any(char.isalpha() for char in words.text):
        return
    if found.role and draft.name and not found.name:
        draft.later = words
    elif found.place and not draft.place and draft.sort != "place":
        draft.place = found.place
    elif found.name and draft.name and not words.has(WordClass.KIND, WordClass.LOWER):
        if _completes(bracket.words.whole(), bracket.start):
            draft.name += " " + bracket.text
        else:
            draft.identity = draft.identity or words.text
    elif found.name and _is_alias(draft.organisation):
        draft.name, draft.identity, draft.organisation = draft.organisation, words.text, None
    elif found.name:
        draft.name, draft.role = found.name, draft.role or found.role
    elif found.organisation and draft.role and not draft.organisation:
        short = words.text.isupper() and WordClass.BODY in core.classes
        draft.organisation = None if short else found.organisation
    elif found.organisation and draft.organisation and len(words) > 1 and closest:
        draft.organisation += " " + bracket.text


def _completes(span: Stretch, at: int) -> bool:
    """`Mao [Zedong]`: the bracket holds the rest of a name that begins with the family."""
    family, bracket = span.part(at - 1, at), span.part(at, at + 1)
    whole = f"{family.text} {bracket.text[1:-1]}"
    given = at - 2 >= span.start and span.words.classes[at - 2] in NAMES
    adjacent = span.part(at - 1, at + 1).text == f"{family.text} {bracket.text}"
    return adjacent and not given and is_family_first(whole)


def _is_alias(word: str | None) -> bool:
    """Whether a word in capitals in front of a person's name is a code name, too long for an acronym: `PAVLOV`."""
    if word is None or len(word) <= _LONGEST_ACRONYM or word.lower() in vocabulary().organisations:
        return False
    return word.isalpha() and word.isupper()
